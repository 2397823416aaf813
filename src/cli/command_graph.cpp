// The graph of an archive: graph.

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/number_option.h"
#include "cli/output.h"

namespace concord::cli {
namespace {

struct GraphOptions {
  engine::GraphRequest request;
  std::string output;
};

Result<int> RunGraph(GraphOptions options, const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  if (context.globals.json) options.request.format = "json";
  TRY_ASSIGN(const std::string graph, engine->DrawGraph(options.request));
  if (options.output.empty() || options.output == "-") {
    fmt::print("{}", graph);
    return 0;
  }
  return WriteOutput(options.output, graph, context);
}

}  // namespace

Action DeclareGraph(CLI::App& app) {
  auto options = std::make_shared<GraphOptions>();
  app.add_option("id", options->request.id,
                 "A report, recommendation, work or body")
      ->required()
      ->type_name("ID");
  app.add_option("--format", options->request.format,
                 "svg, dot, graphml or json (default svg)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"svg", "dot", "graphml", "json"}));
  AddNumber(app, "--depth", options->request.depth, 0, engine::kGraphDepth,
            "Steps from it that are shown (default 1)")
      ->type_name("N");
  app.add_option("--output", options->output,
                 "File to write (default: standard output)")
      ->type_name("FILE");
  return
      [options](const Context& context) { return RunGraph(*options, context); };
}

}  // namespace concord::cli
