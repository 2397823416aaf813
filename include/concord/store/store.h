#pragma once
// The record: SQLite plus a folder of originals, in one archive folder.
//
//   archive/record.sqlite      everything that is known
//   archive/originals/ab/cdef  the captured bytes, named by their digest
//   archive/lock               held by the one process that writes
//   archive/index/             Xapian; not the store's; can be deleted
//
// Order of a Put: the original first (temporary, sync, rename), then one
// transaction for all rows and the index outbox. A crash leaves at worst an
// orphaned original, which is harmless.
//
// One writer process at a time (kernel lock, released on death); many readers.
// A Store object is used by one thread at a time.
//
// Each report is kept twice in the one transaction: as lossless JSON, which is
// what GetReport reads back, so that a field added to an extraction needs no
// new column to survive; and as plain tables (recommendations, citations,
// stated_counts, ...), which a person can query with any SQLite client and
// which Recommendations() reads without parsing a report. Check() compares
// the two.
//
//   sqlite3 archive/record.sqlite 'SELECT * FROM recommendation_list'
//
// Errors of every call: kConflict (somebody else holds the record), kDiskFull,
// kCorrupt (the file is damaged), kUnavailable (permission, disk error).

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/id.h"
#include "concord/base/result.h"
#include "concord/document/document.h"
#include "concord/store/decisions.h"
#include "concord/store/digest_set.h"
#include "concord/store/records.h"
#include "concord/store/report_head.h"

namespace concord::store {

enum class OpenMode { kRead, kWrite };

struct OpenOptions {
  // How long to wait for a program that is not Concord and holds the file.
  std::chrono::milliseconds busy_timeout{5000};
  // The clock behind every time the store writes.
  std::function<std::chrono::sys_seconds()> now = [] {
    return std::chrono::floor<std::chrono::seconds>(
        std::chrono::system_clock::now());
  };
};

// What Put is given for one capture. `capture.digest` must be that of `bytes`;
// an empty `capture.imported_at` is filled in.
struct PutRequest {
  CaptureRecord capture;
  std::string bytes;  // the original
  document::Document document;
  extraction::Extraction extraction;
  // The report that this is in another format: it becomes a capture of that
  // one, unless its words are held exactly.
  std::optional<ReportId> same_as;
};

struct PutResult {
  ReportId report;
  bool is_new = false;        // false: the words were held already
  std::int64_t sequence = 0;  // of the change in the outbox, where it is new
};

// What Put refuses, without putting anything: see Put.
[[nodiscard]] Result<> VerifyPut(const PutRequest& request);

// The recommendations of one report as Recommendations() gives them.
std::vector<StoredRecommendation> RecommendationsOf(const ReportRecord& report);

// One change the index has not seen yet.
struct OutboxEntry {
  std::int64_t sequence = 0;
  ReportId report;
};

class Store {
 public:
  // kWrite creates the archive where it is missing and takes the lock:
  // kConflict names the process, host and time of the holder. kRead gives
  // kNotFound where there is no archive. kCorrupt, kUnsupported (made by a
  // newer version, or not a record of Concord's).
  // A reader takes no lock, sees the last committed state, and writes nothing
  // but SQLite's own empty -wal and -shm; on a read-only medium nothing at all.
  [[nodiscard]] static Result<std::unique_ptr<Store>> Open(
      const std::filesystem::path& archive, OpenMode mode,
      const OpenOptions& options = {});
  virtual ~Store() = default;

  // --- Import ---
  // `settings` is a JSON object of the options in force, kept with the run.
  [[nodiscard]] virtual Result<std::int64_t> BeginRun(
      std::string_view arguments, std::string_view settings = {}) = 0;
  [[nodiscard]] virtual Result<> EndRun(const RunRecord& run) = 0;
  // Idempotent: the same words again add a capture, not a report; the same
  // bytes again add nothing, but put back an original that was lost or
  // damaged. kInvalidArgument where the digest is not that of the bytes or no
  // words are left; the error of Verify where the document or the extraction
  // breaks its promises, for what the store holds must pass Check().
  [[nodiscard]] virtual Result<PutResult> Put(const PutRequest& request) = 0;
  // The report that already holds these exact bytes, if any.
  [[nodiscard]] virtual Result<std::optional<ReportId>> FindByDigest(
      std::string_view digest) const = 0;
  // The report that already holds these words (document::TextDigest), if any.
  [[nodiscard]] virtual Result<std::optional<ReportId>> FindByWords(
      std::string_view text_digest) const = 0;
  // Reports that share a number of a document::Sketch and have no capture of
  // this media type, the likest first; eight at most. Reports put by versions
  // that kept no sketches are not found.
  [[nodiscard]] virtual Result<std::vector<ReportId>> FindAlike(
      const std::vector<std::uint64_t>& sketch,
      std::string_view media_type) const = 0;
  [[nodiscard]] virtual Result<> AddLedgerRow(const LedgerRow& row) = 0;

  // What is written from here to CommitBatch becomes durable together: the
  // originals first, then all rows in one transaction. One sync for many
  // reports instead of several for each. Until CommitBatch has returned,
  // nothing of it may be told to anybody; where it fails, or the store is
  // closed before, none of it is there. A Put that fails inside a batch leaves
  // the others as they are.
  [[nodiscard]] virtual Result<> BeginBatch() = 0;
  [[nodiscard]] virtual Result<> CommitBatch() = 0;

  // One more way in which bytes that are held were obtained; nothing where a
  // capture with this digest, address and time is known.
  [[nodiscard]] virtual Result<> AddCapture(const ReportId& report,
                                            const CaptureRecord& capture) = 0;
  // The report captured from `uri` at `captured_at`, if any.
  [[nodiscard]] virtual Result<std::optional<ReportId>> FindCapture(
      std::string_view uri, std::string_view captured_at) const = 0;

  // The report that was captured from `uri` last, if any.
  [[nodiscard]] virtual Result<std::optional<ReportId>> FindLastAt(
      std::string_view uri) const = 0;

  // Digests of bytes that need not be decoded again: those of all captures and,
  // with `failed`, those on which decoding failed under this version.
  [[nodiscard]] virtual Result<DigestSet> SettledDigests(bool failed) const = 0;
  // The last failure to decode these bytes, with the attempts of all runs.
  [[nodiscard]] virtual Result<std::optional<LedgerRow>> LastFailure(
      std::string_view digest) const = 0;
  // Sources (see LedgerRow) of which the last run that met them quarantined
  // something or, with `no_text`, found a document without text, in the order
  // of those rows.
  [[nodiscard]] virtual Result<std::vector<std::string>> FailedSources(
      bool no_text) const = 0;

  // Web addresses (sources of the ledger) that a run not older than `age`
  // fetched, or found that it need not.
  [[nodiscard]] virtual Result<std::set<std::string>> FetchedSources(
      std::chrono::seconds age) const = 0;

  // --- Reading ---
  [[nodiscard]] virtual Result<ReportRecord> GetReport(
      const ReportId& id) const = 0;
  // In order of date, committee and number, then id. The callback's error
  // stops the walk and is returned.
  [[nodiscard]] virtual Result<> ForEachReport(
      const std::function<Result<>(const ReportRecord&)>& visit) const = 0;
  // The heads of all reports, or of the one named, in the order of
  // ForEachReport; reads no document.
  [[nodiscard]] virtual Result<std::vector<ReportHead>> ReportHeads(
      const ReportId& only = {}) const = 0;
  // Every recommendation, in the order of ForEachReport, then of the report;
  // of each what RecommendationsOf() gives. Reads no document.
  [[nodiscard]] virtual Result<std::vector<StoredRecommendation>>
  Recommendations() const = 0;
  // The full id for an unambiguous beginning of a report or recommendation
  // id ("r3fa", "r3fa.7"); kNotFound, or kInvalidArgument naming the
  // candidates. A beginning of a report's id means the report, not its parts.
  [[nodiscard]] virtual Result<std::string> ResolveId(
      std::string_view beginning) const = 0;
  // The captured bytes; kNotFound, kCorrupt where they are not those any more.
  [[nodiscard]] virtual Result<std::string> ReadOriginal(
      std::string_view digest) const = 0;
  // Rows of run `run`; 0 = of all runs.
  [[nodiscard]] virtual Result<std::vector<LedgerRow>> Ledger(
      std::int64_t run) const = 0;
  // What could not be read and was not read since: quarantined rows, the last
  // of their path, in the order they were written.
  [[nodiscard]] virtual Result<std::vector<LedgerRow>> StillFailing() const = 0;
  // All runs. One that was killed, or still goes on, has the figures that its
  // ledger rows give so far.
  [[nodiscard]] virtual Result<std::vector<RunRecord>> Runs() const = 0;

  // Every report's name, in the order of their ids; reads no document.
  [[nodiscard]] virtual Result<std::vector<ReportName>> ReportNames() const = 0;
  // Every meaning of the short forms, and of those that stand for one of the
  // long forms (without regard to the case of ASCII letters); the most often
  // explained first. Reads no document.
  [[nodiscard]] virtual Result<std::vector<AcronymMeaning>> AcronymMeanings(
      const std::vector<std::string>& short_forms,
      const std::vector<std::string>& long_forms) const = 0;
  // Parts announced and not held by the report itself, in the order of their
  // reports' ids.
  [[nodiscard]] virtual Result<std::vector<MissingPartRecord>> MissingParts()
      const = 0;

  // --- Index outbox ---
  [[nodiscard]] virtual Result<std::vector<OutboxEntry>> Outbox(
      std::int64_t after) const = 0;
  [[nodiscard]] virtual Result<> ClearOutbox(std::int64_t up_to) = 0;
  // Changes whenever the record is made anew; the index keeps a copy.
  [[nodiscard]] virtual Result<std::string> ArchiveUuid() const = 0;
  // Another number whenever somebody else has committed something since this
  // object was asked before; only to be compared with its own answers. Cheap.
  [[nodiscard]] virtual Result<std::int64_t> ChangeNumber() const = 0;

  // Names what the reports and captures are now: another text after everything
  // that changes them. What is computed from them is kept under it.
  [[nodiscard]] virtual Result<std::string> ReportsState() const = 0;

  // --- Small documents: scopes, responses, authority decisions ---
  // Named JSON values with history; the last one counts.
  [[nodiscard]] virtual Result<> PutNamed(std::string_view kind,
                                          std::string_view name,
                                          std::string_view json) = 0;
  [[nodiscard]] virtual Result<std::optional<std::string>> GetNamed(
      std::string_view kind, std::string_view name) const = 0;
  [[nodiscard]] virtual Result<std::vector<std::string>> ListNamed(
      std::string_view kind) const = 0;

  // --- What people decided ---
  // Adds an act and gives its number; an empty `at` is filled in, `id` is
  // ignored. `last_seen` is the last act its doer knew of: kConflict where
  // another came in between. kNotFound where it undoes what was never done.
  [[nodiscard]] virtual Result<std::int64_t> AddAct(const Act& act,
                                                    std::int64_t last_seen) = 0;
  // The whole history, in its order.
  [[nodiscard]] virtual Result<std::vector<Act>> Acts() const = 0;

  // Referential and byte-level checks: every original there and of its length
  // (with `read_originals` also unchanged), every quotation standing in its
  // text, tables and stored form alike, ledger balanced. One line a fault;
  // an original that no report points at is not one.
  [[nodiscard]] virtual Result<std::vector<std::string>> Check(
      bool read_originals) const = 0;
};

}  // namespace concord::store
