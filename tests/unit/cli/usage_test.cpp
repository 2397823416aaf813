#include "cli/usage.h"

#include <gtest/gtest.h>

namespace concord::cli {
namespace {

class Usage : public ::testing::Test {
 protected:
  void SetUp() override {
    app_.require_subcommand(1);
    app_.add_option("--archive", archive_);
    CLI::App* search = app_.add_subcommand("search", "Find");
    search->fallthrough();
    search->add_option(
        "--limit", limit_,
        std::string(20, 'x') + " " + std::string(40, 'y') + " z");
    app_.add_subcommand("import", "Read");
  }

  std::string Problem(const std::vector<std::string>& words) {
    try {
      app_.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
      return UsageProblem(app_, error, words);
    }
    return "none";
  }

  CLI::App app_{"test", "concord"};
  std::string archive_;
  int limit_ = 0;
};

TEST_F(Usage, NamesTheWordThatIsNoCommandAndTheOneMeant) {
  EXPECT_EQ(Problem({"imprt"}),
            "there is no command 'imprt'; did you mean 'import'?");
  EXPECT_EQ(Problem({"--archive", "here", "serach", "plan"}),
            "there is no command 'serach'; did you mean 'search'?");
  EXPECT_EQ(Problem({"quite-other"}), "there is no command 'quite-other'");
  EXPECT_EQ(Problem({}), "a command is missing");
}

TEST_F(Usage, NamesTheOptionThatIsUnknown) {
  EXPECT_EQ(Problem({"search", "--limt", "3"}),
            "'search' has no option '--limt'; did you mean '--limit'?");
  EXPECT_EQ(Problem({"search", "--archve=here"}),
            "'search' has no option '--archve'; did you mean '--archive'?");
  EXPECT_EQ(Problem({"--archve", "here", "search"}),
            "'concord' has no option '--archve'; did you mean '--archive'?");
}

TEST_F(Usage, LeavesOtherProblemsToTheParser) {
  EXPECT_NE(Problem({"search", "--limit", "many"}).find("--limit"),
            std::string::npos);
  EXPECT_EQ(Problem({"search", "--limit", "3"}), "none");
}

TEST_F(Usage, BreaksDescriptionsWithinEightyColumns) {
  const CLI::Option* limit =
      app_.get_subcommand("search")->get_option("--limit");
  EXPECT_EQ(HelpFormat().make_option_desc(limit),
            std::string(20, 'x') + "\n" + std::string(40, 'y') + " z");
}

TEST(Help, IsAnOptionAndACommand) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(WithoutHelpCommand({"help", "list"}), (Words{"list", "--help"}));
  EXPECT_EQ(WithoutHelpCommand({"help"}), (Words{"--help"}));
  EXPECT_EQ(WithoutHelpCommand({"search", "help"}), (Words{"search", "help"}));
}

TEST(Nearest, AcceptsAThirdOfTheLettersWrong) {
  EXPECT_EQ(Nearest("lsit", {"list", "show"}), "list");
  EXPECT_EQ(Nearest("shwo", {"list", "show"}), "show");
  EXPECT_EQ(Nearest("lost property", {"list", "show"}), "");
  EXPECT_EQ(Nearest("", {"list"}), "");
}

}  // namespace
}  // namespace concord::cli
