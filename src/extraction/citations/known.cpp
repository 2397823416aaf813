// Second pass: what is a work because this document names it elsewhere.
//
// A title met once by a sure rule is looked for everywhere with other
// punctuation ("Policing the Valley – Answering the Call"), other case in
// headings, and by its subtitle alone ("The Witness’s Road"), which then means
// the whole title. Titles of three words or more are matched without regard to
// case; shorter ones are too like ordinary words.
//
// Cost: one linear search of the text a title, at most kMostTitles of them.

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

constexpr std::size_t kMostTitles = 200;
constexpr std::size_t kLongestTitle = 16;  // words

struct Known {
  std::string title;
  WorkKind kind = WorkKind::kOther;
};

// The words of a title as printed, without marks between them.
std::vector<std::string> TitleWords(std::string_view title) {
  static const Pattern kWord("[\\p{L}\\p{N}\\p{M}&]+(?:['’][\\p{L}]+)*");
  std::vector<std::string> words;
  for (const MatchSpans& match : kWord.SearchAll(title, WholeOf(title))) {
    words.emplace_back(Slice(title, match[0]));
  }
  return words;
}

// The title with any colon, dash, bracket or space between its words.
std::string ExpressionFor(const std::vector<std::string>& words,
                          bool any_case) {
  std::string expression = any_case ? "(?i)" : "";
  expression += "(?:^|[^\\p{L}\\p{N}])(";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) expression += "[ \\x{A0}\\t:()–—‑-]+";
    // "Keeping Faith: the Long Road" is "The Long Road" where it stands alone.
    if (i == 0 && Fold(words[0]) == "the") {
      expression += "[Tt]he";
      continue;
    }
    for (const char c : words[i]) {
      if (c == '&') expression += '\\';
      expression += c;
    }
    for (const std::string_view mark : {"’", "'"}) {
      const std::size_t at = expression.rfind(mark);
      if (at != std::string::npos && words[i].find(mark) != std::string::npos) {
        expression.replace(at, mark.size(), "['’]");
        break;
      }
    }
  }
  return expression + ")(?:[^\\p{L}\\p{N}]|$)";
}

bool IsTitleToLookFor(const Mention& mention, std::size_t words) {
  return !Empty(mention.title) && !mention.series &&
         mention.rule != "citation.described" &&
         mention.kind != WorkKind::kAct && words >= 2 && words <= kLongestTitle;
}

// The passage that holds `span`, or passages.size().
std::size_t PassageAt(const Prose& prose, TextSpan span) {
  const auto after =
      std::upper_bound(prose.passages.begin(), prose.passages.end(), span.begin,
                       [](std::uint32_t at, const Passage& passage) {
                         return at < passage.span.begin;
                       });
  if (after == prose.passages.begin()) return prose.passages.size();
  const auto found = after - 1;
  return Contains(found->span, span)
             ? static_cast<std::size_t>(found - prose.passages.begin())
             : prose.passages.size();
}

void LookFor(const Prose& prose, const Pattern& pattern, const Mention& like,
             std::vector<Mention>* out) {
  for (const MatchSpans& match :
       pattern.SearchAll(prose.text, WholeOf(prose.text))) {
    Mention mention = like;
    mention.passage = PassageAt(prose, match[1]);
    if (mention.passage == prose.passages.size()) continue;
    mention.title = match[1];
    mention.whole = match[1];
    out->push_back(std::move(mention));
  }
}

// "The Witness’s Road" of "Keeping Faith: The Witness’s Road"; {} where there
// is no subtitle of two words that could not be ordinary ones.
std::vector<std::string> SubtitleWords(std::string_view title) {
  static const Pattern kSubtitle("(?::| [–—-]) +([^:–—]+)$");
  static const std::set<std::string_view> kOrdinary = {
      "final",    "report",
      "the",      "a",
      "an",       "summary",
      "review",   "update",
      "main",     "of",
      "national", "annual",
      "progress", "recommendations",
      "findings", "strategy",
      "plan",     "overview"};
  const auto match = kSubtitle.Search(title);
  if (!match) return {};
  std::vector<std::string> words = TitleWords(Slice(title, (*match)[1]));
  const bool ordinary = std::all_of(
      words.begin(), words.end(),
      [](const std::string& word) { return kOrdinary.contains(Fold(word)); });
  const std::size_t first = !words.empty() && Fold(words[0]) == "the" ? 1 : 0;
  const bool capital =
      first < words.size() && Fold(words[first]) != words[first];
  if (ordinary || words.size() < 2 || !capital) words.clear();
  return words;
}

Mention SecondMention(const Known& known, std::string_view rule, int rank) {
  Mention mention;
  mention.rule = rule;
  mention.rank = rank;
  mention.kind = known.kind;
  return mention;
}

}  // namespace

std::string WorkKey(std::string_view title) {
  std::string key = FoldWords(title);
  return key.starts_with("the ") ? key.substr(4) : key;
}

void FindKnownTitles(const Prose& prose, std::vector<Mention>* mentions) {
  std::map<std::string, Known> known;
  for (const Mention& mention : *mentions) {
    const std::string title = mention.Title(prose.text);
    if (!IsTitleToLookFor(mention, TitleWords(title).size())) continue;
    if (known.size() >= kMostTitles) break;
    known.try_emplace(WorkKey(title), Known{title, mention.kind});
  }
  for (const auto& [key, work] : known) {
    const std::vector<std::string> words = TitleWords(work.title);
    const Pattern whole(ExpressionFor(words, words.size() >= 3));
    Mention again = SecondMention(work, "citation.known", 40);
    again.as_title = work.title;
    LookFor(prose, whole, again, mentions);
    const std::vector<std::string> subtitle = SubtitleWords(work.title);
    if (subtitle.empty() || known.contains(WorkKey(work.title.substr(
                                work.title.find(subtitle.front()))))) {
      continue;
    }
    Mention alone = SecondMention(work, "citation.subtitle", 35);
    alone.as_title = work.title;
    LookFor(prose, Pattern(ExpressionFor(subtitle, false)), alone, mentions);
  }
}

}  // namespace concord::extraction
