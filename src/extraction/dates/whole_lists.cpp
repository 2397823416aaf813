// Several dates in one field.
//
// "and" means all of them, "or" one of them: sets of level 2, where each is one
// date. Where one of them is itself a span, the value is the span from the
// first to the last.
//
//   3, 4 and 5 March 2004       {2004-03-03,2004-03-04,2004-03-05}
//   2004 or 2005                [2004,2005]
//   2003/04 and 2004/05         2003-04/2005-03
//   late 2003 to early 2004     2003-36~/2004-33~
//   mid to late 2004            2004-34/2004-36~
#include "extraction/dates/bounded.h"
#include "extraction/dates/find.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/whole_forms.h"

namespace concord::extraction::dates {
namespace {

bool IsJoint(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  return token.kind == TokenKind::kComma || token.lower == "and" ||
         token.lower == "or" || token.lower == "both" ||
         token.lower == "either" || token.lower == "the" ||
         token.lower == "on" || token.lower == "in" ||
         Slice(scene.text(), token.span) == "&";
}

// The words between the readings join them, and nothing else is left.
bool Covers(const Scene& scene, const std::vector<Reading>& found,
            std::size_t index, std::size_t end) {
  std::size_t at = index;
  for (const Reading& reading : found) {
    if (!reading.value) return false;
    for (; at < reading.begin; ++at) {
      if (!IsJoint(scene, at)) return false;
    }
    at = reading.end;
  }
  return at == end;
}

void SetAll(Reading& reading, const std::vector<Reading>& found, bool choice) {
  edtf::OneOf set;
  set.all = !choice;
  std::optional<edtf::Date> first;
  std::optional<edtf::Date> last;
  for (const Reading& one : found) {
    if (const auto* date = std::get_if<edtf::Date>(&*one.value)) {
      set.dates.push_back(*date);
    }
    if (one.first == reading.first) first = FirstDateOf(*one.value);
    if (one.last == reading.last) last = LastDateOf(*one.value);
  }
  if (set.dates.size() == found.size()) {
    SetValue(reading, set);
  } else if (first && last) {
    SetValue(reading, IntervalOf(*first, *last));
  }
}

bool IsRangeWord(const Scene& scene, std::size_t index, bool between) {
  const Token& token = scene.at(index);
  return token.kind == TokenKind::kDash || token.kind == TokenKind::kSlash ||
         token.lower == "to" || token.lower == "until" ||
         token.lower == "till" || token.lower == "through" ||
         (token.lower == "and" && between);
}

// "mid to late 2004": the second half lends its year to the first.
std::optional<Reading> ReadTwoParts(const Scene& scene, std::size_t index) {
  if (PartOf(scene.at(index).lower) == Part::kNone) return {};
  std::size_t at = index + 1;
  if (scene.IsKind(at, TokenKind::kDash)) ++at;
  if (!scene.Is(at, "to") && !scene.Is(at, "or") && !scene.Is(at, "and") &&
      !scene.IsKind(at, TokenKind::kSlash)) {
    return {};
  }
  const Part first = PartOf(scene.at(index).lower);
  const auto second = ReadPart(scene, at + 1);
  if (!second || !second->value) return {};
  Reading reading = *second;
  reading.begin = index;
  const auto* group = std::get_if<edtf::Date>(&*second->value);
  const auto end = LastDateOf(*second->value);
  if (!end) return {};
  const bool of_year = end->month >= 33 && end->month <= 36;
  if (of_year) {
    edtf::Date start = *end;
    start.month = first == Part::kEarly ? 33 : 34;
    if (start.month != 33) start.qualifier = edtf::Qualifier::kNone;
    SetValue(reading, IntervalOf(start, *end));
    return reading;
  }
  if (group == nullptr) return {};
  return reading;  // parts of a month are the month, approximately
}

}  // namespace

std::optional<Reading> ReadDateList(const Scene& scene, std::size_t index,
                                    std::size_t end) {
  std::vector<Reading> found = FindReadings(scene);
  while (!found.empty() && found.front().begin < index) {
    found.erase(found.begin());
  }
  while (!found.empty() && found.back().begin >= end) found.pop_back();
  if (found.size() < 2 || !Covers(scene, found, index, end)) return {};
  bool choice = false;
  bool joined = false;
  for (std::size_t at = index; at < end; ++at) {
    choice = choice || scene.Is(at, "or");
    joined = joined || scene.Is(at, "or") || scene.Is(at, "and") ||
             Slice(scene.text(), scene.at(at).span) == "&" ||
             scene.IsKind(at, TokenKind::kComma);
  }
  if (!joined) return {};
  Reading reading = found.front();
  reading.end = end;
  reading.grain = Grain::kSpan;
  reading.rule = choice ? "date.one-of" : "date.all-of";
  for (const Reading& one : found) {
    reading.inferred = reading.inferred || one.uses_base;
    reading.uses_base = reading.uses_base || one.uses_base;
    reading.confidence = std::min(reading.confidence, one.confidence);
    if (one.first < reading.first) reading.first = one.first;
    if (reading.last < one.last) reading.last = one.last;
  }
  SetAll(reading, found, choice);
  return reading;
}

std::optional<Reading> ReadPartsRange(const Scene& scene, std::size_t index,
                                      std::size_t end) {
  if (auto parts = ReadTwoParts(scene, index)) {
    if (parts->end == end) return parts;
  }
  const bool between = scene.Is(index - 1, "between");
  const auto first = ReadAny(scene, index, Neighbour());
  // "the 13th to the 15th of July" is one month's: ranges.cpp reads it.
  if (first && first->rule == "date.day") return {};
  if (!first || !IsRangeWord(scene, first->end, between)) return {};
  const std::size_t next = scene.SkipThe(first->end + 1);
  auto second = ReadAny(scene, next, Neighbour());
  if (!second) second = ReadAny(scene, first->end + 1, Neighbour());
  if (!second || second->end != end) return {};
  if (!first->value || !second->value) return {};
  const auto from = FirstDateOf(*first->value);
  const auto to = LastDateOf(*second->value);
  if (!from || !to || second->last < first->first) return {};
  Reading reading = *first;
  reading.end = end;
  reading.grain = Grain::kSpan;
  reading.rule = "date.range";
  reading.inferred = first->inferred || second->inferred;
  reading.uses_base = first->uses_base || second->uses_base;
  reading.limit.reset();
  SetValue(reading, IntervalOf(*from, *to));
  return reading;
}

}  // namespace concord::extraction::dates
