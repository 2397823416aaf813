#include "concord/crossref/of_work.h"

#include <string_view>

namespace concord::crossref {

// A conflict about a work has its title as its subject, alone or before what
// is counted ("Fair Hearing: recommendations").
bool IsOf(const Conflict& conflict, const Work& work) {
  std::string_view rest = conflict.subject;
  if (work.title.empty() || !rest.starts_with(work.title)) return false;
  rest.remove_prefix(work.title.size());
  return rest.empty() || rest == ": recommendations" ||
         rest == ": recommendations carried out";
}

}  // namespace concord::crossref
