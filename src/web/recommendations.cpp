// Recommendations: the list with its filters, and one with what it overlaps.

#include "concord/base/unicode.h"
#include "web/links.h"
#include "web/overlap_data.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kRecommendations = 40;
constexpr std::uint64_t kPairsOfOne = 30;

const std::vector<Choice>& KindsListed() {
  static const std::vector<Choice> kKinds = {
      {"", "any kind"},
      {"recommendation", "recommendation"},
      {"decision", "decision sought"},
      {"commitment", "commitment"}};
  return kKinds;
}

const std::vector<Choice>& Positions() {
  static const std::vector<Choice> kPositions = {
      {"", "stated or not"},
      {"accepted", "accepted"},
      {"accepted in part", "accepted in part"},
      {"rejected", "rejected"},
      {"noted", "noted"},
      {"awaited", "awaited"}};
  return kPositions;
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

data Names(const std::vector<std::string>& names) {
  data list = NewList();
  for (const std::string& name : names) {
    data one = NewView();
    Set(&one, "name", name);
    list.push_back(one);
  }
  return list;
}

// The work or body whose it is, and who is named beside it as its maker.
data Makers(const Poco::JSON::Object& item) {
  std::vector<std::string> makers;
  const std::string made_by = TextOf(item, "made_by");
  if (!made_by.empty()) makers.push_back(made_by);
  const auto all = item.getArray("recommenders");
  for (std::size_t i = 0; !all.isNull() && i < all->size(); ++i) {
    const std::string name =
        TextOf(*all->getObject(static_cast<unsigned>(i)), "name");
    if (name != made_by) makers.push_back(name);
  }
  return Names(makers);
}

// Who is named in it beside whom it is asked of.
data Others(const Poco::JSON::Object& item) {
  std::vector<std::string> others;
  const std::string addressee = FoldWords(TextOf(item, "addressee"));
  const auto all = item.getArray("owners");
  for (std::size_t i = 0; !all.isNull() && i < all->size(); ++i) {
    const auto owner = all->getObject(static_cast<unsigned>(i));
    const std::string name = TextOf(*owner, "name");
    // "The Home Office" asked, "Home Office" named: one and the same.
    const std::string folded = FoldWords(name);
    if (folded == addressee || "the " + folded == addressee) continue;
    const std::string role = TextOf(*owner, "role");
    others.push_back(name);
    if (!role.empty() && role != "addressee") {
      others.back().append(" (").append(role).append(")");
    }
  }
  return Names(others);
}

}  // namespace

Result<Page> RecommendationsPage(const Call& call) {
  const Request& request = call.request;
  const engine::ListRequest asked{.what = "recommendations",
                                  .kind = request.Field("kind"),
                                  .committee = request.Field("committee"),
                                  .owner = request.Field("owner"),
                                  .position = request.Field("position"),
                                  .report = request.Field("report"),
                                  .from = request.Field("from"),
                                  .to = request.Field("to"),
                                  .due_from = request.Field("due-from"),
                                  .due_to = request.Field("due-to")};
  TRY_ASSIGN(const auto listing, call.engine.List(asked));
  Page page{.title = "Recommendations", .name = "recommendations"};
  TRY_RETURN(ShowListing(call, listing, kRecommendations, &page));
  data& view = page.view;
  SetChoices(KindsListed(), asked.kind, "kinds", &view);
  SetChoices(Positions(), asked.position, "positions", &view);
  Set(&view, "committee", asked.committee);
  Set(&view, "owner", asked.owner);
  Set(&view, "from", asked.from);
  Set(&view, "to", asked.to);
  Set(&view, "only_report", asked.report);
  Set(&view, "only_report_title",
      asked.report.empty()
          ? ""
          : call.engine.ReportTitle(asked.report).value_or(asked.report));
  Set(&view, "due_from", asked.due_from);
  Set(&view, "due_to", asked.due_to);
  SetFlag(&view, "by_due", !(asked.due_from.empty() && asked.due_to.empty()));
  Set(&view, "counted", listing.counted);
  data remarks = NewList();
  for (const std::string& remark : listing.remarks) {
    data one = NewView();
    Set(&one, "remark", remark);
    remarks.push_back(one);
  }
  SetList(&view, "remarks", remarks);
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
  TRY_ASSIGN(const Rows rows, RowsOf(call.request, kPairsOfOne));
  TRY_ASSIGN(const auto every,
             call.engine.OverlapPage({.recommendation = id, .limit = 1}));
  TRY_ASSIGN(
      const auto heavy,
      call.engine.OverlapPage(
          {.min_weight = kStartWeight, .recommendation = id, .limit = 1}));
  // Pairs below the weight at which the list of overlaps begins say little of
  // who else asked; they are shown on demand, or where there are no others: one
  // answer may cover them all the same.
  const bool only_light = heavy.total == 0 && every.total > 0;
  const bool light = only_light || !call.request.Field("light").empty();
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
  SetList(&view, "pairs", pairs);
  const std::uint64_t hidden = every.total - overlaps.total;
  Set(&view, "light_counted",
      hidden == 0 ? "" : Counted(hidden, "lighter pair"));
  Set(&view, "light_href", With(call.request, "light", "1") + "#overlaps");
  Set(&view, "pairs_counted", Counted(overlaps.total, "other recommendation"));
  SetList(&view, "makers", Makers(*json));
  SetList(&view, "others", Others(*json));
  SetFlag(&view, "only_light", only_light);
  SetFlag(&view, "is_decision", TextOf(*json, "kind") == "decision");
  SetPager(call.request, rows, overlaps.total, &view);
  SetNeighbours(siblings, id, &view);
  if (call.as_page) {
    TRY_ASSIGN(const engine::CitationView cited, call.engine.Cite(id));
    SetCitation(cited, RecommendationHref(id), &page);
  }
  return page;
}

}  // namespace concord::web
