#include "store/stored_document.h"

#include <utility>

namespace concord::store {

std::string ToStoredDocument(const document::Document& document) {
  document::Document without_text = document;
  without_text.text.clear();
  return document::ToJson(without_text);
}

Result<document::Document> FromStoredDocument(std::string_view json,
                                              std::string text) {
  TRY_ASSIGN(document::Document document, document::FromJson(json));
  document.text = std::move(text);
  return document;
}

}  // namespace concord::store
