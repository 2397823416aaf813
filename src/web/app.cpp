#include "web/app.h"

#include "base/error_json.h"
#include "concord/base/version.h"
#include "web/links.h"
#include "web/templates.h"

namespace concord::web {
namespace {

// What a group of sections is called; that of a single one has its name.
std::string_view NameOfGroup(const Section& section) {
  if (section.group == "overlaps") return "Overlaps";
  if (section.group == "registers") return "Registers";
  if (section.group == "checks") return "Checks";
  return section.text;
}

// The main navigation: the groups of sections, and the sections of the group
// one is in.
void SetNavigation(std::string_view section, data* view) {
  std::string_view group;
  for (const Section& one : Sections()) {
    if (one.name == section) group = one.group;
  }
  data entries = NewList();
  data tabs = NewList();
  std::string_view last;
  const auto entry = [](std::string_view text, std::string_view href,
                        bool here) {
    data one = NewView();
    Set(&one, "text", std::string(text));
    Set(&one, "href", std::string(href));
    SetFlag(&one, "here", here);
    return one;
  };
  for (const Section& one : Sections()) {
    if (one.group != last) {
      entries.push_back(entry(NameOfGroup(one), one.href, one.group == group));
      last = one.group;
    }
    if (NameOfGroup(one) != one.text && one.group == group) {
      tabs.push_back(entry(one.text, one.href, one.name == section));
    }
  }
  SetList(view, "entries", entries);
  SetList(view, "tabs", tabs);
}

int StatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kLimitExceeded:
      return 400;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kConflict:
    case ErrorCode::kUnavailable:
    case ErrorCode::kCancelled:
      return 503;
    case ErrorCode::kAlreadyExists:
    case ErrorCode::kUnsupported:
    case ErrorCode::kCorrupt:
    case ErrorCode::kDiskFull:
    case ErrorCode::kNoArchive:
    case ErrorCode::kIntegrity:
    case ErrorCode::kInternal:
      return 500;
  }
  return 500;
}

std::string_view HeadingOf(int status) {
  switch (status) {
    case 400:
      return "This cannot be read";
    case 404:
      return "Nothing is here";
    case 405:
      return "This face only reads";
    case 408:
      return "The request took too long";
    case 414:
    case 431:
      return "The request is too long";
    case 421:
      return "This is not the server you asked for";
    case 503:
      return "Not available now";
    default:
      return "Something went wrong";
  }
}

Response JsonOf(const Page& page, bool lines) {
  Response response{.type = lines ? "application/x-ndjson; charset=utf-8"
                                  : "application/json; charset=utf-8"};
  const bool as_array = page.is_list && !lines;
  std::string& body = response.body;
  if (as_array) body += "[\n";
  for (std::size_t i = 0; i < page.json.size(); ++i) {
    body += page.json[i];
    body += as_array && i + 1 < page.json.size() ? ",\n" : "\n";
  }
  if (as_array) body += "]\n";
  return response;
}

// The address of what this request shows, in another form.
std::string HrefOf(const Request& request, const std::string& ending) {
  Request other = request;
  other.path = (request.path == "/" ? "/index" : request.path) + ending;
  return With(other, "page", request.Field("page"));
}

}  // namespace

App::Wanted App::ReadForm(const Request& request) {
  Wanted wanted{.request = request};
  struct Ending {
    std::string_view text;
    Form form;
  };
  if (!request.segments.empty()) {
    for (const Ending& ending :
         {Ending{".jsonl", Form::kJsonLines}, Ending{".json", Form::kJson},
          Ending{".xlsx", Form::kWorkbook}, Ending{".csv", Form::kCsv}}) {
      std::string& last = wanted.request.segments.back();
      if (!last.ends_with(ending.text)) continue;
      last.resize(last.size() - ending.text.size());
      wanted.form = ending.form;
      if (wanted.request.segments.size() == 1 && last == "index") {
        wanted.request.segments.clear();
      }
      return wanted;
    }
  }
  const std::string accept = request.Header("accept");
  if (accept.find("text/html") == std::string::npos) {
    if (accept.find("application/x-ndjson") != std::string::npos) {
      wanted.form = Form::kJsonLines;
    } else if (accept.find("application/json") != std::string::npos) {
      wanted.form = Form::kJson;
    }
  }
  return wanted;
}

Response App::Answer(const Request& request) const {
  if (!IsOwnHost(request.Header("host"), options_.port, options_.hosts)) {
    return Refuse({421, "this server does not answer to the name '" +
                            request.Header("host") +
                            "'; start it with --host NAME to allow it"});
  }
  Response fixed = Fixed(request);
  if (fixed.status != 0) return fixed;
  const Wanted wanted = ReadForm(request);
  try {
    return Dispatch(wanted.request, wanted.form);
  } catch (const std::exception& error) {
    if (options_.log) options_.log(request.path + ": " + error.what());
    return Fault(500, "internal", "an error inside the program", wanted.form);
  }
}

Response App::Fixed(const Request& request) const {
  if (request.path == StylePath()) {
    return {.type = "text/css; charset=utf-8",
            .body = std::string(StyleSheet()),
            .immutable = true};
  }
  if (request.path == IconPath() || request.path == "/favicon.ico") {
    return {.type = "image/svg+xml",
            .body = std::string(Icon()),
            .immutable = request.path == IconPath()};
  }
  if (request.path == "/robots.txt") {
    return {.type = "text/plain; charset=utf-8",
            .body = "User-agent: *\nDisallow: /\n"};
  }
  return {.status = 0};
}

Response App::Dispatch(const Request& request, Form form) const {
  const Match match = FindRoute(request.segments);
  if (match.route == nullptr) {
    return Fault(404, "not_found", "there is no page at this address", form);
  }
  const auto borrowed = readers_.Borrow();
  if (!borrowed) return Fault(borrowed.error(), form);
  const bool sheet = form == Form::kWorkbook || form == Form::kCsv;
  const Call call{.request = request,
                  .engine = **borrowed,
                  .readers = readers_,
                  .limits = options_.limits,
                  .id = match.id,
                  .as_page = form == Form::kHtml,
                  .as_sheet = sheet,
                  .as_file = sheet || (form == Form::kJsonLines &&
                                       request.Field("page").empty())};
  Result<Page> page = match.route->function(call);
  if (!page) return Fault(page.error(), form);
  return Show(std::move(*page), match.route->section, request, form);
}

Response App::Show(Page page, std::string_view section, const Request& request,
                   Form form) const {
  if (page.instead) return *std::move(page.instead);
  if (form == Form::kWorkbook || form == Form::kCsv) {
    return Spreadsheet(page, form);
  }
  if (form != Form::kHtml) return JsonOf(page, form == Form::kJsonLines);
  const int status = page.status;
  const Others others = OthersOf(page, request);
  Response response = Html(std::move(page), section, others);
  response.status = status;
  return response;
}

App::Others App::OthersOf(const Page& page, const Request& request) {
  return {.json = HrefOf(request, ".json"),
          .workbook = page.is_whole_list ? HrefOf(request, ".xlsx") : "",
          .csv = page.is_whole_list ? HrefOf(request, ".csv") : ""};
}

Response App::Spreadsheet(const Page& page, Form form) const {
  if (!page.is_whole_list) {
    return Fault(404, "not_found", "only a list may be had as a spreadsheet",
                 Form::kHtml);
  }
  engine::Listing listing;
  for (const std::string& json : page.json) listing.rows.push_back({{}, json});
  if (form == Form::kCsv) {
    return Download(page.name + ".csv", "text/csv; charset=utf-8",
                    engine::ListingCsv(listing));
  }
  const auto bytes = engine::ListingWorkbook(listing, page.name);
  if (!bytes) return Fault(bytes.error(), Form::kHtml);
  return Download(page.name + ".xlsx",
                  engine::FindResponseFormat("xlsx")->media_type, *bytes);
}

Response App::Html(Page page, std::string_view section,
                   const Others& others) const {
  data view = NewView();
  Set(&view, "page_title", page.title);
  Set(&view, "style_href", StylePath());
  Set(&view, "icon_href", IconPath());
  Set(&view, "json_href", others.json);
  Set(&view, "workbook_href", others.workbook);
  Set(&view, "csv_href", others.csv);
  data metas = NewList();
  for (const auto& [name, content] : page.metas) {
    data one = NewView();
    Set(&one, "meta_name", name);
    Set(&one, "meta_content", content);
    metas.push_back(one);
  }
  SetList(&view, "metas", metas);
  Set(&view, "archive", options_.archive);
  Set(&view, "version", std::string(kVersion));
  SetFlag(&view, "search_box", page.search_box);
  SetNavigation(section, &view);
  Set(&view, "content", Render(page.name, std::move(page.view)));
  return {.body = Render("layout", std::move(view))};
}

Response App::Fault(const Error& error, Form form) const {
  const int status = StatusOf(error.code());
  if (status == 500) {
    // What is wrong inside is for the operator, not for every reader.
    if (options_.log) options_.log(error.message());
    return Fault(status, std::string(Name(error.code())),
                 "the archive could not be read; the server's own terminal "
                 "says why",
                 form);
  }
  Response response =
      Fault(status, std::string(Name(error.code())), error.message(), form);
  if (status == 503) response.headers.emplace_back("Retry-After", "3");
  return response;
}

Response App::Fault(int status, const std::string& code, const std::string& why,
                    Form form) const {
  if (form == Form::kJson || form == Form::kJsonLines) {
    return {.status = status,
            .type = "application/json; charset=utf-8",
            .body = ErrorJson(code, why) + "\n"};
  }
  Page page{.title = std::string(HeadingOf(status)), .name = "error"};
  Set(&page.view, "heading", std::string(HeadingOf(status)));
  Set(&page.view, "why", why);
  SetFlag(&page.view, "search", status == 404 || status == 400);
  SetFlag(&page.view, "again", status == 503);
  page.search_box = false;
  Response response = Html(std::move(page), "", {});
  response.status = status;
  return response;
}

Response App::Refuse(const Refusal& refusal) const {
  Response response =
      Fault(refusal.status, "refused", refusal.why, Form::kHtml);
  if (refusal.status == 405)
    response.headers.emplace_back("Allow", "GET, HEAD");
  return response;
}

}  // namespace concord::web
