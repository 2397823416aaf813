#pragma once
// The rules that find references within a work, for the tests that run their
// examples.

#include <vector>

#include "extraction/passages.h"

namespace concord::extraction {

const std::vector<StageRule>& ReferenceRules();

}  // namespace concord::extraction
