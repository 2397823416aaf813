// What stands around a recommendation: plan rows, quoted numbers, paragraphs.

#include "concord/overlap/surroundings.h"

#include <gtest/gtest.h>

#include <utility>

#include "concord/crossref/legends.h"
#include "concord/overlap/overlap.h"
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

  void WrittenBy(std::string name) {
    extraction::OwnerMention author;
    author.name = std::move(name);
    author.kind = extraction::OwnerKind::kPerson;
    report_.extraction.header.authors.push_back(std::move(author));
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
  EXPECT_EQ(found[0].states[0].bond, Bond::kUnder);
}

TEST_F(SurroundingsTest, TellsWhatAParagraphOpensWithFromWhatItMentions) {
  Page paper("r2", "Paper");
  paper.Add(BlockKind::kParagraph,
            "On the north quay little has been done about recommendation 1. "
            "The Harbour Master will see to it by May.");
  paper.Recommend("The Harbour Master will see to it by May.");
  Cite(paper, "recommendation 1", "1");
  const auto found = Find(paper);
  ASSERT_EQ(found[0].states.size(), 1u);
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

// A report whose numbers need no title, and a paper that names it.
class BareLabelTest : public SurroundingsTest {
 protected:
  BareLabelTest() : audit_("r5", "Ropes") {
    for (const char* words : {"Dry the ropes.", "Count the ropes.",
                              "Oil the winch.", "Sell the old winch."}) {
      audit_.Add(BlockKind::kParagraph, words);
    }
    audit_.Recommend("Dry the ropes.", "A");
    audit_.Recommend("Count the ropes.", "B");
    audit_.Recommend("Oil the winch.", "C");
    audit_.Recommend("Sell the old winch.", "R9");
    work_.title = "Ropes";
    work_.keys = {crossref::TitleKey(work_.title)};
    work_.held = {audit_.report().id};
  }

  // What the first recommendation of the page is said to answer.
  std::vector<std::string> Answers(const Page& page) {
    crossref::CrossReference crossref;
    crossref.works = {work_};
    const auto around = FindSurroundings({audit_.report(), page.report()},
                                         page.items(), crossref);
    std::vector<std::string> found;
    for (const Statement& state : around.front().states) {
      found.push_back(std::string(Name(state.bond)) + " " + state.to.value);
    }
    return found;
  }

  using Found = std::vector<std::string>;
  Page audit_;
};

TEST_F(BareLabelTest, FollowsANumberOfTheOneWorkThatIsNamed) {
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kParagraph, "This answers Ropes.");
  plan.Add(BlockKind::kTableRow, "Find a buyer for it R9 Treasurer");
  plan.Recommend("Find a buyer for it");
  Cite(plan, "Ropes");
  EXPECT_EQ(Answers(plan), Found({"implements r5.4"}));
}

TEST_F(BareLabelTest, FollowsANumberOfAChapter) {
  audit_.Add(BlockKind::kParagraph, "Paint the winch.");
  audit_.Recommend("Paint the winch.", "R5.3");
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kParagraph, "This answers Ropes.");
  plan.Add(BlockKind::kTableRow, "Find a painter R5.3 Treasurer");
  plan.Recommend("Find a painter");
  Cite(plan, "Ropes");
  EXPECT_EQ(Answers(plan), Found({"implements r5.5"}));
  Page other("r3", "Other plan");
  other.Add(BlockKind::kParagraph, "This answers Ropes.");
  other.Add(BlockKind::kTableRow, "Find a painter R5.31a Treasurer");
  other.Recommend("Find a painter");
  Cite(other, "Ropes");
  EXPECT_EQ(Answers(other), Found());
}

TEST_F(BareLabelTest, FollowsNothingInAPaperThatDoesNotNameTheWork) {
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kTableRow, "Find a buyer for it R9 Treasurer");
  plan.Recommend("Find a buyer for it");
  EXPECT_EQ(Answers(plan), Found());
}

TEST_F(BareLabelTest, TakesTheLetterThatAParagraphOpensWith) {
  for (const char* opening : {"7. B: the store. ", "7. As to B, ",
                              "On B: ", "Recommendation B is fair. "}) {
    Page paper("r2", "Paper on Ropes");
    paper.Add(BlockKind::kParagraph,
              opening + std::string("The mate will see to it in Ropes."));
    paper.Recommend("The mate will see to it");
    work_.cited_by.clear();
    Cite(paper, "Ropes");
    EXPECT_EQ(Answers(paper), Found({"under r5.2"})) << opening;
  }
}

TEST_F(BareLabelTest, LeavesOtherLettersAlone) {
  for (const char* opening :
       {"7. B. The store. ", "Plan B will do. ", "Berth B: free. ", "In B, "}) {
    Page paper("r2", "Paper on Ropes");
    paper.Add(BlockKind::kParagraph,
              opening + std::string("The mate will see to it in Ropes."));
    paper.Recommend("The mate will see to it");
    work_.cited_by.clear();
    Cite(paper, "Ropes");
    EXPECT_EQ(Answers(paper), Found()) << opening;
  }
}

TEST_F(BareLabelTest, FollowsALineOfNumbersBelowAnItem) {
  Page plan("r2", "Plan");
  plan.Add(BlockKind::kParagraph, "This answers Ropes.");
  plan.Add(BlockKind::kParagraph, "Find a buyer for it");
  plan.Add(BlockKind::kParagraph, "Treasurer");
  plan.Add(BlockKind::kParagraph, "R9");
  plan.Recommend("Find a buyer for it");
  Cite(plan, "Ropes");
  EXPECT_EQ(Answers(plan), Found({"implements r5.4"}));
}

TEST_F(BareLabelTest, TellsWhatIsRefused) {
  Page paper("r2", "Paper on Ropes");
  paper.Add(BlockKind::kParagraph, "That recommendation R9 be declined.");
  paper.Add(BlockKind::kParagraph, "Ropes is filed.");
  paper.Recommend("That recommendation R9 be declined.");
  Cite(paper, "Ropes");
  EXPECT_EQ(Answers(paper), Found({"refuses r5.4"}));
}

TEST_F(SurroundingsTest, TakesABareNumberForTheReportsOwn) {
  Page paper("r2", "Paper");
  paper.Add(BlockKind::kParagraph,
            "Given recommendation 2, the mate shall count the lamps.");
  paper.Add(BlockKind::kParagraph, "Light the lamps.");
  paper.Recommend("the mate shall count the lamps.", "1");
  Cite(paper, "recommendation 2", "2");
  EXPECT_EQ(Find(paper)[0].states.size(), 1u);
  paper.Recommend("Light the lamps.", "2");
  EXPECT_TRUE(Find(paper)[0].states.empty());
}

// Ropes by Professor Ada Quill, and a paper on "Professor Quill's review".
class MakerTest : public ::testing::Test {
 protected:
  MakerTest() : ropes_("r5", "Ropes"), paper_("r2", "Paper") {
    ropes_.Add(BlockKind::kParagraph, "Sell the winch.");
    ropes_.Recommend("Sell the winch.", "2");
    ropes_.WrittenBy("Professor Ada Quill");
    Hold("w1", "Ropes", ropes_);
    paper_.Add(BlockKind::kParagraph, "Refuse recommendation 2.");
    paper_.Recommend("Refuse recommendation 2.");
  }

  void Hold(std::string id, std::string title, const Page& page) {
    crossref::Work work;
    work.id.value = std::move(id);
    work.title = std::move(title);
    work.keys = {crossref::TitleKey(work.title)};
    work.held = {page.report().id};
    crossref_.works.push_back(std::move(work));
  }

  // What the paper states where it cites a work of this title.
  std::vector<Statement> Stated(std::string title,
                                std::vector<store::ReportRecord> more = {}) {
    crossref::Work cited;
    cited.id.value = "cited";
    cited.title = std::move(title);
    cited.keys = {crossref::TitleKey(cited.title)};
    crossref::WorkMention mention;
    mention.quote = {.report = paper_.report().id,
                     .span = paper_.Find("recommendation 2"),
                     .text = "recommendation 2"};
    mention.recommendation = "2";
    cited.cited_by.push_back(std::move(mention));
    crossref::CrossReference crossref = crossref_;
    crossref.works.push_back(std::move(cited));
    more.push_back(ropes_.report());
    more.push_back(paper_.report());
    return FindSurroundings(more, paper_.items(), crossref)[0].states;
  }

  Page ropes_;
  Page paper_;
  crossref::CrossReference crossref_;
};

TEST_F(MakerTest, KnowsAWorkByWhoMadeIt) {
  const auto states = Stated("Professor Quill's review");
  ASSERT_EQ(states.size(), 1u);
  EXPECT_EQ(states[0].to.value, "r5.1");
  EXPECT_EQ(states[0].bond, Bond::kRefuses);
  EXPECT_EQ(Stated("Quill’s independent inquiry").size(), 1u);
}

TEST_F(MakerTest, LeavesOtherNamesAndOtherThingsAlone) {
  EXPECT_TRUE(Stated("Professor Quilling's review").empty());
  EXPECT_TRUE(Stated("Ada's review").empty());
  EXPECT_TRUE(Stated("Professor Quill's boat").empty());
  EXPECT_TRUE(Stated("A review of Quill's lamps").empty());
}

TEST_F(MakerTest, ChoosesNoneOfSeveral) {
  Page sails("r6", "Sails");
  sails.WrittenBy("Tom Quill");
  Hold("w6", "Sails", sails);
  EXPECT_TRUE(Stated("Professor Quill's review", {sails.report()}).empty());
}

TEST_F(BareLabelTest, PrefersTheNumberInItsOwnWords) {
  Page paper("r2", "Paper on Ropes");
  paper.Add(BlockKind::kParagraph,
            "Ropes (recommendation C) is done. The winch (R9) will be sold.");
  paper.Recommend("The winch (R9) will be sold.");
  Cite(paper, "Ropes");
  EXPECT_EQ(Answers(paper), Found({"cites r5.4"}));
}

TEST(CodedNumbers, ReadsListsAndRanges) {
  const std::string text = "PV 8, CL 31 and 32; SL4-6; in 2002 a PC 1999";
  std::vector<std::string> found;
  for (const crossref::CodedNumber& one : crossref::CodedNumbersIn(
           text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.push_back(one.code + " " + one.label);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"PV 8", "CL 31", "CL 32", "SL 4",
                                             "SL 5", "SL 6"}));
}

}  // namespace
}  // namespace concord::overlap
