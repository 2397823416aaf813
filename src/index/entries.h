#pragma once
// What the index is told of one report: its entries, as plain values.
//
// Which words of a report can be found where is decided here and nowhere else;
// writing them to Xapian is writer.cpp's. To add an index field: a line in
// indexes/fields.tsv and a line in entries.cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/edtf/edtf.h"
#include "concord/index/query.h"
#include "concord/store/records.h"

namespace concord::index {

// Words that are found under one prefix. `weight` is how many times they count
// for ranking. Two texts of one prefix are never neighbours for a phrase.
struct FieldText {
  std::string_view prefix;
  std::string text;
  std::uint32_t weight = 1;
};

struct Entry {
  EntryKind kind = EntryKind::kPassage;
  std::string id;
  std::string report;
  std::string locator;
  TextSpan span;     // in the report's text
  std::string text;  // shown, and marked in snippets
  std::vector<FieldText> fields;
  std::vector<std::string> kinds;  // document kind, recommendation kind
  edtf::DayRange days;             // of the report's date
  bool dated = false;
  std::uint32_t place = 0;  // in the report's reading order
};

// The report, its passages and its recommendations, in that order. What the
// passages say is not repeated in the report's entry, nor its title in theirs:
// see report_entries.h.
std::vector<Entry> Entries(
    const store::ReportRecord& report,
    const std::vector<store::StoredRecommendation>& recommendations);

// Sorts entries newest first and then in reading order, as bytes; entries
// without a date last.
std::string OrderValue(const Entry& entry);

// The part of an entry that a hit gives back, as one string, and back again.
std::string EntryData(const Entry& entry);
std::optional<Entry> ReadEntryData(std::string_view data);

}  // namespace concord::index
