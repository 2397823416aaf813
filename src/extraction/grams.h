#pragma once
// Where each run of three letters stands in the text that is being read.
//
// Why: some seven hundred expressions are tried on every line of a page, and
// nearly all of them on lines without the words they need. Looking those words
// up here costs a hundredth of trying the expression. A look-up may say that
// letters stand where they do not (they are kept by a hash), never the
// opposite, so that what is found does not depend on it.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

// The only letters beyond ASCII that are ASCII ones where case does not count.
inline constexpr std::string_view kLongS = "\xC5\xBF";       // an s
inline constexpr std::string_view kKelvin = "\xE2\x84\xAA";  // a k

class Grams {
 public:
  // The bytes a gram has.
  static constexpr std::size_t kLength = 3;

  // Refers to `text`, which must outlive it. Four bytes of memory for each byte
  // of the text.
  explicit Grams(std::string_view text);

  // The key of the gram that begins at letters[0]; A is a.
  static std::uint16_t KeyOf(const char* letters);

  // Whether the gram may stand in text[within], whole.
  bool MayStand(std::uint16_t key, TextSpan within) const;

  // Whether `part` is a piece of the text itself and not of a copy, and then
  // where it begins.
  bool Holds(std::string_view part) const;
  std::uint32_t OffsetOf(std::string_view part) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> first_;   // of each key, into places_
  std::vector<std::uint32_t> places_;  // rising within a key
};

// While it lives, the patterns that this thread tries on parts of `text` look
// here first. Ones within one another: the innermost counts. A text with one of
// the two letters above is not looked up.
class GramsInUse {
 public:
  explicit GramsInUse(std::string_view text);
  ~GramsInUse();
  GramsInUse(const GramsInUse&) = delete;
  GramsInUse& operator=(const GramsInUse&) = delete;

  // Of the text that `part` is a part of; null where none is in use.
  static const Grams* For(std::string_view part);

 private:
  Grams grams_;
  const Grams* outer_;
};

}  // namespace concord::extraction
