#pragma once
// What OCR read, as words on pages: from there on a scan is a PDF like any.

#include <cstdint>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "concord/document/decode.h"
#include "concord/document/ocr.h"
#include "concord/source/capture.h"
#include "document/pdf/pages.h"

namespace concord::document {

struct ScannedPage {
  std::uint32_t dots_per_inch = 0;
  std::string hocr;     // of tesseract
  std::string problem;  // why there is none; or ""
};

struct Scan {
  std::string program;
  std::string language;
  std::vector<ScannedPage> pages;
};

struct ScanWords {
  std::vector<std::vector<PdfWord>> pages;
  OcrReading reading;
  std::vector<std::string> notes;  // of pages and lines that were left out
};

// Lines that are guessed more than read (smudges, signatures), and pages of
// nothing else (pictures), give no words.
ScanWords WordsOf(const Scan& scan);

// A scanned PDF with its words in place; throws as decoders do. kUnsupported
// ("no_text: ...") where nothing on it is readable, kCorrupt where the pages
// are not its own.
[[nodiscard]] Result<Document> DecodeScan(const source::Capture& capture,
                                          const Scan& scan);
// With the checks of Decode(); never throws.
[[nodiscard]] Result<Document> DecodeScan(const source::Capture& capture,
                                          const Scan& scan,
                                          const DecodeLimits& limits);

}  // namespace concord::document
