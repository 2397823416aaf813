// Reports that were found at one address, one after the other: a page or file
// that somebody corrected. Which of them is the later is known, so that neither
// dates nor numbers have to tell it.

#include "overlap/replaced.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "concord/base/unicode.h"
#include "concord/extraction/extraction.h"

namespace concord::overlap {
namespace {

using store::ReportRecord;

// When a report was found at an address: by the time of its capture, else by
// the order of the record.
struct Found {
  std::string captured_at;
  std::int64_t number = 0;
  const ReportRecord* report = nullptr;

  bool operator<(const Found& other) const {
    return std::tie(captured_at, number) <
           std::tie(other.captured_at, other.number);
  }
};

// Standard input is no place at which anything is found again.
bool IsPlace(const std::string& uri) {
  return !uri.empty() && !uri.starts_with("stdin:");
}

std::string TitleOf(const ReportRecord& report) {
  const std::string& printed = report.header().title.printed;
  return FoldWords(printed.empty() ? report.document.title
                                   : extraction::FullTitle(report.header()));
}

}  // namespace

bool IsReplacement(const ReportRecord& a, const ReportRecord& b) {
  const std::vector<const ReportRecord*> both = {&a, &b};
  if (!VersionsByWords(both).empty()) return true;
  const std::string& day_a = a.header().date.edtf;
  const std::string& day_b = b.header().date.edtf;
  // The minutes of the next month may take the place of the last ones.
  const bool another_day = !day_a.empty() && !day_b.empty() && day_a != day_b;
  const std::string title = TitleOf(a);
  return !another_day && !title.empty() && title == TitleOf(b);
}

std::vector<Replaced> FindReplaced(
    const std::vector<const ReportRecord*>& reports) {
  std::map<std::string, std::map<ReportId, Found>> places;
  for (const ReportRecord* report : reports) {
    for (const store::CaptureRecord& capture : report->captures) {
      if (!IsPlace(capture.uri)) continue;
      const Found found{capture.captured_at, capture.number, report};
      auto [at, is_new] = places[capture.uri].emplace(report->id, found);
      if (!is_new && at->second < found) at->second = found;
    }
  }
  std::map<ReportId, ReportId> by;
  for (const auto& [uri, here] : places) {
    if (here.size() < 2) continue;
    const auto last = std::max_element(
        here.begin(), here.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [id, found] : here) {
      if (!(found < last->second)) continue;
      if (!IsReplacement(*found.report, *last->second.report)) continue;
      by.emplace(id, last->first);
    }
  }
  std::vector<Replaced> replaced;
  for (auto& [id, later] : by) {
    // Of two that took each other's place at two addresses neither is later.
    const auto back = by.find(later);
    if (back != by.end() && back->second == id) continue;
    replaced.push_back({id, later});
  }
  return replaced;
}

}  // namespace concord::overlap
