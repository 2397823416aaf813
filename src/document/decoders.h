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
[[nodiscard]] Result<Document> DecodeDocx(const source::Capture& capture,
                                          const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeOdt(const source::Capture& capture,
                                         const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeCsv(const source::Capture& capture,
                                         const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeXlsx(const source::Capture& capture,
                                          const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeMarkdown(const source::Capture& capture,
                                              const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeEml(const source::Capture& capture,
                                         const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeRtf(const source::Capture& capture,
                                         const DecodeLimits& limits);
[[nodiscard]] Result<Document> DecodeDoc(const source::Capture& capture,
                                         const DecodeLimits& limits);

}  // namespace concord::document
