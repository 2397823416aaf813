#pragma once
// The one place where Xapian's exceptions become Errors.

#include <chrono>
#include <exception>
#include <type_traits>

#include "concord/base/result.h"

namespace concord::index {

// Thrown through Xapian when a search has used up its time.
struct DeadlinePassed : std::exception {
  const char* what() const noexcept override { return "deadline passed"; }
};

// Thrown inside this module where a query cannot be built: carries its Error.
struct RefusedQuery : std::exception {
  explicit RefusedQuery(Error why) : error(std::move(why)) {}
  const char* what() const noexcept override { return error.message().c_str(); }
  Error error;
};

// The Error for the exception being handled; call only inside a catch block.
// kConflict: another writer. kNotFound: no index there. kUnavailable: changed
// under a reader, or no permission. kDiskFull. kLimitExceeded: DeadlinePassed.
// kCorrupt: everything that a damaged index makes Xapian throw.
Error CurrentError();

// Calls `work`, which returns a Result, and translates what it throws.
template <class Work>
std::invoke_result_t<Work> Translate(Work work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    return tl::unexpected<Error>(CurrentError());
  }
}

}  // namespace concord::index
