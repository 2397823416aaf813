#include "extraction/citations/tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <unordered_set>

#include "concord/base/ascii.h"
#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

constexpr std::size_t kLongestRun = 24;     // tokens
constexpr std::size_t kLongestJoint = 3;    // joining words in a row
constexpr std::size_t kLongestBracket = 6;  // tokens inside a bracket

void Classify(std::string_view words, Token* token) {
  std::int32_t at = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  const auto size = static_cast<std::int32_t>(words.size());
  while (at < size) {
    const bool first = at == 0;
    UChar32 c = 0;
    U8_NEXT(words.data(), at, size, c);
    if (first) {
      token->word = u_isalpha(c);
      token->number = u_isdigit(c);
      token->capital = u_isupper(c);
    }
    letters += u_isalpha(c) ? 1 : 0;
    capitals += u_isupper(c) ? 1 : 0;
  }
  token->acronym = capitals >= 2 && capitals + 1 >= letters;
}

bool IsDash(const Token& token) { return token.folded == "-"; }

// Where a bracket that belongs to the title closes, or `open` if it does not:
// a few words of letters, and a capital word after it.
std::size_t BracketEnd(const std::vector<Token>& tokens, std::size_t open) {
  std::size_t at = open + 1;
  while (at < tokens.size() && at - open <= kLongestBracket &&
         tokens[at].word) {
    ++at;
  }
  const bool closed =
      at < tokens.size() && at > open + 1 && tokens[at].folded == ")";
  const bool goes_on = at + 1 < tokens.size() && tokens[at + 1].capital;
  return closed && goes_on ? at + 1 : open;
}

bool IsCalendarWord(std::string_view folded) {
  static const std::unordered_set<std::string_view> kCalendar = {
      "january", "february", "march",     "april",    "may",      "june",
      "july",    "august",   "september", "october",  "november", "december",
      "monday",  "tuesday",  "wednesday", "thursday", "friday",   "saturday",
      "sunday",  "jan",      "feb",       "aug",      "sept",     "oct",
      "nov",     "dec",      "spring",    "summer",   "autumn",   "winter"};
  return kCalendar.contains(folded);
}

// "the Review of Custody", "the Inquiry into Events", "Guidance on Detention";
// any other small word after the kind of work begins something else.
bool JoinsAfterWorkNoun(std::string_view folded) {
  return folded == "of" || folded == "into" || folded == "on" ||
         folded == "for";
}

// The token that continues the run after a joint that begins at `at`, or `at`.
std::size_t AfterJoint(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t next = at;
  const bool colon = tokens[next].folded == ":" && !tokens[next].spaced;
  const bool dash = IsDash(tokens[next]) && tokens[next].spaced &&
                    next + 1 < tokens.size() && tokens[next + 1].spaced;
  if (colon || dash) ++next;
  const bool after_work =
      next == at && at > 0 && IsWorkNoun(tokens[at - 1].folded);
  if (after_work && !JoinsAfterWorkNoun(tokens[at].folded)) return at;
  const std::size_t limit = next + kLongestJoint;
  while (next < tokens.size() && next < limit && !tokens[next].capital &&
         IsJoiningWord(tokens[next].folded)) {
    ++next;
  }
  const bool joins = next > at && next < tokens.size() &&
                     tokens[next].capital && tokens[next].word &&
                     !IsCalendarWord(tokens[next].folded);
  return joins ? next : at;
}

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool IsAnyWhite(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

const Pattern& AnyToken() {
  static const Pattern kToken(
      "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’‑-][\\p{L}\\p{N}]+)*|"
      "\\p{N}+(?:[/.,]\\p{N}+)*|[^\\s]");
  return kToken;
}

// The token that begins at `at`, which is no white space, read as AnyToken()
// does but without it; empty where a letter other than ASCII decides.
TextSpan AsciiToken(std::string_view text, TextSpan within) {
  std::uint32_t at = within.begin;
  const char first = text[at++];
  if (!IsAscii(first)) return {};
  const bool word = IsLetter(first);
  if (!word && !IsDigit(first)) return {within.begin, at};
  const auto continues = [&](std::uint32_t i) {
    return i < within.end && (IsDigit(text[i]) || (word && IsLetter(text[i])));
  };
  const std::string_view joints = word ? "'-" : "/.,";
  while (true) {
    while (continues(at)) ++at;
    if (at == within.end) break;
    if (!IsAscii(text[at])) return {};
    if (joints.find(text[at]) == std::string_view::npos) break;
    if (at + 1 < within.end && !IsAscii(text[at + 1])) return {};
    if (!continues(at + 1)) break;
    ++at;
  }
  return {within.begin, at};
}

TextSpan TokenAt(std::string_view text, TextSpan within) {
  const TextSpan plain = AsciiToken(text, within);
  if (!Empty(plain)) return plain;
  const auto match = AnyToken().Search(text, within);
  return match ? match->front() : TextSpan{within.end, within.end};
}

}  // namespace

std::vector<Token> Tokens(std::string_view text, TextSpan within) {
  std::vector<Token> tokens;
  std::uint32_t end = within.begin;
  for (TextSpan rest = within; rest.begin < rest.end;) {
    if (IsAnyWhite(text[rest.begin])) {
      ++rest.begin;
      continue;
    }
    Token token;
    token.span = TokenAt(text, rest);
    if (Empty(token.span)) break;
    token.spaced = token.span.begin > end;
    rest.begin = end = token.span.end;
    Classify(Slice(text, token.span), &token);
    token.folded = Fold(Slice(text, token.span));
    tokens.push_back(std::move(token));
  }
  return tokens;
}

TokenRange TitleRunAt(const std::vector<Token>& tokens, std::size_t first) {
  if (first >= tokens.size() || !tokens[first].capital) return {first, first};
  if (IsAcronymPossessive(tokens[first])) return {first, first};
  std::size_t end = first + 1;
  while (end < tokens.size() && end - first < kLongestRun) {
    const Token& token = tokens[end];
    if (IsAcronymPossessive(token)) break;
    if (token.word && token.capital) {
      ++end;
      continue;
    }
    const std::size_t next =
        token.folded == "(" ? BracketEnd(tokens, end) : AfterJoint(tokens, end);
    if (next == end) break;
    end = token.folded == "(" ? next : next + 1;
  }
  return {first, end};
}

bool IsAcronymPossessive(const Token& token) {
  return token.acronym && token.folded.size() > 3 &&
         token.folded.ends_with("'s");
}

bool IsJoiningWord(std::string_view folded) {
  static const std::unordered_set<std::string_view> kJoining = {
      "of", "and", "the",  "for",  "in",   "to", "on", "a", "an",
      "at", "by",  "from", "into", "with", "&",  "or", "as"};
  return kJoining.contains(folded);
}

bool IsBodyNoun(std::string_view folded) {
  static const std::unordered_set<std::string_view> kBodies = {
      "agency",       "association", "authorities",  "authority",
      "board",        "branch",      "bureau",       "centre",
      "chair",        "command",     "commander",    "commission",
      "commissioner", "committee",   "constable",    "constabulary",
      "council",      "court",       "department",   "directorate",
      "director",     "division",    "executive",    "federation",
      "force",        "forum",       "foundation",   "group",
      "groups",       "head",        "inspectorate", "institute",
      "lead",         "manager",     "member",       "members",
      "minister",     "ministry",    "network",      "office",
      "officer",      "officers",    "panel",        "partnership",
      "police",       "secretariat", "clerk",        "treasurer",
      "solicitor",    "secretary",   "service",      "services",
      "society",      "staff",       "subcommittee", "sub-committee",
      "team",         "teams",       "tribunal",     "trust",
      "union",        "unit",        "units",        "chairman",
      "college",      "counsel",     "university",   "news",
      "times",        "newspapers"};
  return kBodies.contains(folded);
}

bool IsWorkNoun(std::string_view folded) {
  static const std::unordered_set<std::string_view> kWorks = {
      "report",   "review",  "strategy",   "scheme",    "plan",     "code",
      "guidance", "manual",  "charter",    "concordat", "thematic", "scrutiny",
      "study",    "inquiry", "inspection", "circular",  "handbook", "protocol"};
  return kWorks.contains(folded);
}

bool IsOpeningWord(std::string_view folded) {
  static const std::unordered_set<std::string_view> kOpening = {
      "a",      "after",   "all",     "although",  "an",       "and",
      "as",     "at",      "before",  "both",      "but",      "by",
      "each",   "for",     "from",    "following", "he",       "however",
      "i",      "if",      "in",      "it",        "its",      "it's",
      "like",   "members", "no",      "of",        "on",       "once",
      "one",    "our",     "several", "since",     "so",       "some",
      "that",   "the",     "their",   "these",     "they",     "this",
      "those",  "though",  "through", "to",        "two",      "three",
      "under",  "unlike",  "until",   "we",        "what",     "when",
      "where",  "whereas", "whether", "which",     "while",    "whilst",
      "with",   "within",  "your",    "her",       "his",      "such",
      "during", "see",     "whose",   "section",   "sections", "schedule",
      "new",    "draft"};
  return kOpening.contains(folded);
}

std::size_t TokenFrom(const std::vector<Token>& tokens, std::uint32_t offset) {
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), offset,
                                      [](const Token& token, std::uint32_t at) {
                                        return token.span.begin < at;
                                      });
  return static_cast<std::size_t>(found - tokens.begin());
}

}  // namespace concord::extraction
