#pragma once
// Lines and blocks of a web archive, with room to step back.

#include <optional>
#include <string>
#include <string_view>

#include "source/byte_stream.h"

namespace concord::source {

class RecordReader {
 public:
  explicit RecordReader(std::unique_ptr<ByteStream> stream)
      : stream_(std::move(stream)) {}

  // The next line without its end; nullopt at the end. A line of more than
  // `kLongestLine` bytes is given in pieces.
  [[nodiscard]] Read<std::optional<std::string>> Line();
  // `size` bytes, or what there is before the end.
  [[nodiscard]] Read<std::string> Block(std::uint64_t size);
  // Passes over `size` bytes; how many there were.
  [[nodiscard]] Read<std::uint64_t> Skip(std::uint64_t size);
  // Puts `bytes` before what comes next.
  void PutBack(std::string_view bytes);
  bool Recover();

  // Where in the file the next record begins: its packed member, else its
  // first byte. nullopt at the end.
  [[nodiscard]] Read<std::optional<std::uint64_t>> Offset();
  std::uint64_t Garbage() const { return stream_->Garbage(); }

  static constexpr std::size_t kLongestLine = 1 << 16;

 private:
  Read<bool> Fill();

  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace concord::source
