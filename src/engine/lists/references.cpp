// References from one place of a work to another, and titles that may mean
// several works.

#include "concord/crossref/references.h"
#include "engine/lists/lists.h"
#include "engine/view_json.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

JsonObject ReferenceJson(const crossref::ReferenceEntry& reference) {
  JsonObject object = NewObject();
  object.set("type", "reference");
  object.set("id", reference.id);
  object.set("printed", reference.printed);
  object.set("target", reference.target);
  object.set("verdict", reference.verdict);
  object.set("report", reference.quote.report.value);
  object.set("uri", reference.quote.uri);
  object.set("target_report", OrNull(reference.report.value));
  object.set("target_uri", OrNull(reference.uri));
  object.set("target_span", SpanJson(reference.span));
  object.set("quote", QuoteJson(reference.quote));
  return object;
}

Result<Listing> References(const ListContext& context, bool broken_only) {
  Listing listing{.columns = {"id", "verdict", "target", "printed where"}};
  const std::string& report = context.request.report;
  TRY_ASSIGN(const auto references, context.All<crossref::ReferenceEntry>());
  for (const crossref::ReferenceEntry& reference : references) {
    if (broken_only && reference.verdict != "broken") continue;
    if (!report.empty() && reference.quote.report.value != report) continue;
    listing.rows.push_back({{reference.id, reference.verdict, reference.target,
                             QuoteLine(reference.quote)},
                            Line(ReferenceJson(reference))});
  }
  return listing;
}

}  // namespace

Result<Listing> ListReferences(const ListContext& context) {
  return References(context, false);
}

Result<Listing> ListBroken(const ListContext& context) {
  return References(context, true);
}

Result<Listing> ListSingles(const ListContext& context) {
  Listing listing{.columns = {"recommendation", "work", "number", "cited"}};
  TRY_ASSIGN(const auto singles, context.All<crossref::SingleCitation>());
  for (const crossref::SingleCitation& single : singles) {
    JsonObject object = NewObject();
    object.set("type", "single");
    object.set("id", single.recommendation.value);
    object.set("work", single.work.value);
    object.set("label", single.label);
    object.set("uri", single.quote.uri);
    object.set("quote", QuoteJson(single.quote));
    listing.rows.push_back({{single.recommendation.value, single.work.value,
                             single.label, QuoteLine(single.quote)},
                            Line(object)});
  }
  return listing;
}

Result<Listing> ListAmbiguous(const ListContext& context) {
  Listing listing{.columns = {"id", "printed", "may be", "where"}};
  TRY_ASSIGN(const auto ambiguous, context.All<crossref::AmbiguousCitation>());
  for (const crossref::AmbiguousCitation& one : ambiguous) {
    JsonObject object = NewObject();
    object.set("type", "ambiguous");
    object.set("id", one.id);
    object.set("printed", one.printed);
    object.set("uri", one.quote.uri);
    std::string names;
    for (const WorkId& work : one.candidates) {
      names += (names.empty() ? "" : ", ") + work.value;
    }
    object.set("candidates", ArrayOf(one.candidates, [](const WorkId& work) {
                 return work.value;
               }));
    object.set("quote", QuoteJson(one.quote));
    listing.rows.push_back(
        {{one.id, one.printed, names, QuoteLine(one.quote)}, Line(object)});
  }
  return listing;
}

}  // namespace concord::engine
