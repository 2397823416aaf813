#pragma once
// What words mean, from WordNet: near meanings, opposites, and how common a
// word is in general English.
//
// Compiled from Debian's wordnet-base at build time and carried by the program;
// nothing is read at run time. Keys are KeyOf(Stem(word)). Safe from any
// thread.

#include <cstddef>
#include <cstdint>

namespace concord::overlap {

// The concepts of one word, sorted; packed as thesaurus_format.h says.
struct Senses {
  const std::uint32_t* begin = nullptr;
  const std::uint32_t* end = nullptr;

  bool empty() const { return begin == end; }
};

Senses SensesOf(std::uint64_t key);

// 0..1: 1 = two words for one thing ("car", "automobile"), about 0.6 = the one
// is a kind of the other; 0 = not related, or not known.
double Nearness(Senses a, Senses b);

// Open and shut, keep and lose.
bool AreAntonyms(std::uint64_t a, std::uint64_t b);

// The share of sentences of general prose that hold a word of this stem, from
// how often readers tagged it in SemCor; `unknown` for words never tagged.
double GeneralShare(std::uint64_t key, double unknown);

}  // namespace concord::overlap
