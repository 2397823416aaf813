// Answers written into a response and read back by the real program, on the
// specimens.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/filled_files.h"
#include "tests/support/places.h"
#include "tests/support/specimens.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using testing::CellOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::SheetRows;

class Answers : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "concord-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    ASSERT_TRUE(testing::CopySpecimenArchive(folder_ / "archive"));
    ASSERT_EQ(Run("scope look --work 'Keeping Faith: A Second Look' --quiet"),
              0)
        << Err();
    ASSERT_EQ(Run("respond look --output response.xlsx --quiet"), 0) << Err();
  }
  void TearDown() override { fs::remove_all(folder_); }

  int Run(const std::string& arguments) {
    const std::string command = "cd '" + folder_.string() +
                                "' && CONCORD_ARCHIVE=archive '" +
                                testing::ProgramPath().string() + "' " +
                                arguments + " >out 2>err </dev/null";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }
  std::string File(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string Out() const { return File("out"); }
  std::string Err() const { return File("err"); }

  void Fill(const std::string& name, const std::string& from,
            const std::function<void(SheetRows*)>& edit) {
    const std::string bytes = testing::Refilled(File(from), edit, "look");
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  static void Sign(SheetRows* rows) {
    CellOf(rows, 1, "Position") = "accepted";
    CellOf(rows, 1, "Response") = "Signed in May.";
    CellOf(rows, 3, "Implementation") = "In progress";
  }

  fs::path folder_;
};

TEST_F(Answers, ComeBackFromAWorkbookAndStandInTheResponse) {
  Fill("filled.xlsx", "response.xlsx", [](SheetRows* rows) {
    Sign(rows);
    std::swap((*rows)[1], (*rows)[5]);
    rows->erase(rows->begin() + 2);
  });
  ASSERT_EQ(Run("answers import filled.xlsx --by 'J. Fenwick' --dry-run"), 0)
      << Err();
  EXPECT_THAT(Out(), HasSubstr("3 answers would be recorded"));
  ASSERT_EQ(Run("answers import filled.xlsx --by 'J. Fenwick'"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("position awaited → accepted"));
  EXPECT_THAT(Out(), HasSubstr("3 answers recorded as act 1"));
  ASSERT_EQ(Run("respond look"), 0);
  EXPECT_THAT(Out(), HasSubstr("Response: Signed in May."));
  EXPECT_THAT(Out(),
              HasSubstr("Position: accepted · Implementation: not recorded"));
  EXPECT_THAT(Out(), HasSubstr("Answered: position accepted, response – J. "
                               "Fenwick"));
  EXPECT_THAT(Out(), HasSubstr("from filled.xlsx"));
  // Again: nothing changes.
  ASSERT_EQ(Run("answers import filled.xlsx --by 'J. Fenwick'"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("0 answers recorded;"));
  // Lists know what people answered beside what texts say.
  ASSERT_EQ(Run("list recommendations --position accepted --json"), 0);
  EXPECT_THAT(Out(), HasSubstr("\"answered_position\":\"accepted\""));
  ASSERT_EQ(Run("list recommendations --position awaited --json"), 0);
  EXPECT_THAT(Out(), Not(HasSubstr("\"answered_position\":\"accepted\"")));
  // A file written now has them, and answers nothing new.
  ASSERT_EQ(Run("respond look --output now.xlsx --quiet"), 0) << Err();
  ASSERT_EQ(Run("respond look --output now.docx --quiet"), 0) << Err();
  for (const char* file : {"now.xlsx", "now.docx"}) {
    ASSERT_EQ(Run(std::string("answers import ") + file), 0) << Err();
    EXPECT_THAT(Out(), HasSubstr("0 answers recorded; 18 unchanged")) << file;
  }
  ASSERT_EQ(Run("undo"), 0) << Err();
  ASSERT_EQ(Run("respond look"), 0);
  EXPECT_THAT(Out(), Not(HasSubstr("Signed in May.")));
}

TEST_F(Answers, ALaterOneSupersedesAndTheHistoryStays) {
  Fill("filled.xlsx", "response.xlsx", Sign);
  ASSERT_EQ(Run("answers import filled.xlsx --by Fenwick"), 0) << Err();
  Fill("filled.xlsx", "response.xlsx", [](SheetRows* rows) {
    Sign(rows);
    CellOf(rows, 1, "Position") = "rejected";
  });
  ASSERT_EQ(Run("answers import filled.xlsx --by Fenwick"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("position accepted → rejected"));
  EXPECT_THAT(Out(), HasSubstr("1 answer recorded as act 2"));
  ASSERT_EQ(Run("respond look"), 0);
  EXPECT_THAT(Out(), HasSubstr("Before: position accepted – Fenwick"));
  // Into another archive, with everything that was answered before.
  ASSERT_EQ(Run("decisions export --output acts.jsonl --quiet"), 0) << Err();
  ASSERT_TRUE(testing::CopySpecimenArchive(folder_ / "other"));
  ASSERT_EQ(Run("--archive other decisions import acts.jsonl"), 0) << Err();
  EXPECT_THAT(Out(), HasSubstr("2 acts added"));
  const std::string line = File("acts.jsonl");
  const std::size_t at = line.find("\"id\":\"r") + 6;
  ASSERT_EQ(
      Run("--archive other show " + line.substr(at, line.find('"', at) - at)),
      0)
      << Err();
  EXPECT_THAT(Out(), HasSubstr("position  rejected  Fenwick"));
  EXPECT_THAT(Out(), HasSubstr("before: position  accepted  Fenwick"));
}

TEST_F(Answers, OfAnotherPersonAreNotReplacedUnseen) {
  Fill("a.xlsx", "response.xlsx", Sign);
  Fill("b.xlsx", "response.xlsx", [](SheetRows* rows) {
    CellOf(rows, 1, "Position") = "noted";
    CellOf(rows, 2, "Position") = "noted";
  });
  ASSERT_EQ(Run("answers import a.xlsx --by Fenwick"), 0) << Err();
  EXPECT_EQ(Run("answers import b.xlsx --by Tarn"), 3);
  EXPECT_THAT(Err(), HasSubstr("Entries!H2: noted, but Fenwick"));
  EXPECT_THAT(Out(), HasSubstr("1 answer recorded"));
  ASSERT_EQ(Run("answers import b.xlsx --by Tarn --instead"), 0) << Err();
  ASSERT_EQ(Run("respond look"), 0);
  // What the second file left as it was is not taken back by it.
  EXPECT_THAT(Out(), HasSubstr("Response: Signed in May."));
  EXPECT_THAT(Out(), HasSubstr("Before: position accepted – Fenwick"));
}

TEST_F(Answers, OfWhatIsNotHeldAreToldAndKept) {
  Fill("filled.xlsx", "response.xlsx", [](SheetRows* rows) {
    CellOf(rows, 1, "Position") = "accepted";
    std::string& refs = CellOf(rows, 1, "Recommendations answered");
    refs = "r00000000beef_1_" + refs.substr(refs.rfind('_') + 1);
    CellOf(rows, 2, "Position") = "maybe";
  });
  EXPECT_EQ(Run("answers import filled.xlsx"), 3);
  EXPECT_THAT(Err(), HasSubstr("r00000000beef.1 is not held any more with "
                               "these words; what was answered is kept"));
  EXPECT_THAT(Err(), HasSubstr("Entries!H3: 'maybe' is no position"));
  EXPECT_THAT(Out(), HasSubstr("1 answer recorded as act 1"));
  ASSERT_EQ(Run("decisions"), 0);
  EXPECT_THAT(Err(), HasSubstr("r00000000beef.1"));
  EXPECT_EQ(Run("answers import filled.xlsx"), 3);
  EXPECT_THAT(Out(), HasSubstr("0 answers recorded"));
}

TEST_F(Answers, AreNotWrittenOverBeforeTheyAreRecorded) {
  Fill("response.xlsx", "response.xlsx", Sign);
  EXPECT_NE(Run("respond look --output response.xlsx"), 0);
  EXPECT_THAT(Err(), HasSubstr("holds 3 answers that are not recorded"));
  EXPECT_THAT(Err(), HasSubstr("answers import"));
  ASSERT_EQ(Run("answers import response.xlsx"), 0) << Err();
  ASSERT_EQ(Run("respond look --output response.xlsx --quiet"), 0) << Err();
}

TEST_F(Answers, AreReadFromResponsesOnly) {
  std::ofstream(folder_ / "letter.txt") << "We accept them all.\n";
  EXPECT_EQ(Run("answers import letter.txt"), 2);
  EXPECT_THAT(Err(), HasSubstr("letter.txt: this is no response"));
  ASSERT_EQ(Run("list reports --xlsx reports.xlsx --quiet"), 0);
  EXPECT_EQ(Run("answers import reports.xlsx"), 2);
  EXPECT_NE(Run("answers import missing.xlsx"), 0);
  EXPECT_NE(Run("answers import response.xlsx --scope nowhere"), 0);
  EXPECT_THAT(Err(), HasSubstr("no scope is called 'nowhere'"));
}

}  // namespace
}  // namespace concord
