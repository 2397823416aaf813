#pragma once
// The words of the conversation between the program and a worker.
//
//   program: limits, ...numbers              worker: ready
//   program: decode, ...the capture          worker: document, JSON
//                                                or: error, code, message
//
// Of a PDF without text, where OCR is asked for, the worker keeps the capture:
//
//   program: render, page, dots, pixels      worker: page, size, pixels, or
//   error program: scan, ...what OCR read          worker: document, JSON, or
//   error

#include <string>
#include <string_view>

#include "concord/document/decode.h"
#include "document/worker/ocr_pages.h"

namespace concord::document {

inline constexpr std::string_view kLimitsWord = "limits";
inline constexpr std::string_view kReadyWord = "ready 1";
inline constexpr std::string_view kDecodeWord = "decode";
inline constexpr std::string_view kRenderWord = "render";
inline constexpr std::string_view kScanWord = "scan";
inline constexpr std::string_view kPageWord = "page";
inline constexpr std::string_view kDocumentWord = "document";
inline constexpr std::string_view kErrorWord = "error";

struct RenderRequest {
  std::uint32_t page = 0;  // from 1
  std::uint32_t dots_per_inch = 0;
  std::uint32_t max_pixels = 0;
};

std::string LimitsFrame(const DecodeLimits& limits);
std::string CaptureFrame(const source::Capture& capture);
std::string ResultFrame(const Result<Document>& result);
std::string RenderFrame(const RenderRequest& request);
std::string PageFrame(const Result<PageImage>& page);
std::string ScanFrame(const Scan& scan);

// False where the frame is none of its kind.
bool ReadLimitsFrame(std::string_view frame, DecodeLimits* limits);
bool ReadCaptureFrame(std::string_view frame, source::Capture* capture);
bool ReadRenderFrame(std::string_view frame, RenderRequest* request);
bool ReadScanFrame(std::string_view frame, Scan* scan);

// kInternal where the frame is none.
Result<Document> ReadResultFrame(std::string_view frame);
// The worker is not believed: as many pixels as the size says, and no more than
// were asked for.
Result<PageImage> ReadPageFrame(std::string_view frame,
                                const RenderRequest& request);

}  // namespace concord::document
