#include "concord/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace concord {
namespace {

// Plain file descriptors: syncing a file and its folder has no equivalent in
// the standard library or in Poco.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> SystemError(const std::filesystem::path& path) {
  const int number = errno;
  ErrorCode code = ErrorCode::kUnavailable;
  if (number == ENOENT || number == ENOTDIR) code = ErrorCode::kNotFound;
  if (number == ENOSPC || number == EDQUOT) code = ErrorCode::kDiskFull;
  return Fail(code, path.string() + ": " + std::strerror(number));
}

Result<> WriteAll(int fd, std::string_view bytes,
                  const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return SystemError(path);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<> SyncFolder(const std::filesystem::path& folder) {
  Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) return SystemError(folder);
  return {};
}

// Errors name `path`, the file that was asked for: nobody has asked for the
// temporary.
Result<> WriteTemporary(const std::filesystem::path& temporary,
                        std::string_view bytes,
                        const std::filesystem::path& path) {
  Descriptor fd(::open(temporary.c_str(),
                       O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (fd.get() < 0) return SystemError(path);
  TRY_RETURN(WriteAll(fd.get(), bytes, path));
  if (::fsync(fd.get()) != 0) return SystemError(path);
  return {};
}

}  // namespace

Result<std::string> ReadFile(const std::filesystem::path& path,
                             std::uint64_t max_bytes) {
  // O_NONBLOCK: opening a pipe without a writer must not wait.
  Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (fd.get() < 0) return SystemError(path);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return SystemError(path);
  if (!S_ISREG(status.st_mode)) {
    return Fail(ErrorCode::kUnsupported, path.string() + ": not a file");
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  std::string bytes;
  bytes.reserve(size <= max_bytes ? size : 0);
  char buffer[1 << 16];
  while (size <= max_bytes && bytes.size() <= max_bytes) {
    const ssize_t got = ::read(fd.get(), buffer, sizeof buffer);
    if (got == 0) return bytes;
    if (got < 0) {
      if (errno == EINTR) continue;
      return SystemError(path);
    }
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
  return Fail(ErrorCode::kLimitExceeded,
              path.string() + ": larger than the limit of " +
                  std::to_string(max_bytes) + " bytes");
}

Result<> ReplaceFile(const std::filesystem::path& path,
                     std::string_view bytes) {
  const std::filesystem::path folder =
      path.has_parent_path() ? path.parent_path() : ".";
  const std::filesystem::path temporary =
      folder /
      (".new-" + std::to_string(::getpid()) + "-" + path.filename().string());
  if (Result<> written = WriteTemporary(temporary, bytes, path); !written) {
    ::unlink(temporary.c_str());
    return written;
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    auto error = SystemError(path);
    ::unlink(temporary.c_str());
    return error;
  }
  return SyncFolder(folder);
}

}  // namespace concord
