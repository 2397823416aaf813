#include "document/worker/protocol.h"

#include <charconv>

#include "document/worker/frames.h"

namespace concord::document {
namespace {

template <class Number>
bool ReadNumber(std::string_view text, Number* number) {
  const char* end = text.data() + text.size();
  return std::from_chars(text.data(), end, *number).ptr == end && !text.empty();
}

std::string ErrorFrame(const Error& error) {
  const std::string code = std::to_string(static_cast<int>(error.code()));
  return EncodeFields({kErrorWord, code, error.message()});
}

tl::unexpected<Error> ReadErrorFrame(
    const std::optional<std::vector<std::string_view>>& fields) {
  int code = 0;
  if (fields && fields->size() == 3 && (*fields)[0] == kErrorWord &&
      ReadNumber((*fields)[1], &code) && code >= 0 &&
      code <= static_cast<int>(ErrorCode::kInternal)) {
    return Fail(static_cast<ErrorCode>(code), std::string((*fields)[2]));
  }
  return Fail(ErrorCode::kInternal, "the decoding worker gave no answer");
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
  return ErrorFrame(result.error());
}

Result<Document> ReadResultFrame(std::string_view frame) {
  const auto fields = DecodeFields(frame);
  if (fields && fields->size() == 2 && (*fields)[0] == kDocumentWord) {
    return FromJson((*fields)[1]);
  }
  return ReadErrorFrame(fields);
}

std::string RenderFrame(const RenderRequest& request) {
  const std::string page = std::to_string(request.page);
  const std::string dots = std::to_string(request.dots_per_inch);
  const std::string pixels = std::to_string(request.max_pixels);
  return EncodeFields({kRenderWord, page, dots, pixels});
}

bool ReadRenderFrame(std::string_view frame, RenderRequest* request) {
  const auto fields = DecodeFields(frame);
  return fields && fields->size() == 4 && (*fields)[0] == kRenderWord &&
         ReadNumber((*fields)[1], &request->page) &&
         ReadNumber((*fields)[2], &request->dots_per_inch) &&
         ReadNumber((*fields)[3], &request->max_pixels);
}

std::string PageFrame(const Result<PageImage>& page) {
  if (!page) return ErrorFrame(page.error());
  const std::string pages = std::to_string(page->pages);
  const std::string dots = std::to_string(page->dots_per_inch);
  const std::string width = std::to_string(page->width);
  const std::string height = std::to_string(page->height);
  return EncodeFields({kPageWord, pages, dots, width, height, page->pixels});
}

Result<PageImage> ReadPageFrame(std::string_view frame,
                                const RenderRequest& request) {
  const auto fields = DecodeFields(frame);
  if (!fields || fields->size() != 6 || (*fields)[0] != kPageWord) {
    return ReadErrorFrame(fields);
  }
  PageImage page;
  const bool read = ReadNumber((*fields)[1], &page.pages) &&
                    ReadNumber((*fields)[2], &page.dots_per_inch) &&
                    ReadNumber((*fields)[3], &page.width) &&
                    ReadNumber((*fields)[4], &page.height);
  const std::uint64_t pixels = std::uint64_t{page.width} * page.height;
  // Rounding up a side may add a row and a column.
  const std::uint64_t most =
      std::uint64_t{request.max_pixels} + page.width + page.height + 1;
  if (!read || pixels == 0 || pixels > most || pixels != (*fields)[5].size() ||
      page.dots_per_inch == 0 || page.dots_per_inch > request.dots_per_inch) {
    return Fail(ErrorCode::kInternal, "the decoding worker drew no page");
  }
  page.pixels = (*fields)[5];
  return page;
}

std::string ScanFrame(const Scan& scan) {
  std::vector<std::string> dots;
  for (const ScannedPage& page : scan.pages) {
    dots.push_back(std::to_string(page.dots_per_inch));
  }
  std::vector<std::string_view> fields = {kScanWord, scan.program,
                                          scan.language};
  for (std::size_t i = 0; i < scan.pages.size(); ++i) {
    fields.insert(fields.end(),
                  {dots[i], scan.pages[i].hocr, scan.pages[i].problem});
  }
  return EncodeFields(fields);
}

bool ReadScanFrame(std::string_view frame, Scan* scan) {
  const auto fields = DecodeFields(frame);
  if (!fields || fields->size() < 3 || fields->size() % 3 != 0 ||
      (*fields)[0] != kScanWord) {
    return false;
  }
  scan->program = (*fields)[1];
  scan->language = (*fields)[2];
  for (std::size_t i = 3; i < fields->size(); i += 3) {
    ScannedPage page;
    if (!ReadNumber((*fields)[i], &page.dots_per_inch)) return false;
    page.hocr = (*fields)[i + 1];
    page.problem = (*fields)[i + 2];
    scan->pages.push_back(std::move(page));
  }
  return true;
}

}  // namespace concord::document
