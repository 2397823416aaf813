#pragma once
// The rule that weighs sentences, and what a sentence weighs.

#include "extraction/recommendations/parts.h"
#include "extraction/weighed/sentence_evidence.h"
#include "extraction/weighed/sentence_weights.h"

namespace concord::extraction {

// Sentences that no other rule knows and that much speaks for; runs last.
const std::vector<RecommendationRule>& WeighedRules();

// Takes out what begins or ends as an item that is taken already: a paper asks
// on its front sheet what it asks in its last section, led in otherwise. And
// what stands in the row of one: its other cells answer and tell.
void DropRepeated(const document::Document& document,
                  const std::vector<Recommendation>& taken,
                  std::vector<Recommendation>* items);

// All that speaks for and against the sentence.
SentenceWeight Weigh(const SentenceEvidence& evidence,
                     const SentencePlace& place);

}  // namespace concord::extraction
