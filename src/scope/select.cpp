// The selection, source by source.
//
//   1. What are the sources?   --report, --work (a series gives its members),
//                              --as-stated-in (what the paper says one response
//                              will cover)
//   2. Which recommendations?  those of a held source, and those of a source
//                              that other reports quote
//   3. In or out?              decide.cpp, one named rule each
//   4. Does it add up?         stated against held, per source
//
// Tests: tests/unit/scope/select_test.cpp.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "concord/document/document.h"
#include "concord/document/place.h"
#include "concord/scope/scope.h"
#include "selection.h"
#include "words.h"

namespace concord::scope {
namespace {

using crossref::CountEntry;
using crossref::RelationEntry;
using crossref::Work;
using store::ReportRecord;
using store::StoredRecommendation;

const Work* FindWork(const World& world, const WorkId& id) {
  for (const Work& work : world.crossref.works) {
    if (work.id == id) return &work;
  }
  return nullptr;
}

const ReportRecord* FindReport(const World& world, const ReportId& id) {
  for (const ReportRecord& report : world.reports) {
    if (report.id == id) return &report;
  }
  return nullptr;
}

// A series stands for its members; any other work for itself.
std::vector<const Work*> Members(const World& world, const WorkId& id) {
  std::vector<const Work*> members;
  for (const Work& work : world.crossref.works) {
    if (work.series == id && work.part_of.empty()) members.push_back(&work);
  }
  if (members.empty()) {
    if (const Work* work = FindWork(world, id)) members.push_back(work);
  }
  return members;
}

void AddWorkSource(const World& world, const WorkId& id, const Source& base,
                   Scope* scope) {
  for (const Work* work : Members(world, id)) {
    const bool known = std::any_of(
        scope->sources.begin(), scope->sources.end(),
        [&](const Source& source) { return source.work == work->id; });
    if (known) continue;
    Source source = base;
    source.work = work->id;
    source.title = work->title;
    if (!work->held.empty()) source.report = work->held.front();
    scope->sources.push_back(std::move(source));
  }
}

// "would scope the recommendations from the three X reports and prepare one
// response": the relations of type responds-to that the paper itself states.
void AddStatedSources(const World& world, Scope* scope) {
  const ReportId& paper = scope->request.as_stated_in;
  for (const RelationEntry& relation : world.crossref.relations) {
    if (relation.type != "responds-to" || relation.quote.report != paper) {
      continue;
    }
    const std::size_t before = scope->sources.size();
    for (const WorkId& work : relation.object_works) {
      AddWorkSource(world, work,
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

void AddReportSource(const World& world, const ReportId& id, Scope* scope) {
  const ReportRecord* report = FindReport(world, id);
  if (report == nullptr) return;
  Source source{.report = id,
                .title = extraction::FullTitle(report->header()),
                .reason = "named by its id"};
  for (const Work& work : world.crossref.works) {
    if (std::find(work.held.begin(), work.held.end(), id) != work.held.end()) {
      source.work = work.id;
    }
  }
  scope->sources.push_back(std::move(source));
}

// Oldest first, as a response reads: the day of the report, else the year that
// the archive states of the work.
std::string DateOf(const World& world, const Source& source) {
  if (const ReportRecord* report = FindReport(world, source.report)) {
    if (!report->header().date.edtf.empty()) {
      return report->header().date.edtf;
    }
  }
  const Work* work = FindWork(world, source.work);
  return work == nullptr ? "" : work->year;
}

void AddSources(const World& world, Scope* scope) {
  if (!scope->request.as_stated_in.empty()) AddStatedSources(world, scope);
  for (const WorkId& work : scope->request.works) {
    AddWorkSource(world, work, {.reason = "named by its title"}, scope);
  }
  for (const ReportId& report : scope->request.reports) {
    AddReportSource(world, report, scope);
  }
  std::stable_sort(scope->sources.begin(), scope->sources.end(),
                   [&](const Source& a, const Source& b) {
                     return DateOf(world, a) < DateOf(world, b);
                   });
}

// How many recommendations of the work are stated. Texts disagree, and a part
// is easily read as the whole, so what the paper itself states counts first,
// then what the work states of itself, then the largest number.
const CountEntry* CountOf(const World& world, const Source& source,
                          const ReportId& paper) {
  if (source.work.empty()) return nullptr;
  const CountEntry* best = nullptr;
  int best_rank = -1;
  for (const CountEntry& count : world.crossref.counts) {
    if (count.work != source.work ||
        count.what.find("recommendation") == std::string::npos) {
      continue;
    }
    int rank = 0;
    for (const crossref::Quote& quote : count.quotes) {
      if (quote.report == source.report) rank = std::max(rank, 1);
      if (quote.report == paper) rank = std::max(rank, 2);
    }
    if (rank > best_rank ||
        (rank == best_rank && count.stated > best->stated)) {
      best = &count;
      best_rank = rank;
    }
  }
  return best;
}

Reconciliation Reconcile(const Source& source, const CountEntry* count,
                         const SourceDecisions& decisions) {
  Reconciliation row{.title = source.title,
                     .held = decisions.held,
                     .included = decisions.included,
                     .excluded = decisions.excluded,
                     .held_included = decisions.held_included,
                     .held_excluded = decisions.held_excluded,
                     .beside = decisions.beside};
  if (count == nullptr) {
    row.verdict = source.report.empty() ? "not held, number not stated"
                                        : "number not stated";
    return row;
  }
  row.stated = count->stated;
  row.quotes = count->quotes;
  if (row.stated == row.held) {
    row.verdict = "reconciled";
  } else if (row.held == 0) {
    row.verdict = "none held";
  } else if (row.held < row.stated) {
    row.verdict = std::to_string(row.stated - row.held) + " missing";
  } else {
    row.verdict = std::to_string(row.held - row.stated) + " more than stated";
  }
  return row;
}

void AddNotHeld(const Source& source, const CountEntry* count,
                std::int32_t held, Scope* scope) {
  if (count != nullptr && held >= count->stated) return;
  if (count == nullptr && !source.report.empty()) return;
  NotHeld row{.work = source.work,
              .title = source.title,
              .stated = -1,
              .held = held,
              .reason = "the archive cites this work but does not hold it"};
  row.quotes = source.quotes;
  if (count != nullptr) {
    row.stated = count->stated;
    row.addition = count->addition;
    row.partition = count->partition;
    row.quotes = count->quotes;
    row.reason = "the text says that it has " + std::to_string(count->stated) +
                 " recommendations; " + std::to_string(held) + " held";
    if (!count->expected_in.empty()) {
      row.reason += "; expected in " + count->expected_in;
    }
  }
  scope->not_held.push_back(std::move(row));
}

// Background papers and other sources of the paper that are not answered.
void AddContext(const World& world, Scope* scope) {
  const ReportRecord* paper = FindReport(world, scope->request.as_stated_in);
  if (paper == nullptr) return;
  std::set<WorkId> answered;
  for (const Source& source : scope->sources) {
    answered.insert(source.work);
    if (const Work* work = FindWork(world, source.work)) {
      if (!work->series.empty()) answered.insert(work->series);
    }
  }
  std::map<WorkId, ContextSource> context;
  for (const extraction::Citation& citation : paper->extraction.citations) {
    const bool background =
        citation.role == extraction::CitationRole::kBackground;
    if (!background && citation.role != extraction::CitationRole::kContext) {
      continue;
    }
    for (const WorkId& id :
         crossref::ResolveTitle(world.crossref, citation.title)) {
      if (answered.contains(id)) continue;
      const Work* work = FindWork(world, id);
      if (work == nullptr) continue;
      ContextSource& source = context[id];
      source.work = id;
      source.title = work->title;
      const std::string role =
          background ? "background paper" : "source drawn on";
      if (source.role.find(role) == std::string::npos) {
        source.role += (source.role.empty() ? "" : ", ") + role;
      }
      source.quotes.push_back(
          {paper->id, paper->uri,
           document::Locator(paper->document, citation.span), citation.span,
           citation.printed});
    }
  }
  for (auto& [id, source] : context) {
    scope->context.push_back(std::move(source));
  }
}

// What the texts say of the sources among themselves (re-affirms, revisits),
// and what anybody says of a single recommendation of theirs.
void AddRelations(const World& world, Scope* scope) {
  std::set<WorkId> works;
  for (const Source& source : scope->sources) works.insert(source.work);
  for (const RelationEntry& relation : world.crossref.relations) {
    const bool about =
        std::any_of(relation.object_works.begin(), relation.object_works.end(),
                    [&](const WorkId& id) { return works.contains(id); });
    const bool among =
        !relation.subject_work.empty() && works.contains(relation.subject_work);
    const bool single =
        relation.object_works.size() == 1 && relation.type != "responds-to" &&
        FoldWords(relation.object).find("recommendation") != std::string::npos;
    if (about && (among || single)) {
      scope->relations.push_back(relation);
    }
  }
}

void AddTotals(Scope* scope) {
  Totals& totals = scope->totals;
  for (const Reconciliation& row : scope->reconciliation) {
    if (row.stated > 0) totals.stated += row.stated;
    if (row.stated < 0) ++totals.not_stated;
    totals.held += row.held;
    totals.held_included += row.held_included;
    totals.held_excluded += row.held_excluded;
    for (const Beside& more : row.beside) CountBeside(more, &totals.beside);
  }
  totals.included = static_cast<std::int32_t>(scope->included.size());
  totals.excluded = static_cast<std::int32_t>(scope->excluded.size());
  for (const NotHeld& row : scope->not_held) {
    if (row.stated > row.held) totals.not_held += row.stated - row.held;
  }
}

// Every quotation gets a place that a person can follow.
void PlaceQuotes(const World& world, Scope* scope) {
  std::map<ReportId, const document::Document*> documents;
  for (const ReportRecord& report : world.reports) {
    documents[report.id] = &report.document;
  }
  const auto place = [&](crossref::Quote* quote) {
    const auto found = documents.find(quote->report);
    // The number of a recommendation leads there, whatever stands around it.
    const bool numbered = quote->locator.find("rec ") != std::string::npos;
    if (found == documents.end() || numbered) return;
    std::string locator = document::PreciseLocator(*found->second, quote->span);
    if (!locator.empty()) quote->locator = std::move(locator);
  };
  const auto place_in = [&](auto* rows) {
    for (auto& row : *rows) {
      for (crossref::Quote& quote : row.quotes) place(&quote);
    }
  };
  place_in(&scope->sources);
  place_in(&scope->included);
  place_in(&scope->excluded);
  place_in(&scope->not_held);
  place_in(&scope->context);
  place_in(&scope->reconciliation);
  for (RelationEntry& relation : scope->relations) place(&relation.quote);
}

}  // namespace

Scope Select(const ScopeRequest& request, const World& world) {
  Scope scope{.request = request, .title = request.name};
  AddSources(world, &scope);
  Selection selection(request, world, scope.sources);
  for (const Source& source : scope.sources) {
    const CountEntry* count = CountOf(world, source, request.as_stated_in);
    const SourceDecisions decisions =
        selection.DecideSource(source, count, &scope);
    scope.reconciliation.push_back(Reconcile(source, count, decisions));
    AddNotHeld(source, count, decisions.held, &scope);
  }
  AddContext(world, &scope);
  AddRelations(world, &scope);
  AddTotals(&scope);
  scope.title = TitleOf(scope);
  PlaceQuotes(world, &scope);
  return scope;
}

}  // namespace concord::scope
