#pragma once
// What lies under the start paths, without opening a file.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/error.h"

namespace concord::source {

struct Found {
  std::string path;            // bytes as the file system has them
  std::optional<Error> error;  // why it is no file to read, if it is none
  std::string code;            // finer than the error's; or ""
};

// The code of a folder that is an archive of Concord's own.
inline constexpr const char* kConcordArchive = "concord_archive";

// Folders in name order, depth first, with a stack of its own. One that is an
// archive of Concord's own is not entered: its files are no input, and an
// import that read them would find others at each run.
class Tree {
 public:
  explicit Tree(std::vector<std::string> start_paths);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  std::optional<Found> Next();

 private:
  struct Folder;
  std::optional<Found> Visit(std::string path, bool is_start);

  std::vector<std::string> start_paths_;
  std::size_t next_start_ = 0;
  std::vector<Folder> folders_;  // innermost last
};

}  // namespace concord::source
