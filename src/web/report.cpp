// One report: its words, opened at a place, with what was found in them beside;
// its text as the offsets count it; and the bytes it came from.

#include <charconv>

#include "concord/base/unicode.h"
#include "web/links.h"
#include "web/report_body.h"

namespace concord::web {
namespace {

constexpr std::size_t kBlocksAPage = 2000;
constexpr std::size_t kDatesShown = 40;

// "120-180"; kInvalidArgument for anything else.
Result<std::optional<TextSpan>> ReadPlace(const std::string& text) {
  if (text.empty()) return std::nullopt;
  TextSpan span;
  const char* end = text.data() + text.size();
  const auto [dash, first] = std::from_chars(text.data(), end, span.begin);
  if (first == std::errc() && dash != end && *dash == '-') {
    const auto [rest, second] = std::from_chars(dash + 1, end, span.end);
    if (second == std::errc() && rest == end && span.begin <= span.end) {
      return span;
    }
  }
  return Fail(ErrorCode::kInvalidArgument,
              "'at' takes two offsets like 120-180, not '" + text + "'");
}

// The place without half characters at its ends, and inside the text: it comes
// from an address, which anybody may have written.
TextSpan Within(std::string_view text, TextSpan at) {
  const auto inside = [&](std::uint32_t offset) {
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    while (offset > 0 && offset < text.size() &&
           (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) {
      --offset;
    }
    return offset;
  };
  return {inside(at.begin), inside(at.end)};
}

// Parts of a report too long for one page, and which is shown.
Result<> SetParts(const Call& call, const engine::ReportTextView& text,
                  BodyOptions* options, data* view) {
  const std::size_t parts =
      (text.blocks.size() + kBlocksAPage - 1) / kBlocksAPage;
  Rows rows{.page = 1, .size = kBlocksAPage};
  if (!call.request.Field("page").empty()) {
    TRY_ASSIGN(rows, RowsOf(call.request, kBlocksAPage));
  } else if (options->at) {
    rows.page = BlockOf(text, *options->at) / kBlocksAPage + 1;
  }
  options->first = rows.first();
  options->count = kBlocksAPage;
  SetPager(call.request, rows, text.blocks.size(), view);
  SetFlag(view, "in_parts", parts > 1);
  return {};
}

// "2 recommendations, 1 decision sought": what a paper asks of its own
// committee and what a body says it will do are no recommendations.
std::string KindsCounted(const Poco::JSON::Object& report) {
  const auto decisions = report.getValue<std::uint64_t>("decisions");
  const auto commitments = report.getValue<std::uint64_t>("commitments");
  const auto own = report.getValue<std::uint64_t>("recommendations");
  std::string counted;
  const auto add = [&](std::uint64_t number, const std::string& thing,
                       const std::string& after) {
    if (number == 0) return;
    counted += (counted.empty() ? "" : ", ") + Counted(number, thing) + after;
  };
  add(own, "recommendation", "");
  add(decisions, "decision", " sought");
  add(commitments, "commitment", "");
  return counted;
}

data ResolutionRows(const engine::Listing& listing, const Enrich& links) {
  data list = NewList();
  for (const engine::ListRow& row : listing.rows) {
    list.push_back(ParseView(row.json, links));
  }
  return list;
}

// Every date once, in the order of the text.
data Dates(const engine::ReportTextView& text) {
  data list = NewList();
  std::vector<std::string> told;
  for (const engine::NoteView& note : text.notes) {
    if (note.kind != "date") continue;
    const std::string printed = CollapseSpace(note.title);
    if (std::find(told.begin(), told.end(), printed + note.id) != told.end()) {
      continue;
    }
    told.push_back(printed + note.id);
    data one = NewView();
    Set(&one, "printed", printed);
    Set(&one, "edtf", note.id);
    Set(&one, "href", PlaceHref(text.id, note.span));
    list.push_back(one);
    if (told.size() == kDatesShown) break;
  }
  return list;
}

// Every cited work once, with where it is cited first.
data CitedWorks(const engine::ReportTextView& text) {
  data list = NewList();
  std::vector<std::string> told;
  for (const engine::NoteView& note : text.notes) {
    if (note.kind != "citation" ||
        std::find(told.begin(), told.end(), note.id) != told.end()) {
      continue;
    }
    told.push_back(note.id);
    data one = NewView();
    Set(&one, "cited_title", note.title);
    Set(&one, "cited_href", WorkHref(note.id));
    Set(&one, "cited_at", PlaceHref(text.id, note.span));
    list.push_back(one);
  }
  return list;
}

void SetDecoding(const engine::ReportTextView& text, data* view) {
  std::string how = text.charset;
  if (text.charset_decided_by == "declared") how += ", as the page declares";
  if (text.charset_decided_by == "valid") how += ", valid throughout";
  if (text.charset_decided_by == "bom") how += ", by its byte order mark";
  if (text.charset_decided_by == "repair") how += ", for invalid runs only";
  if (text.charset_decided_by == "ocr") how += ", read by OCR";
  if (text.replacements > 0) {
    how += "; " + Counted(text.replacements, "run") + " replaced";
  }
  Set(view, "charset", how);
  Set(view, "decoded_type", text.media_type);
  data notes = NewList();
  for (const std::string& note : text.decoding_notes) {
    data one = NewView();
    Set(&one, "note", note);
    notes.push_back(one);
  }
  SetList(view, "decoding_notes", notes);
}

}  // namespace

Result<Page> ReportPage(const Call& call) {
  const std::string query = call.request.Field("q");
  BodyOptions options;
  TRY_ASSIGN(options.at, ReadPlace(call.request.Field("at")));
  TRY_ASSIGN(const auto text, call.engine.ReportText(call.id, query));
  if (options.at) options.at = Within(text.text, *options.at);
  TRY_ASSIGN(const engine::Shown shown, call.engine.Show(text.id));
  TRY_ASSIGN(const auto resolutions,
             call.engine.List({.what = "resolutions", .report = text.id}));
  TRY_ASSIGN(const auto timetable,
             call.engine.List({.what = "timetable", .report = text.id}));
  const Enrich links = call.Links();
  Page page{.title = CollapseSpace(shown.title), .name = "report"};
  page.json = {shown.json};
  page.view = ParseView(shown.json, links);
  data& view = page.view;
  TRY_RETURN(SetParts(call, text, &options, &view));
  SetList(&view, "parts", BodyOf(text, options));
  SetList(&view, "resolution_rows", ResolutionRows(resolutions, links));
  SetList(&view, "timetable_rows", ResolutionRows(timetable, links));
  SetList(&view, "date_rows", Dates(text));
  SetList(&view, "cited_works", CitedWorks(text));
  Set(&view, "shown_title", page.title);
  Set(&view, "recommendation_count", KindsCounted(*ParseObject(shown.json)));
  Set(&view, "q", query);
  Set(&view, "marked",
      text.marks.empty() ? "" : Counted(text.marks.size(), "place"));
  Set(&view, "plain_href", With(call.request, "q", ""));
  Set(&view, "text_href", ReportHref(text.id) + "/text");
  Set(&view, "overlaps_href", "/overlaps?report=" + Encode(text.id));
  SetDecoding(text, &view);
  if (call.as_page) {
    TRY_ASSIGN(const engine::CitationView cited, call.engine.Cite(text.id));
    SetCitation(cited, ReportHref(text.id), &page);
  }
  return page;
}

Result<Page> ReportTextPage(const Call& call) {
  TRY_ASSIGN(auto text, call.engine.ReportText(call.id, ""));
  Page page;
  // Shown as text and nothing else: nosniff, and no markup is read in it.
  page.instead = Response{.type = "text/plain; charset=utf-8",
                          .body = std::move(text.text)};
  return page;
}

Result<Page> OriginalPage(const Call& call) {
  TRY_ASSIGN(auto original, call.engine.Original(call.id));
  Page page;
  page.instead = Response{
      .type = "application/octet-stream",
      .body = std::move(original.bytes),
      .headers = {{"Content-Disposition", Attachment(original.file_name)}},
      .untrusted = true};
  return page;
}

}  // namespace concord::web
