#include "source/cancellation.h"

#include <sys/socket.h>

namespace concord::source {

Watchdog::Watchdog(int descriptor, Cancellation::Time end,
                   Cancellation* cancellation)
    : cancellation_(cancellation), thread_([this, descriptor, end] {
        std::unique_lock lock(cancellation_->mutex_);
        cancellation_->changed_.wait_until(
            lock, end, [&] { return over_ || cancellation_->cancelled_; });
        if (over_) return;
        bitten_ = true;
        ::shutdown(descriptor, SHUT_RDWR);
      }) {}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(cancellation_->mutex_);
    over_ = true;
  }
  cancellation_->changed_.notify_all();
  thread_.join();
}

bool Watchdog::has_bitten() const {
  const std::lock_guard lock(cancellation_->mutex_);
  return bitten_;
}

}  // namespace concord::source
