// Puts the parts of a comparison together and names the relation.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "overlap/copies.h"
#include "overlap/join/all_pairs.h"
#include "overlap/parts/parts.h"
#include "overlap/stemmer.h"
#include "overlap/vocabulary.h"
#include "overlap/weights.h"

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
  bool quoted = false;         // the one is the other, quoted with its number
  bool refused = false;        // the one turns the other down
  bool other_numbers = false;  // each says some, and not the same
  bool two_subjects = false;   // each is of its own report's subject
};

bool SameWords(const Prepared& a, const Prepared& b) {
  return a.folded == b.folded && !a.folded.empty();
}

// Whether one of the two is bound to the other so.
bool IsBound(const Prepared& a, const Prepared& b, Bond bond) {
  const auto binds = [&](const Prepared& one, const Prepared& other) {
    const auto found = one.states.find(other.is);
    return found != one.states.end() && found->second.bond == bond;
  };
  return binds(a, b) || binds(b, a);
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

// What a body promises of somebody's recommendation is a part of it, unless
// its words say as much.
Relation AskedBetween(const Prepared& a, const Prepared& b,
                      const Evidence& evidence) {
  using Kind = extraction::RecommendationKind;
  const Relation relation = AskedInPart(evidence);
  // Forty and sixty are not the same, nor are victims and missing people.
  const bool of_another = evidence.other_numbers || evidence.two_subjects;
  if (relation == Relation::kRestates && of_another) {
    return Relation::kOverlaps;
  }
  if (relation != Relation::kOverlaps) return relation;
  if (a.kind == Kind::kCommitment && b.kind == Kind::kRecommendation) {
    return Relation::kNarrower;
  }
  if (b.kind == Kind::kCommitment && a.kind == Kind::kRecommendation) {
    return Relation::kWider;
  }
  return relation;
}

void WeighAlone(std::vector<Part>* parts) {
  for (Part& part : *parts) {
    if (part.name == "wording" || part.name == "meaning") continue;
    part.weight = LevelBitsAlone(part.name, part.level);
  }
}

Relation RelationOf(const Prepared& a, const Prepared& b, double weight,
                    const Evidence& evidence) {
  if (evidence.action == ActionLevel::kRoutine || weight < 0) {
    return Relation::kDistinct;
  }
  if (evidence.refused) return Relation::kContradicts;
  if (evidence.party == PartyLevel::kOther ||
      evidence.party == PartyLevel::kOtherPost) {
    return Relation::kDistinct;
  }
  if (evidence.action == ActionLevel::kOpposite) return Relation::kContradicts;
  if (SameWords(a, b)) return Relation::kIdentical;
  if (evidence.quoted) return Relation::kRestates;
  return AskedBetween(a, b, evidence);
}

// Pairs of different reports of which one names the other, or that both name
// one recommendation; of one that very many name, only those it is named by.
std::vector<std::pair<std::size_t, std::size_t>> StatedPairs(
    const Vocabulary& vocabulary) {
  constexpr std::size_t kMany = 40;
  std::map<RecommendationId, std::vector<std::size_t>> who_name;
  for (std::size_t i = 0; i < vocabulary.surroundings.size(); ++i) {
    for (const Statement& state : vocabulary.surroundings[i].states) {
      std::vector<std::size_t>& who = who_name[state.to];
      if (who.empty() || who.back() != i) who.push_back(i);
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  const auto add = [&](std::size_t a, std::size_t b) {
    if (vocabulary.outlines[a].report == vocabulary.outlines[b].report) return;
    pairs.emplace_back(std::min(a, b), std::max(a, b));
  };
  for (const auto& [to, who] : who_name) {
    const auto named = vocabulary.Find(to);
    for (std::size_t i = 0; i < who.size(); ++i) {
      if (named) add(who[i], *named);
      for (std::size_t j = 0; j < i && who.size() <= kMany; ++j) {
        add(who[j], who[i]);
      }
    }
  }
  return pairs;
}

// The largest cosine of each recommendation with one of each other report.
class Nearest {
 public:
  Nearest(const Outlines& outlines, const std::vector<Comparer::Pair>& pairs)
      : outlines_(outlines) {
    best_.reserve(2 * pairs.size());
    for (const Comparer::Pair& pair : pairs) {
      best_.push_back({KeyFor(pair.a, pair.b), pair.cosine});
      best_.push_back({KeyFor(pair.b, pair.a), pair.cosine});
    }
    std::sort(best_.begin(), best_.end(), [](const Best& x, const Best& y) {
      return x.key != y.key ? x.key < y.key : x.cosine > y.cosine;
    });
    const auto last = std::unique(
        best_.begin(), best_.end(),
        [](const Best& x, const Best& y) { return x.key == y.key; });
    best_.erase(last, best_.end());
  }

  // Of one among the report of the other; they are a pair.
  double Of(std::size_t one, std::size_t other) const {
    return std::lower_bound(best_.begin(), best_.end(), KeyFor(one, other),
                            [](const Best& best, std::uint64_t key) {
                              return best.key < key;
                            })
        ->cosine;
  }

 private:
  struct Best {
    std::uint64_t key = 0;
    double cosine = 0;
  };

  std::uint64_t KeyFor(std::size_t one, std::size_t other) const {
    return static_cast<std::uint64_t>(one) << 32 | outlines_[other].report;
  }

  const Outlines& outlines_;
  std::vector<Best> best_;
};

// Sets the nearness of each pair. Whatever is nearer than a pair at or above
// the threshold is among the pairs itself; the others are looked up.
void FindClosest(const Vocabulary& vocabulary, double threshold,
                 std::vector<Comparer::Pair>* pairs) {
  const Outlines& outlines = vocabulary.outlines;
  for (Comparer::Pair& pair : *pairs) {
    pair.cosine = CosineOf(outlines.TermsOf(pair.a), outlines[pair.a].norm,
                           outlines.TermsOf(pair.b), outlines[pair.b].norm);
  }
  const Nearest nearest(outlines, *pairs);
  constexpr double kRounding = 1e-6;
  for (Comparer::Pair& pair : *pairs) {
    const bool other = outlines[pair.a].report != outlines[pair.b].report;
    const Closest closest =
        !other ? Closest::kNotAsked
        : pair.cosine < threshold + kRounding
            ? vocabulary.ClosestOf(pair.a, pair.b)
            : MakeClosest(pair.cosine >= nearest.Of(pair.a, pair.b),
                          pair.cosine >= nearest.Of(pair.b, pair.a));
    pair.closest = static_cast<std::uint8_t>(closest);
  }
}

}  // namespace

store::StoredRecommendation FromText(std::string_view text) {
  store::StoredRecommendation recommendation;
  recommendation.item.text = std::string(text);
  recommendation.item.due = extraction::FindDueInText(text, std::nullopt);
  return recommendation;
}

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

Comparison ComparePrepared(const Prepared& a, const Prepared& b,
                           const Between& between) {
  Evidence evidence;
  evidence.coverage = CoverageOf(a, b);
  const ActionPart action = CompareActions(a, b);
  const PartyPart party = CompareParties(a, b, between.one_body);
  const Part due = CompareDue(a, b);
  evidence.action = action.level;
  evidence.party = party.level;
  evidence.quoted = IsBound(a, b, Bond::kIs);
  const Part numbers = CompareNumbers(a, b);
  evidence.other_numbers = numbers.level == "other numbers" ||
                           numbers.level == "some of the numbers";
  evidence.refused = IsBound(a, b, Bond::kRefuses);
  evidence.two_subjects = between.own_subjects == 2;
  Comparison comparison;
  comparison.parts = {CompareWording(a, b, evidence.coverage),
                      CompareMeaning(a, b, evidence.coverage),
                      action.part,
                      party.part,
                      due,
                      CompareWorks(a, b),
                      numbers,
                      CompareNames(a, b),
                      CompareSections(a, b)};
  if (a.alone) {
    WeighAlone(&comparison.parts);
  } else {
    comparison.parts.push_back(CompareStated(a, b));
    comparison.parts.push_back(CompareKinds(a, b));
    comparison.parts.push_back(ComparePlaces(between.closest));
    comparison.parts.push_back(CompareReports(between));
    comparison.parts.push_back(CompareSubjects(between));
  }
  for (const Part& part : comparison.parts) comparison.weight += part.weight;
  comparison.similarity = SimilarityOf(comparison.weight);
  comparison.relation = RelationOf(a, b, comparison.weight, evidence);
  return comparison;
}

double WeightAtMost(const Vocabulary& vocabulary, std::size_t a,
                    std::size_t b) {
  static const double kAlways =
      MostLevelBits("action") + MostLevelBits("addressee") +
      MostLevelBits("numbers") + MostLevelBits("names") +
      MostLevelBits("section") + MostLevelBits("kind") +
      MostLevelBits("rivals");
  static const double kDue = MostLevelBits("due");
  static const double kWork = MostLevelBits("work");
  static const double kStated = MostLevelBits("stated");
  static const double kReports = MostLevelBits("reports") + MostReportBits();
  constexpr double kRounding = 1e-6;
  const Outlines& outlines = vocabulary.outlines;
  const Outline& x = outlines[a];
  const Outline& y = outlines[b];
  double most = WordingBitsOf(outlines.TermsOf(a), outlines.TermsOf(b),
                              std::min(x.bits, y.bits), vocabulary.prior) +
                kAlways + kRounding;
  if (x.dated && y.dated) most += kDue;
  if ((x.cites && y.cites) || (x.made_by_work && y.made_by_work)) most += kWork;
  if (x.stated || y.stated) most += kStated;
  // The reports are looked at where it may matter.
  if (most + kReports < 0) return most + kReports;
  return most +
         CompareReports(vocabulary.BetweenOf(a, b, Closest::kNotAsked)).weight;
}

Comparer::Comparer() : vocabulary_(std::make_unique<Vocabulary>()) {
  vocabulary_->alone = true;
}

Comparer::Comparer(const std::vector<store::StoredRecommendation>& archive,
                   const std::vector<crossref::AcronymEntry>& acronyms,
                   std::vector<Surroundings> surroundings)
    : Comparer(std::make_unique<const HeldArchive>(archive), acronyms,
               std::move(surroundings)) {}

Comparer::Comparer(std::unique_ptr<const Archive> archive,
                   const std::vector<crossref::AcronymEntry>& acronyms,
                   std::vector<Surroundings> surroundings)
    : Comparer(*archive, acronyms, std::move(surroundings)) {
  vocabulary_->held = std::move(archive);
}

Comparer::Comparer(const Archive& archive,
                   const std::vector<crossref::AcronymEntry>& acronyms,
                   std::vector<Surroundings> surroundings)
    : vocabulary_(std::make_unique<Vocabulary>()) {
  vocabulary_->long_forms = LongForms(acronyms);
  ReadArchive(archive, std::move(surroundings), vocabulary_.get());
}

Comparer::~Comparer() = default;

Comparison Comparer::Compare(const store::StoredRecommendation& a,
                             const store::StoredRecommendation& b) const {
  const auto at = [&](const store::StoredRecommendation& one) {
    const auto found = vocabulary_->Find(one.id);
    const bool held =
        found && vocabulary_->outlines[*found].fingerprint == Fingerprint(one);
    return held ? found : std::nullopt;
  };
  const auto prepared = [&](std::optional<std::size_t> held,
                            const store::StoredRecommendation& one) {
    return held ? vocabulary_->shelf->Get(*held)
                : std::make_shared<const Prepared>(
                      Prepare(one, vocabulary_->MakeLexicon()));
  };
  const auto at_a = at(a);
  const auto at_b = at(b);
  return ComparePrepared(
      *prepared(at_a, a), *prepared(at_b, b),
      at_a && at_b ? vocabulary_->BetweenOf(
                         *at_a, *at_b, vocabulary_->ClosestOf(*at_a, *at_b))
                   : Between());
}

Comparison Comparer::CompareTexts(std::string_view a,
                                  std::string_view b) const {
  const Lexicon lexicon = vocabulary_->MakeLexicon();
  return ComparePrepared(Prepare(FromText(a), lexicon),
                         Prepare(FromText(b), lexicon));
}

std::vector<Comparer::Pair> Comparer::Candidates(double threshold) const {
  const Outlines& outlines = vocabulary_->outlines;
  const Copies copies = FindCopies(outlines);
  std::vector<Row> rows;
  std::vector<std::size_t> at;  // of each row
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    if (!copies.joins[i]) continue;
    rows.push_back({outlines.TermsOf(i), outlines[i].report});
    at.push_back(i);
  }
  std::vector<Pair> pairs;
  for (const RowPair& pair : AllPairs(rows, threshold)) {
    pairs.push_back({at[pair.a], at[pair.b], pair.cosine});
  }
  for (const auto& [a, b] : copies.pairs) pairs.push_back({a, b, 1.0});
  for (const auto& [a, b] : StatedPairs(*vocabulary_)) {
    pairs.push_back({a, b});
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  const auto last = std::unique(
      pairs.begin(), pairs.end(),
      [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; });
  pairs.erase(last, pairs.end());
  FindClosest(*vocabulary_, threshold, &pairs);
  return pairs;
}

double Comparer::ArchiveBits() const { return vocabulary_->prior; }

double Comparer::WeightAtMost(const Pair& candidate) const {
  return overlap::WeightAtMost(*vocabulary_, candidate.a, candidate.b);
}

Comparison Comparer::Compare(const Pair& candidate) const {
  return ComparePrepared(
      *vocabulary_->shelf->Get(candidate.a),
      *vocabulary_->shelf->Get(candidate.b),
      vocabulary_->BetweenOf(candidate.a, candidate.b,
                             static_cast<Closest>(candidate.closest)));
}

}  // namespace concord::overlap
