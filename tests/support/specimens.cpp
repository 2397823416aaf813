#include "tests/support/specimens.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "tests/support/places.h"
#include "tests/support/test_data.h"

namespace concord::testing {
namespace {

namespace fs = std::filesystem;

// Held while the archive is looked at, made or copied.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& path)
      : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (file_ >= 0) held_ = ::flock(file_, LOCK_EX) == 0;
  }
  ~FolderLock() {
    if (file_ >= 0) ::close(file_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  bool held() const { return held_; }

 private:
  int file_;
  bool held_ = false;
};

std::string Stamp(const fs::path& path) {
  return std::to_string(fs::last_write_time(path).time_since_epoch().count());
}

// What the archive depends on: the program and every page.
std::string Wanted() {
  std::set<std::string> lines;
  for (const auto& entry : fs::directory_iterator(CorpusRoot() / "raw")) {
    lines.insert(entry.path().filename().string() + Stamp(entry.path()));
  }
  std::string wanted = Stamp(ProgramPath());
  for (const std::string& line : lines) wanted += "\n" + line;
  return wanted;
}

std::string ReadStamp(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool Import(const fs::path& archive) {
  const std::string command = "'" + ProgramPath().string() +
                              "' import --quiet --archive '" +
                              archive.string() + "' '" +
                              (CorpusRoot() / "raw").string() + "' >/dev/null";
  const int status = std::system(command.c_str());
  EXPECT_EQ(status, 0) << command;
  return status == 0;
}

}  // namespace

bool CopySpecimenArchive(const fs::path& archive) {
  const fs::path folder = ProgramPath().parent_path() / "specimens";
  fs::create_directories(folder);
  const FolderLock lock(folder / "lock");
  EXPECT_TRUE(lock.held());
  const fs::path made = folder / "archive";
  const fs::path stamp = folder / "made-of";
  const std::string wanted = Wanted();
  if (ReadStamp(stamp) != wanted) {
    fs::remove(stamp);
    fs::remove_all(made);
    if (!Import(made)) return false;
    std::ofstream(stamp) << wanted;
  }
  fs::copy(made, archive, fs::copy_options::recursive);
  return true;
}

}  // namespace concord::testing
