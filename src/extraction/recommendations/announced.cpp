// Recommendations made in passing, where the sentence before says that they
// come.
//
//   "The fresh recommendations are these. New recommendation A: that keys be
//   counted. New recommendation B: that ..."      a label within a paragraph
//   "We add three." over "(13) It would help if ..." (14), (15)
//   refused: "Recommendation 4: done in May. Recommendation 5: not done",
//   "We visited three." over three numbered paragraphs
//
// A label within a paragraph has its colon and what it labels opens with "that"
// or asks. A sentence that announces a number is believed where just so many
// numbered paragraphs follow it, and all of them ask. Cost: one pass.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/lead_words.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

std::vector<Recommendation> FindWithinParagraphs(const Reading& reading) {
  static const Pattern kLabel(
      "[.;:?!)”\"]\\s+(?:(?i:the|our|my|its|a|and)\\s+)?"
      "(?:(?i:new|further|fresh|additional|final|last|other|extra)\\s+)?"
      "[Rr]ecommendation (\\d{1,3}[a-z]?|[A-Z]|one|two|three|four|five|six)"
      "(?: is)?\\s*[:–—]\\s+(?:(that:?)\\s+)?(\\S)");
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (line.quoted || line.kind == BlockKind::kTableRow) continue;
    for (const MatchSpans& label : kLabel.SearchAll(text, line.body)) {
      if (InQuotation(text, line.body, label[3].begin)) continue;
      const auto sentences = SentencesIn(text, {label[3].begin, line.body.end});
      if (sentences.empty()) continue;
      const std::string_view words = Slice(text, sentences.front());
      const bool asks =
          !Empty(label[2]) || IsRequest(words) || IsFreeInfinitive(words);
      if (!asks || TellsOver(words)) continue;
      Recommendation item = RecommendationAt(
          reading, sentences.front(), RecommendationKind::kRecommendation);
      item.label = Slice(text, label[1]);
      item.lead_in = Slice(text, label[2]);
      item.lead_in_span = label[2];
      SetAskedByThat(reading, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

// "We add three": how many recommendations of its own the line announces.
int Announced(const Reading& reading, const Line& line) {
  static const Pattern kAnnounces(
      "\\b(?:I|[Ww]e|[Tt]he (?:panel|inquiry|review|inspectors?|commission|"
      "committee))(?: now| also| therefore| must| shall| will| have| would)* "
      "(?:add|adds|make|makes|made|offer|offers|propose|proposes|recommend|"
      "recommends|suggest|suggests|put forward|submit|submits)(?: the "
      "following| only| just| a further| another)? (\\p{L}+|\\d{1,2})\\b");
  static const Pattern kFollow(
      "\\b(?:The )?(\\p{L}+|\\d{1,2}) (?:(?:further|more|new|fresh|other) )?"
      "(?:recommendations|proposals|suggestions) (?:follow|are made below|now "
      "follow)\\b");
  static const Pattern kOfThem(
      "(?i:\\b(?:recommend|proposal|propose|suggest))");
  const std::string_view text = reading.text();
  const bool above =
      line.heading >= 0 &&
      kOfThem.Search(
          text, reading.lines[static_cast<std::size_t>(line.heading)].span);
  // A report that recommends says "We add four." under any heading.
  const bool ours = reading.kind == DocumentKind::kInspection;
  if (line.quoted || !(above || ours || kOfThem.Search(text, line.body))) {
    return 0;
  }
  const auto sentences = SentencesIn(text, line.body);
  if (sentences.empty()) return 0;
  auto match = kAnnounces.Search(text, sentences.back());
  if (!match) match = kFollow.Search(text, sentences.back());
  if (!match) return 0;
  const std::string number = Fold(Slice(text, (*match)[1]));
  return std::isdigit(static_cast<unsigned char>(number[0])) != 0
             ? std::atoi(number.c_str())
             : NumberWord(number);
}

// "(13)" of "(13) It would help": the label, also where it is only printed.
struct Numbered {
  int number = 0;  // of a letter: its place in the alphabet
  std::string label;
  TextSpan words;
};

std::optional<Numbered> NumberedAt(const Reading& reading, std::size_t at) {
  static const Pattern kNumber(
      "^[(\\[]?(?:(\\d{1,3})[)\\].:]\\s*|([A-Z])[)\\].:]\\s+)(\\S.*)$");
  const Line& line = reading.lines[at];
  if (IsHeading(line) || line.quoted) return std::nullopt;
  const TextSpan all = SpanOf(reading, at, ItemEnd(reading, at));
  const int label = std::atoi(line.label.c_str());
  if (label > 0 && line.label.find('.') == std::string::npos) {
    return Numbered{label, std::to_string(label), all};
  }
  const auto place_of = [](char letter) {
    return std::tolower(static_cast<unsigned char>(letter)) - 'a' + 1;
  };
  if (line.label.size() == 1 &&
      std::isalpha(static_cast<unsigned char>(line.label[0])) != 0) {
    return Numbered{place_of(line.label[0]), line.label, all};
  }
  const auto printed = kNumber.Search(reading.text(), line.span);
  if (!printed) return std::nullopt;
  const bool letter = Empty((*printed)[1]);
  std::string mark(Slice(reading.text(), (*printed)[letter ? 2 : 1]));
  const int number = letter ? place_of(mark[0]) : std::atoi(mark.c_str());
  return Numbered{number,
                  std::move(mark),
                  {(*printed)[3].begin, std::max(all.end, line.span.end)}};
}

// "For the Clerk" between the items: whom those below it ask; nothing where the
// line is no such thing.
std::optional<TextSpan> GroupAt(const Reading& reading, std::size_t at) {
  static const Pattern kGroup(
      "^(?:For|To|Addressed to) ((?:the |all |each |every |both )?\\p{L}"
      "[^.;:]{2,80})[:.]?$");
  const Line& line = reading.lines[at];
  if (!line.label.empty() || line.quoted) return std::nullopt;
  const auto group = kGroup.Search(reading.text(), line.span);
  if (!group) return std::nullopt;
  return (*group)[1];
}

// Without the remarks after the first sentence, where that one asks alone.
TextSpan AskingPart(std::string_view text, TextSpan words) {
  const auto sentences = SentencesIn(text, words);
  TextSpan part = words;
  for (std::size_t i = sentences.size(); i-- > 1;) {
    if (IsRequest(Slice(text, sentences[i]))) break;
    part.end = sentences[i - 1].end;
  }
  return part;
}

bool AsksAtAll(std::string_view text, TextSpan words) {
  const std::string_view all = Slice(text, words);
  // "Will the Ministry kindly tell us when?"
  static const Pattern kAskedAsQuestion(
      "^(?:Will|Would|Might|Could|May) "
      "(?:the|all|each|both|\\p{Lu})[^.?]*\\?$");
  if (kAskedAsQuestion.Matches(all)) return true;
  return (IsRequest(all) || IsFreeInfinitive(all) ||
          !Empty(SplitLead(text, words).lead)) &&
         !TellsOver(all);
}

std::vector<Recommendation> ItemsBelow(const Reading& reading,
                                       std::size_t first, int count) {
  std::vector<Recommendation> items;
  const std::string_view text = reading.text();
  int last = 0;
  TextSpan group;
  for (std::size_t at = first; at < reading.lines.size();) {
    if (const auto next = GroupAt(reading, at)) {
      group = *next;
      ++at;
      continue;
    }
    const auto numbered = NumberedAt(reading, at);
    if (!numbered || (last > 0 && numbered->number != last + 1)) break;
    last = numbered->number;
    const TextSpan asking = AskingPart(text, numbered->words);
    if (!AsksAtAll(text, asking)) return {};
    const LeadWords split = SplitLead(text, asking);
    items.push_back(RecommendationAt(reading, split.words,
                                     RecommendationKind::kRecommendation));
    Recommendation& item = items.back();
    item.label = numbered->label;
    item.lead_in = Slice(text, split.lead);
    item.lead_in_span = split.lead;
    SetAskedByThat(reading, &item);
    if (!Empty(split.asked)) {
      SetAddressee(text, Agent{split.asked, split.asked, {}, 0}, &item);
    } else if (item.addressee.empty() && !Empty(group)) {
      SetAddressee(text, Agent{group, group, {}, 0}, &item);
    }
    at = ItemEnd(reading, at);
  }
  if (static_cast<int>(items.size()) != count) items.clear();
  return items;
}

std::vector<Recommendation> FindCounted(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind != BlockKind::kParagraph) continue;
    const int count = Announced(reading, line);
    if (count < 2) continue;
    for (Recommendation& item : ItemsBelow(reading, i + 1, count)) {
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule WithinParagraphsRule() {
  return {"recommendation.within-paragraph",
          0.85,
          {{DocumentKind::kReport,
            "B. Supporting information\n\n4. The fresh recommendations are "
            "these. New recommendation A: that no key be lent. New "
            "recommendation B: that the Clerk count them each May.\n",
            "A [] no key be lent.\nB [the Clerk] the Clerk count them each "
            "May."},
           {DocumentKind::kInspection,
            "Keys\n\nWe say two things. Recommendation 1: The Clerk should "
            "count the keys. Nobody does. Recommendation 2 – locks to be "
            "changed by May.\n",
            "1 [The Clerk] The Clerk should count the keys.\n"
            "2 [] locks to be changed by May."},
           {DocumentKind::kReport,
            "B. Supporting information\n\n4. This is the position. "
            "Recommendation 4: done in May. Recommendation 5: the Clerk has "
            "been asked about it.\n",
            ""}},
          &FindWithinParagraphs};
}

RecommendationRule CountedRule() {
  return {
      "recommendation.counted-below",
      0.85,
      {{DocumentKind::kOther,
        "Keys again\n\nWe made two recommendations last year. We add "
        "three.\n\n(3) It would help if the Clerk kept a list. It would "
        "cost nothing.\n\n(4) Let the Estates Unit buy a box.\n\n(5) The "
        "Board is asked once more to look at the nail.\n",
        "3 [the Clerk] the Clerk kept a list.\n"
        "4 [the Estates Unit] Let the Estates Unit buy a box.\n"
        "5 [The Board] The Board is asked once more to look at the nail."},
       {DocumentKind::kOther,
        "Keys again\n\nOne recommendation was refused. Two further "
        "recommendations follow.\n\n1. Keys ought to be counted.\n\n2. We "
        "invite the Clerk to count them.\n",
        "1 [] Keys ought to be counted.\n2 [the Clerk] count them."},
       {DocumentKind::kOther,
        "Keys again\n\nWe made two recommendations. We add three.\n\n"
        "1. Keys were lost.\n\n2. Locks should be changed.\n\n3. Doors "
        "were open.\n",
        ""},
       {DocumentKind::kInspection,
        "<h1>Keys again</h1><h2>What is new</h2><p>I add three.</p><dl><dt>"
        "For the Board</dt><dd>A. Keys ought to be counted.</dd><dd>B. No "
        "key is to be lent.</dd><dt>For the Clerk</dt><dd>C. Might the Clerk "
        "buy a box before the winter?</dd></dl>",
        "A [the Board] Keys ought to be counted.\n"
        "B [the Board] No key is to be lent.\n"
        "C [the Clerk] Might the Clerk buy a box before the winter?"},
       {DocumentKind::kOther,
        "Keys again\n\nWe visited three.\n\n1. Keys should be counted.\n\n"
        "2. Locks should be changed.\n\n3. Doors should be shut.\n",
        ""}},
      &FindCounted};
}

}  // namespace

const std::vector<RecommendationRule>& AnnouncedInPassingRules() {
  static const std::vector<RecommendationRule> kRules = {WithinParagraphsRule(),
                                                         CountedRule()};
  return kRules;
}

}  // namespace concord::extraction
