#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "extraction/resolutions/resolutions.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;
using concord::testing::OneLine;
using concord::testing::WithFrontMatter;

std::string Show(const std::vector<Resolution>& items) {
  std::string shown;
  for (const Resolution& item : items) {
    if (!shown.empty()) shown += "\n";
    if (!item.label.empty()) shown += item.label + " ";
    shown += OneLine(item.text);
  }
  return shown;
}

TEST(ResolutionRules, EveryRuleFindsWhatItsExamplesSay) {
  for (const ResolutionRule& rule : ResolutionRules()) {
    ASSERT_FALSE(rule.examples.empty()) << rule.name;
    for (const Example& example : rule.examples) {
      const auto document = DecodedPage(WithFrontMatter(example.page));
      const Reading reading = Read(document, example.kind, std::nullopt);
      EXPECT_EQ(Show(rule.find(reading)), example.yields)
          << rule.name << "\n"
          << document::Dump(document);
    }
  }
}

TEST(FindResolutions, TakesEachOnceInTheOrderOfTheText) {
  const auto document = DecodedPage(
      "Minutes\n\nMinutes of the Estates Board held on 2 May 2001.\n\n"
      "1. Minutes\n\nResolved – That the minutes be signed.\n\n"
      "2. Keys\n\nResolved - that\n\n  1. the report be noted; and\n"
      "  2. the Clerk be thanked.\n\n3. Close\n\nIt was agreed to go home.\n");
  const Header header = ReadHeader(document);
  const auto found = FindResolutions(document, header);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].rule, "resolution.sentence");
  EXPECT_EQ(found[1].label, "1");
  EXPECT_EQ(found[2].lead_in, "Resolved - that");
}

}  // namespace
}  // namespace concord::extraction
