// What a committee paper asks its own committee to do: under which headings it
// stands, and where the section ends. How it is read is section_walk.h's.
// Tests: the examples.

#include <cstdlib>
#include <iterator>

#include "concord/base/unicode.h"
#include "extraction/recommendations/section_walk.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "From: ... / To: Cabinet / Subject: ...": papers whose sections have no
// letters, so that what follows their list is not fenced off from it.
bool HasLetterForm(const Reading& reading) {
  static const Pattern kTo("^To:\\s");
  static const Pattern kSubject("^Subject:\\s");
  constexpr std::size_t kTopLines = 24;
  bool to = false;
  bool subject = false;
  for (std::size_t i = 0; i < reading.lines.size() && i < kTopLines; ++i) {
    const TextSpan line = reading.lines[i].span;
    to = to || kTo.Search(reading.text(), line);
    subject = subject || kSubject.Search(reading.text(), line);
  }
  return to && subject;
}

// Headings that say it without the word: "What members are asked to do".
bool IsDecisionHeading(const Reading& reading, const Line& line) {
  static const Pattern kHeading(
      "^(?:(?:[A-Z]|\\d[\\d.]*)\\.?\\s+)?(?i:what (?:the |this )?[a-z-]+ (?:is|"
      "are) (?:asked|recommended|invited|requested)(?: to (?:do|decide|"
      "agree))?|what (?:is|are) (?:the )?[a-z-]+ (?:being )?(?:asked|"
      "recommended|invited|requested) to (?:do|decide|agree)|what (?:i|we|"
      "officers) (?:need|want|ask|advise|recommend|(?:would|should) like)"
      "(?: (?:from|of))?(?: (?:you|members|the [a-z-]+))?(?: to do)?|"
      "recommended actions?|(?:actions?|decisions?|approvals?) "
      "(?:required|requested|sought|"
      "needed|asked for)(?: (?:by|of|from) .{3,40})?|(?:recommended|proposed) "
      "(?:resolutions?|decisions?)|resolutions?(?: sought| "
      "proposed)?|(?:matters? "
      ")?for decision|decisions? for .{3,40}|recommendations? (?:and|to|for) "
      ".{3,40}|(?:the )?members are (?:asked|invited|recommended|requested) "
      "to)\\s*[:.?]?$");
  if (IsRecommendationHeading(reading, line)) return true;
  return IsHeading(line) && kHeading.Search(reading.text(), line.span);
}

// "FISCAL IMPLICATIONS:" after "RECOMMENDATION:".
std::size_t ShoutedEnd(const Reading& reading, std::size_t heading,
                       std::size_t end) {
  static const Pattern kShouted("^[A-Z][A-Z &/,()’'-]{3,60}:$");
  if (!kShouted.Search(reading.text(), reading.lines[heading].span)) return end;
  for (std::size_t at = heading + 1; at < end; ++at) {
    if (kShouted.Search(reading.text(), reading.lines[at].span)) return at;
  }
  return end;
}

// "2. Background" after "1. Recommendations": the next section, though nothing
// marks it as a heading.
std::size_t DecisionsEnd(const Reading& reading, std::size_t heading) {
  const std::size_t end =
      ShoutedEnd(reading, heading, SectionEnd(reading, heading));
  const int number = std::atoi(reading.lines[heading].label.c_str());
  if (number <= 0) return end;
  const std::string next = std::to_string(number + 1);
  for (std::size_t at = heading + 1; at < end; ++at) {
    const Line& line = reading.lines[at];
    const std::string_view body = reading.Body(line);
    if (line.label == next && body.size() < 80 && !body.ends_with('.') &&
        !body.ends_with(';')) {
      return at;
    }
  }
  return end;
}

// Committee papers only: in an inspection the same heading holds the
// inspectors' own recommendations.
std::vector<Recommendation> FindSectionA(const Reading& reading) {
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kReport &&
      reading.kind != DocumentKind::kDigest) {
    return found;
  }
  if (HasLetterForm(reading) && !AskedToRules().front().find(reading).empty()) {
    return found;
  }
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTitle || !IsDecisionHeading(reading, line)) {
      continue;
    }
    const auto offset = static_cast<std::int32_t>(found.size());
    auto items = WalkSection(reading, i + 1, DecisionsEnd(reading, i));
    TellOthersApart(reading, &items);
    for (Recommendation& item : items) {
      if (item.parent >= 0) item.parent += offset;
      found.push_back(std::move(item));
    }
  }
  return found;
}

// "Members are asked (1) to settle the reply; and (2) to send it.": a list on
// one line, without a heading over it.
std::vector<Recommendation> FindInlineAsks(const Reading& reading) {
  static const Pattern kAsks(
      "^(?:The )?(?i:members|committee|board|authority|panel|cabinet|council|"
      "sub-committee|forum|executive)(?: [a-z]+)? (?i:is|are) (?i:therefore )?"
      "(?i:asked|invited|recommended|requested|advised)(?: to| that)?\\s*:?\\s*"
      "\\(?(?:1|a|i)[.)]\\s");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kReport &&
      reading.kind != DocumentKind::kDigest) {
    return found;
  }
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.quoted || line.kind == BlockKind::kTitle ||
        !kAsks.Search(reading.text(), line.body)) {
      continue;
    }
    auto items = WalkSection(reading, i, i + 1);
    if (items.size() < 2) continue;
    for (Recommendation& item : items) found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule InlineAsksRule() {
  return {"decision.inline-list",
          0.9,
          {{DocumentKind::kReport,
            "<h2>Keys</h2><p>Members are asked (1) to settle the count, which "
            "is below; (2) to thank the Clerk; and (3) to send it to the "
            "Board.</p><h3>1 Keys</h3>",
            "1 [Members] to settle the count, which is below;\n"
            "2 [Members] to thank the Clerk; and\n"
            "3 [Members] to send it to the Board."},
           {DocumentKind::kReport,
            "Members are asked (in May) to count the keys.\n", ""}},
          &FindInlineAsks};
}

constexpr Example kSectionAExamples[] = {
    {DocumentKind::kReport,
     "A. Recommendation\n\nThat Members note the report.\n\n"
     "B. Supporting information\n\n1. Keys should be counted.\n",
     "[Members] That Members note the report."},
    {DocumentKind::kReport,
     "A. Recommendations\n\nThat the Authority\n\n"
     "  1. Hears the Clerk's account; and\n"
     "  2. Agrees the plan.\n\nB. Supporting information\n",
     "1 [the Authority] Hears the Clerk's account; and\n"
     "2 [the Authority] Agrees the plan."},
    {DocumentKind::kReport,
     "A. Recommendation\n\nMembers are asked:\n\n"
     "  1. to note the cost.\n"
     "  2. the Chair of the Estates Board with the Treasurer, to see the "
     "builder.\n\nB. Supporting information\n",
     "1 [Members] to note the cost.\n"
     "2 [the Chair of the Estates Board] the Chair of the Estates Board "
     "with the Treasurer, to see the builder."},
    {DocumentKind::kReport,
     "A. Recommendation\n\n  1. members note the cost;\n"
     "  2. approve the plan; and\n"
     "  3. the fee be paid.\n\nB. Supporting information\n",
     "1 [members] members note the cost;\n"
     "2 [members] approve the plan; and\n"
     "3 [] the fee be paid."},
    {DocumentKind::kReport,
     "RECOMMENDATIONS\n\nANSWER GIVEN\n\n131.1\nThat Members note the "
     "keys.\n",
     "[Members] That Members note the keys."},
    {DocumentKind::kReport,
     "A. Recommendations\n\nThat 1. Members agree the plan; and 2. invite "
     "the Clerk to report back.\n\nB. Supporting information\n",
     "1 [Members] Members agree the plan; and\n"
     "2 [the Clerk] invite the Clerk to report back."},
    {DocumentKind::kReport,
     "A. Recommendation\n\nThat the report be received.\n\n"
     "(The report was first seen in May.)\n\nB. Supporting information\n",
     "[] That the report be received."},
    {DocumentKind::kReport,
     "TO:\nCouncil\n\nRECOMMENDATION:\nStaff recommends that the Council "
     "receive the report.\n\nFISCAL IMPLICATIONS:\nThere are none for "
     "keys.\n\nBACKGROUND:\nKeys are old.\n",
     "[] Staff recommends that the Council receive the report."},
    {DocumentKind::kReport,
     "A. Recommendations\n\nRecommendation 1 – The Committee to approve "
     "the plan.\n\nRecommendation 2: Other boards to be told what was "
     "found;*\n\n"
     "Decision 3. That the Clerk report.\n\n* By the chair's vote.\n\n"
     "B. Supporting information\n",
     "1 [The Committee] The Committee to approve the plan.\n"
     "2 [] Other boards to be told what was found;\n"
     "3 [the Clerk] That the Clerk report."},
    {DocumentKind::kReport,
     "A. Recommendations\n\nThat Members\n\n"
     "  1. Require a written assurance from each divisional commander;\n"
     "  2. call upon the Treasurer for a list of keys; and\n"
     "  3. Other boards in the region to be told of it.\n\n"
     "B. Supporting information\n",
     "1 [each divisional commander] Require a written assurance from each "
     "divisional commander;\n"
     "2 [the Treasurer] call upon the Treasurer for a list of keys; and\n"
     "3 [Members] Other boards in the region to be told of it."},
    {DocumentKind::kReport,
     "A. Recommendation\n\nMembers note the count, and consider whether "
     "more are required\n\nB. Supporting information\n\n1 Keys.\n",
     "[Members] Members note the count, and consider whether more are "
     "required"},
    {DocumentKind::kReport,
     "<h1>Keys</h1><h2>What I should like the Committee to do</h2><p>5. To "
     "agree: (a) "
     "that the count be closed; and (b) that the locks be tested.</p><h2>"
     "Costs</h2><p>6. None.</p>",
     "a [] that the count be closed; and\n"
     "b [] that the locks be tested."},
    {DocumentKind::kReport,
     "<h1>Keys</h1><h2>WHAT IS THE BOARD BEING ASKED TO "
     "DO?</h2><ul><li>Accept the "
     "count.</li><li>Decline the locks.</li></ul><h2>Costs</h2>",
     "[] Accept the count.\n[] Decline the locks."},
    {DocumentKind::kReport,
     "A. Recommendations\n\n1. The Keys Trust should count its keys.\n\n"
     "2. Every store must have a box.\n\n3. That members note the cost.\n\n"
     "B. Supporting information\n",
     "1 [The Keys Trust] The Keys Trust should count its keys.\n"
     "2 [] Every store must have a box.\n"
     "3 [members] That members note the cost."},
    {DocumentKind::kReport,
     "A. Recommendations\n\nThe Keys Trust is asked to:\n\n"
     "1. count its keys; and\n\n2. change its locks.\n\n"
     "B. Supporting information\n",
     "1 [The Keys Trust] count its keys; and\n"
     "2 [The Keys Trust] change its locks."},
    {DocumentKind::kReport,
     "A. Supporting information\n\n1. Members note what is done.\n", ""},
    {DocumentKind::kInspection,
     "A. Recommendation\n\nThat Members note the report.\n", ""}};

RecommendationRule SectionARule() {
  return {"decision.section-a",
          0.95,
          {std::begin(kSectionAExamples), std::end(kSectionAExamples)},
          &FindSectionA};
}

}  // namespace

const std::vector<RecommendationRule>& DecisionRules() {
  static const std::vector<RecommendationRule> kRules = {SectionARule(),
                                                         InlineAsksRule()};
  return kRules;
}

}  // namespace concord::extraction
