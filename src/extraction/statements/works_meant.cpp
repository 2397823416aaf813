#include "extraction/statements/works_meant.h"

#include <algorithm>
#include <set>
#include <utility>

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

bool IsPlan(const Citation& work) {
  return work.kind == WorkKind::kStrategy || work.kind == WorkKind::kPlan;
}

}  // namespace

WorksMeant::WorksMeant(std::string_view text,
                       const std::vector<Citation>& citations)
    : text_(text) {
  for (const Citation& citation : citations) {
    if (!MayHoldRecommendations(citation)) continue;
    works_.push_back(&citation);
    keys_.push_back(WorkKey(citation.title));
    if (citation.series) series_.push_back(&citation);
  }
  FindYears();
  FindOrder();
  FindInquiry();
  FindOnly();
}

std::size_t WorksMeant::FirstFrom(std::uint32_t offset) const {
  const auto first =
      std::lower_bound(works_.begin(), works_.end(), offset,
                       [](const Citation* work, std::uint32_t at) {
                         return work->span.begin < at;
                       });
  return static_cast<std::size_t>(first - works_.begin());
}

const Citation* WorksMeant::NearestBefore(TextSpan within,
                                          std::uint32_t offset) const {
  for (std::size_t i = FirstFrom(offset); i > 0; --i) {
    const Citation* work = works_[i - 1];
    const bool near = offset - work->span.begin < kFarthest;
    if (!near || work->span.begin < within.begin) return nullptr;
    if (!work->series && !IsPlan(*work)) return work;
  }
  return nullptr;
}

const Citation* WorksMeant::FirstIn(TextSpan span) const {
  for (std::size_t i = FirstFrom(span.begin);
       i < works_.size() && works_[i]->span.begin < span.end; ++i) {
    if (Contains(span, works_[i]->span)) return works_[i];
  }
  return nullptr;
}

const Citation* WorksMeant::JoinedAfter(std::uint32_t offset) const {
  static const Pattern kJoint(
      "^,? (?:(?:(?:that|which|were|was|are|is|had|have|been|originally|first) "
      "){0,3}(?:made|put forward|set out|contained|listed|published|offered|"
      "arising|resulting|addressed to it|given) )?"
      "(?:of|in|from|by|out of|under) "
      "(?:both |all )?(?:the |The )?(?:\\p{Lu}\\p{L}+[’']s )?"
      "(?:\\p{L}+ report,? )?[‘“\"']?$");
  constexpr std::uint32_t kNear = 64;  // bytes
  for (std::size_t i = FirstFrom(offset + 1); i < works_.size(); ++i) {
    const TextSpan between{offset, works_[i]->span.begin};
    if (Length(between) > kNear) break;
    if (kJoint.Search(text_, between)) return works_[i];
  }
  return nullptr;
}

const Citation* WorksMeant::Original(std::uint32_t offset,
                                     const Citation* subject) const {
  static const Pattern kIntroduced(
      "(?i)\\b(?:original|first|earlier)\\b(?: \\p{L}+){0,3},? ?$");
  const std::string own =
      subject != nullptr ? WorkKey(subject->title) : std::string();
  const Citation* nearest = nullptr;
  const std::size_t end = FirstFrom(offset);
  for (std::size_t i = 0; i < end; ++i) {
    const Citation* work = works_[i];
    const bool itself = subject != nullptr && keys_[i] == own;
    if (itself || work->series || work->kind == WorkKind::kInquiry) continue;
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

void WorksMeant::FindYears() {
  for (std::size_t i = 0; i < works_.size(); ++i) {
    std::string year = YearOf(*works_[i]);
    if (!year.empty()) {
      year_of_.try_emplace(keys_[i], year);
      if (!works_[i]->series) {
        One& one = of_year_[std::move(year)];
        one.several |= one.work != nullptr && one.key != keys_[i];
        one.work = works_[i];
        one.key = keys_[i];
      }
    }
  }
}

void WorksMeant::FindOrder() {
  std::vector<std::pair<std::string, const Citation*>> works;  // with years
  std::set<std::string_view> met;
  bool dated = true;
  for (std::size_t i = 0; i < works_.size(); ++i) {
    const Citation* work = works_[i];
    if (work->series || IsPlan(*work) || !met.insert(keys_[i]).second) continue;
    if (work->kind == WorkKind::kInquiry) continue;
    const auto year = year_of_.find(keys_[i]);
    dated &= year != year_of_.end();
    works.emplace_back(year != year_of_.end() ? year->second : "", work);
  }
  if (dated) {
    std::stable_sort(
        works.begin(), works.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  for (const auto& [year, work] : works) ordered_.push_back(work);
}

void WorksMeant::FindInquiry() {
  std::string_view key;
  for (std::size_t i = 0; i < works_.size(); ++i) {
    if (works_[i]->kind != WorkKind::kInquiry) continue;
    // A scrutiny is of the kind too; "the Inquiry" is one by its name.
    if (Fold(works_[i]->title).find("inquiry") == std::string::npos) continue;
    if (inquiry_ != nullptr && key != keys_[i]) {
      inquiry_ = nullptr;
      return;
    }
    inquiry_ = works_[i];
    key = keys_[i];
  }
}

void WorksMeant::FindOnly() {
  std::string_view key;
  for (std::size_t i = 0; i < works_.size(); ++i) {
    // "Report 4 of the May meeting" only speaks of it.
    static const Pattern kPaper("^(?:Report|Paper|Minute) [0-9]");
    const bool paper = kPaper.Matches(works_[i]->title);
    if (paper || works_[i]->series || IsPlan(*works_[i])) continue;
    if (only_ != nullptr && key != keys_[i]) {
      only_ = nullptr;
      return;
    }
    only_ = works_[i];
    key = keys_[i];
  }
}

const Citation* WorksMeant::OfYear(std::string_view year) const {
  const auto found = of_year_.find(year);
  const bool one = found != of_year_.end() && !found->second.several;
  return one ? found->second.work : nullptr;
}

const Citation* WorksMeant::OfOrder(std::size_t order) const {
  return order > 0 && order <= ordered_.size() ? ordered_[order - 1] : nullptr;
}

const Citation* WorksMeant::SeriesBefore(std::uint32_t offset) const {
  if (series_.empty()) return nullptr;
  const auto after =
      std::lower_bound(series_.begin(), series_.end(), offset,
                       [](const Citation* work, std::uint32_t at) {
                         return work->span.begin < at;
                       });
  return after == series_.begin() ? series_.front() : *(after - 1);
}

const Citation* WorksMeant::SeriesIn(TextSpan within,
                                     std::uint32_t offset) const {
  const std::size_t after = FirstFrom(offset);
  if (after == 0) return nullptr;
  const Citation* nearest = works_[after - 1];
  const bool inside = nearest->span.begin >= within.begin;
  return inside && nearest->series ? nearest : nullptr;
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
