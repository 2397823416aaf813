#pragma once
// Quotations with their place, made in one way for every statement.

#include <cstddef>
#include <string_view>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/store/records.h"

namespace concord::crossref {

// The reports of one build, in order of their ids, none twice.
using Reports = std::vector<const store::ReportRecord*>;

Reports SortReports(const std::vector<store::ReportRecord>& reports);

Quote MakeQuote(const store::ReportRecord& report, TextSpan span);

// The sentence of the report that holds the beginning of `span`; `span` itself
// where the blocks say nothing.
TextSpan SentenceAround(const store::ReportRecord& report, TextSpan span);

// "c-" and ten digits of what makes the statement the one it is.
std::string StatementId(std::string_view prefix,
                        const std::vector<std::string>& identity);

// Order of quotations everywhere: by report, then by place.
bool QuoteBefore(const Quote& a, const Quote& b);

}  // namespace concord::crossref
