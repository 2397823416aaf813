#include "concord/document/place.h"

#include <gtest/gtest.h>

namespace concord::document {
namespace {

// A page made line by line; a label is what stands before the first space.
class Page {
 public:
  Page& Line(BlockKind kind, const std::string& words, bool labelled = false,
             const std::string& fragment = "") {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += words + "\n";
    Block block{.kind = kind, .fragment = fragment};
    block.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
    if (labelled) {
      const auto label = static_cast<std::uint32_t>(words.find(' '));
      block.label = {begin, begin + label};
    }
    document_.blocks.push_back(block);
    return *this;
  }

  TextSpan At(const std::string& words) const {
    const auto begin = static_cast<std::uint32_t>(document_.text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  Document document_;
};

Page Example() {
  Page page;
  page.document_.media_type = "text/html";
  page.Line(BlockKind::kTitle, "Lamps Lit")
      .Line(BlockKind::kParagraph, "We went to nine yards.")
      .Line(BlockKind::kHeading, "Summary", false, "sum")
      .Line(BlockKind::kParagraph, "Most lamps were out.")
      .Line(BlockKind::kParagraph, "Few were mended - or seen.")
      .Line(BlockKind::kParagraph, "4.5 Every yard should be lit.", true,
            "para4-5")
      .Line(BlockKind::kQuotation, "It was dark.");
  return page;
}

TEST(PreciseLocator, TellsAPlaceWhereNothingIsNumbered) {
  const Page page = Example();
  struct Case {
    const char* words;
    const char* locator;
  };
  const Case kCases[] = {
      {"Lamps Lit", "title"},
      {"We went", "opening, paragraph 1"},
      {"Summary", "heading “Summary”"},
      {"Few were", "under “Summary”, paragraph 2"},
      {"Every yard", "para 4.5"},
      {"It was dark", "after para 4.5"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(PreciseLocator(page.document_, page.At(one.words)), one.locator)
        << one.words;
  }
}

TEST(AddressAt, TakesTheAnchorBeforeAndTheWordsThemselves) {
  const Page page = Example();
  const std::string uri = "http://www.northmarch-pa.example/lamps.html#top";
  EXPECT_EQ(AddressAt(uri, page.document_, page.At("It was dark.")),
            "http://www.northmarch-pa.example/lamps.html#para4-5"
            ":~:text=It%20was%20dark");
  // A hyphen would be read as a mark of the address; a label is no word.
  EXPECT_EQ(AddressAt(uri, page.document_, page.At("Few were mended - or")),
            "http://www.northmarch-pa.example/lamps.html#sum"
            ":~:text=Few%20were%20mended%20%2D%20or");
  EXPECT_EQ(AddressAt(uri, page.document_, page.At("4.5 Every yard")),
            "http://www.northmarch-pa.example/lamps.html#para4-5"
            ":~:text=Every%20yard");
  EXPECT_EQ(AddressAt("javascript:x", page.document_, page.At("Few")), "");
}

TEST(AddressAt, OpensThePageOfAPrintedDocument) {
  Page page;
  page.document_.media_type = "application/pdf";
  page.Line(BlockKind::kParagraph, "Mend the lamps.");
  page.document_.blocks[0].page = 3;
  EXPECT_EQ(AddressAt("file:///a.pdf", page.document_, page.At("Mend")),
            "file:///a.pdf#page=3");
}

}  // namespace
}  // namespace concord::document
