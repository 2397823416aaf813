// Commands that read the archive: list, show, search.

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/number_option.h"
#include "cli/output.h"
#include "concord/base/unicode.h"

namespace concord::cli {
namespace {

// Beside the printed forms of a list: for spreadsheets.
struct ListFiles {
  bool csv = false;
  std::string workbook;  // file; "-" = standard output
};

Result<int> WriteWorkbook(const engine::Listing& listing,
                          const std::string& name, const std::string& path,
                          const Context& context) {
  TRY_ASSIGN(const std::string bytes, engine::ListingWorkbook(listing, name));
  if (path != "-") return WriteOutput(path, bytes, context);
  fmt::print("{}", bytes);
  return 0;
}

void AddFiles(CLI::App& app, ListFiles& files) {
  auto* csv =
      app.add_flag("--csv", files.csv,
                   "Print CSV for a spreadsheet, with all that the JSON has");
  app.add_option("--xlsx", files.workbook,
                 "Write a workbook, with a filter and a header that stays in "
                 "sight: what people read in front, the rest behind it, hidden")
      ->type_name("FILE")
      ->excludes(csv);
}

void PrintRemarks(const std::vector<std::string>& remarks,
                  const Context& context) {
  if (context.globals.quiet) return;
  for (const std::string& remark : remarks) {
    fmt::print(stderr, "{}\n", Printable(remark));
  }
}

// The snippet with its matches marked.
std::string Marked(const engine::HitView& hit, const Terminal& terminal) {
  std::string marked;
  std::uint32_t at = 0;
  const std::string_view snippet = hit.snippet;
  for (const TextSpan mark : hit.marks) {
    if (mark.begin < at || mark.end > snippet.size()) continue;
    marked += Printable(snippet.substr(at, mark.begin - at));
    marked += terminal.Mark(Printable(Slice(snippet, mark)));
    at = mark.end;
  }
  return marked + Printable(snippet.substr(at));
}

void PrintHits(const engine::SearchView& view, const Context& context) {
  int number = 0;
  for (const engine::HitView& hit : view.hits) {
    std::string where = hit.title;
    for (const std::string& part :
         {hit.committee, hit.date_printed, hit.locator}) {
      if (!part.empty()) where += ", " + part;
    }
    if (hit.ocr) where += ", read by OCR";
    if (!hit.due.empty()) where += ", due " + hit.due;
    fmt::print("{:>3}. {}\n     {}\n     {}\n\n", ++number,
               context.out.Bold(CollapseSpace(Printable(where))),
               CollapseSpace(Marked(hit, context.out)),
               context.out.Dim(hit.id));
  }
}

// An empty answer names what it does not know of; beside hits a line will do.
void PrintNotSearched(const engine::SearchView& view, const Context& context) {
  const std::size_t all = view.not_searched.size();
  const std::size_t named =
      view.matches > 0 ? 0 : std::min<std::size_t>(all, 3);
  for (std::size_t i = 0; i < named; ++i) {
    fmt::print(stderr, "{} {}\n", context.err.Dim("not searched:"),
               Printable(view.not_searched[i]));
  }
  if (all == named) return;
  fmt::print(stderr,
             "{} {}{}; see 'concord list missing' and 'concord list ledger "
             "--kind quarantined'\n",
             context.err.Dim("not searched:"), all - named,
             named > 0          ? " more"
             : all - named == 1 ? " part or file that is not held"
                                : " parts and files that are not held");
}

void PrintSearchSummary(const engine::SearchView& view,
                        const Context& context) {
  if (context.globals.quiet) return;
  fmt::print(stderr, "{}{} {}; read as: {}\n",
             view.matches_exact ? "" : "about ", view.matches,
             view.matches == 1 ? "match" : "matches",
             Printable(view.query_read_as));
  for (const std::string& note : view.acronym_notes) {
    fmt::print(stderr, "{}\n", Printable(note));
  }
  if (!view.suggestion.empty()) {
    fmt::print(stderr, "did you mean: {}\n", Printable(view.suggestion));
  }
  for (const engine::DirectionView& direction : view.directions) {
    fmt::print(stderr, "{} {}: concord {}\n", context.err.Dim("see"),
               Printable(direction.text), Printable(direction.command));
  }
  PrintRemarks(view.remarks, context);
  PrintNotSearched(view, context);
}

// All hits in a file, and a line that says whether they are all.
Result<int> WriteHits(const engine::SearchView& view, const ListFiles& files,
                      const Context& context) {
  const engine::Listing listing = engine::ListingOf(view);
  int code = view.matches > 0 ? 0 : kNothingFound;
  if (!files.workbook.empty()) {
    TRY_ASSIGN(const int written,
               WriteWorkbook(listing, "search", files.workbook, context));
    if (written != 0) code = written;
  } else {
    fmt::print("{}", engine::ListingCsv(listing));
  }
  if (!context.globals.quiet) {
    fmt::print(stderr, "{} of {}{} {} written; read as: {}\n", view.hits.size(),
               view.matches_exact ? "" : "about ", view.matches,
               view.matches == 1 ? "match" : "matches",
               Printable(view.query_read_as));
  }
  return code;
}

// All that one search may look through; see index::QueryLimits.
constexpr std::uint32_t kAllHits = 10'000;
constexpr std::uint32_t kHitsShown = 10;

Result<int> RunSearch(engine::SearchViewRequest request, const ListFiles& files,
                      const Context& context) {
  const bool to_file = files.csv || !files.workbook.empty();
  if (files.workbook == "-") {
    TRY_RETURN(RefuseTerminal(false, "xlsx", "--xlsx hits.xlsx", context));
  }
  if (request.limit == 0) {
    request.limit = !to_file                    ? kHitsShown
                    : request.offset < kAllHits ? kAllHits - request.offset
                                                : 1;
  }
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const engine::SearchView view, engine->Search(request));
  if (to_file) return WriteHits(view, files, context);
  if (context.globals.json) {
    for (const engine::HitView& hit : view.hits) fmt::print("{}\n", hit.json);
    fmt::print("{}\n", view.json);
  } else {
    PrintHits(view, context);
    PrintSearchSummary(view, context);
  }
  return view.matches > 0 ? 0 : kNothingFound;
}

// What the rows count once, where a later version repeats an earlier one.
std::string CountedOnce(const engine::Listing& listing) {
  const std::uint64_t again = listing.counted_elsewhere;
  if (again == 0) return "";
  return fmt::format(
      ", {} of them made again by a later version of their paper: {} counted "
      "once",
      again, listing.rows.size() - again);
}

Result<int> RunList(const engine::ListRequest& request, const ListFiles& files,
                    const Context& context) {
  if (files.workbook == "-") {
    TRY_RETURN(RefuseTerminal(false, "xlsx", "--xlsx " + request.what + ".xlsx",
                              context));
  }
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const engine::Listing listing, engine->List(request));
  PrintRemarks(listing.remarks, context);
  if (!files.workbook.empty()) {
    return WriteWorkbook(listing, request.what, files.workbook, context);
  }
  if (files.csv) {
    fmt::print("{}", engine::ListingCsv(listing));
    return 0;
  }
  if (!context.globals.json) {
    fmt::print("{}", FormatTable(listing, context.out));
    if (!context.globals.quiet) {
      fmt::print(stderr, "{}{}\n",
                 listing.counted.empty()
                     ? fmt::format("{}: {}", request.what, listing.rows.size())
                     : listing.counted,
                 CountedOnce(listing));
    }
    return 0;
  }
  for (const engine::ListRow& row : listing.rows) fmt::print("{}\n", row.json);
  return 0;
}

Result<int> RunShow(const std::string& id, const Context& context) {
  TRY_ASSIGN(auto engine, OpenToRead(context));
  TRY_ASSIGN(const engine::Shown shown, engine->Show(id));
  if (context.globals.json) {
    fmt::print("{}\n", shown.json);
    return 0;
  }
  fmt::print("{}\n\n", context.out.Bold(Printable(shown.title)));
  for (const auto& [name, text] : shown.fields) {
    fmt::print("  {:<10}  {}\n", name, CollapseSpace(Printable(text)));
  }
  for (const engine::ShownGroup& group : shown.groups) {
    fmt::print("\n{} ({})\n", context.out.Bold(group.heading),
               group.lines.size());
    for (const std::string& line : group.lines) {
      fmt::print("  {}\n", Printable(line));
    }
  }
  return 0;
}

void AddFilters(CLI::App& app, engine::ListRequest& request) {
  app.add_option("--kind", request.kind,
                 "Only of this kind (decision, recommendation, commitment; "
                 "report, minutes, ...)")
      ->type_name("KIND");
  app.add_option("--committee", request.committee,
                 "Only of committees with these words")
      ->type_name("WORDS");
  app.add_option("--owner", request.owner,
                 "Only for owners or addressees with these words")
      ->type_name("WORDS");
  app.add_option("--position", request.position,
                 "Recommendations whose text says this of them: accepted, "
                 "accepted in part, rejected, noted or awaited")
      ->type_name("POSITION");
  app.add_option("--report", request.report, "Only of this report")
      ->type_name("ID");
  app.add_option("--from", request.from, "Dated not before (2001, 2001-11)")
      ->type_name("DATE");
  app.add_option("--to", request.to, "Dated not after")->type_name("DATE");
  app.add_option("--due-from", request.due_from,
                 "Recommendations that may be due on or after this, by their "
                 "deadline, the earliest first")
      ->type_name("DATE");
  app.add_option("--due-to", request.due_to,
                 "That may be due on or before this")
      ->type_name("DATE");
}

}  // namespace

Action DeclareList(CLI::App& app) {
  auto request = std::make_shared<engine::ListRequest>();
  app.add_option(
         "what", request->what,
         "recommendations, reports, versions, resolutions, timetable, works, "
         "proposals (titles that are probably one work), bodies, people, "
         "acronyms, relations, counts, conflicts, wanted, missing, references, "
         "broken, singles, ambiguous, ledger, runs or scopes")
      ->required()
      ->type_name("WHAT");
  AddFilters(app, *request);
  app.add_option("--run", request->run, "Of the ledger: only this run")
      ->type_name("N");
  auto files = std::make_shared<ListFiles>();
  AddFiles(app, *files);
  return [request, files](const Context& context) {
    return RunList(*request, *files, context);
  };
}

Action DeclareShow(CLI::App& app) {
  auto id = std::make_shared<std::string>();
  app.add_option("id", *id, "Id, or its beginning where that is unambiguous")
      ->required()
      ->type_name("ID");
  return [id](const Context& context) { return RunShow(*id, context); };
}

Action DeclareCite(CLI::App& app) {
  struct Asked {
    std::vector<std::string> ids;
    std::string format = "text";
    std::string output;
  };
  auto asked = std::make_shared<Asked>();
  app.add_option("id", asked->ids,
                 "Reports or recommendations, by their ids or beginnings")
      ->required()
      ->type_name("ID");
  app.add_option("--format", asked->format,
                 engine::CitationFormatsInWords() + " (default text)")
      ->type_name("FORMAT");
  app.add_option("--output", asked->output, "Write to this file")
      ->type_name("FILE");
  return [asked](const Context& context) -> Result<int> {
    if (engine::FindCitationFormat(asked->format) == nullptr) {
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("there is no format '{}'; there are {}",
                              asked->format, engine::CitationFormatsInWords()));
    }
    TRY_ASSIGN(auto engine, OpenToRead(context));
    std::vector<engine::CitationView> cited;
    for (const std::string& id : asked->ids) {
      TRY_ASSIGN(cited.emplace_back(), engine->Cite(id));
    }
    const std::string text = engine::WriteCitations(
        cited, context.globals.json ? "csl-json" : asked->format);
    if (!asked->output.empty()) {
      return WriteOutput(asked->output, text, context);
    }
    fmt::print("{}", text);
    return 0;
  };
}

Action DeclareSearch(CLI::App& app) {
  auto request = std::make_shared<engine::SearchViewRequest>();
  auto words = std::make_shared<std::vector<std::string>>();
  app.add_option("query", *words,
                 "Words in any form, ACRONYMS as what they stand for too; "
                 "\"exact words\"; OR, NOT, NEAR, ( ), word*; title:, "
                 "committee:, owner:, ...")
      ->type_name("QUERY");
  app.add_option("--in", request->in,
                 "passages (default), recommendations or reports")
      ->type_name("WHERE");
  app.add_option("--committee", request->committee,
                 "Only of committees with these words")
      ->type_name("WORDS");
  app.add_option("--owner", request->owner,
                 "Only for owners or addressees with these words")
      ->type_name("WORDS");
  app.add_option("--kind", request->kind, "Only of this kind")
      ->type_name("KIND");
  app.add_option("--from", request->from, "Dated not before (2001, 2001-11)")
      ->type_name("DATE");
  app.add_option("--to", request->to, "Dated not after")->type_name("DATE");
  request->limit = 0;  // not given
  AddNumber(app, "--limit", request->limit, 1u, kAllHits,
            "Hits to show (default 10; all up to 10000 with --csv and --xlsx)")
      ->type_name("N");
  AddNumber(app, "--offset", request->offset, "Hits to pass over")
      ->type_name("N");
  auto files = std::make_shared<ListFiles>();
  AddFiles(app, *files);
  return [request, words, files](const Context& context) {
    for (const std::string& word : *words) {
      request->query += (request->query.empty() ? "" : " ") + word;
    }
    return RunSearch(*request, *files, context);
  };
}

}  // namespace concord::cli
