#include "extraction/citations/title_company.h"

#include <algorithm>
#include <set>

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
  static const std::set<std::string_view> kPublished = {
      "published", "reissued", "re-issued", "launched", "reprinted"};
  return kPublished.contains(folded);
}

}  // namespace

bool HoldsRecommendations(const std::vector<Token>& tokens, std::size_t end) {
  static const std::set<std::string_view> kHolds = {
      "made",     "makes", "contained", "contains", "listed",
      "includes", "held",  "holds",     "included", "added"};
  if (end >= tokens.size() || !kHolds.contains(tokens[end].folded)) {
    return false;
  }
  const std::size_t limit = std::min(end + 6, tokens.size());
  for (std::size_t i = end + 1; i < limit; ++i) {
    if (!tokens[i].word && !tokens[i].number) return false;
    if (IsSingleWord(tokens[i].folded)) return true;
  }
  return false;
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

}  // namespace concord::extraction
