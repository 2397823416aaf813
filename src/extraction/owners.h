#pragma once
// The rules that find bodies, posts, people and classes anywhere in a document.

#include <vector>

#include "extraction/reading.h"
#include "extraction/rules.h"

namespace concord::extraction {

using OwnerRule = Rule<OwnerMention>;
const std::vector<OwnerRule>& OwnerRules();

}  // namespace concord::extraction
