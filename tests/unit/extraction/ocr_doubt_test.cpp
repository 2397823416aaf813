#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/document/decode.h"
#include "concord/document/ocr.h"
#include "concord/extraction/extract.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {
namespace {

document::Document Paper() {
  source::Capture capture;
  capture.media_type = "text/html";
  capture.bytes =
      "<html><body><h1>Report on custody</h1><p>A. Recommendation</p><p>That "
      "members agree the plan for custody by 31 March 2004.</p></body></html>";
  auto paper = document::Decode(capture, {});
  return paper ? std::move(*paper) : document::Document{};
}

TEST(OcrDoubt, MakesEveryItemLessSure) {
  const Extraction sure = Extract(Paper());
  document::Document scan = Paper();
  scan.charset.decided_by = "ocr";
  scan.ocr = document::OcrReading{"tesseract 5.3.0", "eng", 1, 1, 80};
  const Extraction guessed = Extract(scan);
  ASSERT_FALSE(sure.recommendations.empty());
  ASSERT_FALSE(sure.dates.empty());
  ASSERT_EQ(guessed.recommendations.size(), sure.recommendations.size());
  EXPECT_NEAR(guessed.recommendations[0].confidence,
              sure.recommendations[0].confidence * 0.8, 1e-9);
  EXPECT_NEAR(guessed.dates[0].confidence, sure.dates[0].confidence * 0.8,
              1e-9);
  EXPECT_NEAR(guessed.header.title.confidence,
              sure.header.title.confidence * 0.8, 1e-9);
  const std::string json = ToJson(guessed, scan, {});
  EXPECT_THAT(json, ::testing::HasSubstr("\"ocr\":{"));
  EXPECT_THAT(ToJson(sure, Paper(), {}),
              ::testing::Not(::testing::HasSubstr("\"ocr\"")));
}

}  // namespace
}  // namespace concord::extraction
