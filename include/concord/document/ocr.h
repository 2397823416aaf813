#pragma once
// Text of pages that are pictures, read by the program tesseract.
//
//   TRY_ASSIGN(Ocr ocr, Ocr::Find("eng"));      once, before the work begins
//   IsolatedDecoder decoder(program, limits, workers, ocr);
//
// Why: what OCR reads is a guess, so it is asked for and never done unasked,
// and a document that was read so says it (Document::ocr).
//
// A page's picture is drawn by the decoding worker from bytes nobody trusts;
// tesseract, which needs files, sees nothing but plain grey pixels; what it
// answers is read by the worker again. Safe from any thread.

#include <cstdint>
#include <optional>
#include <string>

#include "concord/base/result.h"
#include "concord/document/document.h"

namespace concord::document {

struct OcrLimits {
  std::uint32_t max_pages = 300;          // of a document
  std::uint32_t max_pixels = 40'000'000;  // of a page; larger ones are coarser
  std::uint32_t dots_per_inch = 300;
  int page_seconds = 60;
  std::uint64_t page_bytes = 2ull << 30;  // of memory
  int document_seconds = 3600;
};

// Grey, one byte a pixel, row after row from the top.
struct PageImage {
  std::uint32_t pages = 0;  // of the document
  std::uint32_t dots_per_inch = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string pixels;
};

class Ocr {
 public:
  // kUnavailable where tesseract or its words for the language are absent (the
  // message says what to install), kInvalidArgument where `language` is no name
  // of one: "eng", "eng+cym", "chi_sim".
  [[nodiscard]] static Result<Ocr> Find(const std::string& language,
                                        const OcrLimits& limits = {});

  // The words and where they stand, as hOCR. kLimitExceeded, kUnavailable.
  [[nodiscard]] Result<std::string> Read(const PageImage& image) const;

  const std::string& language() const { return language_; }
  const std::string& program() const { return program_; }  // "tesseract 5.3.0"
  const OcrLimits& limits() const { return limits_; }

 private:
  Ocr() = default;

  std::string language_;
  std::string program_;
  OcrLimits limits_;
};

// One line for people:
//   "read by OCR: tesseract 5.3.0, language eng, 3 of 4 pages, mean confidence
//   93 %"
std::string NoteOf(const OcrReading& reading);

}  // namespace concord::document
