// The list of overlaps: every pair, heaviest first, with filters; and the
// groups of what one answer covers.

#include <algorithm>
#include <charconv>

#include "concord/base/unicode.h"
#include "web/difference.h"
#include "web/links.h"
#include "web/overlap_data.h"
#include "web/words.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kPairs = 15;
constexpr std::uint64_t kGroups = 20;

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

// How a member hangs together with the one that speaks for the others:
// "restates · 6.8 bits". A light link is a proposal to look at, not a finding.
void SetLink(const engine::GroupView& group, const std::string& member,
             data* one) {
  const auto link = std::find_if(
      group.links.begin(), group.links.end(), [&](const auto& candidate) {
        return (candidate.a == member && candidate.b == group.representative) ||
               (candidate.b == member && candidate.a == group.representative);
      });
  const bool known = link != group.links.end();
  Set(one, "link_weight", known ? Signed(link->weight) : "");
  SetFlag(one, "light", known && link->weight < kStartWeight);
}

// The member that speaks for the others first, then the others with the words
// of theirs that it does not have.
data GroupOf(const engine::GroupView& group) {
  const auto leader = std::find_if(
      group.members.begin(), group.members.end(),
      [&](const auto& member) { return member.id == group.representative; });
  const std::string words = leader == group.members.end() ? "" : leader->text;
  data view = NewView();
  Set(&view, "anchor", group.id);
  Set(&view, "size", Counted(group.members.size(), "recommendation"));
  Set(&view, "reason", group.reason);
  data members = NewList();
  for (const bool first : {true, false}) {
    for (const engine::OverlapEndView& member : group.members) {
      if ((member.id == group.representative) != first) continue;
      data one = NewView();
      SetFlag(&one, "representative", first);
      Set(&one, "href", RecommendationHref(member.id));
      Set(&one, "title", CollapseSpace(member.title));
      Set(&one, "locator", member.locator);
      SetLink(group, member.id, &one);
      std::vector<Decoration> marks;
      for (const TextSpan own : Compare(words, member.text).b) {
        marks.push_back({own, Decoration::Kind::kOwn, ""});
      }
      const TextSpan all{0, static_cast<std::uint32_t>(member.text.size())};
      SetList(&one, "words", WordsOf(member.text, all, marks));
      members.push_back(one);
    }
  }
  SetList(&view, "members", members);
  data wording = NewList();
  for (const engine::ChosenFieldView& chosen : group.wording) {
    data one = NewView();
    Set(&one, "field", chosen.field);
    Set(&one, "href", RecommendationHref(chosen.id));
    Set(&one, "member", chosen.id);
    Set(&one, "value", CollapseSpace(chosen.value));
    Set(&one, "who", chosen.who);
    Set(&one, "at", chosen.at);
    Set(&one, "why", chosen.why);
    wording.push_back(one);
  }
  SetList(&view, "wording", wording);
  return view;
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
  SetList(&view, "pairs", pairs);
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

Result<Page> GroupsPage(const Call& call) {
  TRY_RETURN(call.readers.AwaitOverlaps());
  TRY_ASSIGN(const Rows rows, RowsOf(call.request, kGroups));
  const std::string report = call.request.Field("report");
  TRY_ASSIGN(const auto groups, call.engine.Groups({.report = report}));
  Page page{.title = "Groups", .name = "groups"};
  page.is_list = true;
  data list = NewList();
  for (std::uint64_t i = 0; i < groups.size(); ++i) {
    page.json.push_back(groups[i].json);
    if (i < rows.first() || i >= rows.first() + rows.size) continue;
    list.push_back(GroupOf(groups[i]));
  }
  SetList(&page.view, "groups", list);
  Set(&page.view, "counted", Counted(groups.size(), "group"));
  Set(&page.view, "only_report", report);
  Set(&page.view, "only_report_title",
      report.empty() ? "" : call.engine.ReportTitle(report).value_or(report));
  SetPager(call.request, rows, groups.size(), &page.view);
  return page;
}

}  // namespace concord::web
