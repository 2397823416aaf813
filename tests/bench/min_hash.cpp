#include "tests/bench/min_hash.h"

#include <algorithm>
#include <array>
#include <random>

namespace concord::overlap {
namespace {

constexpr std::size_t kBands = 32;
constexpr std::size_t kRows = 4;

std::uint64_t Mix(std::uint64_t value) {
  value ^= value >> 31;
  value *= 0x7FB5D329728EA185ull;
  value ^= value >> 27;
  value *= 0x81DADEF4BC2DD44Dull;
  return value ^ value >> 33;
}

// One band's key of every row, with the row.
using Band = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

Band MakeBand(const std::vector<Row>& rows,
              const std::array<std::uint64_t, kRows>& seeds) {
  Band band;
  band.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::uint64_t key = 0;
    for (const std::uint64_t seed : seeds) {
      std::uint64_t least = UINT64_MAX;
      for (const Term& term : rows[i].terms) {
        least = std::min(least, Mix(term.key ^ seed));
      }
      key = Mix(key ^ least);
    }
    band.emplace_back(key, static_cast<std::uint32_t>(i));
  }
  std::sort(band.begin(), band.end());
  return band;
}

}  // namespace

std::vector<RowPair> MinHashPairs(const std::vector<Row>& rows,
                                  double threshold) {
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> candidates;  // smaller row above, larger below
  for (std::size_t i = 0; i < kBands; ++i) {
    std::array<std::uint64_t, kRows> seeds{};
    for (std::uint64_t& seed : seeds) seed = random();
    const Band band = MakeBand(rows, seeds);
    for (auto begin = band.begin(); begin != band.end();) {
      auto end = begin;
      while (end != band.end() && end->first == begin->first) ++end;
      for (auto a = begin; a != end; ++a) {
        for (auto b = a + 1; b != end; ++b) {
          candidates.push_back(std::uint64_t{a->second} << 32 | b->second);
        }
      }
      begin = end;
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()),
                   candidates.end());
  std::vector<RowPair> pairs;
  for (const std::uint64_t both : candidates) {
    const auto a = static_cast<std::size_t>(both >> 32);
    const auto b = static_cast<std::size_t>(both & 0xFFFFFFFF);
    if (rows[a].group == rows[b].group) continue;
    const double cosine = CosineOf(rows[a].terms, rows[b].terms);
    if (cosine >= threshold) pairs.push_back({a, b, cosine});
  }
  return pairs;
}

}  // namespace concord::overlap
