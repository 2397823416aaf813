// One file, or standard input, as a capture.

#include "source/read.h"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>
#include <tuple>

#include "concord/base/digest.h"
#include "concord/base/files.h"
#include "concord/source/source.h"
#include "source/paths.h"

namespace concord::source {
namespace {

// A file that is being written is read again, a few times.
constexpr int kMostChanges = 3;
constexpr std::chrono::milliseconds kSettling{50};

Result<Capture> MakeCapture(std::string path, std::string uri,
                            std::string bytes) {
  if (bytes.empty()) {
    return Fail(ErrorCode::kUnsupported, path + ": the file is empty");
  }
  Capture capture;
  capture.digest = Sha256Hex(bytes);
  capture.media_type = SniffMediaType(bytes, path);
  capture.path = std::move(path);
  capture.uri = std::move(uri);
  capture.bytes = std::move(bytes);
  return capture;
}

// What tells one state of a file from the next.
using Version = std::tuple<ino_t, off_t, std::int64_t, std::int64_t>;

std::optional<Version> VersionOf(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return Version(status.st_ino, status.st_size, status.st_mtim.tv_sec,
                 status.st_mtim.tv_nsec);
}

}  // namespace

Result<std::string> ReadUnchanged(
    const std::string& path, const std::function<Result<std::string>()>& read) {
  for (int attempt = 0;; ++attempt) {
    const std::optional<Version> before = VersionOf(path);
    Result<std::string> bytes = read();
    if (!bytes || VersionOf(path) == before) return bytes;
    if (attempt == kMostChanges) {
      return Fail(ErrorCode::kUnavailable,
                  path +
                      ": it changed while it was read; import it again when "
                      "nobody writes it");
    }
    std::this_thread::sleep_for(kSettling);
  }
}

Result<Capture> ReadCapture(const std::string& path,
                            const SourceOptions& options) {
  Result<std::string> bytes =
      ReadUnchanged(path, [&] { return ReadFile(path, options.max_bytes); });
  if (!bytes) {
    // The message holds the name as bytes; people get the readable form.
    return Fail(bytes.error().code(), DisplayPath(bytes.error().message()));
  }
  TRY_ASSIGN(Capture capture,
             MakeCapture(DisplayPath(path), FileUri(path), std::move(*bytes)));
  std::error_code failed;
  const auto written = std::filesystem::last_write_time(path, failed);
  if (!failed) {
    capture.captured_at = std::chrono::floor<std::chrono::seconds>(
        std::chrono::file_clock::to_sys(written));
  }
  return capture;
}

Result<Capture> ReadRest(Read<std::string> head, std::string uri,
                         const SourceOptions& options) {
  if (!head) {
    return Fail(ErrorCode::kUnavailable,
                "standard input: " + head.error().error.message());
  }
  DescriptorStream stream(STDIN_FILENO);
  constexpr std::size_t kChunk = 1 << 16;
  std::string bytes = std::move(*head);
  while (bytes.size() <= options.max_bytes) {
    const auto more = ReadUpTo(stream, kChunk);
    if (!more) {
      return Fail(ErrorCode::kUnavailable,
                  "standard input: " + more.error().error.message());
    }
    bytes += *more;
    if (more->size() < kChunk) {
      return MakeCapture("-", std::move(uri), std::move(bytes));
    }
  }
  return tl::unexpected(TooLarge(options.max_bytes).error.In("standard input"));
}

Result<Capture> ReadStandardInput(const SourceOptions& options,
                                  std::string uri) {
  return ReadRest(std::string(), std::move(uri), options);
}

}  // namespace concord::source
