// Commands that answer: scope, respond.

#include <fmt/format.h>

#include <filesystem>

#include "commands.h"
#include "output.h"

namespace concord::cli {
namespace {

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
};

std::string FormatOf(const RespondOptions& options, const Context& context) {
  if (context.globals.json) return "json";
  if (!options.format.empty()) return options.format;
  const std::string ending =
      std::filesystem::path(options.output).extension().string();
  const bool known = ending.size() > 1 &&
                     engine::FindResponseFormat(ending.substr(1)) != nullptr;
  return known ? ending.substr(1) : "md";
}

Result<int> RunRespond(const RespondOptions& options, const Context& context) {
  const std::string format = FormatOf(options, context);
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
  return
      [request](const Context& context) { return RunScope(*request, context); };
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
  return [options](const Context& context) {
    return RunRespond(*options, context);
  };
}

}  // namespace concord::cli
