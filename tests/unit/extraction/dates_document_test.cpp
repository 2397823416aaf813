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

  std::string Found(std::optional<edtf::Day> base = edtf::Day{2005, 10,
                                                              6}) const {
    std::string list;
    for (const DateMention& mention : FindDates(document_, base)) {
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

TEST(DatesOfDocument, FiguresAreInTheOrderTheDocumentShows) {
  Page american;
  american.Add(BlockKind::kParagraph,
               "Approved 12/19/2016, in force 1/3/2017.");
  EXPECT_EQ(american.Found(), "12/19/2016 = 2016-12-19; 1/3/2017 = 2017-01-03");
  Page named;
  named.Add(BlockKind::kParagraph,
            "On May 4, 2017 keys came, on 1/3/2017 not.");
  EXPECT_EQ(named.Found(), "May 4, 2017 = 2017-05-04; 1/3/2017 = 2017-01-03");
  Page british;
  british.Add(BlockKind::kParagraph,
              "On May 4, 2017 keys came, on 1/3/2017 and 4 June 2017 not.");
  EXPECT_EQ(british.Found(),
            "May 4, 2017 = 2017-05-04; 1/3/2017 = 2017-03-01; "
            "4 June 2017 = 2017-06-04");
  Page mixed;
  mixed.Add(BlockKind::kParagraph, "Cut 25/3/2016, 26/3/2016 and 12/19/2016.");
  mixed.Add(BlockKind::kParagraph, "Kept on 1/3/2017.");
  EXPECT_EQ(mixed.Found(),
            "25/3/2016 = 2016-03-25; 26/3/2016 = 2016-03-26; "
            "12/19/2016 = 2016-12-19; 1/3/2017 = 2017-03-01");
}

TEST(DatesOfDocument, WithoutABaseDaysBorrowTheLastFullDate) {
  Page page;
  page.Add(BlockKind::kParagraph, "On 4 May it began, in June it ended.");
  page.Add(BlockKind::kParagraph, "The keys came on 9 December 2003.");
  page.Add(BlockKind::kParagraph, "They went on 4 January.");
  EXPECT_EQ(page.Found(std::nullopt),
            "4 May = 2003-05-04; June = ; 9 December 2003 = 2003-12-09; "
            "4 January = 2004-01-04");
  Page bare;
  bare.Add(BlockKind::kParagraph, "On 4 May 2003 people came.");
  bare.Add(BlockKind::kParagraph, "Today they left.");
  EXPECT_EQ(bare.Found(std::nullopt), "4 May 2003 = 2003-05-04; Today = ");
}

}  // namespace
}  // namespace concord::extraction
