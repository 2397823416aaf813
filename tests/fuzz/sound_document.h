#pragma once
// The promises of decoding on bytes of any kind.

#include <string>
#include <string_view>

#include "concord/document/decode.h"
#include "tests/fuzz/require.h"

namespace concord::fuzzing {

// Whatever the bytes, they are refused with a reason, or a document comes out
// of them that is sound and is the same the second time.
inline Result<document::Document> RequireSoundDocument(
    std::string_view bytes, const std::string& media_type) {
  source::Capture capture;
  capture.uri = "http://northmarch-pa.example/page";
  capture.media_type = media_type;
  capture.bytes = std::string(bytes);
  auto document = document::Decode(capture, {});
  if (!document) {
    Require(!document.error().message().empty(), "a refusal says why");
    return document;
  }
  const auto sound = document::Verify(*document);
  Require(sound.has_value(), sound ? "" : sound.error().message());
  Require(document == document::Decode(capture, {}), "decoding is a function");
  return document;
}

}  // namespace concord::fuzzing
