// The history of decisions as JSON lines: out of one archive, into another that
// holds the same reports.

#include <algorithm>
#include <map>
#include <set>

#include "base/json_object.h"
#include "engine/archive_engine.h"
#include "engine/decisions/decisions.h"

namespace concord::engine {
namespace {

using store::Act;

// Equal for the same act in two archives, whatever its number is there.
std::string KeyOf(const Act& act, const std::string& undone) {
  Act plain = act;
  plain.id = 0;
  plain.undoes = 0;
  return ViewOf(plain, true).json + undone;
}

// Which acts are there already, by their keys.
class Known {
 public:
  explicit Known(const std::vector<Act>& acts) {
    for (const Act& act : acts) {
      const std::string key = KeyOf(act, key_of_[act.undoes]);
      key_of_[act.id] = key;
      number_of_[key] = act.id;
    }
  }

  std::int64_t NumberOf(const std::string& key) const {
    const auto found = number_of_.find(key);
    return found == number_of_.end() ? 0 : found->second;
  }

 private:
  std::map<std::int64_t, std::string> key_of_;
  std::map<std::string, std::int64_t> number_of_;
};

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::vector<std::string> LinesOf(const std::vector<Unfit>& unfit) {
  std::vector<std::string> lines;
  std::set<std::string> seen;
  for (const Unfit& one : unfit) {
    std::string line = "act " + std::to_string(one.act) + ": " +
                       Described(one.end) + " is not held";
    if (seen.insert(line).second) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Result<std::vector<ActView>> ArchiveEngine::Acts() {
  TRY_ASSIGN(const std::vector<Act> acts, store_->Acts());
  // An act counts, one of undoing too, unless another that counts undoes it.
  std::set<std::int64_t> undone;
  std::vector<ActView> views;
  for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
    const bool counts = undone.count(act->id) == 0;
    if (counts && act->undoes != 0) undone.insert(act->undoes);
    views.push_back(ViewOf(*act, counts));
  }
  std::reverse(views.begin(), views.end());
  return views;
}

Result<std::vector<std::string>> ArchiveEngine::UnfitDecisions() {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRecommendations | kRegister));
  std::vector<Unfit> unfit =
      ResolveDecisions(snapshot->acts(), snapshot->recommendations()).unfit;
  for (const crossref::UnfitDecision& one : snapshot->crossref().unfit) {
    unfit.push_back({one.act, {one.id, "", "", {}, one.name}});
  }
  return LinesOf(unfit);
}

Result<DecisionsImported> ArchiveEngine::ImportDecisions(
    std::string_view lines) {
  std::vector<Act> acts;
  std::size_t number = 0;
  for (const std::string_view line : LinesOf(lines)) {
    ++number;
    if (IsBlank(line)) continue;
    Result<Act> act = ActFromJson(std::string(line));
    if (!act) {
      return tl::unexpected<Error>(
          std::move(act.error()).In("line " + std::to_string(number)));
    }
    acts.push_back(std::move(*act));
  }
  TRY_ASSIGN(std::vector<Act> held, store_->Acts());
  const Known known(held);
  std::int64_t last = held.empty() ? 0 : held.back().id;
  std::map<std::int64_t, std::pair<std::string, std::int64_t>> renumbered;
  DecisionsImported imported;
  for (Act& act : acts) {
    const auto undone = renumbered.find(act.undoes);
    if (act.undoes != 0 && undone == renumbered.end()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "act " + std::to_string(act.id) + " undoes act " +
                      std::to_string(act.undoes) +
                      ", which does not stand before it");
    }
    const std::string key =
        KeyOf(act, act.undoes == 0 ? "" : undone->second.first);
    if (act.undoes != 0) act.undoes = undone->second.second;
    std::int64_t here = known.NumberOf(key);
    if (here != 0) {
      ++imported.known;
    } else {
      TRY_ASSIGN(here, store_->AddAct(act, last));
      last = here;
      ++imported.added;
    }
    renumbered[act.id] = {key, here};
  }
  snapshot_.reset();
  TRY_ASSIGN(imported.unfit, UnfitDecisions());
  JsonObject object = NewObject();
  object.set("type", "decisions-imported");
  object.set("added", imported.added);
  object.set("known", imported.known);
  object.set("unfit", Strings(imported.unfit));
  imported.json = Line(object);
  return imported;
}

}  // namespace concord::engine
