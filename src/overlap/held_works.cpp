#include "overlap/held_works.h"

#include <array>
#include <utility>

namespace concord::overlap {
namespace {

// The halves of a title before and behind its colon or dash; "" where it has
// none.
std::pair<std::string_view, std::string_view> Halves(std::string_view title) {
  constexpr std::array<std::string_view, 4> kBreaks = {": ", " – ", " — ",
                                                       " - "};
  for (const std::string_view sign : kBreaks) {
    const std::size_t at = title.find(sign);
    if (at == std::string_view::npos) continue;
    return {title.substr(0, at), title.substr(at + sign.size())};
  }
  return {};
}

// A half of one word ("Review: ...") names too many things.
bool IsOneWord(std::string_view half) {
  return half.find(' ') == std::string_view::npos;
}

}  // namespace

HeldWorks::HeldWorks(const crossref::CrossReference& crossref)
    : crossref_(crossref) {
  for (const crossref::Work& work : crossref.works) {
    works_.emplace(work.id, &work);
    if (work.held.empty()) continue;
    const auto [beginning, ending] = Halves(work.title);
    Add(ending, work.id, &by_ending_);
    if (!IsOneWord(beginning)) Add(beginning, work.id, &by_beginning_);
  }
}

void HeldWorks::Add(std::string_view half, const WorkId& work,
                    ByHalf* half_of) {
  const std::string key = crossref::TitleKey(half);
  if (key.empty()) return;
  const auto [known, is_new] = half_of->emplace(key, work);
  if (!is_new) known->second = {};
}

WorkId HeldWorks::WithHalf(std::string_view title) const {
  const std::string key = crossref::TitleKey(title);
  for (const ByHalf* half_of : {&by_ending_, &by_beginning_}) {
    const auto found = half_of->find(key);
    if (found != half_of->end()) return found->second;
  }
  return {};
}

WorkId HeldWorks::HeldAs(const WorkId& work) const {
  const auto found = works_.find(work);
  if (found == works_.end()) return {};
  if (!found->second->held.empty()) return work;
  return WithHalf(found->second->title);
}

WorkId HeldWorks::Titled(std::string_view title) const {
  const auto works = crossref::ResolveTitle(crossref_, title);
  if (works.size() == 1) return HeldAs(works.front());
  return WithHalf(title);
}

ReportId HeldWorks::ReportOf(const WorkId& work) const {
  const auto found = works_.find(work);
  const bool held = found != works_.end() && !found->second->held.empty();
  return held ? found->second->held.front() : ReportId();
}

}  // namespace concord::overlap
