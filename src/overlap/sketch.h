#pragma once
// A vector of unit length in 64 bytes, from which an upper bound of the cosine
// of two vectors can be had in a few instructions.
//
// Words are dealt into 64 buckets, and of each bucket the length of its words
// is kept, rounded up. By Cauchy and Schwarz in each bucket, the cosine of two
// vectors is at most the sum of the products of their buckets' lengths. Two
// unrelated texts of 25 words rarely meet in more than a third of the buckets,
// which is enough to pass over 99 % of the candidates of a join.

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <array>
#include <cstdint>
#include <span>

namespace concord::overlap {

// A word of a scaled vector.
struct Entry {
  std::uint32_t word = 0;  // rank: 0 is the most frequent
  float value = 0;         // the vector's length is 1
};

struct alignas(16) Sketch {
  static constexpr std::size_t kBuckets = 64;
  static constexpr float kScale = 255;
  std::array<std::uint8_t, kBuckets> lengths{};
};

Sketch SketchOf(std::span<const Entry> entries);

// kScale * kScale times an upper bound of the cosine, up to float rounding in
// SketchOf. Called for every candidate of a join, hence in the header.
#if defined(__SSE2__)
// Sixteen buckets at a time: bytes widened to 16 bits, multiplied and added in
// pairs. (The compiler makes 64 single multiplications of the plain loop.)
inline std::uint32_t BoundOf(const Sketch& a, const Sketch& b) {
  const __m128i zero = _mm_setzero_si128();
  __m128i sum = zero;
  for (std::size_t i = 0; i < Sketch::kBuckets; i += sizeof(__m128i)) {
    const __m128i x =
        _mm_load_si128(reinterpret_cast<const __m128i*>(&a.lengths[i]));
    const __m128i y =
        _mm_load_si128(reinterpret_cast<const __m128i*>(&b.lengths[i]));
    const __m128i low =
        _mm_madd_epi16(_mm_unpacklo_epi8(x, zero), _mm_unpacklo_epi8(y, zero));
    const __m128i high =
        _mm_madd_epi16(_mm_unpackhi_epi8(x, zero), _mm_unpackhi_epi8(y, zero));
    sum = _mm_add_epi32(sum, _mm_add_epi32(low, high));
  }
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, _MM_SHUFFLE(1, 0, 3, 2)));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, _MM_SHUFFLE(2, 3, 0, 1)));
  return static_cast<std::uint32_t>(_mm_cvtsi128_si32(sum));
}

#else

inline std::uint32_t BoundOf(const Sketch& a, const Sketch& b) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < Sketch::kBuckets; ++i) {
    sum += std::uint32_t{a.lengths[i]} * b.lengths[i];
  }
  return sum;
}

#endif

}  // namespace concord::overlap
