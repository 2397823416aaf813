// `concord serve` as a person starts and ends it; what it answers is tested
// with the web module.

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>

#include "tests/support/small_archive.h"

namespace concord {
namespace {

struct Outcome {
  int code = -1;
  std::string err;
};

// Serves for a few seconds, then asks it to end as a service manager does.
Outcome Serve(const std::filesystem::path& archive,
              const std::string& options) {
  std::string name =
      (std::filesystem::temp_directory_path() / "concord-XXXXXX").string();
  EXPECT_NE(::mkdtemp(name.data()), nullptr);
  const std::string err = name + "/err";
  const std::string command =
      "timeout --preserve-status --signal=TERM --kill-after=60 4 '" +
      concord::testing::ProgramPath().string() + "' serve --archive '" +
      archive.string() + "' " + options + " 2>'" + err + "'";
  const int status = std::system(command.c_str());
  std::ifstream file(err);
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : 128,
                  {std::istreambuf_iterator<char>(file), {}}};
  std::filesystem::remove_all(name);
  return outcome;
}

TEST(Serve, SaysItsAddressAndEndsCleanlyWhenAskedTo) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html",
                "<html><body><h1>Plan</h1><p>1. The Board should publish a "
                "plan.</p></body></html>");
  archive.Import();
  const Outcome outcome = Serve(archive.Options().archive, "--port 0");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("is read at http://127.0.0.1:"), std::string::npos)
      << outcome.err;
}

TEST(Serve, NeedsAnArchive) {
  const concord::testing::SmallArchive none;
  const Outcome outcome = Serve(none.Options().archive, "--port 0");
  EXPECT_EQ(outcome.code, 10);
  EXPECT_NE(outcome.err.find("concord import"), std::string::npos);
}

TEST(Serve, DoesNotListenToOthersByAccident) {
  const concord::testing::SmallArchive none;
  const Outcome outcome =
      Serve(none.Options().archive, "--port 0 --address 0.0.0.0");
  EXPECT_NE(outcome.code, 0);
  EXPECT_NE(outcome.err.find("--allow-remote"), std::string::npos);
}

}  // namespace
}  // namespace concord
