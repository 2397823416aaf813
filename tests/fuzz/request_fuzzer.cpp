// Bytes as the head of a request to the server: refused, or read into what
// nothing behind it has to look at again.

#include <cstdint>

#include "tests/fuzz/require.h"
#include "web/request.h"

namespace concord::fuzzing {
namespace {

bool HasControl(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') return true;
    if (byte == 0x7F) return true;
  }
  return false;
}

void RequireRequest(const web::Request& request, const web::Limits& limits) {
  Require(request.path.starts_with('/'), "a path begins at the root");
  for (const std::string& segment : request.segments) {
    Require(!segment.empty() && segment != "." && segment != "..",
            "a segment is a name");
    Require(!HasControl(segment), "a segment has no control characters");
    Require(web::Decode(web::Encode(segment), web::Plus::kItself) == segment,
            "what is written into a link is read back");
  }
  Require(request.fields.size() <= limits.query_fields,
          "the limit on fields holds");
  for (const auto& [name, value] : request.fields) {
    Require(value.size() <= limits.value_bytes, "the limit on values holds");
    Require(!HasControl(name) && !HasControl(value),
            "a field has no control characters");
  }
  Require(request.headers.size() <= limits.header_fields,
          "the limit on header fields holds");
  (void)web::IsOwnHost(request.Header("host"), 8750, {"archive.example"});
}

}  // namespace
}  // namespace concord::fuzzing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace concord;
  const std::string_view head(reinterpret_cast<const char*>(data), size);
  const web::Limits limits;
  const auto request = web::ParseRequest(head, limits);
  if (!request) {
    fuzzing::Require(request.error().status >= 400 &&
                         request.error().status < 600 &&
                         !request.error().why.empty(),
                     "a refusal has its status and says why");
    return 0;
  }
  fuzzing::RequireRequest(*request, limits);
  return 0;
}
