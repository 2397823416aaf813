#include "extraction/citations/title_company.h"

#include <algorithm>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

bool IsSingleWord(std::string_view folded) {
  return folded == "recommendation" || folded == "recommendations" ||
         folded == "rec" || folded == "recs";
}

bool IsSingleNumber(const Token& token) {
  return token.number || (token.capital && Length(token.span) <= 3);
}

bool IsYear(const Token& token) {
  return token.number && Length(token.span) == 4 &&
         (token.folded.starts_with("19") || token.folded.starts_with("20"));
}

bool IsBeing(std::string_view folded) {
  return folded == "is" || folded == "was" || folded == "are" ||
         folded == "were";
}

// A noun for a work within the few small words after "is a", "was the".
bool NamesKind(const std::vector<Token>& tokens, std::size_t at) {
  const std::size_t limit = std::min(at + 6, tokens.size());
  for (std::size_t i = at; i < limit; ++i) {
    if (!tokens[i].word || tokens[i].capital) return false;
    if (IsWorkNoun(tokens[i].folded)) {
      // "is a report writer", "was the inspection team": no work.
      return i + 1 >= tokens.size() || !tokens[i + 1].word ||
             IsJoiningWord(tokens[i + 1].folded) ||
             tokens[i + 1].folded == "about" ||
             tokens[i + 1].folded == "which" ||
             tokens[i + 1].folded == "that" ||
             tokens[i + 1].folded == "published";
    }
  }
  return false;
}

bool IsPublished(std::string_view folded) {
  static const std::unordered_set<std::string_view> kPublished = {
      "published", "reissued", "re-issued", "launched", "reprinted"};
  return kPublished.contains(folded);
}

bool IsPublishingVerb(std::string_view folded) {
  static const std::unordered_set<std::string_view> kVerbs = {
      "published", "launched", "entitled", "titled",
      "called",    "produced", "issued"};
  return kVerbs.contains(folded);
}

// "Locked In, which the Inspectorate published in 1999".
bool PublishedWithin(const std::vector<Token>& tokens, std::size_t from) {
  for (std::size_t at = from; at < std::min(from + 7, tokens.size()); ++at) {
    if (!tokens[at].word) return false;
    if (tokens[at].folded == "published") return true;
  }
  return false;
}

}  // namespace

bool HoldsRecommendations(const std::vector<Token>& tokens, std::size_t end) {
  static const std::unordered_set<std::string_view> kHolds = {
      "made",     "makes", "contained", "contains", "listed",
      "includes", "held",  "holds",     "included", "added"};
  // "had made eight recommendations", ", which contained six".
  std::size_t verb = end;
  if (verb + 1 < tokens.size() && tokens[verb].folded == "," &&
      tokens[verb + 1].folded == "which") {
    verb += 2;
  }
  if (verb < tokens.size() &&
      (tokens[verb].folded == "had" || tokens[verb].folded == "has")) {
    ++verb;
  }
  if (verb >= tokens.size() || !kHolds.contains(tokens[verb].folded)) {
    return false;
  }
  const std::size_t limit = std::min(verb + 6, tokens.size());
  for (std::size_t i = verb + 1; i < limit; ++i) {
    if (!tokens[i].word && !tokens[i].number) return false;
    if (IsSingleWord(tokens[i].folded)) return true;
  }
  return false;
}

bool AsksForSomething(const std::vector<Token>& tokens, TokenRange run) {
  static const std::unordered_set<std::string_view> kPlaced = {
      "in",    "on",   "at",      "behind", "from",  "with",    "by",    "into",
      "under", "over", "through", "before", "after", "without", "beyond"};
  const bool placed = std::any_of(
      tokens.begin() + static_cast<std::ptrdiff_t>(run.begin),
      tokens.begin() + static_cast<std::ptrdiff_t>(run.end),
      [](const Token& token) { return kPlaced.contains(token.folded); });
  if (!placed || run.end + 1 >= tokens.size()) return false;
  const std::string& verb = tokens[run.end].folded;
  const std::string& next = tokens[run.end + 1].folded;
  const bool asks =
      verb == "asked" || verb == "asks" || verb == "called" || verb == "calls";
  const bool says = verb == "recommended" || verb == "recommends" ||
                    verb == "proposed" || verb == "proposes" ||
                    verb == "said" || verb == "says";
  return (asks && (next == "for" || next == "that")) ||
         (says && (next == "that" || next == "nothing"));
}

bool SaysWhatItIs(const std::vector<Token>& tokens, TokenRange run,
                  std::size_t* end) {
  static const std::unordered_set<std::string_view> kTold = {
      "was", "is", "has", "had", "made", "makes"};
  constexpr std::size_t kMostWords = 14;
  std::size_t at = run.end;
  if (at + 3 >= tokens.size() || tokens[at].folded != ":") return false;
  const std::string& article = tokens[at + 1].folded;
  if (article != "a" && article != "an" && article != "the") return false;
  if (tokens[at + 1].capital) return false;
  bool kind = false;
  const std::size_t limit = std::min(at + kMostWords, tokens.size());
  for (at += 2; at < limit && tokens[at].word; ++at) {
    if (kTold.contains(tokens[at].folded)) break;
    kind = kind ||
           (!tokens[at].capital && at < run.end + 6 &&
            (IsWorkNoun(tokens[at].folded) || tokens[at].folded == "audit"));
  }
  const bool told =
      at < limit && tokens[at].word && kTold.contains(tokens[at].folded);
  if (!kind || !told) return false;
  *end = at;
  return true;
}

bool AsksInTitle(const std::vector<Token>& tokens, std::size_t end) {
  return end + 1 < tokens.size() && tokens[end].folded == "?" &&
         !tokens[end].spaced &&
         ((tokens[end + 1].word && !tokens[end + 1].capital) ||
          tokens[end + 1].folded == ",");
}

bool SingleFollows(const std::vector<Token>& tokens, std::size_t end) {
  std::size_t at = end;
  bool mark = false;
  while (at < tokens.size() && at < end + 2 &&
         (tokens[at].folded == "," || tokens[at].folded == "(" ||
          tokens[at].folded == "-" || tokens[at].folded == ":" ||
          tokens[at].folded == "”" || tokens[at].folded == "’")) {
    mark = true;
    ++at;
  }
  return mark && at + 1 < tokens.size() && IsSingleWord(tokens[at].folded) &&
         IsSingleNumber(tokens[at + 1]);
}

bool SaidOfWork(const std::vector<Token>& tokens, std::size_t end) {
  if (end >= tokens.size()) return false;
  if (!IsBeing(tokens[end].folded) || end + 1 >= tokens.size()) return false;
  const std::string& next = tokens[end + 1].folded;
  if (IsPublished(next)) return true;
  const bool article = next == "a" || next == "an" || next == "the";
  return article && NamesKind(tokens, end + 2);
}

bool SinglePrecedes(const std::vector<Token>& tokens, std::size_t begin) {
  if (begin < 3) return false;
  const std::string& preposition = tokens[begin - 1].folded;
  if (preposition != "of" && preposition != "in" && preposition != "from") {
    return false;
  }
  return IsSingleNumber(tokens[begin - 2]) &&
         IsSingleWord(tokens[begin - 3].folded);
}

bool DatedBeside(const std::vector<Token>& tokens, TokenRange run) {
  const bool small_words = std::any_of(
      tokens.begin() + static_cast<std::ptrdiff_t>(run.begin),
      tokens.begin() + static_cast<std::ptrdiff_t>(run.end),
      [](const Token& token) { return token.word && !token.capital; });
  if (!small_words || run.end + 1 >= tokens.size()) return false;
  const std::string& next = tokens[run.end].folded;
  return (next == "in" || next == "of") && IsYear(tokens[run.end + 1]);
}

TokenRange SentenceOf(const std::vector<Token>& tokens, std::size_t at) {
  const auto ends = [&](std::size_t i) {
    const std::string& mark = tokens[i].folded;
    return (mark == "." || mark == "?" || mark == "!") &&
           (i + 1 == tokens.size() || tokens[i + 1].spaced);
  };
  // What says more without a stop is a list; each of its names would be looked
  // for in all of it.
  constexpr std::size_t kFarthest = 400;  // tokens to either side
  const std::size_t first = at > kFarthest ? at - kFarthest : 0;
  const std::size_t last = std::min(tokens.size(), at + kFarthest);
  TokenRange sentence{at, at};
  while (sentence.begin > first && !ends(sentence.begin - 1)) --sentence.begin;
  while (sentence.end < last && !ends(sentence.end)) ++sentence.end;
  return sentence;
}

bool SpeaksOfWorks(const std::vector<Token>& tokens, TokenRange sentence,
                   TokenRange run) {
  static const std::unordered_set<std::string_view> kVerbs = {
      "published",       "publishes",    "publication", "launched",
      "entitled",        "titled",       "called",      "issued",
      "produced",        "recommended",  "recommends",  "recommendation",
      "recommendations", "inspectorate", "re-affirmed", "reaffirmed"};
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (i >= run.begin && i < run.end) continue;
    if (kVerbs.contains(tokens[i].folded) || IsCueNoun(tokens[i].folded)) {
      return true;
    }
  }
  return false;
}

bool SpeaksOfRecommending(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (tokens[i].folded.starts_with("recommend") ||
        tokens[i].folded.starts_with("propos")) {
      return true;
    }
  }
  return false;
}

bool CueBefore(const std::vector<Token>& tokens, std::size_t first) {
  if (first == 0) return false;
  std::size_t at = first - 1;
  if (tokens[at].folded == "," || tokens[at].folded == ":") {
    if (at == 0) return false;
    --at;
  }
  const bool known_as =
      tokens[at].folded == "as" && at > 0 && tokens[at - 1].folded == "known";
  return known_as || IsCueNoun(tokens[at].folded) ||
         IsPublishingVerb(tokens[at].folded);
}

bool KindBefore(const std::vector<Token>& tokens, std::size_t first) {
  if (first == 0) return false;
  const std::string& word = tokens[first - 1].folded;
  const std::string noun = Singular(word);
  return word == "entitled" || word == "titled" ||
         (IsWorkNoun(noun) && noun == word && noun != "inquiry" &&
          noun != "inspection" && noun != "code" && noun != "plan");
}

bool YearFollows(const std::vector<Token>& tokens, std::size_t end) {
  if (end >= tokens.size() || tokens[end].folded != "(") return false;
  std::size_t at = end + 1;
  const bool publisher = at + 1 < tokens.size() && tokens[at].acronym &&
                         tokens[at + 1].folded == ",";
  if (publisher) at += 2;
  return at + 1 < tokens.size() && tokens[at].number &&
         Length(tokens[at].span) == 4 && tokens[at + 1].folded == ")";
}

bool KindFollows(const std::vector<Token>& tokens, std::size_t end) {
  if (end + 3 >= tokens.size() || tokens[end].folded != ",") return false;
  const std::string& article = tokens[end + 1].folded;
  if (article == "which") return PublishedWithin(tokens, end + 2);
  if (article != "a" && article != "an" && article != "the" &&
      article != "its" && article != "their" && article != "his" &&
      article != "her" && article != "our") {
    return false;
  }
  for (std::size_t at = end + 2; at < std::min(end + 5, tokens.size()); ++at) {
    if (tokens[at].capital) return false;
    if (IsWorkNoun(tokens[at].folded)) return true;
  }
  return false;
}

bool StandsApposed(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin < 2 || range.end >= tokens.size()) return false;
  const std::string& close = tokens[range.end].folded;
  return tokens[range.begin - 1].folded == "," &&
         (close == "," || close == "." || close == "(") &&
         IsWorkNoun(tokens[range.begin - 2].folded);
}

}  // namespace concord::extraction
