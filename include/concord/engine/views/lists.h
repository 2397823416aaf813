#pragma once
// Lists of one sort of thing, and one thing shown whole.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "concord/base/result.h"

namespace concord::engine {

struct ListRequest {
  std::string what;  // recommendations, reports, works, bodies, ...
  std::string kind;
  std::string committee;
  std::string owner;     // owner or addressee
  std::string position;  // that a text states or people recorded: "accepted"
  std::string report;    // id
  std::string from;
  std::string to;
  // Recommendations that may be due between these, by their deadline.
  std::string due_from;
  std::string due_to;
  std::string run;  // of the ledger: only rows of this run
};

struct ListRow {
  std::vector<std::string> cells;
  std::string json;  // at least id, type and, where it has one, uri
};

struct Listing {
  std::vector<std::string> columns;
  std::vector<ListRow> rows;
  // Recommendations of an earlier version of a paper that a later one makes
  // again: rows like the others, marked, and no requests of their own.
  std::uint64_t counted_elsewhere = 0;
  // "2 recommendations, 1 decision sought": what the rows are, where they are
  // not all of one sort; else "".
  std::string counted;
  // Why there may be nothing: "no owner has the words 'cheif'; nearest: ...".
  std::vector<std::string> remarks;
};

// The listing for a spreadsheet: a line of names, then every row with all that
// its JSON has. What is inside an object has a column of its own
// ("due.printed", "due.edtf"), several values are divided by "; ", a span is
// "3-9". As CSV (RFC 4180) it begins with a byte order mark, and what would run
// as a formula with an apostrophe.
std::string ListingCsv(const Listing& listing);
// As a workbook (XLSX) with one sheet, `name`; see office/workbook.h. What a
// person reads stands first, under names for people, the place as a link; the
// other columns stand behind, hidden.
[[nodiscard]] Result<std::string> ListingWorkbook(const Listing& listing,
                                                  const std::string& name);

struct ShownGroup {
  std::string heading;
  std::vector<std::string> lines;
};

struct Shown {
  std::string title;
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<ShownGroup> groups;
  std::string json;
};

}  // namespace concord::engine
