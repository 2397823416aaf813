#include "concord/document/document.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "decode_support.h"

namespace concord::document {
namespace {

using testing::Html;
using testing::Text;

const char kPaper[] =
    "Custody review\nReport: 7\nBy: Clerk\n"
    "Summary\nThe review is told of.\n"
    "A. Recommendations\nThat members\n"
    "  1. note it; and\n    (a) keep it.\n"
    "B. Supporting information\n"
    "4. It began in May:\n- one,\n(b) two.\n"
    "Costs\nNone were found.\n"
    "Appendix 2\n3. A table follows.\nFeedback";

// The locator of the block that holds `words`.
std::string LocatorOf(const Document& document, const std::string& words) {
  const auto at = document.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  const auto begin = static_cast<std::uint32_t>(at);
  return Locator(document, {begin, begin + 1});
}

TEST(LocatorTest, SaysThePrintedPlace) {
  const Document document = Text(kPaper);
  EXPECT_EQ(LocatorOf(document, "Custody"), "");
  EXPECT_EQ(LocatorOf(document, "told of"), "");
  EXPECT_EQ(LocatorOf(document, "That members"), "section A");
  EXPECT_EQ(LocatorOf(document, "note it"), "section A item 1");
  EXPECT_EQ(LocatorOf(document, "keep it"), "section A item 1(a)");
  EXPECT_EQ(LocatorOf(document, "It began"), "para 4");
  EXPECT_EQ(LocatorOf(document, "one,"), "para 4");
  EXPECT_EQ(LocatorOf(document, "two."), "para 4(b)");
  EXPECT_EQ(LocatorOf(document, "None were"), "section B");
  EXPECT_EQ(LocatorOf(document, "A table"), "Appendix 2, para 3");
  EXPECT_EQ(LocatorOf(document, "Feedback"), "");
}

TEST(LocatorTest, NamesThePagesPlaceInAWork) {
  const Document part = Html(
      "<h1>PART L<br>SUMMARY</h1><p id=para3><a name=recommendation3>3.</a> Do "
      "it.</p><p>4. Then this.</p>");
  EXPECT_EQ(LocatorOf(part, "Do it"), "part L, rec 3");
  EXPECT_EQ(LocatorOf(part, "Then this"), "part L, para 4");
  const Document chapter = Html(
      "<div id=breadcrumbs><a href=1>Part K</a> <p>Chapter 7</p></div>"
      "<h1>Chapter 7: The end</h1><p>4.5 It ends here and now.</p>");
  EXPECT_EQ(LocatorOf(chapter, "It ends"), "part K, chapter 7, para 4.5");
}

TEST(LocatorTest, FallsBackToThePage) {
  const Document document = Text("Report of the Panel\fThe Panel met.");
  EXPECT_EQ(LocatorOf(document, "met"), "page 2");
}

TEST(BlockAtTest, FindsTheInnermostBlock) {
  const Document document = Text("Plan\nReport: 1\nBy: X\na\tb\nc\td\n");
  const auto at = [&](const char* words) {
    return BlockAt(document,
                   static_cast<std::uint32_t>(document.text.find(words)));
  };
  EXPECT_EQ(document.blocks[static_cast<std::size_t>(at("d"))].kind,
            BlockKind::kTableCell);
  EXPECT_EQ(at("Plan"), 0);
  EXPECT_EQ(BlockAt(document, 4), -1);  // the line end after "Plan"
  EXPECT_EQ(BlockAt(document, 100000), -1);
  EXPECT_EQ(BlockAt(Document{}, 0), -1);
}

TEST(BlockAtTest, AgreesWithALinearSearch) {
  const Document document = Text(kPaper);
  for (std::uint32_t at = 0; at < document.text.size(); ++at) {
    std::int32_t expected = -1;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const TextSpan span = document.blocks[i].span;
      if (span.begin <= at && at < span.end) {
        expected = static_cast<std::int32_t>(i);
      }
    }
    ASSERT_EQ(BlockAt(document, at), expected) << at;
  }
}

TEST(HeadingOfTest, FindsTheGoverningHeading) {
  const Document document = Text(kPaper);
  const auto heading = [&](const char* words) -> std::string {
    const std::int32_t block = BlockAt(
        document, static_cast<std::uint32_t>(document.text.find(words)));
    const std::int32_t above = HeadingOf(document, block);
    if (above < 0) return "";
    return std::string(Slice(
        document.text, document.blocks[static_cast<std::size_t>(above)].span));
  };
  EXPECT_EQ(heading("Custody"), "");
  EXPECT_EQ(heading("note it"), "A. Recommendations");
  EXPECT_EQ(heading("None were"), "Costs");
  EXPECT_EQ(heading("Costs"), "B. Supporting information");
  EXPECT_EQ(heading("B. Supp"), "");
  EXPECT_EQ(heading("A table"), "Appendix 2");
  EXPECT_EQ(HeadingOf(document, -1), -1);
  EXPECT_EQ(HeadingOf(document, 10000), -1);
}

// What the promise says, walked back block by block.
std::int32_t HeadingByWalking(const Document& document, std::size_t index) {
  const auto is_heading = [](const Block& block) {
    return block.kind == BlockKind::kHeading ||
           block.kind == BlockKind::kAppendix;
  };
  const auto rank = [](const Block& block) {
    return block.level == 0 ? 2 : static_cast<int>(block.level);
  };
  const Block& block = document.blocks[index];
  for (std::size_t i = index; i-- > 0;) {
    const Block& above = document.blocks[i];
    if (!is_heading(above)) continue;
    if (!is_heading(block) || rank(above) < rank(block)) {
      return static_cast<std::int32_t>(i);
    }
  }
  return -1;
}

TEST(FileUnderHeadingsTest, GivesWhatWalkingBackGives) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    Document document;
    document.blocks.resize(random() % 40);
    for (Block& block : document.blocks) {
      const auto die = random() % 5;
      if (die < 2) block.kind = BlockKind::kHeading;
      if (die == 2) block.kind = BlockKind::kAppendix;
      block.level = static_cast<std::uint8_t>(random() % 5);
    }
    FileUnderHeadings(&document);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      EXPECT_EQ(document.blocks[i].heading, HeadingByWalking(document, i));
    }
  }
}

TEST(BodyTest, IsTheBlockWithoutItsLabel) {
  const Document document = Text(kPaper);
  EXPECT_EQ(Slice(document.text, Body(document, document.blocks[5])),
            "Recommendations");
  EXPECT_EQ(Slice(document.text, Body(document, document.blocks[6])),
            "That members");
}

TEST(TextDigestTest, IgnoresFurnitureSpacingCaseAndListMarks) {
  const std::string paper =
      "Custody review\nReport: 7\nBy: Clerk\nA. Recommendation\n"
      "  1. Note it.\n  2. Keep it.\n";
  const std::string other =
      "You are in:\nCUSTODY  REVIEW\nReport: 7\n\nBy: Clerk\nSummary\n"
      "A. Recommendation\n- Note it.\n- Keep it.\nFeedback\n";
  EXPECT_EQ(TextDigest(Text(paper)), TextDigest(Text(other)));
  EXPECT_EQ(TextDigest(Text(paper)).size(), 64u);
  EXPECT_NE(TextDigest(Text(paper)), TextDigest(Text(paper + "More of it.\n")));
}

TEST(TextDigestTest, IsEmptyWhereNoWordsAreLeft) {
  EXPECT_EQ(TextDigest(Text("You are in:\nContents\nFeedback\n")), "");
  EXPECT_EQ(TextDigest(Document{}), "");
}

Document Sound() {
  Document document;
  document.text = "caf\xC3\xA9 x\nrow\n";
  document.blocks.resize(2);
  document.blocks[0].span = {0, 7};
  document.blocks[0].label = {0, 5};
  document.blocks[1].span = {8, 11};
  document.blocks[1].parent = 0;
  return document;
}

TEST(VerifyTest, AcceptsASoundDocument) {
  EXPECT_TRUE(Verify(Sound()).has_value());
  EXPECT_TRUE(Verify(Document{}).has_value());
}

TEST(VerifyTest, RefusesEveryBrokenPromise) {
  const auto refuses = [](auto damage) {
    Document document = Sound();
    damage(&document);
    return !Verify(document).has_value();
  };
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[1].span.end = 13; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[0].span.end = 4; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[1].span = {9, 8}; }));
  EXPECT_TRUE(refuses([](Document* d) {
    d->blocks[1].span = {0, 7};
    d->blocks[0].span = {8, 11};
    d->blocks[0].label = {};
  }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[1].label = {0, 3}; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[1].parent = 1; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[0].parent = -2; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[1].heading = 1; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[1].heading = 0; }));
  EXPECT_TRUE(refuses([](Document* d) { d->blocks[0].heading = -2; }));
  EXPECT_TRUE(refuses([](Document* d) { d->text[4] = 'x'; }));
  EXPECT_TRUE(refuses([](Document* d) { d->links.push_back({{4, 5}, "x"}); }));
  EXPECT_TRUE(refuses([](Document* d) { d->anchors.push_back({"x", 4}); }));
  const auto refuses_emphases = [&](std::vector<TextSpan> spans) {
    return refuses([&](Document* d) { d->emphases = std::move(spans); });
  };
  EXPECT_FALSE(refuses_emphases({{0, 2}, {2, 3}}));
  EXPECT_TRUE(refuses_emphases({{2, 3}, {0, 2}}));
  EXPECT_TRUE(refuses_emphases({{0, 3}, {2, 3}}));
  EXPECT_TRUE(refuses_emphases({{2, 2}}));
  EXPECT_TRUE(refuses_emphases({{0, 99}}));
  EXPECT_TRUE(refuses_emphases({{0, 9}}));  // over the end of a line
}

TEST(NameTest, IsDifferentForEveryKind) {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(BlockKind::kChrome); ++kind) {
    names.insert(Name(static_cast<BlockKind>(kind)));
  }
  EXPECT_EQ(names.size(), 12u);
}

TEST(JsonTest, LosesNothing) {
  for (const Document& document :
       {Text(kPaper), Sound(), Document{},
        Html("<h1 id='a\"b'>T \\ &quot; \xE2\x80\x93</h1><p><a name=n "
             "href='x?a=\"1\"'>l</a>\tx"),
        Html("<p>See <i>A</i> and <i>B &eacute;</i>."),
        Text("Page of it\f2\tb\n3\tc\n\xEF\xBF\xBD \xF0\x9F\x98\x80")}) {
    const auto back = FromJson(ToJson(document));
    ASSERT_TRUE(back.has_value()) << back.error().message();
    EXPECT_EQ(*back, document);
  }
}

TEST(JsonTest, RefusesWhatIsNoDocument) {
  const std::string good = ToJson(Sound());
  ASSERT_TRUE(FromJson(good).has_value());
  const auto without = [&](const std::string& part,
                           const std::string& instead) {
    std::string bad = good;
    const auto at = bad.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return bad.replace(at, part.size(), instead);
  };
  for (const std::string& bad : std::vector<std::string>{
           "", "{}", "[]", "null", "{\"text\":1}", good + "}", good.substr(1),
           good.substr(0, good.size() - 5),
           without("[3,0,-1,0,0,7", "[99,0,-1,0,0,7"),
           without("[3,0,-1,0,0,7", "[3,0,-1,0,0,77"),
           without("[3,0,-1,0,0,7", "[3,0,-1,0,-5,7"),
           without("[3,0,-1,0,0,7", "[3,0,-1,0,0"),
           without("[3,0,-1,0,0,7", "[3,0,-1,0,0,7.5"),
           without("\"title\"", "\"titel\""),
           without("\"notes\":[]", "\"notes\":[[]]"),
           without("\"notes\":[]", "\"notes\":{}"),
           without("\"notes\":[]", "\"notes\":[],\"notes\":[]"),
           std::string(100000, '[')}) {
    const auto read = FromJson(bad);
    ASSERT_FALSE(read.has_value()) << bad.substr(0, 200);
    EXPECT_EQ(read.error().code(), ErrorCode::kCorrupt);
  }
}

TEST(JsonTest, ReadsWhatWasWrittenBeforeItalicsWereKept) {
  Document document = Html("<p>See <i>The Long Road</i> again.");
  ASSERT_EQ(document.emphases.size(), 1u);
  std::string json = ToJson(document);
  const std::string part = ",\"emphases\":[[4,17]]";
  ASSERT_NE(json.find(part), std::string::npos) << json;
  for (const char* bad : {",\"emphases\":[[4]]", ",\"emphases\":[[4,17,1]]",
                          ",\"emphases\":[[4,99]]", ",\"emphases\":[4,17]",
                          ",\"emphases\":[[4,\"x\"]]"}) {
    std::string broken = json;
    broken.replace(broken.find(part), part.size(), bad);
    EXPECT_FALSE(FromJson(broken).has_value()) << bad;
  }
  document.emphases.clear();
  json.erase(json.find(part), part.size());
  const auto back = FromJson(json);
  ASSERT_TRUE(back.has_value()) << back.error().message();
  EXPECT_EQ(*back, document);
}

TEST(DumpTest, IsStable) {
  EXPECT_EQ(Dump(Text("Custody review\nReport: 7\nBy: Clerk\n1. It began.\n")),
            "title | Custody review\n"
            "charset | utf-8 by valid, replacements 0\n"
            "0 title {0,14} | Custody review\n"
            "1 header_line {15,24} | Report: 7\n"
            "2 header_line {25,34} | By: Clerk\n"
            "3 paragraph {35,47} label \"1.\" | It began.\n");
}

}  // namespace
}  // namespace concord::document
