// Real PDFs, where they are present: only counts and shares, never their words.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "concord/base/unicode.h"
#include "concord/source/source.h"
#include "decode_support.h"
#include "tests/support/test_data.h"

namespace concord::document {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> PdfsUnder(const char* corpus) {
  std::vector<fs::path> paths;
  const fs::path root = concord::testing::TestDataRoot() / "corpora" / corpus;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".pdf") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Result<Document> Read(const fs::path& path) {
  TRY_ASSIGN(const source::Capture capture,
             source::ReadCapture(path.string(), {}));
  return Decode(capture, {});
}

// Words of the text without chrome, and how many of them come in threes that
// the other text has too.
std::vector<std::string> WordsOf(const Document& document) {
  std::vector<std::string> words;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kChrome ||
        block.kind == BlockKind::kTableCell) {
      continue;
    }
    const std::string folded = FoldWords(Slice(document.text, block.span));
    for (const TextSpan span :
         Words(folded, {0, static_cast<std::uint32_t>(folded.size())})) {
      words.emplace_back(Slice(folded, span));
    }
  }
  return words;
}

double SharedThrees(const Document& a, const Document& b) {
  const auto threes = [](const Document& document) {
    const std::vector<std::string> words = WordsOf(document);
    std::map<std::string, int> counts;
    for (std::size_t i = 2; i < words.size(); ++i) {
      ++counts[words[i - 2] + " " + words[i - 1] + " " + words[i]];
    }
    return counts;
  };
  const auto left = threes(a);
  const auto right = threes(b);
  int shared = 0;
  int all = 0;
  for (const auto& [three, count] : left) {
    all += count;
    const auto other = right.find(three);
    if (other != right.end()) shared += std::min(count, other->second);
  }
  for (const auto& [three, count] : right) all += count;
  return all == 0 ? 0 : 2.0 * shared / all;
}

TEST(RealPdfTest, ReviewReportsReadAsTheirTexts) {
  CONCORD_REQUIRE_TEST_DATA("corpora/upr");
  int compared = 0;
  for (const fs::path& path : PdfsUnder("upr")) {
    const auto pdf = Read(path);
    ASSERT_TRUE(pdf.has_value()) << path;
    EXPECT_EQ(pdf->title.substr(0, 27), "Report of the Working Group") << path;
    fs::path text_path = path;
    text_path.replace_extension(".txt");
    if (!fs::exists(text_path)) continue;
    const auto text = Read(text_path);
    ASSERT_TRUE(text.has_value()) << text_path;
    EXPECT_GT(SharedThrees(*pdf, *text), 0.96) << path;
    ++compared;
  }
  EXPECT_EQ(compared, 15);
}

TEST(RealPdfTest, EveryCouncilPaperIsRead) {
  CONCORD_REQUIRE_TEST_DATA("corpora/kent");
  int read = 0;
  int with_fields = 0;
  for (const fs::path& path : PdfsUnder("kent")) {
    const auto document = Read(path);
    ASSERT_TRUE(document.has_value()) << path;
    ++read;
    with_fields += std::any_of(
        document->blocks.begin(), document->blocks.end(), [&](const Block& b) {
          return b.kind == BlockKind::kHeaderLine &&
                 Slice(document->text, b.span).starts_with("From:");
        });
  }
  EXPECT_EQ(read, 39);
  EXPECT_GE(with_fields, 8);
}

// One hangs every reader; the limits of the child end it, and it is left out
// here, where there is no child.
TEST(RealPdfTest, EveryOddFileHasAnOutcome) {
  CONCORD_REQUIRE_TEST_DATA("corpora/pdf-torture");
  std::map<std::string, int> outcomes;
  for (const fs::path& path : PdfsUnder("pdf-torture")) {
    if (path.filename() == "slow-shared-unnamed-field.pdf") continue;
    const auto document = Read(path);
    if (document) {
      ++outcomes["read"];
      continue;
    }
    const std::string& message = document.error().message();
    ASSERT_NE(document.error().code(), ErrorCode::kInternal) << path;
    ++outcomes[message.substr(0, message.find(':'))];
  }
  EXPECT_EQ(outcomes["password_required"], 4);
  EXPECT_EQ(outcomes["no_text"], 24);
  EXPECT_GE(outcomes["read"], 110);
}

}  // namespace
}  // namespace concord::document
