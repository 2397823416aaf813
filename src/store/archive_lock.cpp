#include "store/archive_lock.h"

#include <Poco/Environment.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace concord::store {
namespace {

std::string ReadHolder(int fd) {
  char buffer[512];
  const ssize_t got = ::pread(fd, buffer, sizeof buffer, 0);
  std::string holder(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder;
}

// Whole-file write lock on the description (Linux); false if held elsewhere.
bool TryLock(int fd) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return ::fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

bool WriteHolder(int fd, const std::string& now) {
  const std::string holder =
      fmt::format("pid {} on host {} since {}\n", ::getpid(), HostName(), now);
  return ::ftruncate(fd, 0) == 0 &&
         ::pwrite(fd, holder.data(), holder.size(), 0) ==
             static_cast<ssize_t>(holder.size());
}

tl::unexpected<Error> Failed(const std::filesystem::path& file, int number) {
  const bool full = number == ENOSPC || number == EDQUOT;
  return Fail(full ? ErrorCode::kDiskFull : ErrorCode::kUnavailable,
              file.string() + ": " + std::strerror(number));
}

}  // namespace

Result<ArchiveLock> ArchiveLock::Take(const std::filesystem::path& file,
                                      const std::string& now) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) return Failed(file, errno);
  ArchiveLock lock(fd);
  lock.held_ = TryLock(fd);
  const int number = errno;
  const std::string before = ReadHolder(fd);
  if (!lock.held_ && number != EAGAIN && number != EACCES) {
    return Failed(file, number);
  }
  if (!lock.held_) {
    return Fail(ErrorCode::kConflict,
                fmt::format("the archive is being written by {}; wait until "
                            "it has finished",
                            before.empty() ? "another process" : before));
  }
  lock.after_crash_ = !before.empty();
  if (!WriteHolder(fd, now)) return Failed(file, errno);
  return lock;
}

ArchiveLock::ArchiveLock(ArchiveLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      held_(other.held_),
      after_crash_(other.after_crash_) {}

ArchiveLock::~ArchiveLock() {
  if (fd_ < 0) return;
  // An empty file says that the holder let go by itself.
  if (held_ && ::ftruncate(fd_, 0) != 0) held_ = false;
  ::close(fd_);
}

std::string HostName() { return Poco::Environment::nodeName(); }

}  // namespace concord::store
