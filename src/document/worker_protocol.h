#pragma once
// The words of the conversation between the program and a worker.
//
//   program: limits, ...numbers              worker: ready
//   program: decode, ...the capture          worker: document, JSON
//                                                or: error, code, message

#include <string>
#include <string_view>

#include "concord/document/decode.h"

namespace concord::document {

inline constexpr std::string_view kLimitsWord = "limits";
inline constexpr std::string_view kReadyWord = "ready 1";
inline constexpr std::string_view kDecodeWord = "decode";
inline constexpr std::string_view kDocumentWord = "document";
inline constexpr std::string_view kErrorWord = "error";

std::string LimitsFrame(const DecodeLimits& limits);
std::string CaptureFrame(const source::Capture& capture);
std::string ResultFrame(const Result<Document>& result);

// False where the frame is none of its kind.
bool ReadLimitsFrame(std::string_view frame, DecodeLimits* limits);
bool ReadCaptureFrame(std::string_view frame, source::Capture* capture);

// kInternal where the frame is none.
Result<Document> ReadResultFrame(std::string_view frame);

}  // namespace concord::document
