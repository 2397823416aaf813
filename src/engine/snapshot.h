#pragma once
// Everything the record holds, read once per command, with what follows from
// it: the cross-reference and, when asked for, the overlaps.
//
// Why in memory: an archive of committee reports is small beside a page cache
// (100,000 recommendations are some 100 MB), and every derived statement stays
// a pure function of the record, so nothing derived can be stale.

#include <map>
#include <memory>
#include <mutex>
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
#include "remarks.h"

namespace concord::engine {

class Snapshot {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Snapshot>> Read(
      const store::Store& store);

  const std::vector<store::ReportRecord>& reports() const { return reports_; }
  const std::vector<store::StoredRecommendation>& recommendations() const {
    return recommendations_;
  }
  const crossref::CrossReference& crossref() const { return crossref_; }
  scope::World world() const { return {reports_, recommendations_, crossref_}; }

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

  // All links as decided, computed at the first call; safe from any thread.
  // Without the parts of their weights, which are made for what is shown: a
  // large archive has more links than anybody reads.
  const std::vector<overlap::Link>& Links();
  // The link with the parts that its weight is the sum of.
  overlap::Link WithParts(const overlap::Link& link);
  // Every candidate pair with its comparison, whatever came of it.
  std::vector<overlap::Link> EveryPair();
  const overlap::Comparer& Comparer();

  // What texts say of one recommendation; computed for all of them at the first
  // call; safe from any thread.
  const std::vector<Remark>& RemarksOn(const RecommendationId& id);

  // Which reports are versions of one another, found at the first call: every
  // word of the archive is read for it. Safe from any thread.
  const std::vector<overlap::Version>& Versions() const;

  // As TitleOf(ReportRecord); the id where there is no such report.
  std::string TitleOf(const ReportId& id) const;
  std::string UriOf(const ReportId& id) const;

 private:
  std::vector<store::ReportRecord> reports_;
  std::vector<store::StoredRecommendation> recommendations_;
  crossref::CrossReference crossref_;
  std::vector<store::Act> acts_;
  overlap::Decisions decisions_;
  std::vector<response::RecordedAnswer> answers_;
  std::map<ReportId, std::size_t> report_at_;
  std::map<RecommendationId, std::size_t> recommendation_at_;
  std::unique_ptr<overlap::Comparer> comparer_;
  std::once_flag links_made_;
  std::vector<overlap::Link> links_;
  mutable std::once_flag versions_found_;
  mutable std::vector<overlap::Version> versions_;
  std::once_flag remarks_found_;
  Remarks remarks_;
};

// The report's title as recognised, with the part that a chapter is of, else
// its page's, else the name of its file, else its address.
std::string TitleOf(const store::ReportRecord& report);

}  // namespace concord::engine
