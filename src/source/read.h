#pragma once
// What is left of standard input, as a capture.

#include "concord/source/source.h"
#include "source/byte_stream.h"

namespace concord::source {

// `head` is what was already read of it.
[[nodiscard]] Result<Capture> ReadRest(Read<std::string> head, std::string uri,
                                       const SourceOptions& options);

}  // namespace concord::source
