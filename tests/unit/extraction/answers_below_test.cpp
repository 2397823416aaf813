// The position of a recommendation that the lines below it state in plain
// words.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

// The position of a recommendation over these lines; "-" where there is none.
std::string Position(const std::string& below) {
  const auto document = DecodedPage(
      "The Ostley Inquiry\n\nRecommendations\n\nRecommendation 1: The "
      "Constabulary should count keys.\n\n" +
      below +
      "\n\nRecommendation 2: Locks should be changed.\n\nAccepted in part.\n");
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  if (extraction.recommendations.size() != 2) return "not two";
  EXPECT_EQ(extraction.recommendations[1].position.value, "accepted in part");
  const StatedPosition& position = extraction.recommendations[0].position;
  return position.value.empty() ? "-"
                                : position.value + ": " + position.printed;
}

TEST(AnswersBelow, SayInPlainWordsWhatBecameOfIt) {
  EXPECT_EQ(Position("The Government does not accept this recommendation."),
            "rejected: The Government does not accept this recommendation");
  EXPECT_EQ(Position("The Ostley Keys Board notes this recommendation."),
            "noted: The Ostley Keys Board notes this recommendation");
  EXPECT_EQ(Position("The Board accepts in part. It will count some."),
            "accepted in part: The Board accepts in part");
  EXPECT_EQ(Position("The Board accepts this recommendation in principle, as "
                     "it did before."),
            "accepted in part: The Board accepts this recommendation in "
            "principle");
  EXPECT_EQ(Position("We agree with this recommendation."),
            "accepted: We agree with this recommendation");
  EXPECT_EQ(Position("The Board has not yet replied."),
            "awaited: The Board has not yet replied");
  EXPECT_EQ(Position("We do not agree."), "rejected: We do not agree");
}

TEST(AnswersBelow, MayBeAWordAlone) {
  EXPECT_EQ(Position("Accepted."), "accepted: Accepted");
  EXPECT_EQ(Position("Not accepted: it would cost too much."),
            "rejected: Not accepted");
  EXPECT_EQ(Position("Status: Rejected"), "rejected: Rejected");
  EXPECT_EQ(Position("Position: the Board agrees in principle."),
            "accepted in part: the Board agrees in principle");
}

TEST(AnswersBelow, MayStandUnderOtherFieldsOrAHeading) {
  EXPECT_EQ(Position("Priority: high\n\nOwner: Clerk\n\nStatus: Accepted"),
            "accepted: Accepted");
  EXPECT_EQ(Position("Government response\n\nThe Government accepts this "
                     "recommendation in full."),
            "accepted: The Government accepts this recommendation in full");
}

TEST(AnswersBelow, AreNoSentencesAboutOtherThings) {
  EXPECT_EQ(Position("The Board notes that keys are dear."), "-");
  EXPECT_EQ(Position("The Board accepts gifts of keys from the public."), "-");
  EXPECT_EQ(Position("Nobody who saw the store agrees."), "-");
  EXPECT_EQ(Position("Accepted practice was told to us."), "-");
  EXPECT_EQ(Position("Keys are counted elsewhere.\n\nAccepted."), "-");
}

}  // namespace
}  // namespace concord::extraction
