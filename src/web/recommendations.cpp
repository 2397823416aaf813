// Recommendations: the list with its filters, and one with what it overlaps.

#include "concord/base/unicode.h"
#include "links.h"
#include "overlap_data.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kRecommendations = 40;
constexpr std::uint64_t kPairs = 30;

const std::vector<Choice>& Kinds() {
  static const std::vector<Choice> kKinds = {
      {"", "any kind"},
      {"recommendation", "recommendation"},
      {"decision", "decision sought"},
      {"commitment", "commitment"}};
  return kKinds;
}

// Those beside it in its report, for going on reading.
void SetNeighbours(const engine::Listing& all, const std::string& id,
                   data* view) {
  std::string before;
  std::string after;
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    if (all.rows[i].cells.front() != id) continue;
    if (i > 0) before = all.rows[i - 1].cells.front();
    if (i + 1 < all.rows.size()) after = all.rows[i + 1].cells.front();
  }
  Set(view, "before_href", before.empty() ? "" : RecommendationHref(before));
  Set(view, "after_href", after.empty() ? "" : RecommendationHref(after));
}

}  // namespace

Result<Page> RecommendationsPage(const Call& call) {
  const Request& request = call.request;
  const engine::ListRequest asked{.what = "recommendations",
                                  .kind = request.Field("kind"),
                                  .committee = request.Field("committee"),
                                  .owner = request.Field("owner"),
                                  .report = request.Field("report"),
                                  .from = request.Field("from"),
                                  .to = request.Field("to")};
  TRY_ASSIGN(const auto listing, call.engine.List(asked));
  Page page{.title = "Recommendations", .name = "recommendations"};
  TRY_RETURN(ShowListing(call, listing, kRecommendations, &page));
  data& view = page.view;
  SetChoices(Kinds(), asked.kind, "kinds", &view);
  Set(&view, "committee", asked.committee);
  Set(&view, "owner", asked.owner);
  Set(&view, "from", asked.from);
  Set(&view, "to", asked.to);
  Set(&view, "only_report", asked.report);
  Set(&view, "only_report_title",
      asked.report.empty()
          ? ""
          : call.engine.ReportTitle(asked.report).value_or(asked.report));
  Set(&view, "counted", Counted(listing.rows.size(), "recommendation"));
  return page;
}

Result<Page> RecommendationPage(const Call& call) {
  TRY_RETURN(call.readers.AwaitOverlaps());
  TRY_ASSIGN(const engine::Shown shown, call.engine.Show(call.id));
  const auto json = ParseObject(shown.json);
  if (TextOf(*json, "type") != "recommendation") {
    return Fail(ErrorCode::kNotFound,
                "no recommendation has the id '" + call.id + "'");
  }
  const std::string id = TextOf(*json, "id");
  TRY_ASSIGN(const Rows rows, RowsOf(call.request, kPairs));
  // Pairs below the weight at which the list of overlaps begins say little of
  // who else asked; they are shown on demand.
  const bool light = !call.request.Field("light").empty();
  TRY_ASSIGN(const auto every,
             call.engine.OverlapPage({.recommendation = id, .limit = 1}));
  TRY_ASSIGN(const auto overlaps,
             call.engine.OverlapPage({.min_weight = light ? 0 : kStartWeight,
                                      .recommendation = id,
                                      .offset = rows.first(),
                                      .limit = rows.size}));
  TRY_ASSIGN(const auto siblings,
             call.engine.List({.what = "recommendations",
                               .report = TextOf(*json, "report")}));
  const std::string label = TextOf(*json, "label");
  Page page{.title = "Recommendation" + (label.empty() ? "" : " " + label) +
                     ", " + CollapseSpace(TextOf(*json, "title")),
            .name = "recommendation"};
  page.json = {shown.json};
  page.view = ParseView(shown.json, call.Links());
  data& view = page.view;
  data pairs = NewList();
  for (const engine::OverlapView& overlap : overlaps.overlaps) {
    pairs.push_back(PairOf(overlap));
  }
  SetList(&view, "pairs", std::move(pairs));
  const std::uint64_t hidden = every.total - overlaps.total;
  Set(&view, "light_counted",
      hidden == 0 ? "" : Counted(hidden, "lighter pair"));
  Set(&view, "light_href", With(call.request, "light", "1") + "#overlaps");
  Set(&view, "pairs_counted", Counted(overlaps.total, "other recommendation"));
  SetFlag(&view, "is_decision", TextOf(*json, "kind") == "decision");
  SetPager(call.request, rows, overlaps.total, &view);
  SetNeighbours(siblings, id, &view);
  return page;
}

}  // namespace concord::web
