// Tests: tests/unit/response/compose_test.cpp.

#include "response/conflicts.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "response/reported.h"

namespace concord::response {
namespace {

using crossref::Conflict;
using store::StoredRecommendation;

class Selector {
 public:
  Selector(const scope::Holdings& holdings,
           const std::map<RecommendationId, std::int32_t>& entries,
           NumberedSources* sources, ConsolidatedResponse* response)
      : entries_(entries), sources_(*sources), response_(*response) {
    for (const StoredRecommendation& item : holdings.recommendations) {
      items_.emplace(item.id, &item);
      const auto entry = entries.find(item.id);
      if (entry != entries.end()) {
        included_[item.report].emplace_back(item.item.span, entry->second);
      }
    }
    const std::set<WorkId> works = WorksAnswered(holdings, entries);
    for (const crossref::Work& work : holdings.crossref.works) {
      if (works.contains(work.id)) titles_.push_back(work.title);
    }
  }

  void Add(const Conflict& conflict) {
    if (conflict.rule == "two dates for one work" ||
        conflict.rule == "two dates for one meeting") {
      return;
    }
    std::set<std::int32_t> entries = EntriesAt(conflict.a);
    entries.merge(EntriesAt(conflict.b));
    if (entries.empty() && !IsOfWorkAnswered(conflict.subject)) return;
    response_.conflicts.push_back(
        {.rule = conflict.rule,
         .subject = conflict.subject,
         .says_a = conflict.printed_a,
         .says_b = conflict.printed_b,
         .quote_a = sources_.Quote(conflict.a, conflict.rule),
         .quote_b = sources_.Quote(conflict.b, conflict.rule),
         .entries = {entries.begin(), entries.end()}});
  }

  // One that is answered here and one that is not.
  void Add(const overlap::Link& link) {
    if (link.comparison.relation != overlap::Relation::kContradicts) return;
    const auto a = entries_.find(link.a);
    const auto b = entries_.find(link.b);
    if ((a == entries_.end()) == (b == entries_.end())) return;
    const bool first = b == entries_.end();
    const auto inside = items_.find(first ? link.a : link.b);
    const auto outside = items_.find(first ? link.b : link.a);
    if (inside == items_.end() || outside == items_.end()) return;
    response_.conflicts.push_back({.rule = "recommendations that contradict",
                                   .subject = ReasonOf(link.comparison),
                                   .says_a = Called(*inside->second),
                                   .says_b = Called(*outside->second),
                                   .quote_a = sources_.Quote(*inside->second),
                                   .quote_b = sources_.Quote(*outside->second),
                                   .entries = {first ? a->second : b->second}});
  }

 private:
  static std::string Called(const StoredRecommendation& one) {
    return one.item.label.empty() ? one.id.value
                                  : "recommendation " + one.item.label;
  }

  std::set<std::int32_t> EntriesAt(const crossref::Quote& quote) const {
    std::set<std::int32_t> entries;
    const auto found = included_.find(quote.report);
    if (found == included_.end()) return entries;
    for (const auto& [span, entry] : found->second) {
      if (Overlaps(span, quote.span)) entries.insert(entry);
    }
    return entries;
  }

  // "X", or "X: recommendations carried out".
  bool IsOfWorkAnswered(std::string_view subject) const {
    return std::any_of(
        titles_.begin(), titles_.end(), [&](const std::string& title) {
          return subject == title ||
                 subject.starts_with(title + ": recommendations");
        });
  }

  const std::map<RecommendationId, std::int32_t>& entries_;
  NumberedSources& sources_;
  ConsolidatedResponse& response_;
  std::map<RecommendationId, const StoredRecommendation*> items_;
  std::map<ReportId, std::vector<std::pair<TextSpan, std::int32_t>>> included_;
  std::vector<std::string> titles_;
};

}  // namespace

void AddConflicts(const std::vector<Conflict>& of_links,
                  const std::vector<overlap::Link>& links,
                  const scope::Holdings& holdings,
                  const std::map<RecommendationId, std::int32_t>& entries,
                  NumberedSources* sources, ConsolidatedResponse* response) {
  Selector selector(holdings, entries, sources, response);
  for (const Conflict& one : holdings.crossref.conflicts) selector.Add(one);
  for (const Conflict& one : of_links) selector.Add(one);
  for (const overlap::Link& link : links) selector.Add(link);
}

}  // namespace concord::response
