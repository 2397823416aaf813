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

std::optional<DateMention> DateOf(std::string_view text, TextSpan line,
                                  const std::vector<DateMention>& dates,
                                  std::optional<edtf::Day> base) {
  if (const DateMention* date = LastIn(line, dates)) return *date;
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

}  // namespace

std::string StateOfWords(std::string_view words) {
  static const Pattern kPlanned(
      "(?i)\\b(?:to be|to (?:start|begin|commence|complete)|will|due|planned|"
      "expected|target|scheduled|by)\\b");
  static const Pattern kCompleted(
      "(?i)\\b(?:completed?|done|finished|published|approved|agreed)\\b");
  static const Pattern kCommenced(
      "(?i)\\b(?:commenced|started|began|begun|ongoing|in progress)\\b");
  static const Pattern kSlipped(
      "(?i)\\b(?:put back|postponed|deferred|moved back|slipped|delayed)\\b");
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
  const auto date = DateOf(text, line, dates, base);
  if (!date || !EndsTime(Slice(text, {date->span.end, line.end}))) return read;
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
  static const Pattern kDash("^(.*[^ ]) (?:–|—|-|:) $");
  const auto dashed = kDash.Search(text, before);
  if (!Empty(left) && StateOfWords(state).empty()) {
    if (!dashed) return read;
    read.dashed = true;
    left = (*dashed)[1];
  }
  read.kind = Empty(left) ? LineKind::kTime : LineKind::kBoth;
  read.description = left;
  read.date = *date;
  read.state = StateOfWords(state);
  return read;
}

}  // namespace concord::extraction
