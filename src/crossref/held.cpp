// Which reports of the archive are which work.
//
// A report is a work when its title is the work's. Two exceptions keep a paper
// *about* a work from standing for it: press releases and agendas never are
// the work they announce, and a committee paper that cites the same title in
// its own body presents that work and is not it. What people decided counts
// before all of it.

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "crossref/works.h"

namespace concord::crossref {
namespace {

using extraction::DocumentKind;

bool IsCommitteePaper(const extraction::Header& header) {
  return !header.committee.printed.empty() ||
         !header.report_number.printed.empty();
}

bool NeverAWork(DocumentKind kind) {
  return kind == DocumentKind::kPress || kind == DocumentKind::kAgenda ||
         kind == DocumentKind::kResponse;
}

// (report, work) for every citation.
using Citings = std::set<std::pair<std::size_t, std::size_t>>;

Citings CollectCitings(const WorkRegistry& registry) {
  Citings citings;
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleMention& mention = registry.mentions[i];
    if (mention.citation == nullptr) continue;
    citings.emplace(mention.report, registry.work_of_mention[i]);
  }
  return citings;
}

// An edition is held by a report of that year or the next.
bool EditionFits(const Work& work, const extraction::Header& header) {
  if (work.edition.empty()) return true;
  const TitleForms title = ReadTitle(header.title.printed);
  if (!title.year.empty()) return title.year == work.edition;
  const int later =
      std::atoi(header.date.edtf.c_str()) - std::atoi(work.edition.c_str());
  return later == 0 || later == 1;
}

bool IsTheWork(const Work& work, const extraction::Header& header,
               bool cites_itself) {
  if (NeverAWork(header.kind)) return false;
  if (work.kind == extraction::WorkKind::kAct) return false;
  if (!EditionFits(work, header)) return false;
  return !IsCommitteePaper(header) || !cites_itself;
}

// When `report` was captured from the address last; number 0 where never.
std::pair<std::string, std::int64_t> LastAt(const store::ReportRecord& report,
                                            const std::string& uri) {
  std::pair<std::string, std::int64_t> last;
  for (const store::CaptureRecord& capture : report.captures) {
    if (capture.uri != uri) continue;
    last = std::max(last, std::pair(capture.captured_at, capture.number));
  }
  return last;
}

// True where `later` was found at an address of `report` after it.
bool IsCorrectedBy(const store::ReportRecord& report,
                   const store::ReportRecord& later) {
  return std::any_of(report.captures.begin(), report.captures.end(),
                     [&](const store::CaptureRecord& capture) {
                       const auto there = LastAt(later, capture.uri);
                       return there.second > 0 &&
                              there > LastAt(report, capture.uri);
                     });
}

// A work is read in the report that is held of it first: of a page that was
// corrected the text that stands there now.
void PutCorrectedLast(const Reports& reports, Work* work) {
  std::vector<const store::ReportRecord*> held;
  for (const store::ReportRecord* report : reports) {
    const auto& ids = work->held;
    if (std::find(ids.begin(), ids.end(), report->id) != ids.end()) {
      held.push_back(report);
    }
  }
  const auto corrected = [&](const ReportId& id) {
    const auto report = std::find_if(held.begin(), held.end(),
                                     [&](auto* one) { return one->id == id; });
    return report != held.end() &&
           std::any_of(held.begin(), held.end(), [&](auto* other) {
             return IsCorrectedBy(**report, *other);
           });
  };
  std::stable_partition(work->held.begin(), work->held.end(),
                        [&](const ReportId& id) { return !corrected(id); });
}

}  // namespace

void MarkHeld(const Reports& reports, WorkRegistry* registry) {
  const Citings citings = CollectCitings(*registry);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (registry->own[i]) {
      registry->works[*registry->own[i]].held.push_back(reports[i]->id);
      continue;
    }
    const std::string title = extraction::FullTitle(reports[i]->header());
    if (title.empty()) continue;
    for (const std::size_t work : registry->Find(title, reports.size())) {
      const bool cites_itself = citings.count({i, work}) > 0;
      if (!IsTheWork(registry->works[work], reports[i]->header(),
                     cites_itself)) {
        continue;
      }
      registry->works[work].held.push_back(reports[i]->id);
      registry->own[i] = work;
    }
  }
  for (Work& work : registry->works) {
    if (work.held.size() > 1) PutCorrectedLast(reports, &work);
  }
}

}  // namespace concord::crossref
