#include "store/originals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <limits>
#include <set>
#include <system_error>
#include <vector>

#include "concord/base/digest.h"
#include "concord/base/files.h"

namespace concord::store {
namespace {

namespace fs = std::filesystem;

// What ReplaceFile of the base module calls its temporaries.
constexpr std::string_view kTemporaryPrefix = ".new-";

bool IsDigest(std::string_view text) {
  return text.size() == 64 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

tl::unexpected<Error> FolderError(const fs::path& folder, int number) {
  const bool full = number == ENOSPC || number == EDQUOT;
  return Fail(full ? ErrorCode::kDiskFull : ErrorCode::kUnavailable,
              folder.string() + ": " + std::strerror(number));
}

Result<> SyncPath(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return FolderError(path, errno);
  const int result = ::fsync(fd);
  const int number = errno;
  ::close(fd);
  if (result != 0) return FolderError(path, number);
  return {};
}

Result<> SyncFolder(const fs::path& folder) {
  return SyncPath(folder, O_RDONLY | O_DIRECTORY);
}

Result<> SyncFile(const fs::path& file) { return SyncPath(file, O_RDONLY); }

// Without a sync: see KeepStaged.
Result<> WriteFile(const fs::path& file, std::string_view bytes) {
  const int fd =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return FolderError(file, errno);
  int number = 0;
  while (!bytes.empty() && number == 0) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      number = errno;
    }
  }
  ::close(fd);
  if (number != 0) return FolderError(file, number);
  return {};
}

}  // namespace

Result<> MakeFolder(const fs::path& folder) {
  std::vector<fs::path> missing;
  std::error_code error;
  for (fs::path at = fs::absolute(folder).lexically_normal();
       !fs::exists(at, error) && at.has_relative_path();
       at = at.parent_path()) {
    missing.push_back(at);
  }
  for (auto at = missing.rbegin(); at != missing.rend(); ++at) {
    fs::create_directory(*at, error);
    if (error) return FolderError(*at, error.value());
    TRY_RETURN(SyncFolder(at->parent_path()));
  }
  if (!fs::is_directory(folder, error)) {
    return Fail(ErrorCode::kInvalidArgument,
                folder.string() + ": not a folder");
  }
  return {};
}

Originals::Originals(fs::path folder) : folder_(std::move(folder)) {}

fs::path Originals::PathOf(std::string_view digest) const {
  return folder_ / digest.substr(0, 2) / digest.substr(2);
}

Result<bool> Originals::IsHeld(const std::string& digest) const {
  auto held = Read(digest);
  if (held) return true;
  const ErrorCode why = held.error().code();
  if (why == ErrorCode::kNotFound || why == ErrorCode::kCorrupt) return false;
  return tl::unexpected<Error>(std::move(held.error()));
}

Result<> Originals::Keep(const std::string& digest, std::string_view bytes) {
  TRY_ASSIGN(const bool held, IsHeld(digest));
  if (held) return {};
  const fs::path path = PathOf(digest);
  TRY_RETURN(MakeFolder(path.parent_path()));
  return ReplaceFile(path, bytes);
}

Result<> Originals::Stage(const std::string& digest, std::string_view bytes) {
  if (staged_.count(digest) != 0) return {};
  TRY_ASSIGN(const bool held, IsHeld(digest));
  if (held) return {};
  Staged staged;
  staged.path = PathOf(digest);
  staged.temporary = staged.path.parent_path() /
                     (std::string(kTemporaryPrefix) +
                      std::to_string(::getpid()) + "-" + digest.substr(2));
  TRY_RETURN(MakeFolder(staged.path.parent_path()));
  if (auto written = WriteFile(staged.temporary, bytes); !written) {
    ::unlink(staged.temporary.c_str());
    return written;
  }
  staged_.emplace(digest, std::move(staged));
  return {};
}

Result<> Originals::KeepStaged() {
  std::set<fs::path> folders;
  for (const auto& [digest, staged] : staged_) {
    TRY_RETURN(SyncFile(staged.temporary));
  }
  for (const auto& [digest, staged] : staged_) {
    if (::rename(staged.temporary.c_str(), staged.path.c_str()) != 0) {
      return FolderError(staged.path, errno);
    }
    folders.insert(staged.path.parent_path());
  }
  for (const fs::path& folder : folders) TRY_RETURN(SyncFolder(folder));
  staged_.clear();
  return {};
}

void Originals::DropStaged() {
  for (const auto& [digest, staged] : staged_) {
    ::unlink(staged.temporary.c_str());
  }
  staged_.clear();
}

Result<std::string> Originals::Read(std::string_view digest) const {
  if (!IsDigest(digest)) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is not a SHA-256 digest", digest));
  }
  TRY_ASSIGN(
      std::string bytes,
      ReadFile(PathOf(digest), std::numeric_limits<std::uint64_t>::max()));
  if (Sha256Hex(bytes) != digest) {
    return Fail(ErrorCode::kCorrupt,
                fmt::format("the original {} has changed on disk; import the "
                            "same file again or restore it from a backup",
                            PathOf(digest).string()));
  }
  return bytes;
}

Result<> Originals::Stat(std::string_view digest, std::uint64_t bytes) const {
  if (!IsDigest(digest)) {
    return Fail(ErrorCode::kCorrupt,
                fmt::format("'{}' is not a SHA-256 digest", digest));
  }
  std::error_code error;
  const auto size = fs::file_size(PathOf(digest), error);
  if (error) {
    return Fail(ErrorCode::kNotFound, fmt::format("the original {} is missing",
                                                  PathOf(digest).string()));
  }
  if (size != bytes) {
    return Fail(ErrorCode::kCorrupt,
                fmt::format("the original {} has {} bytes, not {}",
                            PathOf(digest).string(), size, bytes));
  }
  return {};
}

void Originals::Sweep() const {
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder_, error), end;
       !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.rfind(kTemporaryPrefix, 0) != 0) continue;
    std::error_code ignored;
    fs::remove(at->path(), ignored);
  }
  // A folder that the killed writer made but did not sync; what stops this
  // will stop the next Keep, and be said there.
  if (auto synced = SyncFolder(folder_); !synced) return;
}

}  // namespace concord::store
