#pragma once
// In or out: the rules that decide on one recommendation of one source.

#include <cstdint>
#include <set>
#include <vector>

#include "concord/overlap/versions.h"
#include "concord/scope/scope.h"
#include "scope/answering.h"

namespace concord::scope {

// What became of the recommendations of one source.
struct SourceTally {
  std::int32_t held = 0;  // recommendations of the work that are held
  std::int32_t included = 0;
  std::int32_t excluded = 0;
  std::int32_t held_included = 0;
  std::int32_t held_excluded = 0;
  std::int32_t repeated = 0;  // by a later version in the scope
  std::vector<Beside> beside;
};

void CountBeside(const Beside& more, std::vector<Beside>* beside);

class Selection {
 public:
  Selection(const ScopeRequest& request, const Holdings& holdings,
            const std::vector<Source>& sources);

  // Decides on every candidate of `source` not decided yet and appends it to
  // scope->included or scope->excluded.
  SourceTally DecideSource(const Source& source,
                           const crossref::CountEntry* count, Scope* scope);

  // Whoever was named as answering; nullptr where nobody was.
  const AnsweringBody* named() const {
    return answering_was_named_ ? &answering_ : nullptr;
  }

 private:
  std::vector<const store::StoredRecommendation*> Candidates(
      const Source& source) const;
  // What says whom it asks: a part that names nobody is asked of whom the
  // whole is.
  const store::StoredRecommendation& AskedIn(
      const store::StoredRecommendation& one,
      const std::vector<const store::StoredRecommendation*>& candidates) const;
  // A partition stated in the text ("four were national and noted") names
  // recommendations only by number; it is used when exactly that many are
  // addressed to others, and its words become the reason.
  const extraction::CountPart* PartForOthers(
      const crossref::CountEntry* count,
      const std::vector<const store::StoredRecommendation*>& candidates) const;

  const ScopeRequest& request_;
  const Holdings& holdings_;
  AnsweringBody answering_;
  bool answering_was_named_ = false;
  std::set<RecommendationId> decided_;
  std::set<WorkId> works_;
  std::vector<overlap::Repeated> repeated_;  // among the sources
};

}  // namespace concord::scope
