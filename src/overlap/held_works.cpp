#include "overlap/held_works.h"

#include <array>

namespace concord::overlap {
namespace {

// The half of a title behind its colon or dash; "" where it has none.
std::string_view Ending(std::string_view title) {
  constexpr std::array<std::string_view, 4> kBreaks = {": ", " – ", " — ",
                                                       " - "};
  for (const std::string_view sign : kBreaks) {
    const std::size_t at = title.find(sign);
    if (at != std::string_view::npos) return title.substr(at + sign.size());
  }
  return {};
}

}  // namespace

HeldWorks::HeldWorks(const crossref::CrossReference& crossref)
    : crossref_(crossref) {
  for (const crossref::Work& work : crossref.works) {
    works_.emplace(work.id, &work);
    const std::string ending = crossref::TitleKey(Ending(work.title));
    if (work.held.empty() || ending.empty()) continue;
    const auto [known, is_new] = by_ending_.emplace(ending, work.id);
    if (!is_new) known->second = {};
  }
}

WorkId HeldWorks::HeldAs(const WorkId& work) const {
  const auto found = works_.find(work);
  if (found == works_.end()) return {};
  if (!found->second->held.empty()) return work;
  const auto whole = by_ending_.find(crossref::TitleKey(found->second->title));
  return whole == by_ending_.end() ? WorkId() : whole->second;
}

WorkId HeldWorks::Titled(std::string_view title) const {
  const auto works = crossref::ResolveTitle(crossref_, title);
  if (works.size() == 1) return HeldAs(works.front());
  const auto whole = by_ending_.find(crossref::TitleKey(title));
  return whole == by_ending_.end() ? WorkId() : whole->second;
}

ReportId HeldWorks::ReportOf(const WorkId& work) const {
  const auto found = works_.find(work);
  const bool held = found != works_.end() && !found->second->held.empty();
  return held ? found->second->held.front() : ReportId();
}

}  // namespace concord::overlap
