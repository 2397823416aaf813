#pragma once
// What a person wants to see of each sort of row in a workbook, in the order
// they read it: a table of names for people over the columns of ListingTable.

#include <string_view>
#include <vector>

namespace concord::engine {

struct PersonColumn {
  std::string_view heading;  // "What is asked"
  std::string_view column;   // of ListingTable: "due.printed"
  double width = 12;         // in letters
  // The column with the address where the words stand; "" = no link.
  std::string_view link;
};

// Of rows of this type as their JSON has it ("recommendation"); none for types
// whose columns are for people as they are.
std::vector<PersonColumn> PersonColumns(std::string_view type);

}  // namespace concord::engine
