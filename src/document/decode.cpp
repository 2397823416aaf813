#include "concord/document/decode.h"

#include <algorithm>
#include <array>
#include <exception>

#include "concord/document/response_mark.h"
#include "document/assemble.h"
#include "document/charset.h"
#include "document/decoders.h"
#include "document/office/response_marks.h"
#include "document/structure/structure.h"
#include "document/text_lines.h"
#include "document/worker/ocr_pages.h"

namespace concord::document {
namespace {

struct Format {
  std::string_view media_type;
  Result<Document> (*decode)(const source::Capture&, const DecodeLimits&);
};

constexpr std::array kFormats = {
    Format{"text/html", &DecodeHtml},
    Format{"application/xhtml+xml", &DecodeHtml},
    Format{"text/plain", &DecodeText},
    Format{"application/pdf", &DecodePdf},
    Format{"application/vnd.openxmlformats-officedocument.wordprocessingml."
           "document",
           &DecodeDocx},
    Format{"application/vnd.oasis.opendocument.text", &DecodeOdt},
    Format{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
           &DecodeXlsx},
    Format{"text/csv", &DecodeCsv},
    Format{"text/tab-separated-values", &DecodeCsv},
    Format{"text/markdown", &DecodeMarkdown},
    Format{"message/rfc822", &DecodeEml},
    Format{"application/rtf", &DecodeRtf},
    Format{"application/msword", &DecodeDoc},
};

const Format* FindFormat(const source::MediaType& type) {
  const auto* found = std::find_if(
      kFormats.begin(), kFormats.end(),
      [&](const Format& format) { return format.media_type == type; });
  return found == kFormats.end() ? nullptr : found;
}

Result<Document> Checked(Document document, const source::Capture& capture,
                         const DecodeLimits& limits) {
  if (document.blocks.empty()) {
    return Fail(ErrorCode::kUnsupported, "empty: it holds no words");
  }
  if (document.text.size() > limits.max_text_bytes) {
    return Fail(ErrorCode::kLimitExceeded,
                "its text is longer than the limit of " +
                    std::to_string(limits.max_text_bytes) + " bytes");
  }
  document.capture_digest = capture.digest;
  document.media_type = capture.media_type;
  if (document.uri.empty()) document.uri = capture.uri;
  TRY_RETURN(Verify(document));
  return document;
}

// What decoders throw are errors like others.
template <class Decoder>
Result<Document> Guarded(const source::Capture& capture,
                         const DecodeLimits& limits, Decoder decode) {
  try {
    TRY_ASSIGN(Document document, decode());
    return Checked(std::move(document), capture, limits);
  } catch (const std::bad_alloc&) {
    return Fail(ErrorCode::kLimitExceeded, "not enough memory to decode it");
  } catch (const std::exception& exception) {
    return Fail(ErrorCode::kCorrupt, exception.what());
  }
}

}  // namespace

bool CanDecode(const source::MediaType& type) {
  return FindFormat(type) != nullptr;
}

Result<Document> Decode(const source::Capture& capture,
                        const DecodeLimits& limits) {
  const Format* format = FindFormat(capture.media_type);
  if (format == nullptr) {
    return Fail(ErrorCode::kUnsupported,
                "files of type " + capture.media_type + " are not read");
  }
  if (capture.bytes.size() > limits.max_text_bytes) {
    return Fail(ErrorCode::kLimitExceeded,
                "it is longer than the limit of " +
                    std::to_string(limits.max_text_bytes) + " bytes");
  }
  return Guarded(capture, limits, [&]() -> Result<Document> {
    TRY_ASSIGN(Document document, format->decode(capture, limits));
    if (const std::string scope = MarkedScope(capture); !scope.empty()) {
      document.notes.push_back(ResponseNote(scope));
    }
    return document;
  });
}

Result<Document> DecodeScan(const source::Capture& capture, const Scan& scan,
                            const DecodeLimits& limits) {
  return Guarded(capture, limits, [&] { return DecodeScan(capture, scan); });
}

Result<Document> DecodeText(const source::Capture& capture,
                            const DecodeLimits&) {
  CleanText clean = ToCleanText(capture.bytes, capture.declared_charset);
  Structured structured = DecideStructure(DraftsOfText(clean.text), "");
  return AssembleText(std::move(clean), std::move(structured));
}

}  // namespace concord::document
