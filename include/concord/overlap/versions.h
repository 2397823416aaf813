#pragma once
// Which reports are versions of one another: draft and final, the same paper to
// two committees, minutes printed again as previous minutes, a pack and what is
// in it.
//
// Why apart from the comparison of recommendations: papers of one series share
// most of their words and are other papers all the same. What tells last
// month's paper from this month's is its dates and figures, so two reports are
// versions only if most of the paragraphs of the one stand in the other word
// for word and most of its numbers do too.
//
// Pure functions of the record; deterministic; safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/text_span.h"
#include "concord/store/records.h"

namespace concord::overlap {

enum class VersionKind : std::uint8_t {
  kVersion,  // most of each stands in the other
  kWithin,   // most of a stands in b, and b has much more
};
std::string_view Name(VersionKind kind);  // "version", "within"

struct Version {
  ReportId a;  // of kWithin the one that is within; else the smaller id
  ReportId b;
  VersionKind kind = VersionKind::kVersion;
  double of_a = 0;     // share of a's runs of words that b has, 0..1
  double of_b = 0;     // share of b's that a has
  double numbers = 0;  // share of the numbers of the one with fewer
  // The one that was found later at the address of the other; "" where they
  // have no address in common.
  ReportId later;
};

// In order of (a, b). Reports of fewer than forty words have no versions but
// those that replaced them.
std::vector<Version> FindVersions(
    const std::vector<store::ReportRecord>& reports);
std::vector<Version> FindVersions(
    const std::vector<const store::ReportRecord*>& reports);

// A report whose address held another text of the same paper later: a page or a
// file that was corrected.
struct Replaced {
  ReportId id;
  ReportId by;  // the last that was found there
};
// In order of id.
std::vector<Replaced> FindReplaced(
    const std::vector<const store::ReportRecord*>& reports);
// Whether two that were found at one address are one paper: by their words, or
// by their title where their dates do not tell them apart.
bool IsReplacement(const store::ReportRecord& a, const store::ReportRecord& b);

// A recommendation of an earlier version of a paper, or of one that stands
// within another, which the later one makes again.
struct Repeated {
  RecommendationId id;
  RecommendationId by;  // in the later version
  ReportId later;       // the report of `by`
  VersionKind kind = VersionKind::kVersion;
  bool same_words = true;  // else the same number, worded otherwise
};

// In order of id; each once, by the latest version. What a later version has
// dropped is not among them.
std::vector<Repeated> FindRepeated(
    const std::vector<store::ReportRecord>& reports,
    const std::vector<store::StoredRecommendation>& recommendations);
// nullptr where it is not among them.
const Repeated* FindIn(const std::vector<Repeated>& repeated,
                       const RecommendationId& id);

// Whether two readings are one report in two formats, a text and a PDF of it:
// nearly all of each stands in the other, its numbers do, and no more than
// one in a hundred of the recommendations of either is worded otherwise. A
// draft that asks for something else than the final is a version, not this.
bool IsSameReport(const store::ReportRecord& a, const store::ReportRecord& b);

// The blocks of `report` whose words do not stand in `other`, in order of the
// text, chrome left out: one side of a difference view.
std::vector<TextSpan> OnlyIn(const store::ReportRecord& report,
                             const store::ReportRecord& other);

}  // namespace concord::overlap
