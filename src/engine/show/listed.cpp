#include "engine/show/listed.h"

#include "base/json_object.h"
#include "concord/document/ocr.h"
#include "concord/index/index.h"

namespace concord::engine {

std::optional<Shown> ShowPassage(std::string_view id,
                                 const store::ReportRecord& report) {
  for (const store::Passage& passage : index::Passages(report)) {
    if (passage.id != id) continue;
    const std::string title = TitleOf(report);
    Shown shown{.title = passage.locator.empty()
                             ? title
                             : passage.locator + " of " + title};
    shown.fields = {
        {"id", passage.id}, {"report", report.id.value}, {"uri", report.uri}};
    if (!passage.heading.empty()) {
      shown.fields.emplace_back("heading", passage.heading);
    }
    shown.fields.emplace_back("text", passage.text);
    if (const auto& ocr = report.document.ocr) {
      shown.fields.emplace_back("how", NoteOf(*ocr));
    }
    JsonObject json = NewObject();
    json.set("type", "passage");
    json.set("id", passage.id);
    json.set("report", report.id.value);
    json.set("uri", report.uri);
    json.set("title", title);
    json.set("locator", passage.locator);
    json.set("heading", OrNull(passage.heading));
    json.set("span", SpanJson(passage.span));
    json.set("text", passage.text);
    if (report.document.ocr) json.set("ocr", true);
    shown.json = Line(json);
    return shown;
  }
  return std::nullopt;
}

}  // namespace concord::engine
