#pragma once
// Tells a thread that waits, for time or for the network, that it need not.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace concord::source {

class Cancellation {
 public:
  using Time = std::chrono::steady_clock::time_point;

  void Cancel() {
    {
      const std::lock_guard lock(mutex_);
      cancelled_ = true;
    }
    changed_.notify_all();
  }

  bool cancelled() const {
    const std::lock_guard lock(mutex_);
    return cancelled_;
  }

  // False where it was cancelled before `time`.
  bool WaitUntil(Time time) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_until(lock, time, [&] { return cancelled_; });
  }

 private:
  friend class Watchdog;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool cancelled_ = false;
};

// While it lives: shuts the connection `descriptor` down at `end`, or when all
// is cancelled. What is reading from it then comes to its end at once, however
// slowly the other side sends. `descriptor` stays open for longer.
class Watchdog {
 public:
  Watchdog(int descriptor, Cancellation::Time end, Cancellation* cancellation);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  bool has_bitten() const;

 private:
  Cancellation* cancellation_;
  bool over_ = false;  // both guarded by the mutex of `cancellation_`
  bool bitten_ = false;
  std::thread thread_;
};

}  // namespace concord::source
