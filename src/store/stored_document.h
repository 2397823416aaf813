#pragma once
// The document as the record keeps it: its text in a column of its own, which
// people can search with SQL, and the rest as JSON without the text.
//
// Internal to the store.

#include <string>
#include <string_view>

#include "concord/base/result.h"
#include "concord/document/document.h"

namespace concord::store {

std::string ToStoredDocument(const document::Document& document);
Result<document::Document> FromStoredDocument(std::string_view json,
                                              std::string text);

}  // namespace concord::store
