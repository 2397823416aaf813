#include "response/view_places.h"

#include <string_view>

#include "concord/response/reach.h"
#include "response/words.h"

namespace concord::response {

std::string Inert(const std::string& address) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kUnsafe = "<>()[]{}\\^`|\"";
  std::string inert;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 32 && byte < 127 && kUnsafe.find(c) == std::string_view::npos) {
      inert += c;
      continue;
    }
    inert += '%';
    inert += kHex[byte >> 4U];
    inert += kHex[byte & 15U];
  }
  return inert;
}

bool IsOfTheWeb(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

ViewPlaces::ViewPlaces(const ConsolidatedResponse& response,
                       std::string reports_at)
    : response_(response), reports_at_(std::move(reports_at)) {
  for (const NumberedSource& source : response.sources) {
    numbers_[source.report] = source.number;
  }
}

void ViewPlaces::SetPlace(const SourceQuote& quote, data* row) {
  SetPlace({quote.source, quote.span}, quote.locator, quote.address, row);
}

void ViewPlaces::SetPlace(const crossref::Quote& quote, data* row) {
  const auto number = numbers_.find(quote.report);
  const std::int32_t source = number == numbers_.end() ? 0 : number->second;
  const auto found = response_.addresses.find({source, quote.span});
  SetPlace({source, quote.span}, quote.locator,
           found == response_.addresses.end() ? "" : found->second, row);
}

void ViewPlaces::SetPlace(const std::pair<std::int32_t, TextSpan>& at,
                          const std::string& locator,
                          const std::string& address, data* row) {
  const NumberedSource* source = SourceOf(at.first);
  const std::string href = Href(at.first, at.second, address);
  Set(row, "source", at.first);
  Set(row, "from", source == nullptr ? "" : TitleOf(*source));
  // A source without any number or heading is quoted as a whole.
  Set(row, "place", locator.empty() ? "text" : locator);
  Set(row, "href", href);
  Set(row, "web", IsOfTheWeb(href) ? href : "");
  Set(row, "key", href.empty() ? "" : KeyOf(href));
}

data ViewPlaces::QuoteRow(const SourceQuote& quote) {
  data row = NewRow();
  Set(&row, "note", SaidOfIt(quote.note));
  SetPlace(quote, &row);
  Set(&row, "quote", quote.quote);
  return row;
}

data ViewPlaces::QuoteRow(const crossref::Quote& quote) {
  data row = NewRow();
  SetPlace(quote, &row);
  Set(&row, "quote", quote.text);
  return row;
}

data ViewPlaces::QuoteRows(const std::vector<crossref::Quote>& quotes) {
  data list = NewList();
  for (const crossref::Quote& quote : quotes) {
    AddFurther(QuoteRow(quote), &list);
  }
  return list;
}

std::string ViewPlaces::DateOf(std::int32_t source) const {
  const NumberedSource* found = SourceOf(source);
  return found == nullptr ? "" : found->date_printed;
}

data ViewPlaces::Addresses() const {
  data list = NewList();
  for (std::size_t i = 0; i < addresses_.size(); ++i) {
    data row = NewRow();
    Set(&row, "key", "p" + std::to_string(i + 1));
    Set(&row, "address", Inert(addresses_[i]));
    list << row;
  }
  return list;
}

// nullptr for 0, which is no source.
const NumberedSource* ViewPlaces::SourceOf(std::int32_t number) const {
  const auto index = static_cast<std::size_t>(number - 1);
  return index < response_.sources.size() ? &response_.sources[index] : nullptr;
}

// Where the words are opened: in the page of another making at its own
// reports, else where the source stands. "" where nothing opens it.
std::string ViewPlaces::Href(std::int32_t source, TextSpan span,
                             const std::string& address) const {
  if (reports_at_.empty()) return address;
  const NumberedSource* found = SourceOf(source);
  if (found == nullptr) return "";
  return reports_at_ + found->report.value +
         "?at=" + std::to_string(span.begin) + "-" + std::to_string(span.end) +
         "#hit";
}

std::string ViewPlaces::KeyOf(const std::string& href) {
  const auto [at, is_new] = keys_.emplace(href, keys_.size() + 1);
  if (is_new) addresses_.push_back(href);
  return "p" + std::to_string(at->second);
}

}  // namespace concord::response
