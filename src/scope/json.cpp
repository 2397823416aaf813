// The public JSON of a scope. Absent numbers are null, never -1.

#include "base/json_object.h"
#include "concord/scope/scope.h"
#include "crossref/quote_json.h"

namespace concord::scope {
namespace {

using crossref::QuoteJson;

JsonObject DispositionJson(const Disposition& disposition) {
  JsonObject object = NewObject();
  object.set("id", disposition.id.value);
  object.set("reason", disposition.reason);
  object.set("rule", disposition.rule);
  object.set("would_change", disposition.would_change);
  object.set("quotes", ArrayOf(disposition.quotes, QuoteJson));
  return object;
}

JsonObject PartJson(const extraction::CountPart& part) {
  JsonObject object = NewObject();
  object.set("count", part.count);
  object.set("what", part.what);
  object.set("disposition", part.disposition);
  object.set("in_words", OrNull(crossref::InWords(part)));
  object.set("span", SpanJson(part.span));
  return object;
}

void SetCount(JsonObject* object, const char* key, std::int32_t count) {
  if (count < 0) {
    object->set(key, Null());
  } else {
    object->set(key, count);
  }
}

JsonObject NotHeldJson(const NotHeld& row) {
  JsonObject object = NewObject();
  object.set("work", row.title);
  object.set("work_id", row.work.value);
  SetCount(&object, "stated", row.stated);
  object.set("held", row.held);
  object.set("addition", row.addition);
  object.set("partition", ArrayOf(row.partition, PartJson));
  object.set("reason", row.reason);
  object.set("quotes", ArrayOf(row.quotes, QuoteJson));
  return object;
}

JsonObject ContextJson(const ContextSource& source) {
  JsonObject object = NewObject();
  object.set("work", source.title);
  object.set("work_id", source.work.value);
  object.set("role", source.role);
  object.set("quotes", ArrayOf(source.quotes, QuoteJson));
  return object;
}

JsonObject SourceJson(const Source& source) {
  JsonObject object = NewObject();
  object.set("title", source.title);
  object.set("work_id", source.work.value);
  object.set("report", source.report.value);
  object.set("reason", source.reason);
  object.set("quotes", ArrayOf(source.quotes, QuoteJson));
  return object;
}

JsonObject BesideJson(const Beside& beside) {
  JsonObject object = NewObject();
  object.set("what", beside.what);
  object.set("count", beside.count);
  object.set("included", beside.included);
  return object;
}

JsonObject ReconciliationJson(const Reconciliation& row) {
  JsonObject object = NewObject();
  object.set("title", row.title);
  SetCount(&object, "stated", row.stated);
  object.set("held", row.held);
  object.set("included", row.included);
  object.set("excluded", row.excluded);
  object.set("held_included", row.held_included);
  object.set("held_excluded", row.held_excluded);
  object.set("beside", ArrayOf(row.beside, BesideJson));
  object.set("beside_in_words", InWords(row.beside));
  object.set("repeated", row.repeated);
  object.set("verdict", row.verdict);
  object.set("quotes", ArrayOf(row.quotes, QuoteJson));
  return object;
}

JsonObject RelationJson(const crossref::RelationEntry& relation) {
  JsonObject object = NewObject();
  object.set("type", relation.type);
  object.set("subject", relation.subject);
  object.set("object", relation.object);
  SetCount(&object, "object_count",
           relation.object_count > 0 ? relation.object_count : -1);
  object.set("quote", QuoteJson(relation.quote));
  return object;
}

JsonObject TotalsJson(const Totals& totals) {
  JsonObject object = NewObject();
  object.set("stated", totals.stated);
  object.set("held", totals.held);
  object.set("included", totals.included);
  object.set("excluded", totals.excluded);
  object.set("not_held", totals.not_held);
  object.set("held_included", totals.held_included);
  object.set("held_excluded", totals.held_excluded);
  object.set("beside", ArrayOf(totals.beside, BesideJson));
  object.set("beside_in_words", InWords(totals.beside));
  object.set("not_stated", totals.not_stated);
  return object;
}

}  // namespace

std::string ToJson(const Scope& scope, int indent) {
  JsonObject object = NewObject();
  object.set("name", scope.request.name);
  object.set("title", scope.title);
  object.set("made_at", OrNull(scope.request.made_at));
  object.set("as_stated_in", scope.request.as_stated_in.value);
  object.set("for", scope.request.answering_body);
  object.set("all_versions", scope.request.all_versions);
  object.set("sources", ArrayOf(scope.sources, SourceJson));
  object.set("included", ArrayOf(scope.included, DispositionJson));
  object.set("excluded", ArrayOf(scope.excluded, DispositionJson));
  object.set("not_held", ArrayOf(scope.not_held, NotHeldJson));
  object.set("context", ArrayOf(scope.context, ContextJson));
  object.set("reconciliation",
             ArrayOf(scope.reconciliation, ReconciliationJson));
  object.set("relations", ArrayOf(scope.relations, RelationJson));
  object.set("totals", TotalsJson(scope.totals));
  object.set("notes", ArrayOf(scope.notes,
                              [](const std::string& note) { return note; }));
  return Line(object, indent);
}

}  // namespace concord::scope
