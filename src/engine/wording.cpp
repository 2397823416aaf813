#include "engine/wording.h"

#include "concord/base/unicode.h"

namespace concord::engine {

std::string WorkTitle(const crossref::Work& work) {
  const bool named =
      work.part.empty() ||
      FoldWords(work.title).find(FoldWords(work.part)) != std::string::npos;
  return named ? work.title : work.title + " – " + work.part;
}

bool NamesAPart(std::string_view printed) {
  const std::string folded = Fold(printed);
  return folded.find("attached") == std::string::npos &&
         folded.find("appended") == std::string::npos &&
         folded.find("enclosed") == std::string::npos;
}

std::string QuoteLine(const crossref::Quote& quote) {
  const std::string words = Ellipsis(CollapseSpace(quote.text), 160);
  return quote.report.value +
         (quote.locator.empty() ? "" : " " + quote.locator) + ": “" + words +
         "”";
}

std::string HeldInWords(const crossref::CountEntry& count) {
  if (count.verdict == "stated") return "";
  return ", " + std::to_string(count.held) + " held (" + count.verdict + ")";
}

}  // namespace concord::engine
