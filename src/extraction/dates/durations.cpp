// How long from now: "within six months", "in twelve months’ time", "after one
// year".
//
// The clock starts on the base day, which is the day of publication: "of
// publication", "of this report" and nothing at all mean the base. Any other
// event ("of the launch", "of receiving it") has no known day, and the
// expression keeps its words without a value.

#include "extraction/dates/bounded.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

constexpr std::size_t kMaxAnchorWords = 8;
constexpr int kFewestDays = 14;

// The event a duration is counted from.
struct Anchor {
  std::size_t end = 0;
  bool is_base = true;
};

bool NamesPublication(const Scene& scene, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (scene.Is(at, "publication") || scene.Is(at, "published") ||
        scene.Is(at, "now") || scene.Is(at, "today")) {
      return true;
    }
    const bool here = scene.Is(at, "this");
    if (here && (scene.Is(at + 1, "report") || scene.Is(at + 1, "meeting") ||
                 scene.Is(at + 1, "date"))) {
      return true;
    }
  }
  return false;
}

// "of the launch", "from the date of this report", "of receiving it": words up
// to a mark, a verb, or a new phrase. "of an inspection" is one event of many,
// whose day is not the base.
Anchor ReadAnchor(const Scene& scene, std::size_t index) {
  if (!scene.Is(index, "of") && !scene.Is(index, "from") &&
      !scene.Is(index, "after")) {
    return {index, true};
  }
  static const WordSet kStops(
      "and or to by for in on with at is are be has have should will must "
      "shall which that each every all a an was were as so but if when");
  static const WordSet kLinks("of from the its their this");
  const bool article = scene.Is(index + 1, "a") || scene.Is(index + 1, "an");
  const std::size_t first = article ? index + 2 : index + 1;
  std::size_t at = first;
  bool noun_seen = false;
  while (at < first + kMaxAnchorWords) {
    const Token& token = scene.at(at);
    if (token.kind != TokenKind::kWord || token.gap_before) break;
    if (kStops.Has(token)) break;
    const bool link = kLinks.Has(token);
    const bool new_phrase =
        noun_seen && link && token.lower != "of" && !scene.Is(at - 1, "of");
    if (new_phrase) break;
    noun_seen = !link;
    ++at;
  }
  if (at == first) return {index, true};
  return {at, !article && NamesPublication(scene, index, at)};
}

// "within a month of each quarter's end": a rule for every such event.
bool CountsFromEach(const Scene& scene, std::size_t index) {
  static const WordSet kLinks("of from after");
  static const WordSet kEach("each every any all");
  return kLinks.Has(scene.at(index).lower) &&
         kEach.Has(scene.at(index + 1).lower);
}

// "once in three months", "two times in a year": how often, not when.
bool CountsTimes(const Scene& scene, std::size_t index) {
  static const WordSet kTimes("once twice times");
  return index > 0 && kTimes.Has(scene.at(index - 1).lower);
}

// "a camera which has helped nobody in two years": what has been so for as
// long. "should have been done in two years" lies ahead.
bool LiesBehind(const Scene& scene, std::size_t index) {
  constexpr std::size_t kReach = 8;
  static const WordSet kAhead(
      "should must will shall would to may can could might");
  static const WordSet kPerfect("has have had");
  static const WordSet kWho("which that who it they");
  for (std::size_t back = 1; back <= kReach && back <= index; ++back) {
    const Token& token = scene.at(index - back);
    if (token.kind != TokenKind::kWord || kAhead.Has(token.lower)) return false;
    if (kPerfect.Has(token.lower)) {
      return index > back && kWho.Has(scene.at(index - back - 1).lower);
    }
    if (token.gap_before) break;
  }
  return false;
}

edtf::Day Moved(edtf::Day base, Unit unit, int count) {
  const auto days = [base](std::int64_t number) {
    return edtf::FromDayNumber(edtf::DayNumber(base) + number);
  };
  switch (unit) {
    case Unit::kNone:
    case Unit::kDay:
      return days(count);
    case Unit::kWeek:
      return days(7 * static_cast<std::int64_t>(count));
    case Unit::kFortnight:
      return days(14 * static_cast<std::int64_t>(count));
    case Unit::kMonth:
      return edtf::AddMonths(base, count);
    case Unit::kQuarter:
      return edtf::AddMonths(base, 3 * count);
    case Unit::kYear:
      return edtf::AddMonths(base, 12 * count);
    case Unit::kDecade:
      break;
  }
  return edtf::AddMonths(base, 120 * count);
}

enum class Lead : std::uint8_t { kNone, kWithin, kIn, kAfter };

Lead LeadAt(const Scene& scene, std::size_t index) {
  if (scene.Is(index, "within") || scene.Is(index, "inside")) {
    return Lead::kWithin;
  }
  if (scene.Is(index, "in")) return Lead::kIn;
  if (scene.Is(index, "after")) return Lead::kAfter;
  return Lead::kNone;
}

edtf::Value ValueOf(edtf::Day day, Lead lead, Unit unit) {
  const edtf::Date date = DayDate(day);
  if (lead == Lead::kWithin) return UpTo(date);
  if (lead == Lead::kAfter) return Onward(date);
  const bool exact =
      unit == Unit::kDay || unit == Unit::kWeek || unit == Unit::kFortnight;
  return exact ? date : Approximate(date);
}

// "within the next", "within the first".
std::size_t SkipOpening(const Scene& scene, std::size_t index, Lead lead) {
  if (lead != Lead::kWithin) return index;
  std::size_t at = scene.SkipThe(index);
  if (scene.Is(at, "next") || scene.Is(at, "first")) return at + 1;
  if (scene.Is(at, "a") && scene.Is(at + 1, "maximum")) return at + 3;
  return at == index ? index : index + 1;
}

// "six months", "ten working days", "a month's time".
struct Length {
  int number = 0;
  Unit unit = Unit::kNone;
  bool calendar = false;  // it says which days: calendar days, working days
  std::size_t end = 0;
};

std::optional<Length> ReadLength(const Scene& scene, std::size_t at) {
  const auto count = ReadCount(scene, at);
  if (!count) return {};
  Length length{.number = count->number};
  length.calendar =
      scene.Is(count->end, "calendar") || scene.Is(count->end, "working");
  const std::size_t noun = length.calendar ? count->end + 1 : count->end;
  length.unit = UnitOf(scene.at(noun).lower).unit;
  if (length.unit == Unit::kNone) return {};
  std::size_t end = noun + 1;
  if (scene.IsKind(end, TokenKind::kApostrophe) && scene.Glued(end)) {
    ++end;
    if (scene.Is(end, "s") && scene.Glued(end)) ++end;
  }
  const bool time = scene.Is(end, "time");
  if (time) ++end;
  // "the month’s accounts" is no time.
  if (!time && end > noun + 1 && scene.IsKind(end, TokenKind::kWord)) {
    if (!IsFunctionWord(scene.at(end).lower)) return {};
  }
  length.end = end;
  return length;
}

}  // namespace

std::optional<Reading> ReadDuration(const Scene& scene, std::size_t index) {
  const Lead lead = LeadAt(scene, index);
  if (lead == Lead::kNone || CountsTimes(scene, index)) return {};
  if (lead == Lead::kIn && LiesBehind(scene, index)) return {};
  const std::size_t at = SkipOpening(scene, index + 1, lead);
  const auto length = ReadLength(scene, at);
  if (!length) return {};
  Reading reading;
  reading.begin = index;
  reading.grain = Grain::kSpan;
  reading.rule = "date.duration";
  reading.confidence = lead == Lead::kWithin ? 0.9 : 0.75;
  if (CountsFromEach(scene, length->end)) return {};
  const Anchor anchor = ReadAnchor(scene, length->end);
  reading.end = anchor.end;
  // "within five working days" sets a standard of service, not a due date.
  const bool few_days = length->unit == Unit::kDay &&
                        (length->number < kFewestDays || !anchor.is_base);
  if (!scene.whole() && (few_days || length->calendar)) return {};
  // "in two of the cases" is not read; "in six months of trials" is a length.
  if (lead == Lead::kIn && anchor.end != length->end && !anchor.is_base)
    return {};
  reading.inferred = true;
  if (!anchor.is_base || !scene.base()) return reading;
  reading.uses_base = true;
  const edtf::Day day = Moved(*scene.base(), length->unit, length->number);
  SetValue(reading, ValueOf(day, lead, length->unit));
  return reading;
}

}  // namespace concord::extraction::dates
