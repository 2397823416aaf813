// Commands on what asks for the same: overlaps, groups.

#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <iterator>
#include <sstream>

#include "cli/commands.h"
#include "cli/number_option.h"
#include "concord/base/files.h"
#include "concord/base/unicode.h"

namespace concord::cli {
namespace {

constexpr double kLeastShown = 0.05;  // bits; less is printed as 0.0

void PrintOverlap(const engine::OverlapView& view, const Context& context) {
  if (view.stated.empty()) {
    fmt::print(
        "{}  weight {:.1f}  similarity {:.2f}\n",
        context.out.Bold(view.reads.empty() ? view.relation : view.reads),
        view.weight, view.similarity);
  } else {
    fmt::print("{}  stated: “{}”\n", context.out.Bold(view.relation),
               CollapseSpace(Printable(view.stated)));
  }
  for (const engine::OverlapEndView* end : {&view.a, &view.b}) {
    fmt::print("  {}  {}{}{}{}\n    “{}”\n", end->id,
               CollapseSpace(Printable(end->title)),
               end->locator.empty() ? "" : ", ", Printable(end->locator),
               end->ocr ? ", read by OCR" : "",
               CollapseSpace(Printable(Ellipsis(end->text, 2000))));
  }
  std::string rest;  // parts that weigh nothing, in one line
  for (const engine::OverlapPartView& part : view.parts) {
    if (std::abs(part.weight) < kLeastShown) {
      rest += (rest.empty() ? "" : "; ") + part.name + " " + part.level;
      continue;
    }
    fmt::print("    {:>+6.1f}  {:<10} {}", part.weight, part.name, part.level);
    if (!part.quote_a.empty() || !part.quote_b.empty()) {
      fmt::print("  “{}” / “{}”",
                 Ellipsis(CollapseSpace(Printable(part.quote_a)), 60),
                 Ellipsis(CollapseSpace(Printable(part.quote_b)), 60));
    }
    fmt::print("\n");
  }
  if (!rest.empty()) fmt::print("    {:>+6.1f}  {}\n", 0.0, Printable(rest));
  fmt::print("\n");
}

// One line where the archive was decided under other weights.
Result<> SayWeights(engine::Engine& engine, const Context& context) {
  if (context.globals.quiet) return {};
  TRY_ASSIGN(const engine::WeightsView weights, engine.Weights());
  if (!weights.note.empty()) {
    fmt::print(stderr, "weights: {}\n", weights.note);
  }
  return {};
}

// The lines of a file that hold words, "-" being standard input.
Result<std::vector<std::string>> ReadLines(const std::string& file) {
  constexpr std::uint64_t kMostBytes = 1u << 28;
  std::string text;
  if (file == "-") {
    text = std::string(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    TRY_ASSIGN(text, ReadFile(file, kMostBytes));
  }
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (IsValidUtf8(line)) line = CollapseSpace(line);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  if (lines.empty()) {
    return Fail(ErrorCode::kInvalidArgument, "'" + file + "' holds no words");
  }
  return lines;
}

Result<int> RunOverlaps(const engine::OverlapRequest& request,
                        const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const auto overlaps, engine->Overlaps(request));
  for (const engine::OverlapView& view : overlaps) {
    if (context.globals.json) {
      fmt::print("{}\n", view.json);
    } else {
      PrintOverlap(view, context);
    }
  }
  if (!context.globals.json && !context.globals.quiet) {
    fmt::print(stderr, "overlaps: {}\n", overlaps.size());
  }
  TRY_RETURN(SayWeights(*engine, context));
  return 0;
}

Result<int> RunGroups(const engine::GroupsRequest& request,
                      const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const auto groups, engine->Groups(request));
  for (const engine::GroupView& view : groups) PrintGroup(view, context);
  if (!context.globals.json && !context.globals.quiet) {
    fmt::print(stderr, "groups: {}\n", groups.size());
  }
  TRY_RETURN(SayWeights(*engine, context));
  return 0;
}

}  // namespace

void PrintGroup(const engine::GroupView& view, const Context& context) {
  if (context.globals.json) {
    fmt::print("{}\n", view.json);
    return;
  }
  fmt::print("{}  {} recommendations\n", context.out.Bold(view.id),
             view.members.size());
  for (const engine::OverlapEndView& member : view.members) {
    const bool speaks = member.id == view.representative;
    fmt::print("  {} {}  {}{}{}{}\n    “{}”\n", speaks ? "*" : " ", member.id,
               CollapseSpace(Printable(member.title)),
               member.locator.empty() ? "" : ", ", Printable(member.locator),
               member.ocr ? ", read by OCR" : "",
               CollapseSpace(Printable(member.text)));
  }
  fmt::print("  * speaks for the group: {}\n", Printable(view.reason));
  for (const engine::ChosenFieldView& chosen : view.wording) {
    fmt::print("  {} of {} stands: “{}”, chosen by {}, {}{}{}\n", chosen.field,
               chosen.id, CollapseSpace(Printable(Ellipsis(chosen.value, 200))),
               Printable(chosen.who), chosen.at, chosen.why.empty() ? "" : ": ",
               Printable(chosen.why));
  }
  for (const engine::GroupLinkView& link : view.links) {
    fmt::print("    {:>+6.1f}  {} {} {}\n", link.weight, link.a, link.reads,
               link.b);
  }
  fmt::print("\n");
}

Action DeclareOverlaps(CLI::App& app) {
  auto request = std::make_shared<engine::OverlapRequest>();
  AddNumber(app, "--min-weight", request->min_weight, -kMostWeight, kMostWeight,
            "Least match weight, in bits (default 0)")
      ->type_name("W");
  app.add_flag("--all", request->all,
               "Every pair that was compared, linked or not (of up to "
               "1500 recommendations)");
  app.add_option("--report", request->report, "Only with this report")
      ->type_name("ID");
  app.add_flag("--passages", request->passages,
               "Passages of other reports that say the same as each "
               "recommendation, and what it cites");
  auto file = std::make_shared<std::string>();
  CLI::Option* text =
      app.add_option("--text", request->texts,
                     "What is held that asks for the same as this text, which "
                     "is not")
          ->expected(1)
          ->type_name("TEXT");
  app.add_option("--text-file", *file,
                 "The same of every line of a file; - is standard input")
      ->excludes(text)
      ->type_name("FILE");
  return [request, file](const Context& context) -> Result<int> {
    if (!file->empty()) {
      TRY_ASSIGN(request->texts, ReadLines(*file));
    }
    for (const std::string& one : request->texts) {
      if (IsValidUtf8(one)) continue;
      return Fail(ErrorCode::kInvalidArgument,
                  "a text is not UTF-8: '" + Printable(one) + "'");
    }
    if (!request->texts.empty() && request->passages) {
      return Fail(ErrorCode::kInvalidArgument,
                  "--passages is of recommendations that are held");
    }
    return RunOverlaps(*request, context);
  };
}

Action DeclareGroups(CLI::App& app) {
  auto request = std::make_shared<engine::GroupsRequest>();
  app.add_option("--report", request->report,
                 "Only with a member of this report")
      ->type_name("ID");
  return [request](const Context& context) {
    return RunGroups(*request, context);
  };
}

}  // namespace concord::cli
