#pragma once
// The nouns of the record, seen by every later module.
//
// Values as read from the store; nothing here touches a database.

#include <cstdint>
#include <string>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/text_span.h"
#include "concord/document/document.h"
#include "concord/extraction/extraction.h"

namespace concord::store {

// One way the same report was obtained.
struct CaptureRecord {
  std::string digest;  // SHA-256 of the bytes
  std::string uri;
  std::string path;  // as given to the import
  std::string media_type;
  std::uint64_t bytes = 0;
  std::string captured_at;  // UTC, ISO 8601; "" if not known
  std::string imported_at;  // UTC, ISO 8601
  std::string http_header;  // see source::Capture
  std::int64_t number = 0;  // in the order of the record; 0: not put yet
};

struct ReportRecord {
  ReportId id;
  std::string uri;              // of the capture it was read from first
  std::string text_digest;      // identity of its words
  document::Document document;  // text and blocks the spans count in
  extraction::Extraction extraction;
  std::vector<CaptureRecord> captures;

  const extraction::Header& header() const { return extraction.header; }
  const std::string& text() const { return document.text; }
};

// A recommendation with what is needed to compare, scope and show it.
struct StoredRecommendation {
  RecommendationId id;
  ReportId report;
  std::string uri;  // of the report
  std::string report_title;
  std::string committee;
  extraction::DateMention report_date;
  extraction::Recommendation item;
};

// A numbered paragraph or comparable piece, the unit of full-text search.
struct Passage {
  std::string id;  // "r3fa9c1d2b0e4#12": block index
  ReportId report;
  TextSpan span;
  std::string locator;
  std::string heading;
  std::string text;
};

// What a report is called and where it was found: what a reader of many
// reports needs of each.
struct ReportName {
  ReportId id;
  std::string uri;
  std::string title;  // as recognised, else its page's
};

// What a short form stands for, and how many reports say so.
struct AcronymMeaning {
  std::string short_form;
  std::string long_form;  // as explained there
  std::uint64_t reports = 0;
};

// A part that a report announces and does not hold.
struct MissingPartRecord {
  ReportId report;
  std::string report_title;
  std::string printed;  // "Appendix 1"
};

// Answer of the owner, and what was done; written by people only.
enum class Position : std::uint8_t {
  kAwaited,
  kNoted,
  kAccepted,
  kAcceptedInPart,
  kRejected,
};
enum class Implementation : std::uint8_t {
  kNotRecorded,  // nobody said anything yet; not the same as open
  kOpen,
  kInProgress,
  kImplemented,
  kClosedNotImplemented,
  kSuperseded,
  kNotOurs,
};
std::string_view Name(Position position);
std::string_view Name(Implementation implementation);

// --- The ledger

enum class Outcome : std::uint8_t {
  kIndexed,
  kDuplicate,
  kSkipped,
  kQuarantined,
};
std::string_view Name(Outcome outcome);

// One input item of one run. For kDuplicate `report` is what it duplicates.
struct LedgerRow {
  std::int64_t run = 0;
  std::string path;
  std::string uri;
  std::string digest;
  std::string media_type;
  std::uint64_t bytes = 0;
  Outcome outcome = Outcome::kSkipped;
  std::string code;    // error code name; "" for kIndexed, or "changed"
  std::string reason;  // for a person; for kIndexed mostly "", or a remark
  std::string stage;   // source, decode, extract, store, index
  ReportId report;
  // File URI of the file the item was read from: the item itself, or the
  // archive it is a member of. Names that are no UTF-8 survive in it. "" for
  // what came from no file.
  std::string source;
  std::uint32_t attempts = 1;  // times it was tried, earlier runs included
  std::string log;             // what the attempts said, one line each
  double seconds = 0;          // decoding and extracting
};

struct RunRecord {
  std::int64_t id = 0;
  std::string started_at;  // UTC, ISO 8601
  std::string ended_at;    // "" while running or killed
  std::string host;
  std::string version;
  std::string arguments;
  std::uint64_t seen = 0;
  std::uint64_t indexed = 0;
  std::uint64_t duplicate = 0;
  std::uint64_t skipped = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t recommendations = 0;
  std::string user;               // who started it
  std::string settings;           // JSON object: options in force
  std::uint64_t bytes = 0;        // of all items seen
  double seconds = 0;             // from start to end
  std::uint64_t peak_memory = 0;  // bytes, the largest process of the run
  std::string details;            // JSON: by_type, by_error, slowest
};

}  // namespace concord::store
