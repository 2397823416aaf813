// Office documents: text, OpenDocument, sheets.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/source/source.h"
#include "decode_support.h"
#include "zip_builder.h"

namespace concord::document {
namespace {

using testing::CaptureOf;
using ::testing::Contains;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Lines;
using ::testing::StartsWith;
using testing::ZipOf;

const char kDocx[] =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const char kXlsx[] =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const char kOdt[] = "application/vnd.oasis.opendocument.text";

const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

// --- DOCX -------------------------------------------------------------------

const std::string kStyles =
    kXml +
    "<w:styles xmlns:w='w'>"
    "<w:style w:styleId='Title'><w:name w:val='Title'/></w:style>"
    "<w:style w:styleId='H1'><w:name w:val='heading 1'/><w:pPr>"
    "<w:outlineLvl w:val='0'/></w:pPr></w:style>"
    "<w:style w:styleId='Mine'><w:basedOn w:val='H1'/></w:style>"
    "<w:style w:styleId='Item'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
    "</w:pPr></w:style></w:styles>";

const std::string kNumbering =
    kXml +
    "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/>"
    "<w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride "
    "w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
    "</w:numbering>";

std::string Paragraph(const std::string& properties, const std::string& words) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words +
         "</w:t></w:r></w:p>";
}

std::string Styled(const std::string& style, const std::string& words) {
  return Paragraph("<w:pStyle w:val='" + style + "'/>", words);
}

std::string Numbered(int list, int level, const std::string& words) {
  return Paragraph("<w:numPr><w:ilvl w:val='" + std::to_string(level) +
                       "'/><w:numId w:val='" + std::to_string(list) +
                       "'/></w:numPr>",
                   words);
}

std::string Docx(const std::string& body,
                 std::vector<std::pair<std::string, std::string>> more = {}) {
  std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml", kXml + "<Types/>"},
      {"word/document.xml", kXml + "<w:document xmlns:w='w'><w:body>" + body +
                                "</w:body></w:document>"},
      {"word/styles.xml", kStyles},
      {"word/numbering.xml", kNumbering}};
  parts.insert(parts.end(), more.begin(), more.end());
  return ZipOf(parts);
}

TEST(DocxTest, ReadsHeadingsByStyleAndPrintsTheNumbers) {
  const std::string bytes = Docx(
      Styled("Title", "Custody review") + Styled("Mine", "Background") +
      Numbered(1, 0, "The panel met in May.") +
      Numbered(1, 0, "It asks the Authority to:") +
      Numbered(1, 1, "note the report; and") + Numbered(1, 1, "publish it.") +
      Styled("Item", "It met again.") + Numbered(2, 0, "Numbers begin anew."));
  EXPECT_EQ(source::SniffMediaType(bytes, "review.bin"), kDocx);
  const Document document = DecodeOrDie(bytes, kDocx);
  EXPECT_EQ(document.title, "Custody review");
  EXPECT_THAT(
      Lines(document),
      ElementsAre("title|Custody review", "heading|Background",
                  "paragraph 1.|The panel met in May.",
                  "paragraph 2.|It asks the Authority to:",
                  "list_item (a) ^3|note the report; and",
                  "list_item (b) ^3|publish it.", "paragraph 3.|It met again.",
                  "paragraph 7.|Numbers begin anew."));
}

TEST(DocxTest, TakesChangesAsAcceptedAndLeavesInstructionsOut) {
  const Document document = DecodeOrDie(
      Docx("<w:p><w:r><w:t xml:space='preserve'>The panel met </w:t></w:r>"
           "<w:del><w:r><w:delText>twice</w:delText></w:r></w:del>"
           "<w:ins><w:r><w:t>four times</w:t></w:r></w:ins>"
           "<w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
           "<w:r><w:t>.</w:t></w:r></w:p>"),
      kDocx);
  EXPECT_EQ(document.text, "The panel met four times.\n");
}

TEST(DocxTest, ReadsTablesNotesHeadsAndFeet) {
  const std::string cell = "<w:tc><w:p><w:r><w:t>";
  const std::string end = "</w:t></w:r></w:p></w:tc>";
  const std::string body =
      Styled("Title", "Custody review") + "<w:tbl><w:tr>" + cell + "Action" +
      end + cell + "Owner" + end + "</w:tr><w:tr>" + cell + "Publish it" + end +
      "<w:tc><w:p/></w:tc></w:tr></w:tbl>"
      "<w:tbl><w:tr><w:tc>" +
      Numbered(1, 0, "In a box.") + Numbered(1, 0, "Still in it.") +
      "</w:tc></w:tr></w:tbl>"
      "<w:p><w:r><w:t>It met.</w:t></w:r><w:r><w:footnoteReference "
      "w:id='3'/></w:r></w:p>";
  const std::string notes =
      kXml +
      "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' "
      "w:id='0'/><w:footnote w:id='3'><w:p><w:r><w:t>In private.</w:t>"
      "</w:r></w:p></w:footnote></w:footnotes>";
  const std::string head = kXml +
                           "<w:hdr xmlns:w='w'><w:p><w:r><w:t>NPA/7"
                           "</w:t></w:r></w:p></w:hdr>";
  EXPECT_THAT(Lines(DecodeOrDie(Docx(body, {{"word/footnotes.xml", notes},
                                            {"word/header1.xml", head},
                                            {"word/header2.xml", head}}),
                                kDocx)),
              ElementsAre("chrome|NPA/7", "title|Custody review",
                          "table_row|Action\tOwner", "table_cell ^2|Action",
                          "table_cell ^2|Owner", "table_row|Publish it",
                          "table_cell ^5|Publish it", "table_cell ^5|",
                          "paragraph 1.|In a box.", "paragraph 2.|Still in it.",
                          "paragraph|It met.", "footnote 1|In private."));
}

// A page laid out in the cells of one row, with a table in one of them.
TEST(DocxTest, CellsWithHeadingsAreALayoutAndNoTable) {
  const std::string cell = "<w:tc><w:p><w:r><w:t>";
  const std::string end = "</w:t></w:r></w:p></w:tc>";
  const std::string body =
      "<w:tbl><w:tr>" + cell + "Menu" + end + "<w:tc>" +
      Styled("Mine", "Background") + Numbered(1, 0, "The panel met.") +
      Styled("Mine", "Plan") + "<w:tbl><w:tr>" + cell + "Publish it" + end +
      cell + "Clerk" + end + "</w:tr></w:tbl>" +
      Numbered(1, 0, "It met again.") + "</w:tc></w:tr></w:tbl>";
  EXPECT_THAT(
      Lines(DecodeOrDie(Docx(body), kDocx)),
      ElementsAre("chrome|Menu", "title|Background",
                  "paragraph 1.|The panel met.", "heading|Plan",
                  "table_row|Publish it\tClerk", "table_cell ^4|Publish it",
                  "table_cell ^4|Clerk", "paragraph 2.|It met again."));
}

TEST(DocxTest, RefusesEntitiesBombsAndPieces) {
  const std::string bomb =
      kXml + "<!DOCTYPE a [<!ENTITY b 'cc'>]><w:document xmlns:w='w'/>";
  const auto entities =
      Decode(CaptureOf(ZipOf({{"word/document.xml", bomb}}), kDocx), {});
  ASSERT_FALSE(entities.has_value());
  EXPECT_EQ(entities.error().code(), ErrorCode::kCorrupt);
  const auto large = Decode(
      CaptureOf(ZipOf({{"word/document.xml", kXml + "<w:document>" +
                                                 std::string(40u << 20, ' ') +
                                                 "</w:document>"}}),
                kDocx),
      {});
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().code(), ErrorCode::kLimitExceeded);
  for (const std::string& bytes :
       {std::string("PK\x03\x04"), Docx("x").substr(0, 200),
        ZipOf({{"word/other.xml", "x"}}),
        ZipOf({{"word/document.xml", "<w:document><w:p>"}})}) {
    const auto broken = Decode(CaptureOf(bytes, kDocx), {});
    ASSERT_FALSE(broken.has_value());
    EXPECT_EQ(broken.error().code(), ErrorCode::kCorrupt);
  }
}

TEST(DocxTest, ReadsDeepNestingWithoutRecursion) {
  std::string body;
  for (int i = 0; i < 50000; ++i) body += "<w:sdt><w:sdtContent>";
  body += "<w:p><w:r><w:t>Deep words.</w:t></w:r></w:p>";
  for (int i = 0; i < 50000; ++i) body += "</w:sdtContent></w:sdt>";
  EXPECT_EQ(DecodeOrDie(Docx(body), kDocx).text, "Deep words.\n");
}

// --- ODT --------------------------------------------------------------------

TEST(OdtTest, ReadsHeadingsListsTablesAndNotes) {
  const std::string styles =
      kXml +
      "<office:document-styles xmlns:office='o' xmlns:text='t' "
      "xmlns:style='s'><text:list-style style:name='L1'>"
      "<text:list-level-style-number text:level='1' style:num-format='1' "
      "style:num-suffix='.'/><text:list-level-style-number text:level='2' "
      "style:num-format='a' style:num-prefix='(' style:num-suffix=')'/>"
      "</text:list-style><style:footer><text:p>NPA/7</text:p></style:footer>"
      "</office:document-styles>";
  const std::string content =
      kXml +
      "<office:document-content xmlns:office='o' xmlns:text='t' "
      "xmlns:table='b'><office:body><office:text>"
      "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
      "<text:p text:style-name='Title'>Custody review</text:p>"
      "<text:h text:outline-level='1'>Background</text:h>"
      "<text:list text:style-name='L1'><text:list-item><text:p>The panel met "
      "in May.</text:p></text:list-item><text:list-item><text:p>It asks the "
      "Authority to:</text:p><text:list><text:list-item><text:p>note it; and"
      "</text:p></text:list-item><text:list-item><text:p>publish it.</text:p>"
      "</text:list-item></text:list></text:list-item></text:list>"
      "<table:table><table:table-row><table:table-cell><text:p>Action</text:p>"
      "</table:table-cell><table:table-cell><text:p>Owner</text:p>"
      "</table:table-cell></table:table-row></table:table>"
      "<text:p>It<text:s/>met.<text:note><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>In private.</text:p>"
      "</text:note-body></text:note> Twice.</text:p>"
      "</office:text></office:body></office:document-content>";
  const std::string bytes =
      ZipOf({{"content.xml", content}, {"styles.xml", styles}});
  EXPECT_THAT(
      Lines(DecodeOrDie(bytes, kOdt)),
      ElementsAre("chrome|NPA/7", "title|Custody review", "heading|Background",
                  "paragraph 1.|The panel met in May.",
                  "paragraph 2.|It asks the Authority to:",
                  "list_item (a) ^4|note it; and",
                  "list_item (b) ^4|publish it.", "table_row|Action\tOwner",
                  "table_cell ^7|Action", "table_cell ^7|Owner",
                  "paragraph|It met. Twice.", "footnote 1|In private."));
}

// --- Sheets -----------------------------------------------------------------

TEST(CsvTest, KeepsRowsAndCells) {
  EXPECT_THAT(
      Lines(DecodeOrDie("No;Recommendation;Owner\r\n1;\"Publish it;\nsoon "
                        "\"\"please\"\"\";Clerk\r\n\r\n2;Report back;\r\n",
                        "text/csv")),
      ElementsAre(
          "table_row|No\tRecommendation\tOwner", "table_cell ^0|No",
          "table_cell ^0|Recommendation", "table_cell ^0|Owner",
          "table_row|1\tPublish it; soon \"please\"\tClerk", "table_cell ^4|1",
          "table_cell ^4|Publish it; soon \"please\"", "table_cell ^4|Clerk",
          "table_row|2\tReport back", "table_cell ^8|2",
          "table_cell ^8|Report back", "table_cell ^8|"));
}

TEST(CsvTest, ReadsAQuoteThatIsNeverClosed) {
  std::string bytes = "a,b\n\"";
  for (int i = 0; i < 100000; ++i) bytes += "x,y\n";
  EXPECT_EQ(DecodeOrDie(bytes, "text/csv").blocks.size(), 5u);
}

TEST(XlsxTest, ReadsSheetsStringsAndDates) {
  const std::string bytes = ZipOf(
      {{"xl/workbook.xml",
        kXml + "<workbook xmlns:r='r'><sheets><sheet name='Custody' "
               "r:id='rId1'/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        kXml + "<Relationships><Relationship Id='rId1' "
               "Target='worksheets/sheet1.xml'/></Relationships>"},
       {"xl/sharedStrings.xml",
        kXml + "<sst><si><t>Recommendation</t></si><si><r><t>Publish </t></r>"
               "<r><t>it</t></r></si></sst>"},
       {"xl/styles.xml",
        kXml + "<styleSheet><numFmts><numFmt numFmtId='170' "
               "formatCode='dd/mm/yyyy'/></numFmts><cellXfs><xf "
               "numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>"},
       {"xl/worksheets/sheet1.xml",
        kXml + "<worksheet><sheetData><row><c r='A1' t='inlineStr'><is>"
               "<t>Progress of the custody review</t></is></c></row>"
               "<row><c r='A2' t='s'><v>0</v></c><c r='C2' t='inlineStr'><is>"
               "<t>Target date</t></is></c></row>"
               "<row><c r='A3' t='s'><v>1</v></c><c r='C3' s='1'><v>38868"
               "</v></c></row></sheetData></worksheet>"}});
  EXPECT_EQ(source::SniffMediaType(bytes, "a.zip"), kXlsx);
  std::vector<std::string> lines;
  for (const std::string& line : Lines(DecodeOrDie(bytes, kXlsx))) {
    if (!line.starts_with("table_cell")) lines.push_back(line);
  }
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_THAT(lines[1], HasSubstr("Progress of the custody review"));
  EXPECT_EQ(lines[2], "table_row|Recommendation\t\tTarget date");
  EXPECT_EQ(lines[3], "table_row|Publish it\t\t2006-05-31");
}

// --- Markdown ---------------------------------------------------------------

TEST(MarkdownTest, ReadsHeadingsListsTablesAndQuotations) {
  const std::string text =
      "# Custody review\n\n## Background\n\nThe panel met\nin *May*.\n\n"
      "3. It asks the Authority to:\n   - note it\n   - publish it\n\n"
      "> We agree.\n\n| Action | Owner |\n|---|---|\n| Publish | Clerk |\n\n"
      "<script>alert(1)</script>\n";
  EXPECT_EQ(source::SniffMediaType(text, "a.md"), "text/markdown");
  EXPECT_THAT(Lines(DecodeOrDie(text, "text/markdown")),
              ElementsAre("title|Custody review", "heading|Background",
                          "paragraph|The panel met in May.",
                          "paragraph 3.|It asks the Authority to:",
                          "list_item • ^3|note it", "list_item • ^3|publish it",
                          "quotation|We agree.", "table_row|Action\tOwner",
                          "table_cell ^7|Action", "table_cell ^7|Owner",
                          "table_row|Publish\tClerk", "table_cell ^10|Publish",
                          "table_cell ^10|Clerk"));
}

TEST(MarkdownTest, ReadsFrontMatterAndLetteredLines) {
  EXPECT_THAT(
      Lines(DecodeOrDie("---\ntitle: \"Custody: a review\"\ndate: "
                        "2006\n---\n\nThe Authority should:\n(a) "
                        "publish\nit; and\n(b) report back.\n",
                        "text/markdown")),
      ElementsAre("title|Custody: a review", "paragraph|The Authority should:",
                  "list_item (a) ^1|publish it; and",
                  "list_item (b) ^1|report back."));
}

TEST(MarkdownTest, ReadsDeepQuotations) {
  EXPECT_THAT(
      DecodeOrDie(std::string(20000, '>') + " Deep words.", "text/markdown")
          .text,
      HasSubstr("Deep words."));
}

// --- RTF --------------------------------------------------------------------

TEST(RtfTest, ReadsTextStylesTablesAndNotes) {
  const std::string text =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}"
      "{\\stylesheet{\\s1 heading 1;}{\\s2 Body;}}"
      "{\\info{\\title Custody paper}}"
      "{\\header NPA/7\\par}"
      "{\\pard\\s1 Custody review\\par}"
      "\\pard{\\listtext 1.\\tab}The panel\\'92s caf\\'e9 \\u8211?\n met.\\par "
      "\\pard{\\*\\generator nobody;}It met again{\\footnote In "
      "private.}.\\par "
      "\\trowd\\intbl Action\\cell Owner\\cell\\row "
      "\\trowd\\intbl Publish it\\cell Clerk\\cell\\row "
      "\\pard {\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt The end}}.\\par}";
  EXPECT_EQ(source::SniffMediaType(text, "a.doc"), "application/rtf");
  EXPECT_THAT(Lines(DecodeOrDie(text, "application/rtf")),
              ElementsAre("chrome|NPA/7", "title|Custody review",
                          "paragraph 1.|The panel’s café – met.",
                          "paragraph|It met again.", "footnote 1|In private.",
                          "table_row|Action\tOwner", "table_cell ^5|Action",
                          "table_cell ^5|Owner", "table_row|Publish it\tClerk",
                          "table_cell ^8|Publish it", "table_cell ^8|Clerk",
                          "paragraph|The end."));
}

TEST(RtfTest, ReadsWhatIsBrokenOrDeep) {
  EXPECT_THAT(DecodeOrDie("{\\rtf1 " + std::string(100000, '{') + "Deep words.",
                          "application/rtf")
                  .text,
              HasSubstr("Deep words."));
  for (const char* text :
       {"{\\rtf1 Words\\", "{\\rtf1 Words\\'", "{\\rtf1 Words\\u",
        "{\\rtf1 "
        "Words}}}}\\cell\\row\\bin999999999 x"}) {
    EXPECT_THAT(DecodeOrDie(text, "application/rtf").text, StartsWith("Words"));
  }
}

}  // namespace
}  // namespace concord::document
