#pragma once
// Where the answer of a web server ends, as it comes in piece by piece.
//
//   HttpFraming framing(max_header);
//   while (!framing.complete()) { ... framing.Add(bytes) ... }
//
// A connection that ends before is a page that was cut off, which no client
// that reads "to the end" can tell from a whole one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord::source {

class HttpFraming {
 public:
  explicit HttpFraming(std::size_t max_header) : max_header_(max_header) {}

  // Takes what was read. False where it is no answer of a web server.
  bool Add(std::string_view bytes);
  // Call when the other side has closed: true where nothing is missing.
  bool AtEnd() const;

  bool complete() const { return complete_; }
  std::size_t body_size() const { return block_.size() - body_; }
  std::uint64_t stated_size() const { return length_.value_or(0); }
  // Status line, header and body as they came; the body still in chunks. What
  // a server says before the answer ("100 Continue") is not in it.
  std::string& block() { return block_; }

 private:
  bool ReadHead();
  bool ReadChunks();

  std::size_t max_header_;
  std::string block_;
  std::size_t body_ = 0;  // where it begins; 0 = the header is not whole yet
  std::optional<std::uint64_t> length_;
  bool chunked_ = false;
  std::size_t next_chunk_ = 0;  // where its line begins, in `block_`
  bool in_trailer_ = false;
  bool complete_ = false;
};

}  // namespace concord::source
