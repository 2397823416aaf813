// After [MS-CFB]: header, sector allocation table (by way of the header's list
// and its continuation), directory, and the small streams that share one.

#include "document/office/ole_streams.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace concord::document {
namespace {

constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // higher: end or free
constexpr std::size_t kHeaderEntries = 109;
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kMostEntries = 20000;

class OleFile {
 public:
  explicit OleFile(std::string_view bytes) : bytes_(bytes) {}

  bool Open() {
    constexpr std::string_view kMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (bytes_.size() < 512 || !bytes_.starts_with(kMagic)) return false;
    const unsigned shift = Number16(bytes_, 0x1E);
    const unsigned small_shift = Number16(bytes_, 0x20);
    if (shift < 7 || shift > 16 || small_shift < 4 || small_shift > shift) {
      return false;
    }
    sector_ = std::size_t{1} << shift;
    small_sector_ = std::size_t{1} << small_shift;
    ReadTable();
    small_table_ = Numbers(Chain(Number32(bytes_, 0x3C), bytes_.size()));
    return true;
  }

  std::map<std::string, std::string> Streams() {
    const std::string directory =
        Chain(Number32(bytes_, 0x30), kMostEntries * kEntryBytes);
    std::map<std::string, std::string> streams;
    for (std::size_t at = 0; at + kEntryBytes <= directory.size();
         at += kEntryBytes) {
      const std::string_view entry =
          std::string_view(directory).substr(at, kEntryBytes);
      const char type = entry[0x42];
      const std::uint32_t start = Number32(entry, 0x74);
      const std::size_t size = Number32(entry, 0x78);
      if (type == 5) small_ = Chain(start, size);  // the root comes first
      if (type != 2 || taken_ > bytes_.size()) continue;
      std::string stream = size < Number32(bytes_, 0x38)
                               ? SmallChain(start, size)
                               : Chain(start, size);
      taken_ += stream.size();
      streams.emplace(NameOf(entry), std::move(stream));
    }
    return streams;
  }

 private:
  static std::string NameOf(std::string_view entry) {
    std::string name;
    const std::size_t length = std::min(64u, Number16(entry, 0x40));
    for (std::size_t i = 0; i + 2 < length; i += 2) {
      const unsigned c = Number16(entry, i);
      if (c >= 0x20 && c < 0x7F) name.push_back(static_cast<char>(c));
    }
    return name;
  }

  static std::vector<std::uint32_t> Numbers(std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
      numbers.push_back(Number32(bytes, at));
    }
    return numbers;
  }

  std::string_view Sector(std::uint32_t number) const {
    const std::uint64_t at = (std::uint64_t{number} + 1) * sector_;
    if (at >= bytes_.size()) return {};
    return bytes_.substr(static_cast<std::size_t>(at), sector_);
  }

  void ReadTable() {
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < kHeaderEntries; ++i) {
      places.push_back(Number32(bytes_, 0x4C + 4 * i));
    }
    std::uint32_t next = Number32(bytes_, 0x44);
    const std::size_t most = bytes_.size() / sector_ + 1;
    for (std::size_t i = 0; i < most && next < kLastSector; ++i) {
      const std::vector<std::uint32_t> more = Numbers(Sector(next));
      if (more.empty()) break;
      places.insert(places.end(), more.begin(), more.end() - 1);
      next = more.back();
    }
    for (const std::uint32_t place : places) {
      if (place >= kLastSector || table_.size() > bytes_.size() / 4) continue;
      const std::vector<std::uint32_t> part = Numbers(Sector(place));
      table_.insert(table_.end(), part.begin(), part.end());
    }
  }

  std::string Chain(std::uint32_t sector, std::size_t size) const {
    std::string out;
    size = std::min(size, bytes_.size());
    while (out.size() < size && sector < table_.size()) {
      const std::string_view part = Sector(sector);
      if (part.empty()) break;
      out += part;
      sector = table_[sector];
    }
    out.resize(std::min(out.size(), size));
    return out;
  }

  std::string SmallChain(std::uint32_t sector, std::size_t size) const {
    std::string out;
    size = std::min(size, small_.size());
    while (out.size() < size && sector < small_table_.size()) {
      const std::size_t at = std::size_t{sector} * small_sector_;
      if (at >= small_.size()) break;
      out += small_.substr(at, small_sector_);
      sector = small_table_[sector];
    }
    out.resize(std::min(out.size(), size));
    return out;
  }

  std::string_view bytes_;
  std::size_t sector_ = 512;
  std::size_t small_sector_ = 64;
  std::size_t taken_ = 0;
  std::vector<std::uint32_t> table_;
  std::vector<std::uint32_t> small_table_;
  std::string small_;
};

}  // namespace

unsigned Number16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<unsigned char>(bytes[at]) |
         static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

std::uint32_t Number32(std::string_view bytes, std::size_t at) {
  if (at + 4 > bytes.size()) return 0;
  return Number16(bytes, at) |
         static_cast<std::uint32_t>(Number16(bytes, at + 2)) << 16;
}

Result<std::map<std::string, std::string>> ReadOleStreams(
    std::string_view bytes) {
  OleFile file(bytes);
  if (!file.Open()) {
    return Fail(ErrorCode::kCorrupt, "it is no compound file of Office");
  }
  return file.Streams();
}

}  // namespace concord::document
