// Recommendations that carry their own number in words.
//
//   "Recommendation 4" as a heading, the words below it
//   "Recommendation 4: Forces should ...", "Rec 6 – The unit should ..."
//   "Recommendation 4: Registers" over "Forces should ..."   its title
//   "Forces should ... . (Recommendation 4)"
//   refused: "Recommendation 61 states that ...", "Recommendations 1 to 4 of
//   the report were ...", "recommendation 9 of the first report"
//
// In an inspection they are its own and the label is the number; in a committee
// paper they are somebody else's, told over, and the label stays as printed.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsCommitteePaper(const Reading& reading) {
  return reading.kind == DocumentKind::kReport ||
         reading.kind == DocumentKind::kDigest;
}

bool MayQuoteOthers(const Reading& reading) {
  return reading.kind != DocumentKind::kMinutes &&
         reading.kind != DocumentKind::kAgenda;
}

// Whose recommendations a section tells over: "From A Second Look (1998)",
// "Progress on Estates Scrutiny recommendations".
TextSpan MadeBy(const Reading& reading, std::size_t index) {
  static const Pattern kWhose(
      "^(?:From (.+?)|(?:Progress on|Update on|Response to|Status of)(?: the)? "
      "(.+?)(?:[’'] |s[’'] | )?[Rr]ecommendations?.*)$");
  for (const std::int32_t at : HeadingsAbove(reading, index)) {
    const Line& heading = reading.lines[static_cast<std::size_t>(at)];
    const auto match = kWhose.Search(reading.text(), heading.body);
    if (!match) continue;
    return Empty((*match)[1]) ? (*match)[2] : (*match)[1];
  }
  return {};
}

void SetAsked(const Reading& reading, Recommendation* item) {
  if (const auto asked = AskedIn(reading.text(), item->span)) {
    SetAddressee(reading.text(), *asked, item);
  }
}

Recommendation Labelled(const Reading& reading, std::size_t index,
                        TextSpan span, std::string label) {
  Recommendation item =
      RecommendationAt(reading, span, RecommendationKind::kRecommendation);
  item.label = std::move(label);
  SetAsked(reading, &item);
  if (IsCommitteePaper(reading)) {
    item.made_by = Slice(reading.text(), MadeBy(reading, index));
  }
  return item;
}

// The label of "Rec 6" printed in front: the number, or the words as printed.
std::string LabelOf(const Reading& reading, TextSpan printed, TextSpan number) {
  const std::string_view text = reading.text();
  return std::string(Slice(text, IsCommitteePaper(reading) ? printed : number));
}

constexpr std::uint32_t kLongestEntry = 160;

// "Accepted. It will be done in May.", "Fleet Manager": an answer to the number
// or what stands beside it in a plan, and no words of what was recommended.
bool IsBeside(std::string_view words) {
  static const Pattern kAnswer(
      "^(?i:not |partly |partially |fully )?(?i:accepted|agreed|rejected|"
      "refused|done|implemented|completed?|carried "
      "out|withdrawn|ongoing|closed|"
      "noted|in hand|not begun|slipped)\\b");
  static const Pattern kSentence("[.;:!?]$|(?:[^ ]+ ){7}");
  if (kAnswer.Matches(words)) return true;
  return !kSentence.Matches(words) && !IsRequest(words) && !NamesDoer(words) &&
         !IsFreeInfinitive(words);
}

// The words of an entry: a request, or "The Board examine ...".
bool AsksOrNames(std::string_view words) {
  // A letter "re: Recommendation 4" goes on to speak to its reader.
  static const Pattern kLetter("\\b[Yy]ours?\\b|\\b[Yy]ou\\b");
  return !kLetter.Matches(words) && (IsRequest(words) || NamesDoer(words));
}

std::vector<Recommendation> FindUnderHeadings(const Reading& reading) {
  static const Pattern kAlone(
      "^((?i:rec(?:ommendation)?)\\.? (?:[Nn](?:o|umber)\\.? )?"
      "(\\d+[a-z]?(?:[./]\\d+)*))\\W*$");
  // The line of a register that ends in the number: "K12 Keys Recommendation
  // 4".
  static const Pattern kAtEnd(
      "\\b((?i:rec(?:ommendation)) (\\d+[a-z]?(?:\\.\\d+)*))$");
  static const Pattern kRefers(
      "(?i:\\b(?:in|of|to|under|see|from|with|for|and|by|on|or|this|that|"
      "previous|earlier) recommendation \\d+$)");
  std::vector<Recommendation> found;
  if (!MayQuoteOthers(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    auto match = kAlone.Search(reading.text(), line.span);
    if (!match && Length(line.span) < kLongestEntry &&
        !kRefers.Search(reading.text(), line.span) &&
        AsksOrNames(reading.Body(reading.lines[i + 1]))) {
      match = kAtEnd.Search(reading.text(), line.span);
    }
    if (!match || line.kind == BlockKind::kTitle) continue;
    // "3.45" alone: the number of the paragraph, set on a line of its own.
    static const Pattern kNumber("^\\d+(?:\\.\\d+)+\\.?$");
    std::size_t first = i + 1;
    if (kNumber.Search(reading.text(), reading.lines[first].span) &&
        first + 1 < reading.lines.size()) {
      ++first;
    }
    // "Rail": the sort of an entry between its number and its words.
    constexpr std::uint32_t kSort = 24;
    if (first + 1 < reading.lines.size() &&
        Length(reading.lines[first].span) < kSort &&
        IsRequest(reading.Body(reading.lines[first + 1])) &&
        !IsRequest(reading.Body(reading.lines[first]))) {
      ++first;
    }
    const Line& next = reading.lines[first];
    if (IsHeading(next) || kAlone.Search(reading.text(), next.span) ||
        IsBeside(reading.Body(next))) {
      continue;
    }
    found.push_back(Labelled(reading, i,
                             SpanOf(reading, first, ItemEnd(reading, first)),
                             LabelOf(reading, (*match)[1], (*match)[2])));
  }
  return found;
}

// "Registers of keys": words beside a number that ask for nothing.
bool IsTitle(std::string_view words) {
  constexpr std::size_t kLongestTitle = 12;  // words
  return !words.empty() && words.find_last_of(".;:!?") != words.size() - 1 &&
         !IsRequest(words) && !NamesDoer(words) && !IsFreeInfinitive(words) &&
         Words(words, WholeOf(words)).size() <= kLongestTitle;
}

// The line below a title that says what is asked for: the first that asks, up
// to the next number; `at` itself where there is none.
std::size_t AskedBelow(const Reading& reading, std::size_t at) {
  static const Pattern kNext("^(?i:rec(?:ommendation)?)\\.? \\d");
  static const Pattern kThat(
      "^(?:My|Our|The) (?:\\p{Ll}+ )?recommendation (?:is|remains) that\\b");
  constexpr std::size_t kFewLines = 4;
  const std::size_t end = std::min(reading.lines.size(), at + 1 + kFewLines);
  for (std::size_t i = at + 1; i < end; ++i) {
    const Line& line = reading.lines[i];
    if (kNext.Search(reading.text(), line.span) ||
        line.kind == BlockKind::kTableRow) {
      break;
    }
    const std::string_view body = reading.Body(line);
    const bool asks = IsRequest(body) || kThat.Matches(body);
    if (asks && !IsHeading(line) && !TellsOver(body)) return i;
  }
  return at;
}

std::vector<Recommendation> FindLeads(const Reading& reading) {
  static const Pattern kLead(
      "^(?:\\d+[\\d.]*\\s+)?((?i:rec(?:ommendation)?)\\.? "
      "(?:[Nn](?:o|umber)\\.? )?"
      "(\\d+[a-z]?(?:\\.\\d+)*(?:\\([a-z]\\))?))"
      "(?:\\s*[(\\[][^()\\[\\]]{1,24}[)\\]])?(?:\\s*[:–—]\\s*|\\s+-\\s+|"
      "\\.\\s+)(\\S.*)$");
  std::vector<Recommendation> found;
  if (!MayQuoteOthers(reading)) return found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTableRow) continue;
    const auto match = kLead.Search(reading.text(), line.span);
    if (!match || (line.kind == BlockKind::kTitle &&
                   !IsRequest(Slice(reading.text(), (*match)[3])))) {
      continue;
    }
    // "Recommendation 8. You persuade us." answers one: a stop alone does not
    // tell the number from the words.
    const std::string_view words = Slice(reading.text(), (*match)[3]);
    const TextSpan first =
        SentenceAt(reading.text(), (*match)[3], (*match)[3].begin);
    static const Pattern kStop("\\.\\s+$");
    // "Recommendation 8: we repeat it" speaks of an earlier one.
    static const Pattern kOfIt(
        "^(?:[Ww]e|I) (?:\\p{Ll}+ )?(?:re-?affirm|reiterate|repeat|renew|"
        "stand by|hold to|withdraw|confirm|adhere to) (?:it|this|that)\\b");
    if (kOfIt.Matches(words)) continue;
    if (kStop.Search(reading.text(), {(*match)[1].end, (*match)[3].begin}) &&
        ((!IsRequest(words) && !IsFreeInfinitive(words)) ||
         IsBeside(Slice(reading.text(), first)))) {
      continue;
    }
    TextSpan span = SpanOf(reading, i, ItemEnd(reading, i));
    span.begin = (*match)[3].begin;
    // "Recommendation 4: Registers of keys" is the title of what it asks for.
    if (MakesOwn(reading) && IsTitle(Slice(reading.text(), span))) {
      const std::size_t asked = AskedBelow(reading, i);
      if (asked != i) span = SpanOf(reading, asked, ItemEnd(reading, asked));
    }
    found.push_back(
        Labelled(reading, i, span, LabelOf(reading, (*match)[1], (*match)[2])));
  }
  return found;
}

std::vector<Recommendation> FindTrailing(const Reading& reading) {
  static const Pattern kTrail(
      "\\s*[(\\[]((?i:rec(?:ommendation)?)\\.? (\\d+[a-z]?))[)\\]]\\.?$");
  std::vector<Recommendation> found;
  if (IsCommitteePaper(reading) || !MayQuoteOthers(reading)) return found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const auto match = kTrail.Search(reading.text(), line.body);
    if (!match || (*match)[0].begin <= line.body.begin) continue;
    const TextSpan before = {line.body.begin, (*match)[0].begin};
    const auto sentences = SentencesIn(reading.text(), before);
    if (sentences.empty() ||
        !IsNormative(Slice(reading.text(), sentences.back()))) {
      continue;
    }
    TextSpan words = sentences.back();
    static const Pattern kNamed("^(?i:recommendation)\\s*:\\s*");
    if (const auto named = kNamed.Search(reading.text(), words)) {
      words.begin = (*named)[0].end;
    }
    found.push_back(Labelled(reading, i, words,
                             LabelOf(reading, (*match)[1], (*match)[2])));
  }
  return found;
}

// "Recommendation: The Clerk should ...": the only one, or one of many that
// carry no number.
std::vector<Recommendation> FindPlainLeads(const Reading& reading) {
  static const Pattern kLead(
      "^(?i:(?:safety |key |main |our |my |the |this )*recommendation)"
      "\\s*[:–—]\\s*(\\S.*)$");
  static const Pattern kAlone(
      "^(?:[\\p{L}’'-]+ ){0,3}[Rr]ecommendation"
      "(?: (?i:text|wording|details?|statement))?\\s*:?$");
  static const Pattern kOfOthers(
      "(?i:\\b(?:previous|earlier|last|past|this|that|no|each|for|of)\\b)");
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTableRow || line.quoted) continue;
    // "Inquiry recommendation" alone, and the words in the next paragraph.
    if (kAlone.Search(reading.text(), line.body) &&
        !kOfOthers.Search(reading.text(), line.body) &&
        i + 1 < reading.lines.size() && !IsHeading(reading.lines[i + 1]) &&
        !reading.Body(reading.lines[i + 1]).ends_with(':') &&
        IsRequest(reading.Body(reading.lines[i + 1]))) {
      found.push_back(Labelled(
          reading, i, SpanOf(reading, i + 1, ItemEnd(reading, i + 1)), ""));
      continue;
    }
    const auto match = kLead.Search(reading.text(), line.span);
    if (!match || !IsRequest(Slice(reading.text(), (*match)[1]))) continue;
    TextSpan span = SpanOf(reading, i, ItemEnd(reading, i));
    span.begin = (*match)[1].begin;
    found.push_back(Labelled(reading, i, span, ""));
  }
  return found;
}

RecommendationRule PlainLeadsRule() {
  return {"recommendation.plain-lead",
          0.85,
          {{DocumentKind::kOther,
            "Keys\n\nRecommendation: The Clerk should count the keys.\n\n"
            "Status: Open\n",
            "[The Clerk] The Clerk should count the keys."},
           {DocumentKind::kOther,
            "<h1>Keys</h1><ul><li>Inquiry recommendation</li></ul><p>The "
            "Clerk should count the keys.</p>",
            "[The Clerk] The Clerk should count the keys."},
           {DocumentKind::kOther,
            "<h1>Recommendation</h1><p>The Clerk should count the keys.</p>"
            "<p>Recommendation</p><p>Locks should be changed.</p>",
            "[The Clerk] The Clerk should count the keys.\n"
            "[] Locks should be changed."},
           {DocumentKind::kOther,
            "<h1>Keys</h1><ul><li>Previous recommendation</li></ul><p>The "
            "Clerk should count the keys.</p>",
            ""},
           {DocumentKind::kOther,
            "Keys\n\nRecommendation: accepted in full by the Clerk.\n", ""}},
          &FindPlainLeads};
}

RecommendationRule UnderHeadingsRule() {
  return {"recommendation.numbered-heading",
          0.95,
          {{DocumentKind::kInspection,
            "Keeping Keys\n\nRecommendation 1\n\nChief constables should count "
            "their keys.\n\n1.3 Keys vary.\n",
            "1 [Chief constables] Chief constables should count their keys."},
           {DocumentKind::kInspection,
            "Keeping Keys\n\nRecommendation 1\n\n1.30\n\nThe Clerk should "
            "count the keys.\n",
            "1 [The Clerk] The Clerk should count the keys."},
           {DocumentKind::kOther,
            "Recommendations\n\nRec 1\n\nFleet Manager\n\nRec 2\n\n"
            "Accepted. It was done in May.\n",
            ""},
           {DocumentKind::kOther,
            "Recommendations\n\nRecommendation 027/04\n\nDoors\n\n"
            "Count the keys in every store.\n",
            "027/04 [] Count the keys in every store."},
           {DocumentKind::kOther,
            "Keys\n\nK315-27 E - Locks Recommendation 4\n\nThe Board examine "
            "the locks.\n\nAs was said in Recommendation 4\n\nThe Board "
            "examine the doors.\n",
            "4 [] The Board examine the locks."}},
          &FindUnderHeadings};
}

RecommendationRule LeadsRule() {
  return {
      "recommendation.numbered-lead",
      0.92,
      {{DocumentKind::kInspection,
        "Recommendation 4: The Chief Constable should count the keys.\n",
        "4 [The Chief Constable] The Chief Constable should count the keys."},
       {DocumentKind::kInspection,
        "Recommendation 4 [2.3]. The Chief Constable should count the keys.\n\n"
        "Recommendation 5. Accepted, and it should be done by May.\n",
        "4 [The Chief Constable] The Chief Constable should count the keys."},
       {DocumentKind::kInspection,
        "Recommendation 4: Registers of keys\n\nThe Chief Constable should "
        "count the keys.\n\nRecommendation 5: Locks\n\nThese were old.\n",
        "4 [The Chief Constable] The Chief Constable should count the keys.\n"
        "5 [] Locks"},
       {DocumentKind::kInspection,
        "Recommendation 4: we repeat it, and it should be read as of nights.\n",
        ""},
       {DocumentKind::kReport,
        "B. Supporting information\n\n2. Rec 25 – Lost keys should be "
        "counted, and\n\nRec 27 – the Estates Unit should say so.\n",
        "Rec 25 [] Lost keys should be counted, and\n"
        "Rec 27 [the Estates Unit] the Estates Unit should say so."},
       {DocumentKind::kReport,
        "B. Supporting information\n\n1. Recommendation 61 states that keys "
        "be counted.\n",
        ""},
       {DocumentKind::kReport,
        "B. Supporting information\n\n10. Recommendations 1 to 4 were for "
        "others.\n",
        ""}},
      &FindLeads};
}

RecommendationRule TrailingRule() {
  return {"recommendation.numbered-trail",
          0.92,
          {{DocumentKind::kInspection,
            "1.2 Keys are lost. The Home Office should fund a register from "
            "2002. (Recommendation 1)\n",
            "1 [The Home Office] The Home Office should fund a register from "
            "2002."},
           {DocumentKind::kInspection,
            "2.1 A statement had been published by eight forces "
            "(recommendation 1 of the first report).\n",
            ""}},
          &FindTrailing};
}

}  // namespace

const std::vector<RecommendationRule>& LabelledRules() {
  static const std::vector<RecommendationRule> kRules = {
      UnderHeadingsRule(), LeadsRule(), TrailingRule(), PlainLeadsRule()};
  return kRules;
}

}  // namespace concord::extraction
