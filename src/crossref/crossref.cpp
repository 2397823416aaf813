// All reports in, one CrossReference out.

#include "concord/crossref/crossref.h"

#include <algorithm>
#include <map>
#include <set>

#include "crossref/acronyms.h"
#include "crossref/bodies.h"
#include "crossref/conflicts.h"
#include "crossref/counts.h"
#include "crossref/gaps.h"
#include "crossref/relations.h"
#include "crossref/works.h"

namespace concord::crossref {
namespace {

using extraction::RecommendationKind;

// The work itself, its parts, and the members of a series with theirs.
std::set<WorkId> WithMembers(const CrossReference& crossref,
                             const WorkId& work) {
  std::set<WorkId> works = {work};
  for (int round = 0; round < 2; ++round) {
    for (const Work& other : crossref.works) {
      if (works.count(other.series) > 0 || works.count(other.part_of) > 0) {
        works.insert(other.id);
      }
    }
  }
  return works;
}

// Held reports of the works, and whether each recommends anything itself.
std::map<ReportId, bool> HeldReports(
    const CrossReference& crossref, const std::set<WorkId>& works,
    const std::vector<store::StoredRecommendation>& all) {
  std::map<ReportId, bool> held;
  for (const Work& work : crossref.works) {
    if (works.count(work.id) == 0) continue;
    for (const ReportId& report : work.held) held.emplace(report, false);
  }
  for (const store::StoredRecommendation& one : all) {
    const auto report = held.find(one.report);
    if (report == held.end() || !one.item.made_by.empty()) continue;
    report->second |= one.item.kind == RecommendationKind::kRecommendation;
  }
  return held;
}

bool IsOwn(const store::StoredRecommendation& one, bool recommends) {
  if (one.item.kind == RecommendationKind::kRecommendation) return true;
  return one.item.kind == RecommendationKind::kDecision && !recommends;
}

// Tells of each series whether every member of it is held.
void MarkSeries(std::vector<Work>* works) {
  std::map<WorkId, bool> all_held;
  for (const Work& work : *works) {
    if (work.series.empty()) continue;
    const auto [series, is_new] = all_held.emplace(work.series, true);
    series->second = series->second && !work.held.empty();
  }
  for (Work& work : *works) {
    const auto series = all_held.find(work.id);
    work.members_held = series != all_held.end() && series->second;
  }
}

}  // namespace

CrossReference Build(const std::vector<store::ReportRecord>& reports,
                     const std::vector<RegisterDecision>& decisions) {
  const Reports sorted = SortReports(reports);
  CrossReference crossref;
  WorkRegistry registry = BuildWorks(sorted, decisions, &crossref.unfit);
  const auto relations = ResolveRelations(sorted, registry);
  crossref.acronyms = BuildAcronyms(sorted);
  crossref.bodies =
      BuildBodies(sorted, crossref.acronyms, decisions, &crossref.unfit);
  LinkSuccessions(sorted, &crossref.bodies);
  crossref.people = BuildPeople(sorted);
  crossref.counts = BuildCounts(sorted, registry, relations);
  crossref.conflicts =
      BuildConflicts(sorted, registry, crossref.counts, relations);
  crossref.wanted = BuildWanted(registry);
  crossref.missing = BuildMissing(sorted);
  crossref.relations = RelationEntries(sorted, registry, relations);
  crossref.proposals = BuildProposals(sorted, registry);
  crossref.works = std::move(registry.works);
  MarkSeries(&crossref.works);
  return crossref;
}

std::vector<RecommendationId> RecommendationsOf(
    const CrossReference& crossref, const WorkId& work,
    const std::vector<store::StoredRecommendation>& all) {
  const std::set<WorkId> works = WithMembers(crossref, work);
  const auto held = HeldReports(crossref, works, all);
  std::map<std::string, bool> resolved;  // made_by as printed -> is of the work
  std::vector<RecommendationId> found;
  for (const store::StoredRecommendation& one : all) {
    bool wanted = false;
    if (one.item.made_by.empty()) {
      const auto report = held.find(one.report);
      wanted = report != held.end() && IsOwn(one, report->second);
    } else {
      const auto [known, is_new] = resolved.emplace(one.item.made_by, false);
      if (is_new) {
        const auto named = ResolveTitle(crossref, one.item.made_by);
        known->second = named.size() == 1 && works.count(named.front()) > 0;
      }
      wanted = known->second;
    }
    if (wanted) found.push_back(one.id);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace concord::crossref
