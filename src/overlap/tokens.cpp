// From text to words: lead-ins off, acronyms written out, words stemmed.

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "concord/base/unicode.h"
#include "overlap/common_words.h"
#include "overlap/prepared.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

// What may stand before the request itself. Each accepts, in order:
// "Recommendation 12:", "(b)", "In addition,", "We therefore recommend that",
// "It is recommended that", "That", and "Members are asked to" with its party.
constexpr std::array<std::string_view, 7> kLeadIns = {
    R"((?i)^()(?:recommendations?|rec\.?|action)\s*\d+[a-z]?(?:\.\d+)?\s*[:.)–—-]\s*)",
    R"((?i)^()(?:\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[•*–-])\s+)",
    R"((?i)^()(?:in addition|in particular|further(?:more)?|also|therefore|accordingly|finally|first|second)(?:ly)?,\s*)",
    R"((?i)^()(?:i|we|the (?:inquiry|committee|panel|inspectorate|inspector|commission|review))\s+(?:(?:also|therefore|do|further|accordingly|thus|strongly|would),?\s+)*(?:recommends?|proposes?|suggests?|urges?)(?:,? that)?[:,]?\s+)",
    R"((?i)^()it is (?:(?:also|therefore|further|hereby) )?(?:recommended|proposed|suggested) that[:,]?\s+)",
    R"((?i)^()that[:,]?\s+)",
    R"((?i)^((?:the )?(?:members|committee|board|authority|council|cabinet|panel|executive)(?: of the [\w ]{3,40}?)?) (?:is|are|be) (?:hereby )?(?:asked|invited|requested|recommended|advised)(?: to)?[:,]?\s+)",
};

const std::array<std::unique_ptr<RE2>, kLeadIns.size()>& LeadInPatterns() {
  static const auto kPatterns = [] {
    std::array<std::unique_ptr<RE2>, kLeadIns.size()> patterns;
    for (std::size_t i = 0; i < kLeadIns.size(); ++i) {
      patterns[i] = std::make_unique<RE2>(
          re2::StringPiece(kLeadIns[i].data(), kLeadIns[i].size()));
    }
    return patterns;
  }();
  return kPatterns;
}

bool TakeOneLeadIn(re2::StringPiece* rest, std::string* asked) {
  for (const auto& pattern : LeadInPatterns()) {
    std::string party;
    re2::StringPiece after = *rest;
    if (!RE2::Consume(&after, *pattern, &party) || after.empty()) continue;
    if (asked != nullptr && !party.empty()) *asked = party;
    *rest = after;
    return true;
  }
  return false;
}

TextSpan WithoutClosing(std::string_view text, TextSpan span) {
  while (span.end > span.begin) {
    const char last = text[span.end - 1];
    if (last != '.' && last != ';' && last != ',' && last != ':' &&
        last != ' ') {
      break;
    }
    --span.end;
  }
  constexpr std::string_view kAnd = "; and";
  if (span.end - span.begin > kAnd.size() &&
      text.substr(span.end - kAnd.size(), kAnd.size()) == kAnd) {
    span.end -= static_cast<std::uint32_t>(kAnd.size());
  }
  return span;
}

bool IsCapital(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool EndsSegment(std::string_view between) {
  return between.find_first_of(".;:") != std::string_view::npos;
}

std::string WithoutPossessive(const std::string& word) {
  const std::size_t mark = word.find('\'');
  return mark == std::string::npos ? word : word.substr(0, mark);
}

// What is known of a word wherever it stands.
struct KnownWord {
  std::string stem;
  std::uint64_t key = 0;
  bool stop = false;
};

// An archive has few words and uses each many times over: each thread remembers
// those it met last.
const KnownWord& Know(const std::string& word) {
  constexpr std::size_t kMost = 100'000;
  thread_local std::unordered_map<std::string, KnownWord> known;
  if (known.size() >= kMost) known.clear();
  const auto [found, is_new] = known.try_emplace(word);
  if (is_new) {
    found->second.stem = Stem(word);
    found->second.key = KeyOf(found->second.stem);
    found->second.stop = IsStopWord(word);
  }
  return found->second;
}

Token MakeToken(const std::string& word, TextSpan span) {
  const KnownWord& known = Know(word);
  Token token;
  token.span = span;
  token.word = word;
  token.stem = known.stem;
  token.key = known.key;
  token.stop = known.stop;
  return token;
}

// "U.S." and "e.g.": the letters of one word.
bool IsDotted(std::string_view printed) {
  bool letter = true;
  for (const char c : printed) {
    const bool fits =
        letter ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : c == '.';
    if (!fits) return false;
    letter = !letter;
  }
  return printed.size() > 2;
}

// "0.5", "1,200", "12:30": one figure, however it is cut when folded.
bool IsFigure(std::string_view printed) {
  return !printed.empty() &&
         std::all_of(printed.begin(), printed.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ':';
         });
}

std::string Without(std::string_view printed, std::string_view marks) {
  std::string kept;
  for (const char c : printed) {
    if (marks.find(c) == std::string_view::npos) kept.push_back(c);
  }
  return kept;
}

// Most words are plain: their folding needs no tables.
bool IsPlain(std::string_view printed) {
  return std::all_of(printed.begin(), printed.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

std::string LowerCase(std::string_view printed) {
  std::string word(printed);
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

// The folded words that stand for one printed word: itself without "'s", the
// pieces of a hyphenated one, or the words of an acronym.
std::vector<std::string> WordsFor(std::string_view printed,
                                  const ReportId& report,
                                  const Lexicon& lexicon) {
  if (IsFigure(printed)) return {Without(printed, ",")};
  if (IsDotted(printed)) return {LowerCase(Without(printed, "."))};
  const bool plain = IsPlain(printed);
  std::string folded =
      plain ? LowerCase(printed) : WithoutPossessive(Fold(printed));
  if (IsCapital(printed) && printed.size() > 1 && lexicon.long_form) {
    const std::string bare(printed.substr(0, folded.size()));
    const std::string expanded = lexicon.long_form(bare, report);
    if (!expanded.empty()) return SplitWords(FoldWords(expanded));
  }
  if (plain) return {folded};
  return SplitWords(FoldWords(folded));
}
}  // namespace

std::vector<std::string> SplitWords(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

TextSpan CoreOf(std::string_view text, std::string* asked) {
  constexpr int kMaxLeadIns = 5;
  re2::StringPiece rest(text.data(), text.size());
  for (int i = 0; i < kMaxLeadIns; ++i) {
    if (!TakeOneLeadIn(&rest, asked)) break;
  }
  const auto begin = static_cast<std::uint32_t>(text.size() - rest.size());
  return WithoutClosing(text, {begin, static_cast<std::uint32_t>(text.size())});
}

std::vector<Token> ReadTokens(const Prepared& prepared, const ReportId& report,
                              const Lexicon& lexicon) {
  std::vector<Token> tokens;
  const std::string_view text = prepared.text;
  std::uint32_t last_end = prepared.core.begin;
  for (const TextSpan span : Words(text, prepared.core)) {
    const std::string_view printed = Slice(text, span);
    bool opens =
        tokens.empty() || EndsSegment(Slice(text, {last_end, span.begin}));
    const bool after_stop = opens;
    for (const std::string& word : WordsFor(printed, report, lexicon)) {
      Token token = MakeToken(word, span);
      token.opens_segment = opens;
      // The first word of a sentence is capital by position.
      const bool shouts = printed.size() > 1 &&
                          (IsCapital(printed.substr(1)) || IsDotted(printed));
      token.capital = IsCapital(printed) && (!after_stop || shouts);
      // "US" is no pronoun.
      if (lexicon.alone && shouts && IsCapital(printed)) token.stop = false;
      tokens.push_back(std::move(token));
      opens = false;
    }
    last_end = span.end;
  }
  return tokens;
}

}  // namespace concord::overlap
