// Recommendations told by the mark that closes each.
//
//   "... should be counted. [R2]"
//   "I would have the Clerk count them (recommendation 3), and I would have
//   them listed (recommendation 4, to the Board)."
//   refused: "Keys were lost (R1) by us", a mark that stands alone
//
// One mark proves nothing: a run begins at 1 – or goes on where a table or list
// of the same page stops – and has no gap, and most of what it marks asks. A
// careful reader sees the recommendation in the number, not in the verb, so
// that within a run an item may ask in words no other rule knows. Cost: one
// pass. Tests: the examples.

#include <cstdlib>
#include <map>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/lead_words.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

struct MarkRun {
  std::vector<Recommendation> items;
  std::size_t asking = 0;
  int last = 0;
};

using MarkRuns =
    std::map<std::string, MarkRun>;  // by the folded word of the mark

// "R13" goes on where a line or a row begins with "R12".
bool GoesOnFrom(const Reading& reading, std::string_view letters, int number) {
  if (number < 2) return false;
  const std::string before = std::string(letters) + std::to_string(number - 1);
  for (const Line& line : reading.lines) {
    const std::string_view words = Slice(reading.text(), line.span);
    const bool begins =
        words.starts_with(before) &&
        (words.size() == before.size() ||
         std::isalnum(static_cast<unsigned char>(words[before.size()])) == 0);
    if (begins) return true;
  }
  return false;
}

// The last of the clauses that each ask for themselves: "..., and I would".
TextSpan LastClause(std::string_view text, TextSpan sentence) {
  static const Pattern kJoined("(?:,|;) and (?:I|we) ");
  for (const MatchSpans& joint : kJoined.SearchAll(text, sentence)) {
    sentence.begin = joint[0].begin;
  }
  return sentence;
}

void SetAsked(const Reading& reading, const LeadWords& split, TextSpan beside,
              Recommendation* item) {
  const std::string_view text = reading.text();
  auto asked = AskedIn(text, item->span);
  if (!asked) asked = AskedByThat(text, item->span);
  if (!Empty(split.asked)) asked = Agent{split.asked, split.asked, {}, 0};
  if (asked) SetAddressee(text, *asked, item);
  const auto agents = AgentsAt(text, beside);
  if (agents.empty()) return;
  const TextSpan all = {agents.front().span.begin, agents.back().span.end};
  SetAddressee(text, Agent{all, all, {}, 0}, item);
}

// Group 1 is the label, 2 its word, 3 the number, 4 whom the mark names.
const Pattern& ClosingMark() {
  static const Pattern kMark(
      "\\s*[(\\[]((R|Rec\\.?|[Rr]ecommendation|[Pp]roposal) ?(\\d{1,3}[a-z]?))"
      "(?:[,;:–—-]* (?:to|for|addressed to|owner|lead|by)[: ]+"
      "([^()\\[\\]]{3,90}))?[)\\]](?:[.,;:]|\\s|$)");
  return kMark;
}

void AddMarked(const Reading& reading, const MatchSpans& mark, TextSpan words,
               MarkRuns* runs) {
  const std::string_view text = reading.text();
  const std::string letters(Slice(text, mark[2]));
  const bool spelled = letters.size() > 4;
  MarkRun& run = (*runs)[spelled ? Fold(letters) : letters];
  const int number = std::atoi(std::string(Slice(text, mark[3])).c_str());
  const bool starts = run.items.empty() && GoesOnFrom(reading, letters, number);
  if (number != run.last + 1 && number != run.last && !starts) return;
  const LeadWords split = SplitLead(text, LastClause(text, words));
  Recommendation item = RecommendationAt(reading, split.words,
                                         RecommendationKind::kRecommendation);
  if (Empty(item.span)) return;
  run.last = number;
  item.label = Slice(text, spelled ? mark[3] : mark[1]);
  item.lead_in = Slice(text, split.lead);
  item.lead_in_span = split.lead;
  SetAsked(reading, split, mark[4], &item);
  run.asking +=
      (!Empty(split.lead) && !TellsOver(item.text)) || IsRequest(item.text);
  run.items.push_back(std::move(item));
}

std::vector<Recommendation> FindClosingMarks(const Reading& reading) {
  MarkRuns runs;
  if (!MakesOwn(reading)) return {};
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (line.quoted || line.kind == BlockKind::kTableRow) continue;
    std::uint32_t from = line.body.begin;
    for (const MatchSpans& mark : ClosingMark().SearchAll(text, line.body)) {
      const auto sentences = SentencesIn(text, {from, mark[0].begin});
      from = mark[0].end;
      if (sentences.empty()) continue;
      AddMarked(reading, mark, sentences.back(), &runs);
    }
  }
  std::vector<Recommendation> found;
  for (auto& [letters, run] : runs) {
    if (run.items.size() < 2 || run.asking * 10 < run.items.size() * 6) {
      continue;
    }
    for (Recommendation& item : run.items) found.push_back(std::move(item));
  }
  return found;
}

RecommendationRule ClosingMarksRule() {
  return {"recommendation.marked-after",
          0.9,
          {{DocumentKind::kInspection,
            "Keys\n\nKeys were lost. The Clerk should count them. [R1] It "
            "was late.\n\nLocks need to be changed. [R2]\n",
            "R1 [The Clerk] The Clerk should count them.\n"
            "R2 [] Locks need to be changed."},
           {DocumentKind::kInspection,
            "Keys\n\nI would have the Clerk count them each May "
            "(recommendation 1), and I would have the count sent to the Board "
            "(recommendation 2). What we do suggest is that a keeper be named "
            "(recommendation 3, to the Estates Unit).\n",
            "1 [the Clerk] the Clerk count them each May\n"
            "2 [] the count sent to the Board\n"
            "3 [the Estates Unit] a keeper be named"},
           {DocumentKind::kOther,
            "Keys\n\nThe Clerk might with profit look at the nail (R1). It "
            "would be a help if the Estates Unit bought a box (R2); and we "
            "invite the Treasurer to pay for it by May (R3).\n",
            "R1 [The Clerk] The Clerk might with profit look at the nail\n"
            "R2 [the Estates Unit] the Estates Unit bought a box\n"
            "R3 [the Treasurer] pay for it by May"},
           {DocumentKind::kInspection,
            "Keys\n\nR1 Count the keys.\n\nR2 Change the locks.\n\nWe should "
            "like to see a keeper named (R3). We ask the Clerk to say who "
            "(R4).\n",
            "R3 [] a keeper named\nR4 [the Clerk] say who"},
           {DocumentKind::kInspection,
            "Keys\n\nKeys were lost (R1) by us.\n\nLocks held (R2).\n", ""},
           {DocumentKind::kInspection,
            "Progress\n\nKeys have been counted (recommendation 1). A keeper "
            "was named (recommendation 2). The box is bought (recommendation "
            "3).\n",
            ""}},
          &FindClosingMarks};
}

}  // namespace

const std::vector<RecommendationRule>& ClosingMarkRules() {
  static const std::vector<RecommendationRule> kRules = {ClosingMarksRule()};
  return kRules;
}

}  // namespace concord::extraction
