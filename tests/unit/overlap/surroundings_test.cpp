// What stands around a recommendation: plan rows, quoted numbers, paragraphs.

#include "concord/overlap/surroundings.h"

#include <gtest/gtest.h>

#include <utility>

#include "concord/overlap/overlap.h"
#include "overlap/legends.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

using document::Block;
using document::BlockKind;

// A report of an invented authority, written block by block.
class Page {
 public:
  Page(std::string id, std::string title) {
    report_.id.value = std::move(id);
    report_.document.title = title;
    report_.extraction.header.title.printed = std::move(title);
  }

  TextSpan Add(BlockKind kind, const std::string& text, int parent = -1) {
    std::string& all = report_.document.text;
    Block block;
    block.kind = kind;
    block.parent = parent;
    block.span.begin = static_cast<std::uint32_t>(all.size());
    all += text;
    block.span.end = static_cast<std::uint32_t>(all.size());
    all += '\n';
    report_.document.blocks.push_back(block);
    return block.span;
  }

  // The `words` of the page as a recommendation.
  void Recommend(const std::string& words, std::string label = "",
                 std::string made_by = "") {
    extraction::Recommendation item;
    item.text = words;
    item.label = std::move(label);
    item.made_by = std::move(made_by);
    item.span = Find(words);
    report_.extraction.recommendations.push_back(item);
    store::StoredRecommendation one;
    one.id.value = report_.id.value + "." +
                   std::to_string(report_.extraction.recommendations.size());
    one.report = report_.id;
    one.item = item;
    items_.push_back(one);
  }

  TextSpan Find(const std::string& words) const {
    const auto at =
        static_cast<std::uint32_t>(report_.document.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  const store::ReportRecord& report() const { return report_; }
  const std::vector<store::StoredRecommendation>& items() const {
    return items_;
  }

 private:
  store::ReportRecord report_;
  std::vector<store::StoredRecommendation> items_;
};

// Lanterns on the Quay, held as report r1, with two recommendations.
class SurroundingsTest : public ::testing::Test {
 protected:
  SurroundingsTest() : inquiry_("r1", "Harbour Review: Lanterns on the Quay") {
    inquiry_.Add(BlockKind::kParagraph, "Hang a lantern at each ladder.");
    inquiry_.Add(BlockKind::kParagraph, "Paint the bollards white.");
    inquiry_.Recommend("Hang a lantern at each ladder.", "1");
    inquiry_.Recommend("Paint the bollards white.", "2");
    work_.id.value = "w1";
    work_.title = "Harbour Review: Lanterns on the Quay";
    work_.keys = {crossref::TitleKey(work_.title)};
    work_.held = {inquiry_.report().id};
  }

  // The page's paragraph cites the work, or one recommendation of it.
  void Cite(const Page& page, const std::string& words,
            const std::string& number = "") {
    crossref::WorkMention mention;
    mention.quote = {
        .report = page.report().id, .span = page.Find(words), .text = words};
    mention.recommendation = number;
    work_.cited_by.push_back(std::move(mention));
  }

  std::vector<Surroundings> Find(const Page& page) {
    crossref::CrossReference crossref;
    crossref.works = {work_};
    return FindSurroundings({inquiry_.report(), page.report()}, page.items(),
                            crossref);
  }

  Page inquiry_;
  crossref::Work work_;
};

TEST_F(SurroundingsTest, FollowsTheLettersOfAPlansRow) {
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kParagraph, "LQ is Lanterns on the Quay.");
  plan.Add(BlockKind::kTableRow, "Buy sixty lamps LQ 1 Harbour Master");
  plan.Recommend("Buy sixty lamps");
  Cite(plan, "Lanterns on the Quay");
  const auto found = Find(plan);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].states.size(), 1u);
  EXPECT_EQ(found[0].states[0].to.value, "r1.1");
  EXPECT_EQ(found[0].states[0].bond, Bond::kCarriesOut);
  EXPECT_EQ(found[0].states[0].quote.text, "LQ 1");
}

TEST_F(SurroundingsTest, LeavesLettersThatNothingExplainsAlone) {
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kTableRow, "Buy sixty lamps LQ 1 Harbour Master");
  plan.Recommend("Buy sixty lamps");
  EXPECT_TRUE(Find(plan)[0].states.empty());
}

TEST_F(SurroundingsTest, KnowsAQuotedRecommendationByItsNumber) {
  Page progress("r2", "Progress");
  progress.Add(BlockKind::kParagraph, "Bollards to be painted white.");
  progress.Recommend("Bollards to be painted white.", "Rec 2",
                     "Lanterns on the Quay");
  const auto found = Find(progress);
  ASSERT_EQ(found[0].states.size(), 1u);
  EXPECT_EQ(found[0].states[0].to.value, "r1.2");
  EXPECT_EQ(found[0].states[0].bond, Bond::kIs);
}

TEST_F(SurroundingsTest, TakesWhatTheParagraphNamesBeforeIt) {
  Page paper("r2", "Paper");
  paper.Add(BlockKind::kParagraph,
            "Recommendation 1 is not met on the north quay. The Harbour Master "
            "will see to it by May. Recommendation 2 is met.");
  paper.Recommend("The Harbour Master will see to it by May.");
  Cite(paper, "Recommendation 1", "1");
  Cite(paper, "Recommendation 2", "2");
  const auto found = Find(paper);
  ASSERT_EQ(found[0].states.size(), 1u);
  EXPECT_EQ(found[0].states[0].to.value, "r1.1");
  EXPECT_EQ(found[0].states[0].bond, Bond::kBeside);
}

TEST_F(SurroundingsTest, MakesAPairOfWhatSharesNoWord) {
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kParagraph, "LQ = Lanterns on the Quay");
  plan.Add(BlockKind::kTableRow, "Whiten mooring posts LQ 2");
  plan.Recommend("Whiten mooring posts");
  Cite(plan, "Lanterns on the Quay");
  std::vector<store::StoredRecommendation> all = inquiry_.items();
  all.push_back(plan.items()[0]);
  crossref::CrossReference crossref;
  crossref.works = {work_};
  const Comparer comparer(
      all, {},
      FindSurroundings({inquiry_.report(), plan.report()}, all, crossref));
  const auto pairs = comparer.Candidates(0.15);
  ASSERT_EQ(pairs.size(), 1u);
  const Comparison fast = comparer.Compare(pairs[0]);
  const Comparison slow = comparer.Compare(all[pairs[0].a], all[pairs[0].b]);
  EXPECT_EQ(fast.weight, slow.weight);
  double sum = 0;
  std::string level;
  for (const Part& part : fast.parts) {
    sum += part.weight;
    if (part.name == "stated") level = part.level;
  }
  EXPECT_DOUBLE_EQ(sum, fast.weight);
  EXPECT_EQ(level, "one carries out the other");
}

TEST(CodedNumbers, ReadsListsAndRanges) {
  const std::string text = "PV 8, CL 31 and 32; SL4-6; in 2002 a PC 1999";
  std::vector<std::string> found;
  for (const CodedNumber& one :
       CodedNumbersIn(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.push_back(one.code + " " + one.label);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"PV 8", "CL 31", "CL 32", "SL 4",
                                             "SL 5", "SL 6"}));
}

}  // namespace
}  // namespace concord::overlap
