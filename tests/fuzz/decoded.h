#pragma once
// The promises of decoding and extraction on bytes of any kind.

#include <string>
#include <string_view>

#include "concord/extraction/extract.h"
#include "concord/extraction/forms.h"
#include "tests/fuzz/sound_document.h"

namespace concord::fuzzing {

// A document that came out of the bytes can be read without failing; every
// quotation stands where it says it stands.
inline void RequireSoundReading(std::string_view bytes,
                                const std::string& media_type) {
  const auto document = RequireSoundDocument(bytes, media_type);
  if (!document) return;  // refused with a reason
  const auto extraction = extraction::Extract(*document);
  const auto quoted = extraction::Verify(extraction, *document);
  Require(quoted.has_value(), quoted ? "" : quoted.error().message());
  const std::string kept = extraction::ToStoredJson(extraction);
  const auto read = extraction::FromStoredJson(kept);
  Require(read.has_value(), "a kept extraction can be read");
  Require(extraction::ToStoredJson(*read) == kept, "keeping loses nothing");
}

}  // namespace concord::fuzzing
