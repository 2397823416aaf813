#pragma once
// Which column of a table was taken for what, before anything is imported.
//
//   Ref | What we will do | Lead | Responsible | Status
//   label  text             owner  (not used)    state
//
// Of files that are tables (CSV, TSV, XLSX): their columns are somebody else's,
// and what a header does not say is worth knowing before a thousand rows are
// in. Pure; linear in the text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/document/document.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct MappedColumn {
  std::string printed;  // its name; "" where it has none
  std::string
      taken_for;  // label, text, owner, date, answer, state; "": not used
};

struct MappedTable {
  std::string sheet;  // the heading over it, or ""
  std::vector<MappedColumn> columns;
  std::uint32_t rows = 0;   // under the row of names
  std::uint32_t items = 0;  // recommendations and commitments found in them
  std::vector<std::vector<std::string>> first_rows;  // cells, cut where long
  // What is missing, ambiguous or not understood, a sentence each.
  std::vector<std::string> remarks;
};

bool IsTableFile(std::string_view media_type);

// Nothing for a document that is no table file.
std::vector<MappedTable> MapTables(const document::Document& document,
                                   const Extraction& extraction);

// A list of objects, in one line.
std::string ToJson(const std::vector<MappedTable>& tables);

// For people, a line each.
std::vector<std::string> InLines(const MappedTable& table);

}  // namespace concord::extraction
