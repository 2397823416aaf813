// Options that are refused, and where what is written goes, said in the words
// of the command that was given.

#include <gtest/gtest.h>

#include "tests/support/program.h"

namespace concord {
namespace {

class Options : public testing::Program {};

TEST_F(Options, OfManyDocumentsAreRefusedForOne) {
  Write("list", "nowhere\n");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--files-from", (folder_ / "list").string()},
        {"--jobs", "2"},
        {"--for-import"},
        {"-0", "--stream"}}) {
    std::vector<std::string> line = {"extract"};
    line.insert(line.end(), words.begin(), words.end());
    const testing::Outcome outcome = Run(line, "Keys were counted.\n");
    EXPECT_EQ(outcome.code, 2) << words[0];
    EXPECT_EQ(outcome.out, "") << words[0];
    EXPECT_NE(outcome.err.find("requires"), std::string::npos) << outcome.err;
  }
  EXPECT_EQ(Run({"extract", "--stream", "--jobs", "1"}, "Keys were counted.\n")
                .Lines()
                .size(),
            1u);
}

TEST_F(Options, DatesAreJsonLinesWhereJsonIsAskedFor) {
  const testing::Outcome dates =
      Run({"dates", "--json"}, "November\t2005-10-06\nthe Board\n");
  EXPECT_EQ(
      dates.out,
      "{\"type\":\"date\",\"expression\":\"November\",\"base\":\"2005-10-06\","
      "\"edtf\":\"2005-11\",\"earliest\":\"2005-11-01\",\"latest\":"
      "\"2005-11-30\"}\n"
      "{\"type\":\"date\",\"expression\":\"the Board\",\"base\":null,"
      "\"edtf\":null,\"earliest\":null,\"latest\":null}\n");
}

TEST_F(Options, AreCalledAsTheyAreTyped) {
  UseSpecimens();
  EXPECT_EQ(Run({"list", "reports", "--from", "xx"}).err,
            "concord: 'xx' is not a date for --from; write 2001, 2001-11 or "
            "2001-11-15\n");
  EXPECT_EQ(Run({"list", "reports", "--from", "2005", "--to", "2001"}).err,
            "concord: --from (2005) is after --to (2001); exchange them\n");
  EXPECT_EQ(Run({"list", "bodies", "--owner", "board"}).err,
            "concord: the list of bodies cannot be narrowed by --owner\n");
  EXPECT_EQ(Run({"search", "keys", "--in", "boxes"}).err,
            "concord: --in takes passages, recommendations or reports, not "
            "'boxes'\n");
}

TEST_F(Options, AnExportOfDecisionsIsWrittenAsEveryOtherFile) {
  UseSpecimens();
  const std::string file = (folder_ / "decisions.jsonl").string();
  const testing::Outcome exported =
      Run({"decisions", "export", "--output", file});
  EXPECT_EQ(exported.code, 0);
  EXPECT_EQ(exported.err, "written to " + file + "\n");
  EXPECT_TRUE(std::filesystem::exists(file));
  EXPECT_EQ(Run({"decisions", "export", file}).err,
            "written to " + file + "\n");
  EXPECT_EQ(Run({"decisions", "import", "--output", file}).code, 2);
  EXPECT_EQ(Run({"decisions", "export", file, "--output", file}).code, 2);
}

TEST_F(Options, AWorkbookForATerminalNamesTheOptionOfItsOwnCommand) {
  UseSpecimens();
  // `script` gives the program a terminal.
  if (std::system("command -v script >/dev/null") != 0) GTEST_SKIP();
  const std::string list =
      "CONCORD_ARCHIVE=" + testing::Quote(Archive()) + " " +
      testing::Quote(testing::ProgramPath().string()) + " list counts --xlsx -";
  const std::string typed = (folder_ / "typed").string();
  std::system(("script -qec " + testing::Quote(list) + " " +
               testing::Quote(typed) + " >/dev/null 2>&1 </dev/null")
                  .c_str());
  const std::string shown = testing::ReadAll(typed);
  EXPECT_NE(shown.find("write it to a file: --xlsx counts.xlsx"),
            std::string::npos)
      << shown;
}

}  // namespace
}  // namespace concord
