// One run of the ledger: who, when, with what settings, and what it met; and
// one row of it.

#include "engine/show/run.h"

#include <Poco/Exception.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/json_object.h"

namespace concord::engine {
namespace {

JsonObject::Ptr Parsed(const std::string& json) {
  try {
    Poco::JSON::Parser parser;
    return parser.parse(json).extract<JsonObject::Ptr>();
  } catch (const Poco::Exception&) {
    return new JsonObject;  // a run that was killed has none
  }
}

// The lines of one list of the details.
void AddGroup(const JsonObject& details, const std::string& list,
              const std::string& heading,
              const std::function<std::string(const JsonObject&)>& line,
              Shown* shown) {
  const JsonArray::Ptr items = details.getArray(list);
  if (items.isNull() || items->size() == 0) return;
  ShownGroup group{.heading = heading};
  for (unsigned i = 0; i < items->size(); ++i) {
    group.lines.push_back(line(*items->getObject(i)));
  }
  shown->groups.push_back(std::move(group));
}

std::string Count(const JsonObject& item, const char* name) {
  return std::to_string(item.optValue<std::uint64_t>(name, 0));
}

}  // namespace

JsonObject RunJson(const store::RunRecord& run) {
  JsonObject object = NewObject();
  object.set("type", "run");
  object.set("id", run.id);
  object.set("started_at", run.started_at);
  object.set("ended_at", OrNull(run.ended_at));
  object.set("host", run.host);
  object.set("user", OrNull(run.user));
  object.set("version", run.version);
  object.set("arguments", run.arguments);
  object.set("settings", Parsed(run.settings));
  object.set("seen", run.seen);
  object.set("indexed", run.indexed);
  object.set("duplicate", run.duplicate);
  object.set("skipped", run.skipped);
  object.set("quarantined", run.quarantined);
  object.set("recommendations", run.recommendations);
  object.set("bytes", run.bytes);
  object.set("seconds", run.seconds);
  object.set("documents_per_second",
             run.seconds > 0 ? static_cast<double>(run.seen) / run.seconds : 0);
  object.set("peak_memory", run.peak_memory);
  const JsonObject::Ptr details = Parsed(run.details);
  for (const std::string& name : details->getNames()) {
    object.set(name, details->get(name));
  }
  return object;
}

JsonObject LedgerJson(const store::LedgerRow& row, std::int64_t number) {
  JsonObject object = NewObject();
  object.set("type", "ledger");
  object.set("id", "l" + std::to_string(number));
  object.set("run", row.run);
  object.set("path", row.path);
  object.set("uri", row.uri);
  object.set("outcome", std::string(Name(row.outcome)));
  object.set("code", OrNull(row.code));
  object.set("reason", OrNull(row.reason));
  object.set("stage", OrNull(row.stage));
  object.set("report", OrNull(row.report.value));
  object.set("digest", OrNull(row.digest));
  object.set("media_type", OrNull(row.media_type));
  object.set("bytes", row.bytes);
  object.set("source", OrNull(row.source));
  object.set("attempts", row.attempts);
  object.set("log", OrNull(row.log));
  object.set("seconds", row.seconds);
  return object;
}

Shown ShowLedgerRow(const store::LedgerRow& row, std::int64_t number) {
  Shown shown{.title = row.path};
  const auto field = [&](const std::string& name, std::string text) {
    if (!text.empty()) shown.fields.emplace_back(name, std::move(text));
  };
  field("id", "l" + std::to_string(number));
  field("run", std::to_string(row.run));
  field("outcome", std::string(Name(row.outcome)));
  field("code", row.code);
  field("reason", row.reason);
  field("stage", row.stage);
  field("report", row.report.value);
  field("uri", row.uri);
  field("type", row.media_type);
  field("bytes", std::to_string(row.bytes));
  field("digest", row.digest);
  if (row.outcome == store::Outcome::kQuarantined) {
    field("attempts", std::to_string(row.attempts));
  }
  ShownGroup log{.heading = "What the attempts said"};
  for (std::size_t at = 0; at < row.log.size();) {
    const std::size_t end = std::min(row.log.find('\n', at), row.log.size());
    log.lines.push_back(row.log.substr(at, end - at));
    at = end + 1;
  }
  if (!log.lines.empty()) shown.groups.push_back(std::move(log));
  shown.json = Line(LedgerJson(row, number));
  return shown;
}

Shown ShowRun(const store::RunRecord& run) {
  Shown shown{.title = fmt::format("Run {}", run.id)};
  const auto field = [&](const std::string& name, std::string text) {
    if (!text.empty()) shown.fields.emplace_back(name, std::move(text));
  };
  field("started", run.started_at);
  field("ended", run.ended_at.empty() ? "(not ended: killed, or at work)"
                                      : run.ended_at);
  field("by", run.user + " on " + run.host);
  field("version", run.version);
  field("arguments", run.arguments);
  field("settings", run.settings);
  field("items", fmt::format("{} seen = {} indexed + {} duplicate + {} skipped "
                             "+ {} quarantined",
                             run.seen, run.indexed, run.duplicate, run.skipped,
                             run.quarantined));
  field("bytes", std::to_string(run.bytes));
  if (run.seconds > 0) {
    field("time", fmt::format("{:.1f} s, {:.1f} items a second", run.seconds,
                              static_cast<double>(run.seen) / run.seconds));
  }
  if (run.peak_memory > 0) {
    field("memory", fmt::format("{} MB at most", run.peak_memory >> 20));
  }
  const JsonObject::Ptr details = Parsed(run.details);
  AddGroup(
      *details, "by_type", "By media type",
      [](const JsonObject& item) {
        return Count(item, "items") + "  " +
               item.optValue<std::string>("type", "") + "  (" +
               Count(item, "bytes") + " bytes)";
      },
      &shown);
  AddGroup(
      *details, "by_error", "By code",
      [](const JsonObject& item) {
        return Count(item, "items") + "  " +
               item.optValue<std::string>("code", "");
      },
      &shown);
  AddGroup(
      *details, "slowest", "Slowest",
      [](const JsonObject& item) {
        return fmt::format("{:.2f} s  {}", item.optValue<double>("seconds", 0),
                           item.optValue<std::string>("path", ""));
      },
      &shown);
  shown.json = Line(RunJson(run));
  return shown;
}

}  // namespace concord::engine
