#include "document/structure/list_numbers.h"

namespace concord::document {
namespace {

std::string Letters(int count, char first) {
  // Word goes on with aa, bb after z.
  const auto times = static_cast<std::size_t>(count - 1) / 26 + 1;
  return std::string(times, static_cast<char>(first + (count - 1) % 26));
}

std::string Roman(int count, bool upper) {
  struct Sign {
    int value;
    const char* lower;
  };
  constexpr std::array kSigns = {
      Sign{1000, "m"}, Sign{900, "cm"}, Sign{500, "d"}, Sign{400, "cd"},
      Sign{100, "c"},  Sign{90, "xc"},  Sign{50, "l"},  Sign{40, "xl"},
      Sign{10, "x"},   Sign{9, "ix"},   Sign{5, "v"},   Sign{4, "iv"},
      Sign{1, "i"}};
  std::string text;
  for (const Sign& sign : kSigns) {
    for (; count >= sign.value; count -= sign.value) text += sign.lower;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string Ordinal(int count) {
  const int last = count % 10;
  const bool teen = count % 100 / 10 == 1;
  const char* end = teen || last == 0 || last > 3 ? "th"
                    : last == 1                   ? "st"
                    : last == 2                   ? "nd"
                                                  : "rd";
  return std::to_string(count) + end;
}

constexpr int kHighest = 3000;  // counts beyond are printed as digits

}  // namespace

std::string FormatCount(int count, CountStyle style) {
  if (style == CountStyle::kBullet || style == CountStyle::kNone) return "";
  if (count < 1 || count > kHighest) return std::to_string(count);
  switch (style) {
    case CountStyle::kLowerLetter:
      return Letters(count, 'a');
    case CountStyle::kUpperLetter:
      return Letters(count, 'A');
    case CountStyle::kLowerRoman:
      return Roman(count, false);
    case CountStyle::kUpperRoman:
      return Roman(count, true);
    case CountStyle::kOrdinal:
      return Ordinal(count);
    case CountStyle::kDecimal:
    case CountStyle::kBullet:
    case CountStyle::kNone:
      break;
  }
  return std::to_string(count);
}

void ListCounts::Restart(std::size_t level, int start) {
  counts_[level] = {start - 1, true};
}

std::string ListCounts::Next(const std::array<ListLevel, kListLevels>& levels,
                             std::size_t level) {
  for (std::size_t i = 0; i <= level; ++i) {
    Count& count = counts_[i];
    if (count.begun) continue;
    // A level that is left out counts as its first.
    count = {levels[i].start - (i == level ? 1 : 0), true};
  }
  ++counts_[level].value;
  for (std::size_t i = level + 1; i < counts_.size(); ++i) counts_[i] = {};
  const ListLevel& own = levels[level];
  if (own.style == CountStyle::kBullet) return "\xE2\x80\xA2";
  std::string label;
  for (std::size_t i = 0; i < own.pattern.size(); ++i) {
    const char c = own.pattern[i];
    const char next = i + 1 < own.pattern.size() ? own.pattern[i + 1] : '\0';
    if (c != '%' || next < '1' || next > '9') {
      label.push_back(c);
      continue;
    }
    const auto at = static_cast<std::size_t>(next - '1');
    const CountStyle style =
        own.legal ? CountStyle::kDecimal : levels[at].style;
    label += FormatCount(counts_[at].value, style);
    ++i;
  }
  return label;
}

}  // namespace concord::document
