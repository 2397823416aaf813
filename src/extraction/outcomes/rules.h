#pragma once
// The rules that find outcomes, and the one that reads tables.

#include <span>
#include <vector>

#include "concord/document/document.h"
#include "concord/extraction/outcomes.h"
#include "extraction/passages.h"

namespace concord::extraction {

std::span<const StageRule> OutcomeRules();

// Rows of plans that name whose recommendation they carry out.
std::vector<StatedOutcome> OutcomesOfPlans(const document::Document& document,
                                           const Extraction& extraction);

// Rows under "No. | Agreed? | Position", "Rec | Status".
std::vector<StatedOutcome> OutcomesOfTables(const document::Document& document,
                                            const Extraction& extraction);

}  // namespace concord::extraction
