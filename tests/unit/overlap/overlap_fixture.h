#pragma once
// Recommendations of an invented authority, made in one line.

#include <string>
#include <utility>

#include "concord/store/records.h"

namespace concord::overlap {

inline store::StoredRecommendation Make(std::string id, std::string report,
                                        std::string text,
                                        std::string addressee = "") {
  store::StoredRecommendation one;
  one.id.value = std::move(id);
  one.report.value = std::move(report);
  one.item.text = std::move(text);
  one.item.addressee = std::move(addressee);
  return one;
}

inline extraction::DateMention DueOn(std::string printed, std::string edtf) {
  extraction::DateMention due;
  due.printed = std::move(printed);
  due.edtf = std::move(edtf);
  return due;
}

}  // namespace concord::overlap
