// Due date, cited work, numbers and names: the particulars of two requests.

#include <algorithm>

#include "overlap/parts/instruments.h"
#include "overlap/parts/parts.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

bool Meet(const edtf::DayRange& a, const edtf::DayRange& b) {
  if (a.latest && b.earliest && *a.latest < *b.earliest) return false;
  return !(b.latest && a.earliest && *b.latest < *a.earliest);
}

bool Equal(const edtf::DayRange& a, const edtf::DayRange& b) {
  return a.earliest == b.earliest && a.latest == b.latest;
}

template <class Key, class Value>
const Key* FirstShared(const std::map<Key, Value>& a,
                       const std::map<Key, Value>& b) {
  for (const auto& [key, value] : a) {
    if (b.count(key) > 0) return &key;
  }
  return nullptr;
}

std::string At(const Prepared& prepared, TextSpan span) {
  return std::string(Slice(prepared.text, span));
}

template <class Value>
bool SameKeys(const std::map<std::string, Value>& a,
              const std::map<std::string, Value>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const auto& x, const auto& y) { return x.first == y.first; });
}

using Places = std::map<std::string, TextSpan>;

// Sets `part` from two sets of values; nothing where one is empty.
void CompareValues(const Prepared& a, const Prepared& b,
                   const Places Prepared::*field, Part* part) {
  const Places& x = a.*field;
  const Places& y = b.*field;
  if (x.empty() || y.empty()) return;
  const std::string* shared = FirstShared(x, y);
  const bool same = SameKeys(x, y);
  part->level = same     ? "the same numbers"
                : shared ? "some of the numbers"
                         : "other numbers";
  part->weight = LevelBits(part->name, part->level);
  part->quote_a = At(a, shared ? x.at(*shared) : x.begin()->second);
  part->quote_b = At(b, shared ? y.at(*shared) : y.begin()->second);
}

bool HasOthers(const Prepared& a, const Prepared& b) {
  return std::any_of(a.names.begin(), a.names.end(), [&](const auto& name) {
    return b.names.count(name.first) == 0;
  });
}

// Both name instruments and none of the one can be one of the other's.
bool NameOtherInstruments(const Prepared& a, const Prepared& b) {
  if (a.instruments.empty() || b.instruments.empty()) return false;
  return std::none_of(
      a.instruments.begin(), a.instruments.end(), [&](const Instrument& x) {
        return std::any_of(b.instruments.begin(), b.instruments.end(),
                           [&](const Instrument& y) { return CanBeOne(x, y); });
      });
}

}  // namespace

Part CompareDue(const Prepared& a, const Prepared& b) {
  Part part;
  part.name = "due";
  part.level = "not said by both";
  if (a.due.empty() || b.due.empty()) return part;
  part.level = "another date";
  part.quote_a = a.due.front().printed;
  part.quote_b = b.due.front().printed;
  bool met = false;
  for (const Due& x : a.due) {
    for (const Due& y : b.due) {
      const bool equal = Equal(x.range, y.range);
      if (!equal && (met || !Meet(x.range, y.range))) continue;
      met = true;
      part.level = equal ? "the same date" : "dates that can both hold";
      part.quote_a = x.printed;
      part.quote_b = y.printed;
      if (equal) break;
    }
    if (part.level == "the same date") break;
  }
  part.weight = LevelBits(part.name, part.level);
  return part;
}

Part CompareWorks(const Prepared& a, const Prepared& b) {
  Part part;
  part.name = "work";
  part.level = "none cited by both";
  const bool same_item = !a.made_by.empty() && a.made_by == b.made_by &&
                         !a.label.empty() && a.label == b.label;
  if (same_item) {
    part.level = "the same recommendation of the same work";
    part.weight = LevelBits(part.name, part.level);
    part.quote_a = a.label;
    part.quote_b = b.label;
    return part;
  }
  if (NameOtherInstruments(a, b)) {
    part.level = "another convention or protocol";
    part.weight = LevelBits(part.name, part.level);
    part.quote_a = At(a, a.instruments.front().span);
    part.quote_b = At(b, b.instruments.front().span);
    return part;
  }
  if (a.cited.empty() || b.cited.empty()) return part;
  const std::string* shared = FirstShared(a.cited, b.cited);
  part.level = shared ? "the same work or number" : "other works or numbers";
  part.weight = LevelBits(part.name, part.level);
  part.quote_a = At(a, shared ? a.cited.at(*shared) : a.cited.begin()->second);
  part.quote_b = At(b, shared ? b.cited.at(*shared) : b.cited.begin()->second);
  return part;
}

Part CompareNumbers(const Prepared& a, const Prepared& b) {
  Part part;
  part.name = "numbers";
  CompareValues(a, b, &Prepared::numbers, &part);
  if (part.level.empty()) CompareValues(a, b, &Prepared::rhythms, &part);
  if (part.level.empty()) part.level = "none in both";
  return part;
}

// A shared name supports, unless each text also names what the other does not.
Part CompareNames(const Prepared& a, const Prepared& b) {
  Part part;
  part.name = "names";
  part.level = "none in both";
  if (a.names.empty() || b.names.empty()) return part;
  const std::uint64_t* shared = FirstShared(a.names, b.names);
  const bool both_have_others = HasOthers(a, b) && HasOthers(b, a);
  part.level = !shared            ? "other names"
               : both_have_others ? "a name in common and others"
                                  : "a name in common";
  part.weight = LevelBits(part.name, part.level);
  const Token& x = shared ? a.names.at(*shared) : a.names.begin()->second;
  const Token& y = shared ? b.names.at(*shared) : b.names.begin()->second;
  part.quote_a = At(a, x.span);
  part.quote_b = At(b, y.span);
  return part;
}

// Whether the headings above the two are on one matter.
Part CompareSections(const Prepared& a, const Prepared& b) {
  constexpr double kOneMatterBits = 6;
  Part part;
  part.name = "section";
  part.level = "not said by both";
  if (a.section.empty() || b.section.empty()) return part;
  const bool one_matter = SharedBits(a.section, b.section) >= kOneMatterBits;
  part.level =
      one_matter ? "headings on one matter" : "headings on other matters";
  part.weight = LevelBits(part.name, part.level);
  // Headings stand outside the texts, so they are named and not quoted.
  return part;
}

}  // namespace concord::overlap
