// What stands where on a page, and what it is read as.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"
#include "pdf_builder.h"

namespace concord::document {
namespace {

using ::testing::AllOf;
using testing::CaptureOf;
using ::testing::Contains;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Lines;
using ::testing::Not;
using testing::PdfBuilder;
using ::testing::StartsWith;

Document Read(const PdfBuilder& pdf) {
  return DecodeOrDie(pdf.Bytes(), "application/pdf");
}

// Lines of one paragraph, 14 points apart, the last of them short.
double Paragraph(double x, double y, const std::vector<std::string>& lines,
                 PdfBuilder* pdf) {
  for (const std::string& line : lines) {
    pdf->Text(x, y, line);
    y += 14;
  }
  return y + 10;
}

const std::vector<std::string> kFirst = {
    "1. The Northmarch Police Authority asked the panel to look at how long",
    "people wait in custody before they see a nurse, and to say what would",
    "shorten the wait."};

const std::vector<std::string> kSecond = {
    "2. The panel met four times in the spring and heard eleven witnesses in",
    "private, who spoke freely."};

TEST(PdfTest, JoinsLinesIntoNumberedParagraphs) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  double y = Paragraph(72, 120, kFirst, &pdf);
  Paragraph(72, y, kSecond, &pdf);
  const Document document = Read(pdf);
  EXPECT_EQ(document.title, "Custody review");
  EXPECT_THAT(
      Lines(document),
      ElementsAre("title|Custody review",
                  "paragraph 1.|The Northmarch Police Authority asked the "
                  "panel to look at how long people wait in custody before "
                  "they see a nurse, and to say what would shorten the wait.",
                  "paragraph 2.|The panel met four times in the spring and "
                  "heard eleven witnesses in private, who spoke freely."));
}

TEST(PdfTest, SaysThePageBesideTheParagraph) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  Paragraph(72, 120, kFirst, &pdf);
  pdf.NewPage();
  Paragraph(72, 120, kSecond, &pdf);
  const Document document = Read(pdf);
  const auto at = static_cast<std::uint32_t>(document.text.find("four times"));
  EXPECT_EQ(Locator(document, {at, at + 4}), "para 2, page 2");
}

TEST(PdfTest, HeadingsComeFromTheFont) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Bold(72, 115, "Background", 14);
  double y = Paragraph(72, 140, kFirst, &pdf);
  pdf.Bold(72, y, "What we heard", 14);
  Paragraph(72, y + 25, kSecond, &pdf);
  const auto lines = Lines(Read(pdf));
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0], "title|Custody review");
  EXPECT_EQ(lines[1], "heading|Background");
  EXPECT_EQ(lines[3], "heading|What we heard");
}

TEST(PdfTest, RepairsLigaturesAndHyphens) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Text(72, 120,
           "The \256rst review found that the protocol was not imple-");
  pdf.Text(72, 134, "mented, though every force had implemented the decision-");
  pdf.Text(72, 148, "making rules of decision-making boards in full.");
  EXPECT_EQ(Lines(Read(pdf)).back(),
            "paragraph|The first review found that the protocol was not "
            "implemented, though every force had implemented the "
            "decision-making rules of decision-making boards in full.");
}

TEST(PdfTest, FurnitureAndPageBreaksDoNotInterrupt) {
  PdfBuilder pdf;
  for (int page = 1; page <= 3; ++page) {
    pdf.NewPage().Text(72, 40, "NPA/CUST/7", 9);
    pdf.Text(520, 800, std::to_string(page + 4), 9);
    const std::string n = std::to_string(page);
    pdf.Text(72, 120,
             n + ". The panel looked at custody in division " + n +
                 " and at its nurses there, and found it to");
    pdf.Text(72, 134, "be sound in every way that a visitor could see.");
    pdf.Text(72, 700,
             n + "0. The records of that division were kept by hand "
                 "until the end of the year, and");
  }
  pdf.NewPage().Text(72, 40, "NPA/CUST/7", 9);
  pdf.Text(72, 120, "were then moved.");
  pdf.Text(520, 800, "8", 9);
  const Document document = Read(pdf);
  const auto lines = Lines(document);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "chrome|NPA/CUST/7"), 4);
  EXPECT_THAT(lines, ::testing::Contains(
                         "paragraph 30.|The records of that division were kept "
                         "by hand until the end of the year, and were then "
                         "moved."));
  const auto at = static_cast<std::uint32_t>(document.text.find("division 2"));
  EXPECT_EQ(Locator(document, {at, at + 4}), "para 2, page 6")
      << "the page's own number";
}

// Recommendations printed bold from end to end, as some bodies do.
TEST(PdfTest, ItemsThatAreBoldThroughoutAreNoHeadings) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  double y = Paragraph(72, 120, kFirst, &pdf);
  for (const char* item : {"1. Train every custody officer;",
                           "2. Publish the custody protocol (Northmarch)",
                           "3. Report to the panel each quarter;"}) {
    pdf.Bold(72, y, item);
    y += 24;
  }
  const auto lines = Lines(Read(pdf));
  EXPECT_THAT(lines, Contains(HasSubstr("2.|Publish the custody protocol")));
  EXPECT_THAT(lines, Not(Contains(StartsWith("heading"))));
}

TEST(PdfTest, ABoldParagraphGoesOnOverThePageBreak) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  double y = Paragraph(72, 120, kFirst, &pdf);
  y = Paragraph(72, y, kSecond, &pdf);
  pdf.Bold(72, y, "3. Publish the custody protocol and say in it what is asked")
      .Bold(72, y + 14,
            "of the nurse, of the custody officer, of the clerk and of the");
  pdf.NewPage().Bold(72, 80, "inspector on duty, within a year (Northmarch);");
  EXPECT_THAT(
      Lines(Read(pdf)),
      Contains("paragraph 3.|Publish the custody protocol and say in "
               "it what is asked of the nurse, of the custody officer, "
               "of the clerk and of the inspector on duty, within a year "
               "(Northmarch);"));
}

// Its number is plain, so it is no heading and may go on with a name.
TEST(PdfTest, ABoldParagraphWithAPlainNumberGoesOnWithACapital) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  double y = Paragraph(72, 120, kFirst, &pdf);
  y = Paragraph(72, y, kSecond, &pdf);
  pdf.Text(72, y, "3.")
      .Bold(92, y,
            "Publish the custody protocol and say in it what is asked of");
  pdf.Bold(72, y + 14,
           "the nurse, of the custody officer, of the clerk and of "
           "the");
  pdf.NewPage().Bold(72, 80, "Northmarch inspector on duty (Ferrin);");
  EXPECT_THAT(Lines(Read(pdf)),
              Contains(AllOf(StartsWith("paragraph 3.|Publish"),
                             HasSubstr("the Northmarch inspector"))));
}

// The lines of an item begin a hair to the left of its number; that is no
// column.
TEST(PdfTest, AHairIsNoColumn) {
  PdfBuilder pdf;
  pdf.NewPage().Text(56.7, 60, "N/42").Text(479.17, 74, "I", 10);
  double y = 100;
  for (int item = 1; item <= 12; ++item) {
    pdf.Text(141.78, y,
             std::to_string(100 + item) +
                 ". Publish the protocol on custody in each of the forces");
    pdf.Text(141.72, y + 12,
             "and say who of the officers answers for it and by "
             "what day;");
    y += 30;
  }
  const auto lines = Lines(Read(pdf));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr("104.|Publish the protocol"),
                                    HasSubstr("forces and say who"))));
}

TEST(PdfTest, KeepsItemsUnderTheirWords) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Bold(72, 110, "Recommendation(s):");
  pdf.Text(72, 130, "The Authority is asked to:");
  pdf.Text(90, 150, "A.")
      .Text(110, 150,
            "agree that every custody suite in "
            "the county has a nurse on duty");
  pdf.Text(110, 164, "at night; and");
  pdf.Text(90, 184, "B.").Text(110, 184, "note the cost.");
  EXPECT_THAT(Lines(Read(pdf)),
              ElementsAre("title|Custody review", "heading|Recommendation(s):",
                          "paragraph|The Authority is asked to:",
                          "list_item A. ^2|agree that every custody suite in "
                          "the county has a nurse on duty at night; and",
                          "list_item B. ^2|note the cost."));
}

TEST(PdfTest, ReadsATableByItsBorders) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  for (const double y : {100.0, 120.0, 165.0, 190.0}) {
    pdf.Line(72, y, 472, y);
  }
  for (const double x : {72.0, 272.0, 372.0, 472.0}) {
    pdf.Line(x, 100, x, 190);
  }
  pdf.Text(76, 114, "Action").Text(276, 114, "Owner").Text(376, 114, "Due");
  pdf.Text(76, 136, "Put a nurse in every");
  pdf.Text(76, 150, "suite").Text(276, 136, "Clerk").Text(376, 136, "May 2006");
  pdf.Text(76, 180, "Report back").Text(376, 180, "June 2006");
  const auto lines = Lines(Read(pdf));
  EXPECT_THAT(
      lines,
      ElementsAre(
          "title|Custody review", "table_row|Action\tOwner\tDue",
          "table_cell ^1|Action", "table_cell ^1|Owner", "table_cell ^1|Due",
          "table_row|Put a nurse in every suite\tClerk\tMay 2006",
          "table_cell ^5|Put a nurse in every suite", "table_cell ^5|Clerk",
          "table_cell ^5|May 2006", "table_row|Report back\t\tJune 2006",
          "table_cell ^9|Report back", "table_cell ^9|",
          "table_cell ^9|June 2006"));
}

TEST(PdfTest, ABoxAroundTextIsNoTable) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Box(60, 100, 520, 180);
  Paragraph(72, 120, kFirst, &pdf);
  const auto lines = Lines(Read(pdf));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[1], StartsWith("paragraph 1.|"));
}

TEST(PdfTest, ReadsATableByItsColumns) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Text(72, 120, "Action").Text(250, 120, "Owner").Text(380, 120, "Due");
  pdf.Text(72, 140, "Put a nurse in every").Text(250, 140, "Clerk");
  pdf.Text(380, 140, "May 2006").Text(72, 154, "suite");
  pdf.Text(72, 174, "Report back").Text(250, 174, "Treasurer");
  pdf.Text(380, 174, "June 2006");
  Paragraph(72, 220, kFirst, &pdf);
  std::vector<std::string> rows;
  for (const std::string& line : Lines(Read(pdf))) {
    if (line.starts_with("table_row")) rows.push_back(line);
  }
  EXPECT_THAT(rows,
              ElementsAre("table_row|Action\tOwner\tDue",
                          "table_row|Put a nurse in every suite\tClerk\tMay "
                          "2006",
                          "table_row|Report back\tTreasurer\tJune 2006"));
}

TEST(PdfTest, ReadsColumnsOneAfterTheOther) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  for (int i = 0; i < 14; ++i) {
    const std::string n = std::to_string(i);
    pdf.Text(60, 120 + 14 * i, "left column line " + n + " fills its column");
    pdf.Text(310, 120 + 14 * i, "right column line " + n + " fills the other");
  }
  const std::string text = Read(pdf).text;
  EXPECT_LT(text.find("line 13 fills its"), text.find("line 0 fills the"));
  EXPECT_THAT(text, HasSubstr("line 3 fills its column left column line 4"));
}

TEST(PdfTest, AFootnoteStandsApart) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Text(72, 120, "The panel read the review of custody and of its nurses");
  pdf.Text(372, 115, "1", 6).Text(377, 120, "and of the");
  pdf.Text(72, 134,
           "courts, which was long, and its members went on to read "
           "the answer that");
  pdf.Line(72, 700, 200, 700);
  pdf.Text(72, 715, "1 Published in May 2004.", 8);
  pdf.NewPage().Text(72, 120, "the Clerk gave.");
  const Document document = Read(pdf);
  EXPECT_THAT(Lines(document),
              ElementsAre("title|Custody review",
                          "paragraph|The panel read the review of custody and "
                          "of its nurses and of the courts, which was long, "
                          "and its members went on to read the answer that the "
                          "Clerk gave.",
                          "footnote 1|Published in May 2004."));
}

// --- What cannot be read ----------------------------------------------------

ErrorCode CodeOf(const std::string& bytes, std::string* message = nullptr) {
  const auto document = Decode(CaptureOf(bytes, "application/pdf"), {});
  EXPECT_FALSE(document.has_value());
  if (document) return ErrorCode::kInternal;
  if (message != nullptr) *message = document.error().message();
  return document.error().code();
}

TEST(PdfTest, APasswordIsAReasonOfItsOwn) {
  PdfBuilder pdf;
  pdf.NewPage().Text(72, 80, "Secret");
  pdf.Trailer(
      "/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
      "/O <" +
      std::string(64, '4') + "> /U <" + std::string(64, '5') + "> >>");
  std::string message;
  EXPECT_EQ(CodeOf(pdf.Bytes(), &message), ErrorCode::kUnavailable);
  EXPECT_THAT(message, StartsWith("password_required: "));
}

TEST(PdfTest, PagesWithoutTextAreSkippedWithThatReason) {
  PdfBuilder pdf;
  pdf.NewPage().Line(72, 80, 200, 80).NewPage();
  std::string message;
  EXPECT_EQ(CodeOf(pdf.Bytes(), &message), ErrorCode::kUnsupported);
  EXPECT_THAT(message, StartsWith("no_text: none of its 2 pages"));
}

TEST(PdfTest, WhatIsDamagedSaysSo) {
  PdfBuilder pdf;
  pdf.NewPage().Text(72, 80, "Words");
  EXPECT_EQ(CodeOf("%PDF-1.4\nnothing\n"), ErrorCode::kCorrupt);
  EXPECT_EQ(CodeOf(pdf.Bytes().substr(0, 100)), ErrorCode::kCorrupt);
  EXPECT_EQ(CodeOf(PdfBuilder::File({"<< /Type /Catalog >>"}, "")),
            ErrorCode::kCorrupt);
}

// --- Made to break readers --------------------------------------------------

// A long document is no document that hangs.
TEST(PdfTest, HasTimeForEachPage) {
  PdfBuilder pdf;
  for (int page = 0; page < 3; ++page) {
    pdf.NewPage().Text(72, 80, "The panel met in the spring.");
  }
  DecodeLimits limits;
  std::vector<long> allowed;
  limits.allow = [&](std::chrono::seconds time) {
    allowed.push_back(static_cast<long>(time.count()));
  };
  limits.page_time = std::chrono::seconds(4);
  limits.processor_time = std::chrono::seconds(7);
  const auto read = Decode(CaptureOf(pdf.Bytes(), "application/pdf"), limits);
  ASSERT_TRUE(read.has_value());
  // The file, three pages, and what they are put together to.
  EXPECT_THAT(allowed, ElementsAre(4, 4, 4, 4, 7));
}

TEST(PdfHostileTest, PagesThatAreTheirOwnParents) {
  const std::string bytes = PdfBuilder::File(
      {"<< /Type /Catalog /Pages 2 0 R >>",
       "<< /Type /Pages /Kids [ 2 0 R 2 0 R ] /Count 2000000000 >>"},
      "");
  const auto document = Decode(CaptureOf(bytes, "application/pdf"), {});
  EXPECT_FALSE(document.has_value());
}

TEST(PdfHostileTest, ManyWordsInOnePlace) {
  PdfBuilder pdf;
  pdf.NewPage();
  for (int i = 0; i < 20000; ++i) pdf.Text(72, 80, "w" + std::to_string(i));
  EXPECT_THAT(Read(pdf).text, HasSubstr("w19999"));
}

TEST(PdfHostileTest, AGridOfThousandsOfLines) {
  PdfBuilder pdf;
  pdf.NewPage().Text(72, 80, "Words");
  for (int i = 0; i < 1200; ++i) {
    pdf.Line(10 + i * 0.4, 10, 10 + i * 0.4, 800);
    pdf.Line(10, 10 + i * 0.6, 560, 10 + i * 0.6);
  }
  EXPECT_THAT(Read(pdf).text, HasSubstr("Words"));
}

TEST(PdfHostileTest, EverySizeAndEveryTurn) {
  PdfBuilder pdf;
  pdf.NewPage();
  for (int i = 1; i < 400; ++i) {
    const std::string turn = i % 2 == 0 ? "0 1 -1 0 " : "0.7 0.7 -0.7 0.7 ";
    pdf.Raw("BT /F1 " + std::to_string(i) + " Tf " + turn + std::to_string(i) +
            " 300 Tm (word" + std::to_string(i) + ") Tj ET\n");
  }
  EXPECT_THAT(Read(pdf).text, HasSubstr("word10"));
}

TEST(PdfHostileTest, DecodingTwiceIsEqual) {
  PdfBuilder pdf;
  pdf.NewPage();
  double y = Paragraph(72, 120, kFirst, &pdf);
  Paragraph(72, y, kSecond, &pdf);
  EXPECT_EQ(Read(pdf), Read(pdf));
}

TEST(PdfHostileTest, EveryCutOfAFileIsSomethingSound) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  Paragraph(72, 120, kFirst, &pdf);
  const std::string bytes = pdf.Bytes();
  for (std::size_t cut = 0; cut < bytes.size(); cut += 17) {
    std::string damaged = bytes.substr(0, cut);
    if (cut % 2 == 0) damaged += bytes.substr(std::min(cut + 40, bytes.size()));
    const auto document = Decode(CaptureOf(damaged, "application/pdf"), {});
    if (document) continue;
    EXPECT_NE(document.error().code(), ErrorCode::kInternal) << cut;
  }
}

}  // namespace
}  // namespace concord::document
