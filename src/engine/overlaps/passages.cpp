#include "engine/overlaps/passages.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "concord/crossref/references.h"
#include "concord/index/index.h"
#include "concord/overlap/passages.h"
#include "engine/overlaps/ends.h"
#include "engine/overlaps/part_json.h"

namespace concord::engine {
namespace {

// How many pieces the shared words propose for each one that is shown.
constexpr std::size_t kProposedEach = 8;

std::string_view RelationName(overlap::Bond bond) {
  return bond == overlap::Bond::kCarriesOut ? "implements" : "cites";
}

class Finder {
 public:
  Finder(const OverlapRequest& request, Snapshot* snapshot)
      : request_(request),
        snapshot_(*snapshot),
        comparer_(snapshot->Comparer()) {
    for (const store::ReportRecord& report : snapshot_.reports()) {
      for (store::Passage& passage :
           overlap::JoinByNumber(report, index::Passages(report))) {
        passages_.push_back(std::move(passage));
      }
    }
    finder_ = std::make_unique<overlap::PassageFinder>(
        passages_, snapshot_.crossref().acronyms);
    references_ = crossref::FollowReferences(snapshot_.reports());
    for (const crossref::ReferenceEntry& one : references_) {
      if (one.report.empty() || one.report == one.quote.report) continue;
      pages_[one.quote.report].insert(one.report);
      pages_[one.report].insert(one.quote.report);
    }
    surroundings_ = overlap::FindSurroundings(
        snapshot_.reports(), snapshot_.recommendations(), snapshot_.crossref());
  }

  void Add(std::size_t number, std::vector<OverlapView>* views) {
    const store::StoredRecommendation& one =
        snapshot_.recommendations()[number];
    AddStated(one, surroundings_[number], views);
    AddPassages(one, views);
  }

  // What a report states of a whole work: "re-affirmed the 20". Bound are the
  // work's own recommendations that are held.
  void AddSets(const ReportId& report, std::vector<OverlapView>* views) const {
    for (const crossref::RelationEntry& one : snapshot_.crossref().relations) {
      if (one.quote.report != report) continue;
      for (const WorkId& work : one.object_works) {
        OverlapView view{.relation = one.type, .stated = one.quote.text};
        view.a = {.id = report.value,
                  .uri = snapshot_.UriOf(report),
                  .title = snapshot_.TitleOf(report),
                  .locator = one.quote.locator};
        view.b = {.id = work.value, .title = one.object};
        Poco::JSON::Array::Ptr bound(new Poco::JSON::Array);
        for (const RecommendationId& id : crossref::RecommendationsOf(
                 snapshot_.crossref(), work, snapshot_.recommendations())) {
          bound->add(id.value);
        }
        Finish("stated", &view, bound);
        views->push_back(std::move(view));
      }
    }
  }

 private:
  void AddStated(const store::StoredRecommendation& one,
                 const overlap::Surroundings& around,
                 std::vector<OverlapView>* views) const {
    for (const overlap::Statement& state : around.states) {
      if (state.bond < overlap::Bond::kCites) continue;
      OverlapView view{.a = EndOf(one.id, snapshot_),
                       .b = EndOf(state.to, snapshot_),
                       .relation = std::string(RelationName(state.bond)),
                       .stated = state.quote.text};
      Finish("stated", &view);
      views->push_back(std::move(view));
    }
    const store::ReportRecord* report = snapshot_.Report(one.report);
    if (report == nullptr) return;
    for (const auto& cited : overlap::PlacesCited(one, *report, references_)) {
      OverlapView view{.a = EndOf(one.id, snapshot_),
                       .relation = "cites",
                       .stated = cited.printed};
      view.b.id = cited.report.value;
      view.b.uri = cited.uri;
      view.b.locator = cited.target;
      if (const store::ReportRecord* target = snapshot_.Report(cited.report)) {
        view.b.title = snapshot_.TitleOf(cited.report);
        view.b.ocr = WasScanned(cited.report, snapshot_);
        view.b.text = std::string(Slice(target->text(), cited.span));
      }
      Finish("stated", &view);
      views->push_back(std::move(view));
    }
  }

  void AddPassages(const store::StoredRecommendation& one,
                   std::vector<OverlapView>* views) const {
    const std::size_t wanted = request_.passages_each;
    std::uint32_t rank = 0;
    for (const overlap::PassageMatch& match :
         finder_->Like(one, wanted * kProposedEach, OwnWork(one.report))) {
      if (rank == wanted) break;
      const store::Passage& passage = passages_[match.passage];
      const overlap::Comparison comparison =
          comparer_.Compare(one, overlap::AsRecommendation(passage));
      const bool light = comparison.weight < request_.min_weight;
      if (light && request_.min_weight > 0) continue;
      OverlapView view{.a = EndOf(one.id, snapshot_),
                       .relation = std::string(Name(comparison.relation)),
                       .weight = comparison.weight,
                       .similarity = comparison.similarity,
                       .parts = PartsOf(comparison),
                       .rank = ++rank};
      view.b = {.id = passage.id,
                .uri = snapshot_.UriOf(passage.report),
                .title = snapshot_.TitleOf(passage.report),
                .locator = passage.locator,
                .text = passage.text,
                .ocr = WasScanned(passage.report, snapshot_)};
      Finish("passage", &view);
      views->push_back(std::move(view));
    }
  }

  // The pages that references of this one lead to, and that lead to it.
  const std::set<ReportId>& OwnWork(const ReportId& report) const {
    static const std::set<ReportId> kNone;
    const auto found = pages_.find(report);
    return found == pages_.end() ? kNone : found->second;
  }

  static void Finish(const char* type, OverlapView* view,
                     const Poco::JSON::Array::Ptr& bound = nullptr) {
    JsonObject object = NewObject();
    object.set("type", type);
    object.set("id", view->a.id + "~" + view->b.id);
    object.set("a", EndJson(view->a));
    object.set("b", EndJson(view->b));
    object.set("relation", view->relation);
    if (view->rank == 0) {
      object.set("stated", view->stated);
      if (bound) object.set("recommendations", bound);
    } else {
      object.set("rank", view->rank);
      object.set("weight", view->weight);
      object.set("similarity", view->similarity);
      object.set("parts", ArrayOf(view->parts, PartJson));
    }
    view->json = Line(object);
  }

  const OverlapRequest& request_;
  const Snapshot& snapshot_;
  const overlap::Comparer& comparer_;
  std::vector<store::Passage> passages_;
  std::unique_ptr<overlap::PassageFinder> finder_;
  std::vector<crossref::ReferenceEntry> references_;
  std::vector<overlap::Surroundings> surroundings_;
  std::map<ReportId, std::set<ReportId>> pages_;
};

}  // namespace

std::vector<OverlapView> PassageViews(const OverlapRequest& request,
                                      const ReportId& report,
                                      const RecommendationId& recommendation,
                                      Snapshot* snapshot) {
  Finder finder(request, snapshot);
  std::vector<OverlapView> views;
  const auto& all = snapshot->recommendations();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool asked = recommendation.empty()
                           ? report.empty() || all[i].report == report
                           : all[i].id == recommendation;
    if (asked) finder.Add(i, &views);
  }
  if (recommendation.empty() && !report.empty()) {
    finder.AddSets(report, &views);
  }
  return views;
}

}  // namespace concord::engine
