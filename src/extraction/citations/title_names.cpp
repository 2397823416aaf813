#include "extraction/citations/title_names.h"

#include <algorithm>
#include <unordered_set>

#include "extraction/agents.h"

namespace concord::extraction {
namespace {

bool IsGenericQualifier(std::string_view folded) {
  static const std::unordered_set<std::string_view> kGeneric = {
      "action",      "annual",     "audit",       "best",     "budget",
      "business",    "corporate",  "draft",       "final",    "financial",
      "full",        "interim",    "internal",    "local",    "main",
      "monitoring",  "national",   "performance", "progress", "quarterly",
      "service",     "strategic",  "summary",     "update",   "value",
      "work",        "working",    "of",          "and",      "the",
      "improvement", "management", "risk",        "outturn",  "special",
      "serious",     "case",       "police",      "thematic", "capital",
      "revenue",     "covering",   "oral",        "joint",    "external",
      "review",      "report",     "plan",        "strategy", "inspection",
      "estimate",    "committee",  "members",     "exempt",   "member"};
  return kGeneric.contains(folded);
}

}  // namespace

bool NamesPerson(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin >= range.end) return false;
  const std::string& last = tokens[range.end - 1].folded;
  return IsPersonalTitle(tokens[range.begin].folded) || last == "qc" ||
         last == "ltd" || last == "plc";
}

bool AllCapitals(const std::vector<Token>& tokens, TokenRange range) {
  return std::all_of(
      tokens.begin() + static_cast<std::ptrdiff_t>(range.begin),
      tokens.begin() + static_cast<std::ptrdiff_t>(range.end),
      [](const Token& token) { return !token.word || token.acronym; });
}

std::size_t KindWithin(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!tokens[i].capital || !IsWorkNoun(tokens[i].folded)) continue;
    const bool last = i + 1 == range.end;
    if (last || (!tokens[i + 1].capital && tokens[i + 1].word)) return i;
  }
  return range.end;
}

bool HasOwnName(const std::vector<Token>& tokens, TokenRange range) {
  std::size_t own = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (tokens[i].capital && !tokens[i].acronym &&
        !IsGenericQualifier(tokens[i].folded) &&
        !IsWorkNoun(tokens[i].folded)) {
      ++own;
    }
  }
  return own >= 2 || (own == 1 && range.end - range.begin >= 4);
}

bool IsNewspaper(std::string_view folded) {
  static const std::unordered_set<std::string_view> kPapers = {
      "times",    "mail",      "telegraph", "mirror",   "express",
      "star",     "herald",    "news",      "post",     "guardian",
      "observer", "standard",  "gazette",   "sun",      "independent",
      "world",    "chronicle", "record",    "journal",  "echo",
      "argus",    "scotsman",  "people",    "magazine", "hague"};
  return kPapers.contains(folded);
}

WorkKind KindOf(const std::vector<Token>& tokens, const Run& run) {
  const std::size_t within = KindWithin(tokens, run.range);
  if (within < run.range.end) return KindOfNoun(tokens[within].folded);
  std::size_t at = run.range.begin;
  for (int back = 0; back < 2 && at > 0; ++back) {
    --at;
    if (IsCueNoun(tokens[at].folded)) return KindOfNoun(tokens[at].folded);
  }
  return WorkKind::kOther;
}

}  // namespace concord::extraction
