// The commands that need no archive.

#include "concord/document/decode.h"
#include "concord/edtf/edtf.h"
#include "concord/engine/engine.h"
#include "concord/extraction/extract.h"
#include "concord/source/source.h"
#include "engine/import/pipeline.h"

namespace concord::engine {
namespace {

Result<source::Capture> CaptureOf(const ExtractRequest& request) {
  const source::SourceOptions options;
  if (request.path == "-") {
    return source::ReadStandardInput(
        options, request.uri.empty() ? "stdin:" : request.uri);
  }
  return source::ReadCapture(request.path, options);
}

}  // namespace

Result<std::string> ExtractToJson(const ExtractRequest& request) {
  TRY_ASSIGN(const auto ocr, FindOcr(request.ocr_language));
  TRY_ASSIGN(source::Capture capture, CaptureOf(request));
  if (!request.uri.empty()) capture.uri = request.uri;
  if (!request.media_type.empty()) capture.media_type = request.media_type;
  if (!document::CanDecode(capture.media_type)) {
    return Fail(ErrorCode::kUnsupported,
                request.path + ": no decoder for " + capture.media_type +
                    "; --media-type overrides what the content looks like");
  }
  document::IsolatedDecoder decoder(request.program, document::DecodeLimits{},
                                    1, ocr);
  Result<document::Document> document = decoder.Decode(capture);
  if (!document) {
    return tl::unexpected<Error>(std::move(document.error()).In(request.path));
  }
  const extraction::Extraction extraction = extraction::Extract(*document);
  TRY_RETURN(extraction::Verify(extraction, *document));
  return extraction::ToJson(
      extraction, *document,
      {.with_text = request.with_text, .indent = request.indent});
}

DateView ReadDate(std::string_view expression, std::string_view base) {
  const auto mention =
      extraction::ReadDateExpression(expression, edtf::ParseDay(base));
  if (!mention || mention->edtf.empty()) return {};
  DateView view{.edtf = mention->edtf};
  if (const Result<edtf::Value> value = edtf::Parse(mention->edtf)) {
    const edtf::DayRange range = edtf::Bounds(*value);
    if (range.earliest) view.earliest = edtf::FormatDay(*range.earliest);
    if (range.latest) view.latest = edtf::FormatDay(*range.latest);
  }
  return view;
}

int RunDecodeWorker() {
  return document::RunDecodeWorker(document::DecodeLimits{});
}

}  // namespace concord::engine
