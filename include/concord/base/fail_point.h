#pragma once
// Places where a test may have the program die, as in a power cut.
//
//   FailPoint("store.rows-kept");
//
// With CONCORD_FAIL_POINT=store.rows-kept:3 in the environment the process
// ends with SIGKILL when it comes there for the third time. Without it a call
// costs one comparison. Safe from any thread.

#include <string_view>

namespace concord {

void FailPoint(std::string_view name);

}  // namespace concord
