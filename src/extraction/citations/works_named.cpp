#include "extraction/citations/works_named.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "concord/base/unicode.h"

namespace concord::extraction {

WorksNamed::WorksNamed(const Prose& prose, const std::vector<Mention>& mentions)
    : prose_(prose) {
  for (const Mention& mention : mentions) {
    const bool holds = mention.kind != WorkKind::kAct &&
                       mention.rule != "citation.printed-part" &&
                       mention.rule != "citation.background" &&
                       mention.rule != "citation.series-member" &&
                       !mention.series && !Empty(mention.title);
    if (!holds) continue;
    works_.push_back(&mention);
    of_kind_[mention.kind].push_back(&mention);
    named_.emplace(mention.whole.begin, &mention);
  }
  NameInquiry();
  NameByHeadings();
  FindOrder();
}

const Mention* WorksNamed::Before(std::uint32_t offset) const {
  const auto after = named_.lower_bound(offset);
  if (after != named_.begin()) return std::prev(after)->second;
  return works_.empty() ? nullptr : works_.front();
}

const Mention* WorksNamed::Between(std::uint32_t from,
                                   std::uint32_t offset) const {
  const auto after = named_.lower_bound(offset);
  if (after == named_.begin()) return nullptr;
  const auto last = std::prev(after);
  return last->first >= from ? last->second : nullptr;
}

const Mention* WorksNamed::OfKind(WorkKind kind, std::uint32_t offset) const {
  const auto found = of_kind_.find(kind);
  if (found == of_kind_.end()) return nullptr;
  const std::vector<const Mention*>& works = found->second;
  const auto after =
      std::lower_bound(works.begin(), works.end(), offset,
                       [](const Mention* work, std::uint32_t at) {
                         return work->whole.begin < at;
                       });
  return after == works.begin() ? works.front() : *(after - 1);
}

const Mention* WorksNamed::OfOrder(std::size_t order) const {
  return order <= ordered_.size() ? ordered_[order - 1] : nullptr;
}

std::vector<const Mention*> WorksNamed::AllBetween(std::uint32_t from,
                                                   std::uint32_t offset) const {
  std::vector<const Mention*> all;
  std::set<std::string> titles;
  for (auto at = named_.lower_bound(from);
       at != named_.end() && at->first < offset; ++at) {
    const Mention* work = at->second;
    if (titles.insert(Fold(work->Title(prose_.text))).second) {
      all.push_back(work);
    }
  }
  return all;
}

const Mention* WorksNamed::At(std::uint32_t offset) const {
  const auto found = named_.find(offset);
  return found == named_.end() ? nullptr : found->second;
}

const Mention* WorksNamed::OfYear(std::string_view year) const {
  const Mention* of_year = nullptr;
  for (const Mention* work : works_) {
    if (work->year != year) continue;
    const bool other =
        of_year != nullptr && WorkKey(work->Title(prose_.text)) !=
                                  WorkKey(of_year->Title(prose_.text));
    if (other) return nullptr;
    of_year = work;
  }
  return of_year;
}

void WorksNamed::FindOrder() {
  std::set<std::string> met;
  bool dated = true;
  for (const Mention* work : works_) {
    if (work->kind == WorkKind::kInquiry) continue;
    if (!met.insert(WorkKey(work->Title(prose_.text))).second) continue;
    ordered_.push_back(work);
    dated = dated && !work->year.empty();
  }
  if (!dated) return;
  std::stable_sort(
      ordered_.begin(), ordered_.end(),
      [](const Mention* a, const Mention* b) { return a->year < b->year; });
}

void WorksNamed::NameInquiry() {
  static const Pattern kInquiry("\\b[Tt]he Inquiry\\b");
  const Mention* inquiry = nullptr;
  for (const Mention* work : works_) {
    if (work->kind != WorkKind::kInquiry) continue;
    const bool other =
        inquiry != nullptr && WorkKey(work->Title(prose_.text)) !=
                                  WorkKey(inquiry->Title(prose_.text));
    if (other) return;
    inquiry = work;
  }
  if (inquiry == nullptr) return;
  for (const MatchSpans& match :
       kInquiry.SearchAll(prose_.text, WholeOf(prose_.text))) {
    named_.emplace(match[0].begin, inquiry);
  }
}

void WorksNamed::NameByHeadings() {
  std::map<std::string, const Mention*> titles;
  for (const Mention* work : works_) {
    titles.emplace(WorkKey(work->Title(prose_.text)), work);
  }
  for (const Passage& passage : prose_.passages) {
    if (passage.kind != document::BlockKind::kHeading) continue;
    const std::string key = WorkKey(Slice(prose_.text, passage.span)) + ' ';
    if (key.find(' ') + 1 == key.size()) continue;  // one word names nothing
    const auto found = titles.lower_bound(key);
    if (found == titles.end() || !found->first.starts_with(key)) continue;
    named_.emplace(passage.span.begin, found->second);
  }
}

}  // namespace concord::extraction
