// Words in italics or underlined, in every format that has them.

#include "document/emphasis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"
#include "pdf_builder.h"
#include "zip_builder.h"

namespace concord::document {
namespace {

using testing::DecodeOrDie;
using ::testing::ElementsAre;
using testing::Html;
using ::testing::IsEmpty;
using testing::PdfBuilder;
using testing::ZipOf;

using Words = std::vector<std::string>;

Words EmphasesOf(const Document& document) {
  EXPECT_TRUE(Verify(document).has_value());
  Words words;
  for (const TextSpan span : document.emphases) {
    words.emplace_back(Slice(document.text, span));
  }
  return words;
}

// --- The spans themselves ---------------------------------------------------

TEST(EmphasisTest, GoesOnOverASpaceOnly) {
  const std::string text = " Keys  and Boxes\tOars";
  std::vector<TextSpan> spans;
  AddEmphasis(text, {0, 6}, &spans);   // " Keys "
  AddEmphasis(text, {6, 7}, &spans);   // nothing but a space
  AddEmphasis(text, {7, 10}, &spans);  // "and"
  AddEmphasis(text, {11, 16}, &spans);
  AddEmphasis(text, {17, 21}, &spans);  // of the next cell
  EXPECT_THAT(spans, ElementsAre(TextSpan{1, 16}, TextSpan{17, 21}));
}

TEST(EmphasisTest, IsFoundAgainWhereWhiteSpaceAndControlsAreGone) {
  const std::string raw =
      "  See \x01 the\xC2\xA0\xC2\xA0"
      "Caf\xC3\xA9 \xC2\xAD"
      "Keys ,\n or not";
  const std::string clean = "See the Caf\xC3\xA9 Keys , or not";
  const auto begin = static_cast<std::uint32_t>(raw.find("Caf"));
  const auto end = static_cast<std::uint32_t>(raw.find(" ,"));
  EXPECT_THAT(EmphasesIn(clean, raw, {{begin, end}}),
              ElementsAre(TextSpan{8, 18}));
  EXPECT_THAT(EmphasesIn(clean, raw, {}), IsEmpty());
  EXPECT_THAT(EmphasesIn("", "", {{0, 0}}), IsEmpty());
}

TEST(EmphasisTest, StandsOnWholeLettersWhereAnAccentIsOutside) {
  // "e" in italics, its accent not: composed to one letter.
  const std::string raw = "cafe\xCC\x81s";
  const std::string clean = "caf\xC3\xA9s";
  for (const TextSpan span : EmphasesIn(clean, raw, {{3, 4}, {4, 7}})) {
    EXPECT_LE(span.end, clean.size());
    EXPECT_NE(clean[span.begin] & 0xC0, 0x80);
  }
}

// --- HTML -------------------------------------------------------------------

struct HtmlCase {
  const char* page;
  Words emphases;
};

TEST(EmphasisTest, OfPages) {
  const std::vector<HtmlCase> cases = {
      {"<p>See <i>The  Long\nRoad</i>, again.", {"The Long Road"}},
      {"<p>See <em>Small <b>Boats</b></em> and <cite>Oars</cite>.",
       {"Small Boats", "Oars"}},
      {"<p>See <i>Small</i> <em>Boats</em>, <i> Oars </i>.",
       {"Small Boats", "Oars"}},
      {"<p>See <u>Small Boats</u> and <a href=x><u>this</u></a> or "
       "<u><a href=y>that</a></u>.",
       {"Small Boats"}},
      {"<p><span class=a>See <span style='color:red; font-style: italic'>Small "
       "<span>Boats</span></span> or</span> not.",
       {"Small Boats"}},
      {"<p><span style='font-style:normal'>None</span> <b>of</b> it.", {}},
      {"<p><i>One</i><p>two <i>three</i><br>four", {"One", "three"}},
      {"<p>One <i>two<br>three</i> four", {"two", "three"}},
      {"<table><tr><td><i>One</i><td><i>two</i> three</table>", {"One", "two"}},
      {"<ol><li>See <i>Boats</i>.<li><i>Oars</i> too.</ol>", {"Boats", "Oars"}},
      {"<p>Never closed <i>One<p>two", {"One", "two"}},
      {"<p>Nothing <i></i>, <i> </i> <u><br></u> there.", {}},
      {"<pre>As it <i>stands</i></pre>", {}},
  };
  for (const HtmlCase& one : cases) {
    EXPECT_EQ(EmphasesOf(Html(one.page)), one.emphases) << one.page;
  }
}

TEST(EmphasisTest, ChangesNoWordOfAPage) {
  const std::string plain =
      "<h1>Keys</h1><p>1. See Small Boats (1999) again.<ul><li>Oars, and "
      "boats</ul><table><tr><td>Who<td>What<tr><td>Clerk<td>Keys</table>";
  std::string italic = plain;
  for (const std::string& words :
       Words{"Small Boats", "Oars", "Clerk", "What"}) {
    italic.replace(italic.find(words), words.size(), "<i>" + words + "</i>");
  }
  Document with = Html(italic);
  const Document without = Html(plain);
  EXPECT_EQ(with.emphases.size(), 4u);
  EXPECT_EQ(with.text, without.text);
  EXPECT_EQ(with.blocks, without.blocks);
}

// --- Office documents -------------------------------------------------------

std::string Docx(const std::string& body) {
  const std::string styles =
      "<w:styles xmlns:w='w'><w:style w:styleId='Q'><w:name w:val='Quote'/>"
      "<w:rPr><w:i/></w:rPr></w:style><w:style w:styleId='R'><w:basedOn "
      "w:val='Q'/></w:style><w:style w:styleId='E'><w:name w:val='Emphasis'/>"
      "<w:rPr><w:i w:val='1'/></w:rPr></w:style><w:style w:styleId='L'>"
      "<w:name w:val='Hyperlink'/><w:rPr><w:u w:val='single'/></w:rPr>"
      "</w:style></w:styles>";
  return ZipOf({{"[Content_Types].xml", "<Types/>"},
                {"word/document.xml", "<w:document xmlns:w='w'><w:body>" +
                                          body + "</w:body></w:document>"},
                {"word/styles.xml", styles}});
}

// A run with properties.
std::string Letters(const std::string& words,
                    const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" +
         words + "</w:t></w:r>";
}

std::string Paragraph(const std::string& runs, const std::string& style = "") {
  return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + runs +
         "</w:p>";
}

TEST(EmphasisTest, OfWordFiles) {
  const std::string kEmphasis = "<w:rStyle w:val='E'/>";
  struct Case {
    std::string body;
    Words emphases;
  };
  const std::vector<Case> cases = {
      {Paragraph(Letters("See ") + Letters("Small ", "<w:i/>") +
                 Letters("Boats", "<w:i w:val='true'/>") + Letters(", again.")),
       {"Small Boats"}},
      {Paragraph(Letters("See ") + Letters("Boats", kEmphasis) +
                 Letters(" or ") +
                 Letters("Oars", kEmphasis + "<w:i w:val='0'/>")),
       {"Boats"}},
      {Paragraph(Letters("See ") + Letters("Boats", "<w:u w:val='single'/>") +
                 Letters(" or ") + Letters("none", "<w:u w:val='none'/>")),
       {"Boats"}},
      {Paragraph(Letters("A link: ") +
                 Letters("here", "<w:rStyle w:val='L'/>") + "<w:hyperlink>" +
                 Letters("there", "<w:u w:val='single'/>") + "</w:hyperlink>"),
       {}},
      // Upright within what is in italics.
      {Paragraph(Letters("They say in ") + Letters("Boats", kEmphasis) +
                     Letters(" this"),
                 "R"),
       {"They say in", "this"}},
      {"<w:tbl><w:tr><w:tc>" + Paragraph(Letters("Boats", "<w:i/>")) +
           "</w:tc><w:tc>" +
           Paragraph(Letters("Oars", "<w:i/>") + Letters(" two")) +
           Paragraph(Letters("Keys", "<w:i/>")) + "</w:tc></w:tr></w:tbl>",
       {"Boats", "Oars", "Keys"}},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(
        EmphasesOf(DecodeOrDie(Docx(one.body),
                               "application/vnd.openxmlformats-officedocument."
                               "wordprocessingml.document")),
        one.emphases)
        << one.body;
  }
}

TEST(EmphasisTest, OfOpenDocuments) {
  const std::string styles =
      "<office:document-styles xmlns:office='o' xmlns:style='s' xmlns:fo='f'>"
      "<style:style style:name='Emphasis' style:family='text'>"
      "<style:text-properties fo:font-style='italic'/></style:style>"
      "<style:style style:name='Slanted' style:family='paragraph'>"
      "<style:text-properties fo:font-style='italic'/></style:style>"
      "</office:document-styles>";
  const std::string content =
      "<office:document-content xmlns:office='o' xmlns:text='t' "
      "xmlns:style='s' xmlns:fo='f'><office:automatic-styles>"
      "<style:style style:name='T1' style:family='text' "
      "style:parent-style-name='Emphasis'/>"
      "<style:style style:name='T2' style:family='text'>"
      "<style:text-properties fo:font-style='normal'/></style:style>"
      "<style:style style:name='T3' style:family='text'>"
      "<style:text-properties style:text-underline-style='solid'/>"
      "</style:style><style:style style:name='P1' style:family='paragraph' "
      "style:parent-style-name='Slanted'/></office:automatic-styles>"
      "<office:body><office:text>"
      "<text:p>See <text:span text:style-name='T1'>Small<text:s/>Boats"
      "</text:span>, <text:span text:style-name='T3'>Oars</text:span> or "
      "<text:a><text:span text:style-name='T3'>here</text:span></text:a>."
      "</text:p>"
      "<text:p text:style-name='P1'>They say <text:span "
      "text:style-name='T2'>Keys</text:span> too</text:p>"
      "</office:text></office:body></office:document-content>";
  EXPECT_THAT(EmphasesOf(DecodeOrDie(
                  ZipOf({{"content.xml", content}, {"styles.xml", styles}}),
                  "application/vnd.oasis.opendocument.text")),
              ElementsAre("Small Boats", "Oars", "They say", "too"));
}

TEST(EmphasisTest, OfRichText) {
  EXPECT_THAT(
      EmphasesOf(DecodeOrDie(
          "{\\rtf1\\ansi See {\\i Small} {\\i Boats}, \\ul Oars\\ulnone  or "
          "\\i caf\\'e9s\\i0 .\\par {\\field{\\*\\fldinst HYPERLINK "
          "x}{\\fldrslt \\ul there}} and \\i here\\plain  not.\\par "
          "\\trowd\\intbl {\\i Keys}\\cell {\\i Boxes}\\cell\\row}",
          "application/rtf")),
      ElementsAre("Small Boats", "Oars", "caf\xC3\xA9s", "here", "Keys",
                  "Boxes"));
}

// --- Markdown ---------------------------------------------------------------

TEST(EmphasisTest, OfMarkdown) {
  EXPECT_THAT(
      EmphasesOf(DecodeOrDie("# *Keys*\n\nSee *Small\nBoats*, **bold** or "
                             "***Oars*** and `x`.\n\n1. _First_ of\n2. two\n\n"
                             "The Board should:\n(a) read *Boxes*\n(b) *go\n"
                             "(c) on* it.\n\nNo * star.\n",
                             "text/markdown")),
      ElementsAre("Keys", "Small Boats", "Oars", "First", "Boxes", "go",
                  "(c) on"));
}

// --- PDF --------------------------------------------------------------------

TEST(EmphasisTest, OfPrintedPages) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Text(72, 120, "1. The panel asked why so few of those it heard had read");
  pdf.Italic(364, 120, "Small Boats on the");
  pdf.Italic(72, 134, "Shore").Text(104, 134, "again, and who had kept the");
  pdf.Text(248, 134, "copies that");
  pdf.Text(72, 148, "were sent.");
  pdf.Line(72, 700, 200, 700);
  pdf.Text(72, 715, "1 See", 8).Italic(95, 715, "Long Oars", 8);
  const Document document = DecodeOrDie(pdf.Bytes(), "application/pdf");
  EXPECT_THAT(EmphasesOf(document),
              ElementsAre("Small Boats on the Shore", "Long Oars"));
}

TEST(EmphasisTest, OfPrintedPagesGoesOnOverABrokenWord) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 18);
  pdf.Text(72, 120, "1. The implementation is told, and so is what the panel");
  pdf.Text(364, 120, "heard of").Italic(412, 120, "The Imple-");
  pdf.Italic(72, 134, "mentation of Keys")
      .Text(168, 134, "and of other things");
  pdf.Text(72, 148, "that it read.");
  EXPECT_THAT(EmphasesOf(DecodeOrDie(pdf.Bytes(), "application/pdf")),
              ElementsAre("The Implementation of Keys"));
}

}  // namespace
}  // namespace concord::document
