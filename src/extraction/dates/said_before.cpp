#include "extraction/dates/said_before.h"

#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

// What may stand after "the 17th" where it is a day: no noun that it counts.
bool ClosesDay(const Scene& scene, std::size_t index) {
  static const WordSet kClauses(
      "if when while he she it they we at with but because");
  const Token& next = scene.at(index);
  if (next.kind == TokenKind::kWord && !next.line_before) {
    return kClauses.Has(next);
  }
  const bool comma = next.kind == TokenKind::kComma;
  if (next.kind == TokenKind::kDash || next.kind == TokenKind::kSlash ||
      next.kind == TokenKind::kApostrophe || next.kind == TokenKind::kNumber) {
    return false;
  }
  return !comma || !scene.IsKind(index + 1, TokenKind::kNumber);
}

}  // namespace

// The date just before `index` in the same list, if it prints its year.
Neighbour PreviousInList(const Scene& scene, const std::vector<Reading>& found,
                         std::size_t index) {
  if (found.empty() || !found.back().value || found.back().inferred) return {};
  std::size_t at = found.back().end;
  const Token& joint = scene.at(at);
  const bool list = joint.kind == TokenKind::kComma || joint.lower == "and" ||
                    joint.lower == "or";
  if (!list || joint.gap_before) return {};
  ++at;
  if (scene.Is(at, "and") || scene.Is(at, "on")) ++at;
  if (scene.SkipThe(at) != index && at != index) return {};
  const auto* date = std::get_if<edtf::Date>(&*found.back().value);
  if (date == nullptr || date->month == 0) return {};
  return {true, true, *date};
}

// "18 January, 15 March and 11 October": one year for all of a list that goes
// through it in order, though none prints it.
Neighbour PreviousOfYear(const Scene& scene, const std::vector<Reading>& found,
                         std::size_t index) {
  if (found.empty() || !found.back().value || !found.back().inferred ||
      found.back().rule != "date.day-month") {
    return {};
  }
  std::size_t at = found.back().end;
  const Token& joint = scene.at(at);
  const bool comma = joint.kind == TokenKind::kComma;
  if ((!comma && joint.lower != "and") || joint.gap_before) return {};
  at += comma && scene.Is(at + 1, "and") ? 2 : 1;
  if (at != index) return {};
  const auto* date = std::get_if<edtf::Date>(&*found.back().value);
  const auto next = ReadPoint(scene, index, Care::kLenient);
  if (date == nullptr || date->day == 0 || !next || next->has_year ||
      next->date.day == 0) {
    return {};
  }
  const bool later =
      next->date.month > date->month ||
      (next->date.month == date->month && next->date.day > date->day);
  return later ? Neighbour{true, true, *date} : Neighbour{};
}

// The last date with a year in the same sentence: "On 11 November 2009 he
// wrote, and on the 12 November they met." Not for what is still to come.
Neighbour PreviousInSentence(const Scene& scene,
                             const std::vector<Reading>& found,
                             std::size_t index) {
  if (found.empty() || !found.back().value || found.back().inferred) return {};
  const Reading& last = found.back();
  const auto* date = std::get_if<edtf::Date>(&*last.value);
  if (date == nullptr || date->month == 0) return {};
  constexpr std::size_t kMaxWordsApart = 25;
  if (index - last.end > kMaxWordsApart) return {};
  for (std::size_t at = last.end; at <= index; ++at) {
    if (StartsSentence(scene, at)) return {};
  }
  // "the review, chosen in November 2001, was to begin in April": an aside.
  static const WordSet kVerbs("was were has had is");
  if (scene.IsKind(last.end, TokenKind::kComma) &&
      kVerbs.Has(scene.at(last.end + 1))) {
    return {};
  }
  if (TenseAt(scene, index, index + 1) == Tense::kFuture) return {};
  return {true, true, *date};
}

// "come to the meeting on the 17th", "in London by the 30th": of the month last
// named, else of the base's or the one beside it that the tense allows.
std::optional<Reading> ReadDayOfMonthMeant(const Scene& scene,
                                           const std::vector<Reading>& found,
                                           std::size_t index) {
  static const WordSet kLeads("on by until");
  if (!scene.IsKind(index, TokenKind::kNumber) || !scene.base() ||
      !scene.Is(index - 1, "the") || !kLeads.Has(scene.at(index - 2))) {
    return {};
  }
  const auto day = ReadDayNumber(scene, index);
  if (!day || !day->ordinal || !ClosesDay(scene, day->end)) return {};
  Reading reading;
  reading.begin = index;
  reading.end = day->end;
  reading.rule = "date.day";
  reading.confidence = 0.6;
  reading.inferred = true;
  const edtf::Date* named = found.empty() || !found.back().value
                                ? nullptr
                                : std::get_if<edtf::Date>(&*found.back().value);
  const Tense tense = TenseAt(scene, index, day->end);
  const bool of_named =
      named != nullptr && named->day != 0 && tense != Tense::kFuture;
  edtf::Day month = of_named ? found.back().first : *scene.base();
  int step = of_named && day->day <= named->day ? 1 : 0;
  if (!of_named) {
    const bool ahead = tense == Tense::kFuture || !scene.Is(index - 2, "on");
    if (tense == Tense::kPast && !ahead && day->day > month.day) step = -1;
    if (ahead && tense != Tense::kPast && day->day < month.day) step = 1;
    reading.uses_base = true;
  }
  month.day = 1;
  month = edtf::AddMonths(month, step);
  month.day = static_cast<std::uint8_t>(day->day);
  if (!edtf::IsValid(month)) return {};
  SetValue(reading, DayDate(month));
  return reading;
}

// "on 31 October of that year": the year of the date before it.
void TakeThatYear(const Scene& scene, const std::vector<Reading>& found,
                  Reading* reading) {
  if (!reading->inferred || !reading->value || found.empty()) return;
  auto* date = std::get_if<edtf::Date>(&*reading->value);
  std::size_t at = reading->end;
  if (scene.Is(at, "of")) ++at;
  const bool that = scene.Is(at, "that") && scene.Is(at + 1, "year");
  if (date == nullptr || !that || !found.back().value) return;
  edtf::Date dated = *date;
  dated.year = found.back().first.year;
  reading->end = at + 2;
  reading->uses_base = false;
  SetValue(*reading, dated);
}

// "They were told in July 2002 that it would be there by the New Year": what
// was to come is counted from the day of telling.
std::optional<Reading> ReadAsTold(const Scene& scene,
                                  const std::vector<Reading>& found,
                                  std::size_t index) {
  if (found.empty() || !found.back().value || found.back().inferred) return {};
  const Reading& last = found.back();
  const auto* date = std::get_if<edtf::Date>(&*last.value);
  if (date == nullptr || date->month == 0 || !scene.Is(last.end, "that")) {
    return {};
  }
  constexpr std::size_t kMaxWordsApart = 25;
  if (index - last.end > kMaxWordsApart) return {};
  bool would = false;
  for (std::size_t at = last.end; at <= index; ++at) {
    if (StartsSentence(scene, at)) return {};
    would = would || scene.Is(at, "would");
  }
  if (!would) return {};
  Scene then = scene;
  then.set_base(last.first);
  then.set_lean(Lean::kFuture);
  auto reading = ReadAny(then, index, Neighbour());
  if (!reading || !reading->value || !reading->uses_base ||
      reading->rule == "date.relative") {
    return {};
  }
  reading->uses_base = false;
  return reading;
}

}  // namespace concord::extraction::dates
