// The public JSON of `concord respond --format json`.

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <sstream>

#include "concord/response/response.h"

namespace concord::response {
namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

Object NewObject() { return Object(Poco::JSON_PRESERVE_KEY_ORDER); }

template <class T, class F>
Array ArrayOf(const std::vector<T>& items, F to_json) {
  Array array;
  for (const T& item : items) array.add(to_json(item));
  return array;
}

Array Strings(const std::vector<std::string>& items) {
  return ArrayOf(items, [](const std::string& item) { return item; });
}

Object SpanJson(TextSpan span) {
  Object object = NewObject();
  object.set("begin", span.begin);
  object.set("end", span.end);
  return object;
}

Object QuoteJson(const SourceQuote& quote) {
  Object object = NewObject();
  object.set("source", quote.source);
  if (!quote.id.empty()) object.set("id", quote.id);
  object.set("uri", quote.uri);
  object.set("locator", quote.locator);
  if (!quote.label.empty()) object.set("label", quote.label);
  object.set("quote", quote.quote);
  object.set("span", SpanJson(quote.span));
  if (!quote.note.empty()) object.set("note", quote.note);
  return object;
}

Object MemberJson(const SourceQuote& quote, const std::string& relation) {
  Object object = QuoteJson(quote);
  if (!relation.empty()) object.set("relation", relation);
  return object;
}

Object DueJson(const extraction::DateMention& due) {
  Object object = NewObject();
  object.set("printed", due.printed);
  object.set("edtf", due.edtf);
  object.set("inferred", due.inferred);
  return object;
}

Object RelatedJson(const Related& related) {
  Object object = NewObject();
  object.set("entry", related.entry);
  object.set("relation", related.relation);
  object.set("weight", related.weight);
  return object;
}

Object SourceJson(const NumberedSource& source) {
  Object object = NewObject();
  object.set("number", source.number);
  object.set("id", source.report.value);
  object.set("uri", source.uri);
  object.set("title", source.title);
  object.set("committee", source.committee);
  object.set("date", source.date_printed);
  return object;
}

Object EntryJson(const Entry& entry) {
  Object object = NewObject();
  object.set("number", entry.number);
  object.set("text", entry.text);
  object.set("lead_in", entry.lead_in);
  object.set("heading", entry.heading);
  Array members;
  for (std::size_t i = 0; i < entry.members.size(); ++i) {
    members.add(MemberJson(entry.members[i], entry.relations[i]));
  }
  object.set("members", members);
  object.set("addressees", Strings(entry.addressees));
  object.set("owners", Strings(entry.owners));
  object.set("due", ArrayOf(entry.due, DueJson));
  object.set("position", std::string(Name(entry.position)));
  object.set("implementation", std::string(Name(entry.implementation)));
  object.set("response", entry.response ? Poco::Dynamic::Var(*entry.response)
                                        : Poco::Dynamic::Var());
  object.set("evidence", ArrayOf(entry.evidence, QuoteJson));
  object.set("related", ArrayOf(entry.related, RelatedJson));
  return object;
}

Object CoverageJson(const CoverageRow& row) {
  Object object = NewObject();
  object.set("id", row.id.value);
  object.set("entry", row.entry);
  return object;
}

}  // namespace

std::string RenderJson(const ConsolidatedResponse& response, int indent) {
  Object object = NewObject();
  object.set("title", response.title);
  object.set("scope", response.scope);
  object.set("sources", ArrayOf(response.sources, SourceJson));
  object.set("entries", ArrayOf(response.entries, EntryJson));
  object.set("coverage", ArrayOf(response.coverage, CoverageJson));
  // The whole basis (exclusions, what is not held, context, totals) in the
  // same form as `concord scope` prints it.
  Poco::JSON::Parser parser(
      new Poco::JSON::ParseHandler(/*bPreserveObjectOrder=*/true));
  object.set("basis", parser.parse(scope::ToJson(response.basis, 0)));
  std::ostringstream out;
  object.stringify(out, static_cast<unsigned>(indent));
  return out.str();
}

}  // namespace concord::response
