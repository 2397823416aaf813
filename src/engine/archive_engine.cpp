#include "archive_engine.h"

#include <set>

#include "importer.h"

namespace concord::engine {
namespace {

constexpr std::size_t kReportsPerCommit = 500;  // small flushes: less memory

store::OpenMode ModeOf(Access access) {
  return access == Access::kWrite ? store::OpenMode::kWrite
                                  : store::OpenMode::kRead;
}

// What is wrong with the archive itself has exit codes of its own.
Error OfArchive(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kNotFound:
      return {ErrorCode::kNoArchive,
              error.message() + "; 'concord import PATH' makes one"};
    case ErrorCode::kCorrupt:
      return {ErrorCode::kIntegrity, error.message()};
    default:
      return error;
  }
}

}  // namespace

Result<std::unique_ptr<Engine>> Engine::Open(const EngineOptions& options,
                                             Access access) {
  Result<std::unique_ptr<store::Store>> store =
      store::Store::Open(options.archive, ModeOf(access));
  if (!store) return tl::unexpected<Error>(OfArchive(store.error()));
  return std::make_unique<ArchiveEngine>(options, std::move(*store), access);
}

Result<ImportSummary> DryRun(const EngineOptions& options,
                             const ImportRequest& request,
                             ImportObserver& observer) {
  return RunImport(options, request, nullptr, observer);
}

Result<ImportSummary> ArchiveEngine::Import(const ImportRequest& request,
                                            ImportObserver& observer) {
  snapshot_.reset();
  TRY_ASSIGN(ImportSummary summary,
             RunImport(options_, request, store_.get(), observer));
  observer.OnStage("indexing");
  TRY_RETURN(UpdateIndex());
  return summary;
}

Result<Snapshot*> ArchiveEngine::World() {
  if (snapshot_ == nullptr) {
    TRY_ASSIGN(snapshot_, Snapshot::Read(*store_));
  }
  return snapshot_.get();
}

Result<std::uint64_t> ArchiveEngine::UpdateIndex() {
  TRY_ASSIGN(const std::string uuid, store_->ArchiveUuid());
  TRY_ASSIGN(auto writer, index::IndexWriter::Open(IndexFolder(), uuid));
  std::int64_t held = 0;
  if (Result<index::IndexState> state = index::ReadIndexState(IndexFolder());
      state && state->archive_uuid == uuid) {
    held = state->sequence;
  }
  // An index made anew holds nothing: every report is due.
  TRY_ASSIGN(const auto outbox, store_->Outbox(held));
  std::set<ReportId> due;
  std::int64_t last = held;
  for (const store::OutboxEntry& entry : outbox) {
    due.insert(entry.report);
    last = std::max(last, entry.sequence);
  }
  TRY_ASSIGN(Snapshot * world, World());
  std::map<ReportId, std::vector<store::StoredRecommendation>> by_report;
  for (const store::StoredRecommendation& item : world->recommendations()) {
    by_report[item.report].push_back(item);
  }
  std::uint64_t put = 0;
  for (const store::ReportRecord& report : world->reports()) {
    if (held != 0 && !due.contains(report.id)) continue;
    TRY_RETURN(writer->Put(report, by_report[report.id]));
    // The sequence moves only when everything up to it is in.
    if (++put % kReportsPerCommit == 0) TRY_RETURN(writer->Commit(held));
  }
  TRY_RETURN(writer->Commit(last));
  return put;
}

Result<std::uint64_t> ArchiveEngine::Reindex() {
  std::error_code error;
  std::filesystem::remove_all(IndexFolder(), error);
  if (error) {
    return Fail(ErrorCode::kUnavailable,
                IndexFolder().string() + ": " + error.message());
  }
  return UpdateIndex();
}

Result<std::vector<std::string>> ArchiveEngine::Check(bool read_originals) {
  TRY_ASSIGN(std::vector<std::string> faults, store_->Check(read_originals));
  TRY_ASSIGN(const std::string uuid, store_->ArchiveUuid());
  const Result<index::IndexState> state = index::ReadIndexState(IndexFolder());
  if (!state) {
    faults.push_back("index: " + state.error().message() +
                     "; run 'concord reindex'");
  } else if (state->archive_uuid != uuid) {
    faults.push_back(
        "index: belongs to another archive; run 'concord reindex'");
  } else {
    TRY_ASSIGN(const auto outbox, store_->Outbox(state->sequence));
    if (!outbox.empty()) {
      faults.push_back("index: " + std::to_string(outbox.size()) +
                       " changes behind the record; run 'concord reindex'");
    }
  }
  return faults;
}

}  // namespace concord::engine
