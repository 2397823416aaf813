#include "engine/snapshot.h"

#include <algorithm>
#include <iterator>

#include "concord/base/percent.h"
#include "concord/base/unicode.h"
#include "concord/document/place.h"
#include "concord/extraction/places.h"
#include "concord/overlap/due_dates.h"
#include "engine/decisions/decisions.h"
#include "engine/decisions/register_decisions.h"

namespace concord::engine {
namespace {

// "CHAPTER 1 INTRODUCTION (Part K)": of a work that is held a page a chapter
// every part has a first chapter, and a page of contents.
bool MayWantPart(const std::string& folded) {
  return folded.starts_with("chapter ") || folded.ends_with(" contents");
}

std::string WithPart(std::string title, const store::ReportRecord& report) {
  const std::string folded = FoldWords(title);
  if (!MayWantPart(folded)) return title;
  const std::string part = extraction::OwnPlace(report.document).part;
  const bool said =
      part.empty() || (" " + folded + " ").find(" part " + Fold(part) + " ") !=
                          std::string::npos;
  return said ? title : title + " (Part " + part + ")";
}

void AddPlanned(const store::ReportRecord& report,
                std::vector<PlannedIn>* planned) {
  const extraction::Extraction& found = report.extraction;
  if (found.resolutions.empty() && found.timetable.empty()) return;
  planned->push_back({report.id, report.uri, report.header().committee.printed,
                      report.header().date, found.resolutions,
                      found.timetable});
}

}  // namespace

Result<std::unique_ptr<Snapshot>> Snapshot::Of(
    const store::Store& store, const std::filesystem::path& archive) {
  auto snapshot = std::make_unique<Snapshot>();
  snapshot->store_ = &store;
  snapshot->archive_ = archive;
  // Asked before reading: what is computed of reports that came meanwhile is
  // not kept under it.
  TRY_ASSIGN(snapshot->state_, store.ReportsState());
  TRY_ASSIGN(snapshot->acts_, store.Acts());
  return snapshot;
}

Result<> Snapshot::Need(unsigned parts) {
  if (!Has(parts & kReports)) TRY_RETURN(ReadReports());
  if (!Has(parts & kRecommendations)) TRY_RETURN(ReadRecommendations());
  if (!Has(parts & kRegister)) {
    if (register_ == nullptr) TRY_RETURN(OpenRegister());
    if (!Has(parts & kRegister)) {
      TRY_ASSIGN(crossref_, ReadRegister(*register_));
      read_ |= kRegister;
    }
  }
  if ((parts & kLinks) == 0) return {};
  std::call_once(link_rows_made_,
                 [this] { link_rows_outcome_ = MakeLinkRows(); });
  TRY_RETURN(link_rows_outcome_);
  if ((parts & kLinks) == kLinkRows) return {};
  std::call_once(links_read_, [this] { links_outcome_ = ReadLinks(); });
  return links_outcome_;
}

Result<> Snapshot::ReadReports() {
  TRY_RETURN(
      store_->ForEachReport([&](const store::ReportRecord& report) -> Result<> {
        report_at_[report.id] = reports_.size();
        reports_.push_back(report);
        return {};
      }));
  read_ |= kReports;
  TRY_ASSIGN(const std::string now, store_->ReportsState());
  settled_ = settled_ && now == state_;
  return {};
}

Result<> Snapshot::ReadRecommendations() {
  TRY_ASSIGN(recommendations_, store_->Recommendations());
  for (std::size_t i = 0; i < recommendations_.size(); ++i) {
    recommendation_at_[recommendations_[i].id] = i;
  }
  ResolvedDecisions resolved = ResolveDecisions(acts_, recommendations_);
  decisions_ = std::move(resolved.decisions);
  answers_ = std::move(resolved.answers);
  read_ |= kRecommendations;
  TRY_ASSIGN(const std::string now, store_->ReportsState());
  settled_ = settled_ && now == state_;
  return {};
}

Result<Rows> Snapshot::Keep(const KeptFile& file, KeptWriter writer) const {
  return settled_ ? file.Write(std::move(writer))
                  : file.Hold(std::move(writer));
}

Result<> Snapshot::OpenRegister() {
  const auto decisions = RegisterDecisionsOf(acts_);
  const KeptFile file(archive_, "register", state_ + Encode(decisions));
  register_ = file.Read();
  if (register_ == nullptr) {
    TRY_RETURN(Need(kReports | kRecommendations));
    crossref_ = crossref::Build(reports_, decisions);
    std::vector<store::ReportName> names;
    for (const store::ReportRecord& report : reports_) {
      names.push_back({report.id, report.uri, engine::TitleOf(report)});
    }
    TRY_ASSIGN(register_, Keep(file, KeepRegister({names, crossref_, reports_,
                                                   recommendations_})));
    read_ |= kRegister;
  }
  read_ |= kRegisterRows;
  return {};
}

KeptFile Snapshot::LinksFile() const {
  return {archive_, "links", state_ + Encode(acts_)};
}

Result<> Snapshot::MakeLinkRows() {
  const KeptFile file = LinksFile();
  link_rows_ = file.Read();
  if (link_rows_ != nullptr) {
    has_link_rows_ = true;
    return {};
  }
  TRY_RETURN(Need(kEverything));
  overlap::OverlapOptions options;
  options.with_parts = false;
  links_ = overlap::WithDecisions(
      overlap::FindLinks(recommendations_, Comparer(), options),
      recommendations_, Comparer(), decisions_);
  for (overlap::Link& link : links_) {
    if (link.comparison.relation == overlap::Relation::kContradicts) {
      link = WithParts(link);
    }
  }
  TRY_ASSIGN(const auto outcomes, ReadAll<crossref::OutcomeEntry>(*register_));
  KeptWriter out;
  KeepAll(links_, &out);
  KeepAll(overlap::DueDateConflicts(
              links_, {reports_, recommendations_, outcomes}, Comparer()),
          &out);
  TRY_ASSIGN(link_rows_, Keep(file, std::move(out)));
  has_link_rows_ = true;
  return {};
}

Result<std::optional<std::uint64_t>> Snapshot::LinkConflicts() const {
  const Rows rows = has_link_rows_ ? link_rows_ : LinksFile().Read();
  if (rows == nullptr) return std::nullopt;
  TRY_ASSIGN(const auto contradicting,
             rows->Named(SectionOf(static_cast<const overlap::Link*>(nullptr)),
                         kContradicting));
  return std::optional<std::uint64_t>(contradicting.size() +
                                      CountOf<crossref::Conflict>(*rows));
}

Result<> Snapshot::ReadLinks() {
  if (!links_.empty()) return {};
  TRY_ASSIGN(links_, ReadAll<overlap::Link>(*link_rows_));
  return {};
}

Result<> Snapshot::MakeVersions() {
  const KeptFile file(archive_, "versions", state_);
  versions_ = file.Read();
  if (versions_ != nullptr) return {};
  TRY_RETURN(Need(kReports));
  KeptWriter out;
  KeepAll(overlap::FindVersions(reports_), &out);
  TRY_ASSIGN(versions_, Keep(file, std::move(out)));
  return {};
}

Result<const KeptRows*> Snapshot::Versions() {
  std::call_once(versions_made_,
                 [this] { versions_outcome_ = MakeVersions(); });
  TRY_RETURN(versions_outcome_);
  return versions_.get();
}

// Apart from the versions: it takes a few of the reports, and they take all.
Result<> Snapshot::MakeListed() {
  const KeptFile file(archive_, "listed", state_);
  listed_ = file.Read();
  if (listed_ != nullptr) {
    TRY_ASSIGN(repeated_, ReadAll<overlap::Repeated>(*listed_));
    TRY_ASSIGN(replaced_, ReadAll<overlap::Replaced>(*listed_));
    return {};
  }
  TRY_RETURN(Need(kReports | kRecommendations));
  repeated_ = overlap::FindRepeated(reports_, recommendations_);
  std::vector<const store::ReportRecord*> all;
  for (const store::ReportRecord& report : reports_) all.push_back(&report);
  replaced_ = overlap::FindReplaced(all);
  std::vector<AddressesIn> addresses;
  for (const store::StoredRecommendation& one : recommendations_) {
    const store::ReportRecord* report = Report(one.report);
    if (report == nullptr) continue;
    if (addresses.empty() || addresses.back().report != one.report) {
      addresses.push_back({one.report, {}});
    }
    addresses.back().addresses.push_back(
        {one.id,
         document::AddressAt(report->uri, report->document, one.item.span)});
  }
  KeptWriter out;
  KeepAll(repeated_, &out);
  KeepAll(replaced_, &out);
  std::vector<PlannedIn> planned;
  for (const store::ReportRecord& report : reports_) {
    AddPlanned(report, &planned);
  }
  KeepAll(planned, &out);
  KeepAll(addresses, &out);
  TRY_ASSIGN(listed_, Keep(file, std::move(out)));
  return {};
}

Result<const std::vector<overlap::Repeated>*> Snapshot::Repeated() {
  std::call_once(listed_made_, [this] { listed_outcome_ = MakeListed(); });
  TRY_RETURN(listed_outcome_);
  return &repeated_;
}

Result<const std::vector<overlap::Replaced>*> Snapshot::Replaced() {
  TRY_RETURN(Repeated());
  return &replaced_;
}

Result<std::map<RecommendationId, std::string>> Snapshot::Addresses(
    const ReportId& only) {
  TRY_RETURN(Repeated());
  TRY_ASSIGN(auto rows, only.empty()
                            ? ReadAll<AddressesIn>(*listed_)
                            : ReadNamed<AddressesIn>(*listed_, OfReport(only)));
  std::map<RecommendationId, std::string> addresses;
  for (AddressesIn& row : rows) {
    for (AddressOf& one : row.addresses) {
      addresses.emplace(std::move(one.id), std::move(one.address));
    }
  }
  return addresses;
}

Result<std::vector<overlap::Link>> Snapshot::LinksOf(
    const RecommendationId& id) const {
  return ReadNamed<overlap::Link>(*link_rows_, Own(id.value));
}

Result<std::vector<overlap::Link>> Snapshot::Contradictions() const {
  return ReadNamed<overlap::Link>(*link_rows_, kContradicting);
}

Result<std::vector<crossref::Conflict>> Snapshot::DueDates() const {
  return ReadAll<crossref::Conflict>(*link_rows_);
}

Result<const store::ReportRecord*> Snapshot::Fetch(const ReportId& id) {
  if (Has(kReports)) return Report(id);
  const auto known = fetched_.find(id);
  if (known != fetched_.end()) return &known->second;
  Result<store::ReportRecord> read = store_->GetReport(id);
  if (read) return &fetched_.emplace(id, std::move(*read)).first->second;
  if (read.error().code() == ErrorCode::kNotFound) return nullptr;
  return tl::unexpected<Error>(read.error());
}

Result<std::optional<store::StoredRecommendation>> Snapshot::Fetch(
    const RecommendationId& id) {
  TRY_ASSIGN(const store::ReportRecord* report, Fetch(ReportOf(id)));
  if (report == nullptr) return std::nullopt;
  for (store::StoredRecommendation& one : RecommendationsOf(*report)) {
    if (one.id == id) return std::optional(std::move(one));
  }
  return std::nullopt;
}

Result<std::vector<PlannedIn>> Snapshot::Planned(const ReportId& only) {
  if (only.empty()) {
    TRY_RETURN(Repeated());
    return ReadAll<PlannedIn>(*listed_);
  }
  std::vector<PlannedIn> planned;
  TRY_ASSIGN(const store::ReportRecord* report, Fetch(only));
  if (report != nullptr) AddPlanned(*report, &planned);
  return planned;
}

Result<std::vector<store::ReportHead>> Snapshot::Heads(
    const ReportId& only) const {
  if (!Has(kReports)) return store_->ReportHeads(only);
  std::vector<store::ReportHead> heads;
  for (const store::ReportRecord& report : reports_) {
    if (only.empty() || report.id == only) heads.push_back(HeadOf(report));
  }
  return heads;
}

// A title by itself is what the tables have; for anything else the report is
// looked at.
Result<std::string> Snapshot::TitleOf(const store::ReportHead& head) const {
  if (Has(kReports)) return TitleOf(head.id);
  if (!head.title.empty() && !MayWantPart(FoldWords(head.title))) {
    return head.title;
  }
  TRY_ASSIGN(const store::ReportRecord report, store_->GetReport(head.id));
  return engine::TitleOf(report);
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
  std::call_once(comparer_made_, [this] {
    comparer_ = std::make_unique<overlap::Comparer>(
        recommendations_, crossref_.acronyms,
        overlap::FindSurroundings(reports_, recommendations_, crossref_));
  });
  return *comparer_;
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

Result<std::vector<Remark>> Snapshot::RemarksOn(
    const RecommendationId& id) const {
  TRY_ASSIGN(auto found, ReadNamed<RemarksOf>(*register_, Own(id.value)));
  return found.empty() ? std::vector<Remark>{}
                       : std::move(found.front().remarks);
}

ReportId ReportOf(const RecommendationId& id) {
  return {id.value.substr(0, id.value.rfind('.'))};
}

std::string TitleOf(const store::ReportRecord& report) {
  if (!report.header().title.printed.empty()) {
    return WithPart(extraction::FullTitle(report.header()), report);
  }
  if (!report.document.title.empty()) return report.document.title;
  return LastStep(report.uri);
}

std::optional<store::ReportName> Snapshot::NameOf(const ReportId& id) const {
  if (const store::ReportRecord* report = Report(id)) {
    return store::ReportName{id, report->uri, engine::TitleOf(*report)};
  }
  if (register_ == nullptr) return std::nullopt;
  auto found = ReadNamed<store::ReportName>(*register_, Own(id.value));
  if (!found || found->empty()) return std::nullopt;
  return std::move(found->front());
}

std::string Snapshot::TitleOf(const ReportId& id) const {
  const auto name = NameOf(id);
  return name ? name->title : id.value;
}

std::string Snapshot::UriOf(const ReportId& id) const {
  const auto name = NameOf(id);
  return name ? name->uri : "";
}

}  // namespace concord::engine
