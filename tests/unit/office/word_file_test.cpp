#include "concord/office/word_file.h"

#include <Poco/TemporaryFile.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "concord/base/markup.h"
#include "concord/office/plain.h"
#include "tests/support/office_files.h"

namespace concord::office {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PartsOf;

std::string PageOf(const std::string& words) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
         "<title>The plan</title></head><body><h1>Entries</h1>"
         "<div custom-style=\"Quotation\"><p>" +
         EscapeMarkup(Plain(words)) +
         "</p></div><table><thead><tr><th>No.</th></tr></thead><tbody><tr>"
         "<td>7</td></tr></tbody></table></body></html>";
}

std::string FileOf(const std::string& words) {
  const auto bytes = WordFile({.html = PageOf(words),
                               .title = "The plan <of> & for \"us\"",
                               .made_at = 1000000000});
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message());
  return bytes.value_or("");
}

TEST(WordFile, HasHeadingsStylesAndAHeaderThatIsRepeated) {
  const auto parts = PartsOf(FileOf("Publish a plan."));
  const std::string& body = parts.at("word/document.xml");
  EXPECT_THAT(body, HasSubstr("<w:pStyle w:val=\"Title\" />"));
  EXPECT_THAT(body, HasSubstr("<w:pStyle w:val=\"Heading1\" />"));
  EXPECT_THAT(body, HasSubstr("<w:pStyle w:val=\"Quotation\" />"));
  EXPECT_THAT(body, HasSubstr("<w:tblHeader"));
  EXPECT_THAT(body, HasSubstr("w:w=\"11906\""));
  EXPECT_THAT(parts.at("word/styles.xml"),
              HasSubstr("<w:name w:val=\"Quotation\""));
}

TEST(WordFile, NumbersItsPagesUnderTheTitle) {
  const auto parts = PartsOf(FileOf("Publish a plan."));
  const std::string& footer = parts.at("word/footer1.xml");
  EXPECT_THAT(footer, HasSubstr("The plan &lt;of&gt; &amp; for"));
  EXPECT_THAT(footer, HasSubstr("NUMPAGES"));
}

TEST(WordFile, ShowsHostileWordsAsWords) {
  const std::string hostile =
      "<script>alert(1)</script> *b* `{=openxml}` $x^2$ [a](http://x.example) "
      "{ INCLUDETEXT \"/etc/passwd\" } {{7*7}} &lt; <img src=x> "
      "javascript:alert(2) \\input{x} =cmd|x @import";
  const std::string bytes = FileOf(hostile + "\x01\xEF\xBF\xBE");
  const auto parts = PartsOf(bytes);
  const std::string& body = parts.at("word/document.xml");
  for (const char* element :
       {"w:instrText", "w:fldSimple", "m:oMath", "w:hyperlink", "w:drawing"}) {
    EXPECT_THAT(body, Not(HasSubstr(element)));
  }
  EXPECT_THAT(parts.at("word/_rels/document.xml.rels"),
              Not(HasSubstr("External")));
  EXPECT_THAT(testing::Decoded(bytes, testing::kWordType).text,
              HasSubstr(hostile));
}

TEST(WordFile, IsTheSameTwice) {
  const std::string once = FileOf("Publish a plan.");
  EXPECT_EQ(once, FileOf("Publish a plan."));
  EXPECT_THAT(PartsOf(once).at("docProps/core.xml"),
              HasSubstr("2001-09-09T01:46:40Z"));
}

// Looks for programs in `folders` only, as long as it lives.
class Path {
 public:
  explicit Path(const std::string& folders) : before_(::getenv("PATH")) {
    ::setenv("PATH", folders.c_str(), 1);
  }
  ~Path() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

TEST(WordFile, SaysWhatToInstallWherePandocIsAbsent) {
  const Path path("/nonexistent");
  const auto bytes = WordFile({.html = PageOf("x"), .title = "x"});
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code(), ErrorCode::kUnavailable);
  EXPECT_EQ(bytes.error().message(),
            "a Word file needs pandoc, which is not here: apt-get install "
            "pandoc");
}

TEST(WordFile, SaysWhereAPageIsTooLong) {
  Poco::TemporaryFile folder;
  folder.createDirectories();
  const std::string program = folder.path() + "/pandoc";
  std::ofstream(program) << "#!/bin/sh\nexit 251\n";  // out of memory
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  const Path path(folder.path() + ":/usr/bin:/bin");
  const auto little = WordFile({.html = PageOf("x"), .title = "x"});
  ASSERT_FALSE(little.has_value());
  EXPECT_THAT(little.error().message(), HasSubstr("code 251"));
  const auto bytes =
      WordFile({.html = PageOf(std::string(3u << 20, 'x')), .title = "x"});
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(bytes.error().message(), HasSubstr("too long for a Word file"));
}

}  // namespace
}  // namespace concord::office
