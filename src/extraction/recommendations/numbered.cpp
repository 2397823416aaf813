// Recommendations whose numbers run through a whole report.
//
//   "1. That the force require ..." in every part of an inquiry's conclusions,
//       between paragraphs numbered 31.4, 31.5; on a later page "15. That ..."
//   "We recommend that the Clerk report twice a year (11)." the number at the
//       end of each, several of them in one paragraph
//
// One number by itself proves nothing ("within 28 days (4)"), so a run must go
// on without a gap, and one of numbers in brackets begin at 1. Cost: one pass.
// Tests: the examples.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kShortestRun = 3;

int WholeNumber(std::string_view label) {
  return label.find('.') == std::string_view::npos
             ? std::atoi(std::string(label).c_str())
             : 0;
}

// "That was the year": tells, and asks for nothing.
bool OpensWithThat(const Reading& reading, const Line& line) {
  static const Pattern kThat("^That:?,?\\s+\\S");
  static const Pattern kTells(
      "^That,? (?:is|was|were|would|will|said|it (?:is|was)|there (?:is|are|"
      "was|were))\\b");
  return kThat.Search(reading.text(), line.body) &&
         !kTells.Search(reading.text(), line.body);
}

// Whether the number goes on with a run that ended in `last`; a page of a
// longer report begins with any.
bool GoesOn(int last, int number) {
  return number > 0 && (last == 0 || number == last + 1);
}

std::vector<Recommendation> FindThatParagraphs(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  std::vector<Recommendation> run;
  std::size_t that = 0;  // of the run, those that open with the word
  int last = 0;
  const auto close = [&] {
    if (that >= kShortestRun && that * 2 >= run.size()) {
      found.insert(found.end(), run.begin(), run.end());
    }
    run.clear();
    that = 0;
    last = 0;
  };
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const int number = WholeNumber(line.label);
    if (line.quoted || number == 0) continue;
    const bool opens = OpensWithThat(reading, line);
    // One of a run may ask without the word: "2. The process should include".
    const bool asks = number == last + 1 && !IsHeading(line) &&
                      IsRequest(reading.Body(line)) &&
                      !TellsOver(reading.Body(line));
    if (!opens && !asks) continue;
    if (!GoesOn(last, number)) close();
    if (!opens && last == 0) continue;
    Recommendation item =
        RecommendationAt(reading, SpanOf(reading, i, ItemEnd(reading, i)),
                         RecommendationKind::kRecommendation);
    item.label = line.label;
    SetAskedByThat(reading, &item);
    run.push_back(std::move(item));
    that += opens;
    last = number;
  }
  close();
  return found;
}

// Where "we recommend that" opens what the number at `number` closes.
std::optional<TextSpan> LeadBefore(const Reading& reading, TextSpan body,
                                   std::uint32_t number) {
  static const Pattern kRecommend(
      "\\b(?:(?:I|[Ww]e)|[Tt]h(?:e|is) (?:\\p{Ll}+ ){0,2}?(?:panel|review|team|"
      "group|committee|inquiry|commission|inspectors?|party)) (?:also |further "
      "|"
      "therefore |accordingly |again )*recommends?,?(?: that)?");
  std::optional<TextSpan> last;
  for (const MatchSpans& match :
       kRecommend.SearchAll(reading.text(), {body.begin, number})) {
    last = match[0];
  }
  return last;
}

std::vector<Recommendation> FindClosingNumbers(const Reading& reading) {
  static const Pattern kNumber("\\s+\\((\\d{1,3})\\)");
  static const Pattern kAnd("^(?:,|;)?\\s*(?:and )?(?:that )?\\s*");
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (line.kind != BlockKind::kParagraph || line.quoted) continue;
    std::uint32_t from = line.body.begin;
    for (const MatchSpans& match : kNumber.SearchAll(text, line.body)) {
      const int number = WholeNumber(Slice(text, match[1]));
      if (number != static_cast<int>(found.size()) + 1) continue;
      const auto lead = LeadBefore(reading, line.body, match[0].begin);
      if (!lead) continue;
      std::uint32_t begin = std::max(from, lead->end);
      if (const auto joint = kAnd.Search(text, {begin, match[0].begin})) {
        begin = (*joint)[0].end;
      }
      // "We recommend that the Clerk (1) count them": the number opens what
      // comes after it.
      constexpr std::size_t kFewestWords = 3;
      const TextSpan words = {begin, match[0].begin};
      if (Words(text, words).size() < kFewestWords) continue;
      Recommendation item =
          RecommendationAt(reading, words, RecommendationKind::kRecommendation);
      item.label = Slice(text, match[1]);
      item.lead_in = Slice(text, *lead);
      item.lead_in_span = *lead;
      SetAskedByThat(reading, &item);
      found.push_back(std::move(item));
      from = match[0].end;
    }
  }
  if (found.size() < kShortestRun) found.clear();
  return found;
}

// "We recommend that the Clerk (1) count the keys and (2) change the locks."
std::vector<Recommendation> FindOpeningNumbers(const Reading& reading) {
  static const Pattern kLead(
      "\\b(?:(?:I|[Ww]e)(?: \\p{Ll}+){0,2}|[Tt]he (?:\\p{Ll}+ ){0,2}(?:panel|"
      "review|inquiry|report|audit|auditors?|inspectors?)) recommend(?:s|ed)?"
      "(?: that)?,? ([^.;:()]{2,90}?)(?:,| to| should)?:? ()\\(1\\)\\s");
  static const Pattern kMark("\\((\\d{1,2})\\)\\s+");
  std::vector<Recommendation> found;
  if (!MakesOwn(reading) && reading.kind != DocumentKind::kReport) {
    return found;
  }
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (line.kind != BlockKind::kParagraph || line.quoted) continue;
    const auto lead = kLead.Search(text, line.body);
    if (!lead) continue;
    const TextSpan list = {(*lead)[2].begin,
                           SentenceAt(text, line.body, (*lead)[2].begin).end};
    std::vector<Recommendation> items;
    for (const MatchSpans& mark : kMark.SearchAll(text, list)) {
      if (WholeNumber(Slice(text, mark[1])) !=
          static_cast<int>(items.size()) + 1) {
        continue;
      }
      if (!items.empty()) {
        const TextSpan words =
            Trim(text, {items.back().span.begin, mark[0].begin});
        items.back() = RecommendationAt(reading, words,
                                        RecommendationKind::kRecommendation);
        items.back().label = std::to_string(items.size());
      }
      items.push_back(RecommendationAt(reading, {mark[0].end, list.end},
                                       RecommendationKind::kRecommendation));
      items.back().label = Slice(text, mark[1]);
    }
    if (items.size() < 2) continue;
    const TextSpan opening = {(*lead)[0].begin, (*lead)[1].end};
    for (Recommendation& item : items) {
      item.lead_in = Slice(text, opening);
      item.lead_in_span = opening;
      SetAddressee(text, {(*lead)[1], (*lead)[1], OwnerKind::kBody, 0}, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule OpeningNumbersRule() {
  return {
      "recommendation.opening-number",
      0.9,
      {{DocumentKind::kOther,
        "Keys of the county were lost in May.\n\nWe recommend that the Clerk "
        "(1) count the keys, (2) change the locks and (3) tell the Board. "
        "The Clerk agreed.\n",
        "1 [the Clerk] count the keys,\n2 [the Clerk] change the locks and\n"
        "3 [the Clerk] tell the Board."},
       {DocumentKind::kOther,
        "The Clerk said (1) that keys were lost and (2) that locks were "
        "old. We recommend nothing.\n",
        ""},
       {DocumentKind::kMinutes,
        "We recommend that the Clerk (1) count the keys and (2) change "
        "the locks.\n",
        ""}},
      &FindOpeningNumbers};
}

RecommendationRule ThatParagraphsRule() {
  return {
      "recommendation.numbered-that",
      0.93,
      {{DocumentKind::kInspection,
        "Conclusions\n\n31.4 Keys were lost.\n\n1. That the Constabulary "
        "count its keys.\n\n2. That within a month the Clerk report.\n\n"
        "31.5 Locks were worse.\n\n3. That locks be changed by the Estates "
        "Unit.\n",
        "1 [the Constabulary] That the Constabulary count its keys.\n"
        "2 [the Clerk] That within a month the Clerk report.\n"
        "3 [the Estates Unit] That locks be changed by the Estates Unit."},
       {DocumentKind::kOther,
        "THE CASE FOR KEYS\n\n15. That the Estates Unit is given a box. "
        "(Para. 6.7)\n\nThe store\n\n16. That the Clerk counts the keys. "
        "This must be done by May.\n\n17. That locks be changed.\n",
        "15 [the Estates Unit] That the Estates Unit is given a box. (Para. "
        "6.7)\n"
        "16 [the Clerk] That the Clerk counts the keys. This must be done "
        "by May.\n"
        "17 [] That locks be changed."},
       {DocumentKind::kOther,
        "KEYS\n\n15. That the Clerk counts the keys.\n\n17. That locks be "
        "changed.\n\n21. That a box be bought.\n",
        ""},
       {DocumentKind::kInspection,
        "Conclusions\n\n1. That was the year of the keys.\n\n2. That is "
        "why they were lost.\n\n3. That would be all.\n",
        ""}},
      &FindThatParagraphs};
}

RecommendationRule ClosingNumbersRule() {
  return {"recommendation.closing-number",
          0.92,
          {{DocumentKind::kInspection,
            "3. Keys are lost. We recommend that the Clerk count them (1). We "
            "further recommend that members see the count (2), and that it be "
            "published (3).\n",
            "1 [the Clerk] the Clerk count them\n"
            "2 [members] members see the count\n"
            "3 [] it be published"},
           {DocumentKind::kInspection,
            "3. We recommend that keys be counted within 28 days (4).\n", ""}},
          &FindClosingNumbers};
}

}  // namespace

const std::vector<RecommendationRule>& NumberedRules() {
  static const std::vector<RecommendationRule> kRules = {
      ThatParagraphsRule(), OpeningNumbersRule(), ClosingNumbersRule()};
  return kRules;
}

}  // namespace concord::extraction
