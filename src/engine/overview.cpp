// What the archive holds, in figures.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/json_object.h"
#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "engine/archive_engine.h"

namespace concord::engine {
namespace {

using Tally = std::map<std::string, std::uint64_t>;

std::vector<ReportCount> ByNumber(const Tally& tally) {
  std::vector<ReportCount> counts;
  for (const auto& [name, reports] : tally) counts.push_back({name, reports});
  std::stable_sort(counts.begin(), counts.end(),
                   [](const ReportCount& a, const ReportCount& b) {
                     return a.reports > b.reports;
                   });
  return counts;
}

// The first day that a report's date allows, "2001-11-13"; "" without one.
std::string FirstDay(const extraction::DateMention& date) {
  const auto value = edtf::Parse(date.edtf);
  if (!value) return "";
  const edtf::DayRange days = edtf::Bounds(*value);
  if (!days.earliest) return "";
  return fmt::format("{:04}-{:02}-{:02}", days.earliest->year,
                     days.earliest->month, days.earliest->day);
}

// The commonest way a name is written; of two as common, the one that is not
// all in capitals.
std::string NameToShow(const Tally& written) {
  std::string shown;
  std::uint64_t most = 0;
  for (const auto& [name, times] : written) {
    // Capitals come before small letters in the order of a map.
    if (times < most) continue;
    most = times;
    shown = name;
  }
  return shown;
}

void CountReports(const std::vector<store::ReportHead>& heads,
                  OverviewView* view) {
  std::map<std::string, Tally> committees;  // one name, written in many ways
  Tally kinds;
  Tally years;
  for (const store::ReportHead& report : heads) {
    view->recommendations += report.recommendations;
    view->decisions += report.decisions;
    view->commitments += report.commitments;
    view->resolutions += report.resolutions;
    ++kinds[std::string(Name(report.kind))];
    if (!report.committee.empty()) {
      const std::string name = CollapseSpace(report.committee);
      ++committees[FoldWords(name)][name];
    }
    const std::string day = FirstDay(report.date);
    if (day.empty()) continue;
    ++years[day.substr(0, 4)];
    if (view->earliest.empty() || day < view->earliest) view->earliest = day;
    if (day > view->latest) view->latest = day;
  }
  Tally by_name;
  for (const auto& [folded, written] : committees) {
    std::uint64_t reports = 0;
    for (const auto& [name, times] : written) reports += times;
    by_name[NameToShow(written)] = reports;
  }
  view->committees = ByNumber(by_name);
  view->kinds = ByNumber(kinds);
  for (const auto& [year, reports] : years) {
    view->years.push_back({year, reports});
  }
}

JsonArray CountsJson(const std::vector<ReportCount>& counts) {
  return ArrayOf(counts, [](const ReportCount& count) {
    JsonObject object = NewObject();
    object.set("name", count.name);
    object.set("reports", count.reports);
    return object;
  });
}

std::string JsonOf(const OverviewView& view) {
  JsonObject object = NewObject();
  object.set("type", "overview");
  object.set("reports", view.reports);
  object.set("recommendations", view.recommendations);
  object.set("decisions", view.decisions);
  object.set("commitments", view.commitments);
  object.set("resolutions", view.resolutions);
  object.set("works", view.works);
  object.set("bodies", view.bodies);
  object.set("people", view.people);
  object.set("acronyms", view.acronyms);
  object.set("counts", view.counts);
  object.set("conflicts", view.conflicts);
  object.set("conflicts_compared", view.conflicts_compared);
  object.set("wanted", view.wanted);
  object.set("missing", view.missing);
  object.set("earliest", OrNull(view.earliest));
  object.set("latest", OrNull(view.latest));
  object.set("committees", CountsJson(view.committees));
  object.set("kinds", CountsJson(view.kinds));
  object.set("years", CountsJson(view.years));
  return Line(object);
}

}  // namespace

Result<OverviewView> ArchiveEngine::Overview() {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegisterRows));
  TRY_ASSIGN(const auto heads, snapshot->Heads({}));
  const KeptRows& rows = snapshot->register_rows();
  OverviewView view{.reports = heads.size(),
                    .works = CountOf<crossref::Work>(rows),
                    .bodies = CountOf<crossref::Body>(rows),
                    .people = CountOf<crossref::Person>(rows),
                    .acronyms = CountOf<crossref::AcronymEntry>(rows),
                    .counts = CountOf<crossref::CountEntry>(rows),
                    .conflicts = CountOf<crossref::Conflict>(rows),
                    .wanted = CountOf<crossref::WantedWork>(rows),
                    .missing = CountOf<crossref::Missing>(rows)};
  TRY_ASSIGN(const auto between, snapshot->LinkConflicts());
  view.conflicts += between.value_or(0);
  view.conflicts_compared = between.has_value();
  CountReports(heads, &view);
  view.json = JsonOf(view);
  return view;
}

}  // namespace concord::engine
