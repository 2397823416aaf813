// Puts the parts of a comparison together and names the relation.

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "overlap/all_pairs.h"
#include "overlap/copies.h"
#include "overlap/parts.h"
#include "overlap/stemmer.h"
#include "overlap/vocabulary.h"

namespace concord::overlap {
namespace {

// Shares of telling words, set by hand on the specimens' open pairs. From
// kCovers on both sides two texts ask the same, unless the one goes so far
// beyond the other (kFarBeyond) that somebody who is named was asked for more.
// A short repetition, which names nobody, has nearly all its words in the other
// (kRepeated) and enough of the other's (kRepeats). One that has kMostly of its
// words in the other, and clearly more than the other has in it, asks for a
// part of it.
constexpr double kCovers = 0.5;
constexpr double kFarBeyond = 0.35;
constexpr double kRepeated = 0.8;
constexpr double kRepeats = 0.35;
constexpr double kMostly = 0.66;
constexpr double kClearly = 0.2;

struct Evidence {
  Coverage coverage;
  ActionLevel action = ActionLevel::kNotRead;
  PartyLevel party = PartyLevel::kNotSaid;
  bool other_due = false;
};

bool SameWords(const Prepared& a, const Prepared& b) {
  return a.folded == b.folded && !a.folded.empty();
}

// By who is asked: one of a class, in words that the class is asked in.
std::optional<Relation> AskedOfOne(const Evidence& evidence) {
  const Coverage& coverage = evidence.coverage;
  const bool a_is_one = evidence.party == PartyLevel::kAInClassB;
  const bool b_is_one = evidence.party == PartyLevel::kBInClassA;
  if (!a_is_one && !b_is_one) return std::nullopt;
  if (a_is_one && coverage.of_a >= kMostly) return Relation::kNarrower;
  if (b_is_one && coverage.of_b >= kMostly) return Relation::kWider;
  return Relation::kOverlaps;
}

// Which of the two asks for a part of what the other asks: by who is asked,
// else by whose words stand within the other's.
Relation AskedInPart(const Evidence& evidence) {
  if (const auto relation = AskedOfOne(evidence)) return *relation;
  if (evidence.action == ActionLevel::kOther) return Relation::kOverlaps;
  const Coverage& coverage = evidence.coverage;
  const double larger = std::max(coverage.of_a, coverage.of_b);
  const double smaller = std::min(coverage.of_a, coverage.of_b);
  const bool nobody_named = evidence.party == PartyLevel::kNotSaid;
  if (nobody_named && larger >= kRepeated && smaller >= kRepeats) {
    return Relation::kRestates;
  }
  const bool far_beyond = larger - smaller >= kFarBeyond;
  if (smaller >= kCovers && !far_beyond) return Relation::kRestates;
  if (larger < kMostly || larger - smaller < kClearly) {
    return Relation::kOverlaps;
  }
  return coverage.of_a > coverage.of_b ? Relation::kNarrower : Relation::kWider;
}

Relation RelationOf(const Prepared& a, const Prepared& b, double weight,
                    const Evidence& evidence) {
  if (evidence.action == ActionLevel::kRoutine || weight < 0) {
    return Relation::kDistinct;
  }
  if (evidence.party == PartyLevel::kOther) return Relation::kDistinct;
  if (evidence.action == ActionLevel::kOpposite) return Relation::kContradicts;
  if (SameWords(a, b)) {
    return evidence.other_due ? Relation::kRestates : Relation::kIdentical;
  }
  return AskedInPart(evidence);
}

store::StoredRecommendation FromText(std::string_view text) {
  store::StoredRecommendation recommendation;
  recommendation.item.text = std::string(text);
  recommendation.item.due = extraction::FindDueInText(text, std::nullopt);
  return recommendation;
}

// A text that stands in the archive many times over makes its words no more
// common: each distinct text counts once.
void CountHolders(const std::vector<store::StoredRecommendation>& archive,
                  Vocabulary* vocabulary) {
  Lexicon counting = vocabulary->MakeLexicon();
  std::set<std::uint64_t> counted;
  for (const store::StoredRecommendation& one : archive) {
    std::set<std::string> stems;
    Prepared words;
    words.text = one.item.text;
    words.core = CoreOf(words.text, nullptr);
    const std::string folded = FoldWords(Slice(words.text, words.core));
    if (!counted.insert(KeyOf(folded)).second) continue;
    for (const Token& token : ReadTokens(words, one.report, counting)) {
      if (!token.stop) stems.insert(token.stem);
    }
    for (const std::string& stem : stems) ++vocabulary->holders[stem];
  }
  vocabulary->total = counted.size();
}

}  // namespace

std::string_view Name(Relation relation) {
  switch (relation) {
    case Relation::kIdentical:
      return "identical";
    case Relation::kRestates:
      return "restates";
    case Relation::kNarrower:
      return "narrower";
    case Relation::kWider:
      return "wider";
    case Relation::kOverlaps:
      return "overlaps";
    case Relation::kContradicts:
      return "contradicts";
    case Relation::kDistinct:
      return "distinct";
  }
  return "distinct";
}

Relation Reverse(Relation relation) {
  if (relation == Relation::kNarrower) return Relation::kWider;
  if (relation == Relation::kWider) return Relation::kNarrower;
  return relation;
}

double SimilarityOf(double weight) {
  return 1 / (1 + std::exp2(-weight / kBitsPerHalving));
}

Comparison ComparePrepared(const Prepared& a, const Prepared& b) {
  Evidence evidence;
  evidence.coverage = CoverageOf(a, b);
  const ActionPart action = CompareActions(a, b);
  const PartyPart party = CompareParties(a, b);
  const Part due = CompareDue(a, b);
  evidence.action = action.level;
  evidence.party = party.level;
  evidence.other_due = due.level == "another date";
  Comparison comparison;
  comparison.parts = {CompareWording(a, b, evidence.coverage),
                      CompareMeaning(a, b, evidence.coverage),
                      action.part,
                      party.part,
                      due,
                      CompareWorks(a, b),
                      CompareNumbers(a, b),
                      CompareNames(a, b),
                      CompareSections(a, b)};
  for (const Part& part : comparison.parts) comparison.weight += part.weight;
  comparison.similarity = SimilarityOf(comparison.weight);
  comparison.relation = RelationOf(a, b, comparison.weight, evidence);
  return comparison;
}

Comparer::Comparer() : vocabulary_(std::make_unique<Vocabulary>()) {
  vocabulary_->alone = true;
}

Comparer::Comparer(const std::vector<store::StoredRecommendation>& archive,
                   const std::vector<crossref::AcronymEntry>& acronyms)
    : vocabulary_(std::make_unique<Vocabulary>()) {
  vocabulary_->acronyms = acronyms;
  for (std::size_t i = 0; i < acronyms.size(); ++i) {
    if (acronyms[i].long_form.empty()) continue;
    vocabulary_->by_short_form[acronyms[i].short_form].push_back(i);
  }
  CountHolders(archive, vocabulary_.get());
  const Lexicon lexicon = vocabulary_->MakeLexicon();
  for (const store::StoredRecommendation& one : archive) {
    vocabulary_->index.emplace(one.id, vocabulary_->prepared.size());
    vocabulary_->prepared.push_back(Prepare(one, lexicon));
    vocabulary_->reports.push_back(one.report);
    vocabulary_->fingerprints.push_back(Fingerprint(one));
  }
}

Comparer::~Comparer() = default;

Comparison Comparer::Compare(const store::StoredRecommendation& a,
                             const store::StoredRecommendation& b) const {
  const Lexicon lexicon = vocabulary_->MakeLexicon();
  const auto ready = [&](const store::StoredRecommendation& one,
                         Prepared* own) -> const Prepared& {
    const auto found = vocabulary_->index.find(one.id);
    if (found != vocabulary_->index.end() &&
        vocabulary_->fingerprints[found->second] == Fingerprint(one)) {
      return vocabulary_->prepared[found->second];
    }
    *own = Prepare(one, lexicon);
    return *own;
  };
  Prepared own_a;
  Prepared own_b;
  return ComparePrepared(ready(a, &own_a), ready(b, &own_b));
}

Comparison Comparer::CompareTexts(std::string_view a,
                                  std::string_view b) const {
  const Lexicon lexicon = vocabulary_->MakeLexicon();
  return ComparePrepared(Prepare(FromText(a), lexicon),
                         Prepare(FromText(b), lexicon));
}

std::vector<Comparer::Pair> Comparer::Candidates(double threshold) const {
  const Copies copies = FindCopies(vocabulary_->prepared, vocabulary_->reports);
  std::vector<Row> rows;
  std::vector<std::size_t> at;  // of each row
  for (std::size_t i = 0; i < vocabulary_->prepared.size(); ++i) {
    if (!copies.joins[i]) continue;
    rows.push_back(
        {vocabulary_->prepared[i].terms, KeyOf(vocabulary_->reports[i].value)});
    at.push_back(i);
  }
  std::vector<Pair> pairs;
  for (const RowPair& pair : AllPairs(std::move(rows), threshold)) {
    pairs.push_back({at[pair.a], at[pair.b], pair.cosine});
  }
  for (const auto& [a, b] : copies.pairs) pairs.push_back({a, b, 1.0});
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  return pairs;
}

}  // namespace concord::overlap
