#include "engine/import/run_details.h"

#include <sys/resource.h>

#include <algorithm>

#include "base/json_object.h"

namespace concord::engine {
namespace {

constexpr std::size_t kSlowest = 10;

std::uint64_t PeakOf(int who) {
  rusage usage{};
  ::getrusage(who, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

}  // namespace

void RunDetails::Add(const store::LedgerRow& row) {
  Share& share =
      by_type_[row.media_type.empty() ? "(not known)" : row.media_type];
  ++share.items;
  share.bytes += row.bytes;
  const bool error = row.outcome != store::Outcome::kIndexed;
  if (error && !row.code.empty()) ++by_error_[row.code];
  if (row.seconds <= 0) return;
  const auto place = std::find_if(
      slowest_.begin(), slowest_.end(),
      [&](const Slow& slow) { return slow.seconds < row.seconds; });
  slowest_.insert(place, {row.seconds, row.path});
  if (slowest_.size() > kSlowest) slowest_.pop_back();
}

std::string RunDetails::Json() const {
  JsonArray types;
  for (const auto& [type, share] : by_type_) {
    JsonObject one = NewObject();
    one.set("type", type);
    one.set("items", share.items);
    one.set("bytes", share.bytes);
    types.add(one);
  }
  JsonArray errors;
  for (const auto& [code, items] : by_error_) {
    JsonObject one = NewObject();
    one.set("code", code);
    one.set("items", items);
    errors.add(one);
  }
  JsonArray slowest;
  for (const Slow& slow : slowest_) {
    JsonObject one = NewObject();
    one.set("path", slow.path);
    one.set("seconds", slow.seconds);
    slowest.add(one);
  }
  JsonObject object = NewObject();
  object.set("by_type", types);
  object.set("by_error", errors);
  object.set("slowest", slowest);
  object.set("peak_memory_worker", PeakWorkerMemory());
  return Line(object);
}

std::uint64_t PeakMemory() { return PeakOf(RUSAGE_SELF); }
std::uint64_t PeakWorkerMemory() { return PeakOf(RUSAGE_CHILDREN); }

std::string ItemJson(const ItemView& view, const store::LedgerRow& row,
                     const std::vector<extraction::MappedTable>& tables) {
  JsonObject object = NewObject();
  object.set("type", "item");
  object.set("path", view.path);
  object.set("uri", view.uri);
  object.set("outcome", view.outcome);
  object.set("code", OrNull(view.code));
  object.set("reason", OrNull(view.reason));
  object.set("stage", OrNull(view.stage));
  object.set("report", OrNull(view.report));
  object.set("media_type", OrNull(row.media_type));
  object.set("bytes", row.bytes);
  object.set("digest", OrNull(row.digest));
  object.set("source", OrNull(row.source));
  object.set("attempts", row.attempts);
  object.set("seconds", row.seconds);
  if (tables.empty()) return Line(object);
  std::string line = Line(object);
  line.pop_back();  // the closing brace
  return line + ",\"tables\":" + ToJson(tables) + "}";
}

std::string SummaryJson(const ImportSummary& summary) {
  const ImportTotals& totals = summary.totals;
  JsonObject object = NewObject();
  object.set("type", "summary");
  object.set("run", summary.run);
  object.set("seen", totals.seen);
  object.set("indexed", totals.indexed);
  object.set("duplicate", totals.duplicate);
  object.set("skipped", totals.skipped);
  object.set("quarantined", totals.quarantined);
  object.set("recommendations", totals.recommendations);
  object.set("decisions", totals.decisions);
  object.set("commitments", totals.commitments);
  object.set("resolutions", totals.resolutions);
  object.set("bytes", totals.bytes);
  object.set("seconds", totals.seconds);
  object.set("peak_memory", PeakMemory());
  object.set("dry_run", summary.dry_run);
  object.set("interrupted", summary.interrupted);
  return Line(object);
}

}  // namespace concord::engine
