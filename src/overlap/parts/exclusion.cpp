#include "overlap/parts/exclusion.h"

#include <re2/re2.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "concord/base/unicode.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();

// "not less than seven years": the length that is allowed.
struct Length {
  std::string unit;
  double least = 0;
  double most = kNoLimit;
  bool bound = false;  // said to be a least or a most
  TextSpan span;
};

bool IsUnit(const std::string& stem) {
  static const std::array<std::string, 5> kUnits = {
      Stem("year"), Stem("month"), Stem("week"), Stem("day"), Stem("hour")};
  for (const std::string& unit : kUnits) {
    if (unit == stem) return true;
  }
  return false;
}

double ValueOf(const Token& token) {
  const int word = NumberWord(token.word);
  if (word > 0) return word;
  const bool digits =
      !token.word.empty() && token.word.size() < 5 &&
      token.word.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::stod(token.word) : 0;
}

std::string WordsBefore(const std::vector<Token>& tokens, std::size_t i,
                        std::size_t count) {
  std::string words;
  for (std::size_t j = i > count ? i - count : 0; j < i; ++j) {
    words += " " + tokens[j].word;
  }
  return words;
}

bool EndsInOne(const std::string& words,
               std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (words.ends_with(ending)) return true;
  }
  return false;
}

std::vector<Length> LengthsIn(const Prepared& prepared) {
  const std::vector<Token>& tokens = prepared.tokens;
  std::vector<Length> lengths;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const double value = ValueOf(tokens[i]);
    if (value <= 0 || !IsUnit(tokens[i + 1].stem)) continue;
    Length length{.unit = tokens[i + 1].stem,
                  .span = {tokens[i].span.begin, tokens[i + 1].span.end}};
    const std::string before = WordsBefore(tokens, i, 3);
    if (EndsInOne(before, {" not less than", " no less than", " at least",
                           " not fewer than", " minimum of"})) {
      length.least = value;
      length.bound = true;
    } else if (EndsInOne(before, {" not more than", " no more than", " at most",
                                  " not longer than", " maximum of"})) {
      length.most = value;
      length.bound = true;
    } else if (before.ends_with(" for")) {
      length.least = length.most = value;
    } else {
      continue;
    }
    lengths.push_back(std::move(length));
  }
  return lengths;
}

bool Exclude(const Length& a, const Length& b) {
  if (a.unit != b.unit || (!a.bound && !b.bound)) return false;
  return a.most < b.least || b.most < a.least;
}

// Who alone is to do it, who is no longer to, and who else is named.
struct Agents {
  std::string only;
  std::string not_any_more;
  std::string named;
  TextSpan only_span;
  TextSpan not_any_more_span;
  TextSpan named_span;
};

// The head of "specially trained police staff": its last word.
std::string HeadOf(const re2::StringPiece& words) {
  std::string_view text(words.data(), words.size());
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const std::size_t space = text.rfind(' ');
  return Stem(
      Fold(space == std::string_view::npos ? text : text.substr(space + 1)));
}

Agents AgentsIn(const std::string& text) {
  static const RE2 kOnly(
      R"((?i)\bby ((?:[\w'’-]+ ){0,4}[\w'’-]+),? (?:and|or) (?:by )?no ?(?:one|body) else\b)");
  static const RE2 kOnlyBy(
      R"((?i)\b(?:only|solely|exclusively) by ((?:[\w'’-]+ ){0,4}?[\w'’-]+)(?:[,;.]|$))");
  static const RE2 kNotAnyMore(
      R"((?i)\bno longer by ((?:[\w'’-]+ ){0,4}?[\w'’-]+)(?:[,;.]| from | and |$))");
  static const RE2 kNamed(
      R"((?i)\b(?:be|is|are) [\w-]+ by ((?:[\w'’-]+ ){0,4}?[\w'’-]+)(?:[,;.]| from | and |$))");
  const auto read = [&](const RE2& pattern, std::string* head, TextSpan* span) {
    re2::StringPiece words;
    if (!head->empty() || !RE2::PartialMatch(text, pattern, &words)) return;
    *head = HeadOf(words);
    span->begin = static_cast<std::uint32_t>(words.data() - text.data());
    span->end = span->begin + static_cast<std::uint32_t>(words.size());
  };
  Agents agents;
  read(kOnly, &agents.only, &agents.only_span);
  read(kOnlyBy, &agents.only, &agents.only_span);
  read(kNotAnyMore, &agents.not_any_more, &agents.not_any_more_span);
  read(kNamed, &agents.named, &agents.named_span);
  return agents;
}

using Spans = std::optional<std::pair<TextSpan, TextSpan>>;

Spans OnlyExcludes(const Agents& a, const Agents& b) {
  if (a.only.empty() || b.named.empty() || a.only == b.named) return {};
  return std::pair(a.only_span, b.named_span);
}

Spans NoLongerExcludes(const Agents& a, const Agents& b) {
  if (a.not_any_more.empty() || a.not_any_more != b.named) return {};
  return std::pair(a.not_any_more_span, b.named_span);
}

// What `exclude` finds one way round or the other; both ways: what the two say
// of it themselves, so that exchanging a and b exchanges the spans.
template <class Exclude>
Spans EitherWay(Exclude exclude, const Agents& a, const Agents& b) {
  const Spans there = exclude(a, b);
  const Spans back = exclude(b, a);
  if (there && back) return std::pair(there->first, back->first);
  if (back) return std::pair(back->second, back->first);
  return there;
}

}  // namespace

std::optional<std::pair<TextSpan, TextSpan>> FindExclusion(const Prepared& a,
                                                           const Prepared& b) {
  const std::vector<Length> of_b = LengthsIn(b);
  for (const Length& x : LengthsIn(a)) {
    for (const Length& y : of_b) {
      if (Exclude(x, y)) return std::pair(x.span, y.span);
    }
  }
  const Agents in_a = AgentsIn(a.text);
  const Agents in_b = AgentsIn(b.text);
  if (const Spans found = EitherWay(OnlyExcludes, in_a, in_b)) return found;
  return EitherWay(NoLongerExcludes, in_a, in_b);
}

}  // namespace concord::overlap
