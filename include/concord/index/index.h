#pragma once
// The full-text index: a cache over the record that can be deleted at any time.
//
// One entry per passage, recommendation and report. Prefixes and value slots
// are defined once, in indexes/fields.tsv. Writing is idempotent by id. The
// index remembers the record's uuid and the last outbox sequence it holds.
//
// IndexWriter: one thread, one process (kConflict otherwise). Searcher: many
// threads, each its own object; a search during a commit retries by itself.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/result.h"
#include "concord/index/query.h"
#include "concord/store/records.h"

namespace concord::index {

// What an index says of itself.
struct IndexState {
  std::string archive_uuid;
  std::int64_t sequence = 0;  // of the last Commit; 0 = nothing yet
  std::uint64_t entries = 0;
};

class IndexWriter {
 public:
  // Makes the folder where it is missing. An index of another record, or of
  // another format version, is emptied: State().sequence is then 0 and the
  // caller writes everything again. kConflict while another writer is open;
  // kCorrupt: delete the folder and open again; kUnavailable, kDiskFull.
  // An index that is made anew has `parts` parts, written by a thread each; one
  // that is there keeps the parts it has.
  [[nodiscard]] static Result<std::unique_ptr<IndexWriter>> Open(
      const std::filesystem::path& folder, const std::string& archive_uuid,
      unsigned parts = 1);
  virtual ~IndexWriter() = default;

  // Replaces all entries of the report. With several parts the work is done
  // later; its error comes with the next call.
  [[nodiscard]] virtual Result<> Put(
      const store::ReportRecord& report,
      const std::vector<store::StoredRecommendation>& recommendations) = 0;
  [[nodiscard]] virtual Result<> Remove(const ReportId& report) = 0;
  // Makes all Puts durable and visible together with `sequence`. What was Put
  // and not committed is dropped with the writer, or is there already with the
  // old sequence, whole reports at a time; putting it again mends both.
  [[nodiscard]] virtual Result<> Commit(std::int64_t sequence) = 0;

  virtual IndexState State() const = 0;
};

// kNotFound where there is none; kCorrupt where it cannot be read or has
// another format version.
[[nodiscard]] Result<IndexState> ReadIndexState(
    const std::filesystem::path& folder);

class Searcher {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Searcher>> Open(
      const std::filesystem::path& folder, const QueryLimits& limits);
  virtual ~Searcher() = default;

  // kInvalidArgument for a query that cannot be read, kLimitExceeded for one
  // over a limit; both say what to change. No match is not an error.
  [[nodiscard]] virtual Result<HitPage> Search(
      const SearchRequest& request) = 0;
  // Where the words that the request's query asks for stand in each of `texts`,
  // ascending; its filters are not looked at. Errors as Search.
  [[nodiscard]] virtual Result<std::vector<std::vector<TextSpan>>> Mark(
      const SearchRequest& request,
      const std::vector<std::string_view>& texts) = 0;
};

// The comparable pieces of a report, chrome left out, in reading order: the
// passages that are indexed.
std::vector<store::Passage> Passages(const store::ReportRecord& report);

}  // namespace concord::index
