// By the name alone where that is a convention, for by its bytes nothing tells
// a licence from a paper of a licensing committee.

#include "engine/import/no_report.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "concord/base/percent.h"
#include "concord/base/unicode.h"
#include "concord/extraction/table_mapping.h"

namespace concord::engine {
namespace {

// "README" of "README.en.md": the name to its first dot.
bool IsNamedAsNotes(const std::string& uri) {
  constexpr std::array<std::string_view, 7> kNotes = {
      "license", "licence", "copying",  "readme",
      "notice",  "authors", "changelog"};
  const std::string name = LastStep(uri);
  const std::string stem = Fold(name.substr(0, name.find('.')));
  return std::find(kNotes.begin(), kNotes.end(), stem) != kNotes.end();
}

bool HasColumnOfRequests(const PipelineItem& item) {
  const auto tables = extraction::MapTables(item.document, item.extraction);
  return std::any_of(
      tables.begin(), tables.end(), [](const extraction::MappedTable& table) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [](const extraction::MappedColumn& column) {
                             return column.taken_for == "text";
                           });
      });
}

}  // namespace

std::string WhyNoReport(const PipelineItem& item) {
  constexpr std::string_view kName = "; import it by its name to have it";
  if (IsNamedAsNotes(item.source.uri)) {
    return "its name says that it is about the files beside it" +
           std::string(kName);
  }
  const std::string& type = item.source.capture->media_type;
  const bool plain_table =
      type == "text/csv" || type == "text/tab-separated-values";
  if (plain_table && item.extraction.recommendations.empty() &&
      !HasColumnOfRequests(item)) {
    return "a table without a column of recommendations" + std::string(kName);
  }
  return "";
}

}  // namespace concord::engine
