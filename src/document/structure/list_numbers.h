#pragma once
// The labels a word processor prints before the paragraphs of its lists.
//
//   pattern "%1.%2"   counts 3, 2   decimal, decimal    "3.2"
//   pattern "(%1)"    count 3       small letters       "(c)"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace concord::document {

constexpr std::size_t kListLevels = 10;

enum class CountStyle {
  kDecimal,
  kLowerLetter,
  kUpperLetter,
  kLowerRoman,
  kUpperRoman,
  kOrdinal,
  kBullet,
  kNone,
};

struct ListLevel {
  CountStyle style = CountStyle::kDecimal;
  std::string pattern;  // "%1." with %1..%9 for the counts of the levels
  int start = 1;
  bool legal = false;  // all counts decimal
};

// "c", "iii", "3rd": 1-based; "" for kBullet and kNone.
std::string FormatCount(int count, CountStyle style);

// The counts of one list, level by level.
class ListCounts {
 public:
  // Counts on at `level` (from 0) and prints its label.
  std::string Next(const std::array<ListLevel, kListLevels>& levels,
                   std::size_t level);
  void Restart(std::size_t level, int start);

 private:
  struct Count {
    int value = 0;
    bool begun = false;
  };
  std::array<Count, kListLevels> counts_;
};

}  // namespace concord::document
