// The command that reads answers back: answers import.

#include <fmt/format.h>

#include <filesystem>

#include "cli/authorship.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "concord/base/files.h"

namespace concord::cli {
namespace {

constexpr std::uint64_t kMostAnswerBytes = 1u << 30;

// What is not recorded goes where errors go, what is, where results go.
void Print(const engine::AnswersImported& done, bool dry_run,
           const Context& context) {
  for (const std::string& line : done.changes) {
    fmt::print("{}\n", Printable(line));
  }
  const std::size_t fields = done.changes.size();
  fmt::print("{} {}{}; {} unchanged\n", fields,
             fields == 1 ? "answer" : "answers",
             dry_run         ? " would be recorded"
             : done.act == 0 ? " recorded"
                             : fmt::format(" recorded as act {}", done.act),
             done.unchanged);
  if (!context.globals.quiet) {
    for (const std::string& line : done.notes) {
      fmt::print(stderr, "{}\n", Printable(line));
    }
    for (const std::string& line : done.beside) {
      fmt::print(stderr, "not read, no field takes it in: {}\n",
                 Printable(line));
    }
  }
  for (const std::string& line : done.problems) {
    fmt::print(stderr, "not recorded: {}\n", Printable(line));
  }
}

Result<int> RunImport(engine::AnswersRequest request, const Context& context) {
  TRY_ASSIGN(request.bytes, ReadFile(request.file, kMostAnswerBytes));
  const std::string given = request.file;
  std::error_code error;
  const auto absolute = std::filesystem::absolute(request.file, error);
  if (!error) request.file = absolute.lexically_normal().string();
  TRY_ASSIGN(auto engine,
             request.dry_run ? OpenToRead(context) : OpenToWrite(context));
  auto done = engine->ImportAnswers(request);
  if (!done) return tl::unexpected(std::move(done.error()).In(given));
  if (context.globals.json) {
    fmt::print("{}\n", done->json);
  } else {
    Print(*done, request.dry_run, context);
  }
  return done->problems.empty() ? 0 : kSomeFailed;
}

}  // namespace

Action DeclareAnswers(CLI::App& app) {
  struct Options {
    std::string what;
    engine::AnswersRequest request;
  };
  auto options = std::make_shared<Options>();
  app.add_option("what", options->what,
                 "import: read a filled response and record what it answers")
      ->required()
      ->type_name("WHAT")
      ->check(CLI::IsMember({"import"}));
  app.add_option("file", options->request.file,
                 "A workbook or Word file that 'respond' wrote")
      ->required()
      ->type_name("FILE");
  app.add_option("--scope", options->request.scope,
                 "The scope it answers (default: the one it was written for)")
      ->type_name("NAME");
  app.add_flag("--dry-run", options->request.dry_run,
               "Say what would be recorded, and record nothing");
  app.add_flag("--instead", options->request.instead,
               "Replace what another person answered after the file was "
               "written");
  AddAuthorship(app, &options->request);
  return [options](const Context& context) {
    return RunImport(options->request, context);
  };
}

}  // namespace concord::cli
