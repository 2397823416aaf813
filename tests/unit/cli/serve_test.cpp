// `concord serve` as a person starts and ends it; what it answers is tested
// with the web module.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/support/small_archive.h"
#include "tests/support/temporary_folder.h"

namespace concord {
namespace {

struct Outcome {
  int code = -1;
  std::string err;
};

// `concord serve` in a process of its own, what it says on stderr in a file.
class Serving {
 public:
  Serving(const std::filesystem::path& archive,
          std::vector<std::string> options) {
    std::vector<std::string> words{testing::ProgramPath().string(), "serve",
                                   "--archive", archive.string()};
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string err = folder_.path() / "err";
    child_ = ::fork();
    if (child_ == 0) {
      const int file = ::open(err.c_str(), O_WRONLY | O_CREAT, 0600);
      ::dup2(file, STDERR_FILENO);
      ::execv(arguments[0], arguments.data());
      ::_exit(127);
    }
  }
  ~Serving() {
    if (!ended_) ::kill(child_, SIGKILL);
  }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  void Signal(int number) const { ::kill(child_, number); }

  std::string Err() const {
    std::ifstream file(folder_.path() / "err");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // Waits until it says `words` or has ended.
  bool Says(std::string_view words) {
    return Within([&] { return Err().find(words) != std::string::npos; });
  }

  Outcome End() {
    Within([] { return false; });
    return {WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_),
            Err()};
  }

 private:
  // A minute: far more than it needs even under a sanitizer on a busy machine.
  template <typename Condition>
  bool Within(Condition condition) {
    for (int turn = 0; turn < 1200 && !ended_; ++turn) {
      if (condition()) return true;
      ended_ = ::waitpid(child_, &status_, WNOHANG) == child_;
      if (!ended_) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return condition();
  }

  const testing::TemporaryFolder folder_;
  pid_t child_ = -1;
  int status_ = SIGKILL;
  bool ended_ = false;
};

TEST(Serve, SaysItsAddressAndEndsCleanlyWhenAskedTo) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html",
                "<html><body><h1>Plan</h1><p>1. The Board should publish a "
                "plan.</p></body></html>");
  archive.Import();
  Serving serving(archive.Options().archive, {"--port", "0"});
  EXPECT_TRUE(serving.Says("is read at http://127.0.0.1:")) << serving.Err();
  // As `timeout` asks: the program, and at once its whole group.
  serving.Signal(SIGTERM);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  serving.Signal(SIGTERM);
  const Outcome outcome = serving.End();
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

TEST(Serve, NeedsAnArchive) {
  const concord::testing::SmallArchive none;
  const Outcome outcome =
      Serving(none.Options().archive, {"--port", "0"}).End();
  EXPECT_EQ(outcome.code, 10);
  EXPECT_NE(outcome.err.find("concord import"), std::string::npos);
}

TEST(Serve, DoesNotListenToOthersByAccident) {
  const concord::testing::SmallArchive none;
  const Outcome outcome =
      Serving(none.Options().archive, {"--port", "0", "--address", "0.0.0.0"})
          .End();
  EXPECT_NE(outcome.code, 0);
  EXPECT_NE(outcome.err.find("--allow-remote"), std::string::npos);
}

}  // namespace
}  // namespace concord
