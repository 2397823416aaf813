// Commands that answer: scope, respond.

#include <fmt/format.h>

#include <filesystem>

#include "base/json_object.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "concord/base/files.h"

namespace concord::cli {
namespace {

// Shell words, for a person and a script alike.
Result<int> RunDelete(const std::string& name, const Context& context) {
  TRY_ASSIGN(auto engine, OpenToWrite(context));
  TRY_ASSIGN(const std::string again, engine->DeleteScope(name));
  if (context.globals.json) {
    JsonObject object = NewObject();
    object.set("type", "scope-deleted");
    object.set("id", name);
    object.set("command", again);
    fmt::print("{}\n", Line(object));
  } else {
    fmt::print("the scope '{}' is deleted; to have it again: {}\n",
               Printable(name), Printable(again));
  }
  return 0;
}

Result<int> RunScope(const engine::ScopeViewRequest& request,
                     const Context& context) {
  TRY_ASSIGN(auto engine, OpenToWrite(context));
  TRY_ASSIGN(const engine::ScopeView view, engine->MakeScope(request));
  fmt::print("{}\n", context.globals.json ? view.json : Printable(view.text));
  if (!view.replaced.empty() && !context.globals.quiet) {
    fmt::print(stderr, "{}\n", Printable(view.replaced));
  }
  return 0;
}

struct RespondOptions {
  std::string scope;
  std::string format;  // "": as the name of the output ends, else Markdown
  std::string output;
  bool force = false;
};

// kInvalidArgument for a file whose name promises what is not written.
Result<std::string> FormatOf(const RespondOptions& options,
                             const Context& context) {
  if (context.globals.json) return std::string("json");
  if (!options.format.empty()) return options.format;
  const std::string ending =
      std::filesystem::path(options.output).extension().string();
  if (ending.size() < 2) return std::string("md");
  if (engine::FindResponseFormat(ending.substr(1)) != nullptr) {
    return ending.substr(1);
  }
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("'{}' ends in no format of a response; there are {}, "
                          "and --format says which",
                          options.output, engine::ResponseFormatsInWords()));
}

// What of a file there is to lose: a workbook all of whose answers are in the
// record, and that holds nothing else of anybody's, may be written anew.
Result<> KeepAnswers(const RespondOptions& options, const std::string& there,
                     engine::Engine& engine) {
  const auto held = engine.ImportAnswers({.file = options.output,
                                          .bytes = there,
                                          .who = "nobody",
                                          .dry_run = true});
  if (held && !(held->changes.empty() && held->problems.empty())) {
    const std::size_t answers = held->changes.size() + held->problems.size();
    return Fail(
        ErrorCode::kAlreadyExists,
        fmt::format("{} holds {} not recorded ({}); 'concord answers import' "
                    "records what people wrote into it, --force writes over it",
                    options.output,
                    answers == 1 ? "an answer that is"
                                 : fmt::format("{} answers that are", answers),
                    held->changes.empty() ? held->problems.front()
                                          : held->changes.front()));
  }
  const bool is_workbook =
      std::filesystem::path(options.output).extension() == ".xlsx";
  if (held && is_workbook && held->beside.empty()) return {};
  if (held && !is_workbook) {
    return Fail(ErrorCode::kAlreadyExists,
                fmt::format("every answer in {} is recorded; what else was "
                            "written into it would be lost: --force writes "
                            "over it, another --output keeps both",
                            options.output));
  }
  return Fail(ErrorCode::kAlreadyExists,
              fmt::format("{} is there and holds something else, perhaps "
                          "answers that somebody wrote into it; --force "
                          "writes over it, another --output keeps both",
                          options.output));
}

// A file that holds other words may hold somebody's answers.
Result<> KeepOthersWork(const RespondOptions& options, std::string_view bytes,
                        engine::Engine& engine) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 30U;
  std::error_code error;
  if (options.force || !std::filesystem::exists(options.output, error)) {
    return {};
  }
  const auto there = ReadFile(options.output, kMost);
  if (there && *there == bytes) return {};
  return KeepAnswers(options, there.value_or(""), engine);
}

Result<int> RunRespond(const RespondOptions& options, const Context& context) {
  TRY_ASSIGN(const std::string format, FormatOf(options, context));
  const bool prints = options.output.empty() || options.output == "-";
  const engine::ResponseFormat* form = engine::FindResponseFormat(format);
  const bool is_text = form == nullptr || form->is_text;
  if (prints) {
    TRY_RETURN(RefuseTerminal(is_text, format, "--output response." + format,
                              context));
  }
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const std::string text, engine->Respond(options.scope, format));
  if (prints) {
    fmt::print("{}{}", text, is_text ? "\n" : "");
    return 0;
  }
  TRY_RETURN(KeepOthersWork(options, text, *engine));
  return WriteOutput(options.output, text, context);
}

}  // namespace

Action DeclareScope(CLI::App& app) {
  auto request = std::make_shared<engine::ScopeViewRequest>();
  app.add_option("name", request->name, "Name to keep the scope under")
      ->required()
      ->type_name("NAME");
  app.add_option("--report", request->reports, "A report to answer")
      ->type_name("ID");
  app.add_option("--work", request->works,
                 "A work to answer, by title or id; a series gives its "
                 "members")
      ->type_name("TITLE");
  app.add_option("--as-stated-in", request->as_stated_in,
                 "Answer the works that this report says will be answered")
      ->type_name("ID");
  app.add_option("--for", request->answering_body,
                 "Whose response it is; what is addressed to others is left "
                 "out with the reason")
      ->type_name("BODY");
  app.add_flag("--include-decisions", request->include_decisions,
               "Also what papers ask of their own committees");
  app.add_flag("--all-versions", request->all_versions,
               "Count also what an earlier version of a paper asks that a "
               "later one, in the scope too, asks again");
  auto deletes = std::make_shared<bool>(false);
  CLI::Option* deleting =
      app.add_flag("--delete", *deletes,
                   "List it no more; what was answered stays answered");
  for (const char* option : {"--report", "--work", "--as-stated-in", "--for",
                             "--include-decisions", "--all-versions"}) {
    deleting->excludes(app.get_option(option));
  }
  return [request, deletes](const Context& context) {
    return *deletes ? RunDelete(request->name, context)
                    : RunScope(*request, context);
  };
}

Action DeclareRespond(CLI::App& app) {
  auto options = std::make_shared<RespondOptions>();
  app.add_option("name", options->scope, "Name of the scope")
      ->required()
      ->type_name("NAME");
  std::vector<std::string> formats;
  for (const auto& one : engine::ResponseFormats()) formats.push_back(one.name);
  app.add_option("--format", options->format,
                 engine::ResponseFormatsInWords() +
                     " (default: as FILE ends, else md); docx needs pandoc")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(formats));
  app.add_option("--output", options->output,
                 "File to write (default: standard output)")
      ->type_name("FILE");
  app.add_flag("--force", options->force,
               "Write over a file that holds something else");
  return [options](const Context& context) {
    return RunRespond(*options, context);
  };
}

}  // namespace concord::cli
