#include "snapshot.h"

#include <algorithm>
#include <iterator>

#include "concord/base/percent.h"
#include "concord/base/unicode.h"
#include "concord/extraction/places.h"
#include "decisions.h"
#include "register_decisions.h"

namespace concord::engine {
namespace {

// The tables leave out what only the whole report has of a recommendation: who
// made it, what is said to have become of it, its parts and what it cites.
void Complete(const std::vector<store::ReportRecord>& reports,
              std::vector<store::StoredRecommendation>* all) {
  std::map<ReportId, const std::vector<extraction::Recommendation>*> whole;
  for (const store::ReportRecord& report : reports) {
    whole[report.id] = &report.extraction.recommendations;
  }
  std::map<ReportId, std::size_t> next;
  for (store::StoredRecommendation& stored : *all) {
    const auto found = whole.find(stored.report);
    if (found == whole.end()) continue;
    const std::size_t ordinal = next[stored.report]++;
    if (ordinal >= found->second->size()) continue;
    const extraction::Recommendation& item = (*found->second)[ordinal];
    stored.item.recommenders = item.recommenders;
    stored.item.position = item.position;
    stored.item.implementation = item.implementation;
    stored.item.parts = item.parts;
    stored.item.cites = item.cites;
  }
}

// "CHAPTER 1 INTRODUCTION (Part K)": of a work that is held a page a chapter
// every part has a first chapter, and a page of contents.
std::string WithPart(std::string title, const store::ReportRecord& report) {
  const std::string folded = FoldWords(title);
  if (!folded.starts_with("chapter ") && !folded.ends_with(" contents")) {
    return title;
  }
  const std::string part = extraction::OwnPlace(report.document).part;
  const bool said =
      part.empty() || (" " + folded + " ").find(" part " + Fold(part) + " ") !=
                          std::string::npos;
  return said ? title : title + " (Part " + part + ")";
}

}  // namespace

Result<std::unique_ptr<Snapshot>> Snapshot::Read(const store::Store& store) {
  auto snapshot = std::make_unique<Snapshot>();
  TRY_RETURN(
      store.ForEachReport([&](const store::ReportRecord& report) -> Result<> {
        snapshot->report_at_[report.id] = snapshot->reports_.size();
        snapshot->reports_.push_back(report);
        return {};
      }));
  TRY_ASSIGN(snapshot->recommendations_, store.Recommendations());
  Complete(snapshot->reports_, &snapshot->recommendations_);
  for (std::size_t i = 0; i < snapshot->recommendations_.size(); ++i) {
    snapshot->recommendation_at_[snapshot->recommendations_[i].id] = i;
  }
  TRY_ASSIGN(snapshot->acts_, store.Acts());
  snapshot->crossref_ =
      crossref::Build(snapshot->reports_, RegisterDecisionsOf(snapshot->acts_));
  ResolvedDecisions resolved =
      ResolveDecisions(snapshot->acts_, snapshot->recommendations_);
  snapshot->decisions_ = std::move(resolved.decisions);
  snapshot->answers_ = std::move(resolved.answers);
  return snapshot;
}

const store::ReportRecord* Snapshot::Report(const ReportId& id) const {
  const auto found = report_at_.find(id);
  return found == report_at_.end() ? nullptr : &reports_[found->second];
}

const store::StoredRecommendation* Snapshot::Recommendation(
    const RecommendationId& id) const {
  const auto found = recommendation_at_.find(id);
  return found == recommendation_at_.end() ? nullptr
                                           : &recommendations_[found->second];
}

const overlap::Comparer& Snapshot::Comparer() {
  if (comparer_ == nullptr) {
    comparer_ = std::make_unique<overlap::Comparer>(
        recommendations_, crossref_.acronyms,
        overlap::FindSurroundings(reports_, recommendations_, crossref_));
  }
  return *comparer_;
}

const std::vector<overlap::Link>& Snapshot::Links() {
  std::call_once(links_made_, [this] {
    overlap::OverlapOptions options;
    options.with_parts = false;
    links_ = overlap::WithDecisions(
        overlap::FindLinks(recommendations_, Comparer(), options),
        recommendations_, Comparer(), decisions_);
  });
  return links_;
}

overlap::Link Snapshot::WithParts(const overlap::Link& link) {
  overlap::Link full = link;
  const auto* a = Recommendation(link.a);
  const auto* b = Recommendation(link.b);
  if (a == nullptr || b == nullptr) return full;
  std::vector<overlap::Part>& parts = full.comparison.parts;
  const bool has_them = std::any_of(
      parts.begin(), parts.end(),
      [](const overlap::Part& part) { return part.name == "wording"; });
  if (has_them) return full;
  std::vector<overlap::Part> compared = Comparer().Compare(*a, *b).parts;
  parts.insert(parts.begin(), std::make_move_iterator(compared.begin()),
               std::make_move_iterator(compared.end()));
  return full;
}

std::vector<overlap::Link> Snapshot::EveryPair() {
  overlap::OverlapOptions options;
  options.candidate_threshold = 0.02;
  options.distinct_too = true;
  return overlap::FindLinks(recommendations_, Comparer(), options);
}

const std::vector<Remark>& Snapshot::RemarksOn(const RecommendationId& id) {
  static const std::vector<Remark> kNothing;
  std::call_once(remarks_found_, [this] { remarks_ = FindRemarks(world()); });
  const auto found = remarks_.find(id);
  return found == remarks_.end() ? kNothing : found->second;
}

std::string TitleOf(const store::ReportRecord& report) {
  if (!report.header().title.printed.empty()) {
    return WithPart(extraction::FullTitle(report.header()), report);
  }
  if (!report.document.title.empty()) return report.document.title;
  return LastStep(report.uri);
}

const std::vector<overlap::Version>& Snapshot::Versions() const {
  std::call_once(versions_found_,
                 [this] { versions_ = overlap::FindVersions(reports_); });
  return versions_;
}

std::string Snapshot::TitleOf(const ReportId& id) const {
  const store::ReportRecord* report = Report(id);
  return report == nullptr ? id.value : engine::TitleOf(*report);
}

std::string Snapshot::UriOf(const ReportId& id) const {
  const store::ReportRecord* report = Report(id);
  return report == nullptr ? "" : report->uri;
}

}  // namespace concord::engine
