#include "extraction/timetable/lines.h"
#include "extraction/in_span.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

constexpr std::uint32_t kLongestLine = 200;  // bytes; longer ones are prose

// Words that say how far a thing has got, at the end of what precedes a date.
const Pattern& StateWords() {
  static const Pattern kWords(
      "(?i)(?:^|[\\s:–-])((?:to (?:be )?(?:completed?|commenced?|finished|"
      "published|agreed|started?|start|begin|commence)|completed|complete|done|"
      "finished|commenced|started|began|begun|due|planned|expected|target|"
      "ongoing|in progress|scheduled|published|approved|put back|postponed|"
      "deferred|moved back|slipped|delayed)?,?(?: (?:to|until|till))?"
      "(?: ?(?:by|in|on|for|during|from|at))?(?: the)?) ?$");
  return kWords;
}

// What may stand after a date that ends its line: a time of day, a stop.
bool EndsTime(std::string_view rest) {
  static const Pattern kRest(
      "^[ ,.;)]*(?:(?:at )?[0-9]{1,2}[.:][0-9]{2} ?(?:am|pm)?|[0-9]{1,2} "
      "?(?:am|pm)"
      ")?[ ,.;)]*(?:onwards?)?$");
  return kRest.Matches(rest);
}

const DateMention* LastIn(TextSpan line,
                          const std::vector<DateMention>& dates) {
  const DateMention* last = nullptr;
  for (const DateMention& date : BeginningIn(dates, line)) {
    if (Contains(line, date.span) && !date.edtf.empty()) last = &date;
  }
  return last;
}

// "July and August 2001": one time, though two dates.
DateMention JoinedBefore(std::string_view text, TextSpan line, DateMention last,
                         const std::vector<DateMention>& dates) {
  for (const DateMention& date : dates) {
    if (date.span.begin >= last.span.begin) break;
    if (!Contains(line, date.span) || date.span.end >= last.span.begin) {
      continue;
    }
    const std::string_view joint =
        Slice(text, {date.span.end, last.span.begin});
    const bool plain = date.edtf.find('/') == std::string::npos &&
                       last.edtf.find('/') == std::string::npos;
    if ((joint != " and " && joint != " to ") || !plain) continue;
    last.span.begin = date.span.begin;
    last.edtf = date.edtf + "/" + last.edtf;
    last.printed = std::string(Slice(text, last.span));
    last.inferred = last.inferred || date.inferred;
    break;
  }
  return last;
}

std::optional<DateMention> DateOf(std::string_view text, TextSpan line,
                                  const std::vector<DateMention>& dates,
                                  std::optional<edtf::Day> base) {
  if (const DateMention* date = LastIn(line, dates)) {
    return JoinedBefore(text, line, *date, dates);
  }
  std::optional<DateMention> last;
  for (DateMention& date : FindDatesInText(Slice(text, line), base)) {
    if (date.edtf.empty()) continue;
    date.span = {line.begin + date.span.begin, line.begin + date.span.end};
    last = std::move(date);
  }
  return last;
}

bool IsSentence(std::string_view line) {
  return (line.ends_with('.') || line.ends_with('?')) &&
         std::count(line.begin(), line.end(), ' ') > 5;
}

// "By May 2005 – the draft is read", "4 July: the tender closes".
void ReadTimeFirst(std::string_view text, const std::vector<DateMention>& dates,
                   TimeLine* read) {
  static const Pattern kLead(
      "^(?i:(?:by|in|on|from|during|before)(?: the)? )?$");
  static const Pattern kRest("^(?: (?:–|—|-) |(: ))(\\p{L}.*)$");
  for (const DateMention& date : dates) {
    if (date.span.begin >= read->span.end) return;
    if (!Contains(read->span, date.span) || date.edtf.empty()) continue;
    if (!kLead.Search(text, {read->span.begin, date.span.begin})) return;
    const auto rest = kRest.Search(text, {date.span.end, read->span.end});
    if (!rest) return;
    read->kind = LineKind::kBoth;
    read->dashed = true;
    read->first = true;
    read->colon = !Empty((*rest)[1]);
    read->description = (*rest)[2];
    read->date = date;
    return;
  }
}

}  // namespace

std::string StateOfWords(std::string_view words) {
  static const Pattern kPlanned(
      "(?i)\\b(?:to be|to (?:start|begin|commence|complete)|will|due|planned|"
      "expected|target|scheduled|by)\\b");
  static const Pattern kCompleted(
      "(?i)\\b(?:completed?|done|finished|published|approved|agreed|"
      "achieved)\\b");
  static const Pattern kCommenced(
      "(?i)\\b(?:commenced|started|began|begun|ongoing|in progress|under ?way|"
      "in hand)\\b");
  static const Pattern kSlipped(
      "(?i)\\b(?:put back|postponed|deferred|moved back|slipped|delayed)\\b|"
      "^(?i:was) \\p{Lu}");
  if (kSlipped.Matches(words)) return "slipped";
  if (kPlanned.Matches(words)) return "planned";
  if (kCompleted.Matches(words)) return "completed";
  return kCommenced.Matches(words) ? "commenced" : "";
}

TimeLine ReadTimeLine(std::string_view text, TextSpan whole,
                      const std::vector<DateMention>& dates,
                      std::optional<edtf::Day> base) {
  TimeLine read;
  read.span = whole;
  // "autumn 2006 (was July)": the time that it was is no time of the row.
  static const Pattern kWas(
      "^(.*?) \\((?:was|were|formerly|originally|previously) [^()]*\\)\\.?$");
  const bool bracket = Slice(text, whole).find(" (") != std::string_view::npos;
  const auto was = bracket ? kWas.Search(text, whole) : std::nullopt;
  const TextSpan line = was ? (*was)[1] : whole;
  if (Length(line) > kLongestLine || IsSentence(Slice(text, line))) return read;
  read.kind = LineKind::kDescription;
  read.description = line;
  ReadTimeFirst(text, dates, &read);
  if (read.kind == LineKind::kBoth) return read;
  const auto date = DateOf(text, line, dates, base);
  if (!date) return read;
  // "Survey ordered – January 2001 – done".
  static const Pattern kStateAfter("^ (?:–|—|-) (\\p{L}[\\p{L} ]{2,24})$");
  const auto after = kStateAfter.Search(text, {date->span.end, line.end});
  const std::string said =
      after ? StateOfWords(Slice(text, (*after)[1])) : std::string();
  const bool ends =
      !said.empty() || EndsTime(Slice(text, {date->span.end, line.end}));
  if (!ends) return read;
  const TextSpan before{line.begin, date->span.begin};
  TextSpan left = Trim(text, before);
  std::string_view state;
  if (const auto match = StateWords().Search(text, before)) {
    state = Slice(text, (*match)[1]);
    left = Trim(text, {line.begin, (*match)[1].begin});
  }
  // Words before the date without a word of state are a sentence's end as
  // often as a row: "minutes of 6 September 2001".
  // Only a dash between them makes a row of its own.
  static const Pattern kDash(
      "^(.*[^ :])(?: (?:–|—|-|:) |(:) )"
      "(?:(?:shortly |soon |just )?(?:after|before|by) )?$");
  const auto dashed = kDash.Search(text, before);
  if (!Empty(left) && (dashed || StateOfWords(state).empty())) {
    if (!dashed) return read;
    read.dashed = true;
    read.colon = !Empty((*dashed)[2]);
    left = (*dashed)[1];
  }
  read.kind = Empty(left) ? LineKind::kTime : LineKind::kBoth;
  read.description = left;
  read.date = *date;
  read.state = said.empty() ? StateOfWords(state) : said;
  if (was && read.state.empty()) read.state = "slipped";
  return read;
}

}  // namespace concord::extraction
