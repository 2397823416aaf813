#include "overlap/long_forms.h"

namespace concord::overlap {

LongForms::LongForms(const std::vector<crossref::AcronymEntry>& acronyms) {
  for (const crossref::AcronymEntry& acronym : acronyms) {
    if (acronym.long_form.empty()) continue;
    by_short_form_[acronym.short_form].push_back(acronyms_.size());
    acronyms_.push_back(acronym);
  }
}

std::string LongForms::Of(std::string_view word, const ReportId& report) const {
  const auto found = by_short_form_.find(std::string(word));
  if (found == by_short_form_.end()) return {};
  for (const std::size_t i : found->second) {
    for (const crossref::Quote& quote : acronyms_[i].definitions) {
      if (quote.report == report) return acronyms_[i].long_form;
    }
  }
  return found->second.size() == 1 ? acronyms_[found->second.front()].long_form
                                   : std::string();
}

}  // namespace concord::overlap
