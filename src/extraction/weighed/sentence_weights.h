#pragma once
// How much each fact about a sentence weighs.
//
// Three sums of weights, each the logarithm of odds (natural): that the
// sentence asks or promises something at all, and, if it does, that it is a
// decision or a commitment and no recommendation. The table is
// sentence_weights.tsv, compiled into the program; tools/fit_sentences writes
// it from the open specimens, and docs/evaluation.md says what pages get that
// it has not seen.

#include <string_view>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct SentenceWeight {
  double asks = 0;
  double decision = 0;
  double commitment = 0;

  SentenceWeight& Add(const SentenceWeight& other, double times) {
    asks += other.asks * times;
    decision += other.decision * times;
    commitment += other.commitment * times;
    return *this;
  }
};

// The weights of a fact, always at the same address; null of one that says
// nothing.
const SentenceWeight* FindWeight(std::string_view fact);

// The same; all 0 of one that says nothing.
SentenceWeight WeightOf(std::string_view fact);

// What every sentence starts from.
SentenceWeight StartingWeight();

// 0 to 1 of a logarithm of odds.
double Probability(double log_odds);

RecommendationKind KindOf(const SentenceWeight& sum);

}  // namespace concord::extraction
