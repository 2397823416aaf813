#pragma once
// The archive's acronyms: one entry for each meaning, and what is used
// without one.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossref/quotes.h"

namespace concord::crossref {

std::vector<AcronymEntry> BuildAcronyms(const Reports& reports);

// Comparable form of a long form: "the Inspection Unit" -> "inspection unit".
std::string LongFormKey(std::string_view long_form);

// The entry that `short_form` means in `report`: the one defined there, else
// the only one of the archive; null where several differ or none is held.
const AcronymEntry* Meaning(const std::vector<AcronymEntry>& entries,
                            std::string_view short_form,
                            const ReportId& report);

// Capital-letter words of text[within] that look like acronyms, with a "(B)"
// before them and without a plural s: "(B)OCUs" -> "(B)OCU".
struct AcronymUse {
  TextSpan span;
  std::string short_form;
};
std::vector<AcronymUse> FindAcronymUses(std::string_view text, TextSpan within);

}  // namespace concord::crossref
