// Stated numbers that cannot all be true.
//
// Two totals:  "It made 70 recommendations" – "the Inquiry's 71
//              recommendations".
// Parts:       "20 recommendations, of which twelve are for the force and the
//              remaining nine for the Authority": 12 + 9 = 21.
// How many of them are carried out: progress_conflicts.cpp.

#include <algorithm>

#include "concord/base/unicode.h"
#include "crossref/conflicts.h"
#include "crossref/counts.h"

namespace concord::crossref {
namespace {

using extraction::CountPart;
using extraction::StatedCount;

// The title of the work counted; that of the paper where it is not said.
std::string SubjectOf(const StatedCount& count, std::size_t report,
                      const Reports& reports, const WorkRegistry& registry,
                      const std::vector<ResolvedRelation>& relations) {
  const auto work =
      WorkOfCount(count, report, *reports[report], registry, relations);
  const std::string title =
      work ? registry.works[*work].title
           : CollapseSpace(reports[report]->header().title.printed);
  return title.empty() ? CollapseSpace(count.what)
                       : title + ": " + CollapseSpace(count.what);
}

// "12 + 9 = 21".
std::string Arithmetic(const std::vector<CountPart>& parts) {
  std::string sum;
  bool approximate = false;
  for (const CountPart& part : parts) {
    sum += (sum.empty() ? "" : " + ") + std::to_string(part.count);
    approximate = approximate || part.approximate;
  }
  return sum + (approximate ? " = about " : " = ") +
         std::to_string(SumOf(parts));
}

TextSpan SpanOf(const std::vector<CountPart>& parts) {
  TextSpan span = parts.front().span;
  for (const CountPart& part : parts) {
    span.begin = std::min(span.begin, part.span.begin);
    span.end = std::max(span.end, part.span.end);
  }
  return span;
}

// What the work says of itself weighs most; else the first.
const Quote& OwnFirst(const std::vector<Quote>& quotes, const Work& work) {
  const auto own =
      std::find_if(quotes.begin(), quotes.end(), [&](const Quote& quote) {
        return std::find(work.held.begin(), work.held.end(), quote.report) !=
               work.held.end();
      });
  return own == quotes.end() ? quotes.front() : *own;
}

}  // namespace

std::vector<Conflict> CountConflicts(
    const std::vector<CountEntry>& counts, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  const auto explained = [&](const CountEntry& a, const CountEntry& b) {
    const std::int32_t difference = std::abs(a.stated - b.stated);
    return std::any_of(
        relations.begin(), relations.end(), [&](const auto& relation) {
          return relation.item->type == "re-affirms" && relation.subject &&
                 registry.works[*relation.subject].id == a.work &&
                 relation.item->object_count == difference;
        });
  };
  std::vector<Conflict> conflicts;
  const CountEntry* last = nullptr;
  for (const CountEntry& b : counts) {
    if (!b.total) continue;
    const CountEntry& a = last == nullptr ? b : *last;
    last = &b;
    if (&a == &b || a.work.empty()) continue;
    if (a.work != b.work || a.what != b.what) continue;
    if (a.what != kRecommendations || explained(a, b)) continue;
    Conflict conflict;
    conflict.rule = "two counts for one work";
    conflict.subject =
        registry.works[*registry.IndexOf(a.work)].title + ": " + a.what;
    conflict.value_a = std::to_string(a.stated);
    conflict.value_b = std::to_string(b.stated);
    const Work& work = registry.works[*registry.IndexOf(a.work)];
    conflict.a = OwnFirst(a.quotes, work);
    conflict.b = OwnFirst(b.quotes, work);
    conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

std::vector<Conflict> PartitionConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  std::vector<Conflict> conflicts;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const StatedCount& count : reports[i]->extraction.counts) {
      if (!count.unbalanced || count.partition.empty()) continue;
      Conflict conflict;
      conflict.rule = "parts that do not add up";
      conflict.subject = SubjectOf(count, i, reports, registry, relations);
      conflict.value_a = std::to_string(count.count);
      conflict.value_b = std::to_string(SumOf(count.partition));
      conflict.printed_a = "stated " + conflict.value_a;
      conflict.printed_b = Arithmetic(count.partition);
      conflict.a = MakeQuote(*reports[i], count.span);
      conflict.b = MakeQuote(*reports[i], SpanOf(count.partition));
      conflicts.push_back(std::move(conflict));
    }
  }
  return conflicts;
}

}  // namespace concord::crossref
