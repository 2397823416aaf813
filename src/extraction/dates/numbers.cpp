// The numbers inside dates: days, years, and what must not touch them.
#include <algorithm>
#include <array>

#include "extraction/dates/lexicon.h"
#include "extraction/dates/points.h"

namespace concord::extraction::dates {
namespace {

bool IsCurrencySign(const Scene& scene, std::size_t index) {
  if (!scene.IsKind(index, TokenKind::kMark)) return false;
  const std::string_view mark = Slice(scene.text(), scene.at(index).span);
  return mark == "$" || mark == "#" || mark == "%" || mark == "&" ||
         mark == "_" || mark == "=" || mark == "@" || mark == "\xC2\xA3" ||
         mark == "\xE2\x82\xAC";
}

// "thirty-first", "twenty second".
std::optional<DayNumber> ReadOrdinalWord(const Scene& scene,
                                         std::size_t index) {
  const std::string_view word = scene.at(index).lower;
  const int tens = word == "twenty" ? 20 : word == "thirty" ? 30 : 0;
  if (tens != 0) {
    const bool dash = scene.IsKind(index + 1, TokenKind::kDash);
    const std::size_t next = index + (dash ? 2 : 1);
    const int ones = OrdinalWordOf(scene.at(next).lower);
    if (ones < 1 || ones > 9 || tens + ones > 31) return {};
    return DayNumber{tens + ones, true, next + 1};
  }
  const int ordinal = OrdinalWordOf(word);
  if (ordinal == 0) return {};
  return DayNumber{ordinal, true, index + 1};
}

// "this year", "of last year", "next year".
std::optional<YearRead> ReadRelativeYear(const Scene& scene,
                                         std::size_t index) {
  const std::size_t at = scene.Is(index, "of") ? index + 1 : index;
  const Direction direction = DirectionOf(scene.at(at).lower);
  if (!direction.known || !direction.deictic) return {};
  if (!scene.Is(at + 1, "year") || !scene.base()) return {};
  return YearRead{scene.base()->year + direction.step, at + 2, true};
}

// Two digits after a month are a year where they cannot well be a count:
// "24 Jan 03" but not "6 October 20 officers".
bool ShortYearFits(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.digits != 2 || !EndsClean(scene, index)) return false;
  if (scene.whole() || token.value < 10) return true;
  const Token& next = scene.at(index + 1);
  const bool counted = next.kind == TokenKind::kWord && !next.capital &&
                       !next.line_before && !IsFunctionWord(next.lower);
  if (counted || !scene.base()) return false;
  const std::int32_t year = ExpandYear(scene, token.value);
  return std::abs(year - scene.base()->year) <= 3;
}

}  // namespace

bool StartsClean(const Scene& scene, std::size_t index) {
  if (IsCurrencySign(scene, index - 1)) return false;
  if (!scene.Glued(index)) return true;
  switch (scene.at(index - 1).kind) {
    case TokenKind::kWord:
    case TokenKind::kNumber:
    case TokenKind::kStop:
    case TokenKind::kSlash:
      return false;
    case TokenKind::kComma:
      // "Tuesday,10th April": a space was forgotten; "1,10" is one number.
      return scene.at(index - 2).kind == TokenKind::kWord;
    case TokenKind::kDash:
      // "CO-12 May", but "1999–2001" and "– 12 May" are read from the left.
      return !scene.Glued(index - 1) ||
             scene.at(index - 2).kind != TokenKind::kWord;
    default:
      return true;
  }
}

bool EndsClean(const Scene& scene, std::size_t index) {
  const std::size_t next = index + 1;
  if (!scene.Glued(next)) return true;
  const bool number_after =
      scene.IsKind(next + 1, TokenKind::kNumber) && scene.Glued(next + 1);
  switch (scene.at(next).kind) {
    case TokenKind::kWord:
      return false;
    case TokenKind::kStop:
    case TokenKind::kComma:
    case TokenKind::kSlash:
      return !number_after;
    case TokenKind::kMark: {
      const std::string_view mark = Slice(scene.text(), scene.at(next).span);
      return mark != "%" && !(mark == ":" && number_after) && mark != "_" &&
             mark != "=" && mark != "@" && mark != "+";
    }
    default:
      return true;
  }
}

bool FootnoteFollows(const Scene& scene, std::size_t index) {
  const Token& mark = scene.at(index + 1);
  if (mark.kind != TokenKind::kStop && mark.kind != TokenKind::kComma &&
      Slice(scene.text(), mark.span) != ":") {
    return false;
  }
  const Token& number = scene.at(index + 2);
  return number.kind == TokenKind::kNumber && number.digits <= 4 &&
         scene.Glued(index + 1) && scene.Glued(index + 2) &&
         !scene.Glued(index + 3);
}

std::int32_t ExpandYear(const Scene& scene, int two_digits) {
  const std::int32_t base =
      scene.base() ? scene.base()->year : kDefaultBaseYear;
  const std::int32_t latest = base + kYearsAhead;
  std::int32_t year = latest - latest % 100 + two_digits;
  if (year > latest) year -= 100;
  return year;
}

std::optional<std::int32_t> FourDigitYear(const Scene& scene,
                                          std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind != TokenKind::kNumber || token.digits != 4) return {};
  if (token.value < 1000 || token.value > 2999) return {};
  if (!EndsClean(scene, index) && !FootnoteFollows(scene, index)) return {};
  return token.value;
}

std::optional<DayNumber> ReadDayNumber(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind == TokenKind::kWord) return ReadOrdinalWord(scene, index);
  if (token.kind != TokenKind::kNumber || token.digits > 2) return {};
  if (token.value < 1 || token.value > 31) return {};
  const Token& next = scene.at(index + 1);
  const bool suffix = next.kind == TokenKind::kWord &&
                      IsOrdinalSuffix(next.lower) && !next.line_before;
  // "6 th October": a raised suffix that lost its place.
  if (suffix &&
      (!next.space_before || MonthOf(scene.at(index + 2).lower).month != 0)) {
    return DayNumber{token.value, true, index + 2};
  }
  return DayNumber{token.value, false, index + 1};
}

std::optional<YearRead> ReadYearAfter(const Scene& scene, std::size_t index,
                                      bool may_be_short) {
  if (scene.at(index).gap_before) return {};
  if (const auto year = ReadRelativeYear(scene, index)) return year;
  const bool comma = scene.IsKind(index, TokenKind::kComma);
  const std::size_t at = comma ? index + 1 : index;
  if (scene.at(at).gap_before) return {};
  if (const auto year = FourDigitYear(scene, at)) {
    const Token& next = scene.at(at + 1);
    const bool clock = next.lower == "hours" || next.lower == "hrs";
    if (!clock) return YearRead{*year, at + 1, false};
  }
  if (comma || scene.at(at).line_before) return {};
  if (scene.IsKind(at, TokenKind::kApostrophe) && scene.Glued(at + 1) &&
      scene.at(at + 1).digits == 2 && EndsClean(scene, at + 1)) {
    return YearRead{ExpandYear(scene, scene.at(at + 1).value), at + 2, false};
  }
  if (may_be_short && scene.IsKind(at, TokenKind::kNumber) &&
      ShortYearFits(scene, at)) {
    return YearRead{ExpandYear(scene, scene.at(at).value), at + 1, false};
  }
  return {};
}

}  // namespace concord::extraction::dates
