#include "response/stated_relations.h"

#include <algorithm>
#include <set>

#include "concord/response/reach.h"

namespace concord::response {
namespace {

class Placing {
 public:
  Placing(const scope::Holdings& holdings,
          const std::map<RecommendationId, std::int32_t>& entries,
          ConsolidatedResponse* response)
      : reaches_(holdings), entries_(entries), response_(response) {}

  void Place(const crossref::RelationEntry& relation,
             NumberedSources* sources) {
    const Reaches::Named object = reaches_.Object(relation);
    const bool proposed = reaches_.IsProposed(relation);
    StatedRelation stated{
        .type = relation.type,
        .subject = relation.subject,
        .object = relation.object,
        .reach = object.reach,
        .entries = EntriesOf(object.recommendations),
        .by_entries = EntriesOf(reaches_.Subject(relation)),
        .quote = sources->Quote(
            relation.quote,
            relation.type + (proposed ? std::string(kProposed) : "")),
        .proposed = proposed,
        .recommendations = object.recommendations};
    stated.quote.whole_set = object.reach == Reach::kWholeSet;
    for (const std::int32_t number : stated.entries) {
      Entry& entry = At(number);
      entry.evidence.push_back(stated.quote);
      if (relation.type == "supersedes" && !proposed &&
          object.reach == Reach::kNamed) {
        Supersede(stated, object.recommendations, &entry);
      }
    }
    response_->relations.push_back(std::move(stated));
  }

 private:
  std::vector<std::int32_t> EntriesOf(
      const std::vector<RecommendationId>& ids) const {
    std::set<std::int32_t> numbers;
    for (const RecommendationId& id : ids) {
      const auto found = entries_.find(id);
      if (found != entries_.end()) numbers.insert(found->second);
    }
    return {numbers.begin(), numbers.end()};
  }

  Entry& At(std::int32_t number) const {
    return response_->entries[static_cast<std::size_t>(number - 1)];
  }

  // An entry that answers several is superseded when all of them are.
  static void Supersede(const StatedRelation& stated,
                        const std::vector<RecommendationId>& superseded,
                        Entry* entry) {
    const bool all = std::all_of(
        entry->members.begin(), entry->members.end(),
        [&](const SourceQuote& member) {
          return std::find(superseded.begin(), superseded.end(),
                           RecommendationId{member.id}) != superseded.end();
        });
    if (!all) return;
    entry->implementation = store::Implementation::kSuperseded;
    entry->implementation_source = stated.quote;
    entry->implementation_by = stated.subject;
    entry->implementation_by_entries = stated.by_entries;
  }

  Reaches reaches_;
  const std::map<RecommendationId, std::int32_t>& entries_;
  ConsolidatedResponse* response_;
};

}  // namespace

std::string_view Name(Reach reach) {
  switch (reach) {
    case Reach::kNamed:
      return "named";
    case Reach::kSome:
      return "some";
    case Reach::kWholeSet:
      break;
  }
  return "whole set";
}

void AddStatedRelations(const scope::Holdings& holdings,
                        const std::map<RecommendationId, std::int32_t>& entries,
                        NumberedSources* sources,
                        ConsolidatedResponse* response) {
  Placing placing(holdings, entries, response);
  for (const crossref::RelationEntry& relation : response->basis.relations) {
    placing.Place(relation, sources);
  }
}

}  // namespace concord::response
