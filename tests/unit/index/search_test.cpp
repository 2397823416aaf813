#include <gmock/gmock.h>

#include "tests/unit/index/index_fixture.h"

namespace concord::index {
namespace {

using document::BlockKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class SearchTest : public IndexTest {
 protected:
  // Passages "r1#0", "r1#1", ... of one report.
  void WriteParagraphs(std::initializer_list<std::string_view> paragraphs) {
    ReportBuilder builder("r1");
    for (const std::string_view text : paragraphs) builder.Paragraph(text);
    Write({builder.Build()});
  }
};

TEST_F(SearchTest, UnquotedWordsFindAllTheirForms) {
  WriteParagraphs({"The force was inspected.", "They inspect forces yearly.",
                   "An expensive uniform.", "Officers are dying.",
                   "Nobody may die."});
  EXPECT_EQ(Found("inspecting"), (Set{"r1#0", "r1#1"}));
  EXPECT_EQ(Found("force"), (Set{"r1#0", "r1#1"}));
  EXPECT_EQ(Found("die"), (Set{"r1#3", "r1#4"}));
  EXPECT_EQ(Found("inspecting forces"), (Set{"r1#0", "r1#1"}));
}

TEST_F(SearchTest, QuotedWordsAreExact) {
  WriteParagraphs({"expenses of the board", "an expense of the board",
                   "the board of expenses", "expensive boards"});
  EXPECT_EQ(Found("\"expenses\""), (Set{"r1#0", "r1#2"}));
  EXPECT_EQ(Found("\"expenses of\""), (Set{"r1#0"}));
  EXPECT_EQ(Found("\"the board\""), (Set{"r1#0", "r1#1", "r1#2"}));
  EXPECT_EQ(Found("\"THE  Board\""), (Set{"r1#0", "r1#1", "r1#2"}));
  EXPECT_EQ(Found("\"of exp*\""), (Set{"r1#2"}));
}

TEST_F(SearchTest, ARecommendationIsFoundByItsNumber) {
  Write({ReportBuilder("r1")
             .Title("Lamp Review")
             .Paragraph("Light the lamps. Buy 12 ladders.")
             .Recommends("Light the lamps.", "Members")
             .Numbered("12(b)")
             .Recommends("Buy 12 ladders.", "Members")
             .Numbered("13")
             .Build()});
  const auto ids = [&](const std::string& query) {
    Set found;
    for (const Hit& hit : Page(query, EntryKind::kRecommendation).hits) {
      found.insert(hit.text);
    }
    return found;
  };
  EXPECT_EQ(ids("rec:\"12(b)\""), (Set{"Light the lamps."}));
  EXPECT_EQ(ids("rec:12"), (Set{"Light the lamps."}));
  EXPECT_EQ(ids("rec 13"), (Set{"Buy 12 ladders."}));
  EXPECT_EQ(ids("\"recommendation 13\""), (Set{"Buy 12 ladders."}));
  EXPECT_EQ(ids("rec:13 title:lamp"), (Set{"Buy 12 ladders."}));
  EXPECT_EQ(ids("rec:14"), Set{});
}

TEST_F(SearchTest, WordsTypedInCapitalsMeanThemselves) {
  WriteParagraphs({"The IPS replied.", "An IP address."});
  EXPECT_EQ(Found("IPS"), (Set{"r1#0"}));
  EXPECT_EQ(Found("ips"), (Set{"r1#0", "r1#1"}));
}

TEST_F(SearchTest, HyphenDashSlashAndApostropheVariantsFindEachOther) {
  WriteParagraphs({"They re-affirmed the plan.", "They reaffirmed the plan.",
                   "They re affirmed the plan.", "They affirmed the plan.",
                   "They re\xE2\x80\x93"
                   "affirmed the plan.",
                   "They re\xE2\x80\x91"
                   "affirmed the plan."});
  const Set all_but_3{"r1#0", "r1#1", "r1#2", "r1#4", "r1#5"};
  EXPECT_EQ(Found("re-affirm"), all_but_3);
  EXPECT_EQ(Found("re\xE2\x80\x93"
                  "affirm"),
            all_but_3);
  EXPECT_EQ(Found("\"re-affirmed\""), all_but_3);
  EXPECT_EQ(Found("\"they re-affirmed the\""), all_but_3);
  EXPECT_EQ(Found("\"re-affirm\""), Set{});
  // One word finds its hyphenated spellings, alone and in a phrase.
  const Set joined{"r1#0", "r1#1", "r1#4", "r1#5"};
  EXPECT_EQ(Found("reaffirm"), joined);
  EXPECT_EQ(Found("\"reaffirmed\""), joined);
  EXPECT_EQ(Found("\"they reaffirmed the plan\""), joined);
  EXPECT_EQ(Found("reaffirm NEAR plan"), joined);
  EXPECT_EQ(Found("reaff*"), joined);
}

TEST_F(SearchTest, SlashedAndPointedWordsAreWordsInARow) {
  WriteParagraphs({"stop/search powers", "stop search powers",
                   "search and stop powers", "stop-search", "in 2005/06 only",
                   "06 of 2005"});
  EXPECT_EQ(Found("stop/search"), (Set{"r1#0", "r1#1", "r1#3"}));
  EXPECT_EQ(Found("2005/06"), (Set{"r1#4"}));
}

TEST_F(SearchTest, AHyphenatedNameIsNotItsFirstPart) {
  WriteParagraphs(
      {"Ask Fox-IT.", "A fox was seen.", "The fox, it ran.", "Foxit replied."});
  EXPECT_EQ(Found("fox-it"), (Set{"r1#0", "r1#2", "r1#3"}));
  EXPECT_EQ(Found("fox"), (Set{"r1#0", "r1#1", "r1#2"}));
}

TEST_F(SearchTest, PossessivesFindTheirOwner) {
  WriteParagraphs({"the Board\xE2\x80\x99s plan", "the boards' plan",
                   "the board", "O\xE2\x80\x99Neill", "o'neill", "ONeill"});
  EXPECT_EQ(Found("board's"), (Set{"r1#0", "r1#1", "r1#2"}));
  EXPECT_EQ(Found("\"board's\""), (Set{"r1#0"}));
  EXPECT_EQ(Found("o'neill"), (Set{"r1#3", "r1#4", "r1#5"}));
}

TEST_F(SearchTest, AccentsAmpersandsAndQuotationMarksDoNotMatter) {
  WriteParagraphs({"a caf\xC3\xA9 for \xE2\x80\x98stop & search\xE2\x80\x99"});
  EXPECT_EQ(Found("cafe"), (Set{"r1#0"}));
  EXPECT_EQ(Found("cafe\xCC\x81"), (Set{"r1#0"}));
  EXPECT_EQ(Found("\xE2\x80\x9Cstop and search\xE2\x80\x9D"), (Set{"r1#0"}));
  EXPECT_EQ(Found("\"stop & search\""), (Set{"r1#0"}));
}

TEST_F(SearchTest, BooleansNearAndEndings) {
  WriteParagraphs({"alpha beta gamma", "alpha delta", "beta delta",
                   "gamma one two three four five six seven eight nine ten "
                   "eleven alpha"});
  EXPECT_EQ(Found("alpha OR beta"), (Set{"r1#0", "r1#1", "r1#2", "r1#3"}));
  EXPECT_EQ(Found("alpha -beta"), (Set{"r1#1", "r1#3"}));
  EXPECT_EQ(Found("(alpha OR beta) AND delta"), (Set{"r1#1", "r1#2"}));
  EXPECT_EQ(Found("NOT alpha"), (Set{"r1#2"}));
  EXPECT_EQ(Found("alpha NEAR gamma"), (Set{"r1#0"}));
  EXPECT_EQ(Found("alpha NEAR/12 gamma"), (Set{"r1#0", "r1#3"}));
  EXPECT_EQ(Found("alpha NEAR/1 gamma"), Set{});
  EXPECT_EQ(Found("gam* -beta"), (Set{"r1#3"}));
}

TEST_F(SearchTest, ChromeContactsAndHeaderLinesNeverMatch) {
  Write({ReportBuilder("r1")
             .Block(BlockKind::kChrome, "zebra archive")
             .Block(BlockKind::kHeaderLine, "Report zebra: 5")
             .Title("A plan")
             .Paragraph("Real words.")
             .Block(BlockKind::kContact, "zebra 555 0100")
             .Build()});
  for (const EntryKind in :
       {EntryKind::kPassage, EntryKind::kRecommendation, EntryKind::kReport}) {
    EXPECT_EQ(Found("zebra", in), Set{}) << Name(in);
    EXPECT_EQ(Found("zeb*", in), Set{}) << Name(in);
  }
  EXPECT_EQ(Found("real"), (Set{"r1#3"}));
}

store::ReportRecord EstatesReport() {
  return ReportBuilder("r1")
      .Title("Estates plan")
      .Committee("Estates and Co-ordination Committee")
      .By("Treasurer")
      .Date("2002-05")
      .Kind(extraction::DocumentKind::kReport)
      .Paragraph("That members note the Harbour Review.")
      .Paragraph("Nothing else.")
      .Recommends("members note the Harbour Review", "Members",
                  "Northmarch Constabulary")
      .Cites("Harbour Review")
      .Build();
}

store::ReportRecord MinutesOf2003() {
  return ReportBuilder("r2")
      .Title("Minutes")
      .Committee("Finance Committee")
      .By("Clerk")
      .Date("2003-02-11")
      .Kind(extraction::DocumentKind::kMinutes)
      .Paragraph("The plan was noted.")
      .Build();
}

TEST_F(SearchTest, FieldsFindOnlyWhatStandsInThem) {
  Write({EstatesReport(), MinutesOf2003()});
  EXPECT_EQ(Found("title:estate"), (Set{"r1#1", "r1#2"}));
  EXPECT_EQ(Found("title:\"estates plan\""), (Set{"r1#1", "r1#2"}));
  EXPECT_EQ(Found("committee:coordination"), (Set{"r1#1", "r1#2"}));
  EXPECT_EQ(Found("committee:co-ordination"), (Set{"r1#1", "r1#2"}));
  EXPECT_EQ(Found("by:clerk"), (Set{"r2#1"}));
  EXPECT_EQ(Found("addressee:member"), (Set{"r1#1"}));
  EXPECT_EQ(Found("owner:constabulary"), (Set{"r1#1"}));
  EXPECT_EQ(Found("work:harb*"), (Set{"r1#1"}));
  EXPECT_EQ(Found("work:harbour", EntryKind::kRecommendation), (Set{"r1.1"}));
  EXPECT_EQ(Found("estates"), Set{});  // a word of the title only
}

TEST_F(SearchTest, FiltersNarrowAndAreReadBack) {
  Write({EstatesReport(), MinutesOf2003()});
  const struct {
    SearchRequest request;
    List ids;
    std::string reading;
  } cases[] = {
      {{.query = "plan OR note", .committee = "FINANCE"},
       {"r2#1"},
       "; committee: FINANCE"},
      {{.query = "", .committee = "coordination estates"},
       {"r1#1", "r1#2"},
       "everything; committee: coordination estates"},
      {{.query = "", .owner = "Northmarch"}, {"r1#1"}, "owner: Northmarch"},
      {{.query = "", .kind = "minutes"}, {"r2#1"}, "kind: minutes"},
      {{.query = "", .in = EntryKind::kRecommendation, .kind = "report"},
       {"r1.1"},
       "kind: report"},
      {{.query = "",
        .in = EntryKind::kRecommendation,
        .kind = "recommendation"},
       {"r1.1"},
       "kind: recommendation"},
      {{.query = "", .kind = "agenda"}, {}, "kind: agenda"},
      {{.query = "", .committee = "audit"}, {}, "committee: audit"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(Ids(one.request), one.ids) << one.reading;
    EXPECT_THAT(PageOf(one.request).query_read_as, HasSubstr(one.reading));
  }
}

TEST_F(SearchTest, DatesMatchWhereTheRangesOverlap) {
  Write(
      {EstatesReport(), MinutesOf2003(),
       ReportBuilder("r3").Title("Undated").Paragraph("The plan.").Build(),
       ReportBuilder("r4").Date("../2001-06").Paragraph("Old plan.").Build()});
  const struct {
    const char* from;
    const char* to;
    List ids;
  } cases[] = {
      {"2002", "2002", {"r1#1", "r1#2"}},
      {"2002-05-31", "", {"r2#1", "r1#1", "r1#2"}},
      {"2002-06-01", "", {"r2#1"}},
      {"2003-02-11", "2003-02-11", {"r2#1"}},
      {"2003-02-12", "", {}},
      {"", "2002-05-01", {"r1#1", "r1#2", "r4#0"}},
      {"", "2002-04-30", {"r4#0"}},
      {"1066", "1066", {"r4#0"}},
      {"2002-24", "2003-21", {"r2#1"}},  // winter 2002 to spring 2003
  };
  for (const auto& one : cases) {
    const SearchRequest request{.from = one.from, .to = one.to};
    EXPECT_EQ(Ids(request), one.ids) << one.from << " to " << one.to;
  }
}

TEST_F(SearchTest, FiltersThatCannotBeReadSayWhatToChange) {
  Write({EstatesReport()});
  const struct {
    SearchRequest request;
    ErrorCode code;
    std::string says;
  } cases[] = {
      {{.query = ""}, ErrorCode::kInvalidArgument, "type a word"},
      {{.query = "a", .kind = "paper"},
       ErrorCode::kInvalidArgument,
       "the kinds are report, "},
      {{.query = "a", .from = "May 2002"},
       ErrorCode::kInvalidArgument,
       "'May 2002' is not a date for from; write 2001"},
      {{.query = "a", .to = "2002-13"},
       ErrorCode::kInvalidArgument,
       "not a date for to"},
      {{.query = "a", .from = "2003", .to = "2002"},
       ErrorCode::kInvalidArgument,
       "is after"},
      {{.query = "a", .committee = "--"},
       ErrorCode::kInvalidArgument,
       "no letter"},
      {{.query = "a", .limit = 10, .offset = 9991},
       ErrorCode::kLimitExceeded,
       "first 10000"},
  };
  for (const auto& one : cases) {
    const Result<HitPage> page = Search(one.request);
    ASSERT_FALSE(page.has_value()) << one.says;
    EXPECT_EQ(page.error().code(), one.code);
    EXPECT_THAT(page.error().message(), HasSubstr(one.says));
  }
}

TEST_F(SearchTest, TooManyEndingsAreRefusedByName) {
  ReportBuilder builder("r1");
  for (int i = 0; i < 12; ++i) {
    builder.Paragraph("inspect" + std::string(1, static_cast<char>('a' + i)));
  }
  Write({builder.Build()});
  QueryLimits limits;
  limits.max_expansion = 12;
  EXPECT_EQ(Search({.query = "insp*"}, limits)->matches, 12u);
  limits.max_expansion = 11;
  const Result<HitPage> page = Search({.query = "insp*"}, limits);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(page.error().message(),
              HasSubstr("insp* stands for more than 11 words"));
}

TEST_F(SearchTest, AnEmptyQueryWithAFilterListsNewestFirst) {
  std::vector<store::ReportRecord> reports;
  for (const char* date : {"1999", "2004-03", "", "2001-11-15"}) {
    const std::string id = "r" + std::string(date).substr(0, 4);
    reports.push_back(ReportBuilder(id)
                          .Date(date)
                          .Kind(extraction::DocumentKind::kPress)
                          .Paragraph("One.")
                          .Paragraph("Two.")
                          .Build());
  }
  Write(reports);
  EXPECT_THAT(Ids({.query = "", .kind = "press", .limit = 100}),
              ElementsAre("r2004#0", "r2004#1", "r2001#0", "r2001#1", "r1999#0",
                          "r1999#1", "r#0", "r#1"));
  EXPECT_THAT(Ids({.query = "", .kind = "press", .limit = 2, .offset = 3}),
              ElementsAre("r2001#1", "r1999#0"));
}

TEST_F(SearchTest, ReportsAreRankedByTitleThenHeadingThenText) {
  Write({ReportBuilder("text").Title("One").Paragraph("The harbour.").Build(),
         ReportBuilder("heading")
             .Title("Two")
             .Heading("Harbour")
             .Paragraph("Nothing of it.")
             .Build(),
         ReportBuilder("title").Title("Harbour").Paragraph("No.").Build()});
  EXPECT_THAT(Ids({.query = "harbour", .in = EntryKind::kReport}),
              ElementsAre("title", "heading", "text"));
}

TEST_F(SearchTest, AReportMatchesAcrossItsPassagesAndShowsTheBest) {
  Write({ReportBuilder("r1")
             .Title("Annual plan")
             .Paragraph("1.", "The harbour is deep.")
             .Paragraph("2.", "The bridge and the harbour are old.")
             .Paragraph("3.", "A quay.")
             .Build()});
  const HitPage page = Page("bridge quay", EntryKind::kReport);
  ASSERT_EQ(page.hits.size(), 1u);
  EXPECT_EQ(page.hits[0].id, "r1");
  EXPECT_EQ(page.hits[0].report, "r1");
  EXPECT_EQ(Page("harbour bridge", EntryKind::kReport).hits[0].locator,
            "para 2");
  EXPECT_EQ(Page("harbour bridge", EntryKind::kReport).hits[0].text,
            "The bridge and the harbour are old.");
  // A phrase does not run from one paragraph into the next.
  EXPECT_EQ(Found("\"deep the bridge\"", EntryKind::kReport), Set{});
  EXPECT_EQ(Found("\"the bridge\"", EntryKind::kReport), (Set{"r1"}));
  // Only the title matches: its words are shown.
  EXPECT_EQ(Page("annual", EntryKind::kReport).hits[0].text, "Annual plan");
  EXPECT_EQ(Page("annual", EntryKind::kReport).hits[0].marks.size(), 1u);
}

TEST_F(SearchTest, WordsThatStandTogetherComeFirst) {
  WriteParagraphs(
      {"The framework that the board chose names who has accountability.",
       "An accountability framework was chosen by the board after the long "
       "debate of the winter, and was printed with the minutes of the day.",
       "Accountability was the word of the day; nobody spoke of a framework."});
  const HitPage page = Page("accountability framework");
  ASSERT_EQ(page.matches, 3u);
  EXPECT_EQ(page.hits[0].id, "r1#1");
  EXPECT_EQ(Found("accountability framework"), (Set{"r1#0", "r1#1", "r1#2"}));
  // In any order, and with a few words between.
  EXPECT_EQ(Page("framework accountability").hits[0].id, "r1#1");
  EXPECT_EQ(Page("framework chose").hits[0].id, "r1#0");
}

TEST_F(SearchTest, HitsSayWhereTheyStand) {
  const store::ReportRecord report =
      ReportBuilder("r1")
          .Title("Plan")
          .Paragraph("7.", "The unit re-affirmed it; the unit agreed.")
          .Build();
  Write({report});
  const HitPage page = Page("reaffirm unit");
  ASSERT_EQ(page.hits.size(), 1u);
  const Hit& hit = page.hits[0];
  EXPECT_EQ(hit.report, "r1");
  EXPECT_EQ(hit.locator, "para 7");
  EXPECT_EQ(Slice(report.text(), hit.span), hit.text);
  EXPECT_EQ(hit.text, "The unit re-affirmed it; the unit agreed.");
  EXPECT_GT(hit.score, 0);
  std::vector<std::string> marked;
  for (const TextSpan mark : hit.marks) {
    marked.emplace_back(Slice(hit.snippet, mark));
  }
  EXPECT_THAT(marked, ElementsAre("unit", "re-affirmed", "unit"));
}

TEST_F(SearchTest, CountsAreExactUpToAThousand) {
  ReportBuilder builder("r1");
  for (int i = 0; i < 1200; ++i) {
    builder.Paragraph(i < 900 ? "alpha beta" : "alpha");
  }
  Write({builder.Build()});
  const HitPage some = PageOf({.query = "beta", .limit = 1});
  EXPECT_EQ(some.matches, 900u);
  EXPECT_TRUE(some.matches_exact);
  EXPECT_GT(PageOf({.query = "alpha", .limit = 1}).matches, 1000u);
}

TEST_F(SearchTest, ProposesANearbyWordWhenNothingMatched) {
  WriteParagraphs({"The recommendation stands.", "A recommendation.",
                   "The recommendatory note."});
  EXPECT_EQ(Page("recomendation").suggestion, "recommendation");
  EXPECT_EQ(Page("the \"recommednation\"").suggestion,
            "the \"recommendation\"");
  EXPECT_EQ(Page("xylophone").suggestion, "");
  EXPECT_EQ(Page("recommendation").suggestion, "");
}

TEST_F(SearchTest, StopWordsCountInsideQuotationMarksAndInShortQueries) {
  WriteParagraphs({"units of the force", "units force"});
  EXPECT_EQ(Found("\"units of the force\""), (Set{"r1#0"}));
  EXPECT_EQ(Found("of units"), (Set{"r1#0"}));
  EXPECT_EQ(Found("the units of the force"), (Set{"r1#0", "r1#1"}));
}

}  // namespace
}  // namespace concord::index
