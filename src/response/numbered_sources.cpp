#include "numbered_sources.h"

namespace concord::response {

using store::ReportRecord;

NumberedSources::NumberedSources(const scope::World& world,
                                 std::vector<NumberedSource>* sources)
    : sources_(sources) {
  for (const ReportRecord& report : world.reports) {
    reports_[report.id] = &report;
  }
}

std::int32_t NumberedSources::Number(const ReportId& id) {
  const auto found = numbers_.find(id);
  if (found != numbers_.end()) return found->second;
  const auto number = static_cast<std::int32_t>(sources_->size() + 1);
  numbers_[id] = number;
  NumberedSource source{.number = number, .report = id};
  if (const auto report = reports_.find(id); report != reports_.end()) {
    const extraction::Header& header = report->second->header();
    source.uri = report->second->uri;
    source.title = header.title.printed.empty() ? report->second->document.title
                                                : header.title.printed;
    source.committee = header.committee.printed;
    source.date_printed = header.date.printed;
  }
  sources_->push_back(std::move(source));
  return number;
}

SourceQuote NumberedSources::Quote(
    const store::StoredRecommendation& recommendation) {
  return {.source = Number(recommendation.report),
          .id = recommendation.id.value,
          .uri = recommendation.uri,
          .locator = recommendation.item.locator,
          .quote = recommendation.item.text,
          .span = recommendation.item.span,
          .label = recommendation.item.label,
          .note = ""};
}

SourceQuote NumberedSources::Quote(const crossref::Quote& quote,
                                   std::string note) {
  return {.source = Number(quote.report),
          .id = "",
          .uri = quote.uri,
          .locator = quote.locator,
          .quote = quote.text,
          .span = quote.span,
          .label = "",
          .note = std::move(note)};
}

}  // namespace concord::response
