#include "extraction/citations/own_numbers.h"

#include <charconv>

#include "concord/base/unicode.h"
#include "extraction/reading.h"

namespace concord::extraction {
namespace {

bool Asks(std::string_view text, TextSpan words) {
  static const Pattern kAsks(
      "\\b(?:should|must|recommend|propose|urge|ask|would|might|ought|(?:is|"
      "are) to|needs? to)\\b");
  return kAsks.Search(text, words).has_value();
}

}  // namespace

int LastOwnNumber(const Prose& prose) {
  // "(recommendation 8, to the Board)" is one of them.
  static const Pattern kNumber(
      "\\((?i:recommendation) ([0-9]{1,2})(?:,? (?:to|for) [^()]{3,60})?\\)");
  constexpr int kFewest = 3;
  int last = 0;
  int asking = 0;
  for (const Passage& passage : prose.passages) {
    for (const MatchSpans& match :
         kNumber.SearchAll(prose.text, passage.span)) {
      const std::string_view digits = Slice(prose.text, match[1]);
      int number = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
      if (number <= last) continue;
      if (number != last + 1) return 0;
      last = number;
      const TextSpan sentence =
          SentenceAt(prose.text, passage.span, match[0].begin);
      if (Asks(prose.text, {sentence.begin, match[0].begin})) ++asking;
    }
  }
  const bool most = 4 * asking >= 3 * last;
  return last >= kFewest && most ? last : 0;
}

}  // namespace concord::extraction
