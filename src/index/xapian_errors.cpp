#include "index/xapian_errors.h"

#include <xapian.h>

#include <string>
#include <string_view>

namespace concord::index {
namespace {

constexpr std::string_view kRebuild =
    "; the index holds nothing of its own: delete its folder and it is made "
    "again from the record";

bool Mentions(const Xapian::Error& error, std::string_view words) {
  const char* system = error.get_error_string();
  return error.get_msg().find(words) != std::string::npos ||
         (system != nullptr &&
          std::string_view(system).find(words) != std::string_view::npos);
}

Error Corrupt(const std::string& detail) {
  return {ErrorCode::kCorrupt, "the search index cannot be read (" + detail +
                                   ")" + std::string(kRebuild)};
}

Error DatabaseFailure(const Xapian::DatabaseError& error) {
  if (Mentions(error, "No space left") || Mentions(error, "Disk quota")) {
    return {ErrorCode::kDiskFull,
            "no space is left for the search index; free some and run again"};
  }
  if (Mentions(error, "Read-only file system") ||
      Mentions(error, "Permission denied")) {
    return {ErrorCode::kUnavailable,
            "the folder of the search index cannot be written"};
  }
  return Corrupt(error.get_description());
}

}  // namespace

Error CurrentError() {
  try {
    throw;
  } catch (const RefusedQuery& refused) {
    return refused.error;
  } catch (const DeadlinePassed&) {
    return {ErrorCode::kLimitExceeded,
            "the search took too long and was stopped; use fewer or rarer "
            "words, or a narrower filter"};
  } catch (const Xapian::DatabaseNotFoundError&) {
    return {ErrorCode::kNotFound, "there is no search index"};
  } catch (const Xapian::DatabaseLockError& error) {
    if (Mentions(error, "Read-only") || Mentions(error, "Permission")) {
      return DatabaseFailure(error);
    }
    return {ErrorCode::kConflict,
            "another process is writing the search index; run again when it "
            "has ended"};
  } catch (const Xapian::DatabaseModifiedError&) {
    return {ErrorCode::kUnavailable,
            "the search index changes faster than it can be read; try again"};
  } catch (const Xapian::DatabaseError& error) {
    return DatabaseFailure(error);
  } catch (const Xapian::RuntimeError& error) {
    return Corrupt(error.get_description());
  } catch (const Xapian::Error& error) {
    return {ErrorCode::kInternal, error.get_description()};
  } catch (const std::bad_alloc&) {
    return {ErrorCode::kLimitExceeded,
            "not enough memory for the search index; what is in the record is "
            "brought into it by the next import or search"};
  } catch (const std::exception& error) {
    return Corrupt(error.what());  // lengths read from damaged blocks
  }
}

}  // namespace concord::index
