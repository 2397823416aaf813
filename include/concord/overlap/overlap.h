#pragma once
// Which recommendations ask for the same thing, and why.
//
// A pair is compared part by part (wording, action, addressee, due date, cited
// work, numbers); each part has a level and a weight in bits of log-odds; the
// match weight is their sum and the similarity a monotone function of it:
// SimilarityOf(weight). Nothing here touches the store or the index.
//
// Total, deterministic, symmetric; safe from any thread.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/crossref/crossref.h"
#include "concord/overlap/archive.h"
#include "concord/overlap/surroundings.h"
#include "concord/store/records.h"

namespace concord::overlap {

enum class Relation : std::uint8_t {
  kIdentical,
  kRestates,
  kNarrower,
  kWider,
  kOverlaps,
  kContradicts,
  kDistinct,
};
std::string_view Name(Relation relation);  // "identical", ...
Relation Reverse(Relation relation);       // narrower <-> wider

// The relation of a to b as a sentence says it, by the dates of their reports:
// a later report restates an earlier one, never the reverse. "restates",
// "restated in", or "asks the same as" where the dates do not tell; else
// Name().
std::string_view InWords(Relation relation, const extraction::DateMention& a,
                         const extraction::DateMention& b);

// A figure that a weight rests on: "cosine", 0.43.
struct Measure {
  std::string name;
  double value = 0;

  friend bool operator==(const Measure&, const Measure&) = default;
};

struct Part {
  // wording, meaning, action, addressee, due, work, numbers, names, section,
  // stated, kind, rivals, reports
  std::string name;
  std::string level;    // what was found: "same words", "same verb", ...
  double weight = 0;    // bits; negative speaks against
  std::string quote_a;  // words of a that it rests on; may be ""
  std::string quote_b;
  std::vector<Measure> measures;  // of wording, meaning and reports
  std::string stated;             // words around the two that state it

  friend bool operator==(const Part&, const Part&) = default;
};

// Monotone in the weight: 0.5 at 0 bits; every kBitsPerHalving bits against a
// match halve the odds that it shows. Slower than the odds themselves, so that
// pairs which all are surely matches, or surely none, still differ to the eye.
inline constexpr double kBitsPerHalving = 3;
double SimilarityOf(double weight);

struct Comparison {
  std::vector<Part> parts;
  double weight = 0;
  double similarity = 0;                    // 0..1, monotone in weight
  Relation relation = Relation::kDistinct;  // of a to b
};

struct Link;
struct OverlapOptions;

// What makes words telling or common in this archive, and which acronyms mean
// which words. Built once over all recommendations.
struct Vocabulary;
class Comparer {
 public:
  // For two texts by themselves: word weights of general English committee
  // prose, no acronyms.
  Comparer();
  // `surroundings` of each of the archive's recommendations, in their order;
  // left out, only the words themselves are compared. The archive must outlive
  // the comparer, which reads again what it compares.
  Comparer(const Archive& archive,
           const std::vector<crossref::AcronymEntry>& acronyms,
           std::vector<Surroundings> surroundings = {});
  Comparer(const std::vector<store::StoredRecommendation>& archive,
           const std::vector<crossref::AcronymEntry>& acronyms,
           std::vector<Surroundings> surroundings = {});
  Comparer(std::vector<store::StoredRecommendation>&& archive,
           const std::vector<crossref::AcronymEntry>& acronyms,
           std::vector<Surroundings> surroundings = {}) = delete;
  ~Comparer();
  Comparer(const Comparer&) = delete;
  Comparer& operator=(const Comparer&) = delete;

  Comparison Compare(const store::StoredRecommendation& a,
                     const store::StoredRecommendation& b) const;
  Comparison CompareTexts(std::string_view a, std::string_view b) const;

  // Pairs of different reports worth comparing: every pair whose weighted
  // words have a cosine of at least `threshold`. None is missed.
  struct Pair {
    std::size_t a = 0;  // index into the archive vector, a < b
    std::size_t b = 0;
    double cosine = 0;
    std::uint8_t closest = 0;  // for Compare(pair)
  };
  std::vector<Pair> Candidates(double threshold) const;
  // The same as of the two recommendations, without looking anything up.
  Comparison Compare(const Pair& candidate) const;
  // What the size of the archive takes from every match, in bits; in the
  // weight of each already.
  double ArchiveBits() const;
  // The held recommendations that one which is not held asks for the same as,
  // heaviest first; `one` is `a` of each. None is missed of those near enough.
  // Compared as the only one of a report of its own, of which nothing else is
  // known. The first call makes an index; safe from any thread.
  std::vector<Link> LinksOfNew(const store::StoredRecommendation& one,
                               const OverlapOptions& options) const;
  // No less than the weight that Compare gives, at a fraction of the cost.
  double WeightAtMost(const Pair& candidate) const;

 private:
  Comparer(std::unique_ptr<const Archive> archive,
           const std::vector<crossref::AcronymEntry>& acronyms,
           std::vector<Surroundings> surroundings);

  std::unique_ptr<Vocabulary> vocabulary_;
};

struct Link {
  RecommendationId a;
  RecommendationId b;
  Comparison comparison;
};

// A text as the only recommendation of a report: words, and the dates in them.
store::StoredRecommendation FromText(std::string_view text);

struct Group {
  std::string id;                         // from its members
  std::vector<RecommendationId> members;  // sorted
  RecommendationId representative;
  std::string why_representative;
};

struct OverlapOptions {
  double candidate_threshold = 0.15;
  double min_weight = 0.0;    // links below are left out
  bool distinct_too = false;  // give every candidate pair, whatever its weight
  bool with_parts = true;     // else only weight, similarity and relation
  unsigned threads = 0;       // 0: as many as there are processors
};

// All links between recommendations of different reports, and between
// word-for-word copies within one; heaviest first. The archive is the
// comparer's own.
std::vector<Link> FindLinks(const Archive& archive, const Comparer& comparer,
                            const OverlapOptions& options);
std::vector<Link> FindLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const Comparer& comparer, const OverlapOptions& options);

// Groups in which every member is linked to the representative and to at least
// half of the other wordings (no chains).
// Independent of the order of links.
std::vector<Group> GroupLinks(const Archive& archive,
                              const std::vector<Link>& links);
std::vector<Group> GroupLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const std::vector<Link>& links);

}  // namespace concord::overlap
