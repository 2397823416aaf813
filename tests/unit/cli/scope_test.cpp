// Scopes by the real program: whom they are for, their names, their end; and
// what becomes of a response that is imported into its own archive.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"

namespace concord {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Scopes : public testing::Program {
 protected:
  void SetUp() override {
    Program::SetUp();
    UseSpecimens();
  }
  std::string At(const std::string& file) { return (folder_ / file).string(); }
  testing::Outcome Look(std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"scope", "look", "--work",
                                      "Keeping Faith: A Second Look"};
    words.insert(words.end(), more.begin(), more.end());
    return Run(words);
  }
};

TEST_F(Scopes, AreDeletedAndCanBeHadAgain) {
  ASSERT_EQ(Look().code, 0);
  testing::Outcome done = Run({"scope", "look", "--delete"});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("to have it again: concord scope 'look' "
                                  "--work "));
  EXPECT_THAT(Run({"list", "scopes", "--json"}).out, Not(HasSubstr("look")));
  EXPECT_NE(Run({"respond", "look"}).code, 0);
  done = Run({"scope", "look", "--delete"});
  EXPECT_NE(done.code, 0);
  EXPECT_THAT(done.err, HasSubstr("no scope is called 'look'"));
  EXPECT_EQ(Run({"scope", "look", "--delete", "--for", "NC"}).code, 2);
  ASSERT_EQ(Look().code, 0);
  EXPECT_EQ(Run({"respond", "look"}).code, 0);
}

TEST_F(Scopes, AreForSomebodyTheArchiveKnows) {
  const testing::Outcome refused = Look({"--for", "Northmarsh Constabulary"});
  EXPECT_NE(refused.code, 0);
  EXPECT_THAT(refused.err, HasSubstr("Northmarch Constabulary"))
      << "the nearest names";
  EXPECT_NE(Run({"respond", "look"}).code, 0) << "it is not kept";
  EXPECT_EQ(Look({"--for", "the Chief Constable"}).code, 0);
  EXPECT_EQ(Look({"--for", "Northmarch Constabulary"}).code, 0);
}

TEST_F(Scopes, HaveNamesThatAnAddressCanHold) {
  for (const char* name : {"a/b", "a\\b", "..", " ", "a\tb"}) {
    EXPECT_EQ(
        Run({"scope", name, "--work", "Keeping Faith: A Second Look"}).code, 2)
        << name;
  }
}

TEST_F(Scopes, AResponseImportedRecommendsNothing) {
  ASSERT_EQ(Look().code, 0);
  const std::string before = Run({"list", "recommendations", "--json"}).out;
  const std::string counts = Run({"list", "counts", "--json"}).out;
  for (const char* file : {"r.docx", "r.xlsx", "r.html", "r.md"}) {
    ASSERT_EQ(Run({"respond", "look", "--output", At(file)}).code, 0);
    ASSERT_EQ(Run({"import", At(file)}).code, 0) << file;
  }
  EXPECT_EQ(Run({"list", "recommendations", "--json"}).out, before);
  EXPECT_EQ(Run({"list", "counts", "--json"}).out, counts);
  const testing::Outcome ledger = Run({"list", "ledger"});
  for (const char* file : {"r.docx", "r.xlsx", "r.html", "r.md"}) {
    EXPECT_THAT(ledger.out, HasSubstr(file));
  }
  EXPECT_THAT(ledger.out,
              HasSubstr("a response that concord wrote, to the scope 'look'"));
  EXPECT_THAT(Run({"list", "reports", "--kind", "response"}).out,
              HasSubstr("Consolidated response to"));
}

}  // namespace
}  // namespace concord
