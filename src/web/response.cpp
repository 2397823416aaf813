#include "web/response.h"

#include <algorithm>

#include "concord/base/digest.h"

namespace concord::web {
namespace {

constexpr std::string_view kPagePolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";
// Nothing at all, and an origin of its own.
constexpr std::string_view kOriginalPolicy = "sandbox; default-src 'none'";

bool IsSafe(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return c == '\r' || c == '\n' || c == '\0';
  });
}

void Add(std::string_view name, std::string_view value, std::string* head) {
  if (!IsSafe(name) || !IsSafe(value)) return;
  head->append(name).append(": ").append(value).append("\r\n");
}

std::string TagOf(const Response& response) {
  return "\"" + Sha256Hex(response.body).substr(0, 32) + "\"";
}

}  // namespace

Response Conditional(Response response, const Request& request) {
  if (response.status != 200 || response.untrusted) return response;
  const std::string tag = TagOf(response);
  response.headers.emplace_back("ETag", tag);
  const std::string known = request.Header("if-none-match");
  if (known != "*" && known.find(tag) == std::string::npos) return response;
  response.status = 304;
  response.body.clear();
  return response;
}

std::string Serialise(const Response& response, Method method) {
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " " +
                    std::string(ReasonPhrase(response.status)) + "\r\n";
  Add("Content-Type", response.type, &out);
  if (response.status != 304) {
    Add("Content-Length", std::to_string(response.body.size()), &out);
  }
  Add("Content-Security-Policy",
      response.untrusted ? kOriginalPolicy : kPagePolicy, &out);
  Add("X-Content-Type-Options", "nosniff", &out);
  Add("X-Frame-Options", "DENY", &out);
  Add("Referrer-Policy", "no-referrer", &out);
  Add("Cross-Origin-Opener-Policy", "same-origin", &out);
  Add("Cross-Origin-Resource-Policy", "same-origin", &out);
  Add("Cache-Control",
      response.immutable   ? "public, max-age=31536000, immutable"
      : response.untrusted ? "no-store"
                           : "private, no-cache",
      &out);
  Add("Vary", "Accept", &out);
  for (const auto& [name, value] : response.headers) Add(name, value, &out);
  // One request a connection: an idle one would hold a thread.
  Add("Connection", "close", &out);
  out += "\r\n";
  if (method == Method::kGet && response.status != 304) out += response.body;
  return out;
}

std::string_view ReasonPhrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 414:
      return "URI Too Long";
    case 421:
      return "Misdirected Request";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

Response Download(const std::string& file_name, const std::string& type,
                  std::string bytes) {
  Response response{.type = type, .body = std::move(bytes)};
  response.headers.emplace_back("Content-Disposition", Attachment(file_name));
  return response;
}

std::string Attachment(std::string_view file_name) {
  std::string plain;
  for (const char c : file_name) {
    const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                      c == '_';
    plain.push_back(safe ? c : '_');
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" +
         Encode(file_name);
}

}  // namespace concord::web
