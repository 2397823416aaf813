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
};

// Folders in name order, depth first, with a stack of its own.
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
