// The form, numbers as they lie in memory:
//
//   mark, size of the file, place of the directory
//   of each section: its rows, one after the other; a table of where they are;
//     its names in order; a table of where those are and of their rows
//   the directory: the key; of each section its name, places and counts

#include "engine/kept/rows.h"

#include <Poco/Checksum.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/kept/codec.h"

namespace concord::engine {
namespace {

constexpr std::array<char, 16> kMark = {'c', 'o', 'n', 'c', 'o', 'r', 'd',  ' ',
                                        'k', 'e', 'p', 't', ' ', '1', '\n', 0};

struct Head {
  std::array<char, 16> mark = kMark;
  std::uint64_t size = 0;
  std::uint64_t directory = 0;
};

struct RowEntry {
  std::uint64_t offset = 0;
  std::uint32_t size = 0;
  std::uint32_t sum = 0;
};

struct NameEntry {
  std::uint64_t offset = 0;
  std::uint32_t size = 0;
  std::uint32_t row = 0;
};

std::uint32_t SumOf(std::string_view bytes) {
  Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
  sum.update(bytes.data(), static_cast<unsigned>(bytes.size()));
  return sum.checksum();
}

template <class T>
void Append(const T& value, std::string* bytes) {
  bytes->append(reinterpret_cast<const char*>(&value), sizeof value);
}

tl::unexpected<Error> Damaged() {
  return Fail(ErrorCode::kCorrupt,
              "what was kept of the archive is damaged; delete its folder "
              "'kept', which is made again");
}

}  // namespace

void KeptWriter::Begin(const std::string& section) {
  End();
  section_ = section;
}

void KeptWriter::Add(std::string_view row,
                     const std::vector<std::string>& names) {
  if (bytes_.empty()) bytes_.resize(sizeof(Head));
  const auto number = static_cast<std::uint32_t>(rows_.size());
  rows_.emplace_back(bytes_.size(), static_cast<std::uint32_t>(row.size()));
  bytes_ += row;
  for (const std::string& name : names) names_.emplace_back(name, number);
}

void KeptWriter::End() {
  if (section_.empty()) return;
  const std::uint64_t row_count = rows_.size();
  std::string row_table;
  for (const auto& [offset, size] : rows_) {
    Append(RowEntry{offset, size,
                    SumOf(std::string_view(bytes_).substr(offset, size))},
           &row_table);
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  std::string name_table;
  for (const auto& [name, row] : names_) {
    Append(
        NameEntry{bytes_.size(), static_cast<std::uint32_t>(name.size()), row},
        &name_table);
    bytes_ += name;
  }
  const std::uint64_t rows_at = bytes_.size();
  bytes_ += row_table;
  const std::uint64_t names_at = bytes_.size();
  bytes_ += name_table;
  Encoder entry;
  entry(section_, rows_at, row_count, names_at,
        static_cast<std::uint64_t>(names_.size()));
  directory_ += Encode(entry.Take());
  rows_.clear();
  names_.clear();
  section_.clear();
}

std::string KeptWriter::Finish(const std::string& key) {
  End();
  if (bytes_.empty()) bytes_.resize(sizeof(Head));
  Head head;
  head.directory = bytes_.size();
  bytes_ += Encode(key) + directory_;
  head.size = bytes_.size();
  std::memcpy(bytes_.data(), &head, sizeof head);
  directory_.clear();
  return std::move(bytes_);
}

Result<std::shared_ptr<const KeptRows>> KeptRows::Open(
    const std::filesystem::path& path, const std::string& key) {
  const std::shared_ptr<KeptRows> rows(new KeptRows);
  rows->file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct ::stat state {};
  if (rows->file_ < 0 || ::fstat(rows->file_, &state) != 0) {
    return Fail(ErrorCode::kNotFound, path.string() + ": not there");
  }
  rows->size_ = static_cast<std::uint64_t>(state.st_size);
  TRY_RETURN(rows->ReadDirectory(key));
  return rows;
}

Result<std::shared_ptr<const KeptRows>> KeptRows::Of(std::string bytes,
                                                     const std::string& key) {
  const std::shared_ptr<KeptRows> rows(new KeptRows);
  rows->bytes_ = std::move(bytes);
  rows->size_ = rows->bytes_.size();
  TRY_RETURN(rows->ReadDirectory(key));
  return rows;
}

KeptRows::~KeptRows() {
  if (file_ >= 0) ::close(file_);
}

Result<> KeptRows::ReadAt(std::uint64_t offset, std::size_t size,
                          char* into) const {
  if (offset > size_ || size > size_ - offset) return Damaged();
  if (file_ < 0) {
    std::memcpy(into, bytes_.data() + offset, size);
    return {};
  }
  while (size > 0) {
    const ssize_t got =
        ::pread(file_, into, size, static_cast<::off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return Damaged();
    into += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return {};
}

Result<> KeptRows::ReadDirectory(const std::string& key) {
  const auto other = Fail(ErrorCode::kNotFound, "kept for another archive");
  Head head;
  if (!ReadAt(0, sizeof head, reinterpret_cast<char*>(&head)) ||
      head.mark != kMark || head.size != size_ || head.directory > size_) {
    return other;
  }
  std::string directory(size_ - head.directory, '\0');
  TRY_RETURN(ReadAt(head.directory, directory.size(), directory.data()));
  std::string_view rest = directory;
  const auto next = [&rest]() -> std::string {
    std::uint32_t size = 0;
    if (rest.size() < sizeof size) return {};
    std::memcpy(&size, rest.data(), sizeof size);
    rest.remove_prefix(sizeof size);
    std::string text(rest.substr(0, size));
    rest.remove_prefix(text.size());
    return text;
  };
  if (next() != key) return other;
  while (!rest.empty()) {
    const std::string entry = next();
    Decoder decoder(entry);
    std::string name;
    Place place;
    decoder(name, place.rows, place.row_count, place.names, place.name_count);
    if (!decoder.IsWhole()) return other;
    sections_[name] = place;
  }
  return {};
}

std::size_t KeptRows::Count(const std::string& section) const {
  const auto place = sections_.find(section);
  return place == sections_.end() ? 0 : place->second.row_count;
}

Result<std::string> KeptRows::Row(const std::string& section,
                                  std::uint32_t number) const {
  if (number >= Count(section)) return Damaged();
  RowEntry entry;
  TRY_RETURN(ReadAt(sections_.at(section).rows + number * sizeof entry,
                    sizeof entry, reinterpret_cast<char*>(&entry)));
  if (entry.size > size_) return Damaged();
  std::string row(entry.size, '\0');
  TRY_RETURN(ReadAt(entry.offset, row.size(), row.data()));
  if (SumOf(row) != entry.sum) return Damaged();
  return row;
}

Result<std::pair<std::string, std::uint32_t>> KeptRows::NameAt(
    const Place& place, std::uint64_t i) const {
  NameEntry entry;
  TRY_RETURN(ReadAt(place.names + i * sizeof entry, sizeof entry,
                    reinterpret_cast<char*>(&entry)));
  if (entry.size > size_) return Damaged();
  std::pair<std::string, std::uint32_t> name(std::string(entry.size, '\0'),
                                             entry.row);
  TRY_RETURN(ReadAt(entry.offset, entry.size, name.first.data()));
  return name;
}

Result<std::vector<std::uint32_t>> KeptRows::Find(const std::string& section,
                                                  std::string_view name,
                                                  bool whole) const {
  std::vector<std::uint32_t> found;
  const auto at = sections_.find(section);
  if (at == sections_.end()) return found;
  const Place& place = at->second;
  std::uint64_t low = 0;
  std::uint64_t high = place.name_count;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    TRY_ASSIGN(const auto held, NameAt(place, middle));
    if (held.first < name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (; low < place.name_count; ++low) {
    TRY_ASSIGN(const auto held, NameAt(place, low));
    if (whole ? held.first != name : !held.first.starts_with(name)) break;
    found.push_back(held.second);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Result<std::vector<std::uint32_t>> KeptRows::Named(
    const std::string& section, std::string_view name) const {
  return Find(section, name, true);
}

Result<std::vector<std::uint32_t>> KeptRows::Beginning(
    const std::string& section, std::string_view name) const {
  return Find(section, name, false);
}

}  // namespace concord::engine
