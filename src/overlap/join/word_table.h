#pragma once
// Numbers the 64-bit keys of words in the order they are first met.
//
// Why not std::unordered_map: the join looks up every word of an archive, and a
// node for each costs more than the join itself.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concord::overlap {

class WordTable {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  WordTable() : slots_(kSmallest) {}

  std::uint32_t Intern(std::uint64_t key) {
    if (2 * (keys_.size() + 1) > slots_.size()) Grow();
    Slot& slot = slots_[At(key)];
    if (slot.number == kNone) {
      slot = {key, static_cast<std::uint32_t>(keys_.size())};
      keys_.push_back(key);
    }
    return slot.number;
  }

  // kNone where the key was never met.
  std::uint32_t Find(std::uint64_t key) const { return slots_[At(key)].number; }

  std::size_t size() const { return keys_.size(); }
  std::uint64_t KeyOf(std::uint32_t number) const { return keys_[number]; }

 private:
  static constexpr std::size_t kSmallest = 64;  // a power of two
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = kNone;
  };

  // The slot that holds the key, else the empty one where it belongs.
  std::size_t At(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15ull >> 20) & mask;
    while (slots_[at].number != kNone && slots_[at].key != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void Grow() {
    slots_.assign(2 * slots_.size(), {});
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      slots_[At(keys_[i])] = {keys_[i], i};
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> keys_;  // by number
};

}  // namespace concord::overlap
