#pragma once
// A scope as people say it.

#include <string>

#include "concord/scope/scope.h"

namespace concord::scope {

// The titles of the sources; what they begin with alike is said once:
//   "Safe Streets: A First Look; A Second Look", "A, B and 4 more"
// The name of the scope where there is no source.
std::string TitleOf(const Scope& scope);

}  // namespace concord::scope
