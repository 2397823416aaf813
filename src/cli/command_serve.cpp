// The command that answers browsers: serve.

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "cli/commands.h"
#include "cli/number_option.h"
#include "cli/signals.h"
#include "concord/web/server.h"

namespace concord::cli {
namespace {

Result<int> RunServe(const web::ServeOptions& asked, const Context& context) {
  web::ServeOptions options = asked;
  options.engine = context.EngineOptions();
  options.log = [&context](const std::string& line) {
    fmt::print(stderr, "{} {}\n", context.err.Red("concord:"), Printable(line));
  };
  TRY_ASSIGN(const auto server, web::Server::Start(options));
  if (!context.globals.quiet) {
    fmt::print(stderr, "{} is read at {}  (Ctrl-C ends it)\n",
               Printable(options.engine.archive.string()),
               context.err.Bold(server->url()));
  }
  while (StopSignal() == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return 0;  // asked to end, and ended: for a server that is success
}

}  // namespace

Action DeclareServe(CLI::App& app) {
  auto options = std::make_shared<web::ServeOptions>();
  AddNumber(app, "--port", options->port,
            "Port to listen on (default 8750; 0: any that is free)")
      ->type_name("N");
  app.add_option("--address", options->address,
                 "Address to listen on (default 127.0.0.1)")
      ->type_name("ADDRESS");
  app.add_flag("--allow-remote", options->allow_remote,
               "Allow an address that other machines reach; whoever reaches "
               "it can read the whole archive");
  app.add_option("--host", options->hosts,
                 "A name that browsers may call this server by, beside "
                 "addresses and localhost")
      ->type_name("NAME");
  return
      [options](const Context& context) { return RunServe(*options, context); };
}

}  // namespace concord::cli
