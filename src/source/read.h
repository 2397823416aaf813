#pragma once
// A file that nobody is writing, and what is left of standard input.

#include <functional>

#include "concord/source/source.h"
#include "source/byte_stream.h"

namespace concord::source {

// What `read` gives for a file that was the same before and after. A file that
// changed is read again, a few times; one that goes on changing is
// kUnavailable.
[[nodiscard]] Result<std::string> ReadUnchanged(
    const std::string& path, const std::function<Result<std::string>()>& read);

// `head` is what was already read of it.
[[nodiscard]] Result<Capture> ReadRest(Read<std::string> head, std::string uri,
                                       const SourceOptions& options);

}  // namespace concord::source
