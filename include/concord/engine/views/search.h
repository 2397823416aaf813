#pragma once
// A search, its hits and where else to look.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/engine/views/lists.h"

namespace concord::engine {

struct SearchViewRequest {
  std::string query;
  std::string in = "passages";
  std::string committee;
  std::string owner;
  std::string kind;
  std::string from;
  std::string to;
  std::uint32_t limit = 10;
  std::uint32_t offset = 0;
};

struct HitView {
  std::string kind;
  std::string id;
  std::string uri;
  std::string title;
  std::string committee;
  std::string date_printed;
  std::string date_edtf;
  std::string locator;
  std::string due;     // of a recommendation, "May 2004 (../2004-05)"
  std::string report;  // id of the report it stands in
  TextSpan span;       // in the report's text
  std::string snippet;
  std::vector<TextSpan> marks;  // matched words in the snippet
  bool ocr = false;             // its text was read by OCR
  double score = 0;
  std::string json;
};

// An acronym of a query, or one whose long form is in the query.
struct AcronymView {
  std::string short_form;
  std::string long_form;
  std::uint64_t reports = 0;  // that explain it so
  bool searched = false;      // both forms; false: it has other meanings too
};

// Where a query would be answered that is no search for words: the id of
// something, a date, the number of a recommendation, somebody's name.
struct DirectionView {
  std::string kind;     // id, number, date, author, title, elsewhere, any-word
  std::string text;     // "recommendation 44 of Report of the Lane Inquiry"
  std::string command;  // that goes there, "show r3fa9c1d2b0e4.44"
  // What it opens, by type and id as in JSON; "" = a search or a list, with the
  // values it is narrowed by: {"in", "reports"}, {"from", "2002-03-12"}.
  std::string type;
  std::string id;
  std::string list;  // "search", or of what: "recommendations"
  std::vector<std::pair<std::string, std::string>> fields;
};

struct SearchView {
  std::vector<HitView> hits;
  std::uint64_t matches = 0;
  bool matches_exact = true;
  std::string query_read_as;
  std::string suggestion;
  std::vector<AcronymView> acronyms;
  // The same for people, a sentence for each short form.
  std::vector<std::string> acronym_notes;
  std::vector<DirectionView> directions;
  // Why there may be nothing; see Listing.
  std::vector<std::string> remarks;
  // What the answer cannot know: files that failed, parts that are missing.
  std::vector<std::string> not_searched;
  std::string json;  // the summary line
};

// The hits as a list, for ListingCsv and ListingWorkbook.
Listing ListingOf(const SearchView& view);

}  // namespace concord::engine
