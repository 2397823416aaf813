// Times that a clause tells, or that lean on a date said before.
//
//   "until the store has been counted"      "when all nine have been sent back"
//   "for as long as the store is open"   "by the time that we next call"
//   "before Members meet again"             "a week before it is
//   printed" "on the same day", "in the following month", "a week before
//   that" refused: "until nine at night", "when they are wanted" (what is so
//   each time), "before any key is cut", "until it has been" (its verb is
//   elsewhere)
//
// A clause stays whole; where a date stands in it, it takes that date in. A
// clause has no value; what leans on a date has the value counted from it.
// Linear (RE2). Tests: due_events_test.cpp.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

DateMention ClauseAt(std::string_view text, TextSpan span) {
  DateMention due;
  due.span = Trim(text, span);
  due.printed = Slice(text, due.span);
  due.rule = "due.clause";
  due.confidence = 0.5;
  return due;
}

// Adds the clause; what stands within it is part of it.
void AddClause(std::string_view text, TextSpan span,
               std::vector<DateMention>* dues) {
  const bool taken =
      std::any_of(dues->begin(), dues->end(), [&](const DateMention& due) {
        return Overlaps(due.span, span) && !Contains(span, due.span);
      });
  if (taken) return;
  DateMention clause = ClauseAt(text, span);
  for (const DateMention& due : *dues) {
    if (due.span == clause.span) return;
    if (Contains(clause.span, due.span) && clause.edtf.empty()) {
      clause.edtf = due.edtf;
    }
  }
  std::erase_if(*dues, [&](const DateMention& due) {
    return Contains(clause.span, due.span);
  });
  dues->push_back(std::move(clause));
}

// The last date in the words before `at` that is as fine as `length` says (10
// for a day, 7 for a month); far enough back to find the one that "the same
// day" leans on.
std::optional<DateMention> DateBefore(const Reading& reading, std::uint32_t at,
                                      std::size_t length) {
  constexpr std::uint32_t kReach = 600;
  const std::string_view text = reading.text();
  std::uint32_t from = at - std::min(kReach, at);
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
    ++from;
  }
  auto dates = FindDatesInText(Slice(text, {from, at}), reading.base);
  std::erase_if(dates, [&](const DateMention& date) {
    return date.edtf.size() < length;
  });
  if (dates.empty()) return std::nullopt;
  return dates.back();
}

// The day that a date before `at` names, or the last of its days; that of the
// document where no date is named.
std::optional<edtf::Day> DayBefore(const Reading& reading, std::uint32_t at) {
  constexpr std::size_t kMonth = 7;
  const auto date = DateBefore(reading, at, kMonth);
  if (!date) return reading.base;
  const auto value = edtf::Parse(date->edtf);
  if (!value) return std::nullopt;
  return edtf::Bounds(*value).latest;
}

std::string Following(edtf::Day day, std::string_view unit) {
  if (unit == "month") {
    return edtf::FormatDay(edtf::AddMonths(day, 1)).substr(0, 7);
  }
  if (unit == "year") return std::to_string(day.year + 1);
  if (unit == "week") return "";
  std::int64_t number = edtf::DayNumber(day) + 1;
  while (unit == "working day" &&
         edtf::Weekday(edtf::FromDayNumber(number)) > 5) {
    ++number;
  }
  return edtf::FormatDay(edtf::FromDayNumber(number));
}

// "a week before that"
std::string Earlier(edtf::Day day, std::string_view count,
                    std::string_view unit) {
  const int number = count == "two" ? 2 : count == "three" ? 3 : 1;
  if (unit == "month") return edtf::FormatDay(edtf::AddMonths(day, -number));
  const std::int64_t days = unit == "week" ? 7 : unit == "fortnight" ? 14 : 1;
  return edtf::FormatDay(
      edtf::FromDayNumber(edtf::DayNumber(day) - days * number));
}

// The one end of an open interval, and a date itself; "" for any other.
std::string OneEnd(const std::string& value) {
  if (value.starts_with("../")) return value.substr(3);
  if (value.ends_with("/..")) return value.substr(0, value.size() - 3);
  return value.find('/') == std::string::npos ? value : "";
}

// "by the same date": [1] how it bounds, [2] what is the same.
std::string TheSame(const Reading& reading, const MatchSpans& match) {
  static const Pattern kDay("(?:date|day)$");
  static const Pattern kUpTo("^(?i:by|before)$");
  static const Pattern kFrom("^(?i:from|with effect from|after)$");
  const std::string_view text = reading.text();
  const auto date =
      DateBefore(reading, match[0].begin, kDay.Search(text, match[2]) ? 10 : 7);
  std::string value = date ? OneEnd(date->edtf) : "";
  if (value.empty()) return value;
  if (kUpTo.Search(text, match[1])) value.insert(0, "../");
  if (kFrom.Search(text, match[1])) value += "/..";
  return value;
}

}  // namespace

void FillClauseDue(const Reading& reading, Recommendation* item) {
  // Up to the end of the clause; ", and has ..." goes on with it.
  static const Pattern kUntil(
      "\\b((?i:until) (?:the|an?|it|they|he|she|that|this|those|these|all|each|"
      "every|both|two|three|\\p{Lu}\\p{L}+)(?: [^ .,;:()]+){0,6}? "
      "(?:has|have|is|are) "
      "[^.,;:()]+(?:, and (?:has|have|is|are) [^.,;:()]+)?)");
  // "when a pilot has had a lapse": whenever that is so.
  static const Pattern kWhen(
      "\\b((?i:when) (?:the|it|they|that|this|those|these|all|both|a (?:year|"
      "month|week))(?: [^ .,;:()]+){0,5}? (?:(?:has|have) (?:all |both |now )?"
      "(?:been|come|gone|met|done|made|\\p{Ll}+e[dn])\\b[^.,;:()]*|(?:is|are) "
      "(?:done|ready|complete|completed|finished|available|signed|published)))"
      "(?:$|[.,;:)])");
  static const Pattern kOnWhich(
      "\\b(?:from|by|until) (the (?:day|date|moment) (?:on|from) which "
      "[^.,;:()]{5,80})");
  static const Pattern kBefore(
      "\\b((?i:before) (?:(?:that|this) (?:happens|is done|begins|starts)|"
      "[^.,;:()]{3,40} (?:meets?|sits?|calls?|reports?|visits?) "
      "(?:again|next)))(?:$|[.,;:)])");
  static const Pattern kCounted(
      "\\b((?:an?|the|one|two|three|six) "
      "(?:day|week|fortnight|month|days|weeks|"
      "months) (?i:before|after) (?:it|they|the [^.,;:()]{3,40}?) "
      "(?:is|are|has|have|begins?|opens?|starts?)\\b[^.,;:()]*)");
  static const Pattern kByTheTime(
      "\\b((?i:by the time) (?:that )?[^.,;:()]{5,80})");
  static const Pattern kAsLong("\\b((?i:for as long as) [^.,;:()]{5,80})");
  static const Pattern kThen("\\b((?i:until then))\\b");
  const std::string_view text = reading.text();
  for (const Pattern* clause : {&kUntil, &kWhen, &kOnWhich, &kBefore, &kCounted,
                                &kByTheTime, &kAsLong, &kThen}) {
    for (const MatchSpans& match : clause->SearchAll(text, item->span)) {
      // "until it has been": its verb stands before.
      static const Pattern kNoVerb("\\b(?:has|have) been$");
      if (kNoVerb.Search(text, match[1])) continue;
      AddClause(text, match[1], &item->due);
    }
  }
}

void FillAnaphoricDue(const Reading& reading, Recommendation* item) {
  static const Pattern kSame(
      "\\b(?i:(on|from|by|with effect from|before|after)) (the same "
      "(?:date|day|"
      "week|month))\\b");
  static const Pattern kFollowing(
      "\\b(?i:(on|in|during|by)) (the following (working day|day|week|month|"
      "year))\\b");
  static const Pattern kBeforeThat(
      "\\b((an?|one|two|three) (day|week|fortnight|month)s? before that)\\b");
  const std::string_view text = reading.text();
  const auto taken = [&](TextSpan span) {
    return std::any_of(
        item->due.begin(), item->due.end(),
        [&](const DateMention& due) { return Overlaps(due.span, span); });
  };
  const auto add = [&](TextSpan span, std::string value) {
    DateMention due = ClauseAt(text, span);
    due.rule = "due.event";
    due.edtf = std::move(value);
    due.inferred = !due.edtf.empty();
    item->due.push_back(std::move(due));
  };
  for (const MatchSpans& match : kSame.SearchAll(text, item->span)) {
    if (taken(match[2])) continue;
    add(match[2], TheSame(reading, match));
  }
  for (const MatchSpans& match : kFollowing.SearchAll(text, item->span)) {
    if (taken(match[2])) continue;
    const auto day = DayBefore(reading, match[0].begin);
    add(match[2], day ? Following(*day, Slice(text, match[3])) : "");
  }
  for (const MatchSpans& match : kBeforeThat.SearchAll(text, item->span)) {
    if (taken(match[1])) continue;
    const auto day = DayBefore(reading, match[0].begin);
    add(match[1],
        day ? Earlier(*day, Slice(text, match[2]), Slice(text, match[3])) : "");
  }
}

}  // namespace concord::extraction
