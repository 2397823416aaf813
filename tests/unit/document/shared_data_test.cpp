// Real and labelled pages, where they are present: only counts, spans and
// comparisons with the labels, never their words.

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "concord/base/unicode.h"
#include "concord/source/source.h"
#include "decode_support.h"
#include "tests/support/test_data.h"

namespace concord::document {
namespace {

namespace fs = std::filesystem;
using Poco::JSON::Object;

Document Read(const fs::path& path) {
  const auto capture = source::ReadCapture(path.string(), {});
  EXPECT_TRUE(capture.has_value()) << path;
  if (!capture) return {};
  const auto document = Decode(*capture, {});
  EXPECT_TRUE(document.has_value()) << path;
  return document ? *document : Document{};
}

fs::path Corpus(const char* name) {
  return concord::testing::TestDataRoot() / "corpora" / name;
}

std::map<BlockKind, int> Count(const Document& document) {
  std::map<BlockKind, int> counts;
  for (const Block& block : document.blocks) ++counts[block.kind];
  return counts;
}

// Numbered paragraphs and the sections they stand in.
std::vector<std::string> ParagraphLabels(const Document& document) {
  std::vector<std::string> labels;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kParagraph && !Empty(block.label)) {
      labels.emplace_back(Slice(document.text, block.label));
    }
  }
  return labels;
}

TEST(RealReportsTest, ThePaperOf2001) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
  const Document document = Read(Corpus("mpa") / "winning-the-race-2001.txt");
  auto counts = Count(document);
  EXPECT_EQ(counts[BlockKind::kTitle], 1);
  EXPECT_EQ(counts[BlockKind::kHeaderLine], 4);
  EXPECT_EQ(counts[BlockKind::kHeading], 8);
  EXPECT_EQ(counts[BlockKind::kListItem], 4);
  EXPECT_EQ(counts[BlockKind::kContact], 1);
  EXPECT_EQ(counts[BlockKind::kChrome], 7);
  EXPECT_EQ(ParagraphLabels(document),
            (std::vector<std::string>{"1.", "2.", "3.", "4.", "5.", "6.", "7.",
                                      "8."}));
}

TEST(RealReportsTest, TheStrategyOf2005) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
  const Document document =
      Read(Corpus("mpa") / "race-and-diversity-strategy-2005.txt");
  auto counts = Count(document);
  EXPECT_EQ(counts[BlockKind::kTitle], 1);
  EXPECT_EQ(counts[BlockKind::kHeaderLine], 4);
  EXPECT_EQ(counts[BlockKind::kAppendix], 1);
  EXPECT_EQ(counts[BlockKind::kContact], 1);
  EXPECT_EQ(counts[BlockKind::kListItem], 0);
  EXPECT_EQ(counts[BlockKind::kChrome], 10);
  EXPECT_EQ(ParagraphLabels(document).size(), 19u);
  // The flattened timetable stays a run of lines under its appendix.
  EXPECT_EQ(Locator(document, document.blocks[57].span), "Appendix 2");
}

TEST(RealReportsTest, KeepEveryWordOfThePage) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
  for (const auto& entry : fs::directory_iterator(Corpus("mpa"))) {
    std::ifstream file(entry.path());
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(FoldWords(Read(entry.path()).text), FoldWords(bytes));
  }
}

struct Layouts {
  int pages = 0;
  int titled = 0;
  int titles = 0;           // right
  int recommendations = 0;  // labelled
  int found = 0;            // a block of their own with the right label
};

// A block whose words are `text`, with that label if one is given.
bool HasBlock(const Document& document, const std::string& text,
              const std::string& label) {
  return std::any_of(
      document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        const std::string bare = FoldWords(Slice(document.text, block.label));
        return Fold(Slice(document.text, Body(document, block))) ==
                   Fold(text) &&
               (label.empty() || bare == FoldWords(label));
      });
}

void Compare(const Object::Ptr& row, Layouts* layouts) {
  const Document document =
      Read(Corpus("mpa-layouts") / row->getValue<std::string>("file"));
  ++layouts->pages;
  if (row->get("title").isEmpty()) return;  // minutes
  ++layouts->titled;
  layouts->titles += FoldWords(document.title) ==
                     FoldWords(row->getValue<std::string>("title"));
  const auto recommendations = row->getArray("recommendations");
  if (recommendations.isNull()) return;
  for (unsigned i = 0; i < recommendations->size(); ++i) {
    const Object::Ptr one = recommendations->getObject(i);
    const std::string label =
        one->get("label").isEmpty() ? "" : one->getValue<std::string>("label");
    ++layouts->recommendations;
    layouts->found +=
        HasBlock(document, one->getValue<std::string>("text"), label);
  }
}

TEST(LayoutsTest, TitlesAndRecommendationsAreBlocksOfTheirOwn) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa-layouts");
  std::ifstream labels(Corpus("mpa-layouts") / "labels.jsonl");
  Layouts layouts;
  for (std::string line; std::getline(labels, line);) {
    Poco::JSON::Parser parser;
    Compare(parser.parse(line).extract<Object::Ptr>(), &layouts);
  }
  std::cout << layouts.titles << " of " << layouts.titled << " titles, "
            << layouts.found << " of " << layouts.recommendations
            << " recommendations\n";
  EXPECT_EQ(layouts.pages, 30);
  EXPECT_EQ(layouts.titled, 27);
  EXPECT_GE(layouts.titles, 26);
  EXPECT_GE(layouts.found * 100, layouts.recommendations * 90);
}

TEST(MacRomanTest, ReadsTheFilesOldMacsWrote) {
  CONCORD_REQUIRE_TEST_DATA("corpora/upr/reports");
  int files = 0;
  for (const auto& entry : fs::directory_iterator(Corpus("upr") / "reports")) {
    if (entry.path().extension() != ".txt") continue;
    const Document document = Read(entry.path());
    EXPECT_EQ(document.charset.charset, "macintosh") << entry.path();
    EXPECT_GT(document.charset.replacements, 0u);
    // Signs of the wrong charset: capitals with accents inside words, and
    // what Mac Roman's quotes become in windows-1252.
    for (const char* wrong : {"\xC3\x95", "\xC3\x94s ", "\xC3\x92", "\xC3\x93",
                              "\xEF\xBF\xBD", "\xC5\xBD"}) {
      EXPECT_EQ(document.text.find(wrong), std::string::npos)
          << entry.path() << " holds " << wrong;
    }
    ++files;
  }
  EXPECT_EQ(files, 25);
}

TEST(InquiryTest, HasItsRecommendationsAsNumberedParagraphs) {
  CONCORD_REQUIRE_TEST_DATA("corpora/leveson");
  const Document document = Read(Corpus("leveson") / "L" / "index.html");
  const auto labels = ParagraphLabels(document);
  ASSERT_EQ(labels.size(), 92u);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EXPECT_EQ(labels[i], std::to_string(i + 1) + ".");
  }
  int named = 0;
  for (const Block& block : document.blocks) {
    const std::string locator = Locator(document, block.span);
    named += locator.starts_with("part L, rec ") &&
             block.kind == BlockKind::kParagraph;
  }
  EXPECT_EQ(named, 92);
}

TEST(InquiryTest, SaysWhereAPageStandsInTheReport) {
  CONCORD_REQUIRE_TEST_DATA("corpora/leveson");
  const Document document =
      Read(Corpus("leveson") / "K" / "chapter7" / "index.html");
  int found = 0;
  for (const Block& block : document.blocks) {
    found += Locator(document, block.span) == "part K, chapter 7, para 4.5";
  }
  EXPECT_EQ(found, 1);
  EXPECT_EQ(Count(document)[BlockKind::kFootnote], 59);
}

}  // namespace
}  // namespace concord::document
