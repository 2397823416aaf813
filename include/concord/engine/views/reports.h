#pragma once
// A report's words with what was found in them, its original, and how much
// the archive holds.

#include <cstdint>
#include <string>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::engine {

struct BlockView {
  std::int32_t index = 0;
  std::string kind;  // as document::Name: "heading", "table_row", ...
  std::int32_t level = 0;
  std::int32_t parent = -1;  // index of a block, or -1
  std::int32_t page = 0;
  TextSpan span;
  TextSpan label;
  std::string locator;  // "para 7"; "" where nothing is numbered
};

// Found in the text. `kind`: that of a recommendation (id: its own), citation
// (id: the work's), date (id: its EDTF value), resolution, timetable.
struct NoteView {
  std::string kind;
  TextSpan span;
  std::string id;
  std::string title;  // of the work; label of the recommendation
};

struct LinkView {
  TextSpan span;
  std::string target;  // as written in the document: not to be trusted
};

struct ReportTextView {
  std::string id;
  std::string title;
  std::string uri;
  std::string text;
  std::string media_type;
  std::string charset;
  std::string charset_decided_by;
  std::uint32_t replacements = 0;
  std::vector<std::string> decoding_notes;
  std::vector<BlockView> blocks;
  std::vector<NoteView> notes;  // by beginning
  std::vector<LinkView> links;
  std::vector<TextSpan> marks;  // words of the query, ascending
};

struct OriginalView {
  std::string bytes;
  std::string media_type;
  std::string file_name;  // of the path it was imported from; not to be trusted
};

struct ReportCount {
  std::string name;  // of a committee, kind or year
  std::uint64_t reports = 0;
};

struct OverviewView {
  std::uint64_t reports = 0;
  std::uint64_t recommendations = 0;  // without the next two
  std::uint64_t decisions = 0;        // asked of a paper's own committee
  std::uint64_t commitments = 0;
  std::uint64_t resolutions = 0;
  std::uint64_t works = 0;
  std::uint64_t bodies = 0;
  std::uint64_t people = 0;
  std::uint64_t acronyms = 0;
  std::uint64_t counts = 0;
  std::uint64_t conflicts = 0;
  // `conflicts` has those between recommendations too; false: these are not
  // compared yet.
  bool conflicts_compared = false;
  std::uint64_t wanted = 0;
  std::uint64_t missing = 0;
  std::string earliest;  // day of the first dated report, "2001-11-13"
  std::string latest;
  std::vector<ReportCount> committees;  // most reports first
  std::vector<ReportCount> kinds;
  std::vector<ReportCount> years;  // in order
  std::string json;
};

}  // namespace concord::engine
