#pragma once
// Where each run of three letters stands in the text that is being read.
//
// Why: some seven hundred expressions are tried on every line of a page, and
// nearly all of them on lines without the words they need. The words that each
// needs are looked up here once for a page (needed_letters.h), and remembered:
// most expressions then cost a look at their number, and are not even compiled
// until a page has their words.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
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

  // Adds where `letters` begin in the text, whatever their case. They are small
  // ASCII letters, kLength or more. Stops after about `most` places.
  void AddPlacesOf(std::string_view letters, std::size_t most,
                   std::vector<std::uint32_t>* places) const;

  std::string_view text() const { return text_; }

  // Whether `part` is a piece of the text itself and not of a copy, and then
  // where it begins.
  bool Holds(std::string_view part) const;
  std::uint32_t OffsetOf(std::string_view part) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> first_;   // of each key, into places_
  std::vector<std::uint32_t> places_;  // rising within a key
};

class NeededLetters;
class NeededPlaces;

// What is remembered of a text while it lives, for the thread that made it: the
// patterns tried on parts of `text` look here first, and sentences are divided
// once. Nothing is done where `text` is in use already. A text with one of the
// two letters above is not looked up.
class GramsInUse {
 public:
  explicit GramsInUse(std::string_view text);
  ~GramsInUse();
  GramsInUse(const GramsInUse&) = delete;
  GramsInUse& operator=(const GramsInUse&) = delete;

  // The one whose text `part` is a part of; null where none is in use.
  static GramsInUse* For(std::string_view part);

  const Grams& grams() const { return *grams_; }
  bool is_latin() const { return is_latin_; }  // see latin.h

  // What the expression with this number needs, remembered by the number.
  const NeededPlaces& PlacesOf(std::size_t number, const NeededLetters& needed);

  // The sentences of a part of the text, remembered as long as they are few for
  // its length: rules that ask for all before each of many places are not.
  std::vector<TextSpan> SentencesIn(TextSpan within);

 private:
  std::optional<Grams> grams_;  // of a text that is looked up
  std::vector<std::unique_ptr<const NeededPlaces>> places_;  // by number
  std::unordered_map<std::uint64_t, std::vector<TextSpan>> sentences_;
  std::size_t remembered_ = 0;  // sentences
  bool is_latin_ = false;
  GramsInUse* outer_;
};

}  // namespace concord::extraction
