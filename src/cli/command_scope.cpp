// Commands that answer: scope, respond.

#include <fmt/format.h>

#include "commands.h"
#include "concord/base/files.h"

namespace concord::cli {
namespace {

Result<int> RunScope(const engine::ScopeViewRequest& request,
                     const Context& context) {
  TRY_ASSIGN(auto engine, engine::Engine::Open(context.EngineOptions(),
                                               engine::Access::kWrite));
  TRY_ASSIGN(const engine::ScopeView view, engine->MakeScope(request));
  fmt::print("{}\n", context.globals.json ? view.json : Printable(view.text));
  if (!view.replaced.empty() && !context.globals.quiet) {
    fmt::print(stderr, "{}\n", Printable(view.replaced));
  }
  return 0;
}

struct RespondOptions {
  std::string scope;
  std::string format = "md";
  std::string output;
};

Result<int> RunRespond(const RespondOptions& options, const Context& context) {
  TRY_ASSIGN(auto engine, engine::Engine::Open(context.EngineOptions(),
                                               engine::Access::kRead));
  const std::string format = context.globals.json ? "json" : options.format;
  TRY_ASSIGN(const std::string text, engine->Respond(options.scope, format));
  if (options.output.empty() || options.output == "-") {
    fmt::print("{}\n", text);
    return 0;
  }
  TRY_RETURN(ReplaceFile(options.output, text));
  if (!context.globals.quiet) {
    fmt::print(stderr, "written to {}\n", options.output);
  }
  return 0;
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
  return
      [request](const Context& context) { return RunScope(*request, context); };
}

Action DeclareRespond(CLI::App& app) {
  auto options = std::make_shared<RespondOptions>();
  app.add_option("name", options->scope, "Name of the scope")
      ->required()
      ->type_name("NAME");
  app.add_option("--format", options->format, "html, md or json")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"html", "md", "json"}));
  app.add_option("--output", options->output,
                 "File to write (default: standard output)")
      ->type_name("FILE");
  return [options](const Context& context) {
    return RunRespond(*options, context);
  };
}

}  // namespace concord::cli
