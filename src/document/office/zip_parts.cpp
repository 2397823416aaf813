#include "document/office/zip_parts.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

#include "concord/source/password.h"

namespace concord::document {
namespace {

constexpr std::uint64_t kFreeBytes = 16u << 20;  // no ratio is asked below this

struct Closer {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using ZipReader = std::unique_ptr<archive, Closer>;

Result<> Damaged(archive* reader) {
  const char* why = archive_error_string(reader);
  return Fail(ErrorCode::kCorrupt, "its ZIP parts cannot be read (" +
                                       std::string(why ? why : "damaged") +
                                       ")");
}

class Taker {
 public:
  Taker(std::string_view bytes, const ZipLimits& limits)
      : limits_(limits),
        most_(std::min(limits.max_bytes,
                       std::max<std::uint64_t>(
                           kFreeBytes, bytes.size() * limits.max_ratio))) {}

  Result<> Take(archive* reader, std::string* part) {
    std::array<char, 1 << 16> buffer;
    while (true) {
      const la_ssize_t got =
          archive_read_data(reader, buffer.data(), buffer.size());
      if (got < 0) return Damaged(reader);
      if (got == 0) return {};
      taken_ += static_cast<std::uint64_t>(got);
      if (taken_ > most_) {
        return Fail(ErrorCode::kLimitExceeded,
                    "its parts expand to more than " + std::to_string(most_) +
                        " bytes");
      }
      part->append(buffer.data(), static_cast<std::size_t>(got));
    }
  }

  bool TooMany() { return ++members_ > limits_.max_members; }

 private:
  ZipLimits limits_;
  std::uint64_t most_;
  std::uint64_t taken_ = 0;
  std::uint32_t members_ = 0;
};

}  // namespace

Result<ZipParts> ReadZip(std::string_view bytes,
                         const std::function<bool(std::string_view)>& wanted,
                         const ZipLimits& limits) {
  const ZipReader reader(archive_read_new());
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) !=
      ARCHIVE_OK) {
    TRY_RETURN(Damaged(reader.get()));
  }
  ZipParts parts;
  Taker taker(bytes, limits);
  archive_entry* entry = nullptr;
  while (true) {
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return parts;
    if (status < ARCHIVE_WARN) TRY_RETURN(Damaged(reader.get()));
    if (taker.TooMany()) {
      return Fail(ErrorCode::kLimitExceeded,
                  "it has more than " + std::to_string(limits.max_members) +
                      " members");
    }
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr || !wanted(name)) continue;
    if (archive_entry_is_encrypted(entry)) {
      return tl::unexpected(
          source::PasswordRequired().In(source::kPasswordRequired));
    }
    std::string part;
    TRY_RETURN(taker.Take(reader.get(), &part));
    parts.insert_or_assign(name, std::move(part));
  }
}

std::string_view PartOf(const ZipParts& parts, std::string_view name) {
  const auto found = parts.find(std::string(name));
  return found == parts.end() ? std::string_view{} : found->second;
}

}  // namespace concord::document
