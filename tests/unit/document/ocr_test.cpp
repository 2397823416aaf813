// Pages that are pictures: what is asked of tesseract and what is made of its
// answers. Where a test reads a real picture it needs tesseract-ocr.

#include "concord/document/ocr.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "decode_support.h"
#include "document/pdf/render.h"
#include "document/worker/ocr_pages.h"
#include "document/worker/protocol.h"
#include "pdf_builder.h"
#include "tests/support/scans.h"

namespace concord::document {
namespace {

using concord::testing::FakeTesseract;
using concord::testing::GreyPicture;
using concord::testing::Hocr;
using concord::testing::HocrLine;
using concord::testing::ScanOf;
using testing::CaptureOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Lines;
using testing::PdfBuilder;
using ::testing::StartsWith;

const char kWorker[] = CONCORD_TEST_WORKER;

source::Capture Scan(std::size_t pages = 1) {
  return CaptureOf(
      ScanOf(std::vector<GreyPicture>(pages, GreyPicture::Blank(60, 85))),
      "application/pdf");
}

Ocr FindOrDie(const OcrLimits& limits = {}) {
  auto found = Ocr::Find("eng", limits);
  if (!found) ADD_FAILURE() << found.error().message();
  return std::move(*found);
}

Result<Document> ReadScan(const source::Capture& capture,
                          const OcrLimits& limits = {}) {
  IsolatedDecoder decoder(kWorker, {}, 1, FindOrDie(limits));
  return decoder.Decode(capture);
}

const std::string kAnswer = Hocr(
    HocrLine("1. The panel asked the Northmarch Police Author-", 400) +
    HocrLine("ity to publish its custody figures each quarter and to", 460) +
    HocrLine("explain them.", 520));
const char kText[] =
    "The panel asked the Northmarch Police Authority to publish its custody "
    "figures each quarter and to explain them.";

TEST(OcrTest, ReadsAPageThatIsAPicture) {
  const FakeTesseract tesseract(FakeTesseract::Answer(kAnswer));
  const auto document = ReadScan(Scan());
  ASSERT_TRUE(document) << document.error().message();
  EXPECT_THAT(Lines(*document),
              ElementsAre(std::string("paragraph 1.|") + kText));
  const auto reading = document->ocr;
  ASSERT_TRUE(reading);
  EXPECT_EQ(*reading, (OcrReading{"tesseract 9.9", "eng", 1, 1, 93}));
  EXPECT_EQ(document->charset.decided_by, "ocr");
}

TEST(OcrTest, IsDoneOnlyWhereAskedFor) {
  const FakeTesseract tesseract(FakeTesseract::Answer(kAnswer));
  IsolatedDecoder decoder(kWorker, {}, 1);
  const auto document = decoder.Decode(Scan());
  ASSERT_FALSE(document);
  EXPECT_THAT(document.error().message(), StartsWith("no_text: "));
  EXPECT_THAT(document.error().message(), HasSubstr("--ocr"));
}

TEST(OcrTest, LeavesAPdfWithTextAlone) {
  const FakeTesseract tesseract(FakeTesseract::Answer(kAnswer));
  PdfBuilder pdf;
  pdf.NewPage().Text(72, 80, "The panel met in the spring.").NewPage();
  const auto document = ReadScan(CaptureOf(pdf.Bytes(), "application/pdf"));
  ASSERT_TRUE(document) << document.error().message();
  EXPECT_FALSE(document->ocr);
  EXPECT_THAT(document->notes, IsEmpty());
}

TEST(OcrTest, KeepsThePagesThatCouldBeRead) {
  // The second picture only.
  const FakeTesseract tesseract(
      "n=$(cat \"$0.n\" 2>/dev/null || echo 0); echo $((n + 1)) > \"$0.n\"\n"
      "[ $n = 1 ] || exit 5\n" +
      FakeTesseract::Answer(kAnswer));
  const auto document = ReadScan(Scan(3));
  ASSERT_TRUE(document) << document.error().message();
  EXPECT_EQ(document->blocks.front().page, 2);
  EXPECT_EQ(document->ocr->read, 1u);
  EXPECT_THAT(document->notes,
              ElementsAre("read by OCR: tesseract 9.9, language eng, 1 of 3 "
                          "pages, mean confidence 93 %",
                          "page 1: not read: tesseract ended with code 5 over "
                          "OCR",
                          "page 3: not read: tesseract ended with code 5 over "
                          "OCR"));
}

TEST(OcrTest, EndsAPageThatTakesTooLong) {
  const FakeTesseract tesseract("sleep 30");
  const auto begin = std::chrono::steady_clock::now();
  const auto document = ReadScan(Scan(), {.page_seconds = 1});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(15));
}

TEST(OcrTest, EndsADocumentThatTakesTooLong) {
  const FakeTesseract tesseract("sleep 1\n" + FakeTesseract::Answer(kAnswer));
  const auto document = ReadScan(Scan(20), {.document_seconds = 2});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(document.error().message(), HasSubstr("limit of 2 s"));
}

TEST(OcrTest, ReadsNoMorePagesThanItMay) {
  const FakeTesseract tesseract(FakeTesseract::Answer(kAnswer));
  EXPECT_TRUE(ReadScan(Scan(2), {.max_pages = 2}));
  const auto document = ReadScan(Scan(3), {.max_pages = 2});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(document.error().message(), HasSubstr("3 pages"));
}

TEST(OcrTest, RefusesNamesThatAreNoLanguages) {
  const FakeTesseract tesseract("");
  for (const char* name : {"", "--foo", "-l --foo", "eng --foo", "../eng",
                           "eng+", "+eng", "eng;true", "eng\n", "/etc/eng"}) {
    const auto found = Ocr::Find(name);
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().code(), ErrorCode::kInvalidArgument) << name;
  }
  EXPECT_TRUE(Ocr::Find("eng+cym"));
}

TEST(OcrTest, NamesThePackageOfALanguage) {
  const FakeTesseract tesseract("");
  const auto found = Ocr::Find("eng+chi_sim");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().message(),
            "tesseract has no language 'chi_sim': apt-get install "
            "tesseract-ocr-chi-sim");
}

TEST(OcrTest, NamesThePackageOfTheProgram) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nonexistent", 1);
  const auto found = Ocr::Find("eng");
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code(), ErrorCode::kUnavailable);
  EXPECT_EQ(found.error().message(),
            "OCR needs tesseract, which is not here: apt-get install "
            "tesseract-ocr");
}

TEST(OcrTest, IsKeptWithTheDocument) {
  Document document;
  document.charset.decided_by = "ocr";
  document.notes = {NoteOf({"tesseract 5.3.0", "eng", 9, 9, 9})};
  const auto unsaid = FromJson(ToJson(document));
  ASSERT_TRUE(unsaid);
  EXPECT_EQ(unsaid->ocr, OcrReading{}) << "a note is for people only";
  EXPECT_EQ(NoteOf(*unsaid->ocr), "read by OCR");
  const OcrReading reading{"tesseract 5.3.0", "eng+cym", 3, 4, 88};
  document.ocr = reading;
  const auto said = FromJson(ToJson(document));
  ASSERT_TRUE(said);
  EXPECT_EQ(said->ocr, reading);
  document.ocr->confidence = 101;
  EXPECT_FALSE(FromJson(ToJson(document)));
}

ScannedPage PageOf(const std::string& lines) {
  return {.dots_per_inch = 300, .hocr = Hocr(lines)};
}

TEST(OcrWordsTest, StandWhereTheyArePrinted) {
  const ScanWords words =
      WordsOf({"tesseract", "eng", {PageOf(HocrLine("R&amp;D plan", 600))}});
  ASSERT_EQ(words.pages.size(), 1u);
  ASSERT_EQ(words.pages[0].size(), 2u);
  const PdfWord& word = words.pages[0][0];
  EXPECT_EQ(word.text, "R&D");
  EXPECT_NEAR(word.left, 72, 0.01);
  EXPECT_NEAR(word.base, (645 - 10) * 72 / 300.0, 0.01);
  EXPECT_NEAR(word.size, 46 * 72 / 300.0, 0.01);
}

TEST(OcrWordsTest, StayApartInTightPrint) {
  const std::string tight =
      "<span class='ocr_line' title='bbox 300 400 500 445; baseline 0 -10; "
      "x_size 46'><span class='ocrx_word' title='bbox 300 400 400 445; "
      "x_wconf 95'>report</span><span class='ocrx_word' title='bbox 404 400 "
      "500 445; x_wconf 95'>to</span></span>";
  const ScanWords words = WordsOf({"tesseract", "eng", {PageOf(tight)}});
  ASSERT_EQ(words.pages[0].size(), 2u);
  const PdfWord& first = words.pages[0][0];
  EXPECT_GT(words.pages[0][1].left - first.right, 0.25 * first.size);
}

TEST(OcrWordsTest, LeaveOutWhatIsGuessed) {
  const std::string clear =
      HocrLine("The panel met four times in the spring", 400);
  const ScanWords words =
      WordsOf({"tesseract",
               "eng",
               {PageOf(clear + HocrLine("xq~ j", 500, 12)),
                PageOf(HocrLine("~~ oo vv", 400, 35)), PageOf(clear)}});
  EXPECT_EQ(words.pages[0].size(), 8u);
  EXPECT_THAT(words.pages[1], IsEmpty());
  EXPECT_EQ(words.reading.read, 2u);
  EXPECT_EQ(words.reading.confidence, 93u);
  EXPECT_THAT(words.notes,
              ElementsAre("page 1: 1 line left out, too unclear for OCR",
                          "page 2: left out, OCR finds no clear words on it"));
}

TEST(OcrWordsTest, BearWhatIsNoAnswer) {
  for (const char* answer :
       {"", "<", "<span class='ocr_line' title='bbox 9 9 1 1'>x</span>",
        "<span class='ocr_line' title='bbox 1 1 99999999999999 9'><span "
        "title='bbox 1 1 2 2'>x</span></span>",
        "<span class='ocr_line' title='bbox 1 1 9 9; x_size 0'><span "
        "title='bbox 1 1 2 2; x_wconf 99'>x</span></span>"}) {
    const ScanWords words = WordsOf({"t", "eng", {{300, answer, ""}}});
    EXPECT_THAT(words.pages[0], IsEmpty()) << answer;
  }
  const ScanWords none = WordsOf({"t", "eng", {{0, kAnswer, ""}}});
  EXPECT_THAT(none.pages[0], IsEmpty());
}

TEST(RenderPageTest, IsCoarserWhereItWouldBeTooLarge) {
  const source::Capture scan = Scan();
  const auto fine = RenderPage(scan.bytes, 1, 100, 40'000'000);
  ASSERT_TRUE(fine);
  EXPECT_EQ(fine->dots_per_inch, 100u);
  EXPECT_NEAR(fine->width, 826, 2);
  EXPECT_EQ(fine->pixels.size(), std::size_t{fine->width} * fine->height);
  const auto coarse = RenderPage(scan.bytes, 1, 300, 800'000);
  ASSERT_TRUE(coarse);
  EXPECT_LT(coarse->dots_per_inch, 100u);
  EXPECT_FALSE(RenderPage(scan.bytes, 1, 300, 10'000));
}

TEST(RenderPageTest, HasNoPageThatIsNotThere) {
  EXPECT_FALSE(RenderPage(Scan().bytes, 0, 100, 1'000'000));
  EXPECT_FALSE(RenderPage(Scan().bytes, 2, 100, 1'000'000));
  EXPECT_FALSE(RenderPage("no PDF", 1, 100, 1'000'000));
}

TEST(PageFrameTest, IsNotBelieved) {
  const RenderRequest asked{1, 300, 100};
  const PageImage honest{1, 300, 10, 10, std::string(100, 'x')};
  EXPECT_TRUE(ReadPageFrame(PageFrame(honest), asked));
  PageImage lie = honest;
  lie.pixels.pop_back();
  EXPECT_FALSE(ReadPageFrame(PageFrame(lie), asked)) << "fewer pixels";
  lie = {1, 300, 0, 10, ""};
  EXPECT_FALSE(ReadPageFrame(PageFrame(lie), asked)) << "no width";
  lie = {1, 300, 20, 20, std::string(400, 'x')};
  EXPECT_FALSE(ReadPageFrame(PageFrame(lie), asked)) << "more than asked for";
  lie = honest;
  lie.dots_per_inch = 0;
  EXPECT_FALSE(ReadPageFrame(PageFrame(lie), asked)) << "no size";
}

// --- With the real program

#define CONCORD_REQUIRE_TESSERACT()          \
  if (auto found = Ocr::Find("eng"); !found) \
  GTEST_SKIP() << found.error().message()

// The page as a scanner would give it.
GreyPicture PictureOf(const PdfBuilder& pdf) {
  auto image = RenderPage(pdf.Bytes(), 1, 200, 10'000'000);
  if (!image) return {};
  return {image->width, image->height, std::move(image->pixels)};
}

TEST(TesseractTest, ReadsAScan) {
  CONCORD_REQUIRE_TESSERACT();
  PdfBuilder pdf;
  pdf.NewPage().Bold(72, 80, "Custody review", 20);
  pdf.Text(72, 130, "1. The Northmarch Police Authority should publish the");
  pdf.Text(72, 146,
           "figures on custody for every quarter, and explain what is");
  pdf.Text(72, 162, "behind them.");
  pdf.Text(72, 196,
           "2. The clerk should report to the panel by 31 March 2004.");
  const GreyPicture picture = PictureOf(pdf);
  ASSERT_FALSE(picture.pixels.empty());
  if (picture.pixels.find('\0') == std::string::npos) {
    GTEST_SKIP() << "no font is installed to print the page with";
  }
  const auto document =
      ReadScan(CaptureOf(ScanOf({picture}), "application/pdf"));
  ASSERT_TRUE(document) << document.error().message();
  EXPECT_EQ(document->title, "Custody review");
  EXPECT_THAT(
      Lines(*document),
      ElementsAre("title|Custody review",
                  "paragraph 1.|The Northmarch Police Authority should publish "
                  "the figures on custody for every quarter, and explain what "
                  "is behind them.",
                  "paragraph 2.|The clerk should report to the panel by 31 "
                  "March 2004."));
  EXPECT_GT(document->ocr->confidence, 80u);
  EXPECT_THAT(document->ocr->program, StartsWith("tesseract "));
}

TEST(TesseractTest, FindsNoWordsInNoise) {
  CONCORD_REQUIRE_TESSERACT();
  GreyPicture noise = GreyPicture::Blank(600, 850);
  std::mt19937 random(7);
  const std::size_t half = noise.pixels.size() / 2;
  for (std::size_t i = 0; i < half; ++i) {
    noise.pixels[i] = random() % 2 == 0 ? '\0' : '\xFF';
  }
  const auto document = ReadScan(CaptureOf(ScanOf({noise}), "application/pdf"));
  ASSERT_FALSE(document) << document->text;
  EXPECT_EQ(document.error().code(), ErrorCode::kUnsupported);
  EXPECT_THAT(document.error().message(), StartsWith("no_text: "));
}

}  // namespace
}  // namespace concord::document
