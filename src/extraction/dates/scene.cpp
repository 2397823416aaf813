#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

edtf::Date MonthDate(std::int32_t year, int month) {
  edtf::Date date;
  date.year = year;
  date.month = static_cast<std::uint8_t>(month);
  return date;
}

edtf::Date DayDate(edtf::Day day) {
  edtf::Date date = MonthDate(day.year, day.month);
  date.day = day.day;
  return date;
}

edtf::Date Approximate(edtf::Date date) {
  date.qualifier = edtf::Qualifier::kApproximate;
  return date;
}

edtf::Value IntervalOf(const edtf::Date& start, const edtf::Date& end) {
  edtf::Interval interval;
  interval.start.date = start;
  interval.end.date = end;
  return interval;
}

edtf::Value TwelveMonths(std::int32_t year, int first_month) {
  if (first_month == 1) {
    edtf::Date date;
    date.year = year;
    return date;
  }
  return IntervalOf(MonthDate(year, first_month),
                    MonthDate(year + 1, first_month - 1));
}

void KeepLonger(std::optional<Reading>& best, std::optional<Reading> other) {
  if (!other) return;
  if (!best || other->end > best->end) best = std::move(other);
}

void SetValue(Reading& reading, const edtf::Value& value) {
  const edtf::DayRange range = edtf::Bounds(value);
  reading.value = value;
  if (range.earliest) reading.first = *range.earliest;
  if (range.latest) reading.last = *range.latest;
}

edtf::Value Approximate(const edtf::Value& value) {
  if (const auto* date = std::get_if<edtf::Date>(&value)) {
    return Approximate(*date);
  }
  if (const auto* interval = std::get_if<edtf::Interval>(&value)) {
    edtf::Interval copy = *interval;
    copy.start.date.qualifier = edtf::Qualifier::kApproximate;
    copy.end.date.qualifier = edtf::Qualifier::kApproximate;
    return copy;
  }
  return value;
}

}  // namespace concord::extraction::dates
