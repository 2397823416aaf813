#pragma once
// The forms an extraction takes: checked, printed, kept.
//
// Why apart from extract.h: the store keeps and checks extractions without
// ever running a rule. Pure functions; safe from any thread.

#include <string>
#include <string_view>

#include "concord/base/result.h"
#include "concord/document/document.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// Every span lies inside the text and every quotation equals it; kInternal says
// which does not.
[[nodiscard]] Result<> Verify(const Extraction& extraction,
                              const document::Document& document);

// The public JSON of `concord extract` (see README, "The JSON of extract").
// `with_text` adds the canonical text that the spans count in.
struct JsonOptions {
  bool with_text = false;
  int indent = 0;  // 0 = one line
};
std::string ToJson(const Extraction& extraction,
                   const document::Document& document,
                   const JsonOptions& options);

// The whole extraction as JSON text, for the store; and back without loss.
// kCorrupt where it is not what ToStoredJson writes.
std::string ToStoredJson(const Extraction& extraction);
[[nodiscard]] Result<Extraction> FromStoredJson(std::string_view json);
// One of its recommendations, cut out of that text.
[[nodiscard]] Result<Recommendation> RecommendationFromStoredJson(
    std::string_view json);

}  // namespace concord::extraction
