#include "response/numbered_sources.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "concord/document/place.h"

namespace concord::response {

using store::ReportRecord;

namespace {

// "para 12(b)" of the one labelled "12(b)"; so does every place of one without
// a label.
bool SaysLabel(const std::string& locator, const std::string& label) {
  const std::string key = crossref::LabelKey(label);
  if (key.empty()) return true;
  for (const char* place : {"rec ", "para ", "item "}) {
    const std::string said = place + key;
    const std::size_t at = locator.find(said);
    if (at == std::string::npos) continue;
    if (at >= 6 && locator.compare(at - 6, 6, "after ") == 0) continue;
    if (at + said.size() == locator.size() ||
        locator[at + said.size()] == ',') {
      return true;
    }
  }
  return false;
}

// A conflict about the day of this report: as the paper of a meeting, or as a
// work that others date.
bool IsOfDate(const crossref::Conflict& conflict, const ReportId& report,
              const crossref::CrossReference& crossref) {
  if (conflict.rule == "two dates for one meeting") {
    return conflict.a.report == report;
  }
  if (conflict.rule != "two dates for one work") return false;
  return std::any_of(crossref.works.begin(), crossref.works.end(),
                     [&](const crossref::Work& work) {
                       return work.title == conflict.subject &&
                              std::find(work.held.begin(), work.held.end(),
                                        report) != work.held.end();
                     });
}

}  // namespace

NumberedSources::NumberedSources(const scope::Holdings& holdings,
                                 std::vector<NumberedSource>* sources)
    : sources_(sources) {
  for (const ReportRecord& report : holdings.reports) {
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
                                                : extraction::FullTitle(header);
    source.committee = header.committee.printed;
    source.date_printed = header.date.printed;
  }
  sources_->push_back(std::move(source));
  return number;
}

std::string NumberedSources::Address(const ReportId& id, TextSpan span) const {
  const auto found = reports_.find(id);
  if (found == reports_.end()) return "";
  return document::AddressAt(found->second->uri, found->second->document, span);
}

// A place that a person can follow, also where nothing is numbered.
std::string NumberedSources::Locator(const ReportId& id, TextSpan span,
                                     const std::string& known) const {
  const auto found = reports_.find(id);
  if (found == reports_.end()) return known;
  const std::string precise =
      document::PreciseLocator(found->second->document, span);
  return precise.empty() ? known : precise;
}

SourceQuote NumberedSources::Quote(
    const store::StoredRecommendation& recommendation) {
  const extraction::Recommendation& item = recommendation.item;
  // What already says the number leads there: "rec 12". Else "section 3" of a
  // page that numbers only its recommendations gets it.
  std::string locator = item.locator;
  if (item.label.empty() || !SaysLabel(locator, item.label)) {
    locator = Locator(recommendation.report, item.span, item.locator);
  }
  if (!SaysLabel(locator, item.label)) {
    // "Rec 3" has said what it is.
    const bool named = Fold(item.label).starts_with("rec");
    locator += (locator.empty() ? "" : ", ") +
               std::string(named ? "" : "rec ") + item.label;
  }
  return {.source = Number(recommendation.report),
          .id = recommendation.id.value,
          .uri = recommendation.uri,
          .locator = std::move(locator),
          .quote = recommendation.item.text,
          .span = recommendation.item.span,
          .label = recommendation.item.label,
          .note = "",
          .address = Address(recommendation.report, item.span)};
}

SourceQuote NumberedSources::Quote(const crossref::Quote& quote,
                                   std::string note) {
  return {.source = Number(quote.report),
          .id = "",
          .uri = quote.uri,
          .locator = Locator(quote.report, quote.span, quote.locator),
          .quote = quote.text,
          .span = quote.span,
          .label = "",
          .note = std::move(note),
          .address = Address(quote.report, quote.span)};
}

void NumberedSources::MarkDates(const crossref::CrossReference& crossref) {
  const std::size_t printed = sources_->size();
  for (std::size_t i = 0; i < printed; ++i) {
    const ReportId report = (*sources_)[i].report;
    for (const crossref::Conflict& conflict : crossref.conflicts) {
      if (!IsOfDate(conflict, report, crossref)) continue;
      std::vector<OtherDate> others;
      for (const bool first : {true, false}) {
        const crossref::Quote& quote = first ? conflict.a : conflict.b;
        others.push_back({first ? conflict.printed_a : conflict.printed_b,
                          Quote(quote, conflict.rule)});
      }
      // Quote() may have moved the sources.
      auto& dates = (*sources_)[i].other_dates;
      dates.insert(dates.end(), others.begin(), others.end());
    }
  }
}

}  // namespace concord::response
