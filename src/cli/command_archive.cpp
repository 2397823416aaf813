// Commands that write the archive: import, reindex; and verify.

#include <fmt/format.h>

#include "commands.h"
#include "progress.h"
#include "signals.h"

namespace concord::cli {
namespace {

constexpr int kSomeFailed = 3;
constexpr int kIntegrity = 12;

struct ImportOptions {
  std::vector<std::string> paths;
  unsigned jobs = 0;
  bool dry_run = false;
};

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    joined += (joined.empty() ? "" : " ") + word;
  }
  return joined;
}

Result<engine::ImportSummary> Import(const ImportOptions& options,
                                     const Context& context,
                                     ImportProgress* progress) {
  engine::EngineOptions engine_options = context.EngineOptions();
  engine_options.jobs = options.jobs;
  const engine::ImportRequest request{.paths = options.paths,
                                      .arguments = Joined(options.paths)};
  if (options.dry_run) {
    return engine::DryRun(engine_options, request, *progress);
  }
  TRY_ASSIGN(auto engine,
             engine::Engine::Open(engine_options, engine::Access::kWrite));
  return engine->Import(request, *progress);
}

Result<int> RunImport(const ImportOptions& options, const Context& context) {
  ImportProgress progress(context.err, {.quiet = context.globals.quiet,
                                        .json = context.globals.json});
  Result<engine::ImportSummary> summary = Import(options, context, &progress);
  progress.End();
  if (!summary) return tl::unexpected<Error>(summary.error());
  if (context.globals.json) {
    fmt::print("{}\n", summary->json);
  } else {
    fmt::print("{}\n", LedgerLine(*summary));
    if (summary->totals.quarantined > 0 && !context.globals.quiet) {
      fmt::print(stderr, "'concord list ledger --kind quarantined' says why\n");
    }
  }
  if (summary->interrupted) return 128 + StopSignal();
  return summary->totals.quarantined > 0 ? kSomeFailed : 0;
}

}  // namespace

Action DeclareImport(CLI::App& app) {
  auto options = std::make_shared<ImportOptions>();
  app.add_option("paths", options->paths, "Files and folders")
      ->required()
      ->type_name("PATH");
  app.add_option("--jobs", options->jobs,
                 "Decoding workers (default: one per processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  app.add_flag("--dry-run", options->dry_run,
               "Decode and extract everything, write nothing");
  return [options](const Context& context) {
    return RunImport(*options, context);
  };
}

Action DeclareVerify(CLI::App& app) {
  auto read_originals = std::make_shared<bool>(false);
  app.add_flag("--read-originals", *read_originals,
               "Also read every original and compare its digest");
  return [read_originals](const Context& context) -> Result<int> {
    TRY_ASSIGN(auto engine, engine::Engine::Open(context.EngineOptions(),
                                                 engine::Access::kRead));
    TRY_ASSIGN(const auto faults, engine->Check(*read_originals));
    for (const std::string& fault : faults) {
      fmt::print("{}\n", Printable(fault));
    }
    if (faults.empty() && !context.globals.quiet) {
      fmt::print(stderr, "the archive is sound\n");
    }
    return faults.empty() ? 0 : kIntegrity;
  };
}

Action DeclareReindex(CLI::App&) {
  return [](const Context& context) -> Result<int> {
    TRY_ASSIGN(auto engine, engine::Engine::Open(context.EngineOptions(),
                                                 engine::Access::kWrite));
    TRY_ASSIGN(const std::uint64_t reports, engine->Reindex());
    if (!context.globals.quiet) {
      fmt::print(stderr, "{} reports indexed\n", reports);
    }
    return 0;
  };
}

}  // namespace concord::cli
