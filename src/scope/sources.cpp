// What a scope is made of: --report, --work (a series gives its members),
// --as-stated-in (what the paper says one response will cover).
//
// Tests: tests/unit/scope/select_test.cpp.

#include "scope/sources.h"

#include <algorithm>
#include <set>
#include <vector>

#include "concord/overlap/versions.h"

namespace concord::scope {
namespace {

using crossref::RelationEntry;
using crossref::Work;
using store::ReportRecord;

// A series stands for its members; any other work for itself.
std::vector<const Work*> Members(const Holdings& holdings, const WorkId& id) {
  std::vector<const Work*> members;
  for (const Work& work : holdings.crossref.works) {
    if (work.series == id && work.part_of.empty()) members.push_back(&work);
  }
  if (members.empty()) {
    if (const Work* work = FindWork(holdings, id)) members.push_back(work);
  }
  return members;
}

// Named twice, by its title and by an id, it is one source: its recommendations
// are counted once and so is the number that texts state of them.
void AddOnce(Source source, Scope* scope) {
  const bool known = std::any_of(
      scope->sources.begin(), scope->sources.end(), [&](const Source& other) {
        return source.report.empty() ? other.work == source.work
                                     : other.report == source.report;
      });
  if (!known) scope->sources.push_back(std::move(source));
}

void AddWorkSource(const Holdings& holdings, const WorkId& id,
                   const Source& base, Scope* scope) {
  for (const Work* work : Members(holdings, id)) {
    Source source = base;
    source.work = work->id;
    source.title = work->title;
    if (!work->held.empty()) source.report = work->held.front();
    AddOnce(std::move(source), scope);
  }
}

// "would scope the recommendations from the three X reports and prepare one
// response": the relations of type responds-to that the paper itself states.
void AddStatedSources(const Holdings& holdings, Scope* scope) {
  const ReportId& paper = scope->request.as_stated_in;
  for (const RelationEntry& relation : holdings.crossref.relations) {
    if (relation.type != "responds-to" || relation.quote.report != paper) {
      continue;
    }
    const std::size_t before = scope->sources.size();
    for (const WorkId& work : relation.object_works) {
      AddWorkSource(holdings, work,
                    {.reason = "the paper says that one response will cover it",
                     .quotes = {relation.quote}},
                    scope);
    }
    const auto found = static_cast<int>(scope->sources.size() - before);
    if (relation.object_count > 0 && found != relation.object_count) {
      scope->notes.push_back(
          "the paper speaks of " + std::to_string(relation.object_count) +
          " reports (" + relation.object + "); the archive's register knows " +
          std::to_string(found) + " of them");
    }
  }
  if (scope->sources.empty()) {
    scope->notes.push_back(
        "the paper does not say which works one response will cover; name them "
        "with --report or --work");
  }
}

void AddReportSource(const Holdings& holdings, const ReportId& id,
                     Scope* scope) {
  const ReportRecord* report = FindReport(holdings, id);
  if (report == nullptr) return;
  Source source{.report = id,
                .title = extraction::FullTitle(report->header()),
                .reason = "named by its id"};
  for (const Work& work : holdings.crossref.works) {
    if (std::find(work.held.begin(), work.held.end(), id) != work.held.end()) {
      source.work = work.id;
    }
  }
  AddOnce(std::move(source), scope);
}

// Oldest first, as a response reads: the day of the report, else the year that
// the archive states of the work.
std::string DateOf(const Holdings& holdings, const Source& source) {
  if (const ReportRecord* report = FindReport(holdings, source.report)) {
    if (!report->header().date.edtf.empty()) {
      return report->header().date.edtf;
    }
  }
  const Work* work = FindWork(holdings, source.work);
  return work == nullptr ? "" : work->year;
}

// Two papers of which one repeats the other, a draft and the final: what both
// ask for is counted once, unless all versions are asked for, and the reader is
// told.
void NoteVersions(const Holdings& holdings, Scope* scope) {
  std::vector<const ReportRecord*> held;
  for (const Source& source : scope->sources) {
    const ReportRecord* report = FindReport(holdings, source.report);
    if (report != nullptr) held.push_back(report);
  }
  if (held.size() < 2) return;
  for (const overlap::Version& version : overlap::FindVersions(held)) {
    const std::string what =
        version.kind == overlap::VersionKind::kWithin
            ? version.a.value + " stands within " + version.b.value
            : version.a.value + " and " + version.b.value +
                  " are versions of one paper";
    scope->notes.push_back(
        what + (scope->request.all_versions
                    ? ": what both ask for is counted twice, as asked for"
                    : ": what both ask for is counted once, with the later; "
                      "--all-versions counts both"));
  }
}

}  // namespace

const Work* FindWork(const Holdings& holdings, const WorkId& id) {
  for (const Work& work : holdings.crossref.works) {
    if (work.id == id) return &work;
  }
  return nullptr;
}

const ReportRecord* FindReport(const Holdings& holdings, const ReportId& id) {
  for (const ReportRecord& report : holdings.reports) {
    if (report.id == id) return &report;
  }
  return nullptr;
}

std::vector<overlap::Repeated> RepeatedAmong(
    const Holdings& holdings, const std::vector<Source>& sources) {
  std::vector<ReportRecord> held;
  std::set<ReportId> ids;
  for (const Source& source : sources) {
    const ReportRecord* report = FindReport(holdings, source.report);
    if (report == nullptr || !ids.insert(report->id).second) continue;
    held.push_back(*report);
  }
  if (held.size() < 2) return {};
  std::vector<store::StoredRecommendation> asked;
  for (const store::StoredRecommendation& one : holdings.recommendations) {
    if (ids.count(one.report) > 0) asked.push_back(one);
  }
  return overlap::FindRepeated(held, asked);
}

void AddSources(const Holdings& holdings, Scope* scope) {
  if (!scope->request.as_stated_in.empty()) AddStatedSources(holdings, scope);
  for (const WorkId& work : scope->request.works) {
    AddWorkSource(holdings, work, {.reason = "named by its title"}, scope);
  }
  for (const ReportId& report : scope->request.reports) {
    AddReportSource(holdings, report, scope);
  }
  std::stable_sort(scope->sources.begin(), scope->sources.end(),
                   [&](const Source& a, const Source& b) {
                     return DateOf(holdings, a) < DateOf(holdings, b);
                   });
  NoteVersions(holdings, scope);
}

}  // namespace concord::scope
