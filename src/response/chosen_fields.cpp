#include "response/chosen_fields.h"

#include <algorithm>

#include "concord/base/unicode.h"

namespace concord::response {
namespace {

using overlap::Field;
using overlap::WordingDecision;

// What the others say otherwise; their texts are listed with them already.
std::vector<SetAside> SetAsideFor(const WordingDecision& choice,
                                  const RecommendationsById& recommendations,
                                  const Entry& entry) {
  std::vector<SetAside> others;
  if (choice.field == Field::kText) return others;
  const std::vector<std::string> stands =
      overlap::SaidIn(choice.field, recommendations.at(choice.id)->item);
  const auto says = [&](const std::string& value) {
    return [folded = FoldWords(value)](const std::string& other) {
      return FoldWords(other) == folded;
    };
  };
  for (const SourceQuote& member : entry.members) {
    if (member.id == choice.id.value) continue;
    const auto& item = recommendations.at(RecommendationId{member.id})->item;
    for (const std::string& value : overlap::SaidIn(choice.field, item)) {
      if (std::none_of(stands.begin(), stands.end(), says(value))) {
        others.push_back({member.id, member.source, value});
      }
    }
  }
  return others;
}

}  // namespace

std::vector<RecommendationId> TextFirst(
    std::vector<RecommendationId> members,
    const std::vector<WordingDecision>& wording) {
  for (const WordingDecision& choice : wording) {
    if (choice.field != Field::kText) continue;
    std::stable_partition(
        members.begin(), members.end(),
        [&](const RecommendationId& id) { return id == choice.id; });
  }
  return members;
}

bool Stands(Field field, const RecommendationId& member,
            const std::vector<WordingDecision>& wording) {
  const auto choice =
      std::find_if(wording.begin(), wording.end(),
                   [&](const auto& one) { return one.field == field; });
  return choice == wording.end() || choice->id == member;
}

void AddChosenFields(const std::vector<WordingDecision>& wording,
                     const RecommendationsById& recommendations, Entry* entry) {
  for (const WordingDecision& choice : wording) {
    const auto member = std::find_if(
        entry->members.begin(), entry->members.end(),
        [&](const SourceQuote& quote) { return quote.id == choice.id.value; });
    if (member == entry->members.end()) continue;
    entry->chosen.push_back({std::string(Name(choice.field)), choice.id.value,
                             member->source, choice.by,
                             SetAsideFor(choice, recommendations, *entry)});
  }
}

}  // namespace concord::response
