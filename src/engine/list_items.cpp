#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/overlap/versions.h"
#include "lists.h"
#include "view_json.h"

namespace concord::engine {
namespace {

bool HoldsWords(const std::string& text, const std::string& words) {
  return words.empty() ||
         FoldWords(text).find(FoldWords(words)) != std::string::npos;
}

// True where `date` can lie between two partial dates, either of them "".
bool InPeriod(const extraction::DateMention& date, const std::string& from,
              const std::string& to) {
  if (from.empty() && to.empty()) return true;
  const auto value = edtf::Parse(date.edtf);
  if (!value) return false;
  const edtf::DayRange day = edtf::Bounds(*value);
  const auto low = edtf::Parse(from);
  const auto high = edtf::Parse(to);
  if (low) {
    const auto earliest = edtf::Bounds(*low).earliest;
    if (earliest && day.latest && *day.latest < *earliest) return false;
  }
  if (high) {
    const auto latest = edtf::Bounds(*high).latest;
    if (latest && day.earliest && *day.earliest > *latest) return false;
  }
  return true;
}

bool Wanted(const ListRequest& request, const ReportId& report,
            const std::string& committee, const extraction::DateMention& date) {
  return (request.report.empty() || report.value == request.report) &&
         HoldsWords(committee, request.committee) &&
         InPeriod(date, request.from, request.to);
}

bool Wanted(const ListRequest& request, const store::ReportRecord& report) {
  return Wanted(request, report.id, report.header().committee.printed,
                report.header().date);
}

bool NamesOwner(const extraction::Recommendation& item,
                const std::string& owner) {
  if (owner.empty() || HoldsWords(item.addressee, owner)) return true;
  return std::any_of(item.owners.begin(), item.owners.end(),
                     [&](const extraction::OwnerMention& named) {
                       return HoldsWords(named.name, owner);
                     });
}

// "" for none, which keeps a table calm.
std::string CountOf(std::uint64_t count) {
  return count == 0 ? "" : std::to_string(count);
}

std::string Due(const extraction::Recommendation& item) {
  std::string text;
  for (const extraction::DateMention& due : item.due) {
    text += (text.empty() ? "" : "; ") + due.printed;
  }
  return text;
}

}  // namespace

Result<Listing> ListReports(const ListContext& context) {
  Listing listing{.columns = {"id", "date", "committee", "no", "kind", "recs",
                              "decisions", "commitments", "title"}};
  TRY_ASSIGN(const auto* repeated, context.world.Repeated());
  std::map<ReportId, ReportId> later;
  for (const overlap::Repeated& one : *repeated) {
    later[ReportOf(one.id)] = one.later;
  }
  TRY_ASSIGN(const std::vector<store::ReportHead> heads,
             context.world.Heads({context.request.report}));
  for (const store::ReportHead& head : heads) {
    const std::string kind(Name(head.kind));
    if (!Wanted(context.request, head.id, head.committee, head.date) ||
        (!context.request.kind.empty() && context.request.kind != kind)) {
      continue;
    }
    TRY_ASSIGN(const std::string title, context.world.TitleOf(head));
    const auto version = later.find(head.id);
    JsonObject json = ReportJson(head, title);
    json.set("version_of",
             OrNull(version == later.end() ? "" : version->second.value));
    listing.rows.push_back(
        {{head.id.value, head.date.printed, head.committee, head.report_number,
          kind, CountOf(head.recommendations), CountOf(head.decisions),
          CountOf(head.commitments), title},
         Line(json)});
  }
  return listing;
}

Result<Listing> ListRecommendations(const ListContext& context) {
  Listing listing{
      .columns = {"id", "kind", "label", "addressee", "due", "where", "text"}};
  TRY_ASSIGN(const auto* repeated, context.world.Repeated());
  if (!repeated->empty()) listing.columns.push_back("counted with");
  for (const auto& stored : context.world.recommendations()) {
    const extraction::Recommendation& item = stored.item;
    const std::string kind(Name(item.kind));
    if (!Wanted(context.request, stored.report, stored.committee,
                stored.report_date) ||
        (!context.request.kind.empty() && context.request.kind != kind) ||
        !NamesOwner(item, context.request.owner) ||
        (!context.request.position.empty() &&
         context.request.position != item.position.value)) {
      continue;
    }
    const overlap::Repeated* again = overlap::FindIn(*repeated, stored.id);
    const std::string by = again == nullptr ? "" : again->by.value;
    if (again != nullptr) ++listing.counted_elsewhere;
    JsonObject json = RecommendationJson(stored);
    json.set("version_of", OrNull(by));
    ListRow row{{stored.id.value, kind, item.label, item.addressee, Due(item),
                 item.locator, CollapseSpace(item.text)},
                Line(json)};
    if (!repeated->empty()) row.cells.push_back(by);
    listing.rows.push_back(std::move(row));
  }
  return listing;
}

Result<Listing> ListResolutions(const ListContext& context) {
  Listing listing{.columns = {"id", "committee", "date", "label", "text"}};
  const auto add = [&](const store::ReportRecord& report) {
    if (!Wanted(context.request, report)) return;
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
  };
  TRY_RETURN(context.world.EachReport({context.request.report}, add));
  return listing;
}

Result<Listing> ListTimetable(const ListContext& context) {
  Listing listing{.columns = {"id", "time", "edtf", "state", "description"}};
  const auto add = [&](const store::ReportRecord& report) {
    if (!Wanted(context.request, report)) return;
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
  };
  TRY_RETURN(context.world.EachReport({context.request.report}, add));
  return listing;
}

}  // namespace concord::engine
