// The list of overlaps: every pair, heaviest first, with filters.

#include <charconv>

#include "links.h"
#include "overlap_data.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kPairs = 15;
constexpr double kStartWeight = 6;

// A number of bits; from_chars knows no comma and no locale.
Result<double> ReadWeight(const std::string& text) {
  if (text.empty()) return kStartWeight;
  double weight = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), weight);
  if (error != std::errc() || end != text.data() + text.size() ||
      !(weight > -1000 && weight < 1000)) {
    return Fail(ErrorCode::kInvalidArgument,
                "'min-weight' takes a number of bits, not '" + text + "'");
  }
  return weight;
}

}  // namespace

Result<Page> OverlapsPage(const Call& call) {
  const Request& request = call.request;
  TRY_RETURN(call.readers.AwaitOverlaps());
  TRY_ASSIGN(const Rows rows, RowsOf(request, kPairs));
  engine::OverlapRequest asked{.report = request.Field("report"),
                               .relation = request.Field("relation"),
                               .offset = rows.first(),
                               .limit = rows.size};
  TRY_ASSIGN(asked.min_weight, ReadWeight(request.Field("min-weight")));
  if (!call.as_page) asked.offset = asked.limit = 0;
  TRY_ASSIGN(const auto overlaps, call.engine.OverlapPage(asked));
  Page page{.title = "Overlaps", .name = "overlaps"};
  page.is_list = true;
  data pairs = NewList();
  for (const engine::OverlapView& overlap : overlaps.overlaps) {
    if (call.as_page) pairs.push_back(PairOf(overlap));
    page.json.push_back(overlap.json);
  }
  data& view = page.view;
  SetList(&view, "pairs", std::move(pairs));
  Set(&view, "counted", Counted(overlaps.total, "pair"));
  const std::string weight = request.Field("min-weight");
  Set(&view, "min_weight", weight.empty() ? "6" : weight);
  Set(&view, "only_report", asked.report);
  Set(&view, "only_report_title",
      asked.report.empty()
          ? ""
          : call.engine.ReportTitle(asked.report).value_or(asked.report));
  std::vector<Choice> relations{{"", "any relation"}};
  for (const auto& [relation, count] : overlaps.relations) {
    relations.push_back({relation, relation + " (" + Grouped(count) + ")"});
  }
  SetChoices(relations, asked.relation, "relations", &view);
  SetPager(request, rows, overlaps.total, &view);
  return page;
}

}  // namespace concord::web
