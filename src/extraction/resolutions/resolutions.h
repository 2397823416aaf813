#pragma once
// The rules that find what minutes record as resolved.

#include <vector>

#include "extraction/reading.h"
#include "extraction/rules.h"

namespace concord::extraction {

using ResolutionRule = Rule<Resolution>;
const std::vector<ResolutionRule>& ResolutionRules();
// Those that tell a resolution without its word; ResolutionRules() has them.
const std::vector<ResolutionRule>& PlainResolutionRules();

}  // namespace concord::extraction
