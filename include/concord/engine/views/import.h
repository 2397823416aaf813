#pragma once
// What an import is asked for and tells while it runs.

#include <cstdint>
#include <string>
#include <vector>

namespace concord::engine {

struct ImportRequest {
  std::vector<std::string> paths;  // files and folders; "-" = standard input
  std::string arguments;           // as typed, kept with the run
  std::uint64_t limit = 0;         // items to see; 0 = all
  std::string since;               // "2001-11-13[T12:00:00Z]": older files are
                                   // passed over and are no items
  bool retry_failed = false;       // read again what was quarantined last; with
                                   // no paths, only that
  bool read_archives = true;       // else an archive is one item
  // Of paths that are web addresses:
  bool allow_private = false;         // this machine and private networks
  bool other_hosts = false;           // follow redirects to other hosts
  std::uint32_t web_delay_ms = 1000;  // between two requests to a host
  bool refetch = false;  // also what was fetched within the last day
  // The paths hold lines of `concord extract --stream`, not documents.
  bool from_extracted = false;
  // Not "": scanned PDFs are read by OCR, in this language ("eng"); with
  // retry_failed also those that had no text when they were last met.
  std::string ocr_language;
};

struct ImportTotals {
  std::uint64_t total = 0;  // items there are to see, counted beforehand
  std::uint64_t seen = 0;
  std::uint64_t indexed = 0;
  std::uint64_t duplicate = 0;
  std::uint64_t skipped = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t recommendations = 0;  // without the next two
  std::uint64_t decisions = 0;        // asked of a paper's own committee
  std::uint64_t commitments = 0;
  std::uint64_t resolutions = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
  double rate = -1;  // items a second, of late; -1 = too early to say
};

// One item's end, as the ledger keeps it.
struct ItemView {
  std::string path;
  std::string uri;
  std::string outcome;  // indexed, duplicate, skipped, quarantined
  std::string code;
  std::string reason;
  std::string stage;
  std::string report;  // id; of the one it duplicates for a duplicate
  std::uint32_t attempts = 1;
  // Of a dry run, for tables of recommendations: which column was taken for
  // what, and the first rows, as lines for people.
  std::vector<std::string> preview;
  std::string json;
};

struct ImportSummary {
  std::int64_t run = 0;
  ImportTotals totals;
  bool interrupted = false;
  bool dry_run = false;
  std::string json;
};

// Told of progress from the importing thread. An item is told of when it is
// durable: what was told is there after a crash.
class ImportObserver {
 public:
  virtual ~ImportObserver() = default;
  virtual void OnItem(const ItemView& item, const ImportTotals& totals) = 0;
  // Now and then while no item ends.
  virtual void OnWait(const ImportTotals& /*totals*/) {}
  // Long steps that are not items: "indexing".
  virtual void OnStage(const std::string& stage) = 0;
};

}  // namespace concord::engine
