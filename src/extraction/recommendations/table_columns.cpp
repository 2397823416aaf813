#include "extraction/recommendations/table_columns.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/positions.h"
#include "extraction/recommendations/recommenders.h"

namespace concord::extraction {
namespace {

void AddOwners(std::string_view text, TextSpan cell, Recommendation* item) {
  for (OwnerMention& person : PeopleWithPosts(text, cell)) {
    person.rule = "owner.table-column";
    person.confidence = 0.9;
    item->owners.push_back(std::move(person));
  }
  if (!item->owners.empty()) return;
  for (const TextSpan name : OwnersListed(text, cell)) {
    if (Empty(name)) continue;
    const auto agent = AgentAt(text, name);
    OwnerMention owner =
        AsOwner(text, agent.value_or(Agent{name, name, {}, 0}), "owner");
    owner.span = name;
    owner.name = Slice(text, name);
    owner.rule = "owner.table-column";
    owner.confidence = 0.9;
    item->owners.push_back(std::move(owner));
  }
}

// The whole cell is when it is due: "31 October 2002", "ongoing".
void AddDate(const Reading& reading, TextSpan cell, Recommendation* item) {
  // "June 2003 (was May)": what was meant once is due no more.
  static const Pattern kFormer(
      "\\s*[(\\[](?i:was|were|previously|originally|formerly|first|from|moved "
      "from|put back from|revised from|instead of)\\b[^)\\]]*[)\\]]\\s*$");
  if (const auto former = kFormer.Search(reading.text(), cell)) {
    cell.end = (*former)[0].begin;
  }
  std::vector<DateMention> dates =
      FindDueInText(Slice(reading.text(), cell), reading.base);
  if (dates.empty()) {
    dates = FindDatesInText(Slice(reading.text(), cell), reading.base);
  }
  if (dates.empty()) {
    if (auto event = EventInCell(reading, cell)) {
      item->due.push_back(std::move(*event));
      return;
    }
  }
  // What a short cell says of no calendar day is printed whole: "at once and
  // always", "each visit"; but not that nothing is known.
  static const Pattern kNothing(
      "^(?i:\\W*|tb[acdn]|to be \\p{L}+|n/?a|none|not known|unknown|no date|"
      "done|complete[d]?|closed|yes|no)$");
  constexpr std::uint32_t kShort = 48;
  const bool dated =
      std::any_of(dates.begin(), dates.end(),
                  [](const DateMention& date) { return !date.edtf.empty(); });
  if (!dated && Length(cell) <= kShort &&
      !kNothing.Search(reading.text(), cell)) {
    DateMention whole;
    whole.span = Trim(reading.text(), cell);
    whole.printed = Slice(reading.text(), whole.span);
    whole.rule = "due.cell";
    whole.confidence = 0.5;
    item->due.push_back(std::move(whole));
    return;
  }
  for (DateMention& date : dates) {
    date.span.begin += cell.begin;
    date.span.end += cell.begin;
    item->due.push_back(std::move(date));
  }
}

bool IsDateCell(const Reading& reading, TextSpan cell) {
  constexpr std::uint32_t kLongest = 60;
  constexpr std::uint32_t kLead = 8;  // "by the "
  if (Empty(cell) || Length(cell) > kLongest) return false;
  const std::string_view words = Slice(reading.text(), cell);
  for (const auto& found : {FindDueInText(words, reading.base),
                            FindDatesInText(words, reading.base)}) {
    if (!found.empty() && found[0].span.begin <= kLead) return true;
  }
  return false;
}

bool IsActCell(std::string_view words) {
  return IsRequest(words) || NamesDoer(words) || IsFreeInfinitive(words);
}

// The column, of those not taken, most of whose cells are such; -1 where none
// has half of them.
template <class IsSuch>
int ColumnOf(const std::vector<std::vector<TextSpan>>& rows, const Table& taken,
             IsSuch is_such) {
  int best = -1;
  std::size_t most = rows.size() / 2;
  for (int column = 0; column < static_cast<int>(rows[0].size()); ++column) {
    if (std::find(taken.at.begin(), taken.at.end(), column) != taken.at.end()) {
      continue;
    }
    std::size_t count = 0;
    for (const auto& row : rows) {
      const auto at = static_cast<std::size_t>(column);
      count += at < row.size() && is_such(row[at]);
    }
    if (count <= most) continue;
    most = count;
    best = column;
  }
  return best;
}

}  // namespace

std::vector<TextSpan> CellsOf(const document::Document& document,
                              std::size_t row) {
  std::vector<TextSpan> cells;
  for (std::size_t i = row + 1; i < document.blocks.size(); ++i) {
    const document::Block& block = document.blocks[i];
    if (block.kind != document::BlockKind::kTableCell ||
        block.parent != static_cast<std::int32_t>(row)) {
      break;
    }
    cells.push_back(Trim(document.text, block.span));
  }
  return cells;
}

bool UnderRecommendations(const document::Document& document,
                          std::size_t block) {
  static const Pattern kHeading("(?i:\\brecommendations?\\b)");
  const std::int32_t heading =
      document::HeadingOf(document, static_cast<std::int32_t>(block));
  return heading >= 0 &&
         kHeading
             .Search(document.text,
                     document.blocks[static_cast<std::size_t>(heading)].span)
             .has_value();
}

bool NamesOwner(std::string_view text, TextSpan cell) {
  constexpr std::uint32_t kLongest = 90;
  if (Empty(cell) || Length(cell) > kLongest) return false;
  const auto names = OwnersListed(text, cell);
  const auto agent = AgentAt(text, names.front());
  static const Pattern kGoesOn(
      "^(?: \\([^)]*\\)|,? \\p{Lu}|,? (?:of|for|and) |$)");
  return agent && kGoesOn.Search(text, {agent->span.end, cell.end});
}

std::optional<Table> InferColumns(
    const Reading& reading, const std::vector<std::vector<TextSpan>>& rows) {
  constexpr std::size_t kFewest = 3;
  static const Pattern kReference(
      "^[\\p{L}]{0,6}[ ./-]?\\d{1,3}(?:\\.\\d{1,3})*[.):]?$");
  if (rows.size() < kFewest) return std::nullopt;
  const std::string_view text = reading.text();
  Table table;
  table.kind = RecommendationKind::kCommitment;
  table.at[kLabel] = ColumnOf(rows, table, [&](TextSpan cell) {
    return kReference.Search(text, cell).has_value();
  });
  table.at[kText] = ColumnOf(rows, table, [&](TextSpan cell) {
    constexpr std::uint32_t kShortest = 16;
    return Length(cell) >= kShortest && IsActCell(Slice(text, cell));
  });
  if (table.at[kText] < 0) return std::nullopt;
  table.at[kOwner] = ColumnOf(
      rows, table, [&](TextSpan cell) { return NamesOwner(text, cell); });
  if (table.at[kOwner] < 0) return std::nullopt;
  table.at[kDate] = ColumnOf(
      rows, table, [&](TextSpan cell) { return IsDateCell(reading, cell); });
  // "The Clerk should count them": what somebody else asks; a plan says "Count
  // them" and "will".
  static const Pattern kAsked("\\b(?:should|ought to|must)\\b");
  const auto at = static_cast<std::size_t>(table.at[kText]);
  const auto asked = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
        return at < row.size() && kAsked.Search(text, row[at]);
      }));
  if (asked * 3 >= rows.size() * 2) {
    table.kind = RecommendationKind::kRecommendation;
  }
  return table;
}

// The column of what is asked or promised, if this is one.
std::optional<HeaderCell> ReadTextHeader(std::string_view cell, bool headed) {
  static const Pattern kRecommendations(
      "^(?i:(?:the |our |review |audit |agreed |panel(?:[’']s)? )?"
      "recommendations?(?: text| made)?|(?:what )?(?:we|i|[\\p{L}.’' "
      "-]{3,40}?) "
      "recommends?(?: that)?|what (?:is|was) recommended)\\W*$");
  static const Pattern kActions(
      "^(?i:(?:agreed |proposed |required |planned |key |our |management |"
      "main )?(?:actions?|commitments?|tasks?|undertakings?|"
      "activit(?:y|ies)|steps?|deliverables?|improvements?|measures?)"
      "(?: required| to be taken| needed| planned| points?| agreed)?|what|"
      "(?:what )?(?:we|you|the \\p{L}+) (?:will|shall|must|need to|"
      "are going to|is going to|has to|have to|promised?)(?: do)?|"
      "what (?:will|is to|has to|must|needs to) be done|to be done|job|"
      "work to be done)\\W*$");
  // Under a heading that says "Recommendations" these are one too.
  static const Pattern kNeeds(
      "^(?i:what (?:is|was) (?:needed|recommended|proposed|asked)|"
      "(?:we recommend|our recommendation|proposal|measure|improvement|"
      "what (?:should|must) (?:be done|happen)|text|proposals?))\\W*$");
  static const Pattern kAction(
      "(?i:\\b(?:actions?|commitments?|tasks?|will|going to|shall)\\b)");
  static const Pattern kLead("(?i:\\brecommends?(?: that)?)\\W*$");
  if (kRecommendations.Matches(cell) || (headed && kNeeds.Matches(cell))) {
    return HeaderCell{.column = kText, .leads = kLead.Matches(cell)};
  }
  if (!kActions.Matches(cell)) return std::nullopt;
  return HeaderCell{
      .column = kText, .commits = true, .says_action = kAction.Matches(cell)};
}

HeaderCell ReadHeaderCell(std::string_view cell, bool headed) {
  static const Pattern kLabels(
      "^(?i:no\\.?|number|ref\\.?|reference|rec\\.?|r"
      "(?: no\\.?)?|item|#|(?:recommendation|action|task) (?:no\\.?|number|"
      "ref\\.?))\\W*$");
  static const Pattern kOwners(
      "(?i:\\b(?:owners?|lead(?:s|ing)?|led by|responsib\\w+|by whom|who|"
      "officers?|accountab\\w+|assigned to|action by|carried out by|"
      "department|manager|name|whom|addressed "
      "to|addressees?)\\b)|^(?i:for|to|unit|"
      "post|body)$");
  static const Pattern kDates(
      "(?i:\\b(?:date|deadline|time ?(?:scale|frame|table)|by when|when|"
      "target|due|timing|done by|completion|complete "
      "by|finish|end|times?|(?:programmed?|planned|scheduled) for)\\b)");
  static const Pattern kMakers(
      "^(?i:from|recommend(?:ed by|ers?|ing (?:body|state|country|party))|made "
      "by|source of recommendation)\\W*$");
  static const Pattern kWords("^(?i:(?:full )?(?:text|wording))\\W*$");
  static const Pattern kAnswers(
      "(?i:\\b(?:response|position|reply|accepted\\b.*|agreed\\?)(?:\\W|$))");
  static const Pattern kBeside(
      "(?i:\\b(?:progress|status|state|implementation|comments?|source|update|"
      "notes?|"
      "outcome|remarks?|where we are)\\b)");
  static const Pattern kState(
      "(?i:\\b(?:progress|status|state|implementation|where we are)\\b)");
  if (const auto read = ReadTextHeader(cell, headed)) return *read;
  HeaderCell read;
  if (FoldWords(cell) == "by") {
    read.by = true;
  } else if (kWords.Matches(cell)) {
    read.words = true;
  } else if (kMakers.Matches(cell)) {
    read.column = kMaker;
  } else if (kLabels.Matches(cell)) {
    read.column = kLabel;
  } else if (kDates.Matches(cell)) {
    read.column = kDate;
  } else if (kOwners.Matches(cell)) {
    read.column = kOwner;
  } else if (kAnswers.Matches(cell)) {
    read.column = kAnswer;
  } else if (kBeside.Matches(cell)) {
    read.column = kOther;
    read.says_state = kState.Matches(cell);
  }
  return read;
}

// "What" and "Date" alone are a timetable; an action has an owner, or a time
// and a word on its progress.
bool IsHeld(const Table& table, bool says_action) {
  if (table.at[kOwner] >= 0) return true;
  const bool dated = table.at[kDate] >= 0;
  const bool told = table.at[kOther] >= 0;
  return table.kind == RecommendationKind::kCommitment
             ? says_action && dated && told
             : dated || told;
}

// What the first column of text says of the rows.
void SetKind(const HeaderCell& read, TextSpan cell, Table* table) {
  if (table->at[kText] >= 0) return;
  table->kind = read.commits ? RecommendationKind::kCommitment
                             : RecommendationKind::kRecommendation;
  if (read.leads) table->lead = cell;
}

std::optional<Table> ReadHeaderRow(std::string_view text,
                                   const std::vector<TextSpan>& cells,
                                   bool headed) {
  Table table;
  bool says_action = false;
  bool says_state = false;
  int by = -1;
  int words = -1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const HeaderCell read = ReadHeaderCell(Slice(text, cells[i]), headed);
    if (read.by) by = static_cast<int>(i);  // whom, or when: the others tell
    if (read.words) words = static_cast<int>(i);
    if (read.column < 0) continue;
    const auto column = static_cast<std::size_t>(read.column);
    if (column == kText) SetKind(read, cells[i], &table);
    says_action = says_action || read.says_action;
    // A column of states says more than one of comments before it.
    const bool better = column == kOther && read.says_state && !says_state;
    says_state = says_state || read.says_state;
    if (table.at[column] < 0 || better) table.at[column] = static_cast<int>(i);
    if (column == kAnswer && table.at[kOther] < 0) {
      table.at[kOther] = static_cast<int>(i);
    }
  }
  // "Response | Action | Text": what is answered, and a code of the kind of
  // act.
  if (words >= 0 && table.at[kAnswer] >= 0 &&
      (table.at[kText] < 0 || table.kind == RecommendationKind::kCommitment)) {
    table.at[kText] = words;
    table.kind = RecommendationKind::kRecommendation;
  }
  if (by >= 0) table.at[table.at[kOwner] < 0 ? kOwner : kDate] = by;
  const bool held = IsHeld(table, says_action);
  const bool labelled = table.kind != RecommendationKind::kCommitment &&
                        table.at[kText] >= 0 && cells.size() > 1;
  if (table.at[kText] < 0 || (!held && !labelled)) return std::nullopt;
  table.bare = !held;
  return table;
}

std::optional<Recommendation> ReadRow(const Reading& reading,
                                      const Table& table,
                                      const std::vector<TextSpan>& cells) {
  static const Pattern kWords("\\p{L}{3,}.*\\s\\p{L}");
  const auto cell = [&](TableColumn column) {
    const int at = table.at[column];
    return at >= 0 && at < static_cast<int>(cells.size())
               ? cells[static_cast<std::size_t>(at)]
               : TextSpan{};
  };
  // "(A) that keys be counted": the number stands before the words.
  static const Pattern kMark("^\\(?([A-Z]|[a-z]|\\d{1,2})[).] +");
  TextSpan words = cell(kText);
  TextSpan label = cell(kLabel);
  if (const auto mark = kMark.Search(reading.text(), words);
      mark && Empty(label)) {
    label = (*mark)[1];
    words.begin = (*mark)[0].end;
  }
  if (!kWords.Search(reading.text(), words)) return std::nullopt;
  Recommendation item = RecommendationAt(reading, words, table.kind);
  item.label = Slice(reading.text(), label);
  static const Pattern kGoesOn("^\\p{Ll}");
  if (kGoesOn.Matches(item.text)) {
    item.lead_in = Slice(reading.text(), table.lead);
    item.lead_in_span = table.lead;
  }
  if (const auto asked = AskedIn(reading.text(), words);
      asked && !Commands(item.text)) {
    SetAddressee(reading.text(), *asked, &item);
  }
  if (!Empty(cell(kOwner))) AddOwners(reading.text(), cell(kOwner), &item);
  if (!Empty(cell(kDate))) AddDate(reading, cell(kDate), &item);
  if (!Empty(cell(kMaker))) {
    item.recommenders.push_back(AsRecommender(reading.text(), cell(kMaker)));
  }
  for (const TableColumn column : {kAnswer, kOther}) {
    if (Empty(cell(column)) || !item.position.value.empty()) continue;
    const auto answer = PositionOfAnswer(reading.text(), cell(column));
    if (answer) item.position = *answer;
  }
  for (const TableColumn column : {kOther, kAnswer}) {
    if (Empty(cell(column)) || !item.implementation.value.empty()) continue;
    const auto state = ImplementationInCell(reading.text(), cell(column));
    if (state) item.implementation = *state;
  }
  return item;
}

}  // namespace concord::extraction
