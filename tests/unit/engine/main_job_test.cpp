// The main job on real pages, where the shared test data is present: a paper
// that announces one response to three reports, and a report's ninety-two
// recommendations answered entry by entry. Counts, places and spans only.

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/support/read_json.h"
#include "tests/support/small_archive.h"
#include "tests/support/test_data.h"

namespace concord::engine {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;
using ::testing::ElementsAre;
using testing::Parse;

constexpr char kPaper[] = "mpa/winning-the-race-2001.txt";
constexpr char kSummary[] = "leveson/L/index.html";

std::filesystem::path Shared(const std::string& path) {
  return testing::TestDataRoot() / "corpora" / path;
}

std::vector<Object::Ptr> ObjectsOf(const Object& object,
                                   const std::string& name) {
  std::vector<Object::Ptr> objects;
  for (const auto& one : *object.getArray(name)) {
    objects.push_back(one.extract<Object::Ptr>());
  }
  return objects;
}

// What the quotations of an object were printed beside: "para 1", "para 2".
std::vector<std::string> Places(const Object& object) {
  std::vector<std::string> places;
  for (const Object::Ptr& quote : ObjectsOf(object, "quotes")) {
    places.push_back(quote->getValue<std::string>("locator"));
  }
  return places;
}

// Every {quote, span, uri} anywhere in `value`, held against the text of its
// page; how many there were.
int CheckQuotes(const Poco::Dynamic::Var& value, const std::string& text) {
  int seen = 0;
  if (value.type() == typeid(Array::Ptr)) {
    for (const auto& one : *value.extract<Array::Ptr>()) {
      seen += CheckQuotes(one, text);
    }
  } else if (value.type() == typeid(Object::Ptr)) {
    const auto& object = value.extract<Object::Ptr>();
    if (object->has("quote") && object->isObject("span")) {
      const auto span = object->getObject("span");
      const auto begin = span->getValue<std::size_t>("begin");
      const auto end = span->getValue<std::size_t>("end");
      const auto quote = object->getValue<std::string>("quote");
      EXPECT_FALSE(quote.empty());
      EXPECT_LE(end, text.size());
      EXPECT_TRUE(begin <= text.size() &&
                  text.substr(begin, end - begin) == quote)
          << "at " << begin << "-" << end;
      ++seen;
    }
    for (const auto& [name, one] : *object) seen += CheckQuotes(one, text);
  }
  return seen;
}

class MainJob : public ::testing::Test {
 protected:
  void Import(const std::string& path) {
    archive_.Import(Shared(path));
    const auto json = ExtractToJson({.path = Shared(path).string(),
                                     .with_text = true,
                                     .program = archive_.Options().program});
    ASSERT_TRUE(json.has_value());
    text_ = Parse(*json)->getValue<std::string>("text");
    report_ = archive_.ReportId(Shared(path).filename().string());
    ASSERT_FALSE(report_.empty());
    auto engine =
        Engine::Open(archive_.Options(), Access::kWrite);  // keeps the scope
    ASSERT_TRUE(engine.has_value());
    engine_ = std::move(*engine);
  }

  testing::SmallArchive archive_;
  std::unique_ptr<Engine> engine_;
  std::string text_;
  std::string report_;
};

TEST_F(MainJob, ScopesThePaperByWhatItStatesAndHoldsNothingOfIt) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
  Import(kPaper);
  const auto made =
      engine_->MakeScope({.name = "paper", .as_stated_in = report_});
  ASSERT_TRUE(made.has_value()) << made.error().message();
  const Object::Ptr scope = Parse(made->json);
  EXPECT_EQ(scope->getArray("included")->size(), 0u);
  EXPECT_EQ(scope->getArray("excluded")->size(), 0u);

  const auto sources = ObjectsOf(*scope, "sources");
  ASSERT_EQ(sources.size(), 3u);
  std::set<std::string> works;
  for (const Object::Ptr& source : sources) {
    works.insert(source->getValue<std::string>("work_id"));
    EXPECT_EQ(source->getValue<std::string>("report"), "");
    EXPECT_THAT(Places(*source), ElementsAre("para 7"));
  }

  // Twenty, six further and eight, none of them held.
  const auto stated = ObjectsOf(*scope, "not_held");
  ASSERT_EQ(stated.size(), 3u);
  const std::vector<int> counts = {20, 6, 8};
  for (std::size_t i = 0; i < stated.size(); ++i) {
    EXPECT_EQ(stated[i]->getValue<int>("stated"), counts[i]);
    EXPECT_EQ(stated[i]->getValue<int>("held"), 0);
    EXPECT_EQ(stated[i]->getValue<bool>("addition"), i == 1);
    EXPECT_EQ(works.count(stated[i]->getValue<std::string>("work_id")), 1u);
  }
  EXPECT_THAT(Places(*stated[0]), ElementsAre("para 1", "para 2"));
  EXPECT_THAT(Places(*stated[1]), ElementsAre("para 2"));
  EXPECT_THAT(Places(*stated[2]),
              ElementsAre("opening, paragraph 1", "para 4"));

  // The eight are four and four.
  EXPECT_EQ(stated[0]->getArray("partition")->size(), 0u);
  EXPECT_EQ(stated[1]->getArray("partition")->size(), 0u);
  const auto parts = ObjectsOf(*stated[2], "partition");
  ASSERT_EQ(parts.size(), 2u);
  for (const Object::Ptr& part : parts) {
    EXPECT_EQ(part->getValue<int>("count"), 4);
    EXPECT_FALSE(part->getValue<std::string>("disposition").empty());
  }

  for (const Object::Ptr& one : ObjectsOf(*scope, "reconciliation")) {
    EXPECT_EQ(one->getValue<int>("held"), 0);
    EXPECT_EQ(one->getValue<std::string>("verdict"), "none held");
  }
  // Each of them with its place.
  EXPECT_GE(CheckQuotes(scope, text_), 3 + 5 + 5 + 4);
}

TEST_F(MainJob, KeepsWhatIsOnlyDrawnOnApartFromThePapersScope) {
  CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
  Import(kPaper);
  const auto made =
      engine_->MakeScope({.name = "paper", .as_stated_in = report_});
  ASSERT_TRUE(made.has_value()) << made.error().message();
  const Object::Ptr scope = Parse(made->json);
  std::set<std::string> in_scope;
  for (const Object::Ptr& source : ObjectsOf(*scope, "sources")) {
    in_scope.insert(source->getValue<std::string>("work_id"));
  }
  std::multiset<std::size_t> mentions;
  for (const Object::Ptr& work : ObjectsOf(*scope, "context")) {
    EXPECT_EQ(in_scope.count(work->getValue<std::string>("work_id")), 0u);
    const auto places = Places(*work);
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places.front(), "para 5");
    mentions.insert(places.size());
  }
  EXPECT_THAT(mentions, ElementsAre(1u, 1u, 2u));
}

TEST_F(MainJob, AnswersNinetyTwoEachWithItsWordsAtTheirPlace) {
  CONCORD_REQUIRE_TEST_DATA("corpora/leveson");
  Import(kSummary);
  const auto made =
      engine_->MakeScope({.name = "summary", .reports = {report_}});
  ASSERT_TRUE(made.has_value()) << made.error().message();
  const auto response = engine_->Respond("summary", "json");
  ASSERT_TRUE(response.has_value()) << response.error().message();
  const Object::Ptr read = Parse(*response);
  const auto entries = ObjectsOf(*read, "entries");
  ASSERT_EQ(entries.size(), 92u);
  std::set<std::string> labels;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(entries[i]->getValue<std::size_t>("number"), i + 1);
    EXPECT_EQ(entries[i]->getValue<std::string>("position"), "awaited");
    EXPECT_TRUE(entries[i]->isNull("response"));
    const auto members = ObjectsOf(*entries[i], "members");
    ASSERT_EQ(members.size(), 1u);
    labels.insert(members[0]->getValue<std::string>("label"));
  }
  EXPECT_EQ(labels.size(), 92u);
  // Which are answered: all of them, each once.
  std::set<std::string> answered;
  for (const Object::Ptr& row : ObjectsOf(*read, "coverage")) {
    answered.insert(row->getValue<std::string>("id"));
    EXPECT_FALSE(row->isNull("entry"));
  }
  EXPECT_EQ(answered.size(), 92u);
  EXPECT_GE(CheckQuotes(read, text_), 92);
}

}  // namespace
}  // namespace concord::engine
