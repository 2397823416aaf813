#pragma once
// Which work a sentence speaks of when it does not name it: "the report",
// "it", "the original report".
//
// The nearest work named before is meant, unless the words ask for another:
// "original", "first" and "earlier" mean the one introduced with such a word,
// or the nearest before that is not the sentence's own subject. Only works of
// the kinds that hold recommendations count; an Act is never meant.
//
// "the 1998 report" and "made in 1997" mean the one work of that year, "the
// third report" the third by year, "the Inquiry" the one inquiry named.
//
// Refers to the citations given, which stand in the order of the text and must
// outlive it. To make it takes the time of reading them once; a question that
// of a search, but for Original().

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

class WorksMeant {
 public:
  WorksMeant(std::string_view text, const std::vector<Citation>& citations);

  // The last work named in text[within] before `offset`; nullptr if none.
  const Citation* NearestBefore(TextSpan within, std::uint32_t offset) const;

  // The first work named in `span`.
  const Citation* FirstIn(TextSpan span) const;

  // The work that begins within a few words after `offset`, joined by "of",
  // "in", "from" or "made by": "recommendations of the X".
  const Citation* JoinedAfter(std::uint32_t offset) const;

  // "the original report", "the first report" before `offset`; not `subject`.
  const Citation* Original(std::uint32_t offset, const Citation* subject) const;

  // The one work of this year; nullptr where none or several are.
  const Citation* OfYear(std::string_view year) const;

  // The nth work: by year where every year is known, else as first named.
  const Citation* OfOrder(std::size_t order) const;

  // The inquiry, where the document names one only.
  const Citation* Inquiry() const { return inquiry_; }

  // The work, where the document names one only that may be counted.
  const Citation* Only() const { return only_; }

  // The last series named before `offset`, else the first.
  const Citation* SeriesBefore(std::uint32_t offset) const;

  // The series named in text[within] nearest before `offset`.
  const Citation* SeriesIn(TextSpan within, std::uint32_t offset) const;

  // "of the first report", "made in 1997", "from the Inquiry", "in this
  // series" at `offset`; nullptr where nothing of the kind stands there.
  const Citation* PointedAt(std::uint32_t offset, TextSpan sentence) const;

 private:
  struct One {
    const Citation* work = nullptr;
    std::string key;
    bool several = false;  // works of different keys
  };

  std::string YearOf(const Citation& work) const;
  void FindYears();
  void FindOrder();
  void FindInquiry();
  void FindOnly();
  // Index of the first work that begins at or after the offset.
  std::size_t FirstFrom(std::uint32_t offset) const;

  std::string_view text_;
  std::vector<const Citation*> works_;  // by place
  std::vector<std::string> keys_;       // WorkKey() of each
  std::vector<const Citation*> series_;
  std::map<std::string, std::string> year_of_;  // by key
  std::map<std::string, One, std::less<>> of_year_;
  std::vector<const Citation*> ordered_;
  const Citation* inquiry_ = nullptr;
  const Citation* only_ = nullptr;
};

}  // namespace concord::extraction
