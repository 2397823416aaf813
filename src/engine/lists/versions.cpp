// Reports that are versions of one another, as a list and in what is shown of a
// report.

#include <cmath>

#include "concord/base/unicode.h"
#include "concord/overlap/versions.h"
#include "engine/lists/lists.h"
#include "engine/view_json.h"

namespace concord::engine {
namespace {

JsonObject VersionJson(const overlap::Version& version,
                       const Snapshot& snapshot) {
  JsonObject object = NewObject();
  object.set("type", "version");
  object.set("id", version.a.value + "~" + version.b.value);
  object.set("kind", std::string(Name(version.kind)));
  object.set("a", version.a.value);
  object.set("uri", snapshot.UriOf(version.a));
  object.set("title", snapshot.TitleOf(version.a));
  object.set("b", version.b.value);
  object.set("uri_b", snapshot.UriOf(version.b));
  object.set("title_b", snapshot.TitleOf(version.b));
  object.set("share_of_a", version.of_a);
  object.set("share_of_b", version.of_b);
  object.set("share_of_numbers", version.numbers);
  object.set("later", OrNull(version.later.value));
  return object;
}

JsonArray OnlyInJson(const store::ReportRecord& report,
                     const store::ReportRecord& other) {
  JsonArray array;
  for (const TextSpan span : overlap::OnlyIn(report, other)) {
    JsonObject object = NewObject();
    object.set("text", std::string(Slice(report.text(), span)));
    object.set("span", SpanJson(span));
    array.add(object);
  }
  return array;
}

std::string Percent(double share) {
  return std::to_string(std::lround(share * 100)) + " %";
}

// A difference view: "- words" stand here and not there, "+ words" there only.
std::vector<std::string> Difference(const store::ReportRecord& here,
                                    const store::ReportRecord& there) {
  std::vector<std::string> lines;
  const auto add = [&](const char* mark, const store::ReportRecord& report,
                       const store::ReportRecord& other) {
    for (const TextSpan span : overlap::OnlyIn(report, other)) {
      lines.push_back(mark + CollapseSpace(Slice(report.text(), span)));
    }
  };
  add("- ", here, there);
  add("+ ", there, here);
  return lines;
}

}  // namespace

Result<Listing> ListVersions(const ListContext& context) {
  Listing listing{
      .columns = {"a", "kind", "b", "of a", "of b", "numbers", "title of a"}};
  TRY_ASSIGN(const KeptRows* rows, context.snapshot.Versions());
  TRY_ASSIGN(const auto versions, context.AllOf<overlap::Version>(*rows));
  for (const overlap::Version& version : versions) {
    const std::string& only = context.request.report;
    if (!only.empty() && version.a.value != only && version.b.value != only) {
      continue;
    }
    listing.rows.push_back(
        {{version.a.value, std::string(Name(version.kind)), version.b.value,
          Percent(version.of_a), Percent(version.of_b),
          Percent(version.numbers), context.snapshot.TitleOf(version.a)},
         Line(VersionJson(version, context.snapshot))});
  }
  return listing;
}

Result<> AddVersions(const store::ReportRecord& report, Snapshot* snapshot,
                     Shown* shown, JsonObject* json) {
  JsonArray array;
  TRY_ASSIGN(const KeptRows* rows, snapshot->Versions());
  TRY_ASSIGN(const auto versions,
             ReadNamed<overlap::Version>(*rows, OfReport(report.id)));
  for (const overlap::Version& version : versions) {
    const ReportId& other_id = version.a == report.id ? version.b : version.a;
    TRY_ASSIGN(const store::ReportRecord* other, snapshot->Fetch(other_id));
    if (other == nullptr) continue;
    JsonObject object = VersionJson(version, *snapshot);
    object.set("only_here", OnlyInJson(report, *other));
    object.set("only_there", OnlyInJson(*other, report));
    array.add(object);
    const bool replaced = !version.later.empty();
    const std::string kind = !replaced ? std::string(Name(version.kind))
                             : version.later == report.id
                                 ? "earlier version at the same address"
                                 : "later version at the same address";
    shown->groups.push_back(
        {kind + " of it: " + other_id.value + "  " + TitleOf(*other),
         Difference(report, *other)});
  }
  json->set("versions", array);
  return {};
}

}  // namespace concord::engine
