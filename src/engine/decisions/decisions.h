#pragma once
// Between the acts of the record and the decisions that overlap works with.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/engine/views.h"
#include "concord/overlap/decisions.h"
#include "concord/response/answers.h"
#include "concord/store/decisions.h"
#include "concord/store/records.h"

namespace concord::engine {

// A side of a decision that stands, and that the archive does not hold.
struct Unfit {
  std::int64_t act = 0;
  store::DecisionEnd end;
};

struct ResolvedDecisions {
  overlap::Decisions decisions;
  std::vector<response::RecordedAnswer> answers;
  std::vector<Unfit> unfit;
};

// The acts in force, each side found again: by its id where its words are still
// the same; else by its words in the same report, or in another capture of the
// same address; else by its place in the same report.
ResolvedDecisions ResolveDecisions(
    const std::vector<store::Act>& acts,
    const std::vector<store::StoredRecommendation>& recommendations);

// A recommendation as a decision keeps it.
store::DecisionEnd EndOf(const store::StoredRecommendation& recommendation);

// The group of this id, or of a beginning that fits no other.
[[nodiscard]] Result<overlap::Group> GroupOf(
    const std::vector<overlap::Group>& groups, const std::string& id);

// "r1.2 “its words”", as messages name it.
std::string Described(const store::DecisionEnd& end);

ActView ViewOf(const store::Act& act, bool in_force);

// The same with the groups in which those it is about are now.
ActView ViewOf(const store::Act& act,
               const std::vector<overlap::Group>& groups);

// One line of JSON as ViewOf writes it; kInvalidArgument says what is wrong.
[[nodiscard]] Result<store::Act> ActFromJson(const std::string& line);

}  // namespace concord::engine
