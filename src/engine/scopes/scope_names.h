#pragma once
// Names that people give a scope and whoever answers it.

#include <string>

#include "engine/snapshot.h"

namespace concord::engine {

// kInvalidArgument for what could be no address of a page: "a/b", "..".
[[nodiscard]] Result<> CheckScopeName(const std::string& name);

// kNotFound where no body, post or presenter of the archive is called so; the
// message has the nearest names.
[[nodiscard]] Result<> CheckAnsweringBody(const std::string& name,
                                          const Snapshot& snapshot);

}  // namespace concord::engine
