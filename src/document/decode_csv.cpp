// CSV and TSV: RFC 4180, and what is really written: semicolons, a quote in
// the middle of a cell, a quote that is never closed (the rest is one cell).

#include <algorithm>
#include <array>

#include "document/assemble.h"
#include "document/charset.h"
#include "document/decoders.h"
#include "document/rows.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

// The separator most lines of the start have the same number of.
char SeparatorOf(std::string_view text) {
  constexpr std::array kSeparators = {',', ';', '\t', '|'};
  constexpr std::size_t kLooked = 16384;
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : text.substr(0, kLooked)) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < kSeparators.size() && !quoted; ++i) {
      counts[i] += c == kSeparators[i];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

std::vector<Row> RowsOf(std::string_view text, char separator) {
  std::vector<Row> rows;
  Row row;
  std::string cell;
  bool quoted = false;
  const auto end_cell = [&] {
    row.push_back(std::move(cell));
    cell.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      const bool doubled =
          c == '"' && i + 1 < text.size() && text[i + 1] == '"';
      if (doubled) ++i;
      if (c != '"' || doubled) {
        cell.push_back(c);
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == separator) {
      end_cell();
    } else if (c == '\n') {
      end_cell();
      rows.push_back(std::move(row));
      row.clear();
    } else {
      cell.push_back(c);
    }
  }
  if (!cell.empty() || !row.empty()) {
    end_cell();
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Result<Document> DecodeCsv(const source::Capture& capture,
                           const DecodeLimits&) {
  CleanText clean = ToCleanText(capture.bytes, capture.declared_charset);
  const bool tabs = capture.media_type == "text/tab-separated-values";
  std::vector<Draft> drafts;
  AddRows(RowsOf(clean.text, tabs ? '\t' : SeparatorOf(clean.text)), &drafts);
  Structured structured = DecideStructure(std::move(drafts), "");
  return AssembleText(std::move(clean), std::move(structured));
}

}  // namespace concord::document
