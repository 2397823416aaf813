#include "extraction/grams.h"

#include <algorithm>
#include <array>
#include <functional>

#include "concord/base/unicode.h"
#include "extraction/latin.h"
#include "extraction/needed_letters.h"

namespace concord::extraction {
namespace {

constexpr std::size_t kKeys = 1u << 14;

thread_local GramsInUse* t_in_use = nullptr;

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

void Grams::AddPlacesOf(std::string_view letters, std::size_t most,
                        std::vector<std::uint32_t>* places) const {
  // By its rarest gram.
  std::size_t rarest = 0;
  std::size_t fewest = places_.size() + 1;
  for (std::size_t at = 0; at + kLength <= letters.size(); ++at) {
    const std::uint16_t key = KeyOf(&letters[at]);
    const std::size_t count = first_[key + 1] - first_[key];
    if (count >= fewest) continue;
    if (count == 0) return;
    fewest = count;
    rarest = at;
  }
  const std::uint16_t key = KeyOf(&letters[rarest]);
  for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
    if (places_[i] < rarest) continue;
    const std::size_t begin = places_[i] - rarest;
    if (begin + letters.size() > text_.size()) break;
    const bool same =
        std::equal(letters.begin(), letters.end(), text_.begin() + begin,
                   [](char small, char letter) {
                     return static_cast<unsigned char>(small) == Lower(letter);
                   });
    if (!same) continue;
    places->push_back(static_cast<std::uint32_t>(begin));
    if (places->size() > most) return;
  }
}

bool Grams::Holds(std::string_view part) const {
  const std::less_equal<const char*> before;
  return before(text_.data(), part.data()) &&
         before(part.data() + part.size(), text_.data() + text_.size());
}

std::uint32_t Grams::OffsetOf(std::string_view part) const {
  return static_cast<std::uint32_t>(part.data() - text_.data());
}

GramsInUse::GramsInUse(std::string_view text) : outer_(t_in_use) {
  if (For(text) != nullptr || HasFoldedSign(text)) return;
  grams_.emplace(text);
  is_latin_ = IsLatin(text);
  t_in_use = this;
}

GramsInUse::~GramsInUse() { t_in_use = outer_; }

GramsInUse* GramsInUse::For(std::string_view part) {
  GramsInUse* page = t_in_use;
  while (page != nullptr && !page->grams_->Holds(part)) page = page->outer_;
  return page;
}

const NeededPlaces& GramsInUse::PlacesOf(std::size_t number,
                                         const NeededLetters& needed) {
  if (number >= places_.size()) places_.resize(number + 1);
  if (!places_[number]) {
    places_[number] = std::make_unique<const NeededPlaces>(needed.In(*grams_));
  }
  return *places_[number];
}

std::vector<TextSpan> GramsInUse::SentencesIn(TextSpan within) {
  constexpr std::size_t kLettersToASentence = 8;
  const std::uint64_t key = std::uint64_t{within.begin} << 32 | within.end;
  if (const auto held = sentences_.find(key); held != sentences_.end()) {
    return held->second;
  }
  std::vector<TextSpan> sentences = Sentences(grams_->text(), within);
  if ((remembered_ + sentences.size()) * kLettersToASentence <=
      grams_->text().size()) {
    remembered_ += sentences.size();
    sentences_.emplace(key, sentences);
  }
  return sentences;
}

}  // namespace concord::extraction
