// The mastheads of real reports in the forms they are kept in: PDF, and text
// with and without lines. Values only.

#include <gtest/gtest.h>

#include "concord/base/files.h"
#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "tests/support/test_data.h"

namespace concord::extraction {
namespace {

struct Case {
  const char* file;
  const char* symbol;  // "" where the text has lost it
  const char* edtf;
  const char* subject;
};

Header HeaderOf(const std::string& file) {
  const auto path =
      testing::TestDataRoot() / "corpora/upr/reports" / std::string(file);
  const auto bytes = ReadFile(path, 1 << 25);
  EXPECT_TRUE(bytes.has_value()) << file;
  if (!bytes) return {};
  source::Capture capture;
  capture.uri = file;
  capture.bytes = *bytes;
  capture.digest = "test";
  capture.media_type =
      file.ends_with(".pdf") ? "application/pdf" : "text/plain";
  const auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value()) << file;
  return document ? ReadHeader(*document) : Header();
}

TEST(MastheadsOfRealReports, SymbolDayAndState) {
  CONCORD_REQUIRE_TEST_DATA("corpora/upr");
  const Case cases[] = {
      {"albania2010.pdf", "A/HRC/13/6", "2010-01-04", "Albania"},
      {"norway2014.pdf", "A/HRC/27/3", "2014-07-07", "Norway"},
      {"papuanewguinea2011.pdf", "A/HRC/18/18", "2011-07-11",
       "Papua New Guinea"},
      {"albania2010.txt", "", "2010-01-04", "Albania"},
      {"ecuador2012.txt", "A/HRC/21/4", "2012-07-05", "Ecuador"},
      {"egypt2010.txt", "A/HRC/14/17", "2010-03-26", "Egypt"},
      {"georgia2011.txt", "", "2011-03-16", "Georgia"},
      {"nepal2011.txt", "", "2011-03-08", "Nepal"},
      {"sanmarino2010.txt", "A/HRC/14/9", "2010-03-15", "San Marino"},
      {"sanmarino2014.txt", "A/HRC/28/9", "2014-12-24", "San Marino"},
  };
  for (const Case& one : cases) {
    const Header header = HeaderOf(one.file);
    EXPECT_EQ(header.report_number.printed, one.symbol) << one.file;
    EXPECT_EQ(header.date.edtf, one.edtf) << one.file;
    EXPECT_EQ(header.subject.printed, one.subject) << one.file;
    EXPECT_EQ(header.kind, DocumentKind::kInspection) << one.file;
    EXPECT_TRUE(FullTitle(header).ends_with(std::string(": ") + one.subject))
        << one.file;
  }
}

}  // namespace
}  // namespace concord::extraction
