#pragma once
// Named rules: how extraction says what it looks for.
//
// Why: a reader must be able to see which rule found an item, what that rule
// accepts and what it refuses, and add the next one without touching the rest.
// A rule is a value: a name, a confidence, examples, and a function. Rules of
// one subject stand together in one file as a list; the tests run every example
// of every rule, so an example is never only a comment.
//
//   {"resolution.sentence", 0.95,
//    {{DocumentKind::kMinutes, "Resolved – That it be noted.",
//      "Resolved – That it be noted."},
//     {DocumentKind::kMinutes, "It was agreed that it be noted.", ""}},
//    &FindResolvedSentences}
//
// Patterns are RE2 expressions compiled when a text has what they need: linear
// time, no look-ahead, `\w` and `\b` are ASCII, so letters are written \p{L}.
// Safe from any thread.

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/extraction/extraction.h"
#include "extraction/needed_letters.h"

namespace re2 {
class RE2;
}

namespace concord::extraction {

struct Reading;

// The parts of a text a pattern matched: [0] the whole, [1].. the groups. A
// group that took no part in the match is empty.
using MatchSpans = std::vector<TextSpan>;

class Pattern {
 public:
  // kPassing: made of words of a page and gone with it. The places of what a
  // lasting one needs are remembered while a page is read.
  enum class Use { kLasting, kPassing };

  // `expression` is the program's own: one that does not compile is a bug.
  explicit Pattern(std::string_view expression, Use use = Use::kLasting);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  // The first match in text[within]; spans count in `text`. ^ and $ are the
  // ends of `within`.
  std::optional<MatchSpans> Search(std::string_view text,
                                   TextSpan within) const;
  std::optional<MatchSpans> Search(std::string_view text) const;

  // All matches that do not overlap, in order.
  std::vector<MatchSpans> SearchAll(std::string_view text,
                                    TextSpan within) const;

  bool Matches(std::string_view text) const;

 private:
  // The program to try on `part`; null where the letters that it needs are not
  // there (see grams.h).
  const re2::RE2* ToTry(std::string_view part) const;

  // For a text of Latin letters alone (see latin.h), or for any.
  const re2::RE2& Compiled(bool latin) const;

  std::string expression_;
  NeededLetters needed_;
  std::size_t number_;  // of the lasting ones
  struct Program {
    std::once_flag once;
    std::unique_ptr<const re2::RE2> compiled;
    std::atomic<const re2::RE2*> ready = nullptr;  // `compiled`, at last
  };
  mutable Program any_;
  mutable Program latin_;
};

// One case of a rule: a page in plain text and what the rule finds in it, an
// item a line; "" = nothing. Invented sentences only.
struct Example {
  DocumentKind kind = DocumentKind::kReport;
  std::string_view page;
  std::string_view yields;
};

template <class Found>
struct Rule {
  std::string_view name;
  double confidence = 0;
  std::vector<Example> examples;
  std::vector<Found> (*find)(const Reading& reading) = nullptr;
};

inline TextSpan WholeOf(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

}  // namespace concord::extraction
