#include "concord/base/error.h"

#include <cstdio>
#include <cstdlib>

#include "concord/base/result.h"

namespace concord {

// One row a code: the printed name and the exit code, nowhere else.
namespace {
struct Row {
  ErrorCode code;
  std::string_view name;
  int exit_code;
};
constexpr Row kRows[] = {
    {ErrorCode::kInvalidArgument, "invalid_argument", 2},
    {ErrorCode::kNotFound, "not_found", 1},
    {ErrorCode::kAlreadyExists, "already_exists", 1},
    {ErrorCode::kUnsupported, "unsupported", 1},
    {ErrorCode::kCorrupt, "corrupt", 1},
    {ErrorCode::kLimitExceeded, "limit_exceeded", 1},
    {ErrorCode::kConflict, "conflict", 11},
    {ErrorCode::kUnavailable, "unavailable", 1},
    {ErrorCode::kDiskFull, "disk_full", 13},
    {ErrorCode::kNoArchive, "no_archive", 10},
    {ErrorCode::kIntegrity, "integrity", 12},
    {ErrorCode::kCancelled, "cancelled", 130},
    {ErrorCode::kInternal, "internal", 1},
};

const Row& RowOf(ErrorCode code) {
  for (const Row& row : kRows) {
    if (row.code == code) return row;
  }
  CHECK(false, "every error code has a row");
}
}  // namespace

std::string_view Name(ErrorCode code) { return RowOf(code).name; }

int ExitCode(ErrorCode code) { return RowOf(code).exit_code; }

void CheckFailed(const char* condition, const char* file, int line,
                 std::string_view why) {
  std::fprintf(stderr, "%s:%d: broken promise: %.*s (%s)\n", file, line,
               static_cast<int>(why.size()), why.data(), condition);
  std::abort();
}

}  // namespace concord
