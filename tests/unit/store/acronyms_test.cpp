// What short forms stand for, asked of the record.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PutRequest Explaining(
    const std::string& title,
    const std::vector<std::pair<std::string, std::string>>& acronyms) {
  std::vector<std::string> lines = {title};
  for (const auto& [short_form, long_form] : acronyms) {
    lines.push_back(long_form + " (" + short_form + ")");
  }
  PutRequest request = MakeRequest(MakeDocument(lines), title);
  for (const auto& [short_form, long_form] : acronyms) {
    extraction::Acronym acronym;
    acronym.short_form = short_form;
    acronym.long_form = long_form;
    request.extraction.acronyms.push_back(
        Placed(acronym, request.document, long_form + " (" + short_form + ")"));
  }
  return request;
}

std::vector<std::string> Told(const std::vector<AcronymMeaning>& meanings) {
  std::vector<std::string> told;
  for (const AcronymMeaning& meaning : meanings) {
    told.push_back(meaning.short_form + " = " + meaning.long_form + " x" +
                   std::to_string(meaning.reports));
  }
  return told;
}

TEST(AcronymMeanings, AreFoundByEitherFormTheCommonestFirst) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->Put(Explaining("One", {{"FLU", "Ferry Landing Unit"}})));
  Must(store->Put(Explaining(
      "Two", {{"FLU", "Family Liaison Unit"}, {"HQ", "headquarters"}})));
  Must(store->Put(Explaining("Three", {{"FLU", "Family Liaison Unit"}})));
  const std::vector<std::string> both = {"FLU = Family Liaison Unit x2",
                                         "FLU = Ferry Landing Unit x1"};
  EXPECT_EQ(Told(Must(store->AcronymMeanings({"FLU"}, {}))), both);
  // One long form asked for: what else its short form stands for is told.
  EXPECT_EQ(Told(Must(store->AcronymMeanings({}, {"family LIAISON unit"}))),
            both);
  EXPECT_THAT(Told(Must(store->AcronymMeanings({"HQ"}, {"family"}))),
              ElementsAre("HQ = headquarters x1"));
  EXPECT_THAT(Must(store->AcronymMeanings({"flu", "'"}, {""})), IsEmpty());
}

}  // namespace
}  // namespace concord::store
