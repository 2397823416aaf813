#pragma once
// What every date rule looks at, and what it gives back.
//
// A rule is a function (const Scene&, index) -> optional reading: it looks at
// the tokens from `index` on and either reads a whole expression or nothing.
// Rules never look at each other's results except by calling each other
// downwards: points < ranges < periods < relative < parts.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "concord/edtf/edtf.h"
#include "extraction/dates/tokens.h"

namespace concord::extraction::dates {

// Running text needs care ("may", "over 2000 officers"); an expression that is
// known to be a whole field is read generously ("may", "18q4", "2/2013"). kDue
// is running text that asks for something: without a tense it looks ahead.
enum class Mode : std::uint8_t { kText, kDue, kWhole };

// Which way the words before an expression by itself point: "by March" is still
// to come, "since March" has been.
enum class Lean : std::uint8_t { kNone, kPast, kFuture };

// Which of the first two figures of "3/4/2005" is the day. Day first, save in a
// document that shows otherwise (FigureOrderOf).
enum class FigureOrder : std::uint8_t { kDayFirst, kMonthFirst };

class Scene {
 public:
  Scene(std::string_view text, const std::vector<Token>& tokens, Mode mode,
        std::optional<edtf::Day> base)
      : text_(text), tokens_(tokens), mode_(mode), base_(base) {}

  // A token of kind kNone outside the text, also for index -1.
  const Token& at(std::size_t index) const {
    static const Token kNowhere;
    return index < tokens_.size() ? tokens_[index] : kNowhere;
  }
  std::size_t size() const { return tokens_.size(); }
  std::string_view text() const { return text_; }
  const std::optional<edtf::Day>& base() const { return base_; }
  void set_base(edtf::Day base) { base_ = base; }
  bool whole() const { return mode_ == Mode::kWhole; }
  bool looks_ahead() const { return mode_ == Mode::kDue; }
  Lean lean() const { return lean_; }
  void set_lean(Lean lean) { lean_ = lean; }
  FigureOrder figure_order() const { return figure_order_; }
  void set_figure_order(FigureOrder order) { figure_order_ = order; }

  bool Is(std::size_t index, std::string_view lower) const {
    return at(index).kind == TokenKind::kWord && at(index).lower == lower;
  }
  bool IsKind(std::size_t index, TokenKind kind) const {
    return at(index).kind == kind;
  }
  // The token touches the one before it.
  bool Glued(std::size_t index) const {
    return at(index).kind != TokenKind::kNone && !at(index).space_before;
  }
  // The index after "the" at `index`, or `index`.
  std::size_t SkipThe(std::size_t index) const {
    return Is(index, "the") ? index + 1 : index;
  }
  // The bytes from token `begin` up to token `end`.
  TextSpan SpanOf(std::size_t begin, std::size_t end) const {
    return {at(begin).span.begin, at(end - 1).span.end};
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;  // outlives the scene
  Mode mode_;
  std::optional<edtf::Day> base_;
  Lean lean_ = Lean::kNone;
  FigureOrder figure_order_ = FigureOrder::kDayFirst;
};

enum class Grain : std::uint8_t {
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kSpan,  // from one date to another
};

// One expression read and resolved: tokens [begin, end) and what they mean.
struct Reading {
  std::size_t begin = 0;
  std::size_t end = 0;
  Grain grain = Grain::kDay;
  // No value: the expression is a date but nothing was there to count from.
  std::optional<edtf::Value> value;
  edtf::Day first;  // with a value: its days
  edtf::Day last;
  // What "by" and "before" bound where it is not the value itself: of "the end
  // of March 2004" the month, so that the due date is ../2004-03.
  std::optional<edtf::Date> limit;
  bool inferred = false;   // a part of it is not printed
  bool uses_base = false;  // and was taken from the base
  std::string_view rule;   // static text
  double confidence = 0;
};

// The longer of what was found and another reading of the same place.
void KeepLonger(std::optional<Reading>& best, std::optional<Reading> other);

// --- Making values -----------------------------------------------------------

constexpr int kDaysInWeek = 7;
// The months in which these years begin for public bodies in the UK.
constexpr int kFinancialYearStart = 4;
constexpr int kSchoolYearStart = 9;
// Where a century is not printed, no date lies further after the base; and the
// year of the base where there is none.
constexpr std::int32_t kYearsAhead = 20;
constexpr std::int32_t kDefaultBaseYear = 2005;

edtf::Date MonthDate(std::int32_t year, int month);
edtf::Date DayDate(edtf::Day day);
edtf::Date Approximate(edtf::Date date);
edtf::Value IntervalOf(const edtf::Date& start, const edtf::Date& end);
// The year that begins with a month: of 1 the calendar year.
edtf::Value TwelveMonths(std::int32_t year, int first_month);

// Sets value, first and last.
void SetValue(Reading& reading, const edtf::Value& value);

// Both ends or the one date marked "~".
edtf::Value Approximate(const edtf::Value& value);

}  // namespace concord::extraction::dates
