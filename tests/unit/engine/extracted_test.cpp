#include "engine/import/extracted.h"

#include <gtest/gtest.h>

namespace concord::engine {
namespace {

// What OCR, or a second attempt, is for is told by the finer code.
TEST(ExtractedLine, KeepsTheFinerCodeOfWhatCouldNotBeRead) {
  PipelineItem item;
  item.source.path = "scan.pdf";
  item.stage = "decode";
  item.error =
      Error(ErrorCode::kUnsupported, "no_text: all its pages are pictures");
  const auto read = ReadExtractedLine(ExtractedLine(item, true));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->code, "no_text");
  EXPECT_EQ(read->stage, "decode");
  ASSERT_TRUE(read->error.has_value());
  EXPECT_EQ(read->error->code(), ErrorCode::kUnsupported);
  EXPECT_EQ(read->error->message(), "all its pages are pictures");
}

TEST(ExtractedLine, HasTheErrorsOwnCodeWhereThereIsNoFiner) {
  PipelineItem item;
  item.error = Error(ErrorCode::kCorrupt, "its end is missing");
  const auto read = ReadExtractedLine(ExtractedLine(item, true));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->code, "corrupt");
  ASSERT_TRUE(read->error.has_value());
  EXPECT_EQ(read->error->message(), "its end is missing");
}

}  // namespace
}  // namespace concord::engine
