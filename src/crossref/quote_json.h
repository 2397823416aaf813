#pragma once
// The public JSON of a quotation, wherever one is printed. A response numbers
// its sources and prints quotations with those numbers instead.

#include "base/json_object.h"
#include "concord/crossref/crossref.h"

namespace concord::crossref {

inline JsonObject QuoteJson(const Quote& quote) {
  JsonObject object = NewObject();
  object.set("report", quote.report.value);
  object.set("uri", quote.uri);
  object.set("locator", quote.locator);
  object.set("span", SpanJson(quote.span));
  object.set("quote", quote.text);
  return object;
}

}  // namespace concord::crossref
