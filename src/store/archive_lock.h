#pragma once
// The one writer of an archive.
//
// The lock is the kernel's, on the open file description, so it ends with the
// process however that dies and a stale file means nothing; it is not lost
// either when some other part of the program closes the same file, as a plain
// POSIX lock is. What stands in the file is only for the message of the
// refused:
//
//   pid 4711 on host alder since 2024-05-01T09:30:00Z
//
// Internal to the store.

#include <filesystem>
#include <string>

#include "concord/base/result.h"

namespace concord::store {

class ArchiveLock {
 public:
  // kConflict, at once, naming the holder; kUnavailable where the file cannot
  // be made.
  static Result<ArchiveLock> Take(const std::filesystem::path& file,
                                  const std::string& now);
  ~ArchiveLock();
  ArchiveLock(ArchiveLock&& other) noexcept;
  ArchiveLock& operator=(ArchiveLock&&) = delete;

  // The holder before this one died without letting go.
  bool after_crash() const { return after_crash_; }

 private:
  explicit ArchiveLock(int fd) : fd_(fd) {}

  int fd_;
  bool held_ = false;
  bool after_crash_ = false;
};

// "alder": this machine, for the lock and for runs.
std::string HostName();

}  // namespace concord::store
