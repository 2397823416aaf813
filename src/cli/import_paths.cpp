#include "cli/import_paths.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

namespace concord::cli {

Result<std::vector<std::string>> ReadNames(const std::string& file, bool null) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened) {
      return Fail(ErrorCode::kNotFound, file + ": " + std::strerror(errno) +
                                            "; it should name what to import");
    }
  }
  std::istream& names = file == "-" ? std::cin : opened;
  std::vector<std::string> all;
  for (std::string name; std::getline(names, name, null ? '\0' : '\n');) {
    if (!null && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) all.push_back(std::move(name));
  }
  return all;
}

}  // namespace concord::cli
