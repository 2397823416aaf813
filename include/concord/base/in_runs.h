#pragma once
// Work on many items by several threads: runs of items are handed out to
// whichever thread is free. What comes out must not depend on who did which.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace concord {

// How many threads `count` items in runs of `run` are worth; at least 1.
// `wanted` 0: as many as there are processors.
inline std::size_t ThreadsFor(std::size_t count, std::size_t run,
                              unsigned wanted) {
  const std::size_t processors = std::thread::hardware_concurrency();
  const std::size_t runs = (count + run - 1) / run;
  return std::max<std::size_t>(
      std::min(runs, wanted == 0 ? processors : wanted), 1);
}

// Calls work(thread, begin, end) for every run of [0, count), at the same time
// with thread = 0 .. threads - 1; returns when all is done.
template <class Work>
void InRuns(std::size_t count, std::size_t run, std::size_t threads,
            const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto take = [&](std::size_t thread) {
    for (std::size_t begin = next.fetch_add(run); begin < count;
         begin = next.fetch_add(run)) {
      work(thread, begin, std::min(begin + run, count));
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(take, i);
  take(0);
}

}  // namespace concord
