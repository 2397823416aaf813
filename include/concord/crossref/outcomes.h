#pragma once
// What texts say became of recommendations, led to those that the archive
// holds.
//
// Why apart from CrossReference: nothing else rests on them, and they are
// computed when asked for, from the words themselves. A statement is led only
// where its number, or everything that the work recommends, says which are
// meant; "seventeen of the 20" is led to none, unless the text names the three.
// What a later text takes back stays, with the words that take it back.
//
//   "Recommendation 7 of X has been met"   the seventh of the held X
//   "R1-R4 be accepted"                    of the one cited work that numbers
//                                          its recommendations R1 to R4
//
// Pure; safe from any thread. Cost: one walk over the sentences of all reports.

#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/extraction/outcomes.h"

namespace concord::crossref {

struct OutcomeEntry {
  std::string id;  // "o-..."
  extraction::StatedOutcome stated;
  WorkId work;  // empty where the archive does not know it
  // Those it names, or all where it speaks of all; sorted. Empty for a set.
  std::vector<RecommendationId> recommendations;
  Quote quote;
  extraction::DateMention date;  // of the report that says so
  // Where a later text says that this was wrong: its words. Empty: it stands.
  std::vector<Quote> retracted_by;
};

// Oldest first, undated ones before all others; then by report and place.
std::vector<OutcomeEntry> FollowOutcomes(
    const CrossReference& crossref,
    const std::vector<store::ReportRecord>& reports);

// Of two statements on one recommendation the one that counts: one that stands
// over one that was taken back; the later; on
// one day the one that names it over the one about all. `a` and `b` in the
// order of FollowOutcomes().
bool CountsMore(const OutcomeEntry& a, const OutcomeEntry& b);

}  // namespace concord::crossref
