#pragma once
// The words that acronyms stand for, report by report.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "concord/crossref/crossref.h"

namespace concord::overlap {

class LongForms {
 public:
  LongForms() = default;
  explicit LongForms(const std::vector<crossref::AcronymEntry>& acronyms);

  // The words of an acronym in a report, as that report defines it, else where
  // the whole archive has one meaning of it; "" where it is not settled.
  std::string Of(std::string_view word, const ReportId& report) const;

 private:
  std::vector<crossref::AcronymEntry> acronyms_;  // those with words
  std::unordered_map<std::string, std::vector<std::size_t>> by_short_form_;
};

}  // namespace concord::overlap
