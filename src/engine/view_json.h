#pragma once
// JSON of the values that several commands print.

#include "base/json_object.h"
#include "concord/crossref/crossref.h"
#include "concord/extraction/extraction.h"
#include "concord/store/report_head.h"
#include "crossref/quote_json.h"

namespace concord::engine {

using crossref::QuoteJson;
JsonObject DateJson(const extraction::DateMention& date);
JsonObject OwnerJson(const extraction::OwnerMention& owner);
// `title` as people see it.
JsonObject ReportJson(const store::ReportHead& report,
                      const std::string& title);
JsonObject RecommendationJson(const store::StoredRecommendation& item);
JsonObject WorkJson(const crossref::Work& work);
JsonObject BodyJson(const crossref::Body& body);
std::string CountId(const crossref::CountEntry& count);
JsonObject CountJson(const crossref::CountEntry& count,
                     const std::string& title);
JsonObject ConflictJson(const crossref::Conflict& conflict);
JsonObject RelationJson(const crossref::RelationEntry& relation);

}  // namespace concord::engine
