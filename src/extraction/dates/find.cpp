// Date expressions in running text and in documents.
//
// At every word the longest expression that any rule reads is taken; nothing
// is read twice. Two things need what was read before: a date that follows one
// with a year in the same list borrows it, and so do the bare numbers in "13
// and 14 July 2005". Cost: linear in the text; each rule looks at a few words.
#include "extraction/dates/find.h"

#include <algorithm>

#include "concord/extraction/extract.h"
#include "extraction/dates/context.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/said_before.h"

namespace concord::extraction::dates {
namespace {

// A number that is the day of a date further on: "13" of "13, 14 and 21 July".
std::optional<Reading> ReadListedDay(const Scene& scene, std::size_t index) {
  const auto day = ReadDayNumber(scene, index);
  if (!day || !scene.IsKind(index, TokenKind::kNumber)) return {};
  if (!StartsClean(scene, index) || IsNumbered(scene, index)) return {};
  std::size_t at = day->end;
  int last = day->day;
  for (int hops = 0; hops < 8; ++hops) {
    const Token& joint = scene.at(at);
    const bool list = joint.kind == TokenKind::kComma || joint.lower == "and" ||
                      joint.lower == "or";
    if (!list || joint.line_before) return {};
    ++at;
    if (scene.Is(at, "and")) ++at;
    const auto point = ReadPoint(scene, scene.SkipThe(at), Care::kLenient);
    if (point && point->date.day > last && !point->month_first &&
        point->weekday == 0 && point->rule != "date.numeric") {
      const auto anchor =
          ReadSingle(scene, point->begin, Care::kLenient, Neighbour());
      Reading reading = *anchor;
      reading.begin = index;
      reading.end = day->end;
      reading.inferred = true;
      reading.rule = "date.day-in-list";
      reading.confidence = 0.8;
      if (!anchor->value) return reading;
      edtf::Date date = std::get<edtf::Date>(*anchor->value);
      date.day = static_cast<std::uint8_t>(day->day);
      SetValue(reading, date);
      return reading;
    }
    const auto next = ReadDayNumber(scene, at);
    if (!next || next->day <= last) return {};
    last = next->day;
    at = next->end;
  }
  return {};
}

// The year behind a list of days: "16, 2018", "16, 23 and 30, 2018" from the
// first number on.
std::optional<YearRead> YearBehindDays(const Scene& scene, std::size_t index,
                                       int after_day) {
  std::size_t at = index;
  int last = after_day;
  for (int hops = 0; hops < 8; ++hops) {
    const auto day = ReadDayNumber(scene, at);
    if (!day || day->day <= last || scene.at(at).line_before) return {};
    last = day->day;
    at = day->end;
    if (const auto year = ReadYearAfter(scene, at, false)) return year;
    const Token& joint = scene.at(at);
    const bool list = joint.kind == TokenKind::kComma || joint.lower == "and";
    if (!list) return {};
    at += scene.Is(at + 1, "and") ? 2 : 1;
  }
  return {};
}

// "16, 2018" after "April 9 and", "23" and "30, 2018" after "April 16, ".
std::optional<Reading> ReadDayAfterMonthFirst(const Scene& scene,
                                              const std::vector<Reading>& found,
                                              std::size_t index) {
  if (found.empty() || !found.back().value) return {};
  const Reading& before = found.back();
  if (before.rule != "date.month-day" && before.rule != "date.day-in-list") {
    return {};
  }
  const auto* date = std::get_if<edtf::Date>(&*before.value);
  const Token& joint = scene.at(before.end);
  const bool list = joint.kind == TokenKind::kComma || joint.lower == "and";
  if (date == nullptr || date->day == 0 || !list) return {};
  const std::size_t next =
      before.end + (scene.Is(before.end + 1, "and") ? 2 : 1);
  if (next != index) return {};
  const auto day = ReadDayNumber(scene, index);
  const auto year = YearBehindDays(scene, index, date->day);
  if (!day || !year || year->year != date->year) return {};
  Reading reading = before;
  reading.begin = index;
  const auto own = ReadYearAfter(scene, day->end, false);
  reading.end = own ? own->end : day->end;
  reading.inferred = true;
  reading.rule = "date.day-in-list";
  edtf::Date same = *date;
  same.day = static_cast<std::uint8_t>(day->day);
  if (same.day > edtf::DaysInMonth(same.year, same.month)) return {};
  SetValue(reading, same);
  return reading;
}

// "circa 1997", "around June 2004".
bool IsApproximated(const Scene& scene, const Reading& reading) {
  if (!reading.value || !std::holds_alternative<edtf::Date>(*reading.value)) {
    return false;
  }
  const std::size_t before = reading.begin - 1;
  return scene.Is(before, "circa") || scene.Is(before, "around") ||
         scene.Is(before, "approximately");
}

// "publish each July", "every May and November": of every year, and no date.
bool IsOfEveryYear(const Scene& scene, const Reading& reading) {
  if (reading.rule != "date.month" && reading.rule != "date.season") {
    return false;
  }
  std::size_t before = reading.begin - 1;
  if (scene.Is(before, "and") &&
      MonthOf(scene.at(before - 1).lower).month != 0) {
    before -= 2;
  }
  return scene.Is(before, "each") || scene.Is(before, "every");
}

bool MayLackYear(const Token& token) {
  return token.kind == TokenKind::kNumber || MonthOf(token.lower).month != 0 ||
         WeekdayOf(token.lower).weekday != 0;
}

// The date before, where it may say what the words at `index` leave out.
Neighbour NeighbourOf(const Scene& scene, const std::vector<Reading>& found,
                      std::size_t index) {
  Neighbour neighbour = PreviousInList(scene, found, index);
  if (!neighbour.known && scene.IsKind(index, TokenKind::kNumber)) {
    neighbour = PreviousOfYear(scene, found, index);
  }
  if (!neighbour.known && MayLackYear(scene.at(index))) {
    neighbour = PreviousInSentence(scene, found, index);
  }
  return neighbour;
}

// The date at `index`, read with those found before it.
std::optional<Reading> ReadBeside(const Scene& scene,
                                  const std::vector<Reading>& found,
                                  std::size_t index) {
  auto reading = ReadDayAfterMonthFirst(scene, found, index);
  if (!reading) {
    reading = ReadAny(scene, index, NeighbourOf(scene, found, index));
  }
  if (!reading) reading = ReadDayOfMonthMeant(scene, found, index);
  if (reading) TakeThatYear(scene, found, &*reading);
  if (reading && reading->uses_base) {
    if (auto told = ReadAsTold(scene, found, index)) reading = told;
  }
  if (!reading || reading->rule == "date.day") {
    if (auto listed = ReadListedDay(scene, index)) reading = listed;
  }
  return reading;
}

}  // namespace

std::vector<Reading> FindReadings(const Scene& scene) {
  std::vector<Reading> found;
  std::size_t index = 0;
  while (index < scene.size()) {
    if (auto recurring = ReadRecurringBeforeStart(scene, index)) {
      index = recurring->end;
      found.push_back(*recurring);
      continue;
    }
    const auto reading = ReadBeside(scene, found, index);
    if (!reading) {
      ++index;
      continue;
    }
    index = reading->end;
    if (IsOfEveryYear(scene, *reading)) continue;
    found.push_back(*reading);
    if (IsApproximated(scene, *reading)) {
      SetValue(found.back(), Approximate(*reading->value));
    }
  }
  return found;
}

DateMention MentionOf(const Scene& scene, const Reading& reading,
                      std::uint32_t offset) {
  const TextSpan span = scene.SpanOf(reading.begin, reading.end);
  DateMention mention;
  mention.span = {span.begin + offset, span.end + offset};
  mention.rule = reading.rule;
  mention.confidence = reading.confidence;
  mention.printed = Slice(scene.text(), span);
  if (reading.value) mention.edtf = edtf::Format(*reading.value);
  if (reading.uses_base && scene.base()) {
    mention.base = edtf::FormatDay(*scene.base());
  }
  mention.inferred = reading.inferred;
  return mention;
}

}  // namespace concord::extraction::dates

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

void AppendDates(const Document& document, TextSpan region,
                 std::optional<edtf::Day> base, dates::FigureOrder order,
                 std::vector<DateMention>& mentions) {
  const std::string_view text = Slice(document.text, region);
  const std::vector<dates::Token> tokens = dates::Tokenize(text);
  dates::Scene scene(text, tokens, dates::Mode::kText, base);
  scene.set_figure_order(order);
  for (const dates::Reading& reading : dates::FindReadings(scene)) {
    mentions.push_back(dates::MentionOf(scene, reading, region.begin));
  }
}

// A line "By: 1 September 2004" below the first paragraphs opens no paper.
bool IsLateHeaderLine(const Document& document, std::size_t index) {
  if (document.blocks[index].kind != BlockKind::kHeaderLine) return false;
  constexpr std::size_t kFarthest = 24;  // blocks; headers are short
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < index; ++i) {
    const BlockKind kind = document.blocks[i].kind;
    paragraphs += kind == BlockKind::kParagraph ? 1 : 0;
    if (paragraphs >= 3 || i >= kFarthest) return true;
  }
  return false;
}

bool IsBody(const Block& block) {
  switch (block.kind) {
    case BlockKind::kTitle:
    case BlockKind::kHeaderLine:
    case BlockKind::kChrome:
      return false;
    case BlockKind::kHeading:
    case BlockKind::kParagraph:
    case BlockKind::kListItem:
    case BlockKind::kTableRow:
    case BlockKind::kTableCell:
    case BlockKind::kAppendix:
    case BlockKind::kContact:
    case BlockKind::kFootnote:
    case BlockKind::kQuotation:
      return true;
  }
  return true;
}

// The block's own text: its span without the blocks that lie inside it.
std::vector<TextSpan> OwnRegions(const Document& document, std::size_t index) {
  const Block& block = document.blocks[index];
  std::vector<TextSpan> regions;
  std::uint32_t cursor = std::max(block.span.begin, block.label.end);
  for (std::size_t next = index + 1; next < document.blocks.size(); ++next) {
    const TextSpan inner = document.blocks[next].span;
    if (inner.begin >= block.span.end) break;
    if (inner.begin > cursor) regions.push_back({cursor, inner.begin});
    cursor = std::max(cursor, inner.end);
  }
  if (cursor < block.span.end) regions.push_back({cursor, block.span.end});
  return regions;
}

bool IsMonthCell(const Document& document, std::size_t index) {
  if (index >= document.blocks.size()) return false;
  const Block& block = document.blocks[index];
  if (block.kind != BlockKind::kTableCell) return false;
  const auto tokens = dates::Tokenize(Slice(document.text, block.span));
  return tokens.size() == 1 && dates::MonthOf(tokens[0].lower).month != 0;
}

// The first cell of the row before (step -1) or after (1) the row of a cell
// that is itself the first; past the end where there is none.
std::size_t FirstCellOfNextRow(const Document& document, std::size_t index,
                               int step) {
  const auto& blocks = document.blocks;
  if (index == 0 || blocks[index - 1].kind != BlockKind::kTableRow) {
    return blocks.size();
  }
  const std::size_t start = step > 0 ? index + 1 : index - 2;
  for (std::size_t at = start; at < blocks.size();
       at += static_cast<std::size_t>(step)) {
    if (blocks[at].kind == BlockKind::kTableRow) return at + 1;
    if (blocks[at].kind != BlockKind::kTableCell) break;
  }
  return blocks.size();
}

// A month in a row or column of months is a heading and no date.
bool HeadsColumn(const Document& document, std::size_t index) {
  if (!IsMonthCell(document, index)) return false;
  const std::int32_t row = document.blocks[index].parent;
  for (const std::size_t beside : {index - 1, index + 1}) {
    if (IsMonthCell(document, beside) &&
        document.blocks[beside].parent == row) {
      return true;
    }
  }
  return IsMonthCell(document, FirstCellOfNextRow(document, index, -1)) ||
         IsMonthCell(document, FirstCellOfNextRow(document, index, 1));
}

}  // namespace

std::vector<DateMention> FindDates(const Document& document,
                                   std::optional<edtf::Day> base) {
  std::vector<DateMention> mentions;
  const dates::FigureOrder order = dates::FigureOrderOf(document.text);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const bool body =
        IsBody(document.blocks[i]) || IsLateHeaderLine(document, i);
    if (!body || HeadsColumn(document, i)) continue;
    for (const TextSpan region : OwnRegions(document, i)) {
      AppendDates(document, region, base, order, mentions);
    }
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const DateMention& a, const DateMention& b) {
                     return a.span < b.span;
                   });
  if (!base) dates::BorrowBases(document, &mentions);
  return mentions;
}

std::vector<DateMention> FindDatesInText(std::string_view text,
                                         std::optional<edtf::Day> base) {
  const std::vector<dates::Token> tokens = dates::Tokenize(text);
  const dates::Scene scene(text, tokens, dates::Mode::kText, base);
  std::vector<DateMention> mentions;
  for (const dates::Reading& reading : dates::FindReadings(scene)) {
    mentions.push_back(dates::MentionOf(scene, reading, 0));
  }
  return mentions;
}

}  // namespace concord::extraction
