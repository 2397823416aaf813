#include "concord/cli/cli.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <vector>

#include "base/error_json.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/signals.h"
#include "cli/usage.h"
#include "concord/base/version.h"
#include "concord/engine/field_names.h"

namespace concord::cli {
namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done, 1 failed (search: nothing found), 2 usage, 3 "
    "finished\n"
    "but some items failed, 10 no archive, 11 locked, 12 integrity, 13 disk\n"
    "full, 130/143 interrupted.\n"
    "'concord COMMAND --help' shows the options and examples of a command.\n";

std::string ProgramPath(const char* argv0) {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string(argv0) : path.string();
}

void AddGlobals(CLI::App& app, Globals& globals) {
  app.add_option("--archive", globals.archive,
                 "Archive folder (else $CONCORD_ARCHIVE, else "
                 "./indexes/archive)")
      ->type_name("DIR");
  app.add_flag("--json", globals.json, "Print JSON (JSON lines for lists)");
  app.add_flag("--quiet", globals.quiet, "No progress and no remarks");
  app.add_option("--color", globals.color, "When to use colour")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

ColorChoice Choice(const std::string& color) {
  if (color == "always") return ColorChoice::kAlways;
  return color == "never" ? ColorChoice::kNever : ColorChoice::kAuto;
}

void Say(ErrorCode code, const std::string& message, bool json,
         const Terminal& err) {
  if (json) {
    std::cerr << ErrorJson(Name(code), message) << "\n";
  } else {
    fmt::print(stderr, "{} {}\n", err.Red("concord:"), Printable(message));
  }
}

int Report(const Error& error, const Context& context) {
  Say(error.code(), engine::NameFields(error.message(), "--"),
      context.globals.json, context.err);
  if (error.code() == ErrorCode::kCancelled && StopSignal() != 0) {
    return 128 + StopSignal();
  }
  return ExitCode(error.code());
}

// Options of CLI11 that hold for every command: global options may stand
// behind the command too.
void Prepare(CLI::App& app, const Command& command) {
  app.fallthrough();
  if (*command.summary == '\0') {
    app.group("");  // not for people: leave it out of the help
  } else {
    app.footer(std::string("Every command also takes --archive DIR, --json, "
                           "--quiet and --color WHEN.\n\nExamples:\n") +
               command.examples);
  }
}

// Runs the command. Printing throws where standard output cannot be written:
// a reader that has seen enough ("concord list works | head") is no failure to
// speak of, and ends the program as the shell expects of a closed pipe.
int Finish(const Action& chosen, const Context& context) {
  constexpr int kClosedPipe = 128 + SIGPIPE;
  try {
    const Result<int> result = chosen(context);
    const int code = result ? *result : Report(result.error(), context);
    if (std::fflush(stdout) == 0 || code != 0) return code;
    return errno == EPIPE ? kClosedPipe : 1;
  } catch (const std::bad_alloc&) {
    return Report(Error(ErrorCode::kLimitExceeded,
                        "not enough memory; what was told as done is kept, and "
                        "running it again goes on from there"),
                  context);
  } catch (const std::system_error& error) {
    if (error.code().value() == EPIPE) return kClosedPipe;
    const ErrorCode code = error.code().value() == ENOSPC
                               ? ErrorCode::kDiskFull
                               : ErrorCode::kUnavailable;
    return Report(Error(code, error.what()), context);
  }
}

// What CLI11 refuses: a call for help, which is none, or a wrong line.
int Refused(const CLI::App& app, const CLI::ParseError& error,
            const std::vector<std::string>& words) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const Terminal err(STDERR_FILENO, ColorChoice::kAuto);
  const bool json = std::find(words.begin(), words.end(), "--json") !=
                    words.end();  // the line was not read to its end
  if (words.empty()) {
    fmt::print(stderr, "{}\n", app.help());
    return kUsage;
  }
  std::string problem = UsageProblem(app, error, words);
  const auto chosen = app.get_subcommands();
  if (!json) {
    problem +=
        fmt::format("\n'concord {}--help' shows what there is",
                    chosen.empty() ? "" : chosen.front()->get_name() + " ");
  }
  Say(ErrorCode::kInvalidArgument, problem, json, err);
  return kUsage;
}

}  // namespace

int Run(int argc, char** argv) {
  InstallSignalHandlers();
  CLI::App app(
      "Concord reads archived committee reports, finds what they recommend, "
      "by whom and\nby when, where several ask for the same thing, and writes "
      "one response to them.",
      "concord");
  app.formatter(std::make_shared<HelpFormat>());
  Globals globals;
  AddGlobals(app, globals);
  app.set_version_flag("--version", "concord " + std::string(kVersion));
  app.footer(kFooter);
  app.require_subcommand(1);
  Action chosen;
  for (const Command& command : Commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    Prepare(*sub, command);
    Action action = command.declare(*sub);
    sub->callback([&chosen, action = std::move(action)] { chosen = action; });
  }
  const std::vector<std::string> words =
      WithoutHelpCommand({argv + 1, argv + argc});
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    return Refused(app, error, words);
  }
  const Terminal out(STDOUT_FILENO, Choice(globals.color));
  const Terminal err(STDERR_FILENO, Choice(globals.color));
  const Context context{globals, out, err, ProgramPath(argv[0])};
  return Finish(chosen, context);
}

}  // namespace concord::cli
