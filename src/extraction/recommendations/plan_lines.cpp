// Action plans whose tables were flattened into lines.
//
//   "Ref Action Owner By when Progress"                    the header row
//   "C1 Count the keys Head of Estates August 2003 Slipped"     a row
//
//   "Every key will be counted."                           an action
//   "Lead: Inspector Odo Reed" / "By: 1 September 2004"    its lines below
//
// A flattened row has lost its cell borders. The owner is found by what stands
// after it: a body, post or person followed at once by a time or by a word of
// progress. A row in which no such place exists is left alone.

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kLongestRow = 600;

// Kind of the rows under a flattened header; nothing where it is none.
std::optional<RecommendationKind> ReadFlatHeader(const Reading& reading,
                                                 const Line& line) {
  static const Pattern kHeader(
      "^(?:(?:Ref|No|Number|Item)\\.?\\s+)?(?:(Recommendation)|(?:Proposed "
      "|Agreed )?[Aa]ction)s?\\s+(?:Owner|Lead|Strategic lead|Responsib\\w+|By "
      "whom|Who)\\b");
  const auto match = kHeader.Search(reading.text(), line.span);
  if (!match || Length(line.span) > 90) return std::nullopt;
  return Empty((*match)[1]) ? RecommendationKind::kCommitment
                            : RecommendationKind::kRecommendation;
}

struct FlatRow {
  TextSpan words;
  TextSpan owner;
  std::vector<DateMention> due;  // spans in the document
};

std::vector<DateMention> DueAt(const Reading& reading, TextSpan span) {
  const std::string_view words = Slice(reading.text(), span);
  std::vector<DateMention> due = FindDueInText(words, reading.base);
  std::vector<DateMention> dates = FindDatesInText(words, reading.base);
  // A cell of a plan is a date without "by", and comes first.
  if (due.empty() ||
      (!dates.empty() && dates[0].span.begin < due[0].span.begin)) {
    due = std::move(dates);
  }
  for (DateMention& one : due) {
    one.span.begin += span.begin;
    one.span.end += span.begin;
  }
  return due;
}

// The words before a name that belong to it: "Chief" of "Chief Inspector".
std::size_t WidenName(std::string_view text, TextSpan body,
                      const std::vector<TextSpan>& words, std::size_t at) {
  const auto agent = AgentAt(text, {words[at].begin, body.end});
  while (at > 0) {
    const std::string_view before = Slice(text, words[at - 1]);
    const auto wider = AgentAt(text, {words[at - 1].begin, body.end});
    const bool rank =
        before[0] >= 'A' && before[0] <= 'Z' &&
        (IsAgentNoun(before) || IsAgentModifier(before) || IsAcronym(before));
    if (!rank || !wider || wider->span.end != agent->span.end) break;
    --at;
  }
  return at;
}

// The last owner followed at once by a time or a word of progress.
std::optional<FlatRow> SplitRow(const Reading& reading, TextSpan body) {
  static const Pattern kStatus(
      "^\\s+(?i:ongoing|done|complete[d]?|in hand|not started|to be|monthly|"
      "quarterly|annually|at once)\\b");
  const std::string_view text = reading.text();
  if (Length(body) > kLongestRow) return std::nullopt;
  const auto words = Words(text, body);
  for (std::size_t i = words.size(); i-- > 3;) {
    const auto agent = AgentAt(text, {words[i].begin, body.end});
    if (!agent) continue;
    const TextSpan rest = {agent->span.end, body.end};
    std::vector<DateMention> due = DueAt(reading, rest);
    const bool dated = !due.empty() && due[0].span.begin <= rest.begin + 4;
    if (!dated && !kStatus.Search(text, rest)) continue;
    due.resize(dated ? 1 : 0);
    const TextSpan owner = {words[WidenName(text, body, words, i)].begin,
                            agent->span.end};
    return FlatRow{Trim(text, {body.begin, owner.begin}), owner,
                   std::move(due)};
  }
  return std::nullopt;
}

OwnerMention ColumnOwner(const Reading& reading, TextSpan span) {
  const auto agent = AgentAt(reading.text(), span);
  OwnerMention owner = AsOwner(
      reading.text(), agent.value_or(Agent{span, span, {}, 0}), "owner");
  owner.span = span;
  owner.name = Slice(reading.text(), span);
  owner.rule = "owner.plan-line";
  owner.confidence = 0.8;
  return owner;
}

std::vector<Recommendation> FindFlatRows(const Reading& reading) {
  static const Pattern kLabel("^([A-Z]{0,3}\\d+(?:\\.\\d+)*)\\.?\\s+(.+)$");
  std::vector<Recommendation> found;
  std::optional<RecommendationKind> kind;
  for (const Line& line : reading.lines) {
    if (const auto header = ReadFlatHeader(reading, line)) {
      kind = header;
      continue;
    }
    if (IsHeading(line)) kind.reset();
    if (!kind || line.kind == BlockKind::kTableRow) continue;
    const auto label = kLabel.Search(reading.text(), line.span);
    if (!label) continue;
    auto row = SplitRow(reading, (*label)[2]);
    if (!row) continue;
    Recommendation item = RecommendationAt(reading, row->words, *kind);
    item.label = Slice(reading.text(), (*label)[1]);
    item.owners.push_back(ColumnOwner(reading, row->owner));
    item.due = std::move(row->due);
    found.push_back(std::move(item));
  }
  return found;
}

// "Lead: A and B" -> A, B.
void AddLead(const Reading& reading, TextSpan names, Recommendation* item) {
  static const Pattern kSplit("\\s*[;,/]\\s*|\\s+and\\s+");
  std::uint32_t begin = names.begin;
  for (const MatchSpans& cut : kSplit.SearchAll(reading.text(), names)) {
    item->owners.push_back(ColumnOwner(reading, {begin, cut[0].begin}));
    begin = cut[0].end;
  }
  item->owners.push_back(ColumnOwner(reading, {begin, names.end}));
}

std::vector<Recommendation> FindLeadLines(const Reading& reading) {
  static const Pattern kLead(
      "^(?i:lead|lead officer|owner|responsible|responsibility|by whom|who)"
      "\\s*:\\s*(\\S.*)$");
  static const Pattern kBy(
      "^(?i:by|by when|when|target|target date|date|due|deadline)\\s*:\\s*"
      "(\\S.*)$");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (std::size_t i = 1; i < reading.lines.size(); ++i) {
    const Line& action = reading.lines[i - 1];
    const auto lead = kLead.Search(text, reading.lines[i].span);
    const bool prose = action.kind == BlockKind::kParagraph ||
                       action.kind == BlockKind::kListItem;
    if (!lead || !prose || Length(action.body) < 20) continue;
    Recommendation item =
        RecommendationAt(reading, action.body, RecommendationKind::kCommitment);
    item.label = action.label;
    AddLead(reading, (*lead)[1], &item);
    if (i + 1 < reading.lines.size()) {
      const auto by = kBy.Search(text, reading.lines[i + 1].span);
      if (by) item.due = DueAt(reading, (*by)[1]);
    }
    found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule FlatRowsRule() {
  return {"plan.flat-row",
          0.75,
          {{DocumentKind::kStrategy,
            "Keys\n\nRef Action Owner By when Progress\n\nC1 Count the keys in "
            "every station Head of Estates August 2003 Slipped\n",
            "C1 [] Count the keys in every station"},
           {DocumentKind::kStrategy,
            "Keys\n\nC1 Count the keys Head of Estates August 2003\n", ""}},
          &FindFlatRows};
}

RecommendationRule LeadLinesRule() {
  return {"plan.lead-line",
          0.85,
          {{DocumentKind::kStrategy,
            "Promise 1\n\nEvery key will be counted each month.\n\n"
            "Lead: Inspector Odo Reed\n\nBy: 1 September 2004\n",
            "[] Every key will be counted each month."},
           {DocumentKind::kStrategy,
            "Promise 1\n\nEvery key will be counted each month.\n\nBy: Clerk\n",
            ""}},
          &FindLeadLines};
}

}  // namespace

const std::vector<RecommendationRule>& PlanLineRules() {
  static const std::vector<RecommendationRule> kRules = {FlatRowsRule(),
                                                         LeadLinesRule()};
  return kRules;
}

}  // namespace concord::extraction
