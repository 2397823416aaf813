#include "cli/progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/signals.h"
#include "concord/base/unicode.h"

namespace concord::cli {
namespace {

using std::chrono::steady_clock;

constexpr auto kBarInterval = std::chrono::milliseconds(100);
constexpr auto kLineInterval = std::chrono::seconds(10);
constexpr int kBarWidth = 24;

std::string Duration(double seconds) {
  const auto whole = static_cast<long>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60,
                     whole % 60);
}

std::string Bar(const engine::ImportTotals& totals) {
  const auto filled =
      totals.total == 0
          ? 0
          : static_cast<int>(kBarWidth * totals.seen / totals.total);
  std::string bar;
  for (int i = 0; i < kBarWidth; ++i) bar += i < filled ? "█" : "░";
  return bar;
}

}  // namespace

ImportProgress::ImportProgress(const Terminal& terminal, Options options)
    : terminal_(terminal), options_(options), last_(steady_clock::now()) {}

std::string ImportProgress::State(const engine::ImportTotals& totals) const {
  const double average = totals.seconds > 0
                             ? static_cast<double>(totals.seen) / totals.seconds
                             : 0;
  const double now = totals.rate >= 0 ? totals.rate : average;
  std::string state = fmt::format(
      "{}/{}  {:.0f}/s now {:.0f}/s average  {} recommendations  "
      "{} duplicate  {} skipped  {} quarantined",
      totals.seen, totals.total, now, average, totals.recommendations,
      totals.duplicate, totals.skipped, totals.quarantined);
  if (now > 0 && totals.total > totals.seen) {
    state += "  " +
             Duration(static_cast<double>(totals.total - totals.seen) / now) +
             " left";
  }
  return state;
}

void ImportProgress::Draw(const engine::ImportTotals& totals) {
  std::string line =
      Bar(totals) + " " + State(totals) + "  " + Printable(current_);
  line = Ellipsis(line, static_cast<std::size_t>(terminal_.width()) +
                            2 * std::size_t{kBarWidth} -
                            1);  // the bar is 3 bytes a cell
  fmt::print(stderr, "\r\x1b[2K{}", line);
  std::fflush(stderr);
  drawn_ = true;
}

void ImportProgress::OnItem(const engine::ItemView& item,
                            const engine::ImportTotals& totals) {
  if (options_.json) {
    fmt::print("{}\n", item.json);
  } else if (item.outcome == "quarantined" && !options_.quiet) {
    End();
    fmt::print(stderr, "{} {}: {}\n", terminal_.Red("quarantined"),
               Printable(item.path), Printable(item.reason));
  } else if (item.code == "changed" && !options_.quiet) {
    End();
    fmt::print(stderr, "{} is {}: {}\n", Printable(item.path), item.report,
               Printable(item.reason));
  } else if (item.code == "concord_archive" && !options_.quiet) {
    End();
    fmt::print(stderr, "skipped {}: {}\n", Printable(item.path),
               Printable(item.reason));
  }
  if (!options_.json && !item.preview.empty()) {
    End();
    fmt::print("{}:\n", Printable(item.path));
    for (const std::string& line : item.preview) {
      fmt::print("  {}\n", Printable(line));
    }
    std::fflush(stdout);
  }
  current_ = item.path;
  Tell(totals);
}

void ImportProgress::OnWait(const engine::ImportTotals& totals) {
  Tell(totals);
}

void ImportProgress::Tell(const engine::ImportTotals& totals) {
  if (StateAsked()) {
    End();
    fmt::print(stderr, "{}  {}\n", State(totals), Printable(current_));
    std::fflush(stderr);
  }
  if (options_.quiet) return;
  const auto now = steady_clock::now();
  if (terminal_.is_terminal()) {
    if (now - last_ < kBarInterval && totals.seen < totals.total) return;
    Draw(totals);
  } else {
    if (now - last_ < kLineInterval) return;
    fmt::print(stderr, "{}\n", State(totals));
  }
  last_ = now;
}

void ImportProgress::OnStage(const std::string& stage) {
  if (options_.quiet) return;
  End();
  if (terminal_.is_terminal()) {
    fmt::print(stderr, "\r\x1b[2K{} ...", stage);
    std::fflush(stderr);
    drawn_ = true;
  }
}

void ImportProgress::End() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\x1b[2K");
  std::fflush(stderr);
  drawn_ = false;
}

std::string LedgerLine(const engine::ImportSummary& summary) {
  const engine::ImportTotals& totals = summary.totals;
  return fmt::format(
      "{} seen = {} indexed + {} duplicate + {} skipped + {} quarantined; "
      "{} recommendations, {} decisions sought, {} commitments, "
      "{} resolutions; {:.1f} s{}{}",
      totals.seen, totals.indexed, totals.duplicate, totals.skipped,
      totals.quarantined, totals.recommendations, totals.decisions,
      totals.commitments, totals.resolutions, totals.seconds,
      summary.dry_run ? "; dry run, nothing written" : "",
      summary.interrupted ? "; interrupted: run it again to go on" : "");
}

}  // namespace concord::cli
