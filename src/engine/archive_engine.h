#pragma once
// The Engine over one archive folder. Its members are defined by subject:
// archive_engine.cpp (open, import, index), overview.cpp, and in the folders
// lists/, show/, search/, overlaps/, decisions/, scopes/ and graph/.

#include <memory>
#include <optional>

#include "concord/engine/engine.h"
#include "concord/index/index.h"
#include "concord/response/response.h"
#include "concord/store/store.h"
#include "engine/snapshot.h"

namespace concord::engine {

// Keeps the table of this program's weights in the record, where the last one
// kept there is another.
[[nodiscard]] Result<> KeepWeights(store::Store& store);

class ArchiveEngine : public Engine {
 public:
  ArchiveEngine(EngineOptions options, std::unique_ptr<store::Store> store,
                Access access)
      : options_(std::move(options)),
        store_(std::move(store)),
        access_(access) {}

  Result<ImportSummary> Import(const ImportRequest& request,
                               ImportObserver& observer) override;
  Result<std::uint64_t> Reindex() override;
  Result<std::vector<std::string>> Check(bool read_originals) override;
  Result<Listing> List(const ListRequest& request) override;
  Result<Shown> Show(std::string_view id) override;
  Result<SearchView> Search(const SearchViewRequest& request) override;
  Result<std::vector<OverlapView>> Overlaps(
      const OverlapRequest& request) override;
  Result<std::vector<GroupView>> Groups(const GroupsRequest& request) override;
  Result<OverlapPageView> OverlapPage(const OverlapRequest& request) override;
  Result<ReportTextView> ReportText(std::string_view id,
                                    std::string_view query) override;
  Result<OriginalView> Original(std::string_view digest) override;
  Result<std::string> ReportTitle(std::string_view id) override;
  Result<OverviewView> Overview() override;
  Result<CitationView> Cite(std::string_view id) override;
  Result<ScopeView> ShowScope(std::string_view name) override;
  Result<std::string> DrawGraph(const GraphRequest& request) override;
  Result<ActView> Decide(const DecideRequest& request) override;
  Result<ActView> ChangeGroup(const GroupChangeRequest& request) override;
  Result<ActView> Accept(const AcceptRequest& request) override;
  Result<ActView> ChangeRegister(const RegisterChangeRequest& request) override;
  Result<ActView> Undo(const UndoRequest& request) override;
  Result<WeightsView> Weights() override;
  Result<std::vector<ActView>> Acts() override;
  Result<std::vector<std::string>> UnfitDecisions() override;
  Result<DecisionsImported> ImportDecisions(std::string_view lines) override;
  Result<AnswersImported> ImportAnswers(const AnswersRequest& request) override;
  Result<ScopeView> MakeScope(const ScopeViewRequest& request) override;
  Result<std::string> Respond(std::string_view scope,
                              std::string_view format) override;
  Result<std::string> DeleteScope(std::string_view name) override;

  // What is read of the record from now on, shared with other threads; null =
  // this engine reads it for itself.
  void UseSnapshot(std::shared_ptr<Snapshot> snapshot) {
    snapshot_ = std::move(snapshot);
  }
  // Brings a stale index up where nobody else is writing; an index that can be
  // searched as it is is no error.
  static Result<> BringIndexUp(const EngineOptions& options);

 private:
  std::filesystem::path IndexFolder() const {
    return options_.archive / "index";
  }
  // The record as it is now, with these parts; each read once.
  Result<Snapshot*> SnapshotWith(unsigned parts);
  // Brings the index up to the record's outbox; from scratch where it is
  // missing, damaged or another archive's.
  Result<std::uint64_t> UpdateIndex();
  Result<std::optional<Shown>> ShowRunNamed(std::string_view id);
  Result<std::optional<Shown>> ShowLedgerNamed(std::string_view id);
  Result<std::optional<Shown>> ShowGroupNamed(std::string_view id);
  Result<Shown> ShowOfReports(std::string_view id, Snapshot* snapshot);
  // A searcher over an index that is in step with the record, but for reports
  // that wait for another process to index them.
  struct OpenIndex {
    std::unique_ptr<index::Searcher> searcher;
    std::size_t waiting = 0;
  };
  Result<OpenIndex> OpenSearcher();
  std::vector<DirectionView> Directions(const std::string& query,
                                        index::EntryKind in, bool found,
                                        index::Searcher& searcher);
  // The scope kept under a name, as the record is now.
  Result<scope::Scope> SelectKept(std::string_view name);
  // The response to it, with what people answered.
  Result<response::ConsolidatedResponse> Composed(std::string_view name);
  Result<scope::ScopeRequest> ResolveScope(const ScopeViewRequest& request);
  // Adds the act at the end of the history this engine has read.
  Result<ActView> Add(const store::Act& act);
  // An act in force, for whoever decides the same again.
  Result<ActView> DecidedBefore(std::int64_t act);
  Result<ActView> DecidePairs(const store::Act& act, bool instead);
  // The same act, with the groups as they are after it.
  Result<ActView> WithGroups(const ActView& done);

  EngineOptions options_;
  std::unique_ptr<store::Store> store_;
  Access access_;
  std::shared_ptr<Snapshot> snapshot_;
};

}  // namespace concord::engine
