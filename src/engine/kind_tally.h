#pragma once
// What is recommended, what a paper asks its own committee to decide and what
// somebody says will be done are three things: wherever they are counted, they
// are counted apart, in the same words.

#include <array>
#include <cstdint>
#include <string>

#include "concord/extraction/extraction.h"

namespace concord::engine {

class KindTally {
 public:
  void Add(extraction::RecommendationKind kind) {
    ++counts_.at(static_cast<std::size_t>(kind));
  }
  // "2 recommendations, 1 decision sought"; "0 recommendations" for nothing.
  std::string InWords() const;

 private:
  std::array<std::uint64_t, 3> counts_{};
};

}  // namespace concord::engine
