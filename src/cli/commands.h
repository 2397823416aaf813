#pragma once
// The commands, one table row each: name, help, options and what they do.
//
// To add a command: write a function that declares its options on the given
// CLI::App and sets the action, and add a row in commands.cpp. The parser and
// the help come from the same table; tools/check_docs holds the README against
// it.

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>

#include "cli/terminal.h"
#include "concord/base/result.h"
#include "concord/engine/engine.h"

namespace concord::cli {

// What every command may be given.
struct Globals {
  std::string archive;
  bool json = false;
  bool quiet = false;
  std::string color = "auto";
};

struct Context {
  const Globals& globals;
  const Terminal& out;
  const Terminal& err;
  std::string program;

  engine::EngineOptions EngineOptions() const;
};

// The archive that the command line names.
Result<std::unique_ptr<engine::Engine>> OpenToRead(const Context& context);
Result<std::unique_ptr<engine::Engine>> OpenToWrite(const Context& context);

// Returns the exit code, or the error that decides it.
using Action = std::function<Result<int>(const Context&)>;

struct Command {
  const char* name;
  const char* summary;
  const char* examples;
  Action (*declare)(CLI::App& app);
};

// All commands in the order the help shows them.
const std::vector<Command>& Commands();

// command_import.cpp
Action DeclareImport(CLI::App& app);
// --ocr and --ocr-language, of import and extract alike.
void AddOcrOptions(CLI::App& app, bool* ocr, std::string* language);
// command_archive.cpp
Action DeclareVerify(CLI::App& app);
Action DeclareReindex(CLI::App& app);
// command_single.cpp
Action DeclareExtract(CLI::App& app);
Action DeclareDates(CLI::App& app);
Action DeclareCompare(CLI::App& app);
Action DeclareDecodeWorker(CLI::App& app);
// command_read.cpp
Action DeclareList(CLI::App& app);
Action DeclareShow(CLI::App& app);
Action DeclareCite(CLI::App& app);
Action DeclareSearch(CLI::App& app);
// command_overlaps.cpp
Action DeclareOverlaps(CLI::App& app);
Action DeclareGroups(CLI::App& app);
// A group as `groups` and `group ID` show it.
void PrintGroup(const engine::GroupView& view, const Context& context);
// command_decide.cpp
Action DeclareDecide(CLI::App& app);
Action DeclareGroup(CLI::App& app);
Action DeclareWorks(CLI::App& app);
Action DeclareBodies(CLI::App& app);
Action DeclareAccept(CLI::App& app);
Action DeclareUndo(CLI::App& app);
Action DeclareDecisions(CLI::App& app);
// command_graph.cpp
Action DeclareGraph(CLI::App& app);
// command_scope.cpp
Action DeclareScope(CLI::App& app);
Action DeclareRespond(CLI::App& app);
Action DeclareAnswers(CLI::App& app);

// command_serve.cpp
Action DeclareServe(CLI::App& app);

}  // namespace concord::cli
