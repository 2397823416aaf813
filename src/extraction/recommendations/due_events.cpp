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
#include "concord/extraction/extract.h"
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

// "../2003-06" of "before the Whitsun vacation": the month of the feast; the
// long vacation is August and September. Empty for other breaks.
std::string BreakValue(const Reading& reading, std::string_view words,
                       bool up_to, bool from) {
  static const Pattern kFeast(
      "^(?i:the (easter|whitsun) (?:vacation|recess|holidays?|break))$");
  static const Pattern kLong("^(?i:the long vacation)$");
  if (!reading.base) return "";
  const std::string year = std::to_string(reading.base->year);
  if (kLong.Matches(words)) {
    return up_to  ? "../" + year + "-07"
           : from ? ""
                  : year + "-08/" + year + "-09";
  }
  const auto feast = kFeast.Search(words);
  if (!feast) return "";
  const auto days = FindDatesInText(
      std::string(Slice(words, (*feast)[1])) + " " + year, reading.base);
  if (days.size() != 1 || days[0].edtf.size() < 7) return "";
  const std::string month = days[0].edtf.substr(0, 7);
  return up_to ? "../" + month : from ? month + "/.." : month + "~";
}

// "by the end of the Michaelmas term", "before the summer vacation".
void AddTerms(const Reading& reading, TextSpan within,
              std::vector<DateMention>* dues) {
  static const Pattern kTerm(
      "\\b((?i:by|before|after|until|in|at|during|from|in time for)) ((?:the "
      ")?(?:(?:"
      "end|start|beginning|middle) of )?(?:the )?(?:next |following |coming |"
      "current )?(?:(?i:michaelmas|hilary|trinity|lent|easter|whitsun|summer|"
      "autumn|"
      "spring|winter|long|christmas|academic|school) "
      ")(?i:terms?|sittings|vacation|recess|"
      "holidays?|half-term|break)(?: (\\d{4}))?)\\b");
  static const Pattern kUpTo("^(?i:by|before|until|in time for)$");
  static const Pattern kFrom("^(?i:from|after)$");
  const std::string_view text = reading.text();
  for (const MatchSpans& match : kTerm.SearchAll(text, within)) {
    if (OverlapsAny(*dues, match[2])) continue;
    const bool up_to = kUpTo.Search(text, match[1]).has_value();
    const bool from = kFrom.Search(text, match[1]).has_value();
    if (auto value = BreakValue(reading, Slice(text, match[2]), up_to, from);
        !value.empty()) {
      dues->push_back(EventAt(text, match[2], std::move(value)));
      continue;
    }
    std::string value =
        SeasonOf(reading, Slice(text, match[2]), Slice(text, match[3]));
    if (!value.empty() && up_to) value.insert(0, "../");
    if (!value.empty() && from) value += "/..";
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
  // "the third Friday of every month", "the end of each week", "3 May in
  // each year": when in each.
  static const Pattern kWhenIn(
      "\\b((?:the )?(?:end|start|beginning|close|(?:first|second|third|fourth|"
      "last) (?:(?:working |week ?)?day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
      "day)|\\d{1,2} (?:January|February|March|April|May|June|July|August|"
      "September|October|November|December)) (?:of |in )?)$");
  if (due->rule != "date.recurring") return;
  constexpr std::uint32_t kReach = 40;
  std::uint32_t from =
      due->span.begin - std::min(kReach, due->span.begin - within.begin);
  while (from < due->span.begin &&
         (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
    ++from;
  }
  // "at least once a week" is a measure of its own.
  static const Pattern kTimes("^(?:once|twice)\\b");
  auto measure = kMeasure.Search(text, {from, due->span.begin});
  if (measure && kTimes.Search(text, due->span)) measure.reset();
  if (!measure) measure = kWhenIn.Search(text, {from, due->span.begin});
  if (!measure) return;
  due->span.begin = (*measure)[1].begin;
  due->printed = Slice(text, due->span);
}

}  // namespace

void FillEventDue(const Reading& reading, Recommendation* item) {
  static const Pattern kSoonAs(
      "\\b(as soon (?:as|after) [^,.;:()]{6,110}?)(?:$|[,.;:()]| and | but | "
      "so "
      "that |, which )");
  static const Pattern kTurn(
      "\\b(?i:in|at|by|with|before|on|for|from|and) ((?:the|its|their|your|her|"
      "his) "
      "next (?:annual |progress |quarterly |monthly )?report|(?:each|every) "
      "(?:alternate |second |other )?(?:anniversary|meeting)(?: "
      "(?:afterwards|after that|thereafter))?)\\b");
  // "covered by each report": by whom, and not by when.
  static const Pattern kReports(
      "\\b(?i:in|at|with|before|on|for|and) ((?:each|every) (?:alternate "
      "|second |other )?report(?: (?:afterwards|after that|thereafter))?)\\b");
  // "by the end of the fourth quarter", of no stated year.
  static const Pattern kQuarter(
      "\\b(?i:by|before|at|until) (the (?:end|start|beginning) of the "
      "(?:first|second|third|fourth|last|next|current) (?:quarter|half-year))"
      "(?:$|[,.;:)])");
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
  // "3 May in each year" is one time.
  const auto within = item->due;
  std::erase_if(item->due, [&](const DateMention& due) {
    return std::any_of(within.begin(), within.end(), [&](const DateMention& w) {
      return w.span != due.span && Contains(w.span, due.span);
    });
  });
  for (const Pattern* event :
       {&kSoonAs, &kTurn, &kReports, &kQuarter, &kSitting}) {
    AddMatches(text, item->span, *event, &item->due);
  }
  AddTerms(reading, item->span, &item->due);
  FillAnaphoricDue(reading, item);
  FillClauseDue(reading, item);
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
  // "With the move": the preposition governs, and is no part of the event.
  static const Pattern kWith("^(?i:with) ()");
  if (const auto with = kWith.Search(reading.text(), cell)) {
    cell.begin = (*with)[1].begin;
  }
  return EventAt(reading.text(), cell, "");
}

}  // namespace concord::extraction
