#include "engine/archive_engine.h"

#include <fcntl.h>
#include <stdio.h>

#include "concord/base/fail_point.h"
#include "engine/import/importer.h"

namespace concord::engine {
namespace {

store::OpenMode ModeOf(Access access) {
  return access == Access::kWrite ? store::OpenMode::kWrite
                                  : store::OpenMode::kRead;
}

// What is wrong with the archive itself has exit codes of its own.
Error OfArchive(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kNotFound:
      return {ErrorCode::kNoArchive, error.message()};
    case ErrorCode::kCorrupt:
      return {ErrorCode::kIntegrity, error.message()};
    default:
      return error;
  }
}

Result<> RemoveFolder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  if (!error) return {};
  return Fail(ErrorCode::kUnavailable,
              folder.string() + ": " + error.message());
}

// `fresh` in the place of `old`, which there may not be, in one step.
Result<> Exchange(const std::filesystem::path& fresh,
                  const std::filesystem::path& old) {
  std::error_code error;
  if (!std::filesystem::exists(old, error)) {
    std::filesystem::rename(fresh, old, error);
  } else if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, old.c_str(),
                         RENAME_EXCHANGE) != 0) {
    // A file system that cannot exchange: two steps.
    TRY_RETURN(RemoveFolder(old));
    std::filesystem::rename(fresh, old, error);
  }
  if (!error) return {};
  return Fail(ErrorCode::kUnavailable, old.string() + ": " + error.message());
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
  // With the archive, where there is one: what it holds is a duplicate.
  Result<std::unique_ptr<store::Store>> held =
      store::Store::Open(options.archive, store::OpenMode::kRead);
  if (!held && held.error().code() != ErrorCode::kNotFound) {
    return tl::unexpected<Error>(OfArchive(held.error()));
  }
  return RunImport(options, request, {.reader = held ? held->get() : nullptr},
                   observer);
}

Result<ImportSummary> ArchiveEngine::Import(const ImportRequest& request,
                                            ImportObserver& observer) {
  snapshot_.reset();
  TRY_RETURN(KeepWeights(*store_));
  std::uint64_t caught_up = 0;
  TRY_ASSIGN(auto index, IndexFeed::Open(IndexFolder(), *store_, &caught_up));
  return RunImport(
      options_, request,
      {.writer = store_.get(), .reader = store_.get(), .index = index.get()},
      observer);
}

Result<Snapshot*> ArchiveEngine::SnapshotWith(unsigned parts) {
  if (snapshot_ == nullptr) {
    TRY_ASSIGN(snapshot_, Snapshot::Of(*store_, options_.archive));
  }
  TRY_RETURN(snapshot_->Need(parts));
  return snapshot_.get();
}

Result<std::uint64_t> ArchiveEngine::UpdateIndex() {
  std::uint64_t put = 0;
  TRY_ASSIGN(const auto index, IndexFeed::Open(IndexFolder(), *store_, &put));
  return put;
}

// Made beside the old one, which serves until the new one is whole.
Result<std::uint64_t> ArchiveEngine::Reindex() {
  const std::filesystem::path fresh = options_.archive / "index-new";
  TRY_RETURN(RemoveFolder(fresh));
  std::uint64_t put = 0;
  { TRY_ASSIGN(const auto index, IndexFeed::Open(fresh, *store_, &put)); }
  FailPoint("index.made-anew");
  TRY_RETURN(Exchange(fresh, IndexFolder()));
  TRY_RETURN(RemoveFolder(fresh));
  return put;
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
                       " changes behind the record; the next import or search "
                       "brings it up");
    }
  }
  return faults;
}

}  // namespace concord::engine
