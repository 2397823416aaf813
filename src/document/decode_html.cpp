#include "document/decoders.h"

namespace concord::document {

Result<Document> DecodeHtml(const source::Capture&, const DecodeLimits&) {
  return Fail(ErrorCode::kUnsupported, "HTML is not read yet");
}

}  // namespace concord::document
