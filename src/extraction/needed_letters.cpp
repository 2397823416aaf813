#include "extraction/needed_letters.h"

#include <algorithm>

#include "extraction/needed_strings.h"

namespace concord::extraction {
namespace {

// A set that stands more often than once in so many letters tells little.
constexpr std::size_t kLettersToAPlace = 24;
// Nor is memory spent on more places than this, for each of 700 expressions.
constexpr std::size_t kMostPlaces = 10'000;

}  // namespace

NeededLetters::NeededLetters(std::string_view expression)
    : sets_(NeededStrings(expression)) {}

NeededPlaces NeededLetters::In(const Grams& grams) const {
  NeededPlaces places;
  const std::size_t most =
      std::min(kMostPlaces, 16 + grams.text().size() / kLettersToAPlace);
  for (const std::vector<std::string>& set : sets_) {
    std::vector<std::uint32_t> stands;
    for (const std::string& one : set) {
      if (stands.size() > most) break;
      grams.AddPlacesOf(one, most, &stands);
    }
    if (stands.empty()) {
      places.nowhere_ = true;
      return places;
    }
    if (stands.size() > most) continue;
    std::sort(stands.begin(), stands.end());
    places.sets_.push_back(std::move(stands));
  }
  return places;
}

// Whether the string is whole in the span is left to the expression.
bool NeededPlaces::MayMatch(TextSpan within) const {
  if (nowhere_) return false;
  return std::all_of(sets_.begin(), sets_.end(), [&](const auto& stands) {
    const auto place =
        std::lower_bound(stands.begin(), stands.end(), within.begin);
    return place != stands.end() && *place < within.end;
  });
}

}  // namespace concord::extraction
