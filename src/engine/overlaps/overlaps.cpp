#include <fmt/format.h>

#include <map>

#include "base/json_object.h"
#include "concord/overlap/weighing.h"
#include "engine/archive_engine.h"
#include "engine/overlaps/ends.h"
#include "engine/overlaps/part_json.h"
#include "engine/overlaps/passages.h"

namespace concord::engine {

JsonObject PartJson(const OverlapPartView& part) {
  JsonObject object = NewObject();
  object.set("name", part.name);
  object.set("level", part.level);
  object.set("weight", part.weight);
  object.set("quote_a", part.quote_a);
  object.set("quote_b", part.quote_b);
  if (!part.stated.empty()) object.set("stated", part.stated);
  if (!part.measures.empty()) {
    JsonObject measures = NewObject();
    for (const auto& [name, value] : part.measures) measures.set(name, value);
    object.set("measures", measures);
  }
  return object;
}

std::vector<OverlapPartView> PartsOf(const overlap::Comparison& comparison) {
  std::vector<OverlapPartView> parts;
  for (const overlap::Part& part : comparison.parts) {
    OverlapPartView view = {part.name, part.level, part.weight, part.quote_a,
                            part.quote_b};
    view.stated = part.stated;
    for (const overlap::Measure& measure : part.measures) {
      view.measures.emplace_back(measure.name, measure.value);
    }
    parts.push_back(std::move(view));
  }
  return parts;
}

namespace {

OverlapView ViewOf(const overlap::Link& link, OverlapEndView a,
                   const Snapshot& snapshot) {
  OverlapView view{.a = std::move(a),
                   .b = EndOf(link.b, snapshot),
                   .relation = std::string(Name(link.comparison.relation)),
                   .reads = ReadsOf(link, snapshot),
                   .weight = link.comparison.weight,
                   .similarity = link.comparison.similarity,
                   .parts = PartsOf(link.comparison)};
  JsonObject object = NewObject();
  object.set("type", "overlap");
  object.set("id", view.a.id + "~" + view.b.id);
  object.set("a", EndJson(view.a));
  object.set("b", EndJson(view.b));
  object.set("relation", view.relation);
  object.set("reads", view.reads);
  object.set("weight", view.weight);
  object.set("similarity", view.similarity);
  object.set("weights", overlap::WeightsName());
  object.set("parts", ArrayOf(view.parts, PartJson));
  view.json = Line(object);
  return view;
}

// Every pair is kept with its parts, some kilobytes each.
Result<> RefuseTooManyPairs(const Snapshot& snapshot) {
  constexpr std::size_t kMost = 1500;
  const std::size_t held = snapshot.recommendations().size();
  if (held <= kMost) return {};
  return Fail(ErrorCode::kLimitExceeded,
              fmt::format("--all shows every pair of at most {} "
                          "recommendations, and the archive holds {}; without "
                          "it the links are shown",
                          kMost, held));
}

// What is asked for, with ids in full.
struct Wanted {
  const OverlapRequest& request;
  ReportId report;
  RecommendationId recommendation;
};

bool Touches(const overlap::Link& link, const Wanted& wanted,
             const Snapshot& snapshot) {
  const bool light = !(link.comparison.weight >= wanted.request.min_weight);
  if (light && !wanted.request.all) return false;
  if (!wanted.recommendation.empty() && link.a != wanted.recommendation &&
      link.b != wanted.recommendation) {
    return false;
  }
  if (wanted.report.empty()) return true;
  const auto* a = snapshot.Recommendation(link.a);
  const auto* b = snapshot.Recommendation(link.b);
  return (a != nullptr && a->report == wanted.report) ||
         (b != nullptr && b->report == wanted.report);
}

// Of the pairs that are asked for those of the page, and how many there are.
class PageOf {
 public:
  explicit PageOf(const OverlapRequest& request) : request_(request) {}

  // Counts the next pair; true where it is one of those shown.
  bool Shows(overlap::Relation relation_of_a) {
    const std::string relation(Name(relation_of_a));
    ++relations_[relation];
    if (!request_.relation.empty() && request_.relation != relation) {
      return false;
    }
    const std::uint64_t place = page_.total++;
    return place >= request_.offset &&
           (request_.limit == 0 || place - request_.offset < request_.limit);
  }
  void Put(OverlapView view) { page_.overlaps.push_back(std::move(view)); }

  OverlapPageView Finish() {
    page_.relations.assign(relations_.begin(), relations_.end());
    return std::move(page_);
  }

 private:
  const OverlapRequest& request_;
  OverlapPageView page_;
  std::map<std::string, std::uint64_t> relations_;
};

// What is held that asks for the same as each of the texts given.
OverlapPageView OfTexts(const Wanted& wanted, Snapshot& snapshot) {
  PageOf page(wanted.request);
  overlap::OverlapOptions options;
  options.min_weight = wanted.request.min_weight;
  options.distinct_too = wanted.request.all;
  for (std::size_t i = 0; i < wanted.request.texts.size(); ++i) {
    store::StoredRecommendation one =
        overlap::FromText(wanted.request.texts[i]);
    one.id.value = "text-" + std::to_string(i + 1);
    for (const overlap::Link& link :
         snapshot.Comparer().LinksOfNew(one, options)) {
      if (!Touches(link, wanted, snapshot)) continue;
      if (!page.Shows(link.comparison.relation)) continue;
      page.Put(
          ViewOf(link, {.id = one.id.value, .text = one.item.text}, snapshot));
    }
  }
  return page.Finish();
}

// The link read from `first`, where it is one of the two.
overlap::Link Turned(overlap::Link link, const RecommendationId& first) {
  if (first.empty() || link.a == first) return link;
  std::swap(link.a, link.b);
  link.comparison.relation = Reverse(link.comparison.relation);
  for (overlap::Part& part : link.comparison.parts) {
    std::swap(part.quote_a, part.quote_b);
  }
  return link;
}

}  // namespace

Result<OverlapPageView> ArchiveEngine::OverlapPage(
    const OverlapRequest& request) {
  Wanted wanted{.request = request};
  if (!request.report.empty()) {
    TRY_ASSIGN(wanted.report.value, store_->ResolveId(request.report));
  }
  if (!request.recommendation.empty()) {
    TRY_ASSIGN(wanted.recommendation.value,
               store_->ResolveId(request.recommendation));
  }
  // Every pair there is, passages, and texts that are not held are not of the
  // links.
  const bool linked =
      !request.all && !request.passages && request.texts.empty();
  const unsigned listed = kRecommendations | kRegisterRows | kLinks;
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(linked ? listed : kEverything));
  if (request.passages) {
    OverlapPageView page;
    page.overlaps =
        PassageViews(request, wanted.report, wanted.recommendation, snapshot);
    page.total = page.overlaps.size();
    return page;
  }
  if (!request.texts.empty()) return OfTexts(wanted, *snapshot);
  if (request.all) TRY_RETURN(RefuseTooManyPairs(*snapshot));
  const std::vector<overlap::Link> every =
      request.all ? snapshot->EveryPair() : std::vector<overlap::Link>();
  PageOf page(request);
  for (const overlap::Link& link : request.all ? every : snapshot->Links()) {
    if (!Touches(link, wanted, *snapshot)) continue;
    const bool turned =
        !wanted.recommendation.empty() && link.a != wanted.recommendation;
    const overlap::Relation of_a = link.comparison.relation;
    if (!page.Shows(turned ? Reverse(of_a) : of_a)) continue;
    // The parts of a weight are made with everything there is.
    TRY_RETURN(snapshot->Need(kEverything));
    const overlap::Link shown =
        Turned(snapshot->WithParts(link), wanted.recommendation);
    page.Put(ViewOf(shown, EndOf(shown.a, *snapshot), *snapshot));
  }
  return page.Finish();
}

Result<std::vector<OverlapView>> ArchiveEngine::Overlaps(
    const OverlapRequest& request) {
  TRY_ASSIGN(OverlapPageView page, OverlapPage(request));
  return std::move(page.overlaps);
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
