#pragma once
// The words that dates are made of.
//
// All look-ups take lower-case words and return 0 (or kNone) where the word
// says nothing. Tables are constants; safe from any thread.

#include <cstdint>
#include <string_view>

namespace concord::extraction::dates {

struct MonthWord {
  int month = 0;             // 1..12; 0 = no month
  bool abbreviated = false;  // "sept"
};
MonthWord MonthOf(std::string_view lower);

// 1 = Monday .. 7 = Sunday. Plurals ("fridays") are left to the caller.
struct WeekdayWord {
  int weekday = 0;
  bool abbreviated = false;
};
WeekdayWord WeekdayOf(std::string_view lower);

// EDTF season code 21..24; 0 = no season.
int SeasonOf(std::string_view lower);

// "third" -> 3, up to "twentieth" and "thirtieth"; 0 = no ordinal.
int OrdinalWordOf(std::string_view lower);

bool IsOrdinalSuffix(std::string_view lower);  // st nd rd th

enum class Unit : std::uint8_t {
  kNone,
  kDay,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
};
struct UnitWord {
  Unit unit = Unit::kNone;
  bool plural = false;
};
UnitWord UnitOf(std::string_view lower);

// Which way "last", "this" and "next" point: -1, 0, +1.
struct Direction {
  bool known = false;
  int step = 0;
  // The word is safe in running text. "the previous year" and "the following
  // week" lean on something said before and not on the day of writing.
  bool deictic = false;
};
Direction DirectionOf(std::string_view lower);

// Which part of a period: "early", "mid", "late".
enum class Part : std::uint8_t { kNone, kEarly, kMid, kLate };
Part PartOf(std::string_view lower);

// True for words that can follow a date without being counted by its number:
// "on May 20 the Board met" against "in May 20 officers left".
bool IsFunctionWord(std::string_view lower);

// True for a lower-case plural noun: "officers", not "was".
bool LooksPlural(std::string_view lower);

}  // namespace concord::extraction::dates
