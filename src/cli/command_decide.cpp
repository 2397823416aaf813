// Commands by which people decide: decide, group, accept, undo, decisions.

#include <fmt/format.h>

#include <iostream>
#include <iterator>

#include "cli/authorship.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/number_option.h"
#include "cli/output.h"
#include "concord/base/files.h"

namespace concord::cli {
namespace {

constexpr std::uint64_t kMostHistoryBytes = 1u << 30;  // of a history

void PrintAct(const engine::ActView& act, const Context& context) {
  if (context.globals.json) {
    fmt::print("{}\n", act.json);
    return;
  }
  fmt::print("{}  {}  {}, {}{}{}{}\n",
             context.out.Bold(fmt::format("act {}", act.act)), act.verb,
             Printable(act.who), act.at, act.why.empty() ? "" : ": ",
             Printable(act.why),
             act.undoes != 0 ? fmt::format("  (undoes act {})", act.undoes)
                             : (act.in_force ? "" : "  (undone)"));
  for (const std::string& line : act.lines) {
    fmt::print("  {}\n", Printable(line));
  }
  for (const engine::ChangedGroupView& group : act.groups) {
    fmt::print("  now {}: {}\n", context.out.Bold(group.id),
               fmt::join(group.members, ", "));
  }
  if (!act.alone.empty()) {
    fmt::print("  now in no group: {}\n", fmt::join(act.alone, ", "));
  }
}

// Does one act on the archive, opened for writing.
template <class Do>
Result<int> RunAct(const Context& context, Do act) {
  TRY_ASSIGN(auto engine, OpenToWrite(context));
  TRY_ASSIGN(const engine::ActView view, act(*engine));
  PrintAct(view, context);
  if (!view.is_new && !context.globals.quiet) {
    fmt::print(stderr, "it had been decided so before; nothing was added\n");
  }
  return 0;
}

Result<int> RunList(const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const auto acts, engine->Acts());
  for (const engine::ActView& act : acts) PrintAct(act, context);
  TRY_ASSIGN(const auto unfit, engine->UnfitDecisions());
  if (context.globals.quiet) return 0;
  for (const std::string& line : unfit) {
    fmt::print(stderr, "{}\n", Printable(line));
  }
  return 0;
}

Result<int> RunExport(const std::string& file, const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const auto acts, engine->Acts());
  std::string lines;
  for (const engine::ActView& act : acts) lines += act.json + "\n";
  if (file.empty() || file == "-") {
    fmt::print("{}", lines);
    return 0;
  }
  return WriteOutput(file, lines, context);
}

Result<std::string> ReadInput(const std::string& file) {
  if (!file.empty() && file != "-") return ReadFile(file, kMostHistoryBytes);
  return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

Result<int> RunImport(const std::string& file, const Context& context) {
  TRY_ASSIGN(const std::string lines, ReadInput(file));
  TRY_ASSIGN(auto engine, OpenToWrite(context));
  TRY_ASSIGN(const auto imported, engine->ImportDecisions(lines));
  if (context.globals.json) {
    fmt::print("{}\n", imported.json);
  } else {
    fmt::print("{} acts added, {} known already, {} sides not held\n",
               imported.added, imported.known, imported.unfit.size());
    for (const std::string& line : imported.unfit) {
      fmt::print(stderr, "{}\n", Printable(line));
    }
  }
  return imported.unfit.empty() ? 0 : kSomeFailed;
}

}  // namespace

Action DeclareDecide(CLI::App& app) {
  auto request = std::make_shared<engine::DecideRequest>();
  app.add_option("a", request->a, "A recommendation")
      ->required()
      ->type_name("A");
  app.add_option("b", request->b, "Another")->required()->type_name("B");
  app.add_option("verdict", request->verdict, "same, different or unsure")
      ->required()
      ->type_name("VERDICT")
      ->check(CLI::IsMember({"same", "different", "unsure"}));
  app.add_flag("--instead", request->instead,
               "Replace what was decided otherwise before");
  AddAuthorship(app, request.get());
  return [request](const Context& context) {
    return RunAct(context, [&](engine::Engine& engine) {
      return engine.Decide(*request);
    });
  };
}

namespace {

Result<int> RunShowGroup(const std::string& id, const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const auto groups, engine->Groups({.group = id}));
  for (const engine::GroupView& view : groups) PrintGroup(view, context);
  return 0;
}

}  // namespace

Action DeclareGroup(CLI::App& app) {
  auto request = std::make_shared<engine::GroupChangeRequest>();
  app.add_option("id", request->group, "The group")
      ->required()
      ->type_name("ID");
  app.add_option("change", request->change,
                 "split: take members out; join: add recommendations or "
                 "groups; move: into another group; represent: let one speak "
                 "for all; wording: whose text, addressee, owner or due date "
                 "stands (default: show the group)")
      ->type_name("CHANGE")
      ->check(CLI::IsMember({"split", "join", "move", "represent", "wording"}));
  app.add_option("members", request->members,
                 "Which recommendations; of wording FIELD=ID: text=, "
                 "addressee=, owner=, due=")
      ->type_name("ID...");
  app.add_option("--to", request->to,
                 "Where to move them: a group or one of "
                 "its recommendations")
      ->type_name("ID");
  app.add_flag("--instead", request->instead,
               "Replace what was decided otherwise before");
  AddAuthorship(app, request.get());
  return [request](const Context& context) -> Result<int> {
    if (request->change.empty()) return RunShowGroup(request->group, context);
    if (request->members.empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "name the recommendations it is about");
    }
    return RunAct(context, [&](engine::Engine& engine) {
      return engine.ChangeGroup(*request);
    });
  };
}

namespace {

Action DeclareRegister(CLI::App& app, bool bodies) {
  auto request = std::make_shared<engine::RegisterChangeRequest>();
  request->bodies = bodies;
  const std::string one = bodies ? "body" : "work";
  std::vector<std::string> changes = {"merge", "split", "alias"};
  if (!bodies) changes.push_back("refuse");
  app.add_option("change", request->change,
                 "merge: the others are this one; split: words that are "
                 "another " +
                     one + "; alias: words that mean it" +
                     (bodies ? "" : "; refuse: the others are not this one"))
      ->required()
      ->type_name("CHANGE")
      ->check(CLI::IsMember(changes));
  app.add_option(
         "id", request->id,
         "The " + one + ", by id or by its " + (bodies ? "name" : "title"))
      ->required()
      ->type_name("ID");
  app.add_option("others", request->others,
                 std::string(bodies ? "merge" : "merge and refuse") +
                     ": others like ID" +
                     (bodies ? "" : " (merge: or the report it is held as)") +
                     "; split and alias: the words")
      ->required()
      ->type_name("OTHER...");
  AddAuthorship(app, request.get());
  return [request](const Context& context) {
    return RunAct(context, [&](engine::Engine& engine) {
      return engine.ChangeRegister(*request);
    });
  };
}

}  // namespace

Action DeclareWorks(CLI::App& app) { return DeclareRegister(app, false); }

Action DeclareBodies(CLI::App& app) { return DeclareRegister(app, true); }

Action DeclareAccept(CLI::App& app) {
  auto request = std::make_shared<engine::AcceptRequest>();
  AddNumber(app, "--min-weight", request->min_weight, 0.0, kMostWeight,
            "Least match weight, in bits")
      ->required()
      ->type_name("W");
  AddAuthorship(app, request.get());
  return [request](const Context& context) {
    return RunAct(context, [&](engine::Engine& engine) {
      return engine.Accept(*request);
    });
  };
}

Action DeclareUndo(CLI::App& app) {
  auto request = std::make_shared<engine::UndoRequest>();
  AddNumber(app, "act", request->act, std::int64_t{1},
            std::numeric_limits<std::int64_t>::max(),
            "Number of the act (default: the last that counts); an undo can be "
            "undone too")
      ->type_name("ACT");
  AddAuthorship(app, request.get());
  return [request](const Context& context) {
    return RunAct(
        context, [&](engine::Engine& engine) { return engine.Undo(*request); });
  };
}

Action DeclareDecisions(CLI::App& app) {
  struct Options {
    std::string what = "list";
    std::string file;
    std::string output;
  };
  auto options = std::make_shared<Options>();
  app.add_option("what", options->what,
                 "list (the default), export or import, as JSON lines")
      ->type_name("WHAT")
      ->check(CLI::IsMember({"list", "export", "import"}));
  CLI::Option* file =
      app.add_option("file", options->file,
                     "File to read (default: standard input), or to write")
          ->type_name("FILE");
  app.add_option("--output", options->output,
                 "File to export to (default: standard output)")
      ->type_name("FILE")
      ->excludes(file);
  return [options](const Context& context) -> Result<int> {
    if (options->what == "export") {
      return RunExport(options->file + options->output, context);
    }
    if (!options->output.empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "--output goes with 'decisions export' only");
    }
    if (options->what == "import") return RunImport(options->file, context);
    return RunList(context);
  };
}

}  // namespace concord::cli
