#include "store/originals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <limits>
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

Result<> SyncFolder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return FolderError(folder, errno);
  const int result = ::fsync(fd);
  const int number = errno;
  ::close(fd);
  if (result != 0) return FolderError(folder, number);
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

Result<> Originals::Keep(const std::string& digest, std::string_view bytes) {
  auto held = Read(digest);
  if (held) return {};
  const ErrorCode why = held.error().code();
  if (why != ErrorCode::kNotFound && why != ErrorCode::kCorrupt) {
    return tl::unexpected<Error>(std::move(held.error()));
  }
  const fs::path path = PathOf(digest);
  TRY_RETURN(MakeFolder(path.parent_path()));
  return ReplaceFile(path, bytes);
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
