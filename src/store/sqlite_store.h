#pragma once
// The one implementation of Store: a session, a folder of originals, a lock.
//
// Internal to the store; what each call promises stands in store.h.

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "concord/store/store.h"
#include "store/archive_lock.h"
#include "store/connection.h"
#include "store/originals.h"

namespace concord::store {

class SqliteStore final : public Store {
 public:
  static Result<std::unique_ptr<Store>> OpenReader(
      const std::filesystem::path& archive, const OpenOptions& options);
  static Result<std::unique_ptr<Store>> OpenWriter(
      const std::filesystem::path& archive, const OpenOptions& options);

  ~SqliteStore() override;

  Result<std::int64_t> BeginRun(std::string_view arguments,
                                std::string_view settings) override;
  Result<> EndRun(const RunRecord& run) override;
  Result<PutResult> Put(const PutRequest& request) override;
  Result<std::optional<ReportId>> FindByDigest(
      std::string_view digest) const override;
  Result<std::optional<ReportId>> FindByWords(
      std::string_view text_digest) const override;
  Result<std::vector<ReportId>> FindAlike(
      const std::vector<std::uint64_t>& sketch,
      std::string_view media_type) const override;
  Result<> AddLedgerRow(const LedgerRow& row) override;
  Result<> BeginBatch() override;
  Result<> CommitBatch() override;
  Result<> AddCapture(const ReportId& report,
                      const CaptureRecord& capture) override;
  Result<std::optional<ReportId>> FindCapture(
      std::string_view uri, std::string_view captured_at) const override;
  Result<std::optional<ReportId>> FindLastAt(
      std::string_view uri) const override;
  Result<DigestSet> SettledDigests(bool failed) const override;
  Result<std::optional<LedgerRow>> LastFailure(
      std::string_view digest) const override;
  Result<std::vector<std::string>> FailedSources(bool no_text) const override;
  Result<std::set<std::string>> FetchedSources(
      std::chrono::seconds age) const override;

  Result<ReportRecord> GetReport(const ReportId& id) const override;
  Result<> ForEachReport(
      const std::function<Result<>(const ReportRecord&)>& visit) const override;
  Result<std::vector<ReportHead>> ReportHeads(
      const ReportId& only) const override;
  Result<std::vector<StoredRecommendation>> Recommendations() const override;
  Result<std::string> ResolveId(std::string_view beginning) const override;
  Result<std::string> ReadOriginal(std::string_view digest) const override;
  Result<std::vector<LedgerRow>> Ledger(std::int64_t run) const override;
  Result<std::vector<LedgerRow>> StillFailing() const override;
  Result<std::vector<RunRecord>> Runs() const override;
  Result<std::vector<ReportName>> ReportNames() const override;
  Result<std::vector<AcronymMeaning>> AcronymMeanings(
      const std::vector<std::string>& short_forms,
      const std::vector<std::string>& long_forms) const override;
  Result<std::vector<MissingPartRecord>> MissingParts() const override;

  Result<std::vector<OutboxEntry>> Outbox(std::int64_t after) const override;
  Result<> ClearOutbox(std::int64_t up_to) override;
  Result<std::string> ArchiveUuid() const override;
  Result<std::int64_t> ChangeNumber() const override;
  Result<std::string> ReportsState() const override;

  Result<> PutNamed(std::string_view kind, std::string_view name,
                    std::string_view json) override;
  Result<std::optional<std::string>> GetNamed(
      std::string_view kind, std::string_view name) const override;
  Result<std::vector<std::string>> ListNamed(
      std::string_view kind) const override;

  Result<std::int64_t> AddAct(const Act& act, std::int64_t last_seen) override;
  Result<std::vector<Act>> Acts() const override;

  Result<std::vector<std::string>> Check(bool read_originals) const override;

 private:
  SqliteStore(std::filesystem::path archive, OpenOptions options);

  Result<> RequireWriter() const;
  // Of a write: a transaction of its own, or a part of the open batch.
  Purpose ToWrite() const { return batch_ ? Purpose::kPart : Purpose::kWrite; }
  std::string Now() const { return TimeBefore(std::chrono::seconds(0)); }
  std::string TimeBefore(std::chrono::seconds age) const;  // now, so long ago
  // In the order of ForEachReport.
  Result<std::vector<ReportId>> ReportIds() const;
  Result<> CheckReports(std::vector<std::string>* faults) const;
  Poco::Data::Session& session() const { return connection_->session(); }
  Statements& statements() const { return connection_->statements(); }

  std::filesystem::path archive_;
  OpenOptions options_;
  // Let go only after the connection is closed, hence declared before it.
  std::optional<ArchiveLock> lock_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Transaction> batch_;  // undone before the connection closes
  Originals originals_;
};

}  // namespace concord::store
