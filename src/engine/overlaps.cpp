#include "archive_engine.h"
#include "json_object.h"
#include "overlap_ends.h"

namespace concord::engine {
namespace {

JsonObject PartJson(const OverlapPartView& part) {
  JsonObject object = NewObject();
  object.set("name", part.name);
  object.set("level", part.level);
  object.set("weight", part.weight);
  object.set("quote_a", part.quote_a);
  object.set("quote_b", part.quote_b);
  return object;
}

std::vector<OverlapPartView> PartsOf(const overlap::Comparison& comparison) {
  std::vector<OverlapPartView> parts;
  for (const overlap::Part& part : comparison.parts) {
    parts.push_back(
        {part.name, part.level, part.weight, part.quote_a, part.quote_b});
  }
  return parts;
}

OverlapView ViewOf(const overlap::Link& link, const Snapshot& world) {
  OverlapView view{.a = EndOf(link.a, world),
                   .b = EndOf(link.b, world),
                   .relation = std::string(Name(link.comparison.relation)),
                   .weight = link.comparison.weight,
                   .similarity = link.comparison.similarity,
                   .parts = PartsOf(link.comparison)};
  JsonObject object = NewObject();
  object.set("type", "overlap");
  object.set("id", view.a.id + "~" + view.b.id);
  object.set("a", EndJson(view.a));
  object.set("b", EndJson(view.b));
  object.set("relation", view.relation);
  object.set("weight", view.weight);
  object.set("similarity", view.similarity);
  object.set("parts", ArrayOf(view.parts, PartJson));
  view.json = Line(object);
  return view;
}

}  // namespace

Result<std::vector<OverlapView>> ArchiveEngine::Overlaps(
    const OverlapRequest& request) {
  ReportId only;
  if (!request.report.empty()) {
    TRY_ASSIGN(only.value, store_->ResolveId(request.report));
  }
  TRY_ASSIGN(Snapshot * world, World());
  std::vector<OverlapView> views;
  for (const overlap::Link& link : world->Links()) {
    if (link.comparison.weight < request.min_weight) continue;
    if (!only.empty()) {
      const auto* a = world->Recommendation(link.a);
      const auto* b = world->Recommendation(link.b);
      const bool touches = (a != nullptr && a->report == only) ||
                           (b != nullptr && b->report == only);
      if (!touches) continue;
    }
    views.push_back(ViewOf(link, *world));
  }
  return views;
}

CompareView CompareTexts(std::string_view a, std::string_view b) {
  static const overlap::Comparer comparer;
  const overlap::Comparison comparison = comparer.CompareTexts(a, b);
  CompareView view{.weight = comparison.weight,
                   .similarity = comparison.similarity,
                   .relation = std::string(Name(comparison.relation)),
                   .parts = PartsOf(comparison)};
  JsonObject object = NewObject();
  object.set("weight", view.weight);
  object.set("similarity", view.similarity);
  object.set("relation", view.relation);
  object.set("parts", ArrayOf(view.parts, PartJson));
  view.json = Line(object);
  return view;
}

}  // namespace concord::engine
