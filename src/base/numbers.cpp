// Numbers written as words or roman numerals, as reports write them:
// "thirty-eight", "one hundred and sixty-nine", "IV".

#include <charconv>
#include <unordered_map>

#include "concord/base/unicode.h"

namespace concord {
namespace {

const std::unordered_map<std::string_view, int>& SmallNumbers() {
  static const std::unordered_map<std::string_view, int> kNumbers = {
      {"zero", 0},      {"no", 0},       {"one", 1},        {"two", 2},
      {"three", 3},     {"four", 4},     {"five", 5},       {"six", 6},
      {"seven", 7},     {"eight", 8},    {"nine", 9},       {"ten", 10},
      {"eleven", 11},   {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14},
      {"fifteen", 15},  {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
      {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},    {"forty", 40},
      {"fourty", 40},   {"fifty", 50},   {"sixty", 60},     {"seventy", 70},
      {"eighty", 80},   {"ninety", 90}};
  return kNumbers;
}

int Digits(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c == ',') continue;
    if (c < '0' || c > '9') return -1;
    digits.push_back(c);
  }
  int value = -1;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value
                                                                      : -1;
}

// Adds one word of a number phrase; false where it is no number word.
bool AddWord(std::string_view word, int* total, int* current) {
  if (word == "and" && (*total > 0 || *current > 0)) return true;
  if (word == "hundred") {
    *current = (*current == 0 ? 1 : *current) * 100;
    return *current <= 9900;
  }
  if (word == "thousand") {
    *total += (*current == 0 ? 1 : *current) * 1000;
    *current = 0;
    return *total <= 9000;
  }
  const auto found = SmallNumbers().find(word);
  if (found == SmallNumbers().end()) return false;
  const int last = *current % 100;
  const bool fits = *current == 0 || last == 0 ||
                    (last >= 20 && last % 10 == 0 && found->second < 10);
  *current += found->second;
  return fits;
}

}  // namespace

int NumberWord(std::string_view words) {
  const std::string text = CollapseSpace(words);
  if (text.empty()) return -1;
  if (text[0] >= '0' && text[0] <= '9') return Digits(text);
  const std::string folded = FoldWords(text);
  int total = 0;
  int current = 0;
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = folded.find(' ', begin);
    if (end == std::string::npos) end = folded.size();
    const auto word = std::string_view(folded).substr(begin, end - begin);
    if (!AddWord(word, &total, &current)) return -1;
    begin = end + 1;
  }
  return total + current;
}

int RomanNumeral(std::string_view word) {
  static constexpr std::string_view kOnes[] = {"i",  "ii",  "iii",  "iv", "v",
                                               "vi", "vii", "viii", "ix"};
  constexpr std::size_t kLongest = 7;  // XXXVIII
  if (word.empty() || word.size() > kLongest) return 0;
  char lower[kLongest] = {};
  for (std::size_t i = 0; i < word.size(); ++i) {
    lower[i] = static_cast<char>(word[i] | 0x20);
  }
  std::string_view rest(lower, word.size());
  int tens = 0;
  while (tens < 3 && rest.starts_with('x')) {
    rest.remove_prefix(1);
    ++tens;
  }
  if (rest.empty()) return 10 * tens;
  for (int one = 1; one <= 9; ++one) {
    if (rest == kOnes[one - 1]) return 10 * tens + one;
  }
  return 0;
}

}  // namespace concord
