#pragma once
// A point in time at which a search is stopped, whatever it is doing.

#include <chrono>
#include <cstdint>

namespace Xapian {
class Query;
}  // namespace Xapian

namespace concord::index {

class Deadline {
 public:
  explicit Deadline(std::uint32_t milliseconds)
      : at_(std::chrono::steady_clock::now() +
            std::chrono::milliseconds(milliseconds)) {}

  bool Passed() const { return std::chrono::steady_clock::now() >= at_; }
  // Throws DeadlinePassed.
  void Check() const;

 private:
  std::chrono::steady_clock::time_point at_;
};

// Matches every entry, weighs nothing, and throws DeadlinePassed through the
// matcher when it is asked for an entry too late. Put it beside the query with
// OP_FILTER.
Xapian::Query DeadlineFilter(const Deadline& deadline);

}  // namespace concord::index
