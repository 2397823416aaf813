// One file, or standard input, as a capture.

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "concord/base/digest.h"
#include "concord/base/files.h"
#include "concord/source/source.h"
#include "source/paths.h"

namespace concord::source {
namespace {

tl::unexpected<Error> TooLarge(const std::string& name, std::uint64_t limit) {
  return Fail(ErrorCode::kLimitExceeded, name + ": larger than the limit of " +
                                             std::to_string(limit) + " bytes");
}

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

}  // namespace

Result<Capture> ReadCapture(const std::string& path,
                            const SourceOptions& options) {
  auto bytes = ReadFile(path, options.max_bytes);
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

Result<Capture> ReadStandardInput(const SourceOptions& options,
                                  std::string uri) {
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return Fail(ErrorCode::kUnavailable,
                  std::string("standard input: ") + std::strerror(errno));
    }
    if (got == 0) break;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > options.max_bytes) {
      return TooLarge("standard input", options.max_bytes);
    }
  }
  return MakeCapture("-", std::move(uri), std::move(bytes));
}

}  // namespace concord::source
