#include "concord/crossref/held_works.h"

#include <re2/re2.h>

#include <array>
#include <optional>
#include <utility>

#include "concord/base/unicode.h"

namespace concord::crossref {
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

// "Professor Ash's review" -> Ash; "" for other titles.
std::string MakerIn(std::string_view title) {
  static const RE2 kPattern(
      R"((?:^|\s)(\p{Lu}[\pL-]+)['’]s?\s+(?:[a-z]+\s+){0,2}(?i:review|report|inquiry|inspection|audit|study|scrutiny|investigation)$)");
  std::string surname;
  RE2::PartialMatch({title.data(), title.size()}, kPattern, &surname);
  return FoldWords(surname);
}

std::string SurnameOf(std::string_view name) {
  return FoldWords(name.substr(name.find_last_of(' ') + 1));
}

}  // namespace

HeldWorks::HeldWorks(const std::vector<store::ReportRecord>& reports,
                     const CrossReference& crossref)
    : crossref_(crossref) {
  for (const Work& work : crossref.works) {
    works_.emplace(work.id, &work);
    if (work.held.empty()) continue;
    const auto [beginning, ending] = Halves(work.title);
    Add(TitleKey(ending), work.id, &by_ending_);
    if (IsOneWord(beginning)) continue;
    Add(TitleKey(beginning), work.id, &by_beginning_);
  }
  AddMakers(reports);
}

void HeldWorks::Add(const std::string& key, const WorkId& work, ByKey* works) {
  if (key.empty()) return;
  const auto [known, is_new] = works->emplace(key, work);
  if (!is_new && known->second != work) known->second = {};
}

void HeldWorks::AddMakers(const std::vector<store::ReportRecord>& reports) {
  std::map<ReportId, WorkId> work_of;
  for (const auto& [id, work] : works_) {
    for (const ReportId& held : work->held) work_of.emplace(held, id);
  }
  for (const store::ReportRecord& report : reports) {
    const auto work = work_of.find(report.id);
    if (work == work_of.end()) continue;
    for (const auto& author : report.extraction.header.authors) {
      if (author.kind != extraction::OwnerKind::kPerson) continue;
      Add(SurnameOf(author.name), work->second, &by_maker_);
    }
  }
}

WorkId HeldWorks::Described(std::string_view title) const {
  const auto find = [](const ByKey& works, const std::string& key) {
    const auto found = works.find(key);
    return found == works.end() ? std::nullopt : std::optional(found->second);
  };
  const std::string key = TitleKey(title);
  if (const auto work = find(by_ending_, key)) return *work;
  if (const auto work = find(by_beginning_, key)) return *work;
  return find(by_maker_, MakerIn(title)).value_or(WorkId());
}

WorkId HeldWorks::HeldAs(const WorkId& work) const {
  const auto found = works_.find(work);
  if (found == works_.end()) return {};
  if (!found->second->held.empty()) return work;
  return Described(found->second->title);
}

WorkId HeldWorks::Titled(std::string_view title) const {
  const auto works = ResolveTitle(crossref_, title);
  if (works.size() == 1) return HeldAs(works.front());
  return Described(title);
}

ReportId HeldWorks::ReportOf(const WorkId& work) const {
  const auto found = works_.find(work);
  const bool held = found != works_.end() && !found->second->held.empty();
  return held ? found->second->held.front() : ReportId();
}

}  // namespace concord::crossref
