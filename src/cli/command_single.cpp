// Commands that need no archive: extract, dates, compare.

#include <fmt/format.h>

#include <iostream>

#include "base/json_object.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/import_paths.h"
#include "cli/number_option.h"

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

namespace {

struct ExtractOptions {
  engine::ExtractRequest request;
  std::vector<std::string> files;
  std::string files_from;
  bool null = false;
  bool stream = false;
  bool for_import = false;
  unsigned jobs = 0;
  bool ocr = false;
  std::string ocr_language = "eng";

  std::string AskedLanguage() const { return ocr ? ocr_language : ""; }
};

Result<int> ExtractOne(const ExtractOptions& options, const Context& context) {
  if (options.files.size() > 1) {
    return Fail(ErrorCode::kInvalidArgument,
                "one file at a time, or --stream for many");
  }
  engine::ExtractRequest request = options.request;
  request.path = options.files.empty() ? "-" : options.files.front();
  request.program = context.program;
  request.ocr_language = options.AskedLanguage();
  request.indent = context.globals.json ? 0 : 2;
  TRY_ASSIGN(const std::string json, engine::ExtractToJson(request));
  fmt::print("{}\n", json);
  return 0;
}

// Every file, folder and archive named, a line for each item. Without names
// standard input is a document or an archive.
Result<int> ExtractMany(const ExtractOptions& options, const Context& context) {
  engine::ImportRequest request{.paths = options.files,
                                .ocr_language = options.AskedLanguage()};
  if (!options.files_from.empty()) {
    TRY_ASSIGN(const auto names, ReadNames(options.files_from, options.null));
    request.paths.insert(request.paths.end(), names.begin(), names.end());
  } else if (request.paths.empty()) {
    request.paths = {"-"};
  }
  engine::EngineOptions engine_options = context.EngineOptions();
  engine_options.jobs = options.jobs;
  TRY_ASSIGN(const std::uint64_t failed,
             engine::ExtractStream(
                 engine_options, request, options.for_import,
                 [](const std::string& line) { fmt::print("{}\n", line); }));
  return failed > 0 ? kSomeFailed : 0;
}

}  // namespace

Action DeclareExtract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  engine::ExtractRequest& request = options->request;
  app.add_option("file", options->files,
                 "File to read; - for standard input (the default)")
      ->type_name("FILE");
  app.add_option("--uri", request.uri, "Address the document came from")
      ->type_name("URI");
  app.add_option("--media-type", request.media_type,
                 "Read it as this type, whatever it looks like")
      ->type_name("T");
  app.add_flag("--with-text", request.with_text,
               "Add the canonical text that the spans count in");
  CLI::Option* stream = app.add_flag(
      "--stream", options->stream,
      "Files, folders and archives; one line of JSON for each item");
  CLI::Option* files_from =
      app.add_option("--files-from", options->files_from,
                     "With --stream: read the paths from FILE (- for standard "
                     "input)")
          ->type_name("FILE")
          ->needs(stream);
  app.add_flag("-0,--null", options->null,
               "The paths of --files-from end with NUL bytes")
      ->needs(files_from);
  app.add_flag("--for-import", options->for_import,
               "With --stream: add what 'import --from-extracted' needs")
      ->needs(stream);
  AddNumber(app, "--jobs", options->jobs, 1u, 256u,
            "With --stream: decoding workers (default: one per processor)")
      ->type_name("N")
      ->needs(stream);
  AddOcrOptions(app, &options->ocr, &options->ocr_language);
  return [options](const Context& context) {
    return options->stream ? ExtractMany(*options, context)
                           : ExtractOne(*options, context);
  };
}

namespace {

std::string DateJson(const std::string& expression, const std::string& base,
                     const engine::DateView& date) {
  JsonObject object = NewObject();
  object.set("type", "date");
  object.set("expression", expression);
  object.set("base", OrNull(base));
  object.set("edtf", OrNull(date.edtf));
  object.set("earliest", OrNull(date.earliest));
  object.set("latest", OrNull(date.latest));
  return Line(object);
}

}  // namespace

Action DeclareDates(CLI::App&) {
  return [](const Context& context) -> Result<int> {
    for (std::string line; ReadLine(&line);) {
      const auto [expression, base] = SplitAtTab(line);
      const engine::DateView date = engine::ReadDate(expression, base);
      if (context.globals.json) {
        fmt::print("{}\n", DateJson(expression, base, date));
        continue;
      }
      fmt::print("{}\t{}\t{}\t{}\n", expression, date.edtf, date.earliest,
                 date.latest);
    }
    return 0;
  };
}

Action DeclareCompare(CLI::App&) {
  return [](const Context& context) -> Result<int> {
    int code = 0;
    std::uint64_t number = 0;
    for (std::string line; ReadLine(&line);) {
      ++number;
      if (line.find('\t') == std::string::npos) {
        // An answer all the same, so that the nth is that of the nth line.
        fmt::print("{}\n", context.globals.json ? "null" : "");
        fmt::print(stderr, "line {}: no TAB between two texts\n", number);
        code = kSomeFailed;
        continue;
      }
      const auto [a, b] = SplitAtTab(line);
      const engine::CompareView view = engine::CompareTexts(a, b);
      if (context.globals.json) {
        fmt::print("{}\n", view.json);
      } else {
        fmt::print("{:.2f}\t{:.4f}\t{}\n", view.weight, view.similarity,
                   view.relation);
      }
    }
    return code;
  };
}

Action DeclareDecodeWorker(CLI::App&) {
  return
      [](const Context&) -> Result<int> { return engine::RunDecodeWorker(); };
}

}  // namespace concord::cli
