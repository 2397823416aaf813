// Folders on Poco. A name is bytes here; only messages show it as text.

#include "source/tree.h"

#include <Poco/DirectoryIterator.h>
#include <Poco/Exception.h>
#include <Poco/File.h>

#include <algorithm>

#include "concord/source/source.h"
#include "source/paths.h"

namespace concord::source {

struct Tree::Folder {
  std::string path;
  std::vector<std::string> names;  // sorted, last first
};

namespace {

Error ErrorOf(const Poco::Exception& exception, const std::string& path) {
  const std::string shown = DisplayPath(path);
  if (dynamic_cast<const Poco::FileNotFoundException*>(&exception) != nullptr ||
      dynamic_cast<const Poco::PathNotFoundException*>(&exception) != nullptr) {
    return {ErrorCode::kNotFound, shown + ": no such file or folder"};
  }
  if (dynamic_cast<const Poco::FileAccessDeniedException*>(&exception) !=
      nullptr) {
    return {ErrorCode::kUnavailable,
            shown + ": permission denied; check who may read it"};
  }
  return {ErrorCode::kUnavailable,
          shown + ": " + DisplayPath(exception.displayText())};
}

std::vector<std::string> NamesIn(const std::string& path) {
  std::vector<std::string> names;
  const Poco::DirectoryIterator end;
  for (Poco::DirectoryIterator i(path); i != end; ++i)
    names.push_back(i.name());
  std::sort(names.begin(), names.end(), std::greater<>());
  return names;
}

std::string Beneath(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

// Poco reads a leading "~" as the home folder; here it is a name.
std::string Literal(const std::string& path) {
  return path.starts_with('~') ? "./" + path : path;
}

Found Skipped(std::string path, const std::string& why) {
  Error error(ErrorCode::kUnsupported, DisplayPath(path) + ": " + why);
  return {std::move(path), std::move(error), ""};
}

bool IsThere(const std::string& path, bool (Poco::File::*is)() const) {
  try {
    const Poco::File file(path);
    return file.exists() && (file.*is)();
  } catch (const Poco::Exception&) {
    return false;
  }
}

// By what every archive holds from its first moment on, wherever it lies: see
// concord/store/store.h. A folder where only a file is called so is none.
bool IsConcordArchive(const std::string& folder) {
  return IsThere(Beneath(folder, "record.sqlite"), &Poco::File::isFile) &&
         IsThere(Beneath(folder, "originals"), &Poco::File::isDirectory);
}

}  // namespace

Tree::Tree(std::vector<std::string> start_paths)
    : start_paths_(std::move(start_paths)) {}

Tree::~Tree() = default;

std::optional<Found> Tree::Next() {
  while (true) {
    std::optional<Found> found;
    if (!folders_.empty()) {
      Folder& folder = folders_.back();
      if (folder.names.empty()) {
        folders_.pop_back();
        continue;
      }
      std::string path = Beneath(folder.path, folder.names.back());
      folder.names.pop_back();
      found = Visit(std::move(path), false);
    } else if (next_start_ < start_paths_.size()) {
      found = Visit(Literal(start_paths_[next_start_++]), true);
    } else {
      return std::nullopt;
    }
    if (found) return found;
  }
}

// The item at `path`; nothing for a folder, which is entered.
std::optional<Found> Tree::Visit(std::string path, bool is_start) {
  if (path.empty()) {
    return Found{path, Error(ErrorCode::kNotFound, "the path is empty"), ""};
  }
  // Every call of the system would take what stands before it.
  if (path.find('\0') != std::string::npos) {
    return Found{path,
                 Error(ErrorCode::kInvalidArgument,
                       "the path holds a NUL byte; a list whose names end with "
                       "NUL is read with --null"),
                 ""};
  }
  if (is_start && (path == "-" || IsWebAddress(path))) {
    return Found{std::move(path), std::nullopt, ""};
  }
  try {
    const Poco::File file(path);
    if (!is_start && file.isLink()) {
      return Skipped(std::move(path), "a symbolic link, not followed");
    }
    if (file.isDirectory()) {
      if (IsConcordArchive(path)) {
        return Found{
            std::move(path),
            Error(ErrorCode::kUnsupported,
                  "a Concord archive; its files are not read as input"),
            kConcordArchive};
      }
      std::vector<std::string> names = NamesIn(path);
      folders_.push_back({std::move(path), std::move(names)});
      return std::nullopt;
    }
    if (!file.isFile()) {
      return Skipped(std::move(path), "a pipe, socket or device, not a file");
    }
    return Found{std::move(path), std::nullopt, ""};
  } catch (const Poco::Exception& exception) {
    Error error = ErrorOf(exception, path);
    return Found{std::move(path), std::move(error), ""};
  }
}

}  // namespace concord::source
