#pragma once
// A page of a PDF as a picture, for OCR. Runs in the decoding worker.

#include <cstdint>
#include <string_view>

#include "concord/base/result.h"
#include "concord/document/ocr.h"

namespace concord::document {

// Page `number`, from 1. Coarser than `dots_per_inch` where it would have more
// than `max_pixels`. kLimitExceeded, kCorrupt. One thread at a time.
[[nodiscard]] Result<PageImage> RenderPage(std::string_view bytes,
                                           std::uint32_t number,
                                           std::uint32_t dots_per_inch,
                                           std::uint32_t max_pixels);

}  // namespace concord::document
