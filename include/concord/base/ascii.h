#pragma once
// Letters and digits of ASCII, whatever the locale: what marks, numbers and
// markup are made of. Words of people are read by unicode.h.

namespace concord {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLetter(char c) { return IsLower(c) || IsUpper(c); }

}  // namespace concord
