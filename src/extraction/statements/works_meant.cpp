#include "extraction/statements/works_meant.h"

#include <algorithm>
#include <map>
#include <set>

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
      "^,? (?:(?:(?:that|which|were|was|are|is|had|have|been|originally|first) "
      "){0,3}(?:made|put forward|set out|contained|listed|published|offered|"
      "arising|resulting|addressed to it|given) )?"
      "(?:of|in|from|by|out of|under) "
      "(?:both |all )?(?:the |The )?(?:\\p{L}+ report,? )?[‘“\"']?$");
  for (const Citation* work : works_) {
    if (work->span.begin <= offset) continue;
    if (work->span.begin - offset > 64) return nullptr;
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

std::string WorksMeant::YearOf(const Citation& work) const {
  static const Pattern kAfter(
      "^[’”\"']?,? (?:(?:which |that )?(?:was |were )?(?:published|issued|"
      "launched|reported|produced|made) )?(?:in |of |on |back in )?"
      "(?:[0-9]{1,2} )?(?:\\p{Lu}[\\p{L}]+ )?((?:19|20)[0-9]{2})\\b");
  if (!work.year.empty()) return work.year;
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t end = std::min(size, work.span.end + 64);
  while (end < size &&
         (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) {
    ++end;
  }
  if (const auto match = kAfter.Search(text_, {work.span.end, end})) {
    return std::string(Slice(text_, (*match)[1]));
  }
  return {};
}

std::vector<const Citation*> WorksMeant::Distinct() const {
  std::vector<const Citation*> distinct;
  std::set<std::string> keys;
  for (const Citation* work : works_) {
    const bool held = !work->series && work->kind != WorkKind::kStrategy &&
                      work->kind != WorkKind::kPlan;
    if (held && keys.insert(WorkKey(work->title)).second) {
      distinct.push_back(work);
    }
  }
  return distinct;
}

const Citation* WorksMeant::OfYear(std::string_view year) const {
  const Citation* found = nullptr;
  for (const Citation* work : works_) {
    if (work->series || YearOf(*work) != year) continue;
    if (found != nullptr && WorkKey(found->title) != WorkKey(work->title)) {
      return nullptr;
    }
    found = work;
  }
  return found;
}

const Citation* WorksMeant::OfOrder(std::size_t order) const {
  std::vector<const Citation*> works = Distinct();
  std::erase_if(works, [](const Citation* work) {
    return work->kind == WorkKind::kInquiry;
  });
  std::map<const Citation*, std::string> years;
  for (const Citation* work : works) {
    for (const Citation* again : works_) {
      if (WorkKey(again->title) != WorkKey(work->title)) continue;
      if (years[work].empty()) years[work] = YearOf(*again);
    }
  }
  const bool dated =
      std::all_of(works.begin(), works.end(),
                  [&](const Citation* work) { return !years[work].empty(); });
  if (dated) {
    std::stable_sort(works.begin(), works.end(),
                     [&](const Citation* a, const Citation* b) {
                       return years[a] < years[b];
                     });
  }
  return order > 0 && order <= works.size() ? works[order - 1] : nullptr;
}

const Citation* WorksMeant::Inquiry() const {
  const Citation* inquiry = nullptr;
  for (const Citation* work : works_) {
    // A scrutiny is of the kind too; "the Inquiry" is one by its name.
    const bool named = Fold(work->title).find("inquiry") != std::string::npos;
    if (work->kind != WorkKind::kInquiry || !named) continue;
    if (inquiry != nullptr && WorkKey(inquiry->title) != WorkKey(work->title)) {
      return nullptr;
    }
    inquiry = work;
  }
  return inquiry;
}

const Citation* WorksMeant::SeriesBefore(std::uint32_t offset) const {
  const Citation* series = nullptr;
  for (const Citation* work : works_) {
    if (!work->series) continue;
    if (series != nullptr && work->span.begin >= offset) break;
    series = work;
  }
  return series;
}

const Citation* WorksMeant::SeriesIn(TextSpan within,
                                     std::uint32_t offset) const {
  const Citation* nearest = nullptr;
  for (const Citation* work : works_) {
    if (work->span.begin >= offset) break;
    if (work->span.begin < within.begin) continue;
    nearest = work->series ? work : nullptr;
  }
  return nearest;
}

const Citation* WorksMeant::PointedAt(std::uint32_t offset,
                                      TextSpan sentence) const {
  static const Pattern kPointer(
      "^,? (?:(?:(?:that|which|were|was|are|had|have|been|now|outstanding|"
      "repeated|or|originally|first) ){0,4}(?:made|added|published|put forward|"
      "set out|contained|listed|asked for|proposed) )?(?:of|in|from|by|out of) "
      "(?:(?:the|that|this|its|their|his|her) )?"
      "(?:((?:19|20)[0-9]{2})\\b|(first|second|third|fourth|fifth)\\b|"
      "([Ii]nquiry)(?: [Rr]eport)?\\b)?"
      "(?: ?(report|review|inspection|inquiry|thematic|scrutiny|series)\\b)?");
  const auto match = kPointer.Search(text_, {offset, sentence.end});
  if (!match) return nullptr;
  const std::string noun = Fold(Slice(text_, (*match)[4]));
  if (!Empty((*match)[1])) return OfYear(Slice(text_, (*match)[1]));
  if (!Empty((*match)[3]) || noun == "inquiry") return Inquiry();
  if (noun == "series") return SeriesBefore(offset);
  if (noun.empty() || Empty((*match)[2])) return nullptr;
  static constexpr std::string_view kOrders[] = {"first", "second", "third",
                                                 "fourth", "fifth"};
  for (std::size_t i = 0; i < 5; ++i) {
    if (Slice(text_, (*match)[2]) == kOrders[i]) return OfOrder(i + 1);
  }
  return nullptr;
}

}  // namespace concord::extraction
