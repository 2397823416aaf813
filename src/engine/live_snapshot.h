#pragma once
// What is read of the record, kept in step with it, for many readers at once.
//
// Why: a command reads the record once and ends; a browser's face answers for
// weeks, from several threads, while imports run. So one thread of its own
// watches the record, reads a new Snapshot when somebody has committed, and
// puts it in the place of the old one when it is whole. Readers never wait for
// that: they go on with the snapshot they have.
//
// The first snapshot is given out before its overlaps are compared; every later
// one with them. Safe from any thread.

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "concord/store/store.h"
#include "engine/snapshot.h"

namespace concord::engine {

class LiveSnapshot {
 public:
  // `store` is used by the watching thread alone.
  LiveSnapshot(std::unique_ptr<store::Store> store,
               std::filesystem::path archive,
               std::chrono::milliseconds interval);
  ~LiveSnapshot();
  LiveSnapshot(const LiveSnapshot&) = delete;
  LiveSnapshot& operator=(const LiveSnapshot&) = delete;

  // kUnavailable where there is none yet after `patience`, or the error that
  // reading ended with.
  [[nodiscard]] Result<std::shared_ptr<Snapshot>> Current(
      std::chrono::milliseconds patience);
  // kUnavailable where the overlaps are not compared yet after `patience`.
  [[nodiscard]] Result<> AwaitOverlaps(std::chrono::milliseconds patience);

 private:
  void Watch();
  void ReadAnew();

  std::unique_ptr<store::Store> store_;
  std::filesystem::path archive_;
  std::chrono::milliseconds interval_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<Snapshot> current_;
  std::optional<Error> error_;  // of the last reading
  bool overlaps_ready_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace concord::engine
