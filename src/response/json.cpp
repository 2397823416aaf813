// The public JSON of `concord respond --format json`.

#include "base/json_object.h"
#include "concord/response/response.h"

namespace concord::response {
namespace {

JsonObject QuoteJson(const SourceQuote& quote) {
  JsonObject object = NewObject();
  object.set("source", quote.source);
  if (!quote.id.empty()) object.set("id", quote.id);
  object.set("uri", quote.uri);
  object.set("locator", quote.locator);
  if (!quote.label.empty()) object.set("label", quote.label);
  object.set("quote", quote.quote);
  object.set("span", SpanJson(quote.span));
  if (!quote.address.empty()) object.set("address", quote.address);
  if (!quote.note.empty()) object.set("note", quote.note);
  if (quote.whole_set) object.set("whole_set", true);
  return object;
}

JsonObject MemberJson(const SourceQuote& quote, const std::string& relation) {
  JsonObject object = QuoteJson(quote);
  if (!relation.empty()) object.set("relation", relation);
  return object;
}

JsonObject DueJson(const extraction::DateMention& due) {
  JsonObject object = NewObject();
  object.set("printed", due.printed);
  object.set("edtf", due.edtf);
  object.set("inferred", due.inferred);
  return object;
}

JsonArray Numbers(const std::vector<std::int32_t>& numbers) {
  JsonArray array;
  for (const std::int32_t number : numbers) array.add(number);
  return array;
}

JsonObject StatedRelationJson(const StatedRelation& relation) {
  JsonObject object = NewObject();
  object.set("type", relation.type);
  object.set("subject", relation.subject);
  object.set("object", relation.object);
  object.set("reach", std::string(Name(relation.reach)));
  object.set("entries", Numbers(relation.entries));
  object.set("by_entries", Numbers(relation.by_entries));
  object.set("quote", QuoteJson(relation.quote));
  return object;
}

JsonObject RelatedJson(const Related& related) {
  JsonObject object = NewObject();
  object.set("entry", related.entry);
  object.set("relation", related.relation);
  object.set("weight", related.weight);
  return object;
}

JsonObject OtherDateJson(const OtherDate& other) {
  JsonObject object = NewObject();
  object.set("value", other.value);
  object.set("quote", QuoteJson(other.quote));
  return object;
}

JsonObject SourceJson(const NumberedSource& source) {
  JsonObject object = NewObject();
  object.set("number", source.number);
  object.set("id", source.report.value);
  object.set("uri", source.uri);
  object.set("title", source.title);
  object.set("committee", source.committee);
  object.set("date", source.date_printed);
  object.set("other_dates", ArrayOf(source.other_dates, OtherDateJson));
  return object;
}

JsonObject ChosenJson(const ChosenField& choice) {
  JsonObject object = NewObject();
  object.set("field", choice.field);
  object.set("id", choice.id);
  object.set("source", choice.source);
  object.set("act", choice.by.act);
  object.set("who", choice.by.who);
  object.set("at", choice.by.at);
  object.set("why", choice.by.why);
  object.set("set_aside", ArrayOf(choice.set_aside, [](const SetAside& other) {
               JsonObject one = NewObject();
               one.set("id", other.id);
               one.set("source", other.source);
               one.set("value", other.value);
               return one;
             }));
  return object;
}

JsonObject AnsweredJson(const Answered& answer) {
  JsonObject object = NewObject();
  object.set("field", std::string(Name(answer.field)));
  object.set("id", answer.id);
  object.set("value", answer.value);
  object.set("stands", answer.stands);
  object.set("act", answer.by.act);
  object.set("who", answer.by.who);
  object.set("at", answer.by.at);
  object.set("why", answer.by.why);
  object.set("file", OrNull(answer.file));
  object.set("place", OrNull(answer.place));
  return object;
}

JsonObject ReportedJson(const Reported& reported) {
  JsonObject object = NewObject();
  object.set("implementation", OrNull(reported.implementation));
  object.set("position", OrNull(reported.position));
  object.set("proposed", reported.proposed);
  object.set("printed", reported.printed);
  object.set("date", OrNull(reported.date));
  object.set("latest", reported.latest);
  object.set("differs", reported.differs);
  object.set("progress", OrNull(reported.progress));
  object.set("owner", OrNull(reported.owner));
  object.set("by_when", OrNull(reported.by_when));
  object.set("of", ArrayOf(reported.ids, [](const std::string& id) {
               return Poco::Dynamic::Var(id);
             }));
  object.set("withdrawn_by", ArrayOf(reported.withdrawn_by, QuoteJson));
  object.set("uri", reported.quote.uri);
  object.set("locator", reported.quote.locator);
  object.set("span", SpanJson(reported.quote.span));
  object.set("quote", QuoteJson(reported.quote));
  return object;
}

JsonObject ReportedOfSetJson(const ReportedOfSet& reported) {
  JsonObject object = ReportedJson(reported.said);
  object.set("work", OrNull(reported.work));
  object.set("count", reported.count);
  object.set("of", reported.of);
  object.set("whole", reported.whole);
  object.set("named", OrNull(reported.named));
  object.set("except", OrNull(reported.except));
  return object;
}

JsonObject ContradictionJson(const Contradiction& one) {
  JsonObject object = NewObject();
  object.set("entry_a", one.a);
  object.set("entry_b", one.b);
  object.set("reason", one.reason);
  object.set("a", QuoteJson(one.quote_a));
  object.set("b", QuoteJson(one.quote_b));
  return object;
}

JsonObject ConflictJson(const StatedConflict& one) {
  JsonObject object = NewObject();
  object.set("rule", one.rule);
  object.set("subject", one.subject);
  object.set("says_a", one.says_a);
  object.set("says_b", one.says_b);
  object.set("entries", Numbers(one.entries));
  object.set("a", QuoteJson(one.quote_a));
  object.set("b", QuoteJson(one.quote_b));
  return object;
}

JsonObject EntryJson(const Entry& entry) {
  JsonObject object = NewObject();
  object.set("number", entry.number);
  object.set("text", entry.text);
  object.set("lead_in", entry.lead_in);
  object.set("heading", entry.heading);
  JsonArray members;
  for (std::size_t i = 0; i < entry.members.size(); ++i) {
    members.add(MemberJson(entry.members[i], entry.relations[i]));
  }
  object.set("members", members);
  object.set("unassigned", OrNull(entry.unassigned));
  object.set("addressees", Strings(entry.addressees));
  object.set("owners", Strings(entry.owners));
  object.set("due", ArrayOf(entry.due, DueJson));
  object.set("chosen", ArrayOf(entry.chosen, ChosenJson));
  object.set("position", std::string(Name(entry.position)));
  // What nobody recorded is not done, as far as is known: open.
  const bool recorded =
      entry.implementation != store::Implementation::kNotRecorded;
  const auto implementation =
      recorded ? entry.implementation : store::Implementation::kOpen;
  object.set("implementation", std::string(Name(implementation)));
  object.set("implementation_recorded", recorded);
  if (entry.implementation_source) {
    object.set("implementation_source",
               QuoteJson(*entry.implementation_source));
    object.set("implementation_by", entry.implementation_by);
    object.set("implementation_by_entries",
               Numbers(entry.implementation_by_entries));
  }
  object.set("answers", ArrayOf(entry.answers, AnsweredJson));
  object.set("reported", ArrayOf(entry.reported, ReportedJson));
  object.set("response",
             entry.response ? Poco::Dynamic::Var(*entry.response) : Null());
  object.set("evidence", ArrayOf(entry.evidence, QuoteJson));
  object.set("related", ArrayOf(entry.related, RelatedJson));
  return object;
}

JsonObject CoverageJson(const CoverageRow& row) {
  JsonObject object = NewObject();
  object.set("id", row.id.value);
  object.set("entry", row.entry);
  return object;
}

}  // namespace

std::string RenderJson(const ConsolidatedResponse& response, int indent) {
  JsonObject object = NewObject();
  object.set("title", response.title);
  object.set("subtitle", response.subtitle);
  object.set("scope", response.scope);
  object.set("sources", ArrayOf(response.sources, SourceJson));
  object.set("entries", ArrayOf(response.entries, EntryJson));
  object.set("relations", ArrayOf(response.relations, StatedRelationJson));
  object.set("reported_of_sets",
             ArrayOf(response.reported_of_sets, ReportedOfSetJson));
  object.set("contradictions",
             ArrayOf(response.contradictions, ContradictionJson));
  object.set("conflicts", ArrayOf(response.conflicts, ConflictJson));
  object.set("coverage", ArrayOf(response.coverage, CoverageJson));
  // The whole basis (exclusions, what is not held, context, totals) in the
  // same form as `concord scope` prints it.
  object.set("basis", ParseOwn(scope::ToJson(response.basis, 0)));
  return Line(object, indent);
}

}  // namespace concord::response
