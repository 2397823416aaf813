// What texts say became of entries, and what cannot both be accepted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/response/reach.h"
#include "concord/response/response.h"

namespace concord::response {
namespace {

overlap::Comparison With(const std::string& level, const std::string& a,
                         const std::string& b) {
  overlap::Comparison comparison;
  comparison.relation = overlap::Relation::kContradicts;
  comparison.parts.push_back({.name = "wording", .level = "most words"});
  comparison.parts.push_back(
      {.name = "action", .level = level, .quote_a = a, .quote_b = b});
  return comparison;
}

TEST(ReasonOf, TellsTheWordsThatCannotBothBeDone) {
  EXPECT_EQ(ReasonOf(With("opposite act", "make", "discontinue")),
            "opposite act: “make” against “discontinue”");
  EXPECT_EQ(ReasonOf(With("one is negated", "not", "")),
            "one is negated: “not” against nothing of the kind");
}

TEST(SaidOfIt, AWithdrawalIsNoAmendment) {
  EXPECT_EQ(SaidOfIt("amends", "Recommendation 7 is withdrawn."), "withdrawn");
  EXPECT_EQ(SaidOfIt("amends", "3 is amended and 7 withdrawn."), "amended");
  EXPECT_EQ(SaidOfIt("supersedes", "It was withdrawn."), "superseded");
}

TEST(ReasonOf, SaysLittleWhereThePartsAreNotThere) {
  EXPECT_EQ(ReasonOf({}), "they ask for what cannot both be done");
  EXPECT_EQ(ReasonOf(With("same verb", "make", "make")),
            "they ask for what cannot both be done");
}

}  // namespace
}  // namespace concord::response
