#pragma once
// What is to be imported, named in a file or on standard input.

#include <string>
#include <vector>

#include "concord/base/result.h"

namespace concord::cli {

// Names from `file` ("-" = standard input), one a line, or with `null` each
// ended by a NUL byte, as `find -print0` writes them. Empty ones are left out.
[[nodiscard]] Result<std::vector<std::string>> ReadNames(
    const std::string& file, bool null);

}  // namespace concord::cli
