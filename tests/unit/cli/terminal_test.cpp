#include "cli/terminal.h"

#include <gtest/gtest.h>

#include <sstream>

#include "concord/base/unicode.h"

namespace concord::cli {
namespace {

engine::Listing Reports() {
  engine::Listing listing;
  listing.columns = {"id", "date", "committee", "kind", "title"};
  listing.rows.push_back({{"r3fa9c1d2b0e4", "3 May 2004", "Harbour Board",
                           "report", "Boats and moorings on the north quay"},
                          ""});
  listing.rows.push_back(
      {{"r77777c1d2b0e", "", "Board of the Trustees of the Covered Market",
        "minutes", "Stalls"},
       ""});
  return listing;
}

std::size_t Longest(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    longest = std::max(longest, CodePointCount(line));
  }
  return longest;
}

TEST(FormatTable, FitsATerminalOfAnyWidth) {
  for (const int width : {40, 60, 80, 100, 120, 200}) {
    const std::string text = FormatTable(Reports(), Terminal(true, width));
    EXPECT_LE(Longest(text), static_cast<std::size_t>(width)) << text;
  }
}

TEST(FormatTable, IsATableWhereColumnsHaveRoom) {
  const std::string text = FormatTable(Reports(), Terminal(true, 100));
  EXPECT_TRUE(text.starts_with("id  ")) << text;
  EXPECT_NE(text.find("Boats and moorings on"), std::string::npos) << text;
}

TEST(FormatTable, NamesTheCellsBelowEachOtherWhereItIsNarrow) {
  EXPECT_EQ(FormatTable(Reports(), Terminal(true, 50)),
            "r3fa9c1d2b0e4  Boats and moorings on the north …\n"
            "    date 3 May 2004 · committee Harbour Board\n"
            "    kind report\n"
            "r77777c1d2b0e  Stalls\n"
            "    committee Board of the Trustees of the Cove…\n"
            "    kind minutes\n");
}

TEST(FormatTable, CutsNothingInAFile) {
  const std::string text = FormatTable(Reports(), Terminal(false, 50));
  EXPECT_NE(text.find("Board of the Trustees of the Covered Market"),
            std::string::npos);
}

}  // namespace
}  // namespace concord::cli
