#pragma once
// The rule that weighs sentences, and what a sentence weighs.

#include "extraction/recommendations/parts.h"
#include "extraction/weighed/sentence_evidence.h"
#include "extraction/weighed/sentence_weights.h"

namespace concord::extraction {

// Sentences that no other rule knows and that much speaks for; runs last.
const std::vector<RecommendationRule>& WeighedRules();

// All that speaks for and against the sentence.
SentenceWeight Weigh(const SentenceEvidence& evidence,
                     const SentencePlace& place);

}  // namespace concord::extraction
