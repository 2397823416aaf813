#include "web/request.h"

#include <Poco/Net/IPAddress.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "concord/base/unicode.h"

namespace concord::web {
namespace {

using Refused = tl::unexpected<Refusal>;

Refused Refuse(int status, std::string why) {
  return Refused(Refusal{status, std::move(why)});
}

bool IsAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

// RFC 9110, 5.6.2
bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return IsAlnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) !=
                             std::string_view::npos;
  });
}

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view TrimBlanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return text;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The text up to the next CR LF, which is taken off `rest`; nullopt where a
// line ends otherwise.
std::optional<std::string_view> TakeLine(std::string_view* rest) {
  const std::size_t end = rest->find("\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest->substr(0, end);
  rest->remove_prefix(end + 2);
  if (line.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
  return line;
}

tl::expected<void, Refusal> ReadTarget(std::string_view target,
                                       const Limits& limits, Request* request) {
  if (target.size() > limits.target_bytes) {
    return Refuse(414, "the address is longer than " +
                           std::to_string(limits.target_bytes) + " bytes");
  }
  if (!target.starts_with('/')) return Refuse(400, "the address is no path");
  const std::size_t mark = target.find('?');
  std::string_view path = target.substr(0, mark);
  request->path = path;
  path.remove_prefix(1);
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::optional<std::string> segment =
        Decode(path.substr(0, slash), Plus::kItself);
    if (!segment || segment->empty() || *segment == "." || *segment == ".." ||
        segment->find_first_of("/\\") != std::string::npos) {
      return Refuse(400, "the address cannot be read");
    }
    request->segments.push_back(*segment);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  if (mark == std::string_view::npos) return {};
  std::string_view query = target.substr(mark + 1);
  std::size_t count = 0;
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view field = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (field.empty()) continue;
    if (++count > limits.query_fields) {
      return Refuse(400, "more than " + std::to_string(limits.query_fields) +
                             " fields in the address");
    }
    const std::size_t equals = field.find('=');
    const auto name = Decode(field.substr(0, equals), Plus::kSpace);
    const auto value = equals == std::string_view::npos
                           ? std::optional<std::string>("")
                           : Decode(field.substr(equals + 1), Plus::kSpace);
    if (!name || !value) return Refuse(400, "the address cannot be read");
    if (value->size() > limits.value_bytes) {
      return Refuse(400, "'" + Ellipsis(*name, 40) + "' is longer than " +
                             std::to_string(limits.value_bytes) + " bytes");
    }
    if (!request->fields.emplace(*name, *value).second) {
      return Refuse(400,
                    "'" + Ellipsis(*name, 40) + "' is given more than once");
    }
  }
  return {};
}

tl::expected<void, Refusal> ReadHeaders(std::string_view rest,
                                        const Limits& limits,
                                        Request* request) {
  while (true) {
    const std::optional<std::string_view> line = TakeLine(&rest);
    if (!line) return Refuse(400, "a header line has no proper end");
    if (line->empty()) break;
    if (request->headers.size() >= limits.header_fields) {
      return Refuse(431, "more than " + std::to_string(limits.header_fields) +
                             " header fields");
    }
    const std::size_t colon = line->find(':');
    const std::string_view name = line->substr(0, colon);
    if (colon == std::string_view::npos || !IsToken(name)) {
      return Refuse(400, "a header line cannot be read");
    }
    const std::string_view value = TrimBlanks(line->substr(colon + 1));
    if (HasControl(value)) return Refuse(400, "a header cannot be read");
    const auto [place, is_new] =
        request->headers.emplace(Lower(name), std::string(value));
    if (is_new) continue;
    // What decides where a request ends or whom it is for must stand once.
    const std::string& known = place->first;
    if (known == "host" || known == "content-length") {
      return Refuse(400, "two " + known + " headers");
    }
    place->second += ", " + std::string(value);
  }
  if (request->headers.contains("transfer-encoding") ||
      (request->headers.contains("content-length") &&
       request->Header("content-length") != "0")) {
    return Refuse(400, "a request with a body is not taken");
  }
  return {};
}

}  // namespace

std::string Request::Field(const std::string& name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? "" : found->second;
}

std::string Request::Header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

tl::expected<Request, Refusal> ParseRequest(std::string_view head,
                                            const Limits& limits) {
  const std::optional<std::string_view> line = TakeLine(&head);
  if (!line) return Refuse(400, "the request line has no proper end");
  const std::size_t first = line->find(' ');
  const std::size_t last = line->rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return Refuse(400, "the request line cannot be read");
  }
  const std::string_view method = line->substr(0, first);
  const std::string_view target = line->substr(first + 1, last - first - 1);
  const std::string_view version = line->substr(last + 1);
  if (!IsToken(method) || HasControl(target) ||
      target.find_first_of(" \t#") != std::string_view::npos) {
    return Refuse(400, "the request line cannot be read");
  }
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    return Refuse(version.starts_with("HTTP/") ? 505 : 400,
                  "only HTTP/1.0 and HTTP/1.1 are spoken here");
  }
  if (method != "GET" && method != "HEAD") {
    return Refuse(405,
                  "only GET and HEAD: this face reads and changes nothing");
  }
  Request request;
  request.method = method == "HEAD" ? Method::kHead : Method::kGet;
  if (auto read = ReadTarget(target, limits, &request); !read) {
    return Refused(read.error());
  }
  if (auto read = ReadHeaders(head, limits, &request); !read) {
    return Refused(read.error());
  }
  if (request.Header("host").empty()) return Refuse(400, "no Host header");
  return request;
}

std::optional<std::string> Decode(std::string_view text, Plus plus) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus == Plus::kSpace) c = ' ';
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = HexDigit(text[i + 1]);
      const int low = HexDigit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    // A line end in a text field is a space; other controls are no text.
    if (plus == Plus::kSpace && (c == '\n' || c == '\r' || c == '\t')) c = ' ';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
    decoded.push_back(c);
  }
  if (!IsValidUtf8(decoded)) return std::nullopt;
  return decoded;
}

std::string Encode(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (IsAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      encoded.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded.push_back('%');
    encoded.push_back(kHex[byte >> 4]);
    encoded.push_back(kHex[byte & 15]);
  }
  return encoded;
}

bool IsOwnHost(std::string_view host, std::uint16_t port,
               const std::vector<std::string>& hosts) {
  const std::size_t bracket = host.rfind(']');
  const std::size_t colon =
      host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  std::string name = Lower(host.substr(0, colon));
  if (colon != std::string_view::npos) {
    const std::string_view digits = host.substr(colon + 1);
    unsigned given = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), given);
    if (error != std::errc() || end != digits.data() + digits.size() ||
        given != port) {
      return false;
    }
  } else if (port != 80) {
    return false;
  }
  if (name.starts_with('[') && name.ends_with(']')) {
    name = name.substr(1, name.size() - 2);
  }
  Poco::Net::IPAddress address;
  return name == "localhost" || Poco::Net::IPAddress::tryParse(name, address) ||
         std::find(hosts.begin(), hosts.end(), name) != hosts.end();
}

}  // namespace concord::web
