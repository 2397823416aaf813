// Reading into the archive: import, once or watching.

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/import_paths.h"
#include "cli/number_option.h"
#include "cli/progress.h"
#include "cli/signals.h"

namespace concord::cli {
namespace {

// How often a watched folder is looked at.
constexpr std::chrono::seconds kWatchInterval{2};

// What is looked at again at each turn, so that nothing falls between two:
// clocks of file systems are coarse, and a file may be written for a while.
constexpr std::chrono::seconds kOverlap{5};

struct ImportOptions {
  std::vector<std::string> paths;
  std::string files_from;
  bool null = false;
  unsigned jobs = 0;
  std::uint64_t limit = 0;
  std::string since;
  bool retry_failed = false;
  bool no_archives = false;
  bool from_extracted = false;
  bool allow_private = false;
  bool other_hosts = false;
  bool refetch = false;
  double delay = 1;
  bool ocr = false;
  std::string ocr_language = "eng";
  bool dry_run = false;
  bool watch = false;
};

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    joined += (joined.empty() ? "" : " ") + word;
  }
  return joined;
}

Result<engine::ImportRequest> RequestOf(const ImportOptions& options) {
  engine::ImportRequest request{
      .paths = options.paths,
      .arguments = Joined(options.paths),
      .limit = options.limit,
      .since = options.since,
      .retry_failed = options.retry_failed,
      .read_archives = !options.no_archives,
      .allow_private = options.allow_private,
      .other_hosts = options.other_hosts,
      .web_delay_ms = static_cast<std::uint32_t>(options.delay * 1000),
      .refetch = options.refetch,
      .from_extracted = options.from_extracted,
      .ocr_language = options.ocr ? options.ocr_language : ""};
  if (!options.files_from.empty()) {
    TRY_ASSIGN(const auto names, ReadNames(options.files_from, options.null));
    request.paths.insert(request.paths.end(), names.begin(), names.end());
    request.arguments += (request.arguments.empty() ? "" : " ") +
                         ("--files-from " + options.files_from);
  }
  if (options.retry_failed) {
    request.arguments += request.arguments.empty() ? "" : " ";
    request.arguments += "--retry-failed";
  }
  if (options.ocr) request.arguments += " --ocr";
  if (options.paths.empty() && options.files_from.empty() &&
      !options.retry_failed) {
    return Fail(ErrorCode::kInvalidArgument,
                "nothing to import: name files or folders, or use "
                "--files-from FILE or --retry-failed");
  }
  return request;
}

Result<engine::ImportSummary> Import(const engine::ImportRequest& request,
                                     const ImportOptions& options,
                                     const Context& context,
                                     ImportProgress* progress) {
  engine::EngineOptions engine_options = context.EngineOptions();
  engine_options.jobs = options.jobs;
  if (options.dry_run) {
    return engine::DryRun(engine_options, request, *progress);
  }
  TRY_ASSIGN(auto engine,
             engine::Engine::Open(engine_options, engine::Access::kWrite));
  return engine->Import(request, *progress);
}

void PrintSummary(const engine::ImportSummary& summary,
                  const Context& context) {
  if (context.globals.json) {
    fmt::print("{}\n", summary.json);
  } else {
    fmt::print("{}\n", LedgerLine(summary));
    if (summary.totals.quarantined > 0 && !context.globals.quiet) {
      fmt::print(stderr, "'concord list ledger --kind quarantined' says why\n");
    }
  }
  std::fflush(stdout);
}

Result<int> RunOnce(const engine::ImportRequest& request,
                    const ImportOptions& options, const Context& context) {
  ImportProgress progress(context.err, {.quiet = context.globals.quiet,
                                        .json = context.globals.json});
  Result<engine::ImportSummary> summary =
      Import(request, options, context, &progress);
  progress.End();
  if (!summary) return tl::unexpected<Error>(summary.error());
  // A turn of a watch that met nothing is not worth a line.
  if (!options.watch || summary->totals.seen > 0) {
    PrintSummary(*summary, context);
  }
  if (summary->interrupted) return 128 + StopSignal();
  return summary->totals.quarantined > 0 ? kSomeFailed : 0;
}

std::string TimeText(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

// All once, and then what has changed since, until a signal ends it.
Result<int> Watch(engine::ImportRequest request, const ImportOptions& options,
                  const Context& context) {
  std::chrono::system_clock::time_point done{};
  while (StopSignal() == 0) {
    const auto start = std::chrono::system_clock::now();
    if (done == std::chrono::system_clock::time_point{} ||
        engine::AnyChanged(request)) {
      Result<int> code = RunOnce(request, options, context);
      if (!code) return code;
    }
    done = start;
    request.since = TimeText(start - kOverlap);
    const auto end = std::chrono::steady_clock::now() + kWatchInterval;
    while (StopSignal() == 0 && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }
  return 128 + StopSignal();
}

Result<int> RunImport(const ImportOptions& options, const Context& context) {
  TRY_ASSIGN(engine::ImportRequest request, RequestOf(options));
  if (options.watch && engine::FetchesPages(request)) {
    return Fail(ErrorCode::kInvalidArgument,
                "--watch looks at files and folders; a page is fetched again "
                "with --refetch, from a timer of your system's");
  }
  if (options.watch) return Watch(std::move(request), options, context);
  return RunOnce(request, options, context);
}

void DeclareSources(CLI::App& app, ImportOptions* options) {
  app.add_option("paths", options->paths,
                 "Files, folders, archives, web addresses; - for standard "
                 "input")
      ->type_name("PATH");
  app.add_option("--files-from", options->files_from,
                 "Read the paths from FILE, one a line (- for standard input)")
      ->type_name("FILE");
  app.add_flag("-0,--null", options->null,
               "The paths of --files-from end with NUL bytes");
  app.add_option("--since", options->since,
                 "Only files changed since DAY (2001-11-13 or "
                 "2001-11-13T12:00:00Z)")
      ->type_name("DAY");
  AddNumber(app, "--limit", options->limit, "Stop after N items")
      ->type_name("N");
  app.add_flag("--retry-failed", options->retry_failed,
               "Read again what was quarantined last");
  app.add_flag("--no-archives", options->no_archives,
               "Do not look into ZIP, TAR, WARC and the like");
  app.add_flag("--from-extracted", options->from_extracted,
               "The files hold lines of 'concord extract --stream'");
}

void DeclareWeb(CLI::App& app, ImportOptions* options) {
  AddNumber(app, "--delay", options->delay, 0.0, 3600.0,
            "Seconds between two requests to a web server (default 1)")
      ->type_name("S");
  app.add_flag("--other-hosts", options->other_hosts,
               "Follow redirects to other hosts");
  app.add_flag("--allow-private", options->allow_private,
               "Fetch from this machine and private networks too");
  app.add_flag("--refetch", options->refetch,
               "Fetch pages again that were fetched within the last day");
}

}  // namespace

void AddOcrOptions(CLI::App& app, bool* ocr, std::string* language) {
  CLI::Option* flag = app.add_flag(
      "--ocr", *ocr,
      "Read PDFs that are pictures by OCR (needs tesseract-ocr); with "
      "--retry-failed also those that were passed over");
  app.add_option("--ocr-language", *language,
                 "Language of those pictures (default eng; eng+cym for two)")
      ->type_name("L")
      ->needs(flag)
      ->check([](const std::string& name) {
        return std::string(name.empty() ? "it needs a name" : "");
      });
}

Action DeclareImport(CLI::App& app) {
  auto options = std::make_shared<ImportOptions>();
  DeclareSources(app, options.get());
  DeclareWeb(app, options.get());
  AddNumber(app, "--jobs", options->jobs, 1u, 256u,
            "Decoding workers (default: one per processor)")
      ->type_name("N");
  AddOcrOptions(app, &options->ocr, &options->ocr_language);
  app.add_flag("--dry-run", options->dry_run,
               "Decode and extract everything, write nothing");
  app.add_flag("--watch", options->watch,
               "Go on importing what changes, until interrupted");
  return [options](const Context& context) {
    return RunImport(*options, context);
  };
}

}  // namespace concord::cli
