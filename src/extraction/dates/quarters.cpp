// Quarters and halves of calendar and financial years.
//
// A stated quarter is its three months: "Q3 2024" = 2024-07/2024-09, "Q3
// 2024/25" = 2024-10/2024-12. A quarter without any year is nobody's: it is
// left unread.
#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"

namespace concord::extraction::dates {
namespace {

constexpr int kLastOf = -1;  // "the last quarter of"

struct Ordinal {
  int number = 0;
  std::size_t end = 0;
};

// "first", "3rd", "final".
std::optional<Ordinal> ReadOrdinal(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.lower == "last" || token.lower == "final") {
    return Ordinal{kLastOf, index + 1};
  }
  if (token.lower == "latter") return Ordinal{kLastOf, index + 1};
  const auto day = ReadDayNumber(scene, index);
  if (!day || !day->ordinal || day->day > 4) return {};
  return Ordinal{day->day, day->end};
}

// Which piece of a year, and how many months it has.
struct Piece {
  int number = 0;  // 1.., or kLastOf
  int months = 3;
  std::size_t end = 0;
};

// "Q3", "H1", "quarter 3".
std::optional<Piece> ReadShortPiece(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  const Token& number = scene.at(index + 1);
  const bool letter = (token.lower == "q" || token.lower == "h") &&
                      scene.Glued(index + 1) &&
                      (token.capital || scene.whole());
  const bool word = token.lower == "quarter" || token.lower == "qtr";
  if ((!letter && !word) || number.kind != TokenKind::kNumber) return {};
  const int months = token.lower == "h" ? 6 : 3;
  if (number.digits != 1 || number.value < 1 || number.value * months > 12) {
    return {};
  }
  if (scene.Glued(index) && scene.IsKind(index - 1, TokenKind::kWord)) {
    return {};
  }
  return Piece{number.value, months, index + 2};
}

// "first quarter", "second half", "last six months".
std::optional<Piece> ReadWordPiece(const Scene& scene, std::size_t index) {
  const auto ordinal = ReadOrdinal(scene, index);
  if (!ordinal) return {};
  const auto count = ReadCount(scene, ordinal->end);
  if (count && UnitOf(scene.at(count->end).lower).unit == Unit::kMonth) {
    const bool edge = ordinal->number == 1 || ordinal->number == kLastOf;
    if (!edge || count->number > 11) return {};
    return Piece{ordinal->number, count->number, count->end + 1};
  }
  const Token& noun = scene.at(ordinal->end);
  const bool half = noun.lower == "half";
  if (!half && UnitOf(noun.lower).unit != Unit::kQuarter) return {};
  const int months = half ? 6 : 3;
  if (ordinal->number * months > 12) return {};
  return Piece{ordinal->number, months, ordinal->end + 1};
}

Reading ReadingOf(const Reading& year, const Piece& piece, std::size_t begin,
                  std::size_t end) {
  Reading reading = year;
  reading.begin = begin;
  reading.end = end;
  reading.grain = Grain::kQuarter;
  reading.rule = piece.months == 3   ? "date.quarter"
                 : piece.months == 6 ? "date.half-year"
                                     : "date.months-of-year";
  reading.confidence = 0.93;
  if (!year.value) return reading;
  const int skipped = piece.number == kLastOf
                          ? 12 - piece.months
                          : (piece.number - 1) * piece.months;
  const edtf::Day first = edtf::AddMonths(year.first, skipped);
  const edtf::Day last = edtf::AddMonths(first, piece.months - 1);
  SetValue(reading, IntervalOf(MonthDate(first.year, first.month),
                               MonthDate(last.year, last.month)));
  return reading;
}

// "2018Q4", "2018 Q4", "18q4".
std::optional<Reading> ReadYearThenQuarter(const Scene& scene,
                                           std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind != TokenKind::kNumber || !StartsClean(scene, index)) return {};
  const auto piece = ReadShortPiece(scene, index + 1);
  const bool glued = scene.Glued(index + 1);
  if (!scene.Is(index + 1, "q") && !scene.Is(index + 1, "h")) return {};
  Piece found;
  if (piece) {
    found = *piece;
  } else {
    const Token& number = scene.at(index + 2);
    const int months = scene.Is(index + 1, "h") ? 6 : 3;
    if (!glued || !scene.Glued(index + 2) || number.digits != 1) return {};
    if (number.value < 1 || number.value * months > 12) return {};
    found = {number.value, months, index + 3};
  }
  Reading year;
  edtf::Date date;
  if (token.digits == 4) {
    date.year = token.value;
  } else if (token.digits == 2 && glued && scene.whole()) {
    date.year = ExpandYear(scene, token.value);
  } else {
    return {};
  }
  SetValue(year, date);
  return ReadingOf(year, found, index, found.end);
}

// "2016/17 Q2", "2019/20 - Quarter 3", "2021-22 (Q1)".
std::optional<Reading> ReadPairFirst(const Scene& scene, std::size_t index) {
  if (scene.at(index).digits != 4 || !StartsClean(scene, index)) return {};
  const auto year = ReadOneYear(scene, index);
  if (!year || year->rule != "date.financial-year") return {};
  std::size_t at = year->end;
  const bool opened = scene.IsKind(at, TokenKind::kOpen);
  if (scene.IsKind(at, TokenKind::kDash) ||
      scene.IsKind(at, TokenKind::kOpen) ||
      scene.IsKind(at, TokenKind::kComma)) {
    ++at;
  }
  if (scene.at(at).gap_before) return {};
  const auto piece = ReadShortPiece(scene, at);
  if (!piece || !EndsClean(scene, piece->end - 1)) return {};
  const bool closed = opened && scene.IsKind(piece->end, TokenKind::kClose);
  return ReadingOf(*year, *piece, index, piece->end + (closed ? 1 : 0));
}

}  // namespace

std::optional<Reading> ReadQuarter(const Scene& scene, std::size_t index) {
  if (auto reading = ReadYearThenQuarter(scene, index)) return reading;
  if (auto reading = ReadPairFirst(scene, index)) return reading;
  const std::size_t start = scene.SkipThe(index);
  auto piece = ReadShortPiece(scene, start);
  if (!piece) piece = ReadWordPiece(scene, start);
  if (!piece) return {};
  std::size_t at = piece->end;
  if (scene.Is(at, "of") || scene.Is(at, "in") ||
      scene.IsKind(at, TokenKind::kComma)) {
    ++at;
  }
  if (scene.IsKind(at, TokenKind::kSlash) && scene.Glued(at)) ++at;
  if (scene.Is(at, "fy")) ++at;
  if (scene.at(at).gap_before) return {};
  auto year = ReadOneYear(scene, at);
  if (!year && scene.Is(at, "the")) year = ReadOneYear(scene, at + 1);
  if (!year) year = ReadOwnUnit(scene, at);
  if (!year || year->grain != Grain::kYear) return {};
  return ReadingOf(*year, *piece, start, year->end);
}

}  // namespace concord::extraction::dates
