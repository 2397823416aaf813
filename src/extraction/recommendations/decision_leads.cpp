// What a paper asks its committee to do, where no heading says so.
//
//   "MEMBERS ARE RECOMMENDED TO:" / "(a) note the report; and"
//   "RECOMMENDED:" / "1. That the report be noted."
//   "Recommendation: that members agree the plan."
//   refused: in anything but a committee's paper, and what another meeting was
//   asked ("The Board was asked to:")
//
// Cost: one pass. Tests: the examples.

#include "concord/base/unicode.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsPaper(const Reading& reading) {
  return reading.kind == DocumentKind::kReport ||
         reading.kind == DocumentKind::kDigest;
}

void SetAsked(const Reading& reading, TextSpan lead, Recommendation* item) {
  auto asked = DecisionAddressee(reading.text(), item->span);
  static const Pattern kSubject(
      "^(?i:that )?((?i:the )?[\\p{L} ,&-]+?) (?i:is|are) (?i:therefore )?"
      "(?i:asked|invited|recommended|requested|advised)\\b");
  const auto subject = kSubject.Search(reading.text(), lead);
  if (!asked && subject) {
    asked = Agent{(*subject)[1], (*subject)[1], OwnerKind::kBody, 0};
  }
  if (asked) SetAddressee(reading.text(), *asked, item);
}

std::vector<Recommendation> FindLedDecisions(const Reading& reading) {
  static const Pattern kLead(
      "^(?i:(?:it is (?:therefore )?)?recommended|(?:the )?recommendations?"
      "(?: (?:is|are)(?: as follows)?)?|decisions? (?:sought|required)|"
      "(?:that )?(?:the )?(?:members|committee|board|authority|panel|cabinet|"
      "council|sub-committee|executive|forum|both(?: bodies)?|each body)\\b"
      "[^.:;]{0,60}? (?:is|are) "
      "(?:therefore )?(?:asked|invited|recommended|requested|advised)|that "
      "(?:the )?(?:members|committee|board|authority|panel|cabinet|council)"
      "(?: of (?:the )?\\p{L}+(?: \\p{L}+)?)?)"
      "(?i: that| to)?(?i: [a-z]{3,12})?"
      "(?i: that)?\\s*[:–—-]?$");
  std::vector<Recommendation> found;
  // A paper that asks in a council's form repeats its list in other words.
  if (!IsPaper(reading) || !AskedToRules().front().find(reading).empty()) {
    return found;
  }
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || line.kind == BlockKind::kTitle ||
        !kLead.Search(reading.text(), line.body)) {
      continue;
    }
    for (const ListItem& entry : SequenceAfter(reading, i)) {
      Recommendation item =
          ItemUnder(reading, line.body, entry, RecommendationKind::kDecision);
      SetAsked(reading, line.body, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

// "Recommendation: that members agree the plan." in one line.
std::vector<Recommendation> FindOnOneLine(const Reading& reading) {
  static const Pattern kLine(
      "^(?:RECOMMENDATIONS?|Recommendations?|RECOMMENDED|Recommended)"
      "\\s*(?:[:–—]|\\s-)\\s*((?i:that|to|members|the (?:committee|board|"
      "authority|panel|cabinet|council|sub-committee))\\b.*\\s\\S.*)$");
  std::vector<Recommendation> found;
  if (!IsPaper(reading)) return found;
  for (const Line& line : reading.lines) {
    if (line.quoted || line.kind == BlockKind::kTitle ||
        line.kind == BlockKind::kTableRow) {
      continue;
    }
    const auto match = kLine.Search(reading.text(), line.body);
    if (!match) continue;
    Recommendation item =
        RecommendationAt(reading, (*match)[1], RecommendationKind::kDecision);
    item.label = line.label;
    SetAsked(reading, {}, &item);
    found.push_back(std::move(item));
  }
  return found;
}

// "Recommendation to the Committee:" / "To note the count.": a field of a cover
// sheet with its value below.
std::vector<Recommendation> FindFieldAbove(const Reading& reading) {
  static const Pattern kField(
      "^(?i:recommendations? to (?:the )?((?:\\p{L}+ ){0,3}(?:committee|board|"
      "authority|panel|cabinet|council|members|governors|trustees)))\\s*:$");
  static const Pattern kAct("^(?:That |To \\p{Ll}+ )[^:]+$");
  std::vector<Recommendation> found;
  if (!IsPaper(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const Line& next = reading.lines[i + 1];
    if (line.quoted || IsHeading(next) ||
        !kAct.Search(reading.text(), next.body)) {
      continue;
    }
    const auto field = kField.Search(reading.text(), line.span);
    if (!field) continue;
    found.push_back(
        RecommendationAt(reading, next.body, RecommendationKind::kDecision));
    SetAddressee(reading.text(),
                 {(*field)[1], (*field)[1], OwnerKind::kBody, 0},
                 &found.back());
  }
  return found;
}

RecommendationRule FieldAboveRule() {
  return {
      "decision.field-above",
      0.85,
      {{DocumentKind::kReport,
        "Recommendation to the Board:\n\nTo note and comment on the count.\n"
        "\nThe count was late.\n",
        "[Board] To note and comment on the count."},
       {DocumentKind::kReport,
        "Recommendation to the Board:\n\nThe count was late.\n", ""}},
      &FindFieldAbove};
}

// "Staff recommends that Council discuss and approve the calendar.": officers
// ask the body that their paper is for.
std::vector<Recommendation> FindStaffAsks(const Reading& reading) {
  static const Pattern kStaff(
      "^((?i:(?:city |town |council |authority )?(?:staff|officers|"
      "administration)|the (?:city |town |county )?(?:manager|administrator)) "
      "recommends? that )((?:[Tt]he )?(?:\\p{Lu}[\\p{L}’']+ (?:(?:of|and|the) "
      ")?){0,4}?(?:Council|Board|Committee|Commission|Authority|Panel))\\s+[a-"
      "z]");
  std::vector<Recommendation> found;
  if (!IsPaper(reading)) return found;
  for (const Line& line : reading.lines) {
    if (line.quoted || line.kind == BlockKind::kTitle) continue;
    const auto match = kStaff.Search(reading.text(), line.body);
    if (!match) continue;
    Recommendation item = RecommendationAt(
        reading, SentenceAt(reading.text(), line.body, line.body.begin),
        RecommendationKind::kDecision);
    item.label = line.label;
    item.addressee_span = (*match)[2];
    item.addressee = Slice(reading.text(), (*match)[2]);
    found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule StaffAsksRule() {
  return {"decision.staff-asks",
          0.85,
          {{DocumentKind::kReport,
            "Staff recommends that Council discuss and approve the plan. It is "
            "short.\n\nThe plan counts keys.\n",
            "[Council] Staff recommends that Council discuss and approve the "
            "plan."},
           {DocumentKind::kReport,
            "Staff recommends that people count their keys.\n", ""},
           {DocumentKind::kMinutes,
            "Staff recommends that Council approve the plan.\n", ""}},
          &FindStaffAsks};
}

RecommendationRule LedDecisionsRule() {
  return {"decision.led-list",
          0.88,
          {{DocumentKind::kReport,
            "MEMBERS ARE RECOMMENDED TO:\n\n(a) note the count; and\n\n(b) "
            "agree the plan.\n\n1. Background\n\n1.1 Keys are old.\n",
            "a [MEMBERS] note the count; and\nb [MEMBERS] agree the plan."},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>Old.</p><p><b>The Cabinet is asked</b></p>"
            "<ul><li>to accept the offer; and</li><li>to count the keys.</li>"
            "</ul><p><b>Both are asked</b></p><ul><li>to meet in May.</li>"
            "</ul>",
            "[The Cabinet] to accept the offer; and\n"
            "[The Cabinet] to count the keys.\n[Both] to meet in May."},
           {DocumentKind::kReport,
            "Keys\n\nThat the Board of Stores:\n\n1. Approve the count; "
            "and\n\n2. Direct the Clerk to send it.\n",
            "1 [] Approve the count; and\n2 [the Clerk] Direct the Clerk to "
            "send it."},
           {DocumentKind::kInspection,
            "MEMBERS ARE RECOMMENDED TO:\n\n(a) note the count; and\n\n(b) "
            "agree the plan.\n",
            ""}},
          &FindLedDecisions};
}

RecommendationRule OnOneLineRule() {
  return {"decision.one-line",
          0.88,
          {{DocumentKind::kReport,
            "Recommendation: that the Board agree the plan.\n\nBackground\n\n"
            "1. Keys are old.\n",
            "[the Board] that the Board agree the plan."},
           {DocumentKind::kReport,
            "Recommendation: a history of the word in four parts.\n", ""}},
          &FindOnOneLine};
}

}  // namespace

const std::vector<RecommendationRule>& DecisionLeadRules() {
  static const std::vector<RecommendationRule> kRules = {
      LedDecisionsRule(), OnOneLineRule(), FieldAboveRule(), StaffAsksRule()};
  return kRules;
}

}  // namespace concord::extraction
