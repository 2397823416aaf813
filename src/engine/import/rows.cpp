#include "engine/import/rows.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <string_view>

#include "concord/edtf/edtf.h"
#include "engine/import/run_details.h"

namespace concord::engine {
namespace {

// "password_required" of "password_required: it opens with a password only".
std::string_view WordBefore(const Error& error) {
  for (const std::string_view word :
       {"no_text", "password_required", "empty"}) {
    if (error.message().starts_with(word)) return word;
  }
  return {};
}

}  // namespace

std::string TimeText(const std::optional<std::chrono::sys_seconds>& time) {
  if (!time) return "";
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(*time)));
}

Result<std::optional<std::chrono::sys_seconds>> ReadSince(
    const std::string& since) {
  if (since.empty()) return std::nullopt;
  const std::optional<edtf::Day> day = edtf::ParseDay(since.substr(0, 10));
  std::tm time{};
  const bool timed = since.size() > 10;
  if (!day || (timed &&
               ::strptime(since.c_str() + 10, "T%H:%M:%S", &time) == nullptr)) {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + since +
                    "' is no day or time; write 2001-11-13 or "
                    "2001-11-13T12:00:00Z");
  }
  return std::chrono::sys_seconds(std::chrono::days(edtf::DayNumber(*day)) +
                                  std::chrono::hours(time.tm_hour) +
                                  std::chrono::minutes(time.tm_min) +
                                  std::chrono::seconds(time.tm_sec));
}

std::string CodeOf(const Error& error) {
  const std::string_view word = WordBefore(error);
  return std::string(word.empty() ? Name(error.code()) : word);
}

std::string ReasonOf(const Error& error) {
  std::string_view reason = error.message();
  reason.remove_prefix(WordBefore(error).size());
  if (reason.starts_with(": ")) reason.remove_prefix(2);
  return reason.empty() ? error.message() : std::string(reason);
}

std::string LogOf(std::int64_t run, const std::vector<std::string>& attempts) {
  std::string log;
  for (const std::string& attempt : attempts) {
    log += fmt::format("run {}: {}", run, attempt);
    if (!log.ends_with('\n')) log.push_back('\n');
  }
  return log;
}

std::string Bounded(std::string log) {
  constexpr std::size_t kMost = 16384;
  constexpr std::string_view kCut =
      "(what earlier attempts said is left out)\n";
  if (log.size() <= kMost) return log;
  const std::size_t line = log.find("\nrun ", log.size() - kMost);
  return std::string(kCut) +
         (line == std::string::npos ? "" : log.substr(line + 1));
}

ItemView ViewOf(const store::LedgerRow& row,
                const std::vector<extraction::MappedTable>& tables) {
  ItemView view{.path = row.path,
                .uri = row.uri,
                .outcome = std::string(Name(row.outcome)),
                .code = row.code,
                .reason = row.reason,
                .stage = row.stage,
                .report = row.report.value,
                .attempts = row.attempts};
  for (const extraction::MappedTable& table : tables) {
    for (std::string& line : InLines(table)) {
      view.preview.push_back(std::move(line));
    }
  }
  view.json = ItemJson(view, row, tables);
  return view;
}

}  // namespace concord::engine
