// Which weights the archive was decided under, beside those of this program.

#include <fmt/format.h>

#include <algorithm>

#include "base/json_object.h"
#include "concord/overlap/weighing.h"
#include "engine/archive_engine.h"

namespace concord::engine {
namespace {

// Every version that was in use is kept, the last one counts.
constexpr const char* kWeightsKind = "weights";
constexpr const char* kInUse = "in use";

bool IsAboutPairs(const store::Act& act) {
  return std::any_of(act.items.begin(), act.items.end(), [](const auto& item) {
    return item.kind == "pair" || item.kind == "represents";
  });
}

Result<std::string> KeptName(const store::Store& store) {
  TRY_ASSIGN(const auto kept, store.GetNamed(kWeightsKind, kInUse));
  if (!kept) return std::string();
  return ParseOwn(*kept).extract<JsonObject::Ptr>()->optValue<std::string>(
      "name", "");
}

std::string NoteOf(const WeightsView& view) {
  if (view.acts_under_others > 0) {
    return fmt::format(
        "{} in force {} decided under other weights than this program's ({}): "
        "what was seen then may weigh otherwise now; 'concord decisions "
        "--json' names them",
        view.acts_under_others == 1
            ? "1 act"
            : fmt::format("{} acts", view.acts_under_others),
        view.acts_under_others == 1 ? "was" : "were", view.name);
  }
  if (view.kept.empty() || view.kept == view.name) return "";
  return fmt::format(
      "this archive was last written under weights {}, and this program "
      "weighs by {}: links may weigh otherwise than they did",
      view.kept, view.name);
}

}  // namespace

Result<> KeepWeights(store::Store& store) {
  TRY_ASSIGN(const std::string kept, KeptName(store));
  if (kept == overlap::WeightsName()) return {};
  JsonObject object = NewObject();
  object.set("name", overlap::WeightsName());
  object.set("version", overlap::kWeightsVersion);
  object.set("digest", overlap::WeightsDigest());
  object.set("table", overlap::WeightsTable());
  return store.PutNamed(kWeightsKind, kInUse, Line(object));
}

Result<WeightsView> ArchiveEngine::Weights() {
  WeightsView view{.name = overlap::WeightsName(),
                   .version = overlap::kWeightsVersion,
                   .digest = overlap::WeightsDigest()};
  TRY_ASSIGN(view.kept, KeptName(*store_));
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kNoPart));
  for (const store::Act& act : store::InForce(snapshot->acts())) {
    const bool other = !act.weights.empty() && act.weights != view.name;
    view.acts_under_others += other && IsAboutPairs(act) ? 1 : 0;
  }
  view.note = NoteOf(view);
  return view;
}

}  // namespace concord::engine
