#pragma once
// Whose the recommendations are that a sentence counts.
//
//   "It contained 20 recommendations"       the work named before
//   "the 20 recommendations made in 1999"   the one of that year
//   "Mrs Ash moved Every Third Key, which made nine"    none that is cited
//   "This report makes eight"               the document's own
//
// Cost: linear in the works named. Tests: statements_test.cpp (Counts).

#include <string>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/statements/works_meant.h"

namespace concord::extraction {

// A sentence and what stands around it.
struct CountPlace {
  std::string_view text;
  TextSpan passage;
  TextSpan sentence;
  const WorksMeant* works = nullptr;
  const std::vector<Citation>* citations = nullptr;  // by place
  bool report_itself = false;  // the document is a report of its own
  const std::vector<StatedCount>* earlier = nullptr;  // of passages before
  bool speaks_of_recommendations = false;  // here or in the sentence before
};

// The title of the work whose recommendations are counted at `counted`; ""
// where the words point at none.
std::string CountedWork(const CountPlace& place, TextSpan counted);

// "This report makes 20 recommendations": the document's own.
bool CountsItsOwn(const CountPlace& place, TextSpan counted);

}  // namespace concord::extraction
