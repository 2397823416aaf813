// Beginnings of ids, as typed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::HasSubstr;

class ResolveIdTest : public ::testing::Test {
 protected:
  // Reports with twelve and with one recommendation.
  const ArchiveFolder folder_{};
  const std::unique_ptr<Store> store_ = OpenStore(folder_, OpenMode::kWrite);
  const std::string twelve_ =
      Must(store_->Put(RequestWith(12, "Northmarch"))).report.value;
  const std::string one_ =
      Must(store_->Put(RequestWith(1, "Southmarch"))).report.value;

  // The shortest beginning of `id` that no other report has.
  std::string Shortest(const std::string& id, const std::string& other) {
    std::size_t length = 1;
    while (id[length] == other[length]) ++length;
    return id.substr(0, length + 1);
  }
};

TEST_F(ResolveIdTest, AFullIdIsItself) {
  EXPECT_EQ(Must(store_->ResolveId(twelve_)), twelve_);
  EXPECT_EQ(Must(store_->ResolveId(twelve_ + ".7")), twelve_ + ".7");
}

TEST_F(ResolveIdTest, AnUnambiguousBeginningOfAReportMeansTheReport) {
  EXPECT_EQ(Must(store_->ResolveId(Shortest(twelve_, one_))), twelve_);
  EXPECT_EQ(Must(store_->ResolveId(Shortest(one_, twelve_))), one_);
}

TEST_F(ResolveIdTest, ANumberAfterAShortReportIdIsARecommendation) {
  const std::string beginning = Shortest(twelve_, one_);
  EXPECT_EQ(Must(store_->ResolveId(beginning + ".7")), twelve_ + ".7");
  // ".1" is the first one, though ".10", ".11" and ".12" begin so too.
  EXPECT_EQ(Must(store_->ResolveId(beginning + ".1")), twelve_ + ".1");
  EXPECT_EQ(Must(store_->ResolveId(beginning + ".12")), twelve_ + ".12");
  EXPECT_EQ(Must(store_->ResolveId(one_ + ".")), one_ + ".1");
}

TEST_F(ResolveIdTest, AnAmbiguousBeginningNamesTheCandidates) {
  const auto report = store_->ResolveId("r");
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code(), ErrorCode::kInvalidArgument);
  EXPECT_THAT(report.error().message(), HasSubstr(twelve_));
  EXPECT_THAT(report.error().message(), HasSubstr(one_));
  const auto item = store_->ResolveId(twelve_ + ".");
  ASSERT_FALSE(item.has_value());
  EXPECT_EQ(item.error().code(), ErrorCode::kInvalidArgument);
  EXPECT_THAT(item.error().message(), HasSubstr("and 7 more"));
}

TEST_F(ResolveIdTest, WhatNothingBeginsWithIsNotFound) {
  for (const std::string& beginning :
       {std::string("rzz"), std::string("x"), std::string("r%"),
        std::string("r_"), std::string("r*"), std::string("' OR 1=1 --"),
        twelve_ + "0", twelve_ + ".13", twelve_ + ".0", one_ + ".2",
        one_ + ".x", std::string("\xf0\x9f\x94\x91")}) {
    const auto found = store_->ResolveId(beginning);
    ASSERT_FALSE(found.has_value()) << beginning;
    EXPECT_EQ(found.error().code(), ErrorCode::kNotFound) << beginning;
  }
  EXPECT_EQ(store_->ResolveId("").error().code(), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace concord::store
