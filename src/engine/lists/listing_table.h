#pragma once
// A listing as a table, from the JSON of its rows, for spreadsheets:
//
//   {"id": "r1.2", "due": [{"printed": "May 2004", "edtf": "2004-05"}]}
//   id,due.printed,due.edtf
//   r1.2,May 2004,2004-05
//
// A date has a column for its words and one for its value, several owners stand
// in one cell, and nothing is JSON. Rows are read twice, once for the columns
// and once for each of ForEachRow, and none is kept.

#include <functional>
#include <string>
#include <vector>

#include "concord/engine/views.h"

namespace concord::engine {

struct TableCell {
  std::string text;
  bool is_number = false;  // and nothing but one
};

class ListingTable {
 public:
  // `listing` must outlive it.
  explicit ListingTable(const Listing& listing);

  const std::vector<std::string>& columns() const { return columns_; }
  // Letters of the longest line in each column, its name among them.
  const std::vector<std::size_t>& widths() const { return widths_; }
  // With a cell for each column, until `visit` fails.
  [[nodiscard]] Result<> ForEachRow(
      const std::function<Result<>(const std::vector<TableCell>&)>& visit)
      const;

 private:
  const Listing& listing_;
  std::vector<std::string> columns_;
  std::vector<std::size_t> widths_;
};

}  // namespace concord::engine
