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

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/asks.h"
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
  if (due.empty()) {
    if (auto event = EventInCell(reading, span)) due.push_back(*event);
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
  RecommendationKind kind = RecommendationKind::kCommitment;
  bool under_header = false;
  for (const Line& line : reading.lines) {
    if (const auto header = ReadFlatHeader(reading, line)) {
      kind = *header;
      under_header = true;
      continue;
    }
    if (IsHeading(line)) under_header = false;
    if (!under_header || line.kind == BlockKind::kTableRow) continue;
    const auto label = kLabel.Search(reading.text(), line.span);
    if (!label) continue;
    auto row = SplitRow(reading, (*label)[2]);
    if (!row) continue;
    Recommendation item = RecommendationAt(reading, row->words, kind);
    item.label = Slice(reading.text(), (*label)[1]);
    item.owners.push_back(ColumnOwner(reading, row->owner));
    item.due = std::move(row->due);
    found.push_back(std::move(item));
  }
  return found;
}

// "Lead: A and B" -> A, B.
void AddLead(const Reading& reading, TextSpan names, Recommendation* item) {
  for (OwnerMention& owner : OwnersNamed(reading.text(), names)) {
    owner.rule = "owner.plan-line";
    owner.confidence = 0.8;
    item->owners.push_back(std::move(owner));
  }
}

// A line of a plan that is a field: "Lead: Clerk", "Target date: May 2002".
enum class PlanField {
  kNone,
  kLead,
  kDate,
  kAction,
  kRecommendation,
  kRef,
  kBeside
};

struct PlanLine {
  PlanField field = PlanField::kNone;
  TextSpan value;
  TextSpan label;  // "2" of "Action 2: ..."
};

PlanLine ReadPlanLine(const Reading& reading, const Line& line) {
  static const Pattern kLead(
      "^(?i:lead(?:s|ing)?(?: officer| person| body| unit)?|owners?|who|"
      "responsib(?:le|ility)(?: officer| person)?|(?:action )?by whom|"
      "accountable(?: officer)?|assigned to|officer(?: responsible)?|led by|"
      "action by|for)\\s*[:–]\\s*(\\S.*)$");
  static const Pattern kBy(
      "^(?i:by|by when|when|(?:target|due|completion|end)(?: date)?|date|"
      "deadline|time ?scale|time ?frame|timing|to be done by|complete by)"
      "\\s*[:–]\\s*(\\S.*)$");
  static const Pattern kAction(
      "^(?i:(?:agreed |proposed )?(?:action|commitment|promise|task|step|"
      "pledge|undertaking|we will|what we will do|what))"
      "(?: (?:no\\.? ?)?(\\d{1,3}[a-z]?|[A-Z]\\d{0,2}))?\\s*[:.–]\\s+"
      "(\\S.*)$");
  // "Recommendation: Boxes should be locked.": a field among those of a
  // finding.
  static const Pattern kRecommended(
      "^(?i:(?:agreed |audit )?recommendation)"
      "(?: (?:no\\.? ?)?(\\d{1,3}[a-z]?))?\\s*[:–]\\s+(\\S.*)$");
  static const Pattern kRef(
      "^(?i:ref(?:erence)?|no|number|item)\\.?\\s*:\\s*(\\S{1,12})$");
  static const Pattern kBeside("^[\\p{Lu}][\\p{L} /]{2,28}\\s*:\\s+\\S");
  const std::string_view text = reading.text();
  if (const auto lead = kLead.Search(text, line.span)) {
    return {PlanField::kLead, (*lead)[1], {}};
  }
  if (const auto by = kBy.Search(text, line.span)) {
    return {PlanField::kDate, (*by)[1], {}};
  }
  if (const auto asked = kRecommended.Search(text, line.span);
      asked && IsRequest(Slice(text, (*asked)[2]))) {
    return {PlanField::kRecommendation, (*asked)[2], (*asked)[1]};
  }
  if (const auto action = kAction.Search(text, line.span)) {
    return {PlanField::kAction, (*action)[2], (*action)[1]};
  }
  if (const auto ref = kRef.Search(text, line.span)) {
    return {PlanField::kRef, (*ref)[1], {}};
  }
  if (kBeside.Search(text, line.span)) return {PlanField::kBeside, {}, {}};
  return {};
}

// The line of words that the field at `at` belongs to: the nearest one above it
// that is no field itself, a few lines back.
std::optional<std::size_t> ActionAbove(const Reading& reading, std::size_t at) {
  constexpr std::size_t kFewLines = 4;
  for (std::size_t back = 1; back <= kFewLines && back <= at; ++back) {
    const Line& line = reading.lines[at - back];
    const PlanField field = ReadPlanLine(reading, line).field;
    if (field == PlanField::kAction || field == PlanField::kRecommendation) {
      return at - back;
    }
    if (field != PlanField::kNone) continue;
    const bool prose =
        line.kind == BlockKind::kParagraph || line.kind == BlockKind::kListItem;
    if (!prose || Length(line.body) < 20) return std::nullopt;
    return at - back;
  }
  return std::nullopt;
}

// "Promise 1", "Action 4" over the words: their number.
std::string NumberAbove(const Reading& reading, std::size_t at) {
  static const Pattern kNumbered(
      "^(?i:promise|action|commitment|pledge|task|step) (\\d{1,3}[a-z]?|[A-Z])"
      "\\b");
  if (at == 0) return "";
  const Line& before = reading.lines[at - 1];
  static const Pattern kRec(
      "^((?i:rec(?:ommendation)?)\\.? (\\d{1,3}[a-z]?))"
      "(?:\\W*|\\s*[:–—-]\\s*[^.;:]{2,80})$");
  if (const auto rec = kRec.Search(reading.text(), before.span)) {
    const bool told = reading.kind == DocumentKind::kReport ||
                      reading.kind == DocumentKind::kDigest;
    return std::string(Slice(reading.text(), (*rec)[told ? 1 : 2]));
  }
  if (const auto number = kNumbered.Search(reading.text(), before.span)) {
    return std::string(Slice(reading.text(), (*number)[1]));
  }
  const PlanLine ref = ReadPlanLine(reading, before);
  return ref.field == PlanField::kRef
             ? std::string(Slice(reading.text(), ref.value))
             : "";
}

Recommendation PlannedAt(const Reading& reading, std::size_t at) {
  const Line& action = reading.lines[at];
  const PlanLine own = ReadPlanLine(reading, action);
  const bool named = own.field == PlanField::kAction ||
                     own.field == PlanField::kRecommendation;
  Recommendation item =
      RecommendationAt(reading, named ? own.value : action.body,
                       RecommendationKind::kCommitment);
  item.label =
      Empty(own.label) ? action.label : Slice(reading.text(), own.label);
  if (item.label.empty()) item.label = NumberAbove(reading, at);
  // What somebody "should" do is a recommendation that the lines answer.
  static const Pattern kRecommended("^(?i:rec(?:ommendation)?)\\b");
  static const Pattern kShould("\\b(?:should|ought to|must)\\b");
  const bool headed =
      at > 0 && kRecommended.Search(reading.text(), reading.lines[at - 1].span);
  if (headed || own.field == PlanField::kRecommendation ||
      kShould.Matches(item.text)) {
    item.kind = RecommendationKind::kRecommendation;
  }
  const auto asked = AskedIn(reading.text(), item.span);
  if (asked && item.kind == RecommendationKind::kRecommendation) {
    SetAddressee(reading.text(), *asked, &item);
  }
  return item;
}

std::vector<Recommendation> FindLeadLines(const Reading& reading) {
  std::vector<Recommendation> found;
  constexpr std::size_t kFewLines = 5;
  for (std::size_t i = 1; i < reading.lines.size(); ++i) {
    const PlanLine lead = ReadPlanLine(reading, reading.lines[i]);
    if (lead.field != PlanField::kLead) continue;
    const auto action = ActionAbove(reading, i);
    if (!action) continue;
    Recommendation item = PlannedAt(reading, *action);
    AddLead(reading, lead.value, &item);
    for (std::size_t at = *action + 1;
         at < reading.lines.size() && at < *action + kFewLines; ++at) {
      const PlanLine field = ReadPlanLine(reading, reading.lines[at]);
      if (field.field == PlanField::kNone || field.field == PlanField::kRef ||
          field.field == PlanField::kAction ||
          field.field == PlanField::kRecommendation) {
        break;
      }
      if (field.field != PlanField::kDate || !item.due.empty()) continue;
      item.due = DueAt(reading, field.value);
    }
    found.push_back(std::move(item));
  }
  return found;
}

// "Count the keys – Clerk – May 2002", "Count the keys (Clerk, by May 2002)".
std::vector<Recommendation> FindClosingOwners(const Reading& reading) {
  static const Pattern kBracket(
      "^(.{12,}?)\\s*[(\\[]((?:[Ll]ead: ?|[Bb]y: ?)?[^()\\[\\]]{3,90}?)"
      "(?:[,;:–-]| by)\\s+(?:by (?:the )?|before )?([^,;()\\[\\]]{3,40})"
      "[)\\]]\\.?$");
  static const Pattern kDashes(
      "^(.{12,}?)\\s+[–—-]\\s+([^–—]{3,90}?)\\s*(?:[–—-]|[,;:])\\s+"
      "(?:by )?([^–—,;]{3,40}?)\\.?$");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  if (reading.kind == DocumentKind::kMinutes ||
      reading.kind == DocumentKind::kAgenda ||
      reading.kind == DocumentKind::kPress) {
    return found;
  }
  for (const Line& line : reading.lines) {
    const bool listed =
        line.kind == BlockKind::kListItem ||
        (line.kind == BlockKind::kParagraph && !line.label.empty());
    if (!listed || Length(line.body) > kLongestRow) continue;
    const auto bracket = kBracket.Search(text, line.body);
    const auto match = bracket ? bracket : kDashes.Search(text, line.body);
    if (!match) continue;
    const auto agents = AgentsAt(text, (*match)[2]);
    const auto due = DueAt(reading, (*match)[3]);
    // "Head of Estates and Keys Unit jointly"
    static const Pattern kJointly("^(?: (?:jointly|together))?$");
    const bool owned =
        !agents.empty() &&
        kJointly.Search(text, {agents.back().span.end, (*match)[2].end});
    if (!owned || due.empty() || due[0].span.begin > (*match)[3].begin + 4) {
      continue;
    }
    Recommendation item =
        RecommendationAt(reading, bracket ? line.body : (*match)[1],
                         RecommendationKind::kCommitment);
    item.label = line.label;
    for (const Agent& agent : agents) {
      item.owners.push_back(ColumnOwner(reading, agent.span));
    }
    item.due = due;
    found.push_back(std::move(item));
  }
  if (found.size() < 2) found.clear();
  return found;
}

RecommendationRule ClosingOwnersRule() {
  return {
      "plan.closing-owner",
      0.75,
      {{DocumentKind::kStrategy,
        "Actions\n\n- Count the keys of the store – Clerk – May 2002\n\n"
        "- Change all of the locks – Estates Unit – June 2002\n",
        "[] Count the keys of the store\n[] Change all of the locks"},
       {DocumentKind::kStrategy,
        "Actions\n\n1. Count the keys (Clerk, by May 2002)\n\n2. Change "
        "the locks (Estates Unit; June 2002).\n",
        "1 [] Count the keys (Clerk, by May 2002)\n"
        "2 [] Change the locks (Estates Unit; June 2002)."},
       {DocumentKind::kStrategy,
        "Actions\n\n- A film will be lent to all who ask. (Head of Keys and "
        "Estates Unit jointly; January 2006)\n\n- Count the keys of the "
        "store. (Head of Keys; beginning August 2005)\n",
        "[] A film will be lent to all who ask. (Head of Keys and Estates "
        "Unit jointly; January 2006)\n"
        "[] Count the keys of the store. (Head of Keys; beginning August "
        "2005)"},
       {DocumentKind::kStrategy,
        "History\n\n- The keys were lost (Daily Post, 4 May 1999).\n\n"
        "- They were found – in a bin – in May 1999.\n",
        ""}},
      &FindClosingOwners};
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
            "1 [] Every key will be counted each month."},
           {DocumentKind::kOther,
            "Finding 2\n\nBoxes were not locked.\n\nRecommendation: Boxes "
            "should be locked at all times.\n\nPriority: High\n\nManagement "
            "response: Agreed.\n\nResponsible officer: Stores Manager\n",
            "[] Boxes should be locked at all times."},
           {DocumentKind::kStrategy,
            "Promise 1\n\nEvery key will be counted each month.\n\nBy: Clerk\n",
            ""}},
          &FindLeadLines};
}

}  // namespace

void FillFromLinesBelow(const Reading& reading, Recommendation* item) {
  constexpr std::size_t kFewLines = 5;
  if (item->kind != RecommendationKind::kRecommendation) return;
  const auto below = std::partition_point(
      reading.lines.begin(), reading.lines.end(),
      [&](const Line& line) { return line.span.begin < item->span.end; });
  const auto at = static_cast<std::size_t>(below - reading.lines.begin());
  // "This should be completed within 12 months." under the list of an item.
  static const Pattern kDone(
      "^(?:This|These|That|It|They|All (?:of )?this|The work)\\b[^.;:]{0,40}\\b"
      "(?:should|must|is to|are to|needs? to) be (?:\\p{L}+ly )?(?:completed?|"
      "done|implemented|in place|carried out|finished|achieved|established)"
      "\\b[^.;:]{3,120}\\.$");
  if (at < reading.lines.size() && reading.lines[at].label.empty() &&
      !IsHeading(reading.lines[at]) &&
      kDone.Search(reading.text(), reading.lines[at].body)) {
    for (DateMention& due : DueAt(reading, reading.lines[at].body)) {
      item->due.push_back(std::move(due));
    }
    return;
  }
  // "Date: 4 May 2004" at the end of a page is the page's.
  static const Pattern kOfPage("^(?i:date)\\b");
  const bool owned = !item->owners.empty();
  const bool dated = !item->due.empty();
  for (std::size_t i = at; i < std::min(reading.lines.size(), at + kFewLines);
       ++i) {
    const PlanLine line = ReadPlanLine(reading, reading.lines[i]);
    if (line.field == PlanField::kLead && !owned) {
      AddLead(reading, line.value, item);
    } else if (line.field == PlanField::kDate && !dated &&
               !kOfPage.Search(reading.text(), reading.lines[i].span)) {
      item->due = DueAt(reading, line.value);
    } else if (line.field != PlanField::kBeside) {
      break;
    }
  }
}

const std::vector<RecommendationRule>& PlanLineRules() {
  static const std::vector<RecommendationRule> kRules = {
      FlatRowsRule(), LeadLinesRule(), ClosingOwnersRule()};
  return kRules;
}

}  // namespace concord::extraction
