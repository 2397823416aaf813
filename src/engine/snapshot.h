#pragma once
// What the record holds and what follows from it, as one command sees it: each
// part is read when it is needed, and once.
//
//   auto snapshot = Snapshot::Of(store, archive);   what people decided
//   snapshot->Need(kRecommendations | kReports);    what the command asks for
//   snapshot->recommendations()
//
// Why by parts: a list or one report wants little of a large archive, a scope
// wants it whole. Reports are only ever added and never changed, so what is
// read later agrees with what was read before. What takes the whole archive to
// compute is kept beside it (kept/kept.h) and computed again where that is old.
//
// Where many threads share one, Need(kEverything) was called beforehand; all
// else is safe from any thread then.

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "concord/crossref/crossref.h"
#include "concord/overlap/decisions.h"
#include "concord/overlap/overlap.h"
#include "concord/overlap/versions.h"
#include "concord/response/answers.h"
#include "concord/scope/scope.h"
#include "concord/store/records.h"
#include "concord/store/store.h"
#include "engine/kept/kept.h"
#include "engine/remarks.h"

namespace concord::engine {

// Parts of a snapshot.
enum Part : unsigned {
  kNoPart = 0,
  kRecommendations = 1,
  kReports = 2,                   // whole, with their text
  kRegisterRows = 4,              // by id and by report
  kRegister = 8 | kRegisterRows,  // whole
  kLinkRows = 16,                 // of one recommendation
  kLinks = 32 | kLinkRows,        // all
  kEverything = kRecommendations | kReports | kRegister,
};

class Snapshot {
 public:
  // `store` is used until the last part is read. Nothing is kept in an archive
  // that is "".
  [[nodiscard]] static Result<std::unique_ptr<Snapshot>> Of(
      const store::Store& store, const std::filesystem::path& archive);
  [[nodiscard]] Result<> Need(unsigned parts);

  // --- Need no part
  // Of each report, or of the one named, what a list shows; in the order of
  // the record.
  [[nodiscard]] Result<std::vector<store::ReportHead>> Heads(
      const ReportId& only) const;
  // As TitleOf(ReportRecord).
  [[nodiscard]] Result<std::string> TitleOf(
      const store::ReportHead& head) const;
  // One report, valid as long as the snapshot; nullptr where there is none.
  [[nodiscard]] Result<const store::ReportRecord*> Fetch(const ReportId& id);
  [[nodiscard]] Result<std::optional<store::StoredRecommendation>> Fetch(
      const RecommendationId& id);
  // The reports that are versions of one another (overlap/versions.h).
  [[nodiscard]] Result<const KeptRows*> Versions();
  // The recommendations that a later version of their paper makes again; in
  // order of id, as overlap::FindIn wants them.
  [[nodiscard]] Result<const std::vector<overlap::Repeated>*> Repeated();
  // The reports whose address held another text of the same paper later; in
  // order of id.
  [[nodiscard]] Result<const std::vector<overlap::Replaced>*> Replaced();
  // Where a browser opens each recommendation (document/place.h), of all
  // reports or of the one named.
  [[nodiscard]] Result<std::map<RecommendationId, std::string>> Addresses(
      const ReportId& only);

  // What each report, or the one named, resolves and plans; in the order of the
  // record, those that do neither left out.
  [[nodiscard]] Result<std::vector<PlannedIn>> Planned(const ReportId& only);

  // How many Contradictions() and DueDates() there are; nullopt where the
  // recommendations are not compared yet, which is not done for a number.
  [[nodiscard]] Result<std::optional<std::uint64_t>> LinkConflicts() const;

  // --- Need kRegisterRows
  const KeptRows& register_rows() const { return *register_; }
  // What texts say of one recommendation.
  [[nodiscard]] Result<std::vector<Remark>> RemarksOn(
      const RecommendationId& id) const;
  // As TitleOf(ReportRecord); the id where there is no such report. Needs
  // kRegisterRows or kReports, as UriOf.
  std::string TitleOf(const ReportId& id) const;
  std::string UriOf(const ReportId& id) const;

  // --- Need kLinkRows
  // The links of one recommendation, as Links().
  [[nodiscard]] Result<std::vector<overlap::Link>> LinksOf(
      const RecommendationId& id) const;
  // Those that say that two cannot both be done.
  [[nodiscard]] Result<std::vector<overlap::Link>> Contradictions() const;
  // Two due dates for one thing (overlap/due_dates.h).
  [[nodiscard]] Result<std::vector<crossref::Conflict>> DueDates() const;

  // --- Each of what was needed
  const std::vector<store::ReportRecord>& reports() const { return reports_; }
  const std::vector<store::StoredRecommendation>& recommendations() const {
    return recommendations_;
  }
  const crossref::CrossReference& crossref() const { return crossref_; }
  scope::Holdings holdings() const {
    return {reports_, recommendations_, crossref_};
  }

  // nullptr where there is none.
  const store::ReportRecord* Report(const ReportId& id) const;
  const store::StoredRecommendation* Recommendation(
      const RecommendationId& id) const;

  // What people decided: the whole history, and what counts of it.
  const std::vector<store::Act>& acts() const { return acts_; }
  const overlap::Decisions& decisions() const { return decisions_; }
  // What they answered, in the order they did.
  const std::vector<response::RecordedAnswer>& answers() const {
    return answers_;
  }

  // All links as decided. Without the parts of their weights, which are made
  // for what is shown: a large archive has more links than anybody reads. Only
  // those that contradict have them, because they tell why.
  const std::vector<overlap::Link>& Links() const { return links_; }
  // The link with the parts that its weight is the sum of.
  overlap::Link WithParts(const overlap::Link& link);
  // Every candidate pair with its comparison, whatever came of it.
  std::vector<overlap::Link> EveryPair();
  const overlap::Comparer& Comparer();

 private:
  std::optional<store::ReportName> NameOf(const ReportId& id) const;
  Result<> ReadReports();
  Result<> ReadRecommendations();
  Result<> OpenRegister();
  KeptFile LinksFile() const;
  Result<> MakeLinkRows();
  Result<> ReadLinks();
  Result<> MakeVersions();
  Result<> MakeListed();
  // In the archive where the record is as it was when this began, else in
  // memory.
  Result<Rows> Keep(const KeptFile& file, KeptWriter writer) const;
  bool Has(unsigned parts) const { return (parts & ~read_) == 0; }

  const store::Store* store_ = nullptr;
  std::filesystem::path archive_;
  std::string state_;    // of the reports
  bool settled_ = true;  // still, after the last reading of them
  unsigned read_ = kNoPart;
  std::vector<store::ReportRecord> reports_;
  std::map<ReportId, store::ReportRecord> fetched_;
  std::vector<store::StoredRecommendation> recommendations_;
  crossref::CrossReference crossref_;
  Rows register_;
  std::vector<store::Act> acts_;
  overlap::Decisions decisions_;
  std::vector<response::RecordedAnswer> answers_;
  std::map<ReportId, std::size_t> report_at_;
  std::map<RecommendationId, std::size_t> recommendation_at_;
  std::once_flag comparer_made_;
  std::unique_ptr<overlap::Comparer> comparer_;
  std::once_flag link_rows_made_;
  Result<> link_rows_outcome_;
  Rows link_rows_;
  std::atomic<bool> has_link_rows_ = false;
  std::once_flag links_read_;
  Result<> links_outcome_;
  std::vector<overlap::Link> links_;
  std::once_flag versions_made_;
  Result<> versions_outcome_;
  Rows versions_;
  std::once_flag listed_made_;
  Result<> listed_outcome_;
  Rows listed_;
  std::vector<overlap::Repeated> repeated_;
  std::vector<overlap::Replaced> replaced_;
};

// The report that a recommendation stands in.
ReportId ReportOf(const RecommendationId& id);

// The report's title as recognised, with the part that a chapter is of, else
// its page's, else the name of its file, else its address.
std::string TitleOf(const store::ReportRecord& report);

}  // namespace concord::engine
