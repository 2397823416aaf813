#pragma once
// Quotations as rows of a template, each with its source, its place and the
// address that opens it.
//
// Addresses get a key where they are first used ("p1", "p2", ...), for forms
// that list them below the text: so one ViewPlaces serves a whole response, and
// Addresses() is asked last.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "concord/response/response.h"
#include "response/view_data.h"

namespace concord::response {

// An address in which nothing is markup.
std::string Inert(const std::string& address);

// Whether anybody can follow the address: those of files open on the machine
// that made it only.
bool IsOfTheWeb(std::string_view address);

class ViewPlaces {
 public:
  // `response` must outlive this. `reports_at` as View() has it.
  ViewPlaces(const ConsolidatedResponse& response, std::string reports_at);

  // Set `source`, `from`, `place`, `href` and `key`.
  void SetPlace(const SourceQuote& quote, data* row);
  void SetPlace(const crossref::Quote& quote, data* row);

  // With `quote`, and the first with `note`.
  data QuoteRow(const SourceQuote& quote);
  data QuoteRow(const crossref::Quote& quote);
  data QuoteRows(const std::vector<crossref::Quote>& quotes);

  // As a numbered source prints its date.
  std::string DateOf(std::int32_t source) const;

  // Those that places lead to so far, with their keys.
  data Addresses() const;

 private:
  void SetPlace(const std::pair<std::int32_t, TextSpan>& at,
                const std::string& locator, const std::string& address,
                data* row);
  const NumberedSource* SourceOf(std::int32_t number) const;
  std::string Href(std::int32_t source, TextSpan span,
                   const std::string& address) const;
  std::string KeyOf(const std::string& href);

  const ConsolidatedResponse& response_;
  std::string reports_at_;
  std::map<ReportId, std::int32_t> numbers_;
  std::map<std::string, std::size_t> keys_;
  std::vector<std::string> addresses_;  // in the order of their keys
};

}  // namespace concord::response
