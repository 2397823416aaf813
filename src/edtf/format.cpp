// Writing EDTF: the exact inverse of what parse.cpp reads.
#include <cstdlib>

#include "concord/edtf/edtf.h"

namespace concord::edtf {
namespace {

void AppendPadded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

// Level 0 "Date", level 1 "Letter-prefixed calendar year" and "Negative
// calendar year".
void AppendYear(std::string& out, const Date& date) {
  const std::int64_t year = date.year;
  const std::int64_t magnitude = std::llabs(year);
  if (magnitude > 9999) out += 'Y';
  if (year < 0) out += '-';
  AppendPadded(out, magnitude, 4);
  // Level 1 "Unspecified digit(s) from the right", case 1.
  for (std::size_t i = 0; i < date.unspecified_digits && i < 4; ++i) {
    out[out.size() - 1 - i] = 'X';
  }
}

void AppendQualifier(std::string& out, Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::kNone:
      return;
    case Qualifier::kUncertain:
      out += '?';
      return;
    case Qualifier::kApproximate:
      out += '~';
      return;
    case Qualifier::kUncertainApproximate:
      out += '%';
      return;
  }
}

void AppendDate(std::string& out, const Date& date) {
  AppendYear(out, date);
  if (date.month != 0 || date.month_unspecified) {
    out += '-';
    if (date.month_unspecified) {
      out += "XX";
    } else {
      AppendPadded(out, date.month, 2);
    }
  }
  if (date.day != 0 || date.day_unspecified) {
    out += '-';
    if (date.day_unspecified) {
      out += "XX";
    } else {
      AppendPadded(out, date.day, 2);
    }
  }
  AppendQualifier(out, date.qualifier);
}

void AppendBound(std::string& out, const Bound& bound) {
  switch (bound.kind) {
    case BoundKind::kDate:
      AppendDate(out, bound.date);
      return;
    case BoundKind::kOpen:
      out += "..";
      return;
    case BoundKind::kUnknown:
      return;
  }
}

}  // namespace

std::string Format(const Value& value) {
  std::string out;
  if (const auto* date = std::get_if<Date>(&value)) {
    AppendDate(out, *date);
  } else if (const auto* interval = std::get_if<Interval>(&value)) {
    AppendBound(out, interval->start);
    out += '/';
    AppendBound(out, interval->end);
  } else if (const auto* set = std::get_if<OneOf>(&value)) {
    out += set->all ? '{' : '[';
    for (std::size_t i = 0; i < set->dates.size(); ++i) {
      if (i != 0) out += ',';
      AppendDate(out, set->dates[i]);
    }
    out += set->all ? '}' : ']';
  }
  return out;
}

}  // namespace concord::edtf
