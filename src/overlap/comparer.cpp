// Puts the parts of a comparison together and names the relation.

#include <algorithm>
#include <cmath>
#include <set>

#include "overlap/all_pairs.h"
#include "overlap/parts.h"
#include "overlap/stemmer.h"
#include "overlap/vocabulary.h"

namespace concord::overlap {
namespace {

// Shares of telling words. From kCovers on both sides two texts ask the same;
// a shortened repetition with the same verb, of nobody else, from kRepeats. One
// that has kMostly of its words in the other asks for a part of it. Set by hand
// on the specimens' open pairs, where they put 9 of 10 restatements and 7 of 10
// partial ones right among those found.
constexpr double kCovers = 0.5;
constexpr double kRepeats = 0.4;
constexpr double kMostly = 0.7;
constexpr double kNearlyAll = 0.85;
// Below this many bits two texts only overlap: in an archive where everyone
// writes of the same few things, half the words may be shared by chance.
constexpr double kSameRequestBits = 3;

struct Evidence {
  Coverage coverage;
  ActionLevel action = ActionLevel::kNotRead;
  PartyLevel party = PartyLevel::kNotSaid;
  bool other_due = false;
};

bool SameWords(const Prepared& a, const Prepared& b) {
  return a.folded == b.folded && !a.folded.empty();
}

// From which share on the longer text counts as saying the same.
double CoversFrom(const Evidence& evidence) {
  const bool nobody_else = evidence.party == PartyLevel::kNotSaid ||
                           evidence.party == PartyLevel::kSame;
  const Coverage& coverage = evidence.coverage;
  const bool contained = std::max(coverage.of_a, coverage.of_b) >= kNearlyAll;
  return evidence.action == ActionLevel::kSame && nobody_else && contained
             ? kRepeats
             : kCovers;
}

// Which of the two asks for a part of what the other asks: by who is asked,
// else by whose words stand within the other's.
Relation AskedInPart(const Evidence& evidence) {
  const Coverage& coverage = evidence.coverage;
  const bool a_in_b = coverage.of_a >= kMostly;
  const bool b_in_a = coverage.of_b >= kMostly;
  if (evidence.party == PartyLevel::kAInClassB && a_in_b) {
    return Relation::kNarrower;
  }
  if (evidence.party == PartyLevel::kBInClassA && b_in_a) {
    return Relation::kWider;
  }
  const double least = std::min(coverage.of_a, coverage.of_b);
  const bool one_class = evidence.party == PartyLevel::kAInClassB ||
                         evidence.party == PartyLevel::kBInClassA;
  if (evidence.action == ActionLevel::kOther || one_class) {
    return Relation::kOverlaps;
  }
  if (least >= CoversFrom(evidence)) return Relation::kRestates;
  if (a_in_b == b_in_a) return Relation::kOverlaps;
  return a_in_b ? Relation::kNarrower : Relation::kWider;
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
  return weight < kSameRequestBits ? Relation::kOverlaps
                                   : AskedInPart(evidence);
}

store::StoredRecommendation FromText(std::string_view text) {
  store::StoredRecommendation recommendation;
  recommendation.item.text = std::string(text);
  return recommendation;
}

void CountHolders(const std::vector<store::StoredRecommendation>& archive,
                  Vocabulary* vocabulary) {
  Lexicon counting = vocabulary->MakeLexicon();
  for (const store::StoredRecommendation& one : archive) {
    std::set<std::string> stems;
    Prepared words;
    words.text = one.item.text;
    words.core = CoreOf(words.text, nullptr);
    for (const Token& token : ReadTokens(words, one.report, counting)) {
      if (!token.stop) stems.insert(token.stem);
    }
    for (const std::string& stem : stems) ++vocabulary->holders[stem];
  }
  vocabulary->total = archive.size();
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

Comparison ComparePrepared(const Prepared& a, const Prepared& b) {
  Evidence evidence;
  evidence.coverage = CoverageOf(a.terms, b.terms);
  const ActionPart action = CompareActions(a, b);
  const PartyPart party = CompareParties(a, b);
  const Part due = CompareDue(a, b);
  evidence.action = action.level;
  evidence.party = party.level;
  evidence.other_due = due.weight < 0;
  Comparison comparison;
  comparison.parts = {CompareWording(a, b, evidence.coverage),
                      action.part,
                      party.part,
                      due,
                      CompareWorks(a, b),
                      CompareNumbers(a, b)};
  for (const Part& part : comparison.parts) comparison.weight += part.weight;
  comparison.similarity = 1 / (1 + std::exp2(-comparison.weight));
  comparison.relation = RelationOf(a, b, comparison.weight, evidence);
  return comparison;
}

Comparer::Comparer() : vocabulary_(std::make_unique<Vocabulary>()) {}

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
  std::vector<Row> rows;
  rows.reserve(vocabulary_->prepared.size());
  for (std::size_t i = 0; i < vocabulary_->prepared.size(); ++i) {
    rows.push_back(
        {vocabulary_->prepared[i].terms, KeyOf(vocabulary_->reports[i].value)});
  }
  std::vector<Pair> pairs;
  for (const RowPair& pair : AllPairs(std::move(rows), threshold)) {
    pairs.push_back({pair.a, pair.b, pair.cosine});
  }
  return pairs;
}

}  // namespace concord::overlap
