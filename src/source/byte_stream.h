#pragma once
// Bytes one after the other, from a file, from memory or unpacked from others.
//
// Internal to the source module. One thread.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "concord/base/result.h"

namespace concord::source {

// What stopped the reading of an archive or a member: an Error, and a word for
// the ledger that says more than its code ("truncated", "password_required").
struct Fault {
  Error error;
  std::string code;
};

template <class T>
using Read = tl::expected<T, Fault>;

inline tl::unexpected<Fault> FaultOf(ErrorCode code, std::string message,
                                     std::string word = "") {
  return tl::unexpected<Fault>(
      Fault{Error(code, std::move(message)), std::move(word)});
}

// Of what is left out for its size, as it lies there and when unpacked.
inline Fault TooLarge(std::uint64_t limit) {
  return {Error(ErrorCode::kLimitExceeded,
                "larger than the limit of " + std::to_string(limit) + " bytes"),
          "too_large"};
}
inline Fault TooLargeUnpacked(std::uint64_t limit) {
  Fault fault = TooLarge(limit);
  fault.error = {fault.error.code(), "unpacked it is " + fault.error.message()};
  return fault;
}

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // At most `size` bytes; 0 only at the end.
  [[nodiscard]] virtual Read<std::size_t> ReadSome(char* to,
                                                   std::size_t size) = 0;
  // Called after a fault: goes on where reading may be possible again, if
  // there is such a place.
  virtual bool Recover() { return false; }
  // Where in the file the next bytes lie, for messages.
  virtual std::uint64_t Offset() const = 0;
  // True where Offset() names the start of a packed member, whatever was read
  // of it since.
  virtual bool OffsetIsOfMember() const { return false; }
  // Bytes at the end that belong to nothing; 0 for most.
  virtual std::uint64_t Garbage() const { return 0; }
};

// From an open descriptor, which it does not close.
class DescriptorStream : public ByteStream {
 public:
  explicit DescriptorStream(int descriptor) : descriptor_(descriptor) {}
  Read<std::size_t> ReadSome(char* to, std::size_t size) override;
  std::uint64_t Offset() const override { return offset_; }

 private:
  int descriptor_;
  std::uint64_t offset_ = 0;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}
  Read<std::size_t> ReadSome(char* to, std::size_t size) override;
  std::uint64_t Offset() const override { return offset_; }

 private:
  std::string bytes_;
  std::size_t offset_ = 0;
};

// `head` first, then `rest`.
class JoinedStream : public ByteStream {
 public:
  JoinedStream(std::string head, std::unique_ptr<ByteStream> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}
  Read<std::size_t> ReadSome(char* to, std::size_t size) override;
  std::uint64_t Offset() const override {
    return at_ < head_.size() ? at_ : rest_->Offset();
  }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteStream> rest_;
};

// Reads until `size` bytes are there or the stream ends.
[[nodiscard]] Read<std::string> ReadUpTo(ByteStream& stream, std::size_t size);

}  // namespace concord::source
