#pragma once
// The order in which the words of an entry stand, kept as one value of it.
//
// Xapian can keep a list of places for each word of each entry. For entries as
// short as a paragraph those lists were a third of what writing an index cost
// and two thirds of its size, and reading them is a look-up for each word and
// entry. Here every word is four bytes, one after the other; a phrase or NEAR
// is looked for in the entries that hold all of its words.
//
// A word is known by a number made of its term, prefix and all. Two terms can
// have one number: a chance of one in four thousand millions for each word that
// follows the beginning of a phrase in an entry that has all its words. Pure;
// safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concord::index {

using WordNumber = std::uint32_t;
WordNumber NumberOf(std::string_view term);

// Numbers of terms any of which may stand in one place, ascending.
using WordNumbers = std::vector<WordNumber>;
WordNumbers NumbersOf(const std::vector<std::string>& terms);

class WordOrderWriter {
 public:
  // Each text begins with it: no phrase and no NEAR reaches from one text into
  // the next.
  void BeginText();
  void AddWord(std::string_view term);
  // A hyphenated word read as one, which begins at word `first` of the text.
  void AddJoined(std::string_view term, std::uint32_t first);

  // The value; "" where there are no words.
  std::string Packed() const;

 private:
  struct Joined {
    std::uint32_t place = 0;
    WordNumber number = 0;
  };

  std::vector<WordNumber> words_;
  std::vector<Joined> joined_;
  std::uint32_t text_ = 0;  // where the text that is being added begins
};

// A packed order, read. Lives no longer than the string it was made of.
class WordOrder {
 public:
  explicit WordOrder(std::string_view packed);

  // Where any of `wanted` stands, ascending; hyphenated words read as one
  // included.
  std::vector<std::uint32_t> PlacesOf(const WordNumbers& wanted) const;

  // Whether words stand one after the other, each any of a few.
  bool HasInARow(const std::vector<WordNumbers>& row) const;

 private:
  std::size_t size() const { return words_.size() / sizeof(WordNumber); }
  WordNumber At(std::size_t place) const;

  std::string_view joined_;
  std::string_view words_;
};

}  // namespace concord::index
