#include "engine/kind_tally.h"

#include <fmt/format.h>

#include <string_view>

namespace concord::engine {

std::string KindTally::InWords() const {
  using Kind = extraction::RecommendationKind;
  constexpr struct {
    Kind kind;
    std::string_view one;
    std::string_view many;
  } kKinds[] = {
      {Kind::kRecommendation, "recommendation", "recommendations"},
      {Kind::kDecision, "decision sought", "decisions sought"},
      {Kind::kCommitment, "commitment", "commitments"},
  };
  std::string words;
  for (const auto& [kind, one, many] : kKinds) {
    const std::uint64_t count = counts_.at(static_cast<std::size_t>(kind));
    if (count == 0) continue;
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count,
                         count == 1 ? one : many);
  }
  return words.empty() ? "0 recommendations" : words;
}

}  // namespace concord::engine
