// Packed: how many hyphenated words; for each its place and number; then the
// numbers of all words in order. Four bytes each, the lowest first. A zero
// stands between two texts.

#include "index/word_order.h"

#include <algorithm>

namespace concord::index {
namespace {

constexpr WordNumber kBetweenTexts = 0;
constexpr std::size_t kBytes = sizeof(WordNumber);

// What a boundary between texts counts for NEAR.
constexpr std::uint32_t kGap = 200;

void Append(std::uint32_t number, std::string* packed) {
  for (std::size_t i = 0; i < kBytes; ++i) {
    packed->push_back(static_cast<char>(number >> (8 * i) & 0xFFu));
  }
}

std::uint32_t Read(std::string_view packed, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(packed[at * kBytes + i])}
           << (8 * i);
  };
  return byte(0) | byte(1) | byte(2) | byte(3);
}

bool Holds(const WordNumbers& numbers, WordNumber number) {
  if (numbers.size() == 1) return numbers[0] == number;
  return std::binary_search(numbers.begin(), numbers.end(), number);
}

}  // namespace

WordNumber NumberOf(std::string_view term) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : term) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return hash == kBetweenTexts ? 1 : hash;
}

WordNumbers NumbersOf(const std::vector<std::string>& terms) {
  WordNumbers numbers;
  numbers.reserve(terms.size());
  for (const std::string& term : terms) numbers.push_back(NumberOf(term));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void WordOrderWriter::BeginText() {
  if (!words_.empty()) words_.push_back(kBetweenTexts);
  text_ = static_cast<std::uint32_t>(words_.size());
}

void WordOrderWriter::AddWord(std::string_view term) {
  words_.push_back(NumberOf(term));
}

void WordOrderWriter::AddJoined(std::string_view term, std::uint32_t first) {
  joined_.push_back({text_ + first, NumberOf(term)});
}

std::string WordOrderWriter::Packed() const {
  std::string packed;
  if (words_.empty()) return packed;
  packed.reserve((1 + 2 * joined_.size() + words_.size()) * kBytes);
  Append(static_cast<std::uint32_t>(joined_.size()), &packed);
  for (const Joined& word : joined_) {
    Append(word.place, &packed);
    Append(word.number, &packed);
  }
  for (const WordNumber word : words_) Append(word, &packed);
  return packed;
}

WordOrder::WordOrder(std::string_view packed) {
  if (packed.size() < kBytes) return;
  const std::size_t joined = std::size_t{Read(packed, 0)} * 2 * kBytes;
  packed.remove_prefix(kBytes);
  if (joined > packed.size()) return;  // damaged: no words
  joined_ = packed.substr(0, joined);
  words_ = packed.substr(joined);
}

WordNumber WordOrder::At(std::size_t place) const {
  return Read(words_, place);
}

std::vector<std::uint32_t> WordOrder::PlacesOf(
    const WordNumbers& wanted) const {
  std::vector<std::uint32_t> places;
  std::uint32_t gaps = 0;
  std::size_t next = 0;  // of the hyphenated words
  const std::size_t joined = joined_.size() / (2 * kBytes);
  for (std::size_t i = 0; i < size(); ++i) {
    const auto place = static_cast<std::uint32_t>(i) + gaps;
    const WordNumber word = At(i);
    bool found = Holds(wanted, word);
    for (; next < joined && Read(joined_, 2 * next) <= i; ++next) {
      found = found || Holds(wanted, Read(joined_, 2 * next + 1));
    }
    if (found) places.push_back(place);
    if (word == kBetweenTexts) gaps += kGap;
  }
  return places;
}

bool WordOrder::HasInARow(const std::vector<WordNumbers>& row) const {
  if (row.empty() || row.size() > size()) return false;
  for (std::size_t first = 0; first + row.size() <= size(); ++first) {
    std::size_t held = 0;
    while (held < row.size() && Holds(row[held], At(first + held))) ++held;
    if (held == row.size()) return true;
  }
  return false;
}

}  // namespace concord::index
