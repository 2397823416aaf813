// Times that are told by an event and not by the calendar.
//
//   "the end of the Michaelmas term"     "this Parliament"
//   "as soon as the lease is signed"     "on the same day"     "the next
//   report" "before the year is out"             a date, from that of the
//   document "at its meeting on 3 May"            the meeting belongs to what
//   is printed a cell of a plan: "Not before the box arrives", "When the unions
//   agree" refused: "at the same time", "as soon as possible" (a word of haste,
//   read with the dates), "the report" of no turn
//
// Without a day they have no EDTF value; they are due dates as printed all the
// same. Linear (RE2).

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

DateMention EventAt(std::string_view text, TextSpan span, std::string edtf) {
  DateMention due;
  due.span = Trim(text, span);
  due.printed = Slice(text, due.span);
  due.edtf = std::move(edtf);
  due.inferred = !due.edtf.empty();
  due.rule = "due.event";
  due.confidence = 0.55;
  return due;
}

bool OverlapsAny(const std::vector<DateMention>& dues, TextSpan span) {
  return std::any_of(dues.begin(), dues.end(), [&](const DateMention& due) {
    return Overlaps(due.span, span);
  });
}

void AddMatches(std::string_view text, TextSpan within, const Pattern& event,
                std::vector<DateMention>* dues) {
  for (const MatchSpans& match : event.SearchAll(text, within)) {
    if (OverlapsAny(*dues, match[1])) continue;
    dues->push_back(EventAt(text, match[1], ""));
  }
}

// "2003-22" of "the summer term" in a paper of May 2003: the season, the next
// that is not over. Nothing without a year to count from.
std::string SeasonOf(const Reading& reading, std::string_view term,
                     std::string_view year) {
  static const Pattern kSpring("(?i:spring|lent|hilary)");
  static const Pattern kSummer("(?i:summer|trinity|easter)");
  static const Pattern kAutumn("(?i:autumn|michaelmas)");
  struct Season {
    const Pattern* names;
    int number;
    int last_month;
  };
  for (const Season& season : std::initializer_list<Season>{
           {&kSpring, 21, 4}, {&kSummer, 22, 8}, {&kAutumn, 23, 12}}) {
    if (!season.names->Matches(term)) continue;
    const std::string number = "-" + std::to_string(season.number);
    if (!year.empty()) return std::string(year) + number;
    if (!reading.base) return "";
    const bool over = reading.base->month > season.last_month;
    return std::to_string(reading.base->year + (over ? 1 : 0)) + number;
  }
  return "";
}

// "by the end of the Michaelmas term", "before the summer vacation".
void AddTerms(const Reading& reading, TextSpan within,
              std::vector<DateMention>* dues) {
  static const Pattern kTerm(
      "\\b((?i:by|before|until|in|at|during|from|in time for)) ((?:the )?(?:(?:"
      "end|start|beginning|middle) of )?(?:the )?(?:next |following |coming |"
      "current )?(?:(?i:michaelmas|hilary|trinity|lent|easter|summer|autumn|"
      "spring|winter|long|christmas|academic|school) "
      ")(?:terms?|vacation|recess|"
      "holidays?|half-term|break)(?: (\\d{4}))?)\\b");
  static const Pattern kUpTo("^(?i:by|before|until|in time for)$");
  static const Pattern kFrom("^(?i:from)$");
  const std::string_view text = reading.text();
  for (const MatchSpans& match : kTerm.SearchAll(text, within)) {
    if (OverlapsAny(*dues, match[2])) continue;
    std::string value =
        SeasonOf(reading, Slice(text, match[2]), Slice(text, match[3]));
    if (!value.empty() && kUpTo.Search(text, match[1])) value.insert(0, "../");
    if (!value.empty() && kFrom.Search(text, match[1])) value += "/..";
    dues->push_back(EventAt(text, match[2], std::move(value)));
  }
}

// "before the year is out" in a paper of 2004: ../2004.
void AddYearOut(const Reading& reading, TextSpan within,
                std::vector<DateMention>* dues) {
  static const Pattern kOut(
      "\\b((?i:before) (?:the|this) year (?:is out|ends|is over|closes))\\b");
  const auto match = kOut.Search(reading.text(), within);
  if (!match || !reading.base || OverlapsAny(*dues, (*match)[1])) return;
  dues->push_back(EventAt(reading.text(), (*match)[1],
                          "../" + std::to_string(reading.base->year)));
}

// "its joint meeting in July": the words before the date that name what is
// then.
void WidenToOccasion(std::string_view text, TextSpan within, DateMention* due) {
  static const Pattern kOccasion(
      "\\b((?:the|its|their|our|your|this|my) (?:\\p{L}+ ){0,2}?(?:meeting|"
      "session|elections?|hearing|conference|seminar) (?:on|in|of) (?:the )?)"
      "$");
  static const Pattern kBefore(
      "(?i:\\b(?:before|by|in time for|ahead of|no later than)) $");
  constexpr std::uint32_t kReach = 80;
  std::uint32_t from =
      due->span.begin - std::min(kReach, due->span.begin - within.begin);
  while (from < due->span.begin &&
         (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
    ++from;
  }
  const auto occasion = kOccasion.Search(text, {from, due->span.begin});
  if (!occasion) return;
  due->span.begin = (*occasion)[1].begin;
  due->printed = Slice(text, due->span);
  if (kBefore.Search(text, {from, due->span.begin}) && !due->edtf.empty() &&
      due->edtf.find('/') == std::string::npos) {
    due->edtf.insert(0, "../");
  }
}

// "at least every three years", "twice yearly": how often goes with how long.
void WidenToMeasure(std::string_view text, TextSpan within, DateMention* due) {
  static const Pattern kMeasure(
      "\\b((?:at least|not less than|no less than|at most|not more than|twice|"
      "three times|four times)(?: (?:a|in|every|each))? )$");
  if (due->rule != "date.recurring") return;
  constexpr std::uint32_t kReach = 40;
  std::uint32_t from =
      due->span.begin - std::min(kReach, due->span.begin - within.begin);
  while (from < due->span.begin &&
         (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
    ++from;
  }
  const auto measure = kMeasure.Search(text, {from, due->span.begin});
  if (!measure) return;
  due->span.begin = (*measure)[1].begin;
  due->printed = Slice(text, due->span);
}

}  // namespace

void FillEventDue(const Reading& reading, Recommendation* item) {
  static const Pattern kSoonAs(
      "\\b(as soon as [^,.;:()]{6,110}?)(?:$|[,.;:()]| and | but | so that |, "
      "which )");
  static const Pattern kSame(
      "\\b(?i:on|from|by|with effect from|before|after) (the same (?:date|day|"
      "week|month))\\b");
  static const Pattern kTurn(
      "\\b(?i:in|at|by|with|before|on|for|and) ((?:the|its|their|your|her|his) "
      "next (?:annual |progress |quarterly |monthly )?report|(?:each|every) "
      "(?:alternate |second |other )?(?:anniversary|meeting)(?: "
      "(?:afterwards|after that|thereafter))?)\\b");
  // "covered by each report": by whom, and not by when.
  static const Pattern kReports(
      "\\b(?i:in|at|with|before|on|for|and) ((?:each|every) (?:alternate "
      "|second |other )?report(?: (?:afterwards|after that|thereafter))?)\\b");
  // Sittings, which a calendar does not date.
  static const Pattern kSitting(
      "\\b(?i:by|before|at|in|during|in time for) ((?:the )?(?:end of "
      ")?(?:this|"
      "the (?:current|next|present)) (?:[Pp]arliament(?:ary session)?|"
      "[Aa]ssembly term|spending review|(?:full |annual |follow-up "
      "|unannounced "
      ")?inspection|annual general meeting|AGM|election))\\b");
  const std::string_view text = reading.text();
  for (DateMention& due : item->due) {
    if (!Contains(item->span, due.span)) continue;
    WidenToOccasion(text, item->span, &due);
    WidenToMeasure(text, item->span, &due);
  }
  for (const Pattern* event :
       {&kSoonAs, &kSame, &kTurn, &kReports, &kSitting}) {
    AddMatches(text, item->span, *event, &item->due);
  }
  AddTerms(reading, item->span, &item->due);
  AddYearOut(reading, item->span, &item->due);
  std::stable_sort(item->due.begin(), item->due.end(),
                   [](const DateMention& a, const DateMention& b) {
                     return a.span < b.span;
                   });
}

std::optional<DateMention> EventInCell(const Reading& reading, TextSpan cell) {
  static const Pattern kEvent(
      "^(?i:(?:not )?(?:before|after|until)|when|once|as soon as|on completion|"
      "following|pending|upon|on receipt|with)\\b.{3,120}$");
  cell = Trim(reading.text(), cell);
  if (!kEvent.Search(reading.text(), cell)) return std::nullopt;
  return EventAt(reading.text(), cell, "");
}

}  // namespace concord::extraction
