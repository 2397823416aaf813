#pragma once
// The two ends of a link and the members of a group, as people see them.

#include "base/json_object.h"
#include "concord/engine/views.h"
#include "engine/snapshot.h"

namespace concord::engine {

inline bool WasScanned(const ReportId& report, const Snapshot& snapshot) {
  const store::ReportRecord* record = snapshot.Report(report);
  return record != nullptr && record->document.ocr.has_value();
}

inline OverlapEndView EndOf(const RecommendationId& id,
                            const Snapshot& snapshot) {
  OverlapEndView view{.id = id.value};
  if (const auto* item = snapshot.Recommendation(id)) {
    view.uri = item->uri;
    view.title = snapshot.TitleOf(item->report);
    view.locator = item->item.locator;
    view.text = item->item.text;
    view.ocr = WasScanned(item->report, snapshot);
  }
  return view;
}

// The relation as people read it; what is not held has no date.
inline std::string ReadsOf(const overlap::Link& link,
                           const Snapshot& snapshot) {
  const auto* a = snapshot.Recommendation(link.a);
  const auto* b = snapshot.Recommendation(link.b);
  const overlap::Relation relation = link.comparison.relation;
  if (a == nullptr || b == nullptr) return std::string(Name(relation));
  return std::string(
      overlap::InWords(relation, a->report_date, b->report_date));
}

inline JsonObject EndJson(const OverlapEndView& end) {
  JsonObject object = NewObject();
  object.set("id", end.id);
  object.set("uri", end.uri);
  object.set("title", end.title);
  object.set("locator", end.locator);
  object.set("text", end.text);
  if (end.ocr) object.set("ocr", true);
  return object;
}

}  // namespace concord::engine
