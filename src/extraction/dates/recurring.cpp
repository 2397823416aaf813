// How often. "quarterly" is read as an adverb, or before the few nouns that
// make it one ("quarterly reports"); "the quarterly paper" names a paper.
#include <array>

#include "extraction/dates/bounded.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

Reading Recurring(std::size_t begin, std::size_t end) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.grain = Grain::kSpan;
  reading.rule = "date.recurring";
  reading.confidence = 0.85;
  return reading;
}

bool IsFrequency(const Token& token) {
  static const WordSet kWords(
      "quarterly monthly annually yearly weekly fortnightly biannually "
      "biennially bimonthly");
  return kWords.Has(token);
}

// "six-monthly", "half-yearly", "bi-annually"; index of the last word, or 0.
std::size_t CompoundEnd(const Scene& scene, std::size_t index) {
  if (!scene.IsKind(index + 1, TokenKind::kDash)) return 0;
  if (!scene.Glued(index + 1)) return 0;
  static const WordSet kFirst("half bi two three four six");
  if (!kFirst.Has(scene.at(index)) || !IsFrequency(scene.at(index + 2))) {
    return 0;
  }
  return index + 2;
}

bool IsStartWord(const Scene& scene, std::size_t index) {
  static const WordSet kWords("commencing starting beginning from");
  return kWords.Has(scene.at(index));
}

// The adverb, or the adjective of something that is done again and again.
bool IsUsedAsTime(const Scene& scene, std::size_t after) {
  const Token& next = scene.at(after);
  if (next.kind != TokenKind::kWord || next.line_before) return true;
  if (IsFunctionWord(next.lower) || IsStartWord(scene, after)) return true;
  static const WordSet kWords(
      "report reports reporting update updates review reviews monitoring "
      "progress returns basis thereafter against through before throughout "
      "during via");
  return kWords.Has(next);
}

// "quarterly", "six-monthly", "on a quarterly basis".
std::optional<Reading> ReadFrequency(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  const bool on_a =
      scene.Is(at, "on") && (scene.Is(at + 1, "a") || scene.Is(at + 1, "an"));
  if (on_a) at += 2;
  if (on_a && (scene.Is(at, "regular") || scene.Is(at, "annual"))) {
    if (!scene.Is(at + 1, "basis")) return {};
    return Recurring(index, at + 2);
  }
  const std::size_t compound = CompoundEnd(scene, at);
  if (compound == 0 && !IsFrequency(scene.at(at))) return {};
  const std::size_t end = (compound == 0 ? at : compound) + 1;
  const bool basis = scene.Is(end, "basis");
  if (on_a != basis && on_a) return {};
  if (!IsUsedAsTime(scene, end)) return {};
  return Recurring(index, on_a ? end + 1 : end);
}

bool IsYearWord(const Scene& scene, std::size_t index) {
  return (scene.Is(index, "financial") || scene.Is(index, "calendar")) &&
         scene.Is(index + 1, "year");
}

// "every six months", "each quarter", "every other year", "in each financial
// year". "every day" is a way of speaking.
std::optional<Reading> ReadEvery(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  const bool in = scene.Is(at, "in") &&
                  (scene.Is(at + 1, "each") || scene.Is(at + 1, "every"));
  if (in) ++at;
  const bool every = scene.Is(at, "every");
  if (!every && !scene.Is(at, "each")) return {};
  ++at;
  if (scene.Is(at, "other")) ++at;
  if (IsYearWord(scene, at)) return Recurring(index, at + 2);
  if (ReadMonthName(scene, at)) {
    // "every May and November"
    const bool two = every && scene.Is(at + 1, "and") &&
                     ReadMonthName(scene, at + 2) &&
                     !scene.IsKind(at + 3, TokenKind::kNumber);
    return Recurring(index, two ? at + 3 : at + 1);
  }
  if (scene.Is(at, "half") && scene.IsKind(at + 1, TokenKind::kDash) &&
      scene.Is(at + 2, "year")) {
    return Recurring(index, at + 3);
  }
  // "every third year"
  if (every && OrdinalWordOf(scene.at(at).lower) > 1 &&
      (scene.Is(at + 1, "year") || scene.Is(at + 1, "month"))) {
    return Recurring(index, at + 2);
  }
  if (every) {
    if (const auto count = ReadCount(scene, at)) at = count->end;
  }
  const Unit unit = UnitOf(scene.at(at).lower).unit;
  if (unit == Unit::kNone || unit == Unit::kDay) return {};
  return Recurring(index, at + 1);
}

// "twice a year", "four times each year", "once per quarter".
std::optional<Reading> ReadTimesA(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  if (scene.Is(at, "once") || scene.Is(at, "twice")) {
    ++at;
  } else {
    const auto count = ReadCount(scene, at);
    if (!count || !scene.Is(count->end, "times")) return {};
    at = count->end + 1;
  }
  static const WordSet kPer("a per each every in");
  if (!kPer.Has(scene.at(at))) return {};
  const std::size_t noun = scene.Is(at, "in") ? at + 2 : at + 1;
  const UnitWord unit = UnitOf(scene.at(noun).lower);
  if (unit.unit == Unit::kNone || unit.plural) return {};
  return Recurring(index, noun + 1);
}

// "an annual report", "an annual survey": the adjective says how often.
std::optional<Reading> ReadAnnual(const Scene& scene, std::size_t index) {
  static const WordSet kWords(
      "report reports survey review return statement audit update");
  if (!scene.Is(index, "annual") || !scene.Is(index - 1, "an")) return {};
  if (!kWords.Has(scene.at(index + 1))) return {};
  return Recurring(index, index + 1);
}

std::optional<Reading> ReadPlainRecurring(const Scene& scene,
                                          std::size_t index) {
  if (auto reading = ReadFrequency(scene, index)) return reading;
  if (auto reading = ReadEvery(scene, index)) return reading;
  if (auto reading = ReadTimesA(scene, index)) return reading;
  if (auto reading = ReadAnnual(scene, index)) return reading;
  if (scene.Is(index, "regularly")) {
    Reading reading = Recurring(index, index + 1);
    reading.confidence = 0.6;
    return reading;
  }
  if (scene.Is(index, "at") && scene.Is(index + 1, "regular") &&
      scene.Is(index + 2, "intervals")) {
    return Recurring(index, index + 3);
  }
  return {};
}

// The date after ", commencing in".
std::optional<Reading> ReadStart(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  if (scene.IsKind(at, TokenKind::kComma)) ++at;
  if (!IsStartWord(scene, at)) return {};
  ++at;
  if (scene.Is(at, "in") || scene.Is(at, "on") || scene.Is(at, "from")) ++at;
  auto reading = ReadAny(scene, at, Neighbour());
  if (!reading) reading = ReadAny(scene, scene.SkipThe(at), Neighbour());
  return reading;
}

}  // namespace

std::optional<Reading> ReadRecurring(const Scene& scene, std::size_t index) {
  auto reading = ReadPlainRecurring(scene, index);
  if (!reading) return {};
  const auto start = ReadStart(scene, reading->end);
  if (!start) return reading;
  reading->end = start->end;
  reading->inferred = start->inferred;
  reading->uses_base = start->uses_base;
  if (const auto value = Bounded(*start, Bounding::kFrom)) {
    SetValue(*reading, *value);
  }
  return reading;
}

std::optional<Reading> ReadRecurringBeforeStart(const Scene& scene,
                                                std::size_t index) {
  auto reading = ReadPlainRecurring(scene, index);
  if (!reading || !ReadStart(scene, reading->end)) return {};
  return reading;
}

}  // namespace concord::extraction::dates
