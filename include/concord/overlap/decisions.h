#pragma once
// What people decided about pairs and groups, and what links and groups make
// of it.
//
// Why: a proposal is not a decision. What a person has said of a pair holds
// whatever its weight, and in every later run:
//
//   same       the two stand in one group, and so does whatever else was
//              decided to be the same as either
//   different  they never stand in one group, not even through a third
//   unsure     they stay a proposal, and bind nothing by themselves
//
// Values; nothing here reads a store. Total, deterministic, independent of the
// order of links; safe from any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/overlap/overlap.h"

namespace concord::overlap {

enum class Verdict : std::uint8_t { kSame, kDifferent, kUnsure };
std::string_view Name(Verdict verdict);  // "same", "different", "unsure"
std::optional<Verdict> ReadVerdict(std::string_view name);

// Who decided it, for whoever reads the result.
struct Authorship {
  std::int64_t act = 0;
  std::string who;
  std::string at;
  std::string why;

  friend bool operator==(const Authorship&, const Authorship&) = default;
};

struct PairDecision {
  RecommendationId a;
  RecommendationId b;
  Verdict verdict = Verdict::kSame;
  Authorship by;

  friend bool operator==(const PairDecision&, const PairDecision&) = default;
};

// `id` speaks for whatever group it stands in.
struct RepresentativeDecision {
  RecommendationId id;
  Authorship by;
};

// What of a recommendation may stand for a whole group.
enum class Field : std::uint8_t { kText, kAddressee, kOwner, kDue };
std::string_view Name(Field field);  // "text", "addressee", "owner", "due"
std::optional<Field> ReadField(std::string_view name);

// `field` of `id` stands for whatever group `id` stands in.
struct WordingDecision {
  Field field = Field::kText;
  RecommendationId id;
  Authorship by;

  friend bool operator==(const WordingDecision&,
                         const WordingDecision&) = default;
};

// In the order they were made: of two on the same thing the later one counts.
struct Decisions {
  std::vector<PairDecision> pairs;
  std::vector<RepresentativeDecision> representatives;
  std::vector<WordingDecision> wordings;

  bool empty() const {
    return pairs.empty() && representatives.empty() && wordings.empty();
  }
};

// What a recommendation says in the field, as printed; may be nothing.
std::vector<std::string> SaidIn(Field field,
                                const extraction::Recommendation& item);

// What was chosen of these members, one decision a field, in order of fields.
std::vector<WordingDecision> WordingOf(
    const Decisions& decisions, const std::vector<RecommendationId>& members);

// The decisions that count, one for each pair, in order of (a, b), a < b.
std::vector<PairDecision> Standing(const Decisions& decisions);

// A standing decision that forbids these: two were decided to be different, but
// would then follow to be the same. What was decided before of the same pairs
// is left out of account.
std::optional<PairDecision> Against(const Decisions& decisions,
                                    const std::vector<PairDecision>& wanted);

// The links as decided: refused pairs are gone; pairs decided to be the same
// are there whatever their weight, as restatements at least; every decided link
// has a part "decision" of weight 0 that says who decided what. Heaviest first.
std::vector<Link> WithDecisions(
    std::vector<Link> links,
    const std::vector<store::StoredRecommendation>& archive,
    const Comparer& comparer, const Decisions& decisions);

// As GroupLinks of overlap.h, with decisions. `links` as from WithDecisions.
std::vector<Group> GroupLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const std::vector<Link>& links, const Decisions& decisions);

// The id of a group with these members, in any order.
std::string GroupIdOf(std::vector<RecommendationId> members);

}  // namespace concord::overlap
