#pragma once
// The few things every module asks of Unicode, on ICU, in UTF-8.
//
// Total functions: invalid UTF-8 never reaches here except IsValidUtf8 (the
// document module repairs text first). Safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord {

bool IsValidUtf8(std::string_view bytes);

// For comparing, never for showing: full case folding, NFKC, every kind of
// quote, hyphen and dash to ' and -, runs of white space to one space, ends
// trimmed.  "Winning –  ‘Consent’" -> "winning - 'consent'"
std::string Fold(std::string_view text);

// Fold, then only letters and digits, words separated by one space.
// "Policing London: Winning Consent" -> "policing london winning consent"
std::string FoldWords(std::string_view text);

// Runs of white space (U+00A0 too) to one space, ends trimmed; case kept.
std::string CollapseSpace(std::string_view text);

// Sentences of text[within], as spans without surrounding white space. ICU's
// breaks, joined again after titles ("Mr."), abbreviations ("para.", "e.g."),
// initials, month abbreviations and list numbers at the start; a ';' or ':'
// does not end a sentence.
std::vector<TextSpan> Sentences(std::string_view text, TextSpan within);

// Words (letters, digits, inner apostrophes and hyphens) of text[within].
std::vector<TextSpan> Words(std::string_view text, TextSpan within);

// Number of code points, for columns and limits that people see.
std::size_t CodePointCount(std::string_view text);

// At most `max_bytes` bytes of `text`, cut at a code-point boundary and, where
// something was cut, ending in "…".
std::string Ellipsis(std::string_view text, std::size_t max_bytes);

// The English number a word says ("thirty-eight" -> 38, "twenty" -> 20,
// "1,200" -> 1200, "38" -> 38); -1 where it says none. Up to 9,999 in words.
int NumberWord(std::string_view words);

// "IV" -> 4, "II" -> 2; 0 where it is no roman numeral up to 39.
int RomanNumeral(std::string_view word);

// Whether `name` is the English name of a country or territory, with or without
// its form of state ("Norway", "the Kingdom of Norway", "Viet Nam").
bool IsStateName(std::string_view name);

}  // namespace concord
