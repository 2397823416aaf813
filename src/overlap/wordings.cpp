// Which member of a group gives it its text, addressee, owner or due date.

#include <algorithm>
#include <array>
#include <map>

#include "concord/overlap/decisions.h"

namespace concord::overlap {
namespace {

constexpr std::array<Field, 4> kFields = {Field::kText, Field::kAddressee,
                                          Field::kOwner, Field::kDue};

}  // namespace

std::string_view Name(Field field) {
  switch (field) {
    case Field::kText:
      return "text";
    case Field::kAddressee:
      return "addressee";
    case Field::kOwner:
      return "owner";
    case Field::kDue:
      return "due";
  }
  return "text";
}

std::optional<Field> ReadField(std::string_view name) {
  for (const Field field : kFields) {
    if (Name(field) == name) return field;
  }
  return std::nullopt;
}

std::vector<WordingDecision> WordingOf(
    const Decisions& decisions, const std::vector<RecommendationId>& members) {
  std::map<Field, const WordingDecision*> last;
  for (const WordingDecision& chosen : decisions.wordings) {
    const bool member =
        std::find(members.begin(), members.end(), chosen.id) != members.end();
    if (member) last[chosen.field] = &chosen;
  }
  std::vector<WordingDecision> wording;
  // One recommendation by itself has nobody to stand for.
  if (members.size() < 2) return wording;
  for (const auto& [field, chosen] : last) wording.push_back(*chosen);
  return wording;
}

std::vector<std::string> SaidIn(Field field,
                                const extraction::Recommendation& item) {
  std::vector<std::string> said;
  switch (field) {
    case Field::kText:
      if (!item.text.empty()) said.push_back(item.text);
      break;
    case Field::kAddressee:
      if (!item.addressee.empty()) said.push_back(item.addressee);
      break;
    case Field::kOwner:
      for (const extraction::OwnerMention& owner : item.owners) {
        said.push_back(owner.name);
      }
      break;
    case Field::kDue:
      for (const extraction::DateMention& due : item.due) {
        said.push_back(due.printed);
      }
      break;
  }
  return said;
}

}  // namespace concord::overlap
