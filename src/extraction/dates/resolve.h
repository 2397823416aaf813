#pragma once
// Filling in what is not printed: the year of "20 May", of "in November".
//
// The rule of the project: the nearest occurrence to the day of writing that
// the tense of the sentence allows. "In July the Committee chose" (written in
// September 2010) is July 2010; "a second paper will come in September"
// (written in June 2005) is September 2005. An expression by itself has no
// tense; it is taken in the base's own year, unless its occurrence in the year
// before or after lies within a quarter of the base.

#include "extraction/dates/points.h"

namespace concord::extraction::dates {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

// Whether its month has such a day: 30 February does not exist.
bool Exists(const edtf::Date& date);

// What the sentence around tokens [begin, end) says about before and after.
Tense TenseAt(const Scene& scene, std::size_t begin, std::size_t end);

// A sentence begins with token `index`.
bool StartsSentence(const Scene& scene, std::size_t index);

// What is missing its year: one date, or the first and last of a span, the
// last perhaps in the year after the first.
struct Yearless {
  edtf::Date first;
  edtf::Date last;
};

// The year of the first; nullopt where there is no base.
std::optional<std::int32_t> ChooseYear(const Scene& scene,
                                       const Yearless& dates, std::size_t begin,
                                       std::size_t end);

// A date that stands together with the one being read and prints its year: "9
// June and 14 July 2005", "3 March 2004 and 9 June".
struct Neighbour {
  bool known = false;
  bool before = false;  // it stands before the one being read
  edtf::Date date;
};

// The year of a yearless date beside its neighbour.
std::int32_t YearBeside(const edtf::Date& date, const Neighbour& neighbour);

Reading Resolve(const Scene& scene, const Point& point, Neighbour neighbour);

// The year of `earlier` so that it does not come after `later`.
std::int32_t YearBefore(const edtf::Date& earlier, const edtf::Date& later);
// The year of `later` so that it does not come before `earlier`.
std::int32_t YearAfter(const edtf::Date& later, const edtf::Date& earlier);

}  // namespace concord::extraction::dates
