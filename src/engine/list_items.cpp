#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "concord/crossref/outcomes.h"
#include "concord/document/place.h"
#include "concord/edtf/edtf.h"
#include "concord/overlap/versions.h"
#include "due.h"
#include "kind_tally.h"
#include "lists.h"
#include "name_remarks.h"
#include "view_json.h"

namespace concord::engine {
namespace {

using extraction::RecommendationKind;

bool InPeriod(const extraction::DateMention& date, const std::string& from,
              const std::string& to) {
  if (from.empty() && to.empty()) return true;
  const auto value = edtf::Parse(date.edtf);
  return value && MayLieWithin(edtf::Bounds(*value), from, to);
}

bool Wanted(const ListRequest& request, const store::ReportRecord& report) {
  const extraction::Header& header = report.header();
  return (request.report.empty() || report.id.value == request.report) &&
         HoldsWords(header.committee.printed, request.committee) &&
         InPeriod(header.date, request.from, request.to);
}

bool NamesOwner(const extraction::Recommendation& item,
                const std::string& owner) {
  if (owner.empty() || HoldsWords(item.addressee, owner)) return true;
  return std::any_of(item.owners.begin(), item.owners.end(),
                     [&](const extraction::OwnerMention& named) {
                       return HoldsWords(named.name, owner);
                     });
}

// How many of the kind a report has; "" for none, which keeps a table calm.
std::string CountOf(const store::ReportRecord& report,
                    RecommendationKind kind) {
  const auto& items = report.extraction.recommendations;
  const auto count =
      std::count_if(items.begin(), items.end(),
                    [&](const auto& item) { return item.kind == kind; });
  return count == 0 ? "" : std::to_string(count);
}

// Reported by texts, of those whose latest reported answer is the one asked
// for: "recommendations 9 and 18 be accepted" in minutes.
std::map<RecommendationId, crossref::OutcomeEntry> ReportedAs(
    const std::string& position, const Snapshot& world) {
  std::map<RecommendationId, crossref::OutcomeEntry> latest;
  if (position.empty()) return latest;
  for (const crossref::OutcomeEntry& outcome :
       crossref::FollowOutcomes(world.crossref(), world.reports())) {
    if (outcome.stated.position.empty()) continue;
    for (const RecommendationId& id : outcome.recommendations) {
      const auto [at, is_new] = latest.emplace(id, outcome);
      if (!is_new && !crossref::CountsMore(at->second, outcome)) {
        at->second = outcome;
      }
    }
  }
  std::erase_if(latest, [&](const auto& one) {
    return one.second.stated.position != position;
  });
  return latest;
}

JsonObject ReportedJson(const crossref::OutcomeEntry& outcome) {
  JsonObject object = NewObject();
  object.set("position", outcome.stated.position);
  object.set("proposed", outcome.stated.proposed);
  object.set("printed", outcome.stated.printed);
  object.set("date", OrNull(outcome.date.edtf));
  object.set("quote", QuoteJson(outcome.quote));
  return object;
}

}  // namespace

Result<Listing> ListReports(const ListContext& context) {
  Listing listing{.columns = {"id", "date", "committee", "no", "kind", "recs",
                              "decisions", "commitments", "title"}};
  std::map<ReportId, ReportId> later;
  for (const overlap::Repeated& one : overlap::FindRepeated(
           context.world.reports(), context.world.recommendations())) {
    const auto* earlier = context.world.Recommendation(one.id);
    if (earlier != nullptr) later[earlier->report] = one.later;
  }
  for (const store::ReportRecord& report : context.world.reports()) {
    const extraction::Header& header = report.header();
    const std::string kind(Name(header.kind));
    if (!Wanted(context.request, report) ||
        (!context.request.kind.empty() && context.request.kind != kind)) {
      continue;
    }
    const auto version = later.find(report.id);
    JsonObject json = ReportJson(report);
    json.set("version_of",
             OrNull(version == later.end() ? "" : version->second.value));
    listing.rows.push_back(
        {{report.id.value, header.date.printed, header.committee.printed,
          header.report_number.printed, kind,
          CountOf(report, RecommendationKind::kRecommendation),
          CountOf(report, RecommendationKind::kDecision),
          CountOf(report, RecommendationKind::kCommitment),
          context.world.TitleOf(report.id)},
         Line(json)});
  }
  if (listing.rows.empty()) {
    listing.remarks = NameRemarks(context.world, context.request.committee, "");
  }
  return listing;
}

Result<Listing> ListRecommendations(const ListContext& context) {
  const ListRequest& request = context.request;
  const bool by_due = !request.due_from.empty() || !request.due_to.empty();
  Listing listing{
      .columns = {"id", "kind", "label", "addressee", "due", "where", "text"}};
  const auto repeated = overlap::FindRepeated(context.world.reports(),
                                              context.world.recommendations());
  if (!repeated.empty()) listing.columns.push_back("counted with");
  const auto reported = ReportedAs(request.position, context.world);
  std::vector<const store::StoredRecommendation*> wanted;
  for (const auto& stored : context.world.recommendations()) {
    const extraction::Recommendation& item = stored.item;
    const store::ReportRecord* report = context.world.Report(stored.report);
    if (report == nullptr || !Wanted(request, *report) ||
        (!request.kind.empty() && request.kind != Name(item.kind)) ||
        !NamesOwner(item, request.owner) ||
        !IsDueWithin(item, request.due_from, request.due_to) ||
        (!request.position.empty() && !reported.contains(stored.id) &&
         request.position != item.position.value)) {
      continue;
    }
    wanted.push_back(&stored);
  }
  if (by_due) {
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto* a, const auto* b) {
                       return DueOrder(a->item) < DueOrder(b->item);
                     });
  }
  KindTally tally;
  for (const store::StoredRecommendation* stored : wanted) {
    const extraction::Recommendation& item = stored->item;
    tally.Add(item.kind);
    const store::ReportRecord* report = context.world.Report(stored->report);
    JsonObject json = RecommendationJson(*stored);
    json.set("address", OrNull(document::AddressAt(
                            report->uri, report->document, item.span)));
    const auto said = reported.find(stored->id);
    if (said != reported.end()) {
      json.set("reported", ReportedJson(said->second));
    }
    const overlap::Repeated* again = overlap::FindIn(repeated, stored->id);
    const std::string by = again == nullptr ? "" : again->by.value;
    if (again != nullptr) ++listing.counted_elsewhere;
    json.set("version_of", OrNull(by));
    ListRow row{{stored->id.value, std::string(Name(item.kind)), item.label,
                 item.addressee, DueInWords(item), item.locator,
                 CollapseSpace(item.text)},
                Line(json)};
    if (!repeated.empty()) row.cells.push_back(by);
    listing.rows.push_back(std::move(row));
  }
  listing.counted = tally.InWords();
  if (wanted.empty()) {
    listing.remarks =
        NameRemarks(context.world, request.committee, request.owner);
  }
  return listing;
}

Result<Listing> ListResolutions(const ListContext& context) {
  Listing listing{.columns = {"id", "committee", "date", "label", "text"}};
  for (const store::ReportRecord& report : context.world.reports()) {
    if (!Wanted(context.request, report)) continue;
    int number = 0;
    for (const auto& resolution : report.extraction.resolutions) {
      const std::string id =
          report.id.value + "/resolution-" + std::to_string(++number);
      JsonObject object = NewObject();
      object.set("type", "resolution");
      object.set("id", id);
      object.set("report", report.id.value);
      object.set("uri", report.uri);
      object.set("label", OrNull(resolution.label));
      object.set("text", resolution.text);
      object.set("lead_in", OrNull(resolution.lead_in));
      object.set("locator", resolution.locator);
      object.set("span", SpanJson(resolution.span));
      object.set("rule", resolution.rule);
      object.set("confidence", resolution.confidence);
      listing.rows.push_back(
          {{id, report.header().committee.printed, report.header().date.printed,
            resolution.label, CollapseSpace(resolution.text)},
           Line(object)});
    }
  }
  return listing;
}

Result<Listing> ListTimetable(const ListContext& context) {
  Listing listing{.columns = {"id", "time", "edtf", "state", "description"}};
  for (const store::ReportRecord& report : context.world.reports()) {
    if (!Wanted(context.request, report)) continue;
    int number = 0;
    for (const auto& entry : report.extraction.timetable) {
      const std::string id =
          report.id.value + "/timetable-" + std::to_string(++number);
      JsonObject object = NewObject();
      object.set("type", "timetable");
      object.set("id", id);
      object.set("report", report.id.value);
      object.set("uri", report.uri);
      object.set("description", entry.description);
      object.set("printed", entry.printed);
      object.set("edtf", OrNull(entry.edtf));
      object.set("inferred", entry.inferred);
      object.set("state", OrNull(entry.state));
      object.set("span", SpanJson(entry.span));
      listing.rows.push_back({{id, entry.printed, entry.edtf, entry.state,
                               CollapseSpace(entry.description)},
                              Line(object)});
    }
  }
  return listing;
}

}  // namespace concord::engine
