#pragma once
// Texts whose letters are those of Western Europe, and expressions for them.
//
// Why: `\p{L}` is six hundred ranges of letters, and `\p{L}{2,60}` sixty times
// as many; compiling some dozens of such expressions took a third of a second.
// On a text without any other letters those of Latin-1 say the same.

#include <string>
#include <string_view>

namespace concord::extraction {

// Whether the letters, figures and marks of `text` are all below U+0100.
// Beside them it may have the punctuation and symbols of any page, but none of
// µ, ß and ÿ, which are another case of letters beyond.
bool IsLatin(std::string_view text);

// An expression that matches in such a text what `expression` matches.
std::string ForLatin(std::string_view expression);

}  // namespace concord::extraction
