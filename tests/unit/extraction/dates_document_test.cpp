// Dates of a document: which blocks are read, and where the spans point.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

class Page {
 public:
  std::int32_t Add(BlockKind kind, const std::string& text,
                   std::int32_t parent = -1) {
    Block block;
    block.kind = kind;
    block.parent = parent;
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    block.span = {begin, begin + static_cast<std::uint32_t>(text.size())};
    document_.text += text + "\n";
    document_.blocks.push_back(block);
    return static_cast<std::int32_t>(document_.blocks.size()) - 1;
  }

  // A row whose cells follow as children inside its span.
  void AddRow(const std::vector<std::string>& cells) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    const auto row = static_cast<std::int32_t>(document_.blocks.size());
    Block block;
    block.kind = BlockKind::kTableRow;
    document_.blocks.push_back(block);
    for (const std::string& cell : cells) {
      Add(BlockKind::kTableCell, cell, row);
    }
    document_.blocks[static_cast<std::size_t>(row)].span = {
        begin, static_cast<std::uint32_t>(document_.text.size() - 1)};
  }

  std::string Found() const {
    std::string list;
    for (const DateMention& mention :
         FindDates(document_, edtf::Day{2005, 10, 6})) {
      EXPECT_EQ(mention.printed, Slice(document_.text, mention.span));
      if (!list.empty()) list += "; ";
      list += mention.printed + " = " + mention.edtf;
    }
    return list;
  }

 private:
  Document document_;
};

TEST(DatesOfDocument, LeaveOutHeaderTitleAndChrome) {
  Page page;
  page.Add(BlockKind::kChrome, "Archived on 1 May 2012");
  page.Add(BlockKind::kHeaderLine, "Report 4 of the 6 October 2005 meeting");
  page.Add(BlockKind::kTitle, "Witness care plan 2005/06");
  page.Add(BlockKind::kHeaderLine, "Date: 6 October 2005");
  page.Add(BlockKind::kHeading, "A. Recommendation for November 2005");
  page.Add(BlockKind::kParagraph, "It was agreed on 9 May 2005.");
  page.Add(BlockKind::kListItem, "Note the launch in early 2006.");
  EXPECT_EQ(page.Found(),
            "November 2005 = 2005-11; 9 May 2005 = 2005-05-09; "
            "early 2006 = 2006-33~");
}

TEST(DatesOfDocument, ReadCellsOnceAndByThemselves) {
  Page page;
  page.AddRow({"Final sign off", "November"});
  page.AddRow({"Launch 2005", "6 March"});
  EXPECT_EQ(page.Found(),
            "November = 2005-11; 2005 = 2005; 6 March = 2006-03-06");
}

TEST(DatesOfDocument, MonthsThatHeadColumnsOrRowsAreNoDates) {
  Page columns;
  columns.AddRow({"Team", "April", "May", "June"});
  columns.AddRow({"North", "12", "14", "9"});
  EXPECT_EQ(columns.Found(), "");
  Page rows;
  rows.AddRow({"Month", "Calls"});
  rows.AddRow({"April", "120"});
  rows.AddRow({"June", "140"});
  EXPECT_EQ(rows.Found(), "");
}

TEST(DatesOfDocument, AnEmptyDocumentHasNone) {
  EXPECT_TRUE(FindDates(Document(), std::nullopt).empty());
}

}  // namespace
}  // namespace concord::extraction
