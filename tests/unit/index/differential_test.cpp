// The index against reading everything: random paragraphs of a small vocabulary
// in which words, their forms and their hyphenated spellings often meet, and
// random queries over it. The seed is printed with a failure and can be given
// back in CONCORD_TEST_SEED; CONCORD_TEST_ROUNDS asks for more queries.

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <random>

#include "tests/support/linear_searcher.h"
#include "tests/unit/index/index_fixture.h"

namespace concord::index {
namespace {

using testing::LinearQuery;
using testing::LinearSearcher;

constexpr const char* kWords[] = {
    "re",         "affirm",      "affirmed",   "re-affirm", "re-affirmed",
    "reaffirm",   "reaffirmed",  "inspect",    "inspected", "inspection",
    "police",     "policing",    "policy",     "policies",  "stop",
    "search",     "stop-search", "stopsearch", "plan",      "plans",
    "co-operate", "cooperate",   "co",         "operate",   "forces"};

class DifferentialTest : public IndexTest {
 protected:
  DifferentialTest() {
    const char* given = std::getenv("CONCORD_TEST_SEED");
    seed_ = given != nullptr ? static_cast<std::uint32_t>(std::atoll(given))
                             : std::random_device{}();
    random_.seed(seed_);
  }

  static int Rounds() {
    const char* given = std::getenv("CONCORD_TEST_ROUNDS");
    return given != nullptr ? std::atoi(given) : 600;
  }

  std::size_t Random(std::size_t below) { return random_() % below; }
  std::string RandomWord() { return kWords[Random(std::size(kWords))]; }

  std::string RandomText() {
    static constexpr const char* kSigns[] = {" ",  " ",   " ", ", ", ". ",
                                             "\n", " - ", "/", "; "};
    std::string text = RandomWord();
    for (std::size_t i = 1 + Random(12); i > 0; --i) {
      text += kSigns[Random(std::size(kSigns))];
      text += RandomWord();
    }
    return text;
  }

  LinearQuery RandomLeaf() {
    LinearQuery leaf;
    switch (Random(5)) {
      case 0:
      case 1:
        leaf.words = {RandomWord()};
        break;
      case 2:
        leaf.kind = LinearQuery::Kind::kPhrase;
        for (std::size_t i = 1 + Random(3); i > 0; --i) {
          leaf.words.push_back(RandomWord());
        }
        break;
      case 3:
        leaf.kind = LinearQuery::Kind::kBeginning;
        leaf.words = {RandomWord().substr(0, 3 + Random(4))};
        if (leaf.words[0].size() < 3 || leaf.words[0].size() == 3 ||
            leaf.words[0].find('-') != std::string::npos) {
          leaf.words = {"pol"};
        }
        break;
      default:
        leaf.kind = LinearQuery::Kind::kNear;
        leaf.window = static_cast<int>(1 + Random(4));
        for (std::size_t i = 2 + Random(2); i > 0; --i) {
          LinearQuery word;
          word.words = {RandomWord()};
          leaf.parts.push_back(word);
        }
    }
    return leaf;
  }

  LinearQuery RandomQuery(int depth) {
    if (depth == 0 || Random(3) == 0) return RandomLeaf();
    LinearQuery query;
    const std::size_t kind = Random(5);
    query.kind = kind < 2   ? LinearQuery::Kind::kAnd
                 : kind < 4 ? LinearQuery::Kind::kOr
                            : LinearQuery::Kind::kNot;
    const std::size_t parts =
        query.kind == LinearQuery::Kind::kNot ? 1 : 2 + Random(2);
    for (std::size_t i = 0; i < parts; ++i) {
      query.parts.push_back(RandomQuery(depth - 1));
    }
    return query;
  }

  std::uint32_t seed_ = 0;
  std::mt19937 random_;
};

// The report of a passage: "r12" of "r12#3".
std::string ReportOf(const std::string& passage) {
  return passage.substr(0, passage.find('#'));
}

// What a search of reports is to find: each word or phrase in any passage of
// the report, whichever passage the others stand in.
Set FindReports(const LinearSearcher& linear, const LinearQuery& query,
                const Set& all) {
  using Kind = LinearQuery::Kind;
  Set found;
  if (query.kind != Kind::kAnd && query.kind != Kind::kOr &&
      query.kind != Kind::kNot) {
    for (const std::string& id : linear.Find(query)) {
      found.insert(ReportOf(id));
    }
    return found;
  }
  bool first = true;
  for (const LinearQuery& part : query.parts) {
    const Set one = FindReports(linear, part, all);
    Set next;
    if (query.kind == Kind::kOr || first) {
      std::set_union(found.begin(), found.end(), one.begin(), one.end(),
                     std::inserter(next, next.end()));
    } else {
      std::set_intersection(found.begin(), found.end(), one.begin(), one.end(),
                            std::inserter(next, next.end()));
    }
    found = std::move(next);
    first = false;
  }
  if (query.kind != Kind::kNot) return found;
  Set others;
  std::set_difference(all.begin(), all.end(), found.begin(), found.end(),
                      std::inserter(others, others.end()));
  return others;
}

TEST_F(DifferentialTest, ReportsAreFoundByWhatTheirPassagesSay) {
  LinearSearcher linear;
  std::vector<store::ReportRecord> reports;
  Set all;
  for (int i = 0; i < 60; ++i) {
    ReportBuilder builder("r" + std::to_string(i));
    for (int j = 0; j < 3; ++j) builder.Paragraph(RandomText());
    reports.push_back(builder.Build());
    all.insert(reports.back().id.value);
    for (const store::Passage& passage : Passages(reports.back())) {
      linear.Add(passage.id, passage.text);
    }
  }
  Write(reports);
  const auto searcher = Searcher::Open(folder_, {});
  ASSERT_TRUE(searcher.has_value());
  int matched = 0;
  const int rounds = Rounds() / 2;
  for (int round = 0; round < rounds; ++round) {
    const LinearQuery query = RandomQuery(3);
    const SearchRequest request{
        .query = query.Typed(), .in = EntryKind::kReport, .limit = 1000};
    const Result<HitPage> page = (*searcher)->Search(request);
    if (!page.has_value()) {
      // Nine or more * or NEAR, or 65 words, may come together by chance.
      ASSERT_EQ(page.error().code(), ErrorCode::kLimitExceeded)
          << request.query << ": " << page.error().message();
      continue;
    }
    Set found;
    for (const Hit& hit : page->hits) found.insert(hit.id);
    const Set expected = FindReports(linear, query, all);
    matched +=
        static_cast<int>(!expected.empty() && expected.size() < all.size());
    ASSERT_EQ(found, expected)
        << request.query << "\nread as " << page->query_read_as << "\nseed "
        << seed_ << ", round " << round;
    ASSERT_EQ(page->matches, found.size());
  }
  EXPECT_GT(matched, rounds / 3) << "the queries test too little";
}

TEST_F(DifferentialTest, FindsWhatReadingEverythingFinds) {
  LinearSearcher linear;
  std::vector<store::ReportRecord> reports;
  std::map<std::string, std::string> texts;
  for (int i = 0; i < 30; ++i) {
    ReportBuilder builder("r" + std::to_string(i));
    for (int j = 0; j < 10; ++j) builder.Paragraph(RandomText());
    reports.push_back(builder.Build());
    for (const store::Passage& passage : Passages(reports.back())) {
      linear.Add(passage.id, passage.text);
      texts[passage.id] = passage.text;
    }
  }
  Write(reports);
  const auto searcher = Searcher::Open(folder_, {});
  ASSERT_TRUE(searcher.has_value());
  int matched = 0;
  const int rounds = Rounds();
  for (int round = 0; round < rounds; ++round) {
    const LinearQuery query = RandomQuery(3);
    const SearchRequest request{.query = query.Typed(), .limit = 1000};
    const Result<HitPage> page = (*searcher)->Search(request);
    if (!page.has_value()) {
      // Nine or more * or NEAR, or 65 words, may come together by chance.
      ASSERT_EQ(page.error().code(), ErrorCode::kLimitExceeded)
          << request.query << ": " << page.error().message();
      continue;
    }
    Set found;
    for (const Hit& hit : page->hits) found.insert(hit.id);
    const Set expected = linear.Find(query);
    matched += static_cast<int>(!expected.empty() && expected.size() < 300);
    Set differ;
    std::set_symmetric_difference(found.begin(), found.end(), expected.begin(),
                                  expected.end(),
                                  std::inserter(differ, differ.end()));
    ASSERT_TRUE(differ.empty())
        << request.query << "\nread as " << page->query_read_as << "\nseed "
        << seed_ << ", round " << round << "\n"
        << *differ.begin()
        << (found.contains(*differ.begin()) ? " was found and should not be: "
                                            : " was not found: ")
        << texts[*differ.begin()];
    ASSERT_EQ(page->matches, found.size());
  }
  EXPECT_GT(matched, rounds / 3) << "the queries test too little";
}

}  // namespace
}  // namespace concord::index
