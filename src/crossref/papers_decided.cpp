#include "crossref/papers_decided.h"

#include <re2/re2.h>

#include <set>

#include "concord/crossref/references.h"
#include "crossref/papers.h"
#include "crossref/piece.h"

namespace concord::crossref {
namespace {

// "5a" of "Budget (Report 5a)"; "" where the words have no number of a paper.
std::string PaperNumberIn(const std::string& title) {
  static const re2::RE2 kNumber(
      "\\((?i:report|paper|item|agenda item)(?: no\\.?)? ([0-9]{1,3}[a-zA-Z]?)"
      "\\)");
  std::string number;
  re2::RE2::PartialMatch(Piece(title), kNumber, &number);
  return number.empty() ? number : NumberKey(number);
}

const store::ReportRecord* PaperOf(const Reports& reports,
                                   const store::ReportRecord& minutes,
                                   const std::string& number) {
  const std::string& day = minutes.header().date.edtf;
  const store::ReportRecord* paper = nullptr;
  for (const store::ReportRecord* report : reports) {
    const extraction::Header& header = report->header();
    const bool fits = report != &minutes && header.date.edtf == day &&
                      !header.report_number.printed.empty() &&
                      NumberKey(header.report_number.printed) == number &&
                      IsOneCommittee(minutes, *report);
    if (!fits) continue;
    if (paper != nullptr) return nullptr;
    paper = report;
  }
  return paper;
}

}  // namespace

std::vector<RecommendationId> DecidedIn(
    const Reports& reports, const store::ReportRecord& minutes,
    const std::string& title, const std::vector<std::string>& numbers) {
  const std::string number = PaperNumberIn(title);
  const bool is_minutes =
      minutes.header().kind == extraction::DocumentKind::kMinutes;
  if (!is_minutes || number.empty() || minutes.header().date.edtf.empty()) {
    return {};
  }
  const store::ReportRecord* paper = PaperOf(reports, minutes, number);
  if (paper == nullptr) return {};
  std::set<std::string> wanted;
  for (const std::string& one : numbers) wanted.insert(LabelKey(one));
  std::set<std::string> met;
  std::set<RecommendationId> asked;
  const auto& items = paper->extraction.recommendations;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string key = LabelKey(items[i].label);
    if (items[i].kind != extraction::RecommendationKind::kDecision ||
        !wanted.contains(key)) {
      continue;
    }
    // A number given twice names neither.
    if (!met.insert(key).second) return {};
    asked.insert({paper->id.value + "." + std::to_string(i + 1)});
  }
  return {asked.begin(), asked.end()};
}

}  // namespace concord::crossref
