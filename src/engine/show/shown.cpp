#include "engine/show/shown.h"

#include "concord/base/unicode.h"

namespace concord::engine {

void AddField(Shown* shown, const std::string& name, const std::string& text) {
  if (!text.empty()) shown->fields.emplace_back(name, text);
}

void AddGroup(Shown* shown, const std::string& heading,
              std::vector<std::string> lines) {
  if (!lines.empty()) shown->groups.push_back({heading, std::move(lines)});
}

std::string WithEdtf(const extraction::DateMention& date) {
  if (date.edtf.empty() || date.printed.empty()) return date.printed;
  return date.printed + " (" + date.edtf +
         (date.inferred ? ", year inferred)" : ")");
}

std::string RecommendationLine(const store::StoredRecommendation& item) {
  std::string line = item.id.value + "  ";
  if (!item.item.label.empty()) line += item.item.label + "  ";
  return line + Ellipsis(CollapseSpace(item.item.text), 120);
}

std::string TitledQuote(const crossref::Quote& quote,
                        const Snapshot& snapshot) {
  return Ellipsis(CollapseSpace(snapshot.TitleOf(quote.report)), 80) +
         (quote.locator.empty() ? "" : ", " + quote.locator) + ": “" +
         Ellipsis(CollapseSpace(quote.text), 160) + "”  " + quote.report.value;
}

}  // namespace concord::engine
