#include "crossref/quotes.h"

#include <algorithm>
#include <tuple>

#include "concord/base/digest.h"
#include "concord/base/unicode.h"
#include "concord/document/document.h"

namespace concord::crossref {

Reports SortReports(const std::vector<store::ReportRecord>& reports) {
  Reports sorted;
  sorted.reserve(reports.size());
  for (const store::ReportRecord& report : reports) sorted.push_back(&report);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto* a, const auto* b) { return a->id < b->id; });
  const auto last =
      std::unique(sorted.begin(), sorted.end(),
                  [](const auto* a, const auto* b) { return a->id == b->id; });
  sorted.erase(last, sorted.end());
  return sorted;
}

Quote MakeQuote(const store::ReportRecord& report, TextSpan span) {
  Quote quote;
  quote.report = report.id;
  quote.uri = report.uri;
  quote.locator = document::Locator(report.document, span);
  quote.span = span;
  quote.text = std::string(Slice(report.text(), span));
  return quote;
}

TextSpan SentenceAround(const store::ReportRecord& report, TextSpan span) {
  const std::int32_t block = document::BlockAt(report.document, span.begin);
  if (block < 0) return span;
  const TextSpan within =
      report.document.blocks[static_cast<std::size_t>(block)].span;
  for (const TextSpan sentence : Sentences(report.text(), within)) {
    if (sentence.begin <= span.begin && span.begin < sentence.end) {
      return {sentence.begin, std::max(sentence.end, span.end)};
    }
  }
  return span;
}

std::string StatementId(std::string_view prefix,
                        const std::vector<std::string>& identity) {
  constexpr std::size_t kDigits = 10;
  std::string joined;
  for (const std::string& piece : identity) {
    joined += piece;
    joined.push_back('\0');
  }
  return std::string(prefix) + Sha256Hex(joined).substr(0, kDigits);
}

bool QuoteBefore(const Quote& a, const Quote& b) {
  return std::tie(a.report, a.span) < std::tie(b.report, b.span);
}

}  // namespace concord::crossref
