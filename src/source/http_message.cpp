#include "source/http_message.h"

#include <brotli/decode.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "source/gzip_stream.h"

namespace concord::source {
namespace {

std::string_view Trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// Cuts the first line off `text`, without its end.
std::string_view TakeLine(std::string_view* text) {
  const std::size_t end = text->find('\n');
  std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// "HTTP/1.1 200 OK" -> 200; 0 for what is no status line.
int StatusOf(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return 0;
  const std::string_view digits = Trim(line.substr(space)).substr(0, 3);
  int status = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return status >= 100 && status < 600 ? status : 0;
}

// nullopt where `body` is not made of chunks.
std::optional<std::string> JoinChunks(std::string_view body) {
  std::string joined;
  while (!body.empty()) {
    std::string_view size_line = TakeLine(&body);
    size_line = Trim(size_line.substr(0, size_line.find(';')));
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(
        size_line.data(), size_line.data() + size_line.size(), size, 16);
    if (error != std::errc() || end != size_line.data() + size_line.size()) {
      return std::nullopt;
    }
    if (size == 0) return joined;
    if (size > body.size()) {
      // Cut off in the middle: what is there is there, if it began well.
      if (joined.empty()) return std::nullopt;
      return joined + std::string(body);
    }
    joined.append(body.substr(0, size));
    body.remove_prefix(size);
    TakeLine(&body);
  }
  return joined;
}

Read<std::string> InflateBrotli(std::string_view packed,
                                std::uint64_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)>
      state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
            BrotliDecoderDestroyInstance);
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
  std::size_t in_left = packed.size();
  std::string bytes;
  std::string chunk(1 << 16, '\0');
  BrotliDecoderResult done = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (done == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT &&
         bytes.size() <= max_bytes) {
    auto* next_out = reinterpret_cast<std::uint8_t*>(chunk.data());
    std::size_t out_left = chunk.size();
    done = BrotliDecoderDecompressStream(state.get(), &in_left, &next_in,
                                         &out_left, &next_out, nullptr);
    bytes.append(chunk, 0, chunk.size() - out_left);
  }
  if (bytes.size() > max_bytes) {
    return tl::unexpected(TooLargeUnpacked(max_bytes));
  }
  if (done == BROTLI_DECODER_RESULT_SUCCESS) return bytes;
  return FaultOf(ErrorCode::kCorrupt, "the brotli body is damaged", "damaged");
}

// Undoes one coding; what is not so coded stays as it is.
Read<std::string> Undo(std::string_view coding, std::string body,
                       std::uint64_t max_bytes) {
  const bool zlib =
      coding == "gzip" || coding == "x-gzip" || coding == "deflate";
  if (!zlib && coding != "br") return body;
  auto plain = zlib ? Inflate(body, max_bytes) : InflateBrotli(body, max_bytes);
  if (plain || plain.error().code == "too_large") return plain;
  const bool looks_packed = coding != "br" && body.starts_with("\x1F\x8B");
  if (looks_packed) return plain;
  return body;
}

}  // namespace

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view HttpMessage::Field(std::string_view lower_name) const {
  for (const auto& [name, value] : fields) {
    if (name == lower_name) return value;
  }
  return {};
}

std::optional<std::pair<std::string, std::string>> ReadField(
    std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  return std::pair(Lower(Trim(line.substr(0, colon))),
                   std::string(Trim(line.substr(colon + 1))));
}

std::optional<HttpMessage> ReadHttpMessage(std::string_view block) {
  HttpMessage message;
  message.status = StatusOf(TakeLine(&block));
  if (message.status == 0) return std::nullopt;
  while (!block.empty()) {
    const std::string_view line = TakeLine(&block);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') &&
        !message.fields.empty()) {
      message.fields.back().second += " " + std::string(Trim(line));
    } else if (auto field = ReadField(line)) {
      message.fields.push_back(std::move(*field));
    }
  }
  message.body = block;
  return message;
}

Read<std::string> DecodeBody(const HttpMessage& message,
                             std::uint64_t max_bytes) {
  std::string body(message.body);
  if (Lower(message.Field("transfer-encoding")).find("chunked") !=
      std::string::npos) {
    if (auto joined = JoinChunks(body)) body = std::move(*joined);
  }
  std::string codings = Lower(message.Field("content-encoding"));
  // The last one named was the last one done.
  while (!codings.empty()) {
    const std::size_t comma = codings.rfind(',');
    const std::string coding(
        Trim(comma == std::string::npos ? codings : codings.substr(comma + 1)));
    codings.resize(comma == std::string::npos ? 0 : comma);
    auto plain = Undo(coding, std::move(body), max_bytes);
    if (!plain) return plain;
    body = std::move(*plain);
  }
  if (body.size() > max_bytes) {
    return tl::unexpected(TooLarge(max_bytes));
  }
  return body;
}

std::pair<std::string, std::string> ReadContentType(std::string_view field) {
  const std::size_t semicolon = field.find(';');
  std::string type = Lower(Trim(field.substr(0, semicolon)));
  std::string charset;
  std::string rest =
      semicolon == std::string_view::npos ? "" : Lower(field.substr(semicolon));
  if (const std::size_t at = rest.find("charset="); at != std::string::npos) {
    rest = rest.substr(at + 8);
    charset = Trim(rest.substr(0, rest.find(';')));
    std::erase(charset, '"');
    std::erase(charset, '\'');
  }
  return {std::move(type), std::move(charset)};
}

}  // namespace concord::source
