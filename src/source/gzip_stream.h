#pragma once
// What is packed with gzip, all members of it one after the other.
//
// Own code over zlib, because a web archive is a row of members, one a record,
// and readers that stop after the first one lose all others without a word.
// Bytes after the last member that are no gzip are counted and left out.

#include <zlib.h>

#include "source/byte_stream.h"

namespace concord::source {

class GzipStream : public ByteStream {
 public:
  explicit GzipStream(std::unique_ptr<ByteStream> packed);
  ~GzipStream() override;
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  // Faults: "truncated", or "damaged" where the packed bytes are wrong.
  Read<std::size_t> ReadSome(char* to, std::size_t size) override;
  // To the next place that looks like the start of a member.
  bool Recover() override;
  // Of the start of the member being read, in the packed file.
  std::uint64_t Offset() const override { return member_offset_; }
  bool OffsetIsOfMember() const override { return true; }
  std::uint64_t Garbage() const override { return garbage_; }

 private:
  enum class Between { kMember, kEnd };

  Read<bool> Fill();  // false at the end of the packed bytes
  Read<Between> NextMember();
  Read<std::uint64_t> CountRest();

  std::unique_ptr<ByteStream> packed_;
  z_stream zlib_{};
  std::string buffer_;
  std::uint64_t read_ = 0;  // packed bytes taken so far, buffer included
  std::uint64_t member_offset_ = 0;
  std::uint64_t garbage_ = 0;
  bool in_member_ = false;
  bool any_member_ = false;
  bool ended_ = false;
};

// All of `packed` unpacked: gzip, zlib or bare deflate. "too_large" beyond
// `max_bytes`.
[[nodiscard]] Read<std::string> Inflate(std::string_view packed,
                                        std::uint64_t max_bytes);

}  // namespace concord::source
