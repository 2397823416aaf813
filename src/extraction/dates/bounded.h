#pragma once
// Values with one side open: "by", "before", "after", "from".
//
//   By(2004-03)      ../2004-03     the last moment is the end of the month
//   Before(2004-03)  ../2004-02     strictly before: the unit before
//   After(2011-01)   2011-02/..
//   From(2002-09)    2002-09/..

#include <optional>

#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// The first and the last of the dates a value names; nullopt if that side is
// open or unknown.
std::optional<edtf::Date> FirstDateOf(const edtf::Value& value);
std::optional<edtf::Date> LastDateOf(const edtf::Value& value);

enum class Bounding : std::uint8_t { kNone, kBy, kBefore, kAfter, kFrom };

// The reading's value bounded so; nullopt where it has no value.
std::optional<edtf::Value> Bounded(const Reading& reading, Bounding bounding);

edtf::Value UpTo(const edtf::Date& date);
edtf::Value Onward(const edtf::Date& date);

}  // namespace concord::extraction::dates
