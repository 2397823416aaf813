// Due expressions: see concord/extraction/due.h.
//
// A date in a recommendation is its due date only if a preposition makes it
// one, and if it does not lie behind: "by 31 March 1999" always, "in May 2006"
// if that is still to come, "published in May 2004" never.
#include "concord/extraction/due.h"

#include "extraction/dates/bounded.h"
#include "extraction/dates/find.h"
#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction {
namespace {

using dates::Bounding;
using dates::KeepLonger;
using DateReading = dates::Reading;
using dates::Scene;
using dates::Token;
using dates::TokenKind;

// A preposition and whether it is kept in what is printed.
struct Lead {
  Bounding bounding = Bounding::kNone;
  bool kept = false;
  bool deadline = false;  // says so itself, whatever the tense
  std::size_t end = 0;
};

std::optional<Lead> ReadLongLead(const Scene& scene, std::size_t index) {
  const std::string_view word = scene.at(index).lower;
  const std::string_view next = scene.at(index + 1).lower;
  const std::string_view third = scene.at(index + 2).lower;
  if ((word == "not" || word == "no") && next == "later" && third == "than") {
    return Lead{Bounding::kBy, false, true, index + 3};
  }
  if (word == "on" && next == "or" && third == "before") {
    return Lead{Bounding::kBy, false, true, index + 3};
  }
  if (word == "prior" && next == "to") {
    return Lead{Bounding::kBefore, true, true, index + 2};
  }
  if (word == "with" && next == "effect" && third == "from") {
    return Lead{Bounding::kFrom, true, false, index + 3};
  }
  // "beginning in April 2006", "starting from 1 May".
  static const dates::WordSet kBegins("beginning starting commencing");
  static const dates::WordSet kAt("in on from at");
  if (kBegins.Has(word) && kAt.Has(next)) {
    return Lead{Bounding::kFrom, true, false, index + 2};
  }
  // "beginning August 2005", "starting next week"
  const bool week = index > 0 && scene.Is(index - 1, "week");
  if (kBegins.Has(word) && !week &&
      scene.at(index + 1).kind != TokenKind::kNone) {
    return Lead{Bounding::kFrom, true, false, index + 1};
  }
  if (word == "in" && next == "good" && third == "time" &&
      scene.Is(index + 3, "for")) {
    return Lead{Bounding::kBy, false, true, index + 4};
  }
  if (word == "in" && next == "time" && third == "for") {
    return Lead{Bounding::kBy, false, true, index + 3};
  }
  if (word == "in" && next == "the" && third == "course") {
    return Lead{Bounding::kNone, false, false, index + 4};
  }
  return {};
}

std::optional<Lead> ReadLead(const Scene& scene, std::size_t index) {
  if (!scene.IsKind(index, TokenKind::kWord)) return {};
  if (auto lead = ReadLongLead(scene, index)) return lead;
  const std::string_view word = scene.at(index).lower;
  const std::size_t end = index + 1;
  if (word == "by") return Lead{Bounding::kBy, false, true, end};
  if (word == "before") return Lead{Bounding::kBefore, true, true, end};
  if (word == "until" || word == "till") {
    return Lead{Bounding::kBy, true, true, end};
  }
  if (word == "after") return Lead{Bounding::kAfter, true, false, end};
  if (word == "from") return Lead{Bounding::kFrom, true, false, end};
  if (word == "within") return Lead{Bounding::kBy, true, true, end};
  if (word == "between") return Lead{Bounding::kNone, true, false, end};
  if (word == "in" || word == "on" || word == "at" || word == "during" ||
      word == "over") {
    return Lead{Bounding::kNone, false, false, end};
  }
  return {};
}

// "published in", "agreed on", "the report of": the date is behind that verb.
// "be published in" is still to come.
bool HangsOnPast(const Scene& scene, std::size_t index) {
  const Token& before = scene.at(index - 1);
  const std::string_view word = before.lower;
  const bool participle =
      word.size() > 3 && word.substr(word.size() - 2) == "ed";
  static const dates::WordSet kPast("made held given sent dated met");
  if (!participle && !kPast.Has(word)) return false;
  for (std::size_t back = 2; back <= 4; ++back) {
    if (scene.Is(index - back, "be") || scene.Is(index - back, "is") ||
        scene.Is(index - back, "are")) {
      return false;
    }
  }
  return true;
}

// "from the financial year 2001/02", "for the year 2003/04": the words before
// the figures.
std::size_t SkipKindOfYear(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  for (const std::size_t year : {at + 1, at}) {
    if (scene.Is(year, "year") && scene.IsKind(year + 1, TokenKind::kNumber)) {
      return year + 1;
    }
  }
  return at;
}

bool IsStillToCome(const Scene& scene, std::size_t lead,
                   const DateReading& reading) {
  if (!reading.value || !scene.base()) return !HangsOnPast(scene, lead);
  // "over the past ten years" reaches up to today, and is over.
  const bool stretch =
      reading.grain == dates::Grain::kSpan && reading.rule == "date.relative";
  if (stretch && reading.first < *scene.base()) {
    return reading.first.year == scene.base()->year &&
           reading.first.month == scene.base()->month;
  }
  return reading.last > *scene.base();
}

// A date behind a preposition.
std::optional<DateReading> ReadDatedLead(const Scene& scene,
                                         std::size_t index) {
  const auto lead = ReadLead(scene, index);
  if (!lead) return {};
  // "the last two years" begins with its article, "the end of May" after it.
  auto reading = dates::ReadAny(scene, lead->end, dates::Neighbour());
  if (!reading) {
    const std::size_t figures = SkipKindOfYear(scene, lead->end);
    reading = dates::ReadAny(scene, figures, dates::Neighbour());
    // The kind of year belongs to what is printed.
    if (reading && figures > scene.SkipThe(lead->end)) {
      reading->begin = lead->end;
    }
  }
  if (!reading) return {};
  if (!lead->deadline && !IsStillToCome(scene, index, *reading)) {
    return {};
  }
  const bool new_year = reading->rule == "date.new-year";
  if (lead->kept || new_year) reading->begin = index;
  reading->confidence *= lead->deadline ? 0.97 : 0.85;
  const bool span = reading->rule == "date.range";
  // Who must be ready "before Christmas" may take the feast itself.
  const bool feast = reading->rule == "date.feast";
  const Bounding bounding = feast && lead->bounding == Bounding::kBefore
                                ? Bounding::kBy
                                : lead->bounding;
  if (!(span && lead->bounding == Bounding::kFrom)) {
    if (const auto value = dates::Bounded(*reading, bounding)) {
      reading->value = value;
    }
  }
  return reading;
}

// A meeting, with the preposition that stands before it if that is kept.
std::optional<DateReading> ReadMeetingDue(const Scene& scene,
                                          std::size_t index) {
  // "an update on the first meeting": what is told of, and no time.
  static const dates::WordSet kSubject("on of about");
  if (kSubject.Has(scene.at(index - 1).lower)) return {};
  if (auto meeting = dates::ReadMeeting(scene, index)) return meeting;
  const auto lead = ReadLead(scene, index);
  if (!lead || !lead->deadline) return {};
  auto meeting = dates::ReadMeeting(scene, lead->end);
  if (!meeting) return {};
  if (lead->kept) meeting->begin = index;
  if (const auto value = dates::Bounded(*meeting, lead->bounding)) {
    meeting->value = value;
  }
  return meeting;
}

// "before the response is sent", "until they are complete": another event, told
// by its verb. "before an incident is closed" is a rule for every incident.
std::optional<DateReading> ReadBeforeEvent(const Scene& scene,
                                           std::size_t index) {
  if (!scene.Is(index, "before") && !scene.Is(index, "until")) return {};
  static const dates::WordSet kSubjects("the it they this its their");
  if (!kSubjects.Has(scene.at(index + 1).lower)) return {};
  static const dates::WordSet kVerbs("is are has have begins starts");
  // What is awaited is a piece of business, not a train or a form.
  static const dates::WordSet kBusiness(
      "response report plan review strategy paper policy scheme programme "
      "project document work trial contract consultation they it");
  constexpr std::size_t kMaxWords = 10;
  bool business = false;
  std::size_t at = index + 1;
  bool verb = false;
  while (at <= index + kMaxWords && scene.IsKind(at, TokenKind::kWord) &&
         !scene.at(at).gap_before) {
    business = business || (!verb && kBusiness.Has(scene.at(at).lower));
    verb = verb || (at > index + 1 && kVerbs.Has(scene.at(at).lower));
    ++at;
  }
  if (scene.Is(at - 1, "been") || kVerbs.Has(scene.at(at - 1).lower)) {
    return {};  // "until it has been": the verb is elsewhere
  }
  if (!verb || !business || scene.IsKind(at, TokenKind::kWord)) return {};
  DateReading reading;
  reading.begin = index;
  reading.end = at;
  reading.rule = "date.before-event";
  reading.confidence = 0.5;
  return reading;
}

// "for three months from 1 November 2005", "over two years from April 2003".
std::optional<DateReading> ReadStretchFrom(const Scene& scene,
                                           std::size_t index) {
  if (!scene.Is(index, "for") && !scene.Is(index, "over")) return {};
  const auto count = dates::ReadCount(scene, index + 1);
  if (!count || !scene.Is(count->end + 1, "from")) return {};
  const dates::Unit unit = dates::UnitOf(scene.at(count->end).lower).unit;
  const int months = unit == dates::Unit::kMonth  ? count->number
                     : unit == dates::Unit::kYear ? 12 * count->number
                                                  : 0;
  const int days = unit == dates::Unit::kWeek  ? 7 * count->number
                   : unit == dates::Unit::kDay ? count->number
                                               : 0;
  if (months == 0 && days == 0) return {};
  const std::size_t at = scene.SkipThe(count->end + 2);
  auto reading =
      dates::ReadSingle(scene, at, dates::Care::kLenient, dates::Neighbour());
  if (!reading || !reading->value) return {};
  reading->begin = index;
  reading->grain = dates::Grain::kSpan;
  reading->rule = "date.duration";
  const edtf::Day end = edtf::AddMonths(reading->first, months);
  const edtf::Day last = edtf::FromDayNumber(edtf::DayNumber(end) + days - 1);
  SetValue(*reading, dates::IntervalOf(dates::DayDate(reading->first),
                                       dates::DayDate(last)));
  return reading;
}

// "for 2005/06", "for the financial year 2001/02": what is given or done for a
// year is given or done in it. "its report for 2003" is about one.
std::optional<DateReading> ReadForYear(const Scene& scene, std::size_t index) {
  if (!scene.Is(index, "for")) return {};
  const std::size_t figures = SkipKindOfYear(scene, index + 1);
  auto reading = dates::ReadAny(scene, figures, dates::Neighbour());
  if (!reading || reading->rule != "date.financial-year" || !reading->value ||
      !scene.base() || !(reading->last > *scene.base())) {
    return {};
  }
  // "preparations for the 2001/02 budget": the year of a thing.
  static const dates::WordSet kThings(
      "budget budgets accounts plan plans programme estimates report figures "
      "precept settlement audit season round");
  if (kThings.Has(scene.at(reading->end).lower)) return {};
  reading->begin = index + 1;
  if (figures == scene.SkipThe(index + 1)) reading->begin = figures;
  reading->confidence *= 0.7;
  return reading;
}

// "by the 30th", "the meeting on the 17th": the next such day.
std::optional<DateReading> ReadDayAlone(const Scene& scene, std::size_t index) {
  const auto lead = ReadLead(scene, index);
  if (!lead || !scene.base() || !scene.Is(lead->end, "the")) return {};
  if (!lead->deadline && !scene.Is(index, "on")) return {};
  const auto day = dates::ReadDayNumber(scene, lead->end + 1);
  if (!day || !day->ordinal ||
      !scene.IsKind(lead->end + 1, TokenKind::kNumber)) {
    return {};
  }
  // "the 30th meeting", "the 4th of May"
  const Token& next = scene.at(day->end);
  static const dates::WordSet kGoesOn("and or if so but at because as");
  if (next.kind == TokenKind::kWord && !next.line_before &&
      !kGoesOn.Has(next.lower)) {
    return {};
  }
  edtf::Day date = *scene.base();
  if (day->day < date.day)
    date = edtf::AddMonths({date.year, date.month, 1}, 1);
  date.day = static_cast<std::uint8_t>(day->day);
  if (!edtf::IsValid(date)) return {};
  DateReading reading;
  reading.begin = lead->kept ? index : lead->end;
  reading.end = day->end;
  reading.rule = "date.day-alone";
  reading.confidence = 0.6;
  reading.inferred = true;
  reading.uses_base = true;
  SetValue(reading, dates::DayDate(date));
  if (const auto value = dates::Bounded(reading, lead->bounding)) {
    reading.value = value;
  }
  return reading;
}

std::optional<DateReading> ReadDue(const Scene& scene, std::size_t index) {
  std::optional<DateReading> best;
  KeepLonger(best, ReadDatedLead(scene, index));
  KeepLonger(best, ReadStretchFrom(scene, index));
  KeepLonger(best, ReadForYear(scene, index));
  KeepLonger(best, ReadDayAlone(scene, index));
  KeepLonger(best, dates::ReadDuration(scene, index));
  KeepLonger(best, dates::ReadRecurring(scene, index));
  KeepLonger(best, dates::ReadSoon(scene, index));
  KeepLonger(best, ReadMeetingDue(scene, index));
  KeepLonger(best, ReadBeforeEvent(scene, index));
  return best;
}

// The whole text is one date: a cell of a "Target date" column.
std::optional<DateReading> ReadCell(const Scene& scene) {
  if (scene.size() == 0 || scene.size() > 12) return {};
  const std::size_t start = scene.SkipThe(0);
  auto reading = dates::ReadAny(scene, start, dates::Neighbour());
  if (reading && reading->end == scene.size()) return reading;
  if (scene.size() == 1 && scene.Is(0, "ongoing")) {
    reading = DateReading();
    reading->end = 1;
    reading->rule = "date.soon";
    reading->confidence = 0.7;
    return reading;
  }
  return {};
}

}  // namespace

std::vector<DateMention> FindDueInText(std::string_view text,
                                       std::optional<edtf::Day> base) {
  const std::vector<Token> tokens = dates::Tokenize(text);
  const Scene scene(text, tokens, dates::Mode::kDue, base);
  if (const auto cell = ReadCell(scene)) {
    return {dates::MentionOf(scene, *cell, 0)};
  }
  std::vector<DateMention> found;
  std::size_t index = 0;
  while (index < scene.size()) {
    const auto reading = ReadDue(scene, index);
    if (!reading) {
      ++index;
      continue;
    }
    found.push_back(dates::MentionOf(scene, *reading, 0));
    index = reading->end;
  }
  return found;
}

}  // namespace concord::extraction
