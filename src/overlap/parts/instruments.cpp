#include "overlap/parts/instruments.h"

#include <algorithm>
#include <set>

#include "concord/base/text_span.h"

namespace concord::overlap {
namespace {

using WordSet = std::set<std::string_view>;

constexpr std::size_t kMostWords = 30;

bool IsHead(const Token& token) {
  static const WordSet kHeads = {"convention", "conventions", "covenant",
                                 "covenants",  "protocol",    "protocols",
                                 "statute",    "treaty",      "charter"};
  return token.capital && kHeads.count(token.word) > 0;
}

// What one does with an instrument and with little else.
bool IsDoneToInstruments(const Token& token) {
  static const WordSet kVerbs = {"ratify",  "ratifying", "ratification",
                                 "accede",  "acceding",  "accession",
                                 "ratified"};
  return kVerbs.count(token.word) > 0;
}

// Small words inside a name.
bool Joins(const Token& token) {
  static const WordSet kWords = {"on",   "the",  "of",    "for", "against",
                                 "to",   "from", "and",   "or",  "in",
                                 "with", "all",  "their", "by",  "at"};
  return kWords.count(token.word) > 0;
}

// "second" of "Second" and "2nd"; else nothing.
std::string_view OrdinalOf(const Token& token) {
  if (token.word == "second" || token.word == "2nd") return "second";
  if (token.word == "third" || token.word == "3rd") return "third";
  return token.word == "fourth" || token.word == "4th" ? "fourth" : "";
}

bool IsOrdinal(const Token& token) { return !OrdinalOf(token).empty(); }

// Words that stand in the names of many.
bool IsUsual(const Token& token) {
  static const WordSet kWords = {
      "international", "optional", "united", "nations", "un",
      "european",      "council",  "europe", "form",    "forms"};
  return token.stop || IsHead(token) || Joins(token) || IsOrdinal(token) ||
         kWords.count(token.word) > 0;
}

bool StandsInName(const Token& token) {
  return token.capital || IsOrdinal(token);
}

// "..., and the Covenant": another name begins.
bool BeginsAnother(const std::vector<Token>& tokens, std::size_t i) {
  if (tokens[i].opens_segment) return true;
  if (tokens[i].word != "and" || i + 1 >= tokens.size()) return false;
  const std::string& next = tokens[i + 1].word;
  return next == "the" || next == "its" || !tokens[i + 1].capital;
}

std::size_t EndOfName(const std::vector<Token>& tokens, std::size_t head) {
  std::size_t end = head + 1;
  const std::size_t last = std::min(tokens.size(), head + kMostWords);
  for (std::size_t i = head + 1; i < last; ++i) {
    if (BeginsAnother(tokens, i)) break;
    if (StandsInName(tokens[i])) {
      end = i + 1;
    } else if (!Joins(tokens[i])) {
      break;
    }
  }
  return end;
}

Instrument MakeInstrument(const Prepared& prepared, std::size_t begin,
                          std::size_t end) {
  Instrument one;
  const std::vector<Token>& tokens = prepared.tokens;
  one.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = tokens[i];
    one.initials.push_back(token.word[0]);
    one.protocol |= token.word.starts_with("protocol") || token.word == "op";
    if (IsOrdinal(token)) one.ordinal = OrdinalOf(token);
    if (!IsUsual(token)) one.stems.push_back(token.stem);
  }
  std::sort(one.stems.begin(), one.stems.end());
  one.stems.erase(std::unique(one.stems.begin(), one.stems.end()),
                  one.stems.end());
  return one;
}

// "CRPD", "OP-CAT": three capitals at least.
std::string ShortForm(std::string_view printed) {
  constexpr std::size_t kShortest = 3;
  std::string letters;
  for (const char c : printed) {
    if (c == '-') continue;
    if (c < 'A' || c > 'Z') return {};
    letters.push_back(static_cast<char>(c - 'A' + 'a'));
  }
  return letters.size() >= kShortest ? letters : std::string();
}

void AddShortForm(const Prepared& prepared, std::size_t i,
                  std::vector<Instrument>* found) {
  const TextSpan span = prepared.tokens[i].span;
  const bool piece = i > 0 && prepared.tokens[i - 1].span == span;
  const std::string letters = ShortForm(Slice(prepared.text, span));
  if (piece || letters.empty()) return;
  Instrument one;
  one.span = span;
  one.short_form = letters;
  one.protocol = letters.starts_with("op");
  found->push_back(one);
}

bool IsAmong(const std::string& letters, const std::string& initials) {
  if (initials.empty() || letters[0] != initials[0]) return false;
  std::size_t at = 0;
  for (const char c : initials) {
    if (at < letters.size() && letters[at] == c) ++at;
  }
  return at == letters.size();
}

}  // namespace

std::vector<Instrument> ReadInstruments(const Prepared& prepared) {
  const std::vector<Token>& tokens = prepared.tokens;
  std::vector<Instrument> found;
  bool certain = std::any_of(tokens.begin(), tokens.end(), IsDoneToInstruments);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!IsHead(tokens[i])) {
      AddShortForm(prepared, i, &found);
      continue;
    }
    certain = true;
    std::size_t begin = i;
    while (begin > 0 && StandsInName(tokens[begin - 1]) &&
           !tokens[begin].opens_segment) {
      --begin;
    }
    const std::size_t end = EndOfName(tokens, i);
    Instrument one = MakeInstrument(prepared, begin, end);
    if (!one.stems.empty()) found.push_back(std::move(one));
    i = end - 1;
  }
  if (!certain) found.clear();
  return found;
}

bool CanBeOne(const Instrument& a, const Instrument& b) {
  if (!a.short_form.empty() && !b.short_form.empty()) {
    return a.short_form == b.short_form;
  }
  if (!a.short_form.empty()) return IsAmong(a.short_form, b.initials);
  if (!b.short_form.empty()) return IsAmong(b.short_form, a.initials);
  if (a.protocol != b.protocol || a.ordinal != b.ordinal) return false;
  constexpr double kMost = 0.7;
  std::vector<std::string> both;
  std::set_intersection(a.stems.begin(), a.stems.end(), b.stems.begin(),
                        b.stems.end(), std::back_inserter(both));
  const std::size_t shorter = std::min(a.stems.size(), b.stems.size());
  return static_cast<double>(both.size()) >=
         kMost * static_cast<double>(shorter);
}

}  // namespace concord::overlap
