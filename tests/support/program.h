#pragma once
// The real program, run as a person or a script runs it: in a folder of the
// test's own, with an archive of its own.
//
//   class Lists : public testing::Program {};
//   TEST_F(Lists, ...) { EXPECT_EQ(Run({"list", "reports"}).code, 10); }

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/places.h"
#include "tests/support/specimens.h"
#include "tests/support/temporary_folder.h"

namespace concord::testing {

struct Outcome {
  int code = -1;  // 128 where a signal ended it
  std::string out;
  std::string err;

  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
  }
};

// A word as the shell takes it whole.
inline std::string Quote(const std::string& word) {
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

// Of a command of the shell; 128 where a signal ended it.
inline int ExitCodeOf(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

inline std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Program : public ::testing::Test {
 protected:
  // Runs `concord ARGUMENTS` with an archive of this test's own.
  Outcome Run(const std::vector<std::string>& arguments,
              const std::string& input = "") {
    Write("stdin", input);
    std::string command = "CONCORD_ARCHIVE=" + Quote(Archive()) + " " +
                          Quote(ProgramPath().string());
    for (const std::string& word : arguments) command += " " + Quote(word);
    command += " <" + Quote((folder_ / "stdin").string()) + " >" +
               Quote((folder_ / "stdout").string()) + " 2>" +
               Quote((folder_ / "stderr").string());
    return {ExitCodeOf(command), ReadAll(folder_ / "stdout"),
            ReadAll(folder_ / "stderr")};
  }

  void Write(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  std::string Archive() const { return (folder_ / "archive").string(); }

  void UseSpecimens() const { ASSERT_TRUE(CopySpecimenArchive(Archive())); }

  const TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
};

}  // namespace concord::testing
