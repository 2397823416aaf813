// The list of reports, with the filters that the engine has for it.

#include "web/links.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kReports = 50;

void SetCounts(const std::vector<engine::ReportCount>& counts,
               const std::string& chosen, const std::string& all,
               const std::string& name, data* view) {
  std::vector<Choice> choices{{"", all}};
  for (const engine::ReportCount& count : counts) {
    choices.push_back(
        {count.name, count.name + " (" + Grouped(count.reports) + ")"});
  }
  SetChoices(choices, chosen, name, view);
}

}  // namespace

Result<Page> ReportsPage(const Call& call) {
  const Request& request = call.request;
  const engine::ListRequest asked{.what = "reports",
                                  .kind = request.Field("kind"),
                                  .committee = request.Field("committee"),
                                  .from = request.Field("from"),
                                  .to = request.Field("to")};
  TRY_ASSIGN(const auto listing, call.engine.List(asked));
  TRY_ASSIGN(const engine::OverviewView overview, call.engine.Overview());
  Page page{.title = "Reports", .name = "reports"};
  TRY_RETURN(ShowListing(call, listing, kReports, &page));
  SetCounts(overview.kinds, asked.kind, "any kind", "kinds", &page.view);
  SetCounts(overview.committees, asked.committee, "any committee", "committees",
            &page.view);
  Set(&page.view, "from", asked.from);
  Set(&page.view, "to", asked.to);
  Set(&page.view, "counted",
      listing.counted.empty() ? Counted(listing.rows.size(), "report")
                              : listing.counted);
  return page;
}

}  // namespace concord::web
