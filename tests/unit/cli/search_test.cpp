// `concord search` on the specimens, as a person runs it.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support/program.h"
#include "tests/support/read_json.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using Poco::JSON::Object;
using testing::Outcome;
using testing::Parse;

class Searching : public testing::Program {};

TEST_F(Searching, WritesEveryHitOfASearchIntoAFile) {
  UseSpecimens();
  const Outcome csv = Run({"search", "witness", "--csv"});
  ASSERT_EQ(csv.code, 0) << csv.err;
  const auto counted = Run({"search", "witness", "--json", "--limit", "10000"});
  const Object::Ptr summary = Parse(counted.Lines().back());
  const auto matches = summary->getValue<std::uint64_t>("matches");
  ASSERT_GT(matches, 10u) << "more than a search shows";
  // A line of names and one for each hit; inside a cell a line ends otherwise.
  std::uint64_t rows = 0;
  for (std::size_t at = 0; (at = csv.out.find("\r\n", at)) != std::string::npos;
       at += 2) {
    ++rows;
  }
  EXPECT_EQ(rows, matches + 1);
  EXPECT_NE(csv.err.find(std::to_string(matches) + " of " +
                         std::to_string(matches) + " matches written"),
            std::string::npos)
      << csv.err;
  const Outcome few = Run({"search", "witness", "--csv", "--limit", "3"});
  EXPECT_NE(few.err.find("3 of " + std::to_string(matches) + " matches"),
            std::string::npos)
      << few.err;
  const std::string book = (folder_ / "hits.xlsx").string();
  EXPECT_EQ(Run({"search", "witness", "--xlsx", book}).code, 0);
  EXPECT_GT(fs::file_size(book), 1000u);
  EXPECT_EQ(Run({"search", "zyzzyva", "--csv"}).code, 1);
  EXPECT_EQ(Run({"search", "a", "--csv", "--xlsx", book}).code, 2);
}

TEST_F(Searching, CitesAndSaysWhereAQueryLeads) {
  UseSpecimens();
  const Outcome found = Run({"search", "Carrow", "Lane", "rec", "44"});
  const std::size_t at = found.err.find("concord show ");
  ASSERT_NE(at, std::string::npos) << found.err;
  const std::string id =
      found.err.substr(at + 13, found.err.find('\n', at) - at - 13);
  const Outcome text = Run({"cite", id});
  EXPECT_NE(text.out.find("recommendation 44"), std::string::npos) << text.out;
  const Outcome two =
      Run({"cite", id, id.substr(0, id.find('.')), "--format", "ris"});
  EXPECT_EQ(two.code, 0) << two.err;
  EXPECT_NE(two.out.find("ER  - \r\nTY  - RPRT"), std::string::npos);
  EXPECT_EQ(Run({"cite", id, "--format", "endnote"}).code, 2);
  EXPECT_EQ(Run({"cite", "r00000000"}).code, Run({"show", "r00000000"}).code);
  const Outcome due = Run({"list", "recommendations", "--due-to", "1999"});
  EXPECT_EQ(due.code, 0);
  EXPECT_NE(due.err.find(" recommendations, "), std::string::npos) << due.err;
  EXPECT_NE(due.err.find("decision"), std::string::npos) << due.err;
}

TEST_F(Searching, FindsAPassageAndSaysHowItReadTheQuery) {
  UseSpecimens();
  const Outcome outcome = Run({"search", "--json", "recommendations"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto lines = outcome.Lines();
  const Object::Ptr hit = Parse(lines.front());
  for (const char* field : {"kind", "id", "uri", "title", "committee", "date",
                            "locator", "span", "text", "snippet", "score"}) {
    EXPECT_TRUE(hit->has(field)) << field;
  }
  const Object::Ptr summary = Parse(lines.back());
  EXPECT_EQ(summary->getValue<std::string>("type"), "summary");
  EXPECT_FALSE(summary->getValue<std::string>("query_read_as").empty());
}

TEST_F(Searching, NamesWhatItDidNotSearchWhereItFindsNothing) {
  UseSpecimens();
  const auto lines_with = [](const std::string& text) {
    std::istringstream stream(text);
    int lines = 0;
    for (std::string line; std::getline(stream, line);) {
      lines += line.find("not searched") != std::string::npos;
    }
    return lines;
  };
  const Outcome found = Run({"search", "recommendations"});
  EXPECT_EQ(lines_with(found.err), 1) << found.err;
  EXPECT_NE(found.err.find("concord list missing"), std::string::npos);
  const Outcome nothing = Run({"search", "xylophones"});
  EXPECT_EQ(lines_with(nothing.err), 4) << nothing.err;
  EXPECT_NE(nothing.err.find("announced, not held"), std::string::npos);
}

TEST_F(Searching, SearchesAnAcronymAsWhatItStandsForAndSaysSo) {
  Write("pages/one.txt",
        "Visits\n\n1. The Ferry Landing Team (FLT) meets on Mondays.\n\n"
        "2. The Harbour Crane Office (HCO) is closed.\n");
  Write("pages/two.txt",
        "Berths\n\n1. Berths are kept by the Ferry Landing Team.\n\n"
        "2. The FLT has two boats.\n\n3. The House Cleaning Order (HCO) "
        "stands.\n");
  ASSERT_EQ(Run({"import", (folder_ / "pages").string()}).code, 0);
  const Outcome found = Run({"search", "FLT", "--json"});
  EXPECT_EQ(found.Lines().size(), 4u) << found.out;
  const auto acronyms = Parse(found.Lines().back())->getArray("acronyms");
  ASSERT_EQ(acronyms->size(), 1u);
  EXPECT_EQ(acronyms->getObject(0)->getValue<std::string>("long"),
            "Ferry Landing Team");
  EXPECT_TRUE(acronyms->getObject(0)->getValue<bool>("searched"));
  EXPECT_EQ(Run({"search", "ferry landing team", "--json"}).Lines().size(), 4u);
  EXPECT_EQ(Run({"search", "\"FLT\"", "--json"}).Lines().size(), 3u);
  // Two meanings: neither is added, both are told.
  const Outcome two = Run({"search", "HCO"});
  EXPECT_NE(two.err.find("HCO has 2 meanings here"), std::string::npos)
      << two.err;
  EXPECT_NE(two.err.find("House Cleaning Order"), std::string::npos);
}

TEST_F(Searching, ExitsWithOneWhenASearchFindsNothing) {
  UseSpecimens();
  EXPECT_EQ(Run({"search", "zyzzyva"}).code, 1);
}

TEST_F(Searching, NeverFindsTheChromeOfAPage) {
  UseSpecimens();
  EXPECT_EQ(Run({"search", "\"Send an e-mail linking to this page\""}).code, 1);
}

TEST_F(Searching, AFileThatWasMendedIsSearched) {
  Write("in/a.docx", "PK\x03\x04 but no more");
  EXPECT_EQ(Run({"import", (folder_ / "in").string()}).code, 3);
  const auto not_searched = [&] {
    const auto lines = Run({"search", "plan", "--json"}).Lines();
    return Parse(lines.back())->getArray("not_searched")->size();
  };
  EXPECT_EQ(not_searched(), 1u);
  Write("in/a.docx", "The Board should publish a plan by May 2004.");
  EXPECT_EQ(Run({"import", (folder_ / "in").string()}).code, 0);
  EXPECT_EQ(not_searched(), 0u);
}

}  // namespace
}  // namespace concord
