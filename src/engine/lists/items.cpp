#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "concord/crossref/outcomes.h"
#include "concord/edtf/edtf.h"
#include "concord/overlap/versions.h"
#include "engine/due.h"
#include "engine/kind_tally.h"
#include "engine/lists/lists.h"
#include "engine/reported_on.h"
#include "engine/search/name_remarks.h"
#include "engine/view_json.h"

namespace concord::engine {
namespace {

bool InPeriod(const extraction::DateMention& date, const std::string& from,
              const std::string& to) {
  if (from.empty() && to.empty()) return true;
  const auto value = edtf::Parse(date.edtf);
  return value && MayLieWithin(edtf::Bounds(*value), from, to);
}

bool Wanted(const ListRequest& request, const ReportId& report,
            const std::string& committee, const extraction::DateMention& date) {
  return (request.report.empty() || report.value == request.report) &&
         HoldsWords(committee, request.committee) &&
         InPeriod(date, request.from, request.to);
}

bool NamesOwner(const extraction::Recommendation& item,
                const std::string& owner) {
  if (owner.empty() || HoldsWords(item.addressee, owner)) return true;
  return std::any_of(item.owners.begin(), item.owners.end(),
                     [&](const extraction::OwnerMention& named) {
                       return HoldsWords(named.name, owner);
                     });
}

// Whom it asks; of the row of a table that asks nobody, who has to act.
std::string AskedOf(const extraction::Recommendation& item) {
  if (!item.addressee.empty()) return item.addressee;
  std::string owners;
  for (const extraction::OwnerMention& owner : item.owners) {
    owners += (owners.empty() ? "owner: " : ", ") + owner.name;
  }
  return owners;
}

// "" for none, which keeps a table calm.
std::string CountOf(std::uint64_t count) {
  return count == 0 ? "" : std::to_string(count);
}

using ReportedById = std::map<RecommendationId, crossref::OutcomeEntry>;

// Reported by texts, of those whose latest reported answer is the one asked
// for: "recommendations 9 and 18 be accepted" in minutes.
Result<ReportedById> ReportedAs(const std::string& position,
                                Snapshot* snapshot) {
  ReportedById latest;
  if (position.empty()) return latest;
  TRY_RETURN(snapshot->Need(kRegisterRows));
  TRY_ASSIGN(const auto outcomes,
             ReadAll<crossref::OutcomeEntry>(snapshot->register_rows()));
  for (const crossref::OutcomeEntry& outcome : outcomes) {
    if (outcome.stated.position.empty() || !outcome.retracted_by.empty()) {
      continue;
    }
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

using AnsweredById = std::map<RecommendationId, std::string>;

// The position that people recorded last, as they read it.
AnsweredById Answered(const Snapshot& snapshot) {
  AnsweredById positions;
  for (const response::RecordedAnswer& answer : snapshot.answers()) {
    if (answer.field != response::AnswerField::kPosition) continue;
    positions[answer.id] = response::InWords(answer.field, answer.value);
  }
  return positions;
}

// What a text says does not wait for an answer that somebody has given.
bool HasPosition(const store::StoredRecommendation& stored,
                 const std::string& position, const ReportedById& reported,
                 const AnsweredById& answered) {
  if (position.empty()) return true;
  const auto answer = answered.find(stored.id);
  if (answer != answered.end() &&
      (answer->second == position || position == "awaited")) {
    return answer->second == position;
  }
  return reported.contains(stored.id) || position == stored.item.position.value;
}

// By their deadline where one is asked for.
std::vector<const store::StoredRecommendation*> WantedOf(
    const ListContext& context, const ReportedById& reported,
    const AnsweredById& answered) {
  const ListRequest& request = context.request;
  std::vector<const store::StoredRecommendation*> wanted;
  for (const auto& stored : context.snapshot.recommendations()) {
    const extraction::Recommendation& item = stored.item;
    if (!Wanted(request, stored.report, stored.committee, stored.report_date) ||
        (!request.kind.empty() && request.kind != Name(item.kind)) ||
        !NamesOwner(item, request.owner) ||
        !IsDueWithin(item, request.due_from, request.due_to) ||
        !HasPosition(stored, request.position, reported, answered)) {
      continue;
    }
    wanted.push_back(&stored);
  }
  if (request.due_from.empty() && request.due_to.empty()) return wanted;
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const auto* a, const auto* b) {
                     return DueOrder(a->item) < DueOrder(b->item);
                   });
  return wanted;
}

// What a response to it would tell first, of the answer and of the deed.
Result<> AddReported(const store::StoredRecommendation& item,
                     Snapshot* snapshot, JsonObject* json) {
  TRY_ASSIGN(const auto all, ReportedOn(item, snapshot));
  std::string answer;
  std::string deed;
  for (const ReportedThere& one : all) {
    if (!one.said.latest) continue;
    (one.said.position.empty() ? deed : answer) = response::InWords(one.said);
  }
  json->set("reported_position", OrNull(answer));
  json->set("reported_implementation", OrNull(deed));
  return {};
}

// The later version of each report that has one: what it asks stands there
// again, or its address held another text of it later.
Result<std::map<ReportId, ReportId>> LaterVersions(Snapshot* snapshot) {
  std::map<ReportId, ReportId> later;
  TRY_ASSIGN(const auto* repeated, snapshot->Repeated());
  for (const overlap::Repeated& one : *repeated) {
    later[ReportOf(one.id)] = one.later;
  }
  TRY_ASSIGN(const auto* replaced, snapshot->Replaced());
  for (const overlap::Replaced& one : *replaced) later[one.id] = one.by;
  return later;
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
  std::uint64_t earlier = 0;
  Listing listing{.columns = {"id", "date", "committee", "no", "kind", "recs",
                              "decisions", "commitments", "title"}};
  TRY_ASSIGN(const auto later, LaterVersions(&context.snapshot));
  TRY_ASSIGN(const std::vector<store::ReportHead> heads,
             context.snapshot.Heads({context.request.report}));
  for (const store::ReportHead& head : heads) {
    const std::string kind(Name(head.kind));
    if (!Wanted(context.request, head.id, head.committee, head.date) ||
        (!context.request.kind.empty() && context.request.kind != kind)) {
      continue;
    }
    TRY_ASSIGN(const std::string title, context.snapshot.TitleOf(head));
    const auto version = later.find(head.id);
    earlier += version == later.end() ? 0 : 1;
    JsonObject json = ReportJson(head, title);
    json.set("version_of",
             OrNull(version == later.end() ? "" : version->second.value));
    listing.rows.push_back(
        {{head.id.value, head.date.printed, head.committee, head.report_number,
          kind, CountOf(head.recommendations), CountOf(head.decisions),
          CountOf(head.commitments), title},
         Line(json)});
  }
  if (earlier > 0) {
    listing.counted =
        fmt::format("reports: {}, {} of them an earlier version of another",
                    listing.rows.size(), earlier);
  }
  if (listing.rows.empty()) {
    TRY_ASSIGN(listing.remarks,
               NameRemarks(&context.snapshot, context.request.committee, ""));
  }
  return listing;
}

Result<Listing> ListRecommendations(const ListContext& context) {
  const ListRequest& request = context.request;
  Listing listing{
      .columns = {"id", "kind", "label", "addressee", "due", "where", "text"}};
  TRY_ASSIGN(const auto* repeated, context.snapshot.Repeated());
  if (!repeated->empty()) listing.columns.push_back("counted with");
  TRY_ASSIGN(const auto addresses,
             context.snapshot.Addresses({context.request.report}));
  TRY_ASSIGN(const auto reported,
             ReportedAs(request.position, &context.snapshot));
  const AnsweredById answered = Answered(context.snapshot);
  const auto wanted = WantedOf(context, reported, answered);
  KindTally tally;
  for (const store::StoredRecommendation* stored : wanted) {
    const extraction::Recommendation& item = stored->item;
    tally.Add(item.kind);
    JsonObject json = RecommendationJson(*stored);
    const auto address = addresses.find(stored->id);
    json.set("address",
             OrNull(address == addresses.end() ? "" : address->second));
    const auto answer = answered.find(stored->id);
    json.set("answered_position",
             OrNull(answer == answered.end() ? "" : answer->second));
    const auto said = reported.find(stored->id);
    if (said != reported.end()) {
      json.set("reported", ReportedJson(said->second));
    }
    TRY_RETURN(AddReported(*stored, &context.snapshot, &json));
    const overlap::Repeated* again = overlap::FindIn(*repeated, stored->id);
    const std::string by = again == nullptr ? "" : again->by.value;
    if (again != nullptr) ++listing.counted_elsewhere;
    json.set("version_of", OrNull(by));
    ListRow row{{stored->id.value, std::string(Name(item.kind)), item.label,
                 AskedOf(item), DueInWords(item), item.locator,
                 CollapseSpace(item.text)},
                Line(json)};
    if (!repeated->empty()) row.cells.push_back(by);
    listing.rows.push_back(std::move(row));
  }
  listing.counted = tally.InWords();
  if (wanted.empty()) {
    TRY_ASSIGN(listing.remarks, NameRemarks(&context.snapshot,
                                            request.committee, request.owner));
  }
  return listing;
}

Result<Listing> ListResolutions(const ListContext& context) {
  Listing listing{.columns = {"id", "committee", "date", "label", "text"}};
  TRY_ASSIGN(const auto planned,
             context.snapshot.Planned({context.request.report}));
  for (const PlannedIn& in : planned) {
    if (!Wanted(context.request, in.report, in.committee, in.date)) continue;
    int number = 0;
    for (const extraction::Resolution& resolution : in.resolutions) {
      const std::string id =
          in.report.value + "/resolution-" + std::to_string(++number);
      JsonObject object = NewObject();
      object.set("type", "resolution");
      object.set("id", id);
      object.set("report", in.report.value);
      object.set("uri", in.uri);
      object.set("label", OrNull(resolution.label));
      object.set("text", resolution.text);
      object.set("lead_in", OrNull(resolution.lead_in));
      object.set("locator", resolution.locator);
      object.set("span", SpanJson(resolution.span));
      object.set("rule", resolution.rule);
      object.set("confidence", resolution.confidence);
      listing.rows.push_back(
          {{id, in.committee, in.date.printed, resolution.label,
            CollapseSpace(resolution.text)},
           Line(object)});
    }
  }
  return listing;
}

Result<Listing> ListTimetable(const ListContext& context) {
  Listing listing{.columns = {"id", "time", "edtf", "state", "description"}};
  TRY_ASSIGN(const auto planned,
             context.snapshot.Planned({context.request.report}));
  for (const PlannedIn& in : planned) {
    if (!Wanted(context.request, in.report, in.committee, in.date)) continue;
    int number = 0;
    for (const extraction::TimetableEntry& entry : in.timetable) {
      const std::string id =
          in.report.value + "/timetable-" + std::to_string(++number);
      JsonObject object = NewObject();
      object.set("type", "timetable");
      object.set("id", id);
      object.set("report", in.report.value);
      object.set("uri", in.uri);
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
