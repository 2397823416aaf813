#pragma once
// What a server sent, as a web archive kept it: status, header and body.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/byte_stream.h"

namespace concord::source {

struct HttpMessage {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> fields;  // names lower case
  std::string_view body;  // in the block that was read, still coded

  std::string_view Field(std::string_view lower_name) const;
};

// nullopt where `block` does not begin with a status line. Lives no longer
// than `block`.
std::optional<HttpMessage> ReadHttpMessage(std::string_view block);

// The body with its codings undone: chunks, gzip, deflate and brotli. A body
// that is not coded as its header says is taken as it is, as browsers and
// crawlers do: many archives keep bodies that were decoded already.
[[nodiscard]] Read<std::string> DecodeBody(const HttpMessage& message,
                                           std::uint64_t max_bytes);

// "Text/HTML; charset=utf-8" -> {"text/html", "utf-8"}.
std::pair<std::string, std::string> ReadContentType(std::string_view field);

// With the letters of ASCII in lower case.
std::string Lower(std::string_view text);

// "name: value" -> {"name" in lower case, "value"}; nullopt without a colon.
std::optional<std::pair<std::string, std::string>> ReadField(
    std::string_view line);

}  // namespace concord::source
