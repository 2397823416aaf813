#pragma once
// Prepared recommendations, made when they are first asked for and kept as long
// as there is room. Those of a small archive are all kept; of a large one,
// where few pairs are compared in full, most are never made.
//
// Safe from any thread. What is handed out stays valid as long as it is held.

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "overlap/prepared.h"

namespace concord::overlap {

class Shelf {
 public:
  static constexpr std::size_t kPlaces = 4'096;  // some 9 kB each

  using Made = std::shared_ptr<const Prepared>;

  // `make` prepares the recommendation of a number below `count`, always the
  // same; it is called from any thread.
  Shelf(std::size_t count, std::function<Prepared(std::size_t)> make);

  Made Get(std::size_t number);

 private:
  struct Place {
    std::mutex mutex;
    std::size_t number = 0;
    Made made;  // nullptr: empty
  };

  std::function<Prepared(std::size_t)> make_;
  std::vector<Place> places_;  // a number has one place, others may share it
};

}  // namespace concord::overlap
