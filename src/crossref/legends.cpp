#include "concord/crossref/legends.h"

#include <re2/re2.h>

#include <algorithm>

#include "concord/crossref/references.h"

namespace concord::crossref {
namespace {

constexpr std::size_t kNear = 40;  // bytes beside a citation that are read

// "PV is ", "KF = the ", "SL: ‘": just before a title.
const RE2& CodeBefore() {
  static const RE2 kPattern(
      R"re(\b([A-Z][A-Z&]{1,5})\s*(?:\bis\b|\bmeans\b|\bfor\b|\bstands for\b|\brefers to\b|\bdenotes\b|=|:|–|-|—)\s*(?:\bthe\b\s*)?["'“‘]?$)re");
  return kPattern;
}

// " (SL)", "” [SL]": just behind a title.
const RE2& CodeBehind() {
  static const RE2 kPattern(
      R"re(^["'”’]?\s*(?:\(\d{4}\)\s*)?[(\[]["'“‘]?([A-Z][A-Z&]{1,5})["'”’]?[)\]])re");
  return kPattern;
}

// "PV 8", "PV8", "PV rec 8", "SL 4(b)", "PV 8 and 9", "PV 3-5".
const RE2& CodedNumbers() {
  static const RE2 kPattern(
      R"re(\b([A-Z][A-Z&]{1,5})\s?(?:[Rr]ec(?:ommendation)?s?\.?\s*|R)?(\d{1,3}(?:\([a-z]\))?(?:\s*(?:,|and|&|to|-|–)\s*\d{1,3}(?:\([a-z]\))?)*)\b)re");
  return kPattern;
}

std::string CodeBeside(const std::string& text, TextSpan span) {
  const std::size_t from = span.begin > kNear ? span.begin - kNear : 0;
  re2::StringPiece before(text.data() + from, span.begin - from);
  std::string code;
  if (RE2::PartialMatch(before, CodeBefore(), &code)) return code;
  const std::size_t end = std::min<std::size_t>(span.end, text.size());
  re2::StringPiece behind(text.data() + end,
                          std::min(kNear, text.size() - end));
  if (RE2::PartialMatch(behind, CodeBehind(), &code)) return code;
  return {};
}

}  // namespace

Legends::Legends(const std::vector<store::ReportRecord>& reports,
                 const CrossReference& crossref, const HeldWorks& held) {
  std::map<ReportId, const store::ReportRecord*> by_id;
  for (const store::ReportRecord& report : reports) {
    by_id.emplace(report.id, &report);
  }
  for (const Work& work : crossref.works) {
    const WorkId meant = held.HeldAs(work.id);
    if (meant.empty()) continue;
    for (const WorkMention& mention : work.cited_by) {
      const auto report = by_id.find(mention.quote.report);
      if (report == by_id.end()) continue;
      const std::string code =
          CodeBeside(report->second->text(), mention.quote.span);
      if (!code.empty()) Add(code, report->first, meant);
    }
  }
}

void Legends::Add(const std::string& code, const ReportId& report,
                  const WorkId& work) {
  here_.emplace(std::pair(code, report), work);
  const auto [known, is_new] = everywhere_.emplace(code, work);
  if (!is_new && known->second != work) known->second = {};
}

WorkId Legends::WorkOf(const std::string& code, const ReportId& report) const {
  const auto here = here_.find(std::pair(code, report));
  if (here != here_.end()) return here->second;
  const auto anywhere = everywhere_.find(code);
  return anywhere == everywhere_.end() ? WorkId() : anywhere->second;
}

std::vector<CodedNumber> CodedNumbersIn(std::string_view text,
                                        TextSpan within) {
  std::vector<CodedNumber> found;
  const std::string_view part = Slice(text, within);
  re2::StringPiece rest(part.data(), part.size());
  re2::StringPiece code;
  re2::StringPiece numbers;
  while (RE2::FindAndConsume(&rest, CodedNumbers(), &code, &numbers)) {
    const auto begin = static_cast<std::uint32_t>(code.data() - text.data());
    const auto end = static_cast<std::uint32_t>(numbers.data() +
                                                numbers.size() - text.data());
    for (std::string& label : LabelsIn({numbers.data(), numbers.size()})) {
      found.push_back({std::string(code), std::move(label), {begin, end}});
    }
  }
  return found;
}

}  // namespace concord::crossref
