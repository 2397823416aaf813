#include "extraction/weighed/sentence_weights.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

#include "sentence_weights_table.h"

namespace concord::extraction {
namespace {

using Weights = std::unordered_map<std::string_view, SentenceWeight>;

// The next field of a row, up to a tab or the row's end.
std::string_view TakeField(std::string_view* row) {
  const std::size_t end = row->find('\t');
  const std::string_view field = row->substr(0, end);
  row->remove_prefix(end == std::string_view::npos ? row->size() : end + 1);
  return field;
}

double TakeNumber(std::string_view* row) {
  const std::string_view field = TakeField(row);
  double number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

Weights ReadTable(std::string_view table) {
  Weights weights;
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view row = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    if (row.empty() || row.starts_with('#')) continue;
    const std::string_view fact = TakeField(&row);
    SentenceWeight weight;
    weight.asks = TakeNumber(&row);
    weight.decision = TakeNumber(&row);
    weight.commitment = TakeNumber(&row);
    weights.emplace(fact, weight);
  }
  return weights;
}

const Weights& Table() {
  static const Weights kWeights = ReadTable(kSentenceWeights);
  return kWeights;
}

}  // namespace

const SentenceWeight* FindWeight(std::string_view fact) {
  const auto found = Table().find(fact);
  return found == Table().end() ? nullptr : &found->second;
}

SentenceWeight WeightOf(std::string_view fact) {
  const SentenceWeight* weight = FindWeight(fact);
  return weight == nullptr ? SentenceWeight{} : *weight;
}

SentenceWeight StartingWeight() { return WeightOf("start"); }

double Probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

RecommendationKind KindOf(const SentenceWeight& sum) {
  if (sum.decision > 0 && sum.decision >= sum.commitment) {
    return RecommendationKind::kDecision;
  }
  return sum.commitment > 0 ? RecommendationKind::kCommitment
                            : RecommendationKind::kRecommendation;
}

}  // namespace concord::extraction
