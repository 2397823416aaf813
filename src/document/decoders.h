#pragma once
// One function a format. A new format is a file that defines such a function
// and one line in the table of decode.cpp.

#include "concord/base/result.h"
#include "concord/document/decode.h"

namespace concord::document {

[[nodiscard]] Result<Document> DecodeText(const source::Capture& capture,
                                          const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeHtml(const source::Capture& capture,
                                          const DecodeLimits& limits);

[[nodiscard]] Result<Document> DecodePdf(const source::Capture& capture,
                                         const DecodeLimits& limits);

}  // namespace concord::document
