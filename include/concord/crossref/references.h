#pragma once
// References followed: from one place of a work to another, and from a cited
// number to the recommendation itself.
//
// Why apart from CrossReference: nothing else of the cross-reference rests on
// them, and they are computed when a list of them is asked for. Pure; safe from
// any thread. Cost: one walk over the blocks of all reports.
//
// A work published as a page a chapter is several reports of the archive. Those
// that say what part or chapter they are, and whose addresses share the folder
// above those of parts and chapters, are one work; a page without a place of
// its own (a list of contents) belongs to them where it refers to a part and a
// chapter. Any other report is a work by itself.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/store/records.h"

namespace concord::crossref {

struct ReferenceEntry {
  std::string id;  // "f-..."
  std::string printed;
  std::string target;  // "part K chapter 7 para 4.5"
  // "resolved"; "broken" where the part of the work is held and has no such
  // place; "not held" where that part of the work is not in the archive.
  std::string verdict;
  ReportId report;  // of a resolved one: where it leads
  std::string uri;
  TextSpan span;
  Quote quote;
};

// In order of report and place.
std::vector<ReferenceEntry> FollowReferences(
    const std::vector<store::ReportRecord>& reports);

// A single recommendation cited, and the held one that its number names.
struct SingleCitation {
  WorkId work;
  std::string label;  // "13" of "3, 13 and 17"
  RecommendationId recommendation;
  Quote quote;
};

std::vector<SingleCitation> FollowSingles(
    const CrossReference& crossref,
    const std::vector<store::ReportRecord>& reports);

// The whole sentence in which the quoted words stand, in the document of their
// report; the words themselves where they stand across two. What is said of a
// recommendation stands around its number.
Quote SentenceOf(const Quote& quote, const document::Document& document);

// The single labels of a printed list: "3, 13 and 17" -> 3 13 17; "1 to 4",
// "24-27" -> every number; "12(b)" stays.
std::vector<std::string> LabelsIn(std::string_view numbers);

// Comparable form of a printed label: "Rec 12." -> "12", "12(b)" stays.
std::string LabelKey(std::string_view label);

// The report's own recommendations by the key of their label; a label given
// twice names none.
std::map<std::string, RecommendationId> OwnByLabel(
    const store::ReportRecord& report);

// A short title that may mean several works: all of them, none chosen.
struct AmbiguousCitation {
  std::string id;  // "a-..."
  std::string printed;
  std::vector<WorkId> candidates;
  Quote quote;
};

std::vector<AmbiguousCitation> FindAmbiguous(const CrossReference& crossref);

}  // namespace concord::crossref
