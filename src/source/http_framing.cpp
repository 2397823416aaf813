#include "source/http_framing.h"

#include <algorithm>
#include <charconv>

#include "source/http_message.h"

namespace concord::source {
namespace {

constexpr std::size_t kLongestChunkLine = 4096;

template <class Number>
std::optional<Number> ReadNumber(std::string_view text, int base) {
  Number number{};
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

}  // namespace

bool HttpFraming::Add(std::string_view bytes) {
  block_ += bytes;
  while (body_ == 0) {
    const std::size_t before = block_.size();
    if (!ReadHead()) return false;
    // An answer before the answer was taken out, or more has to come.
    if (block_.size() == before) break;
  }
  if (body_ == 0) return block_.size() <= max_header_;
  if (chunked_) return ReadChunks();
  if (length_ && body_size() >= *length_) {
    block_.resize(body_ + *length_);
    complete_ = true;
  }
  return true;
}

bool HttpFraming::AtEnd() const {
  return complete_ || (body_ > 0 && !chunked_ && !length_);
}

bool HttpFraming::ReadHead() {
  constexpr std::string_view kBegin = "HTTP/";
  const std::size_t shared = std::min(kBegin.size(), block_.size());
  if (block_.compare(0, shared, kBegin, 0, shared) != 0) return false;
  std::size_t end = block_.find("\r\n\r\n");
  const std::size_t bare = block_.find("\n\n");
  if (end == std::string::npos && bare == std::string::npos) return true;
  end = bare < end ? bare + 2 : end + 4;
  if (end > max_header_) return false;
  const auto message = ReadHttpMessage(std::string_view(block_).substr(0, end));
  if (!message) return false;
  if (message->status < 200) {
    block_.erase(0, end);
    return message->status != 101;
  }
  body_ = next_chunk_ = end;
  if (message->status == 204 || message->status == 304) {
    block_.resize(end);
    length_ = 0;
    return true;
  }
  chunked_ = Lower(message->Field("transfer-encoding")).find("chunked") !=
             std::string::npos;
  const std::string_view length = message->Field("content-length");
  if (!chunked_ && !length.empty()) {
    length_ = ReadNumber<std::uint64_t>(length, 10);
    return length_.has_value();
  }
  return true;
}

bool HttpFraming::ReadChunks() {
  while (!complete_) {
    const std::size_t end = block_.find('\n', next_chunk_);
    if (end == std::string::npos) {
      return block_.size() - next_chunk_ <= kLongestChunkLine;
    }
    std::string_view line =
        std::string_view(block_).substr(next_chunk_, end - next_chunk_);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (in_trailer_) {
      complete_ = line.empty();
      next_chunk_ = end + 1;
      continue;
    }
    const auto size = ReadNumber<std::uint32_t>(
        line.substr(0, line.find_first_of("; \t")), 16);
    if (!size) return false;
    in_trailer_ = *size == 0;
    // Behind a chunk's bytes: the end of their line. Until that is there, the
    // chunk's own line is read again.
    const std::size_t after = end + 1 + *size;
    if (*size > 0 && after + 2 > block_.size()) return true;
    next_chunk_ = *size == 0 ? after : after + (block_[after] == '\r' ? 2 : 1);
  }
  return true;
}

}  // namespace concord::source
