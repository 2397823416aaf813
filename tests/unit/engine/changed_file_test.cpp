// A file that is corrected and imported again, and what lies beside reports.

#include <gmock/gmock.h>

#include "tests/support/small_archive.h"

namespace concord::engine {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr const char* kTitle = "<h1>Bells of the harbour: a review</h1>";

std::string Page(const std::string& asks) {
  return std::string("<html><body>") + kTitle +
         "<p>12 May 2003</p><h2>Recommendations</h2>" + asks +
         "<p>Recommendation 2: The Clerk should sell the old boat.</p>"
         "</body></html>";
}

std::vector<ListRow> Rows(Engine& engine, const ListRequest& request) {
  auto listing = engine.List(request);
  EXPECT_TRUE(listing.has_value()) << listing.error().message();
  return listing ? listing->rows : std::vector<ListRow>{};
}

TEST(ChangedFile, IsALaterVersionAndCountsOnce) {
  testing::SmallArchive archive;
  archive.Write("bells.html",
                Page("<p>Recommendation 1: The Harbour Master should hang a "
                     "bell at every pier by May 2004.</p>"));
  archive.Import();
  archive.Write("bells.html",
                Page("<p>Recommendation 1: The Harbour Master should hang a "
                     "bell at every pier by June 2005.</p>"));
  archive.Import();
  const auto engine = archive.Open();
  const auto ledger = Rows(*engine, {.what = "ledger"});
  ASSERT_THAT(ledger, SizeIs(2));
  const std::string first = ledger[0].cells[2];
  const std::string second = ledger[1].cells[2];
  EXPECT_THAT(ledger[0].json, Not(HasSubstr("changed since")));
  EXPECT_THAT(ledger[1].json, HasSubstr("changed since: report " + first));
  EXPECT_THAT(ledger[1].json, HasSubstr("\"code\":\"changed\""));
  const auto listing = engine->List({.what = "recommendations"});
  ASSERT_TRUE(listing.has_value());
  EXPECT_GT(listing->counted_elsewhere, 0u);
  EXPECT_EQ(2 * listing->counted_elsewhere, listing->rows.size());
  for (const ListRow& row : listing->rows) {
    const bool early = row.cells.front().starts_with(first);
    EXPECT_THAT(row.json, HasSubstr(early ? "\"version_of\":\"" + second
                                          : "\"version_of\":null"));
  }
  const auto reports = engine->List({.what = "reports"});
  EXPECT_THAT(reports->counted, HasSubstr("1 of them an earlier version"));
  EXPECT_THAT(Rows(*engine, {.what = "versions"}).at(0).json,
              HasSubstr("\"later\":\"" + second + "\""));
  // A work is read as it stands now.
  EXPECT_THAT(Rows(*engine, {.what = "works"}).at(0).cells.at(3), second);
  // The same again changes nothing.
  archive.Import();
  EXPECT_THAT(Rows(*archive.Open(), {.what = "reports"}), SizeIs(2));
}

TEST(ChangedFile, AnotherPaperAtTheSameAddressIsAnotherReport) {
  testing::SmallArchive archive;
  archive.Write("latest.html", Page("<p>Recommendation 1: The Harbour Master "
                                    "should hang a bell by May 2004.</p>"));
  archive.Import();
  archive.Write("latest.html",
                "<h1>Lamps of the lighthouse</h1><p>1. The Keeper should trim "
                "every lamp before dusk, and report to the Board.</p>");
  archive.Import();
  const auto engine = archive.Open();
  EXPECT_THAT(Rows(*engine, {.what = "versions"}), SizeIs(0));
  EXPECT_THAT(Rows(*engine, {.what = "ledger"}).at(1).json,
              Not(HasSubstr("changed")));
}

TEST(NoReport, IsALicenceOrATableOfLabelsUnlessItIsNamed) {
  testing::SmallArchive archive;
  archive.Write("LICENSE", "You may copy these papers as often as you like.");
  archive.Write("README.md", "# Papers\n\nThese are papers of the harbour.");
  archive.Write("labels.tsv", "page\tlabel\none\tblue\ntwo\tgreen\n");
  archive.Write("plan.csv",
                "Ref,Recommendation,Lead\n1,The Board should buy oak,Clerk\n");
  archive.Write("licensing.txt",
                "Licensing Committee\n\n1. The Clerk should list every inn.");
  const ImportSummary summary = archive.Import();
  EXPECT_EQ(summary.totals.indexed, 2u);
  EXPECT_EQ(summary.totals.skipped, 3u);
  for (const ListRow& row :
       Rows(*archive.Open(), {.what = "ledger", .kind = "skipped"})) {
    EXPECT_THAT(row.json, HasSubstr("\"code\":\"no_report\""));
  }
  EXPECT_EQ(archive.Import(archive.Pages() / "LICENSE").totals.indexed, 1u);
}

}  // namespace
}  // namespace concord::engine
