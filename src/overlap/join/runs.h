#pragma once
// Runs of values, added one after the other and never moved. A vector of a
// hundred million values holds them twice while it grows, and half as many
// again afterwards.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace concord::overlap {

template <class T>
class Runs {
 public:
  // For so many runs.
  void Reserve(std::size_t count) { runs_.reserve(count); }

  void Add(std::span<const T> values) {
    if (values.size() > left_) {
      left_ = std::max(values.size(), kBlock);
      blocks_.push_back(std::make_unique<T[]>(left_));
      next_ = blocks_.back().get();
    }
    std::copy(values.begin(), values.end(), next_);
    runs_.push_back({next_, static_cast<std::uint32_t>(values.size())});
    next_ += values.size();
    left_ -= values.size();
  }

  std::size_t size() const { return runs_.size(); }
  // Valid as long as the runs are.
  std::span<const T> operator[](std::size_t i) const {
    return {runs_[i].begin, runs_[i].size};
  }

 private:
  static constexpr std::size_t kBlock = 1 << 16;
  struct Run {
    const T* begin = nullptr;
    std::uint32_t size = 0;
  };

  std::vector<std::unique_ptr<T[]>> blocks_;
  T* next_ = nullptr;     // in the last block
  std::size_t left_ = 0;  // there
  std::vector<Run> runs_;
};

}  // namespace concord::overlap
