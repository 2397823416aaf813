#pragma once
// What the readers of one page's conflicts share: the page, its text, and the
// conflicts found on it so far.

#include <re2/re2.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crossref/conflicts.h"
#include "crossref/piece.h"

namespace concord::crossref {

class PageReader {
 protected:
  explicit PageReader(const store::ReportRecord& record)
      : record_(record), text_(record.document.text) {}

  // Where a piece of the text stands in it.
  TextSpan At(re2::StringPiece piece) const {
    const auto begin = static_cast<std::uint32_t>(piece.data() - text_.data());
    return {begin, begin + static_cast<std::uint32_t>(piece.size())};
  }

  void Add(const char* rule, std::string subject, std::string a, std::string b,
           TextSpan at_a, TextSpan at_b) {
    Conflict conflict;
    conflict.rule = rule;
    conflict.subject = std::move(subject);
    conflict.value_a = std::move(a);
    conflict.value_b = std::move(b);
    conflict.a = MakeQuote(record_, at_a);
    conflict.b = MakeQuote(record_, at_b);
    found_.push_back(std::move(conflict));
  }

  std::string Title() const { return extraction::FullTitle(record_.header()); }

  const store::ReportRecord& record_;
  std::string_view text_;
  std::vector<Conflict> found_;
};

// The conflicts of all pages, each read by a `Reader` of its own.
template <class Reader>
std::vector<Conflict> ReadPages(const Reports& reports) {
  std::vector<Conflict> conflicts;
  for (const store::ReportRecord* report : reports) {
    for (Conflict& one : Reader(*report).Read()) {
      conflicts.push_back(std::move(one));
    }
  }
  return conflicts;
}

}  // namespace concord::crossref
