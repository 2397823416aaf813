#pragma once
// The layout of the compiled thesaurus: tools/thesaurus writes it, the program
// carries it in its read-only data. Machine byte order, made at build time.

#include <cstdint>

namespace concord::overlap {

constexpr std::uint64_t kThesaurusMagic = 0x31736572'6f636e63;

// A packed concept: number << kStrengthBits | strength.
constexpr std::uint32_t kStrengthBits = 8;
constexpr std::uint32_t kFullStrength = 255;

// Then follow: keys[words], antonym keys [2 * antonyms], counts[words],
// begins[words + 1], concepts[concepts].
struct ThesaurusHead {
  std::uint64_t magic = 0;
  std::uint64_t words = 0;
  std::uint64_t concepts = 0;
  std::uint64_t antonyms = 0;
};

}  // namespace concord::overlap
