#pragma once
// The rules that find what minutes record as resolved.

#include <vector>

#include "extraction/reading.h"
#include "extraction/rules.h"

namespace concord::extraction {

using ResolutionRule = Rule<Resolution>;
const std::vector<ResolutionRule>& ResolutionRules();

}  // namespace concord::extraction
