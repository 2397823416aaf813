// Dates, numbers, rhythms, names and citations of a text.

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/crossref.h"
#include "overlap/common_words.h"
#include "overlap/parts/instruments.h"
#include "overlap/prepared.h"

namespace concord::overlap {
namespace {

// A capital word on every second page ("National") tells nothing apart.
constexpr double kNameBits = 6;

bool IsYear(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

bool StartsWithDigit(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

// "31 March 2002": the day and the year belong to the month beside them.
bool StandsByAMonth(const std::vector<Token>& tokens, std::size_t i) {
  const bool before = i > 0 && IsCalendarWord(tokens[i - 1].word);
  const bool after =
      i + 1 < tokens.size() && IsCalendarWord(tokens[i + 1].word);
  return before || after;
}

bool IsRhythm(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "daily",  "weekly",   "fortnightly", "monthly", "quarterly",
      "annual", "annually", "yearly",      "hourly",  "biennial"};
  return kWords.count(word) > 0;
}

// "every quarter", "each year" -> the adverb of it.
std::string RhythmOf(const std::vector<Token>& tokens, std::size_t i) {
  static const std::map<std::string_view, std::string> kNouns = {
      {"day", "daily"},         {"week", "weekly"},
      {"month", "monthly"},     {"year", "annual"},
      {"quarter", "quarterly"}, {"fortnight", "fortnightly"}};
  const std::string& word = tokens[i].word;
  if (word == "annually" || word == "yearly") return "annual";
  if (IsRhythm(word)) return word;
  const bool every =
      i > 0 && (tokens[i - 1].word == "every" || tokens[i - 1].word == "each");
  const auto noun = kNouns.find(word);
  return every && noun != kNouns.end() ? noun->second : std::string();
}

void ReadNumber(std::size_t i, Prepared* prepared) {
  const Token& token = prepared->tokens[i];
  if (token.set_aside || IsYear(token.word)) return;
  if (StandsByAMonth(prepared->tokens, i)) return;
  if (token.word.find_first_of(".:") != std::string::npos &&
      StartsWithDigit(token.word)) {
    prepared->numbers.emplace(token.word, token.span);
    return;
  }
  const int value = NumberWord(token.word);
  const bool counts = StartsWithDigit(token.word) || value > 1;
  if (value >= 0 && counts) {
    prepared->numbers.emplace(std::to_string(value), token.span);
  }
}

const RE2& CitedRecommendation() {
  static const RE2 kPattern(
      R"((?i)\b(rec(?:ommendation)?s?\.?\s+(\d{1,3}(?:\.\d+)?)(?:(?:,| and|,? to|-|–)\s*(\d{1,3}))?)\b)");
  return kPattern;
}

// "Data Protection Act 1998", "Victims (Relief) Act": two capital words at
// least before the noun.
const RE2& NamedAct() {
  static const RE2 kPattern(
      R"(((?:[A-Z][\w’'&]+\s+(?:and\s+|of\s+)?){1,6}(?:\([A-Z][\w ]+\)\s+)?(?:[A-Z]\w+\s+)?(?:Act|Regulations)\b(?:\s+(?:19|20)\d\d)?))");
  return kPattern;
}

TextSpan SpanOf(const std::string& text, const re2::StringPiece& piece) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(piece.size())};
}

std::optional<Due> DueOf(const extraction::DateMention& mention) {
  const auto value = edtf::Parse(mention.edtf);
  if (!value) return std::nullopt;
  return Due{mention.printed, edtf::Bounds(*value)};
}

}  // namespace

void SetDatesAside(const store::StoredRecommendation& recommendation,
                   Prepared* prepared) {
  const extraction::Recommendation& item = recommendation.item;
  for (const extraction::DateMention& mention : item.due) {
    if (auto due = DueOf(mention)) prepared->due.push_back(std::move(*due));
    const std::size_t at = prepared->text.find(mention.printed);
    if (mention.printed.empty() || at == std::string::npos) continue;
    const TextSpan span = {
        static_cast<std::uint32_t>(at),
        static_cast<std::uint32_t>(at + mention.printed.size())};
    for (Token& token : prepared->tokens) {
      token.set_aside |= Contains(span, token.span);
    }
  }
  for (std::size_t i = 0; i < prepared->tokens.size(); ++i) {
    Token& token = prepared->tokens[i];
    const bool of_a_date =
        StartsWithDigit(token.word) && StandsByAMonth(prepared->tokens, i);
    token.set_aside |=
        IsCalendarWord(token.word) || of_a_date || IsYear(token.word);
  }
}

void ReadCitations(Prepared* prepared) {
  re2::StringPiece rest(prepared->text);
  re2::StringPiece whole;
  re2::StringPiece first;
  re2::StringPiece second;
  while (RE2::FindAndConsume(&rest, CitedRecommendation(), &whole, &first,
                             &second)) {
    const TextSpan span = SpanOf(prepared->text, whole);
    if (span.begin < prepared->core.begin) continue;
    prepared->cited.emplace(std::string(first), span);
    if (!second.empty()) prepared->cited.emplace(std::string(second), span);
  }
  rest = prepared->text;
  while (RE2::FindAndConsume(&rest, NamedAct(), &whole)) {
    prepared->cited.emplace(crossref::TitleKey({whole.data(), whole.size()}),
                            SpanOf(prepared->text, whole));
  }
}

void ReadDetails(const Lexicon& lexicon, Prepared* prepared) {
  for (std::size_t i = 0; i < prepared->tokens.size(); ++i) {
    const Token& token = prepared->tokens[i];
    const std::string rhythm = RhythmOf(prepared->tokens, i);
    if (!rhythm.empty()) prepared->rhythms.emplace(rhythm, token.span);
    ReadNumber(i, prepared);
    if (token.capital && !token.stop && !token.set_aside &&
        lexicon.bits(token.key, token.stem) >= kNameBits) {
      prepared->names.emplace(token.key, token);
    }
  }
  prepared->instruments = ReadInstruments(*prepared);
}

}  // namespace concord::overlap
