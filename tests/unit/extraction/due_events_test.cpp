// Due times of recommendations that an event tells, and fields behind the
// words.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "extraction/recommendations/lead_words.h"
#include "extraction/recommendations/parts.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

constexpr edtf::Day kBase = {2004, 3, 1};

std::string Due(const Recommendation& item) {
  std::string shown;
  for (const DateMention& due : item.due) {
    if (!shown.empty()) shown += "; ";
    shown += due.printed;
    if (!due.edtf.empty()) shown += " = " + due.edtf;
  }
  return shown;
}

Recommendation Whole(const Reading& reading) {
  Recommendation item = RecommendationAt(reading, WholeOf(reading.text()),
                                         RecommendationKind::kRecommendation);
  FillDue(reading, &item);
  FillEventDue(reading, &item);
  return item;
}

TEST(EventDue, IsReadWithTheDates) {
  const struct {
    std::string_view words;
    std::string_view due;
  } kCases[] = {
      {"The Clerk should count the keys as soon as the lease is signed.",
       "as soon as the lease is signed"},
      {"Keys should be counted with effect from the same day, and kept.",
       "the same day"},
      {"The Clerk should explain it in the next report.", "the next report"},
      {"The Clerk should count the keys covered by each report.", ""},
      {"The Clerk should give an update on the next meeting.", ""},
      {"The Clerk should count the keys by the end of the Michaelmas term.",
       "the end of the Michaelmas term = ../2004-23"},
      {"Keys should be counted before the summer vacation, and kept.",
       "the summer vacation = ../2004-22"},
      {"The Clerk should be there from the start of the spring term.",
       "the start of the spring term = 2004-21/.."},
      {"The Ministry should legislate before the end of this Parliament.",
       "the end of this Parliament"},
      {"The Clerk should count the keys on an annual basis.",
       "on an annual basis"},
      {"The Clerk should keep the keys of the winter holidays.", ""},
      {"Beginning in April 2005 the Clerk should count the keys.",
       "Beginning in April 2005 = 2005-04/.."},
      {"Keys should be counted at each alternate meeting afterwards.",
       "each alternate meeting afterwards"},
      {"The Clerk should change the locks before the year is out.",
       "before the year is out = ../2004"},
      {"The Clerk should report to its joint meeting in July.",
       "its joint meeting in July = 2004-07"},
      {"Keys should be counted at least every three years.",
       "at least every three years"},
      {"Keys should be counted at the same time.", ""},
      {"Keys should be sold by 3 May 2004, and on the same day counted.",
       "3 May 2004 = ../2004-05-03; the same day = 2004-05-03"},
      {"It is read on 30 April 2004, and by the Clerk on the following working "
       "day.",
       "30 April 2004 = 2004-04-30; the following working day = 2004-05-03"},
      {"The Clerk should paint it during the Easter recess.",
       "the Easter recess = 2004-04~"},
      {"The Clerk should paint it before the Long Vacation.",
       "the Long Vacation = ../2004-07"},
      {"The Clerk should open it after the Whitsun vacation.",
       "the Whitsun vacation = 2004-05/.."},
      {"The Clerk should count by the end of the fourth quarter.",
       "the end of the fourth quarter"},
      {"The Clerk should count on the third Friday of every month.",
       "the third Friday of every month"},
      {"The Clerk should count on 3 May in each year.", "3 May in each year"},
      {"The Clerk should count at least once a month.", "once a month"},
      {"The Clerk should read the report.", ""},
  };
  for (const auto& one : kCases) {
    const auto document = DecodedPage(std::string(one.words) + "\n");
    const Reading reading = Read(document, DocumentKind::kOther, kBase);
    EXPECT_EQ(Due(Whole(reading)), one.due) << one.words;
  }
}

TEST(ClauseDue, StaysWhole) {
  const struct {
    std::string_view words;
    std::string_view due;
  } kCases[] = {
      {"Nothing should be spent until it has been settled who pays.",
       "until it has been settled who pays"},
      {"No key should go until a keeper has seen the box, and has signed for "
       "it, by night.",
       "until a keeper has seen the box, and has signed for it"},
      {"The Clerk should report when all nine have been sent back.",
       "when all nine have been sent back"},
      {"The Clerk should report when it is done.", "when it is done"},
      {"The Clerk should count them before that happens.",
       "before that happens"},
      {"The Clerk should send it a week before it is printed.",
       "a week before it is printed"},
      {"A box should be bought by the time that the Board next calls.",
       "by the time that the Board next calls"},
      {"It should be kept for as long as the store is open, and no longer.",
       "for as long as the store is open"},
      {"Until then no key should be lent.", "Until then"},
      {"No name should be told until it has been.", ""},
      {"Doors should stay open until nine each evening.", ""},
      {"Keys should be given out when they are wanted.", ""},
      {"Keepers should be told when a lock has failed.", ""},
      {"The Clerk should count when a month has gone by.",
       "when a month has gone by"},
      {"Stop before any key is cut.", ""},
  };
  for (const auto& one : kCases) {
    const auto document = DecodedPage(std::string(one.words) + "\n");
    const Reading reading = Read(document, DocumentKind::kOther, kBase);
    EXPECT_EQ(Due(Whole(reading)), one.due) << one.words;
  }
}

TEST(RelativeDue, CountsFromTheDayOfThePaperAndFromNoStretchOfYears) {
  const auto document =
      DecodedPage("The Clerk should report back within six months.\n");
  const auto due = [&](std::string edtf) {
    Header header;
    header.date.edtf = std::move(edtf);
    const auto items = FindRecommendations(document, header);
    return items.size() == 1 ? Due(items[0]) : "";
  };
  EXPECT_EQ(due("2016-04-04"), "within six months = ../2016-10-04");
  EXPECT_EQ(due("2016-04"), "within six months = ../2016-10-01");
  // As it is for every other date of such a page.
  EXPECT_EQ(due("2016-04/2018-03"), "within six months");
  EXPECT_EQ(due(""), "within six months");
}

TEST(EventDue, StandsInACellOfAPlan) {
  const struct {
    std::string_view cell;
    bool event;
  } kCases[] = {{"Not before the box arrives", true},
                {"when the unions agree to it", true},
                {"before the annexe opens", true},
                {"Head of Estates", false},
                {"-", false}};
  for (const auto& one : kCases) {
    const auto document = DecodedPage(std::string(one.cell) + "\n");
    const Reading reading = Read(document, DocumentKind::kOther, kBase);
    const auto event = EventInCell(reading, WholeOf(reading.text()));
    EXPECT_EQ(event.has_value(), one.event) << one.cell;
    EXPECT_EQ(event ? event->printed : "", one.event ? one.cell : "");
  }
}

TEST(EventDue, OfACellLeavesOutItsPreposition) {
  const auto document = DecodedPage("With the move to the annexe\n");
  const Reading reading = Read(document, DocumentKind::kOther, kBase);
  const auto event = EventInCell(reading, WholeOf(reading.text()));
  ASSERT_TRUE(event);
  EXPECT_EQ(event->printed, "the move to the annexe");
}

TEST(CutFields, TakesWhomAndWhenOutOfTheWords) {
  const struct {
    std::string_view page;
    std::string_view text;
    std::string_view addressee;
    std::string_view due;
  } kCases[] = {
      {"Keys to be counted. For: chief constables. By: summer 2004.",
       "Keys to be counted.", "chief constables", "summer 2004 = ../2004-22"},
      {"The locks should be changed. Owner: Estates Unit; Target: May 2004",
       "The locks should be changed.", "", "May 2004 = 2004-05"},
      {"A keeper at each door. For: the Keys Board. At once.",
       "A keeper at each door.", "the Keys Board", "At once"},
      {"Two things should be done: count the keys and change the locks.",
       "Two things should be done: count the keys and change the locks.", "",
       ""},
  };
  for (const auto& one : kCases) {
    const auto document = DecodedPage(std::string(one.page) + "\n");
    const Reading reading = Read(document, DocumentKind::kOther, kBase);
    Recommendation item = RecommendationAt(reading, WholeOf(reading.text()),
                                           RecommendationKind::kRecommendation);
    CutFields(reading, &item);
    EXPECT_EQ(item.text, one.text);
    EXPECT_EQ(item.addressee, one.addressee) << one.page;
    EXPECT_EQ(Due(item), one.due) << one.page;
  }
}

TEST(SplitLead, TellsWhoAsksFromWhatIsAsked) {
  const struct {
    std::string_view sentence;
    std::string_view lead;
    std::string_view words;
    std::string_view asked;
  } kCases[] = {
      {"And we invite the Clerk to count the keys", "we invite the Clerk to",
       "count the keys", "the Clerk"},
      {"I would have the Clerk count them", "I would have",
       "the Clerk count them", ""},
      {"What I do propose is that keys be counted", "What I do propose is that",
       "keys be counted", ""},
      {"It would be a kindness if the Clerk counted them",
       "It would be a kindness if", "the Clerk counted them", ""},
      {"We should like to see a keeper named", "We should like to see",
       "a keeper named", ""},
      {"I would have thought that they were counted", "",
       "I would have thought that they were counted", ""},
      {"The Clerk should count them", "", "The Clerk should count them", ""},
  };
  for (const auto& one : kCases) {
    const auto split = SplitLead(one.sentence, WholeOf(one.sentence));
    EXPECT_EQ(Slice(one.sentence, split.lead), one.lead);
    EXPECT_EQ(Slice(one.sentence, split.words), one.words);
    EXPECT_EQ(Slice(one.sentence, split.asked), one.asked);
  }
}

}  // namespace
}  // namespace concord::extraction
