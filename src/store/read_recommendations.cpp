// Every recommendation from its columns: four walks over four tables, whatever
// the number of reports.
//
// Why not from the JSON: an archive of thousands of reports is listed and
// compared with all recommendations and nothing else of them. Check() holds the
// columns against the JSON. What has no column (who made it, what is said to
// have become of it, its parts, what it cites), few have: SQLite finds those in
// the JSON ten times as fast as we parse it, and only they are parsed.

#include <cstdlib>
#include <unordered_map>

#include "concord/extraction/forms.h"
#include "store/extraction_tables.h"

namespace concord::store {
namespace {

// Places in the list being read, by recommendation id.
using Places = std::unordered_map<std::string, std::size_t>;

// "r3fa9c1d2b0e4.7" -> 6; -1 for "".
std::int32_t OrdinalOf(const std::string& id) {
  const std::size_t dot = id.rfind('.');
  if (dot == std::string::npos) return -1;
  return static_cast<std::int32_t>(std::atoi(id.c_str() + dot + 1)) - 1;
}

std::vector<StoredRecommendation> ReadItems(Poco::Data::Session& session) {
  std::vector<StoredRecommendation> all;
  StoredRecommendation next;
  extraction::Recommendation& item = next.item;
  std::string kind;
  std::string parent;
  ForEachRow(
      session,
      "SELECT recommendations.id, report, uri, title, committee, label, "
      "recommendations.kind, recommendations.text, lead_in, lead_in_begin, "
      "lead_in_end, addressee, addressee_begin, addressee_end, locator, "
      "heading, made_by, coalesce(parent, ''), span_begin, span_end, rule, "
      "confidence FROM recommendations JOIN reports ON reports.id = report "
      "ORDER BY " +
          std::string(kReportOrder) + ", ordinal",
      std::tie(next.id.value, next.report.value, next.uri, next.report_title,
               next.committee, item.label, kind, item.text, item.lead_in,
               item.lead_in_span.begin, item.lead_in_span.end, item.addressee,
               item.addressee_span.begin, item.addressee_span.end, item.locator,
               item.heading, item.made_by, parent, item.span.begin,
               item.span.end, item.rule, item.confidence),
      [&] {
        item.kind = Named<extraction::RecommendationKind>(kind);
        item.parent = OrdinalOf(parent);
        all.push_back(next);
      });
  return all;
}

void ReadOwners(Poco::Data::Session& session, const Places& places,
                std::vector<StoredRecommendation>* all) {
  extraction::OwnerMention owner;
  std::string id;
  std::string kind;
  ForEachRow(
      session,
      "SELECT recommendation, name, kind, post, unit, count, role, "
      "span_begin, span_end, rule, confidence FROM owner_mentions "
      "WHERE recommendation IS NOT NULL ORDER BY recommendation, ordinal",
      std::tie(id, owner.name, kind, owner.post, owner.unit, owner.count,
               owner.role, owner.span.begin, owner.span.end, owner.rule,
               owner.confidence),
      [&] {
        owner.kind = Named<extraction::OwnerKind>(kind);
        const auto place = places.find(id);
        if (place != places.end()) {
          (*all)[place->second].item.owners.push_back(owner);
        }
      });
}

// The dates of one use; `visit` gets what `key` says they belong to.
template <class Visit>
void ReadDates(Poco::Data::Session& session, const std::string& key,
               const std::string& use, Visit visit) {
  extraction::DateMention date;
  std::string id;
  ForEachRow(
      session,
      "SELECT " + key +
          ", printed, edtf, base, inferred, span_begin, span_end, rule, "
          "confidence FROM date_mentions WHERE use = ? ORDER BY " +
          key + ", ordinal",
      std::tie(id, date.printed, date.edtf, date.base, date.inferred,
               date.span.begin, date.span.end, date.rule, date.confidence),
      [&] { visit(id, date); }, use);
}

// A form that is no JSON has nothing here; Check() names it.
Result<> ReadWithoutColumns(Poco::Data::Session& session, const Places& places,
                            std::vector<StoredRecommendation>* all) {
  std::string report;
  std::size_t ordinal = 0;
  std::string json;
  Result<> read;
  ForEachRow(session,
             "SELECT reports.id, item.key, item.value "
             "FROM reports, json_each(CASE WHEN json_valid(extraction_json) "
             "THEN extraction_json ELSE '{}' END, '$.recommendations') AS item "
             "WHERE json_array_length(item.value, '$.recommenders') > 0 "
             "OR json_array_length(item.value, '$.parts') > 0 "
             "OR json_array_length(item.value, '$.cites') > 0 "
             "OR json_extract(item.value, '$.position') IS NOT NULL "
             "OR json_extract(item.value, '$.implementation') IS NOT NULL",
             std::tie(report, ordinal, json), [&] {
               const auto place =
                   places.find(RecommendationIdText(report, ordinal));
               if (place == places.end() || !read) return;
               auto whole = extraction::RecommendationFromStoredJson(json);
               if (!whole) {
                 read = tl::unexpected<Error>(whole.error());
                 return;
               }
               extraction::Recommendation& item = (*all)[place->second].item;
               item.recommenders = std::move(whole->recommenders);
               item.position = std::move(whole->position);
               item.implementation = std::move(whole->implementation);
               item.parts = std::move(whole->parts);
               item.cites = std::move(whole->cites);
             });
  return read;
}

}  // namespace

Result<std::vector<StoredRecommendation>> ReadRecommendations(
    Poco::Data::Session& session) {
  std::vector<StoredRecommendation> all = ReadItems(session);
  Places places;
  for (std::size_t i = 0; i < all.size(); ++i) {
    places.emplace(all[i].id.value, i);
  }
  ReadOwners(session, places, &all);
  ReadDates(session, "recommendation", "due",
            [&](const std::string& id, const extraction::DateMention& date) {
              const auto place = places.find(id);
              if (place == places.end()) return;
              all[place->second].item.due.push_back(date);
            });
  TRY_RETURN(ReadWithoutColumns(session, places, &all));
  std::unordered_map<std::string, extraction::DateMention> report_dates;
  ReadDates(session, "report", "header",
            [&](const std::string& id, const extraction::DateMention& date) {
              report_dates.emplace(id, date);
            });
  for (StoredRecommendation& one : all) {
    one.report_date = report_dates[one.report.value];
  }
  return all;
}

}  // namespace concord::store
