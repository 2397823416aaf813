#pragma once
// The whole engine behind one door, for the faces.
//
// The only module that knows every stage: it runs them in order, keeps the
// index in step with the record, and hands plain views to the command line and
// the browser. A face never touches a stage.
//
//   TRY_ASSIGN(auto engine, Engine::Open(options, Access::kRead));
//   TRY_ASSIGN(SearchView view, engine->Search(request));
//
// One Engine is used by one thread; Import starts threads of its own. Several
// readers and one writer may have the same archive open.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/engine/citation.h"
#include "concord/engine/views.h"

namespace concord::engine {

enum class Access { kRead, kWrite };

struct EngineOptions {
  std::filesystem::path archive;
  std::string program;  // this program's own file, for decoding workers
  unsigned jobs = 0;    // decoding workers; 0 = one per processor
  const std::atomic<int>* interrupted = nullptr;  // signal number, 0 = none
  // Whether a search first brings an index that is behind the record up to
  // it. Switched off where many read at once: an import does it at its end.
  bool index_upkeep = true;
};

class Engine {
 public:
  // kNotFound (no archive, kRead), kConflict (another process writes), ...
  [[nodiscard]] static Result<std::unique_ptr<Engine>> Open(
      const EngineOptions& options, Access access);
  virtual ~Engine() = default;

  // --- Import ---
  // Reads every path; one bad item never stops the run. The error is only for
  // what makes going on pointless (disk full, interrupted before the start).
  [[nodiscard]] virtual Result<ImportSummary> Import(
      const ImportRequest& request, ImportObserver& observer) = 0;
  // Makes the index anew from the record.
  [[nodiscard]] virtual Result<std::uint64_t> Reindex() = 0;
  // One line a fault; an empty list is a sound archive.
  [[nodiscard]] virtual Result<std::vector<std::string>> Check(
      bool read_originals) = 0;

  // --- Reading ---
  [[nodiscard]] virtual Result<Listing> List(const ListRequest& request) = 0;
  [[nodiscard]] virtual Result<Shown> Show(std::string_view id) = 0;
  [[nodiscard]] virtual Result<SearchView> Search(
      const SearchViewRequest& request) = 0;
  [[nodiscard]] virtual Result<std::vector<OverlapView>> Overlaps(
      const OverlapRequest& request) = 0;
  [[nodiscard]] virtual Result<std::vector<GroupView>> Groups(
      const GroupsRequest& request) = 0;
  // The same with how many there are before `offset` and `limit`.
  [[nodiscard]] virtual Result<OverlapPageView> OverlapPage(
      const OverlapRequest& request) = 0;
  // A report's words block by block, with what was found in them. `query`: a
  // search whose words are marked; "" = none, as one that cannot be read.
  [[nodiscard]] virtual Result<ReportTextView> ReportText(
      std::string_view id, std::string_view query) = 0;
  // The bytes as they were captured. kNotFound; kCorrupt where they changed.
  [[nodiscard]] virtual Result<OriginalView> Original(
      std::string_view digest) = 0;
  // The title of a report by its whole id; the id where there is no such
  // report. For quotations, which name their report by id.
  [[nodiscard]] virtual Result<std::string> ReportTitle(
      std::string_view id) = 0;
  // What the archive holds, in figures.
  [[nodiscard]] virtual Result<OverviewView> Overview() = 0;

  // How a report or a recommendation is cited. kNotFound.
  [[nodiscard]] virtual Result<CitationView> Cite(std::string_view id) = 0;

  // What is next to one thing, as a picture or for other programs.
  [[nodiscard]] virtual Result<std::string> DrawGraph(
      const GraphRequest& request) = 0;

  // --- Decisions by people (Access::kWrite, but for reading them) ---
  // kConflict where it was decided otherwise before or other decisions forbid
  // it; the message names the act that is in the way.
  [[nodiscard]] virtual Result<ActView> Decide(
      const DecideRequest& request) = 0;
  [[nodiscard]] virtual Result<ActView> ChangeGroup(
      const GroupChangeRequest& request) = 0;
  // Every proposal within a group of at least this weight, in one act.
  [[nodiscard]] virtual Result<ActView> Accept(
      const AcceptRequest& request) = 0;
  // One work or body of several, or several of one; what was refused is not
  // merged.
  [[nodiscard]] virtual Result<ActView> ChangeRegister(
      const RegisterChangeRequest& request) = 0;
  [[nodiscard]] virtual Result<ActView> Undo(const UndoRequest& request) = 0;
  // The weights of this program, and whether the archive was decided under
  // others.
  [[nodiscard]] virtual Result<WeightsView> Weights() = 0;
  // The whole history; its JSON lines are what ImportDecisions reads.
  [[nodiscard]] virtual Result<std::vector<ActView>> Acts() = 0;
  // Decisions that stand and speak of what is not held, one line each.
  [[nodiscard]] virtual Result<std::vector<std::string>> UnfitDecisions() = 0;
  // Acts that are there already are not added again.
  [[nodiscard]] virtual Result<DecisionsImported> ImportDecisions(
      std::string_view lines) = 0;

  // --- Answers ---
  // Records what a person filled into a response of ours (DOCX, XLSX).
  // kInvalidArgument for a file that is none.
  [[nodiscard]] virtual Result<AnswersImported> ImportAnswers(
      const AnswersRequest& request) = 0;

  // --- Scope and response ---
  // Selects, verifies and keeps the scope under its name.
  [[nodiscard]] virtual Result<ScopeView> MakeScope(
      const ScopeViewRequest& request) = 0;
  // A scope made before, computed from the record as it is now; writes
  // nothing. kNotFound names the scopes there are.
  [[nodiscard]] virtual Result<ScopeView> ShowScope(std::string_view name) = 0;
  // In one of ResponseFormats(), or "body": the HTML without its page, for a
  // page of a face, with links to /recommendations/ID and /reports/ID.
  [[nodiscard]] virtual Result<std::string> Respond(
      std::string_view scope, std::string_view format) = 0;
  // Lists the scope no more; what was answered stays answered. Returns what to
  // type to have it again. kNotFound names the scopes there are.
  [[nodiscard]] virtual Result<std::string> DeleteScope(
      std::string_view name) = 0;
};

// Decodes and extracts one document without an archive.
[[nodiscard]] Result<std::string> ExtractToJson(const ExtractRequest& request);

// Decodes and extracts every item of `request` on all processors and gives
// `sink` a line of JSON for each, in order: see docs/import.md. `for_import`
// adds what `import --from-extracted` needs. Returns how many failed.
[[nodiscard]] Result<std::uint64_t> ExtractStream(
    const EngineOptions& options, const ImportRequest& request, bool for_import,
    const std::function<void(const std::string&)>& sink);

// A dry run: everything Import does except writing. No archive is needed.
[[nodiscard]] Result<ImportSummary> DryRun(const EngineOptions& options,
                                           const ImportRequest& request,
                                           ImportObserver& observer);

// True where an import of `request` would meet a file changed since
// `request.since`; nothing is read but the folders.
bool AnyChanged(const ImportRequest& request);

// True where one of the paths is the address of a web page.
bool FetchesPages(const ImportRequest& request);

// One line of `concord dates` and of `concord compare`.
DateView ReadDate(std::string_view expression, std::string_view base);
CompareView CompareTexts(std::string_view a, std::string_view b);

// The decoding worker's main loop (see document/decode.h).
int RunDecodeWorker();

}  // namespace concord::engine
