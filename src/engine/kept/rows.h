#pragma once
// A file of rows that are found by their number and by names.
//
//   KeptWriter out;
//   out.Begin("bodies");
//   out.Add(bytes, {"=b-board", "~b-old-board"});
//   std::string file = out.Finish(key);
//
//   TRY_ASSIGN(auto rows, KeptRows::Open(path, key));
//   rows->Named("bodies", "=b-board")  ->  {0}
//
// Why a form of our own and not SQLite: it is written once and never changed,
// a row is found with a few reads of some bytes, and any number of threads read
// one without waiting. Every row carries a checksum; bytes that are not what
// was written are an error, never another row.
//
// What is kept so can always be made again from the record: it is read only
// under the key it was written with.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/base/result.h"

namespace concord::engine {

class KeptWriter {
 public:
  // The section of the rows that follow.
  void Begin(const std::string& section);
  void Add(std::string_view row, const std::vector<std::string>& names);
  // The whole file; the writer is empty then.
  std::string Finish(const std::string& key);

 private:
  struct Section;
  void End();

  std::string bytes_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows_;
  std::vector<std::pair<std::string, std::uint32_t>> names_;
  std::string directory_;
  std::string section_;
};

class KeptRows {
 public:
  // kNotFound where there is no such file, or one with another key, or one that
  // was cut short.
  [[nodiscard]] static Result<std::shared_ptr<const KeptRows>> Open(
      const std::filesystem::path& path, const std::string& key);
  // The same of a file in memory.
  [[nodiscard]] static Result<std::shared_ptr<const KeptRows>> Of(
      std::string bytes, const std::string& key);
  ~KeptRows();
  KeptRows(const KeptRows&) = delete;
  KeptRows& operator=(const KeptRows&) = delete;

  // A section that was not written has no rows. All below: kCorrupt where the
  // file is not what was written.
  std::size_t Count(const std::string& section) const;
  [[nodiscard]] Result<std::string> Row(const std::string& section,
                                        std::uint32_t number) const;
  // Rows with this name, or with one that begins so; in order, each once.
  [[nodiscard]] Result<std::vector<std::uint32_t>> Named(
      const std::string& section, std::string_view name) const;
  [[nodiscard]] Result<std::vector<std::uint32_t>> Beginning(
      const std::string& section, std::string_view name) const;

 private:
  struct Place {
    std::uint64_t rows = 0;  // where the table of rows begins
    std::uint64_t row_count = 0;
    std::uint64_t names = 0;
    std::uint64_t name_count = 0;
  };
  KeptRows() = default;
  Result<> ReadDirectory(const std::string& key);
  Result<> ReadAt(std::uint64_t offset, std::size_t size, char* into) const;
  Result<std::vector<std::uint32_t>> Find(const std::string& section,
                                          std::string_view name,
                                          bool whole) const;
  Result<std::pair<std::string, std::uint32_t>> NameAt(const Place& place,
                                                       std::uint64_t i) const;

  int file_ = -1;
  std::string bytes_;  // where there is no file
  std::uint64_t size_ = 0;
  std::map<std::string, Place> sections_;
};

}  // namespace concord::engine
