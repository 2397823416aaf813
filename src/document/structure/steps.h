#pragma once
// The steps of the structure pass, in the order they run. Each changes drafts
// that are not decided yet.

#include <cstddef>
#include <string>
#include <vector>

#include "document/draft.h"

namespace concord::document {

// Puts a field's name in capitals alone on its line before its words.
void JoinShoutedNames(std::vector<Draft>* drafts);

// Puts a number, bullet or field name alone on its line before its words.
void JoinSplitLabels(std::vector<Draft>* drafts);

// Turns rows of a field's name and value at the top into header lines.
void OpenHeaderRows(std::vector<Draft>* drafts);

// Marks furniture.
void MarkChrome(std::vector<Draft>* drafts);

// Title and header lines; the title's words, "" if none.
std::string MarkFrontMatter(std::vector<Draft>* drafts);

// Headings without a number: "Summary", "Review Arrangements".
void MarkPlainHeadings(std::vector<Draft>* drafts);

// Everything else: numbered headings, paragraphs, lists, rows, contacts,
// appendices, footnotes. The title tells minutes and agendas from papers.
void MarkBody(std::string_view title, std::vector<Draft>* drafts);

// Lists under the words that introduce them, items under items.
void SetParents(std::vector<Draft>* drafts);

// --- Questions several steps ask -------------------------------------------

void Decide(BlockKind kind, Draft* draft);

// The next draft after `index` that is not chrome, or drafts.size().
std::size_t NextWords(const std::vector<Draft>& drafts, std::size_t index);

// Ends in . ! ? ; : or , (closing quotes and brackets aside).
bool EndsInPunctuation(std::string_view text);

// The last character that is not a closing quote or bracket; '\0' if none.
char LastMark(std::string_view text);

bool IsAppendixHeading(std::string_view text);
bool IsLetteredHeading(std::string_view text);  // "B. Supporting information"
bool IsRecommendationHeading(std::string_view text);
bool IsHeaderField(std::string_view text);  // "Report: 10"
std::size_t WordCount(std::string_view text);

}  // namespace concord::document
