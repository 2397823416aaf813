#include "engine/live_snapshot.h"

namespace concord::engine {
namespace {

using Clock = std::chrono::steady_clock;

// While an import commits all the time, reading takes at most a fifth of one
// processor.
constexpr int kRestAfterReading = 4;

}  // namespace

LiveSnapshot::LiveSnapshot(std::unique_ptr<store::Store> store,
                           std::filesystem::path archive,
                           std::chrono::milliseconds interval)
    : store_(std::move(store)),
      archive_(std::move(archive)),
      interval_(interval),
      thread_([this] { Watch(); }) {}

LiveSnapshot::~LiveSnapshot() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

Result<std::shared_ptr<Snapshot>> LiveSnapshot::Current(
    std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience,
                    [&] { return current_ != nullptr || error_.has_value(); });
  if (current_ != nullptr) return current_;
  if (error_) return tl::unexpected<Error>(*error_);
  return Fail(ErrorCode::kUnavailable,
              "the archive is still being read; try again in a moment");
}

Result<> LiveSnapshot::AwaitOverlaps(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return overlaps_ready_; });
  if (overlaps_ready_) return {};
  return Fail(ErrorCode::kUnavailable,
              "the recommendations are still being compared; try again in a "
              "moment");
}

void LiveSnapshot::Watch() {
  std::optional<std::int64_t> seen;
  while (true) {
    const Clock::time_point started = Clock::now();
    const Result<std::int64_t> number = store_->ChangeNumber();
    if (number && (!seen || *number != *seen)) {
      // Asked before reading: what is committed meanwhile is read next time.
      seen = *number;
      ReadAnew();
    }
    const auto rest = std::max<Clock::duration>(
        interval_, (Clock::now() - started) * kRestAfterReading);
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, rest, [&] { return stopping_; })) return;
  }
}

void LiveSnapshot::ReadAnew() {
  Result<std::unique_ptr<Snapshot>> read = Snapshot::Of(*store_, archive_);
  if (read) {
    if (Result<> all = (*read)->Need(kEverything); !all) {
      read = tl::unexpected<Error>(all.error());
    }
  }
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    error_.reset();
    if (!read) error_ = read.error();
    first = current_ == nullptr;
    if (read && first) current_ = std::move(*read);
  }
  changed_.notify_all();
  if (!first && !read) return;
  const std::shared_ptr<Snapshot> fresh =
      first ? current_ : std::shared_ptr<Snapshot>(std::move(*read));
  if (fresh == nullptr) return;
  // What cannot be computed, whoever asks for it is told.
  const bool compared = fresh->Need(kEverything | kLinks).has_value();
  if (compared) fresh->Comparer();
  static_cast<void>(fresh->Repeated());
  {
    const std::lock_guard lock(mutex_);
    current_ = fresh;
    overlaps_ready_ = overlaps_ready_ || compared;
  }
  changed_.notify_all();
  // The longest, and of few pages.
  if (!stopping_) static_cast<void>(fresh->Versions());
}

}  // namespace concord::engine
