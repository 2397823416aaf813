#include "document/worker_protocol.h"

#include <charconv>

#include "document/frames.h"

namespace concord::document {
namespace {

template <class Number>
bool ReadNumber(std::string_view text, Number* number) {
  const char* end = text.data() + text.size();
  return std::from_chars(text.data(), end, *number).ptr == end && !text.empty();
}

}  // namespace

std::string LimitsFrame(const DecodeLimits& limits) {
  const std::string nesting = std::to_string(limits.max_nesting);
  const std::string text = std::to_string(limits.max_text_bytes);
  const std::string time = std::to_string(limits.processor_time.count());
  const std::string memory = std::to_string(limits.memory_bytes);
  return EncodeFields({kLimitsWord, nesting, text, time, memory});
}

bool ReadLimitsFrame(std::string_view frame, DecodeLimits* limits) {
  const auto fields = DecodeFields(frame);
  if (!fields || fields->size() != 5 || (*fields)[0] != kLimitsWord) {
    return false;
  }
  std::int64_t seconds = 0;
  const bool read = ReadNumber((*fields)[1], &limits->max_nesting) &&
                    ReadNumber((*fields)[2], &limits->max_text_bytes) &&
                    ReadNumber((*fields)[3], &seconds) &&
                    ReadNumber((*fields)[4], &limits->memory_bytes);
  limits->processor_time = std::chrono::seconds(seconds);
  return read;
}

std::string CaptureFrame(const source::Capture& capture) {
  return EncodeFields({kDecodeWord, capture.uri, capture.path, capture.digest,
                       capture.media_type, capture.declared_charset,
                       capture.bytes});
}

bool ReadCaptureFrame(std::string_view frame, source::Capture* capture) {
  const auto fields = DecodeFields(frame);
  if (!fields || fields->size() != 7 || (*fields)[0] != kDecodeWord) {
    return false;
  }
  capture->uri = (*fields)[1];
  capture->path = (*fields)[2];
  capture->digest = (*fields)[3];
  capture->media_type = (*fields)[4];
  capture->declared_charset = (*fields)[5];
  capture->bytes = (*fields)[6];
  return true;
}

std::string ResultFrame(const Result<Document>& result) {
  if (result) return EncodeFields({kDocumentWord, ToJson(*result)});
  const std::string code =
      std::to_string(static_cast<int>(result.error().code()));
  return EncodeFields({kErrorWord, code, result.error().message()});
}

Result<Document> ReadResultFrame(std::string_view frame) {
  const auto fields = DecodeFields(frame);
  if (fields && fields->size() == 2 && (*fields)[0] == kDocumentWord) {
    return FromJson((*fields)[1]);
  }
  int code = 0;
  if (fields && fields->size() == 3 && (*fields)[0] == kErrorWord &&
      ReadNumber((*fields)[1], &code) && code >= 0 &&
      code <= static_cast<int>(ErrorCode::kInternal)) {
    return Fail(static_cast<ErrorCode>(code), std::string((*fields)[2]));
  }
  return Fail(ErrorCode::kInternal, "the decoding worker gave no answer");
}

}  // namespace concord::document
