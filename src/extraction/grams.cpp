#include "extraction/grams.h"

#include <algorithm>
#include <array>
#include <functional>

namespace concord::extraction {
namespace {

constexpr std::size_t kKeys = 1u << 14;

thread_local const Grams* t_in_use = nullptr;

// Letters that are s and k where case does not count, and no ASCII: texts with
// them are not looked up.
bool HasFoldedSign(std::string_view text) {
  return text.find(kLongS) != std::string_view::npos ||
         text.find(kKelvin) != std::string_view::npos;
}

constexpr std::uint32_t Lower(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte;
}

}  // namespace

std::uint16_t Grams::KeyOf(const char* letters) {
  const std::uint32_t packed =
      Lower(letters[0]) | Lower(letters[1]) << 8 | Lower(letters[2]) << 16;
  // Fibonacci hashing: the high bits of the product depend on all letters.
  return static_cast<std::uint16_t>((packed * 2654435769u) >> 18);
}

Grams::Grams(std::string_view text) : text_(text), first_(kKeys + 1, 0) {
  if (text.size() < kLength) return;
  const std::size_t count = text.size() - kLength + 1;
  places_.resize(count);
  for (std::size_t at = 0; at < count; ++at) ++first_[KeyOf(&text[at]) + 1];
  for (std::size_t key = 0; key < kKeys; ++key) first_[key + 1] += first_[key];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t at = 0; at < count; ++at) {
    places_[next[KeyOf(&text[at])]++] = static_cast<std::uint32_t>(at);
  }
}

bool Grams::MayStand(std::uint16_t key, TextSpan within) const {
  if (within.end < within.begin + kLength) return false;
  const auto end = places_.begin() + first_[key + 1];
  const auto place =
      std::lower_bound(places_.begin() + first_[key], end, within.begin);
  return place != end && *place + kLength <= within.end;
}

bool Grams::Holds(std::string_view part) const {
  const std::less_equal<const char*> before;
  return before(text_.data(), part.data()) &&
         before(part.data() + part.size(), text_.data() + text_.size());
}

std::uint32_t Grams::OffsetOf(std::string_view part) const {
  return static_cast<std::uint32_t>(part.data() - text_.data());
}

GramsInUse::GramsInUse(std::string_view text) : grams_(text), outer_(t_in_use) {
  t_in_use = HasFoldedSign(text) ? nullptr : &grams_;
}

GramsInUse::~GramsInUse() { t_in_use = outer_; }

const Grams* GramsInUse::For(std::string_view part) {
  return t_in_use != nullptr && t_in_use->Holds(part) ? t_in_use : nullptr;
}

}  // namespace concord::extraction
