#include "concord/crossref/of_work.h"

#include <string_view>

namespace concord::crossref {

bool AreMembersHeld(const CrossReference& crossref, const Work& work) {
  bool any = false;
  for (const Work& member : crossref.works) {
    if (member.series != work.id) continue;
    if (member.held.empty()) return false;
    any = true;
  }
  return any;
}

// A conflict about a work has its title as its subject, alone or before what
// is counted ("Fair Hearing: recommendations").
std::vector<const Conflict*> ConflictsOf(const CrossReference& crossref,
                                         const Work& work) {
  std::vector<const Conflict*> found;
  for (const Conflict& conflict : crossref.conflicts) {
    std::string_view rest = conflict.subject;
    if (work.title.empty() || !rest.starts_with(work.title)) continue;
    rest.remove_prefix(work.title.size());
    if (rest.empty() || rest == ": recommendations" ||
        rest == ": recommendations carried out") {
      found.push_back(&conflict);
    }
  }
  return found;
}

}  // namespace concord::crossref
