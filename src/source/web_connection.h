#pragma once
// One request to one address, within limits.
//
// Names are resolved once, and the connection goes to the address that was
// looked at, so that no name can lead into the network the program runs in.
// Poco's sockets; its HTTP client is not used: it waits for a header without
// an end and takes chunks that were cut off for a whole body.

#include <chrono>
#include <string>

#include "source/byte_stream.h"
#include "source/cancellation.h"

namespace Poco {
class URI;
}

namespace concord::source {

struct WebLimits {
  std::uint64_t max_bytes = 0;  // of the body
  bool cut = false;  // a longer body is cut off there; else it is a fault
  std::chrono::seconds timeout{0};  // of everything
  bool allow_private = false;
};

// Asks for the page and gives the answer as it came: status line, header and
// body, still in chunks. Faults: "private_address", "unreachable", "timeout",
// "too_large", "truncated", "bad_answer"; kCancelled where it was.
[[nodiscard]] Read<std::string> AskServer(const Poco::URI& uri,
                                          const WebLimits& limits,
                                          Cancellation* cancellation);

}  // namespace concord::source
