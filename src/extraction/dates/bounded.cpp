#include "extraction/dates/bounded.h"

namespace concord::extraction::dates {
namespace {

// The date one unit of its own precision further. Groups of months and
// qualified dates have no neighbour and stay as they are.
edtf::Date Stepped(edtf::Date date, int step) {
  if (date.month > 12 || date.qualifier != edtf::Qualifier::kNone ||
      date.unspecified_digits != 0) {
    return date;
  }
  if (date.month == 0) {
    date.year += step;
    return date;
  }
  if (date.day == 0) {
    const edtf::Day day = edtf::AddMonths({date.year, date.month, 1}, step);
    return MonthDate(day.year, day.month);
  }
  const edtf::Day day{date.year, date.month, date.day};
  return DayDate(edtf::FromDayNumber(edtf::DayNumber(day) + step));
}

}  // namespace

std::optional<edtf::Date> FirstDateOf(const edtf::Value& value) {
  if (const auto* date = std::get_if<edtf::Date>(&value)) return *date;
  if (const auto* span = std::get_if<edtf::Interval>(&value)) {
    if (span->start.kind != edtf::BoundKind::kDate) return {};
    return span->start.date;
  }
  const auto& set = std::get<edtf::OneOf>(value);
  if (set.dates.empty()) return {};
  return set.dates.front();
}

std::optional<edtf::Date> LastDateOf(const edtf::Value& value) {
  if (const auto* date = std::get_if<edtf::Date>(&value)) return *date;
  if (const auto* span = std::get_if<edtf::Interval>(&value)) {
    if (span->end.kind != edtf::BoundKind::kDate) return {};
    return span->end.date;
  }
  const auto& set = std::get<edtf::OneOf>(value);
  if (set.dates.empty()) return {};
  return set.dates.back();
}

edtf::Value UpTo(const edtf::Date& date) {
  edtf::Interval interval;
  interval.start.kind = edtf::BoundKind::kOpen;
  interval.end.date = date;
  return interval;
}

edtf::Value Onward(const edtf::Date& date) {
  edtf::Interval interval;
  interval.start.date = date;
  interval.end.kind = edtf::BoundKind::kOpen;
  return interval;
}

std::optional<edtf::Value> Bounded(const Reading& reading, Bounding bounding) {
  if (!reading.value) return {};
  const auto first = FirstDateOf(*reading.value);
  auto last = LastDateOf(*reading.value);
  if (reading.limit) last = reading.limit;
  if (!first || !last) return reading.value;
  switch (bounding) {
    case Bounding::kNone:
      break;
    case Bounding::kBy:
      return UpTo(*last);
    case Bounding::kBefore:
      return UpTo(reading.limit ? *reading.limit : Stepped(*first, -1));
    case Bounding::kAfter:
      return Onward(Stepped(*last, 1));
    case Bounding::kFrom:
      return Onward(*first);
  }
  return reading.value;
}

}  // namespace concord::extraction::dates
