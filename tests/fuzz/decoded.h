#pragma once
// The promises of decoding and extraction on bytes of any kind.

#include <string>
#include <string_view>

#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "concord/extraction/forms.h"
#include "tests/fuzz/require.h"

namespace concord::fuzzing {

// Whatever the bytes, a document that came out of them is sound, is the same
// the second time, and can be read without failing; every quotation stands
// where it says it stands.
inline void RequireSoundReading(std::string_view bytes,
                                const std::string& media_type) {
  source::Capture capture;
  capture.uri = "http://northmarch-pa.example/page";
  capture.media_type = media_type;
  capture.bytes = std::string(bytes);
  const auto document = document::Decode(capture, {});
  if (!document) return;  // refused with a reason
  const auto sound = document::Verify(*document);
  Require(sound.has_value(), sound ? "" : sound.error().message());
  Require(document == document::Decode(capture, {}), "decoding is a function");
  const auto extraction = extraction::Extract(*document);
  const auto quoted = extraction::Verify(extraction, *document);
  Require(quoted.has_value(), quoted ? "" : quoted.error().message());
  const std::string kept = extraction::ToStoredJson(extraction);
  const auto read = extraction::FromStoredJson(kept);
  Require(read.has_value(), "a kept extraction can be read");
  Require(extraction::ToStoredJson(*read) == kept, "keeping loses nothing");
}

}  // namespace concord::fuzzing
