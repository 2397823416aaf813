#pragma once
// What one response has to answer, and why everything else is left out.
//
// Why: three reports ask for things, some addressed to others, some already in
// an earlier report; the officer who answers them must show that nothing was
// forgotten and nothing counted twice. So every recommendation of every source
// leaves exactly once - included with a reason, or excluded with a reason - and
// what the archive says exists but does not hold is listed with the words that
// say so.
//
//   ScopeRequest request{.name = "winning", .as_stated_in = id};
//   Scope scope = Select(request, holdings);
//   Verify(scope, holdings)    // the partition holds
//
// Total, deterministic; safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/result.h"
#include "concord/crossref/crossref.h"
#include "concord/overlap/overlap.h"
#include "concord/store/records.h"

namespace concord::scope {

struct ScopeRequest {
  std::string name;
  std::vector<ReportId> reports;  // --report
  std::vector<WorkId> works;      // --work, already resolved
  ReportId as_stated_in;          // --as-stated-in; empty = not asked
  std::string answering_body;     // --for: whose response it is; "" = not said
  std::string made_at;  // "2001-11-13T09:00:00Z": when it was kept; "" = not
  bool include_decisions = false;  // also what papers ask of their committees
  // Also what an earlier version of a paper asks that a later one, which is in
  // the scope too, asks again.
  bool all_versions = false;
};

// All that the selection looks at. References must outlive the call.
struct Holdings {
  const std::vector<store::ReportRecord>& reports;
  const std::vector<store::StoredRecommendation>& recommendations;
  const crossref::CrossReference& crossref;
};

// What becomes of one recommendation in a scope.
struct Disposition {
  RecommendationId id;
  std::string rule;    // "include.report", "exclude.addressed-to-others", ...
  std::string reason;  // one sentence for a person
  std::string would_change;  // what would turn it; "" if nothing
  std::vector<crossref::Quote> quotes;

  friend bool operator==(const Disposition&, const Disposition&) = default;
};

// Rules of what is included for a body that was named as answering, though
// nothing says that it is theirs to answer: they stand last.
inline constexpr std::string_view kNamesNobody = "include.names-nobody";
inline constexpr std::string_view kOwnerNotKnown = "include.owner-not-known";
bool IsUnassigned(const Disposition& disposition);

// A work that is in scope and whose recommendations are stated, not held.
struct NotHeld {
  WorkId work;
  std::string title;
  std::int32_t stated = 0;  // recommendations the archive says it has
  std::int32_t held = 0;
  bool addition = false;  // stated on top of another work's
  std::vector<extraction::CountPart> partition;
  std::string reason;
  std::vector<crossref::Quote> quotes;
};

// A source that the paper draws on without answering it.
struct ContextSource {
  WorkId work;
  std::string title;
  std::string role;  // "background papers", "source of an action plan"
  std::vector<crossref::Quote> quotes;
};

// What was taken as a source of the scope and the words that make it one.
struct Source {
  WorkId work;      // empty for a report named by its id
  ReportId report;  // empty if not held
  std::string title;
  std::string reason;
  std::vector<crossref::Quote> quotes;
};

// What is in the list of a source and is no recommendation of its own: a
// commitment, a decision asked for, a part of a recommendation.
struct Beside {
  std::string what;  // "commitment", "decision", "part"
  std::int32_t count = 0;
  bool included = false;

  friend bool operator==(const Beside&, const Beside&) = default;
};

// Stated against held for one source, so that a reader can add up:
//   held = held_included + held_excluded
//   included = held_included + those of `beside` that are included
struct Reconciliation {
  std::string title;
  std::int32_t stated = -1;  // -1 = the archive does not say
  std::int32_t held = 0;
  std::int32_t included = 0;
  std::int32_t excluded = 0;
  std::int32_t held_included = 0;  // of those counted as held
  std::int32_t held_excluded = 0;
  std::vector<Beside> beside;
  // Made again by a later version of the paper, and counted there.
  std::int32_t repeated = 0;
  std::string verdict;  // "reconciled", "4 missing", "not stated", ...
  std::vector<crossref::Quote> quotes;
};

struct Totals {
  std::int32_t stated = 0;
  std::int32_t held = 0;
  std::int32_t included = 0;
  std::int32_t excluded = 0;
  std::int32_t not_held = 0;
  std::int32_t held_included = 0;
  std::int32_t held_excluded = 0;
  std::vector<Beside> beside;
  std::int32_t not_stated = 0;  // sources whose number is stated nowhere
};

// "2 commitments left out, 3 parts included"; "" if there is nothing beside.
std::string InWords(const std::vector<Beside>& beside);

// "34 stated = 34 held = 30 included + 4 left out": what a reader can check.
std::string InWords(const Totals& totals);

struct Scope {
  ScopeRequest request;
  std::string title;  // of the works: "A First Look and A Second Look"
  std::vector<Source> sources;
  std::vector<Disposition> included;
  std::vector<Disposition> excluded;
  std::vector<NotHeld> not_held;
  std::vector<ContextSource> context;
  std::vector<Reconciliation> reconciliation;
  // Relations between sources that the text states ("re-affirms the 20").
  std::vector<crossref::RelationEntry> relations;
  Totals totals;
  std::vector<std::string> notes;  // what the reader must know beside it
};

Scope Select(const ScopeRequest& request, const Holdings& holdings);

// Every candidate leaves once; every quotation stands in its report.
[[nodiscard]] Result<> Verify(const Scope& scope, const Holdings& holdings);

// A short account in Markdown: what adds up, what is left out and why, what is
// not held; not the recommendations themselves.
std::string RenderSummary(const Scope& scope);

// The public JSON of `concord scope`.
std::string ToJson(const Scope& scope, int indent);

}  // namespace concord::scope
