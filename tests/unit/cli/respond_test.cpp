// A response and a list as the files of office programs, made by the real
// program on the specimens.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/read_json.h"
#include "tests/support/specimens.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using testing::ReadAll;

// The texts of the objects in an array of an object.
std::multiset<std::string> TextsOf(const std::string& json,
                                   const std::string& array) {
  const auto object = testing::Parse(json);
  std::multiset<std::string> texts;
  for (const auto& one : *object->getArray(array)) {
    texts.insert(
        one.extract<Poco::JSON::Object::Ptr>()->getValue<std::string>("text"));
  }
  return texts;
}

class Respond : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(testing::CopySpecimenArchive(folder_ / "archive"));
    ASSERT_EQ(Run("scope three --as-stated-in " + Paper() + " --quiet"), 0)
        << Err();
  }

  // In the folder of this test; `before`: settings of the environment.
  int Run(const std::string& arguments, const std::string& before = "") {
    const std::string command = "cd '" + folder_.string() + "' && " + before +
                                " CONCORD_ARCHIVE=archive '" +
                                testing::ProgramPath().string() + "' " +
                                arguments + " >out 2>err </dev/null";
    return testing::ExitCodeOf(command);
  }
  std::string Out() const { return ReadAll(folder_ / "out"); }
  std::string Err() const { return ReadAll(folder_ / "err"); }
  std::string File(const std::string& name) const {
    return ReadAll(folder_ / name);
  }

  // The one that says that one response will cover three reports.
  std::string Paper() {
    Run("list reports --json --quiet");
    std::istringstream lines(Out());
    for (std::string line; std::getline(lines, line);) {
      if (line.find("ccc-2001-11-13-09") == std::string::npos) continue;
      const std::size_t at = line.find("\"id\":\"") + 6;
      return line.substr(at, line.find('"', at) - at);
    }
    return "";
  }

  const testing::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

TEST_F(Respond, WritesAWordFileThatIsReadBackWithItsRecommendations) {
  ASSERT_EQ(Run("respond three --output response.docx"), 0) << Err();
  EXPECT_EQ(Err(), "written to response.docx\n");
  ASSERT_EQ(Run("respond three --format docx --output again --quiet"), 0);
  EXPECT_EQ(File("response.docx"), File("again"));
  ASSERT_EQ(Run("respond three --format docx"), 0) << "into a pipe";
  EXPECT_EQ(Out(), File("again"));
  // Every recommendation that is answered is found again in the file.
  ASSERT_EQ(Run("respond three --format json"), 0);
  const std::multiset<std::string> asked = TextsOf(Out(), "entries");
  ASSERT_EQ(Run("extract --json response.docx"), 0) << Err();
  const std::multiset<std::string> found = TextsOf(Out(), "recommendations");
  EXPECT_EQ(asked.size(), 30u);
  for (const std::string& words : asked) {
    EXPECT_EQ(found.count(words), 1u) << words;
  }
}

TEST_F(Respond, WritesAWorkbook) {
  ASSERT_EQ(Run("respond three --output response.xlsx"), 0) << Err();
  ASSERT_EQ(Run("respond three --format xlsx --output again --quiet"), 0);
  EXPECT_EQ(File("response.xlsx"), File("again"));
  ASSERT_EQ(Run("extract --json --with-text response.xlsx"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("Left out, not held"));
  EXPECT_THAT(Out(), HasSubstr("r249e00dd725a.4"));
}

TEST_F(Respond, SaysWhatBecameOfItAndLeavesTheAnswerToPeople) {
  ASSERT_EQ(Run("respond three"), 0) << Err();
  const std::string text = Out();
  EXPECT_THAT(text,
              HasSubstr("Position: awaited · Implementation: not recorded"));
  EXPECT_THAT(text, HasSubstr("**Reported: open**, says Keeping Faith and"));
  EXPECT_THAT(text, HasSubstr("*differs*"));
  // What a later paper takes back is struck, with its words; said of a whole
  // report, once.
  const std::string struck = "~~*implemented: all 20*~~";
  ASSERT_THAT(text, HasSubstr(struck));
  EXPECT_EQ(text.find(struck), text.rfind(struck));
  EXPECT_LT(text.find(struck), text.find("## Entries"));
  EXPECT_THAT(text, HasSubstr("**withdrawn** by Keeping Faith and Carrow"));
  // A plan's row, with who does it by when and how far it has come.
  EXPECT_THAT(text, HasSubstr("planned: Sergeant Philippa Noakes; by when: end "
                              "of August 2002; progress: Seven drafted"));
  // Of the set, once; and of the seventeen that are meant.
  const std::size_t once =
      text.find("*implemented: 17 of 20 (all but 3, 13 and 17)*");
  ASSERT_NE(once, std::string::npos);
  EXPECT_LT(once, text.find("## Entries"));
  ASSERT_EQ(Run("list recommendations --position rejected --json"), 0);
  EXPECT_THAT(Out(), HasSubstr("\"reported\":{\"position\":\"rejected\","
                               "\"proposed\":false"));
}

// A recommendation's own page tells what the response tells.
TEST_F(Respond, TellsWhatARecommendationsOwnPageTells) {
  ASSERT_EQ(Run("show r00dccf0da360.8"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("What became of it, as texts report (3)"));
  EXPECT_THAT(Out(), HasSubstr("reported: implemented (16 September 2003)  "
                               "Keeping Faith and"));
  EXPECT_THAT(Out(), HasSubstr("progress: Seven drafted"));
  EXPECT_THAT(Out(), HasSubstr("withdrawn: implemented, with all of its"));
  ASSERT_EQ(Run("list recommendations --report r00dccf0da360 --json"), 0);
  EXPECT_THAT(Out(), HasSubstr("\"reported_implementation\":\"implemented\""));
  EXPECT_THAT(Out(), HasSubstr("\"reported_implementation\":\"open\""));
  // Only on a condition: not superseded.
  ASSERT_EQ(Run("show r64468261e2c3.60"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("superseded (proposed)"));
}

TEST_F(Respond, KeepsAFileThatHoldsSomethingElse) {
  ASSERT_EQ(Run("respond three --output a.md --quiet"), 0) << Err();
  ASSERT_EQ(Run("respond three --output a.md --quiet"), 0) << "the same bytes";
  std::ofstream(folder_ / "a.md", std::ios::app) << "Our answer.\n";
  EXPECT_NE(Run("respond three --output a.md"), 0);
  EXPECT_THAT(Err(), HasSubstr("--force"));
  EXPECT_THAT(File("a.md"), HasSubstr("Our answer."));
  ASSERT_EQ(Run("respond three --output a.md --force"), 0) << Err();
  EXPECT_EQ(File("a.md").find("Our answer."), std::string::npos);
}

TEST_F(Respond, RefusesANameThatPromisesAnotherFormat) {
  EXPECT_EQ(Run("respond three --output a.pdf"), 2);
  EXPECT_THAT(Err(), HasSubstr("docx"));
  EXPECT_FALSE(fs::exists(folder_ / "a.pdf"));
}

TEST_F(Respond, KeepsNoScopeThatWouldCoverNothing) {
  EXPECT_NE(Run("scope none --as-stated-in r249e00dd725a"), 0);
  EXPECT_THAT(Err(), HasSubstr("it is not kept"));
  EXPECT_NE(Run("respond none"), 0);
  EXPECT_EQ(Run("scope 'a/b' --as-stated-in " + Paper()), 2);
}

TEST_F(Respond, SaysInOneLineWhatToInstallForWord) {
  const int code = Run("respond three --format docx --output none.docx",
                       "PATH=/nonexistent");
  EXPECT_EQ(code, 1);
  EXPECT_EQ(Err(),
            "concord: a Word file needs pandoc, which is not here: apt-get "
            "install pandoc\n");
  EXPECT_FALSE(fs::exists(folder_ / "none.docx"));
  EXPECT_EQ(Run("respond three --format exe"), 2);
  EXPECT_THAT(Err(), HasSubstr("docx"));
}

TEST_F(Respond, WritesAListAsAWorkbook) {
  ASSERT_EQ(Run("list recommendations --xlsx list.xlsx"), 0) << Err();
  EXPECT_EQ(Err(), "written to list.xlsx\n");
  ASSERT_EQ(Run("extract --json --with-text list.xlsx"), 0) << Err();
  // What people read stands in front, what programs read behind it.
  EXPECT_THAT(Out(), HasSubstr("Due, as a date"));
  EXPECT_THAT(Out(), HasSubstr("due.inferred"));
  ASSERT_EQ(Run("list recommendations --xlsx -"), 0);
  EXPECT_EQ(Out(), File("list.xlsx"));
  EXPECT_EQ(Run("list counts --csv --xlsx x.xlsx"), 2) << "one of them";
  ASSERT_EQ(Run("list recommendations --owner nobody-at-all --xlsx -"), 0);
  EXPECT_THAT(Out(), ::testing::StartsWith("PK"));
}

}  // namespace
}  // namespace concord
