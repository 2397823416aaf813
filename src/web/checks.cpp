// What must add up, and what does not: counts, conflicts, wanted, missing, and
// the relations that texts state.

#include "web/links.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kCheckRows = 60;

Result<Page> CheckPage(const Call& call, const std::string& what,
                       const std::string& title, const std::string& thing) {
  TRY_ASSIGN(
      const auto listing,
      call.engine.List({.what = what, .kind = call.request.Field("kind")}));
  Page page{.title = title, .name = what};
  TRY_RETURN(ShowListing(call, listing, kCheckRows, &page));
  Set(&page.view, "counted", Counted(listing.rows.size(), thing));
  return page;
}

}  // namespace

Result<Page> CountsPage(const Call& call) {
  return CheckPage(call, "counts", "Counts", "stated count");
}

Result<Page> ConflictsPage(const Call& call) {
  return CheckPage(call, "conflicts", "Conflicts", "conflict");
}

Result<Page> WantedPage(const Call& call) {
  return CheckPage(call, "wanted", "Wanted", "work");
}

Result<Page> MissingPage(const Call& call) {
  return CheckPage(call, "missing", "Missing parts", "missing part");
}

Result<Page> RelationsPage(const Call& call) {
  return CheckPage(call, "relations", "Relations", "stated relation");
}

}  // namespace concord::web
