#pragma once
// The documents of a response, numbered in the order in which they are first
// quoted, and quotations that name them by their number.

#include <map>
#include <string>
#include <vector>

#include "concord/response/response.h"

namespace concord::response {

class NumberedSources {
 public:
  // Appends to `sources`, which must outlive it, as must `holdings`.
  NumberedSources(const scope::Holdings& holdings,
                  std::vector<NumberedSource>* sources);

  std::int32_t Number(const ReportId& id);
  // Where a browser opens the words; "" where none does.
  std::string Address(const ReportId& id, TextSpan span) const;
  SourceQuote Quote(const store::StoredRecommendation& recommendation);
  SourceQuote Quote(const crossref::Quote& quote, std::string note);
  // Adds to every source the dates that conflict with the one it prints; those
  // who state them become sources too.
  void MarkDates(const crossref::CrossReference& crossref);

 private:
  std::string Locator(const ReportId& id, TextSpan span,
                      const std::string& known) const;

  std::map<ReportId, const store::ReportRecord*> reports_;
  std::map<ReportId, std::int32_t> numbers_;
  std::vector<NumberedSource>* sources_;
};

}  // namespace concord::response
