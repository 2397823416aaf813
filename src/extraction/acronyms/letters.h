#pragma once
// Do these words spell this short form, letter by letter?
//
// The idea: a definition is true when every letter of the short form is found,
// in order, at the beginnings of the long form's words, no word of weight is
// left over, and small words ("of", "and", "the") may be passed. A word may
// give further letters of its own at a cost, one word may be passed at a
// greater cost, and a short form of n letters affords only so much.
//
//   Spells("ILAU", Inspection Liaison and Analysis Unit)   cost 0
//   Spells("HMIC", Her Majesty's Chief Inspector of Constabulary)  cost 3
//   Spells("EODB", the Board)                              no
//
// Cost of a call: letters x words. Tests: acronym_letters_test.cpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

// Words of text[within] in order: letters and digits with an inner apostrophe;
// a hyphen or slash parts two words.
std::vector<TextSpan> SpellingWords(std::string_view text, TextSpan within);

// The letters that a printed short form stands for: "RR(A) Act" is R, R, A and
// the whole word "act"; "FLOs" is F, L, O. Empty where it is no short form:
// fewer than two capitals, or longer than people write.
std::vector<std::string> SpellingLetters(std::string_view short_form);

// What it costs to read `words` (all of them) as `letters`; nullopt where they
// do not spell it. 0 is a letter a word.
std::optional<int> SpellingCost(const std::vector<std::string>& letters,
                                std::string_view text,
                                const std::vector<TextSpan>& words);

// "of", "the", "and": words that a short form may pass over.
bool IsSmallWord(std::string_view folded);

// The highest cost a short form of so many letters affords.
int AffordableCost(std::size_t letters);

}  // namespace concord::extraction
