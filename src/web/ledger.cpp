// The ledger: every input item of every run, and the runs.

#include "web/links.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kLedgerRows = 100;

const std::vector<Choice>& Outcomes() {
  static const std::vector<Choice> kOutcomes = {{"", "any outcome"},
                                                {"indexed", "indexed"},
                                                {"duplicate", "duplicate"},
                                                {"skipped", "skipped"},
                                                {"quarantined", "quarantined"}};
  return kOutcomes;
}

}  // namespace

Result<Page> LedgerPage(const Call& call) {
  const std::string run = call.request.Field("run");
  const std::string outcome = call.request.Field("outcome");
  TRY_ASSIGN(auto listing,
             call.engine.List({.what = "ledger", .kind = outcome}));
  TRY_ASSIGN(const auto runs, call.engine.List({.what = "runs"}));
  if (!run.empty()) {
    std::erase_if(listing.rows, [&](const engine::ListRow& row) {
      return row.cells.front() != run;
    });
  }
  Page page{.title = "Ledger", .name = "ledger"};
  TRY_RETURN(ShowListing(call, listing, kLedgerRows, &page));
  data& view = page.view;
  data run_rows = NewList();
  std::vector<Choice> choices{{"", "any run"}};
  for (auto row = runs.rows.rbegin(); row != runs.rows.rend(); ++row) {
    data one = ParseView(row->json, call.Links());
    Set(&one, "run_href", With(call.request, "run", row->cells.front()));
    run_rows.push_back(one);
    choices.push_back({row->cells.front(), "run " + row->cells.front()});
  }
  SetList(&view, "runs", run_rows);
  SetChoices(choices, run, "run_choices", &view);
  SetChoices(Outcomes(), outcome, "outcomes", &view);
  Set(&view, "counted", Counted(listing.rows.size(), "item"));
  return page;
}

}  // namespace concord::web
