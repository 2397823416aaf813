#include "extraction/statements/works_meant.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

constexpr std::uint32_t kFarthest = 1500;  // bytes back that "it" may reach

bool MayHoldRecommendations(const Citation& citation) {
  return !citation.title.empty() && citation.kind != WorkKind::kAct &&
         citation.kind != WorkKind::kGuidance &&
         citation.kind != WorkKind::kCode &&
         citation.role != CitationRole::kBackground &&
         citation.rule != "citation.series-member";
}

}  // namespace

WorksMeant::WorksMeant(std::string_view text,
                       const std::vector<Citation>& citations)
    : text_(text) {
  for (const Citation& citation : citations) {
    if (MayHoldRecommendations(citation)) works_.push_back(&citation);
  }
}

const Citation* WorksMeant::NearestBefore(TextSpan within,
                                          std::uint32_t offset) const {
  const Citation* nearest = nullptr;
  for (const Citation* work : works_) {
    if (work->span.begin >= offset) break;
    const bool near = offset - work->span.begin < kFarthest;
    const bool plan =
        work->kind == WorkKind::kStrategy || work->kind == WorkKind::kPlan;
    if (!work->series && near && !plan && work->span.begin >= within.begin) {
      nearest = work;
    }
  }
  return nearest;
}

const Citation* WorksMeant::FirstIn(TextSpan span) const {
  for (const Citation* work : works_) {
    if (Contains(span, work->span)) return work;
  }
  return nullptr;
}

const Citation* WorksMeant::JoinedAfter(std::uint32_t offset) const {
  static const Pattern kJoint(
      "^,? (?:of|in|from|made by|made in|contained in|set out in) "
      "(?:both |all )?(?:the |The )?[‘“\"']?$");
  for (const Citation* work : works_) {
    if (work->span.begin <= offset) continue;
    if (work->span.begin - offset > 40) return nullptr;
    const TextSpan between{offset, work->span.begin};
    if (kJoint.Search(text_, between)) return work;
  }
  return nullptr;
}

const Citation* WorksMeant::Original(std::uint32_t offset,
                                     const Citation* subject) const {
  static const Pattern kIntroduced(
      "(?i)\\b(?:original|first|earlier)\\b(?: \\p{L}+){0,3},? ?$");
  const Citation* nearest = nullptr;
  for (const Citation* work : works_) {
    if (work->span.begin >= offset) break;
    const bool own =
        subject != nullptr && WorkKey(work->title) == WorkKey(subject->title);
    if (own || work->series || work->kind == WorkKind::kInquiry) continue;
    const std::uint32_t from =
        work->span.begin > 60 ? work->span.begin - 60 : 0;
    if (kIntroduced.Search(text_, {from, work->span.begin})) return work;
    nearest = work;
  }
  return nearest;
}

}  // namespace concord::extraction
