#include "extraction/citations/other_italics.h"

#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/title_company.h"
#include "extraction/citations/title_names.h"

namespace concord::extraction {
namespace {

using Words = std::unordered_set<std::string_view>;

// "Ash v Birch", "R (Ash) v Birch", "Re H", "ex parte Ash"; "[1999] 2 AC 1",
// "(1999) 14 EHRR 1", "18 DR 187" after it.
bool IsCase(const std::vector<Token>& tokens, TokenRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const std::string& word = tokens[i].folded;
    if (word == "v" || word == "vs") return true;
    if (word == "ex" &&
        (IsAt(tokens, i + 1, "parte") || IsAt(tokens, i + 1, "p"))) {
      return true;
    }
  }
  if (tokens[range.begin].folded == "re") return true;
  std::size_t at = range.end;
  if (IsAt(tokens, at, ",")) ++at;
  if (IsAt(tokens, at, "[")) return true;
  if (IsAt(tokens, at, "(")) at += 3;
  return at + 1 < tokens.size() && tokens[at].number &&
         Length(tokens[at].span) <= 3 &&
         (tokens[at + 1].acronym || tokens[at + 1].folded == "cr");
}

// The noun that says what the words are: no work.
bool IsOtherThing(std::string_view folded) {
  static const Words kThings = {
      "case",      "decision",  "judgment",  "judgement", "ruling",
      "appeal",    "film",      "play",      "song",      "novel",
      "game",      "newspaper", "magazine",  "journal",   "programme",
      "project",   "campaign",  "operation", "exercise",  "website",
      "blog",      "ship",      "ferry",     "vessel",    "tanker",
      "yacht",     "trawler",   "boat",      "tug",       "disaster",
      "exhibition"};
  return kThings.contains(folded);
}

bool BeginsNameOfThing(std::string_view folded) {
  static const Words kBeginnings = {"hms", "mv", "ss",        "rms",
                                    "fv",  "mt", "operation", "exercise"};
  return kBeginnings.contains(folded);
}

bool NamesOtherThing(const std::vector<Token>& tokens, TokenRange range) {
  if (BeginsNameOfThing(tokens[range.begin].folded)) return true;
  if (range.begin > 0) {
    const std::string& before = tokens[range.begin - 1].folded;
    if (IsOtherThing(before) || BeginsNameOfThing(before)) return true;
  }
  std::size_t at = range.end;
  const bool apposed = IsAt(tokens, at, ",") && (IsAt(tokens, at + 1, "a") ||
                                                 IsAt(tokens, at + 1, "the"));
  if (apposed) at += 2;
  return at < tokens.size() && IsOtherThing(tokens[at].folded);
}

bool IsForeignPhrase(std::string_view folded) {
  static const Words kPhrases = {
      "inter alia",      "ad hoc",       "bona fide",     "prima facie",
      "vice versa",      "per se",       "pro rata",      "de facto",
      "de jure",         "sub judice",   "habeas corpus", "in camera",
      "ultra vires",     "status quo",   "sine die",      "pro forma",
      "amicus curiae",   "quid pro quo", "et al",         "op cit",
      "mutatis mutandis"};
  return kPhrases.contains(folded);
}

// "*Costs.* There are none", "*Costs*: none": a heading that its words follow.
bool HeadsItsLine(const std::vector<Token>& tokens, TokenRange range,
                  TextSpan emphasis) {
  if (range.begin > 1) return false;
  const bool closes =
      range.end < tokens.size() && tokens[range.end].span.end <= emphasis.end;
  if (range.end >= tokens.size()) return true;  // the whole line
  const Token& next = tokens[range.end];
  const bool mark = next.folded == ":" || next.folded == "." ||
                    (next.folded == "-" && next.spaced);
  return mark || (closes && next.folded != ",") || (next.word && next.capital);
}

// A whole sentence.
bool IsSentence(const std::vector<Token>& tokens, TokenRange range) {
  const bool begins = SentenceOf(tokens, range.begin).begin == range.begin;
  return begins &&
         (range.end >= tokens.size() || tokens[range.end].folded == ".");
}

// The words stop in the middle of something: "*Advice to the* Clerk".
bool IsCut(const std::vector<Token>& tokens, TokenRange range) {
  const Token& last = tokens[range.end - 1];
  if (!last.capital && IsJoiningWord(last.folded)) return true;
  if (range.end >= tokens.size()) return false;
  const Token& next = tokens[range.end];
  return next.word && next.capital && !IsCueNoun(next.folded) &&
         !next.folded.starts_with("rec");
}

}  // namespace

bool IsOtherThanTitle(std::string_view text, const std::vector<Token>& tokens,
                      const Run& run, TextSpan emphasis) {
  const TokenRange range = run.range;
  const std::string& head = tokens[range.begin].folded;
  return IsForeignPhrase(Fold(Slice(text, SpanOf(tokens, range)))) ||
         IsCase(tokens, range) || NamesOtherThing(tokens, range) ||
         NamesPerson(tokens, range) || IsPersonalTitle(head) ||
         AllCapitals(tokens, range) || HeadsItsLine(tokens, range, emphasis) ||
         IsSentence(tokens, range) || IsCut(tokens, range);
}

}  // namespace concord::extraction
