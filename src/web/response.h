#pragma once
// An answer, and how it goes over the wire: with the same guards on every one,
// also on errors and on the style sheet.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/request.h"

namespace concord::web {

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  // An address that never means other bytes: kept by the browser for a year.
  bool immutable = false;
  // Bytes of a document as captured: never run, never shown in our origin.
  bool untrusted = false;
};

// Answers If-None-Match: 304 without a body where the client has these bytes.
Response Conditional(Response response, const Request& request);

// The whole answer. For kHead the same without the body. Header values with a
// line end or a NUL are left out: they cannot be sent safely.
std::string Serialise(const Response& response, Method method);

std::string_view ReasonPhrase(int status);

// A download under a file name of this program's making.
Response Download(const std::string& file_name, const std::string& type,
                  std::string bytes);

// `name` for Content-Disposition: the plain form for old clients and RFC 8187's
// for all others, with nothing in it that could end the header.
std::string Attachment(std::string_view file_name);

}  // namespace concord::web
