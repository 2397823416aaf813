#include "concord/base/limited_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord {
namespace {

LimitedProgram Shell(const std::string& script) {
  return {.name = "sh",
          .package = "dash",
          .purpose = "the test",
          .arguments = {"-c", script}};
}

TEST(RunLimited, IsDoneWhereTheProgramIs) {
  LimitedProgram program = Shell("test \"$ASKED\" = 'a b;c'");
  program.environment = {{"ASKED", "a b;c"}};
  EXPECT_TRUE(RunLimited(program));
}

TEST(RunLimited, GivesWhatIsPrinted) {
  std::string said;
  EXPECT_TRUE(RunLimited(Shell("echo one; echo two >&2"), &said));
  EXPECT_EQ(said, "one\ntwo\n");
  // More than a pipe holds: the program is not left waiting.
  EXPECT_TRUE(RunLimited(Shell("head -c 300000 /dev/zero"), &said));
  EXPECT_EQ(said.size(), 65536u);
}

TEST(RunLimited, SaysHowItFailed) {
  const auto result = RunLimited(Shell("exit 3"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
  EXPECT_THAT(result.error().message(), ::testing::HasSubstr("code 3"));
}

TEST(RunLimited, EndsWhatTakesTooLong) {
  LimitedProgram program = Shell("sleep 30");
  program.seconds = 1;
  const auto result = RunLimited(program);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kLimitExceeded);
}

TEST(RunLimited, NamesThePackageOfWhatIsAbsent) {
  LimitedProgram program = Shell("");
  program.name = "no-such-program-here";
  program.package = "the-package";
  const auto result = RunLimited(program);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(),
            "the test needs no-such-program-here, which is not here: apt-get "
            "install the-package");
}

TEST(RunLimited, GivesNoMoreMemoryThanItMay) {
  LimitedProgram program = Shell("test \"$(ulimit -v)\" -le 200000");
  program.bytes = 200000u * 1024;
  EXPECT_TRUE(RunLimited(program));
}

}  // namespace
}  // namespace concord
