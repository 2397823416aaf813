// Recommendations told by a mark that runs through the document.
//
//   "R1 The Clerk should ..."      a letter and a number before the words
//   "KB/1 The Clerk to ..."        a code, also in another body's paper
//   "Recommendation One" / "Recommendation 3 The Clerk should ..."
//   "First recommendation: that the Clerk ..."
//   refused: "A1 was the worst road", "M6 and M62", a mark that stands alone
//
// One mark proves nothing: a run begins at 1, goes on without a gap, and what
// it marks asks. Cost: one pass. Tests: the examples.

#include <cstdlib>
#include <map>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

Recommendation MarkedAt(const Reading& reading, TextSpan span, TextSpan label) {
  Recommendation item =
      RecommendationAt(reading, span, RecommendationKind::kRecommendation);
  item.label = Slice(reading.text(), label);
  auto asked = AskedIn(reading.text(), item.span);
  if (!asked) asked = AskedByThat(reading.text(), item.span);
  if (asked) SetAddressee(reading.text(), *asked, &item);
  return item;
}

// Items that one kind of mark has made so far.
struct Run {
  std::vector<Recommendation> items;
  std::size_t asking = 0;
  int chapter = 0;  // of "R2.1"; 0 where the mark has one number
  int last = 0;
};

using Runs = std::map<std::string, Run>;  // by the letters of the mark

// "R2.1" after "R1.3" or nothing, "R2.2" after "R2.1", "R3" after "R2".
bool GoesOn(const Run& run, int chapter, int number) {
  if (chapter > run.chapter) return number == 1;
  return chapter == run.chapter &&
         (number == run.last + 1 || (number == run.last && number > 0));
}

void AddTo(const Reading& reading, const MatchSpans& mark, TextSpan words,
           Runs* runs) {
  const std::string_view text = reading.text();
  const std::string printed(Slice(text, mark[3]));
  const std::size_t dot = printed.find('.');
  const bool dotted = dot != std::string::npos;
  const bool mark_is_code = Slice(text, mark[2]).ends_with('/');
  const int chapter = dotted ? std::atoi(printed.c_str()) : 0;
  const int number = std::atoi(printed.c_str() + (dotted ? dot + 1 : 0));
  Run& run = (*runs)[std::string(Slice(text, mark[2])) + (dotted ? "." : "")];
  if (!GoesOn(run, chapter, number)) return;
  run.chapter = chapter;
  run.last = number;
  run.items.push_back(MarkedAt(reading, words, mark[1]));
  const std::string& asks = run.items.back().text;
  run.asking += IsRequest(asks) || (mark_is_code && OpensWithRequest(asks)) ||
                (mark_is_code && asks.starts_with("No "));
}

std::vector<Recommendation> SureOnes(const Runs& runs) {
  std::vector<Recommendation> found;
  for (const auto& [letters, run] : runs) {
    // A code of a body's own is no road: fewer of its items need ask.
    const bool code = letters.ends_with('/');
    const bool says = letters.starts_with('R');
    const std::size_t fewest = says ? 2 : 3;
    if (run.items.size() < fewest ||
        run.asking * 10 < run.items.size() * (says || code ? 6 : 9)) {
      continue;
    }
    found.insert(found.end(), run.items.begin(), run.items.end());
  }
  return found;
}

std::vector<Recommendation> FindMarked(const Reading& reading) {
  static const Pattern kMark(
      "^(([\\p{Lu}]|R\\p{L}{1,2}|[\\p{Lu}]{2,5}/)[. "
      "-]?(\\d{1,2}(?:\\.\\d{1,2}|[a-z])?))"
      "(?:\\s*[:.)–—]\\s*|\\s+-\\s+|\\s+)(\\S.*)$");
  Runs runs;
  if (!MayListRequests(reading)) return {};
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTableRow || line.kind == BlockKind::kTitle ||
        line.quoted) {
      continue;
    }
    const auto mark = kMark.Search(reading.text(), line.span);
    // A committee's paper tells over those of others only by their code.
    if (!mark || (!MakesOwn(reading) &&
                  !Slice(reading.text(), (*mark)[2]).ends_with('/'))) {
      continue;
    }
    TextSpan words = SpanOf(reading, i, ItemEnd(reading, i));
    words.begin = (*mark)[4].begin;
    AddTo(reading, *mark, words, &runs);
  }
  return SureOnes(runs);
}

// Items that "Recommendation A", "Recommendation One" stand over or before.
struct Lettered {
  std::vector<Recommendation> items;
  std::vector<int> numbers;  // of each; 0 for one that is no number
  std::vector<bool> asks;
};

// 1 of "One", "A" and "I" among Roman numerals; 0 for what is none.
int NumberOf(std::string_view label, bool roman) {
  if (roman) return RomanNumeral(label);
  if (label.size() == 1) return label[0] - 'A' + 1;
  return NumberWord(label);
}

Lettered ReadLettered(const Reading& reading) {
  static const Pattern kLead(
      "^(?i:recommendation )((?i:one|two|three|four|five|six|seven|eight|nine|"
      "ten|eleven|twelve|[A-Z]|[IVX]{1,5}))\\b\\s*([:.–—-]\\s*)?(.*)$");
  static const Pattern kNth(
      "^(?i:(?:our |my |the )?(?:first|second|third|fourth|fifth|sixth|seventh|"
      "eighth|ninth|tenth|final|last) "
      "recommendation)()(\\s*[:.–—-]\\s*)(\\S.*)$");
  static const Pattern kRoman("^(?:[IVX]{2,5}|[VX])$");
  Lettered found;
  bool roman = false;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTitle || line.kind == BlockKind::kTableRow) {
      continue;
    }
    auto lead = kLead.Search(reading.text(), line.span);
    if (!lead) lead = kNth.Search(reading.text(), line.span);
    if (!lead) continue;
    TextSpan words = (*lead)[3];
    // "Recommendation E asks for a box": of one that stands elsewhere.
    static const Pattern kGoesOn("^[\\p{Ll},;]");
    if (Empty((*lead)[2]) && kGoesOn.Search(reading.text(), words)) continue;
    if (Empty(words) && i + 1 < reading.lines.size() &&
        !IsHeading(reading.lines[i + 1])) {
      words = SpanOf(reading, i + 1, ItemEnd(reading, i + 1));
    }
    if (Empty(words)) continue;
    const std::string_view label = Slice(reading.text(), (*lead)[1]);
    roman = roman || kRoman.Matches(label);
    found.items.push_back(MarkedAt(reading, words, (*lead)[1]));
    found.numbers.push_back(NumberOf(label, roman));
    const std::string_view text = Slice(reading.text(), words);
    found.asks.push_back(IsRequest(text) || IsFreeInfinitive(text));
  }
  return found;
}

// Numbers that run on make a list, in which an item need not ask by itself: "A
// bench in each hall." Those who avoid I and O leave them out.
bool RunsOn(const Lettered& lettered) {
  constexpr std::size_t kShortest = 3;
  std::size_t asking = 0;
  for (std::size_t i = 0; i < lettered.items.size(); ++i) {
    asking += lettered.asks[i];
    const int step = i == 0 ? lettered.numbers[0]
                            : lettered.numbers[i] - lettered.numbers[i - 1];
    if (lettered.numbers[i] == 0 || step < 1 || step > 2) return false;
  }
  return lettered.items.size() >= kShortest &&
         asking * 10 >= lettered.items.size() * 6;
}

std::vector<Recommendation> FindInWords(const Reading& reading) {
  static const Pattern kAnswered(
      "^(?i:not |partly |partially |fully )?(?i:accepted|agreed|rejected|done|"
      "implemented|complete|completed|carried out|withdrawn|ongoing|closed|see "
      "|as above|no )\\b");
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  Lettered lettered = ReadLettered(reading);
  const bool runs_on = RunsOn(lettered);
  for (std::size_t i = 0; i < lettered.items.size(); ++i) {
    Recommendation& item = lettered.items[i];
    const bool listed =
        runs_on && !TellsOver(item.text) && !kAnswered.Matches(item.text);
    if (!lettered.asks[i] && !listed) continue;
    found.push_back(std::move(item));
  }
  return found;
}

// "Recommendation 3 The Clerk should ...": no mark after the number.
std::vector<Recommendation> FindUnmarked(const Reading& reading) {
  static const Pattern kLead(
      "^(?i:rec(?:ommendation)?)\\.? (?:[Nn](?:o|umber)\\.? )?(\\d{1,3}[a-z]?"
      "(?:\\.\\d{1,2})*(?:\\((?:[a-z]|[ivx]{2,5})\\)){0,2})"
      "\\s+([\\p{Lu}].*)$");
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kTitle || line.kind == BlockKind::kTableRow) {
      continue;
    }
    const auto lead = kLead.Search(reading.text(), line.span);
    if (!lead || !IsRequest(Slice(reading.text(), (*lead)[2]))) continue;
    TextSpan words = SpanOf(reading, i, ItemEnd(reading, i));
    words.begin = (*lead)[2].begin;
    found.push_back(MarkedAt(reading, words, (*lead)[1]));
  }
  return found;
}

// Headings that are nothing but a letter or a number, running on: what is asked
// under each is one recommendation.
std::vector<Recommendation> FindUnderBareMarks(const Reading& reading) {
  static const Pattern kBare("^\\W?([A-Z]|\\d{1,2})\\W?$");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection) return found;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const auto mark = kBare.Search(text, reading.lines[i].span);
    if (!mark || !IsHeading(reading.lines[i])) continue;
    const std::size_t end = SectionEnd(reading, i);
    for (std::size_t at = i + 1; at < end; ++at) {
      const Line& line = reading.lines[at];
      if (line.kind != BlockKind::kParagraph || line.quoted) continue;
      for (const TextSpan sentence : SentencesIn(text, line.body)) {
        const std::string_view words = Slice(text, sentence);
        if (!Asks(words) || TellsOver(words)) continue;
        Recommendation item = MarkedAt(reading, sentence, (*mark)[1]);
        // What "has to be" done by nobody is an argument.
        static const Pattern kArgues("\\bha(?:s|ve) to\\b");
        if (item.addressee.empty() && kArgues.Matches(words)) continue;
        found.push_back(std::move(item));
      }
    }
  }
  if (found.size() < 2) found.clear();
  return found;
}

RecommendationRule BareMarksRule() {
  return {"recommendation.bare-mark",
          0.7,
          {{DocumentKind::kInspection,
            "<h1>Keys</h1><p>Two things.</p><h3>K</h3><p>Keys were lost. The "
            "Clerk is to count them.</p><h3>L</h3><p>Locks ought to be "
            "changed. They are old.</p>",
            "K [The Clerk] The Clerk is to count them.\n"
            "L [] Locks ought to be changed."},
           {DocumentKind::kInspection,
            "<h1>Keys</h1><h3>K</h3><p>Keys were lost.</p><h3>L</h3><p>Locks "
            "held.</p>",
            ""}},
          &FindUnderBareMarks};
}

RecommendationRule MarkedRule() {
  return {"recommendation.marked-run",
          0.9,
          {{DocumentKind::kInspection,
            "Keys\n\nKeys were lost.\n\nR1 The Clerk should count them.\n\nWhy "
            "is told below.\n\nR2 Change the locks by May 2002.\n",
            "R1 [The Clerk] The Clerk should count them.\n"
            "R2 [] Change the locks by May 2002."},
           {DocumentKind::kInspection,
            "Keys\n\nR2.1 The Clerk should count them.\n\nR2.2 Nobody is to "
            "lend one.\n\nLocks\n\nR3.1 Change the locks by May 2002.\n",
            "R2.1 [The Clerk] The Clerk should count them.\n"
            "R2.2 [] Nobody is to lend one.\n"
            "R3.1 [] Change the locks by May 2002."},
           {DocumentKind::kReport,
            "Keys\n\nWhat would we say?\n\nKB/1 The Clerk to count them by "
            "May 2002.\n\nKB/2 No key to be lent.\n\nKB/3 A box to be "
            "bought.\n\nR1 The Clerk should count them.\n\nR2 Locks should "
            "be changed.\n",
            "KB/1 [The Clerk] The Clerk to count them by May 2002.\n"
            "KB/2 [] No key to be lent.\nKB/3 [] A box to be bought."},
           {DocumentKind::kReport,
            "Keys\n\nKB/1 was read.\n\nKB/2 was not.\n\nKB/3 The Clerk "
            "should count them.\n",
            ""},
           {DocumentKind::kInspection,
            "Roads\n\nA1 was closed.\n\nA2 was open.\n\nA3 should be looked "
            "at.\n",
            ""}},
          &FindMarked};
}

RecommendationRule InWordsRule() {
  return {"recommendation.numbered-in-words",
          0.9,
          {{DocumentKind::kInspection,
            "Keys\n\nRecommendation Two: The Clerk should count the keys.\n\n"
            "Third recommendation: that locks be changed.\n",
            "Two [The Clerk] The Clerk should count the keys.\n"
            "[] that locks be changed."},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation A. Keys to be counted by two people who "
            "have never held one.\n\n1.2 Doors were open.\n\nRecommendation "
            "B. No lock to be changed without the Clerk.\n\nRecommendation "
            "C. A nail for each key, at the height of a hand.\n",
            "A [] Keys to be counted by two people who have never held one.\n"
            "B [] No lock to be changed without the Clerk.\n"
            "C [] A nail for each key, at the height of a hand."},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation A. A nail for each key.\n\n"
            "Recommendation B. The duty to count them was plain.\n\n"
            "Recommendation C. Accepted, and done in May.\n",
            ""},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation G, that the Clerk should count them, was "
            "right.\n",
            ""},
           {DocumentKind::kOther,
            "Keys\n\nRecommendation E asks for a box. It is to be bought by "
            "the Clerk.\n",
            ""},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation one was carried out in May.\n", ""}},
          &FindInWords};
}

RecommendationRule UnmarkedRule() {
  return {"recommendation.numbered-plain",
          0.88,
          {{DocumentKind::kInspection,
            "Keys\n\nRecommendation 3 The Clerk should count the keys.\n",
            "3 [The Clerk] The Clerk should count the keys."},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation 6(a)(i) The Clerk should count the keys.\n"
            "\nRecommendation 6(a)(ii) The Clerk should buy a lock.\n",
            "6(a)(i) [The Clerk] The Clerk should count the keys.\n"
            "6(a)(ii) [The Clerk] The Clerk should buy a lock."},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation 6(a)(ii) was carried out by the Clerk, who "
            "should know.\n",
            ""},
           {DocumentKind::kInspection,
            "Keys\n\nRecommendation 3 Carried out in May.\n", ""}},
          &FindUnmarked};
}

}  // namespace

const std::vector<RecommendationRule>& LabelledRunRules() {
  static const std::vector<RecommendationRule> kRules = {
      MarkedRule(), InWordsRule(), UnmarkedRule(), BareMarksRule()};
  return kRules;
}

}  // namespace concord::extraction
