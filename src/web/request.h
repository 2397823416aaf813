#pragma once
// A request as far as this server reads it: strictly, and nothing twice.
//
// Why own code: Poco's server takes obsolete line folding, two lengths, a
// missing Host, and runs the unread body of one request as the next one. Here
// a head is read whole or refused, a body is refused, and the connection is
// closed after every answer, so there is nothing to smuggle.
//
//   "GET /reports/r3fa9?q=plan HTTP/1.1\r\nHost: localhost:8750\r\n\r\n"
//       segments {"reports", "r3fa9"}, fields {q: plan}
//
// Pure functions of the bytes.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "concord/web/server.h"

namespace concord::web {

enum class Method { kGet, kHead };

struct Request {
  Method method = Method::kGet;
  std::string path;                   // as sent, without the query
  std::vector<std::string> segments;  // decoded; none is "", "." or ".."
  std::map<std::string, std::string> fields;   // of the query, decoded
  std::map<std::string, std::string> headers;  // names in lower case

  // "" where it was not sent.
  std::string Field(const std::string& name) const;
  std::string Header(const std::string& name) const;
};

// Why a request is not answered, with the status that says so.
struct Refusal {
  int status = 400;
  std::string why;

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

// `head`: everything up to and with the empty line.
tl::expected<Request, Refusal> ParseRequest(std::string_view head,
                                            const Limits& limits);

// Percent-decoding, once; nullopt for what is no code or no UTF-8, and for
// control characters. `plus`: '+' is a space, as in a form's query.
enum class Plus { kItself, kSpace };
std::optional<std::string> Decode(std::string_view text, Plus plus);

// The opposite, for links: everything but letters, digits and -._~ as %XX.
std::string Encode(std::string_view text);

// True where the Host header names this server and not somebody else's name
// that was made to point here: an address, "localhost", or one of `hosts`,
// with the right port.
bool IsOwnHost(std::string_view host, std::uint16_t port,
               const std::vector<std::string>& hosts);

}  // namespace concord::web
