#pragma once
// Many digests in little memory: 32 bytes each, so a million take 32 MB.
//
//   DigestSet known;
//   known.Add(Sha256Hex("a"));
//   known.Seal();
//   known.Contains(Sha256Hex("a"));  // true
//
// Filled by one thread; after Seal() any number of threads may ask.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace concord::store {

class DigestSet {
 public:
  // `digest` is 64 hex digits; anything else is no digest and not added.
  void Add(std::string_view digest);
  // Sorts; call once, after the last Add and before the first Contains.
  void Seal();
  bool Contains(std::string_view digest) const;
  std::size_t size() const { return digests_.size(); }

 private:
  std::vector<std::array<std::uint8_t, 32>> digests_;
};

}  // namespace concord::store
