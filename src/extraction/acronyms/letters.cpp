#include "extraction/acronyms/letters.h"

#include <algorithm>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

constexpr int kUnreached = 1000;
constexpr int kInsideWord = 3;   // a letter that no word begins with
constexpr int kPassedWord = 9;   // a word of weight that gives no letter
constexpr int kPassedName = 2;   // the same with a capital: part of the name
constexpr int kPassedShort = 1;  // the same for a short form of three letters
constexpr std::size_t kMostLetters = 10;

// How many of letters[from..] the word gives: the first at its beginning, the
// others anywhere after it in order.
std::size_t LettersGiven(const std::vector<std::string>& letters,
                         std::size_t from, std::string_view word) {
  std::size_t at = 0;
  std::size_t given = 0;
  while (from + given < letters.size()) {
    const std::string& letter = letters[from + given];
    if (letter.size() > 1 && letter != word) break;
    const std::size_t found = word.find(letter, at);
    if (found == std::string_view::npos) break;
    if (given == 0 && found != 0) break;
    at = found + letter.size();
    ++given;
  }
  return given;
}

}  // namespace

bool IsSmallWord(std::string_view folded) {
  static const std::unordered_set<std::string_view> kSmall = {
      "of",   "and",  "the",     "for",     "in",    "to",   "on", "a",
      "an",   "at",   "by",      "or",      "as",    "de",   "&",  "with",
      "from", "into", "against", "between", "among", "under"};
  return kSmall.contains(folded);
}

std::vector<TextSpan> SpellingWords(std::string_view text, TextSpan within) {
  static const Pattern kWord(
      "&|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:['’]\\p{L}+)?");
  std::vector<TextSpan> words;
  for (const MatchSpans& match : kWord.SearchAll(text, within)) {
    words.push_back(match[0]);
  }
  return words;
}

std::vector<std::string> SpellingLetters(std::string_view short_form) {
  static const Pattern kPiece("\\p{Lu}\\p{Ll}{2,}|\\p{L}|\\p{N}");
  static const Pattern kShape("^[\\p{L}\\p{N}()\\[\\]&/. -]{2,24}$");
  if (!kShape.Matches(short_form)) return {};
  std::vector<std::string> letters;
  std::size_t capitals = 0;
  const auto pieces = kPiece.SearchAll(short_form, WholeOf(short_form));
  for (const MatchSpans& piece : pieces) {
    const std::string_view letter = Slice(short_form, piece[0]);
    const std::string folded = FoldWords(letter);
    if (folded.empty() || (folded.size() == 1 && folded[0] < 'a')) return {};
    capitals += folded != letter ? 1 : 0;
    const bool plural =
        piece[0].end == short_form.size() && letter == "s" && capitals >= 2;
    if (!plural) letters.push_back(folded);
  }
  const bool too_long = letters.size() > kMostLetters;
  return capitals < 2 || too_long ? std::vector<std::string>() : letters;
}

namespace {

// What it costs that word `at`, folded in `word`, gives no letter; the first
// and the last word give one.
std::optional<int> CostToPass(std::string_view text,
                              const std::vector<TextSpan>& words,
                              std::size_t at, std::string_view word,
                              std::size_t letters) {
  // "Co-operative" is one word: its second half need give no letter.
  if (at > 0 && text[words[at].begin - 1] == '-') return 0;
  if (at == 0 || at + 1 == words.size()) return std::nullopt;
  if (IsSmallWord(word)) return 0;
  const std::string_view printed = Slice(text, words[at]);
  const bool capital = Fold(printed.substr(0, 1)) != printed.substr(0, 1);
  if (!capital) return kPassedWord;
  return letters <= 3 ? kPassedShort : kPassedName;
}

}  // namespace

std::optional<int> SpellingCost(const std::vector<std::string>& letters,
                                std::string_view text,
                                const std::vector<TextSpan>& words) {
  // cost[i]: the least for which the words so far gave the first i letters.
  std::vector<int> cost(letters.size() + 1, kUnreached);
  cost[0] = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    std::string word = Fold(Slice(text, words[w]));
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    std::vector<int> next(letters.size() + 1, kUnreached);
    const auto passed = CostToPass(text, words, w, word, letters.size());
    for (std::size_t i = 0; i < cost.size(); ++i) {
      if (cost[i] == kUnreached) continue;
      if (passed) next[i] = std::min(next[i], cost[i] + *passed);
      const auto given = static_cast<int>(LettersGiven(letters, i, word));
      for (int n = 1; n <= given; ++n) {
        int& slot = next[i + static_cast<std::size_t>(n)];
        slot = std::min(slot, cost[i] + (n - 1) * kInsideWord);
      }
    }
    cost = std::move(next);
  }
  if (words.empty() || cost.back() > AffordableCost(letters.size())) {
    return std::nullopt;
  }
  return cost.back();
}

int AffordableCost(std::size_t letters) {
  if (letters <= 2) return 0;
  return letters == 3 ? 3 : 9;
}

}  // namespace concord::extraction
