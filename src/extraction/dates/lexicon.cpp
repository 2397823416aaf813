#include "extraction/dates/lexicon.h"
#include "extraction/dates/word_set.h"

#include <algorithm>
#include <array>

namespace concord::extraction::dates {
namespace {

struct NumberedWord {
  std::string_view word;
  int number;
};

template <std::size_t N>
int Find(const std::array<NumberedWord, N>& table, std::string_view word) {
  const auto found = std::find_if(
      table.begin(), table.end(),
      [word](const NumberedWord& entry) { return entry.word == word; });
  return found == table.end() ? 0 : found->number;
}

constexpr std::array<NumberedWord, 12> kMonths = {{{"january", 1},
                                                   {"february", 2},
                                                   {"march", 3},
                                                   {"april", 4},
                                                   {"may", 5},
                                                   {"june", 6},
                                                   {"july", 7},
                                                   {"august", 8},
                                                   {"september", 9},
                                                   {"october", 10},
                                                   {"november", 11},
                                                   {"december", 12}}};

constexpr std::array<NumberedWord, 12> kShortMonths = {{{"jan", 1},
                                                        {"feb", 2},
                                                        {"mar", 3},
                                                        {"apr", 4},
                                                        {"jun", 6},
                                                        {"jul", 7},
                                                        {"aug", 8},
                                                        {"sep", 9},
                                                        {"sept", 9},
                                                        {"oct", 10},
                                                        {"nov", 11},
                                                        {"dec", 12}}};

// As typists and scanners spell them.
constexpr std::array<NumberedWord, 20> kMisspeltMonths = {
    {{"janurary", 1},   {"januray", 1},   {"janaury", 1},   {"febuary", 2},
     {"feburary", 2},   {"februrary", 2}, {"febraury", 2},  {"agust", 8},
     {"auguest", 8},    {"septmber", 9},  {"setpember", 9}, {"septemeber", 9},
     {"sepetmber", 9},  {"septembar", 9}, {"octber", 10},   {"ocotber", 10},
     {"novemeber", 11}, {"novmber", 11},  {"decmber", 12},  {"decemeber", 12}}};

constexpr std::array<NumberedWord, 10> kWeekdays = {{{"monday", 1},
                                                     {"tuesday", 2},
                                                     {"teusday", 2},
                                                     {"wednesday", 3},
                                                     {"wenesday", 3},
                                                     {"thursday", 4},
                                                     {"thurday", 4},
                                                     {"friday", 5},
                                                     {"saturday", 6},
                                                     {"sunday", 7}}};

constexpr std::array<NumberedWord, 11> kShortWeekdays = {{{"mon", 1},
                                                          {"tue", 2},
                                                          {"tues", 2},
                                                          {"wed", 3},
                                                          {"weds", 3},
                                                          {"thu", 4},
                                                          {"thur", 4},
                                                          {"thurs", 4},
                                                          {"fri", 5},
                                                          {"sat", 6},
                                                          {"sun", 7}}};

constexpr std::array<NumberedWord, 21> kOrdinals = {
    {{"first", 1},       {"second", 2},       {"third", 3},
     {"fourth", 4},      {"fifth", 5},        {"sixth", 6},
     {"seventh", 7},     {"eighth", 8},       {"ninth", 9},
     {"tenth", 10},      {"eleventh", 11},    {"twelfth", 12},
     {"thirteenth", 13}, {"fourteenth", 14},  {"fifteenth", 15},
     {"sixteenth", 16},  {"seventeenth", 17}, {"eighteenth", 18},
     {"nineteenth", 19}, {"twentieth", 20},   {"thirtieth", 30}}};

constexpr std::array<NumberedWord, 4> kSeasons = {
    {{"spring", 21}, {"summer", 22}, {"autumn", 23}, {"winter", 24}}};

struct UnitEntry {
  std::string_view word;
  Unit unit;
};
constexpr std::array<UnitEntry, 9> kUnits = {{{"day", Unit::kDay},
                                              {"week", Unit::kWeek},
                                              {"fortnight", Unit::kFortnight},
                                              {"month", Unit::kMonth},
                                              {"quarter", Unit::kQuarter},
                                              {"qtr", Unit::kQuarter},
                                              {"year", Unit::kYear},
                                              {"yr", Unit::kYear},
                                              {"decade", Unit::kDecade}}};

}  // namespace

MonthWord MonthOf(std::string_view lower) {
  if (const int month = Find(kMonths, lower)) return {month, false};
  if (lower.size() > 4) {
    if (const int month = Find(kMisspeltMonths, lower)) return {month, false};
  }
  return {Find(kShortMonths, lower), true};
}

WeekdayWord WeekdayOf(std::string_view lower) {
  if (const int weekday = Find(kWeekdays, lower)) return {weekday, false};
  return {Find(kShortWeekdays, lower), true};
}

int SeasonOf(std::string_view lower) { return Find(kSeasons, lower); }

int OrdinalWordOf(std::string_view lower) { return Find(kOrdinals, lower); }

bool IsOrdinalSuffix(std::string_view lower) {
  return lower == "st" || lower == "nd" || lower == "rd" || lower == "th";
}

UnitWord UnitOf(std::string_view lower) {
  for (const UnitEntry& entry : kUnits) {
    if (lower == entry.word) return {entry.unit, false};
    if (lower.size() == entry.word.size() + 1 && lower.back() == 's' &&
        lower.substr(0, entry.word.size()) == entry.word) {
      return {entry.unit, true};
    }
  }
  return {};
}

Direction DirectionOf(std::string_view lower) {
  if (lower == "this" || lower == "current") return {true, 0, true};
  if (lower == "last") return {true, -1, true};
  if (lower == "next" || lower == "coming") return {true, 1, true};
  if (lower == "past" || lower == "previous" || lower == "preceding") {
    return {true, -1, false};
  }
  if (lower == "following" || lower == "upcoming") return {true, 1, false};
  return {};
}

Part PartOf(std::string_view lower) {
  if (lower == "early") return Part::kEarly;
  if (lower == "mid" || lower == "middle") return Part::kMid;
  if (lower == "late") return Part::kLate;
  return Part::kNone;
}

bool IsFunctionWord(std::string_view lower) {
  static const WordSet kWords(
      "a after all an and are as at be been but by can did for from had has "
      "have he i if in into is it its last may must next not of on only "
      "onwards or our shall she should so that the their there they this to "
      "under until was we were when where which while who whose will with "
      "would meeting");
  return kWords.Has(lower);
}

bool LooksPlural(std::string_view lower) {
  static const WordSet kNot(
      "was has this its less various across unless plus versus thus always "
      "perhaps is as besides towards series onwards does his us afterwards "
      "regards proposals");
  static const WordSet kIrregular("people men women children staff police");
  if (kIrregular.Has(lower)) return true;
  return lower.size() > 3 && lower.back() == 's' && !kNot.Has(lower);
}

}  // namespace concord::extraction::dates
