// Commands that need no archive: extract, dates, compare.

#include <fmt/format.h>

#include <iostream>

#include "commands.h"

namespace concord::cli {
namespace {

// "left<TAB>right"; right is empty where there is no tab.
std::pair<std::string, std::string> SplitAtTab(const std::string& line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos) return {line, ""};
  return {line.substr(0, tab), line.substr(tab + 1)};
}

bool ReadLine(std::string* line) {
  if (!std::getline(std::cin, *line)) return false;
  if (line->ends_with('\r')) line->pop_back();
  return true;
}

}  // namespace

Action DeclareExtract(CLI::App& app) {
  auto request = std::make_shared<engine::ExtractRequest>();
  request->path = "-";
  app.add_option("file", request->path,
                 "File to read; - for standard input (the default)")
      ->type_name("FILE");
  app.add_option("--uri", request->uri, "Address the document came from")
      ->type_name("URI");
  app.add_option("--media-type", request->media_type,
                 "Read it as this type, whatever it looks like")
      ->type_name("T");
  app.add_flag("--with-text", request->with_text,
               "Add the canonical text that the spans count in");
  return [request](const Context& context) -> Result<int> {
    request->program = context.program;
    request->indent = context.globals.json ? 0 : 2;
    TRY_ASSIGN(const std::string json, engine::ExtractToJson(*request));
    fmt::print("{}\n", json);
    return 0;
  };
}

Action DeclareDates(CLI::App&) {
  return [](const Context&) -> Result<int> {
    for (std::string line; ReadLine(&line);) {
      const auto [expression, base] = SplitAtTab(line);
      const engine::DateView date = engine::ReadDate(expression, base);
      fmt::print("{}\t{}\t{}\t{}\n", expression, date.edtf, date.earliest,
                 date.latest);
    }
    return 0;
  };
}

Action DeclareCompare(CLI::App&) {
  return [](const Context& context) -> Result<int> {
    for (std::string line; ReadLine(&line);) {
      const auto [a, b] = SplitAtTab(line);
      const engine::CompareView view = engine::CompareTexts(a, b);
      if (context.globals.json) {
        fmt::print("{}\n", view.json);
      } else {
        fmt::print("{:.2f}\t{:.4f}\t{}\n", view.weight, view.similarity,
                   view.relation);
      }
    }
    return 0;
  };
}

Action DeclareDecodeWorker(CLI::App&) {
  return
      [](const Context&) -> Result<int> { return engine::RunDecodeWorker(); };
}

}  // namespace concord::cli
