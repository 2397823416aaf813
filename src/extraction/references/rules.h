#pragma once
// The rules that find references within a work, for the tests that run their
// examples.

#include <span>

#include "extraction/passages.h"

namespace concord::extraction {

std::span<const StageRule> ReferenceRules();

}  // namespace concord::extraction
