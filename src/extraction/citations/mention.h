#pragma once
// A work as met in the text, before it becomes a citation.
//
// Each finder reads the same Prose and appends mentions; afterwards the clash
// of two mentions over the same words is settled by rank, and year, part and
// single recommendations standing beside the title are taken in.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/citations/tokens.h"
#include "extraction/passages.h"

namespace concord::extraction {

// Numbers of recommendations as a group: "3", "12(b)", "3.2", "R4", "J", singly
// or as "3, 13 and 17", "C, E and G", "24-27".
inline constexpr std::string_view kRecommendationNumbers =
    "((?:[A-Z]{0,2}[0-9]{1,3}(?:\\.[0-9]{1,2})?(?:\\([a-z]\\))?|[A-Z]\\b)"
    "(?:(?:, ?(?:and |or )?| ?(?:-|–|&|/) ?| (?:to|and|or) )"
    "(?:[A-Z]{0,2}[0-9]{1,3}(?:\\.[0-9]{1,2})?(?:\\([a-z]\\))?|[A-Z]\\b))*)";

// The document's passages, each with its tokens and what is set apart in it.
struct Prose {
  std::string_view text;
  std::vector<Passage> passages;
  std::vector<std::vector<Token>> tokens;       // one list a passage
  std::vector<std::vector<TextSpan>> emphases;  // likewise
};

Prose ReadProse(const document::Document& document);

struct Mention {
  std::size_t passage = 0;
  TextSpan title;         // the words of the title
  TextSpan whole;         // with year, part, recommendation
  std::string_view rule;  // a name of CitationRules()
  std::string as_title;   // where it is not the words at `title`
  std::string year;
  std::string part;
  std::string recommendation;
  std::string publisher;
  WorkKind kind = WorkKind::kOther;
  bool series = false;
  bool complete = false;  // its neighbours have been taken in
  int rank = 0;           // of two over the same words the higher stays

  std::string Title(std::string_view text) const {
    return as_title.empty() ? std::string(Slice(text, title)) : as_title;
  }
};

// --- Finders: what is a work by its own form and the words beside it --------

void FindActs(const Prose& prose, std::vector<Mention>* out);
void FindInquiries(const Prose& prose, std::vector<Mention>* out);
void FindTitles(const Prose& prose, std::vector<Mention>* out);
void FindQuotedTitles(const Prose& prose, std::vector<Mention>* out);
void FindNumberedTitles(const Prose& prose, std::vector<Mention>* out);
void FindBackgroundItems(const Prose& prose, std::vector<Mention>* out);
void FindPrintedParts(const Prose& prose, std::vector<Mention>* out);
void FindDescribed(const Prose& prose, std::vector<Mention>* out);
void FindInstruments(const Prose& prose, std::vector<Mention>* out);
void FindHeaded(const Prose& prose, std::vector<Mention>* out);

// Reads what the others found: where a title ends, italics say best.
void FindEmphasisedTitles(const Prose& prose, std::vector<Mention>* mentions);

// --- Second pass: what is a work because it is one elsewhere here ------------

// The same titles with other punctuation or case, and subtitles by themselves.
void FindKnownTitles(const Prose& prose, std::vector<Mention>* mentions);

// "the three X reports", "the X series".
void FindSeries(const Prose& prose, std::vector<Mention>* mentions);

// "recommendation 57", "(1,12,13,14)": of a work named elsewhere.
void FindSingles(const Prose& prose, const Header& header,
                 std::vector<Mention>* mentions);

// "the 1998 report", "that report", "ibid.": works named before.
void FindBackReferences(const Prose& prose, std::vector<Mention>* mentions);

// "Recommendation 61 of ...", "Part 2 of ...", "(1997)", "– Part One".
void TakeInNeighbours(const Prose& prose, std::vector<Mention>* mentions);

// Publisher, kind and role; the citation itself.
std::vector<Citation> AsCitations(const Prose& prose, const Header& header,
                                  const std::vector<Mention>& mentions);

// The words of the passage just before a mention: no name or number that
// belongs to it stands further off, and a passage may be a whole book.
TextSpan NearBefore(const Prose& prose, TextSpan passage,
                    const Mention& mention);

// "first" -> 1, "thirty-ninth" -> 39, "61st" -> 61; 0 for none.
int Ordinal(std::string_view word);

// Sorted by place, no two over the same words.
void Settle(std::vector<Mention>* mentions);

// "reports" -> "report", "strategies" -> "strategy", "inquiries" -> "inquiry".
std::string Singular(std::string_view folded);

// A word that says what follows or precedes is a work: "report", "paper",
// "thematic", "strategy", in either number.
bool IsCueNoun(std::string_view folded);

WorkKind KindOfNoun(std::string_view folded);

// The words of a title without punctuation, folded: its key within a document.
std::string WorkKey(std::string_view title);

}  // namespace concord::extraction
