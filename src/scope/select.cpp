// The selection, source by source.
//
//   1. What are the sources?   sources.cpp
//   2. Which recommendations?  those of a held source, and those of a source
//                              that other reports quote
//   3. In or out?              decide.cpp, one named rule each
//   4. Does it add up?         stated against held, per source
//
// Tests: tests/unit/scope/select_test.cpp.

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "concord/base/unicode.h"
#include "concord/document/document.h"
#include "concord/document/place.h"
#include "concord/scope/scope.h"
#include "scope/selection.h"
#include "scope/sources.h"
#include "scope/split.h"
#include "scope/words.h"

namespace concord::scope {
namespace {

using crossref::CountEntry;
using crossref::RelationEntry;
using crossref::Work;
using store::ReportRecord;

// How many recommendations of the work are stated. Texts disagree, and a part
// is easily read as the whole, so what the paper itself states counts first,
// then what the work states of itself, then the largest number.
const CountEntry* CountOf(const Holdings& holdings, const Source& source,
                          const ReportId& paper) {
  if (source.work.empty()) return nullptr;
  const CountEntry* best = nullptr;
  int best_rank = -1;
  for (const CountEntry& count : holdings.crossref.counts) {
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

// A version of which a later one, in the scope too, asks everything again.
bool CountedElsewhere(const Reconciliation& row) {
  return row.held == 0 && row.repeated > 0;
}

Reconciliation Reconcile(const Source& source, const CountEntry* count,
                         const SourceTally& tally) {
  Reconciliation row{.title = source.title,
                     .held = tally.held,
                     .included = tally.included,
                     .excluded = tally.excluded,
                     .held_included = tally.held_included,
                     .held_excluded = tally.held_excluded,
                     .beside = tally.beside,
                     .repeated = tally.repeated};
  if (CountedElsewhere(row)) {
    row.verdict = "counted with a later version";
    return row;
  }
  if (count == nullptr) {
    row.verdict = source.report.empty() ? "not held, number not stated"
                                        : "number not stated";
    return row;
  }
  row.stated = count->stated;
  row.quotes = count->quotes;
  const std::int32_t held = row.held + row.repeated;
  if (row.stated == held) {
    row.verdict = "reconciled";
  } else if (held == 0) {
    row.verdict = "none held";
  } else if (held < row.stated) {
    row.verdict = std::to_string(row.stated - held) + " missing";
  } else {
    row.verdict = std::to_string(held - row.stated) + " more than stated";
  }
  if (row.repeated > 0) {
    row.verdict +=
        ", " + std::to_string(row.repeated) + " of them in a later version";
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

// Works that the scope answers, and the series they are parts of.
std::set<WorkId> Answered(const Holdings& holdings, const Scope& scope) {
  std::set<WorkId> answered;
  for (const Source& source : scope.sources) {
    answered.insert(source.work);
    const Work* work = FindWork(holdings, source.work);
    if (work != nullptr && !work->series.empty()) {
      answered.insert(work->series);
    }
  }
  return answered;
}

// What a paper that cites a work so takes it for; "" if not for context.
std::string_view RoleOf(const extraction::Citation& citation) {
  switch (citation.role) {
    case extraction::CitationRole::kBackground:
      return "background paper";
    case extraction::CitationRole::kContext:
      return "source drawn on";
    case extraction::CitationRole::kBody:
    case extraction::CitationRole::kSubject:
    case extraction::CitationRole::kScope:
      return "";
  }
  return "";
}

// Adds that `paper` cites `work` so.
void AddCitation(const Work& work, const ReportRecord& paper,
                 const extraction::Citation& citation, ContextSource* source) {
  source->work = work.id;
  source->title = work.title;
  const std::string_view role = RoleOf(citation);
  if (source->role.find(role) == std::string::npos) {
    if (!source->role.empty()) source->role += ", ";
    source->role += role;
  }
  source->quotes.push_back({paper.id, paper.uri,
                            document::Locator(paper.document, citation.span),
                            citation.span, citation.printed});
}

// Background papers and other sources of the paper that are not answered.
void AddContext(const Holdings& holdings, Scope* scope) {
  const ReportRecord* paper = FindReport(holdings, scope->request.as_stated_in);
  if (paper == nullptr) return;
  const std::set<WorkId> answered = Answered(holdings, *scope);
  std::map<WorkId, ContextSource> context;
  for (const extraction::Citation& citation : paper->extraction.citations) {
    if (RoleOf(citation).empty()) continue;
    for (const WorkId& id :
         crossref::ResolveTitle(holdings.crossref, citation.title)) {
      const Work* work = FindWork(holdings, id);
      if (work == nullptr || answered.contains(id)) continue;
      AddCitation(*work, *paper, citation, &context[id]);
    }
  }
  for (auto& [id, source] : context) {
    scope->context.push_back(std::move(source));
  }
}

// What the texts say of the sources among themselves (re-affirms, revisits),
// and what anybody says of a single recommendation of theirs.
void AddRelations(const Holdings& holdings, Scope* scope) {
  std::set<WorkId> works;
  for (const Source& source : scope->sources) works.insert(source.work);
  for (const RelationEntry& relation : holdings.crossref.relations) {
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
    if (row.stated > 0) totals.stated += row.stated - row.repeated;
    if (row.stated < 0 && !CountedElsewhere(row)) ++totals.not_stated;
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

// What is included only because nothing says whose it is must not be taken for
// theirs without a word.
void PutUnassignedLast(Scope* scope) {
  const auto first = std::stable_partition(
      scope->included.begin(), scope->included.end(),
      [](const Disposition& one) { return !IsUnassigned(one); });
  const auto count = scope->included.end() - first;
  if (count == 0) return;
  scope->notes.push_back(
      std::to_string(count) +
      (count == 1 ? " included recommendation names"
                  : " included recommendations name") +
      " nobody, or somebody of whom nothing says whose he is; listed last");
}

// Every quotation gets a place that a person can follow.
void PlaceQuotes(const Holdings& holdings, Scope* scope) {
  std::map<ReportId, const document::Document*> documents;
  for (const ReportRecord& report : holdings.reports) {
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

Scope Select(const ScopeRequest& request, const Holdings& holdings) {
  Scope scope{.request = request, .title = request.name};
  AddSources(holdings, &scope);
  Selection selection(request, holdings, scope.sources);
  for (const Source& source : scope.sources) {
    const CountEntry* count = CountOf(holdings, source, request.as_stated_in);
    const SourceTally tally = selection.DecideSource(source, count, &scope);
    scope.reconciliation.push_back(Reconcile(source, count, tally));
    if (count != nullptr && selection.named() != nullptr) {
      HoldAgainstStatedSplit(*count, *selection.named(), holdings,
                             &scope.reconciliation.back(), &scope);
    }
    AddNotHeld(source, count, tally.held + tally.repeated, &scope);
  }
  SayWhoIsLeftOutAndLetIn(holdings, &scope);
  PutUnassignedLast(&scope);
  AddContext(holdings, &scope);
  AddRelations(holdings, &scope);
  AddTotals(&scope);
  scope.title = TitleOf(scope);
  PlaceQuotes(holdings, &scope);
  return scope;
}

}  // namespace concord::scope
