#pragma once
// Small reports to put, and a folder to put them in.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/base/digest.h"
#include "concord/extraction/extract.h"
#include "concord/store/store.h"
#include "tests/support/temporary_folder.h"

namespace concord::store {

// An archive folder that does not exist yet, deleted at the end of the test.
class ArchiveFolder {
 public:
  std::filesystem::path root() const { return folder_.path(); }
  std::filesystem::path path() const { return root() / "archive"; }
  std::filesystem::path record() const { return path() / "record.sqlite"; }
  std::filesystem::path original(const std::string& digest) const {
    return path() / "originals" / digest.substr(0, 2) / digest.substr(2);
  }

 private:
  // In memory where that is possible: the tests count system calls and kill
  // processes, and do not measure a disk.
  static std::filesystem::path Below() {
    const std::filesystem::path memory = "/dev/shm";
    const bool usable = ::access(memory.c_str(), W_OK | X_OK) == 0;
    return usable ? memory : std::filesystem::temp_directory_path();
  }

  concord::testing::TemporaryFolder folder_{Below()};
};

// A value, or the end of the test with what was said instead.
template <class T>
T Must(Result<T> result) {
  if (!result) {
    throw std::runtime_error(std::string(Name(result.error().code())) + ": " +
                             result.error().message());
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline OpenOptions FixedClock() {
  OpenOptions options;
  options.now = [] {
    return std::chrono::sys_seconds(std::chrono::seconds(1714557000));
  };
  options.busy_timeout = std::chrono::milliseconds(100);
  return options;
}

inline std::unique_ptr<Store> OpenStore(const ArchiveFolder& folder,
                                        OpenMode mode) {
  return Must(Store::Open(folder.path(), mode, FixedClock()));
}

// A document of paragraphs, one a line.
inline document::Document MakeDocument(const std::vector<std::string>& lines) {
  document::Document document;
  document.media_type = "text/html";
  document.charset = {"utf-8", "valid", 0};
  for (const std::string& line : lines) {
    document::Block block;
    block.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += line;
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.text += "\n";
    document.blocks.push_back(block);
  }
  return document;
}

// The place of `words`, which must stand in the document.
inline TextSpan Place(const document::Document& document,
                      std::string_view words) {
  const std::size_t begin = document.text.find(words);
  CHECK(begin != std::string::npos, "the words of a test stand in its text");
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(begin + words.size())};
}

template <class T>
T Placed(T item, const document::Document& document, std::string_view words) {
  item.span = Place(document, words);
  item.rule = "test-rule";
  item.confidence = 0.875;
  return item;
}

// A request for one capture of `document`, whose bytes are `bytes`.
inline PutRequest MakeRequest(document::Document document, std::string bytes) {
  PutRequest request;
  request.bytes = std::move(bytes);
  request.capture.digest = Sha256Hex(request.bytes);
  request.capture.uri = "http://authority.example/" +
                        request.capture.digest.substr(0, 6) + ".htm";
  request.capture.path = "pages/" + request.capture.digest.substr(0, 6);
  request.capture.media_type = "text/html";
  request.capture.bytes = request.bytes.size();
  request.capture.captured_at = "2001-09-27T10:00:00Z";
  document.uri = request.capture.uri;
  document.capture_digest = request.capture.digest;
  request.document = std::move(document);
  return request;
}

// Runs SQL on the record from outside, as a person with sqlite3 could.
void Execute(const ArchiveFolder& folder, const std::string& sql);

// Exit status of `work` run in a child process; -N where signal N ended it.
int InChild(const std::function<int()>& work);

// One line of words and no items, for tests that only need a report.
inline PutRequest PlainRequest(const std::string& words) {
  return MakeRequest(MakeDocument({words}), "<p>" + words + "</p>");
}

// `count` recommendations and nothing else.
inline PutRequest RequestWith(int count, const std::string& words) {
  std::vector<std::string> lines;
  for (int i = 0; i < count; ++i) {
    lines.push_back("That the estates unit of " + words + " keeps key " +
                    std::to_string(i) + " in its own box.");
  }
  PutRequest request = MakeRequest(MakeDocument(lines), words);
  for (const document::Block& block : request.document.blocks) {
    extraction::Recommendation item;
    item.span = block.span;
    item.rule = "test-rule";
    item.text = std::string(Slice(request.document.text, block.span));
    request.extraction.recommendations.push_back(item);
  }
  return request;
}

// Every list and every field filled, with words beyond ASCII.
PutRequest RichRequest();

}  // namespace concord::store
