// The public JSON of `concord extract`: the lists as they are, the header flat
// (strings, absent ones null) with the places of its fields under "spans".

#include <algorithm>
#include <sstream>

#include "concord/document/ocr.h"
#include "concord/extraction/extract.h"
#include "concord/extraction/outcomes.h"
#include "concord/extraction/places.h"
#include "concord/extraction/table_mapping.h"
#include "extraction/json_fields.h"

namespace concord::extraction {

static Poco::JSON::Array::Ptr Strings(const std::vector<std::string>& words) {
  Poco::JSON::Array::Ptr array(new Poco::JSON::Array);
  for (const std::string& word : words) array->add(word);
  return array;
}

template <class Visitor, Like<InternalReference> T>
void Fields(Visitor& visit, T& reference) {
  visit("printed", reference.printed);
  visit.Label("part", reference.name.part);
  visit.Label("chapter", reference.name.chapter);
  visit.Label("section", reference.name.section);
  visit.Label("paragraph", reference.name.paragraph);
  visit.Label("appendix", reference.name.appendix);
  visit("target", reference.target);
  visit("held", reference.held);
  ItemFields(visit, reference);
}

template <class Visitor, Like<MappedColumn> T>
void Fields(Visitor& visit, T& column) {
  visit("printed", column.printed);
  visit.Label("taken_for", column.taken_for);
}

template <class Visitor, Like<MappedTable> T>
void Fields(Visitor& visit, T& table) {
  visit("sheet", table.sheet);
  visit("columns", table.columns);
  visit("rows", table.rows);
  visit("items", table.items);
  Poco::JSON::Array::Ptr rows(new Poco::JSON::Array);
  for (const auto& row : table.first_rows) rows->add(Strings(row));
  visit.object()->set("first_rows", rows);
  visit.object()->set("remarks", Strings(table.remarks));
}

template <class Visitor, Like<StatedOutcome> T>
void Fields(Visitor& visit, T& outcome) {
  visit.Label("implementation", outcome.implementation);
  visit.Label("position", outcome.position);
  visit("proposed", outcome.proposed);
  visit("printed", outcome.printed);
  visit.Label("recommendation", outcome.recommendation);
  visit("count", outcome.count);
  visit("of", outcome.of);
  visit("whole", outcome.whole);
  visit.Label("work", outcome.work);
  visit("quote", outcome.quote);
  visit.Label("named", outcome.named);
  visit.Label("except", outcome.except);
  visit("retraction", outcome.retraction);
  visit.Label("said_on", outcome.said_on);
  visit.Label("progress", outcome.progress);
  visit.Label("owner", outcome.owner);
  visit.Label("by_when", outcome.by_when);
  ItemFields(visit, outcome);
}

namespace {

using Poco::JSON::Object;

// One flat header field and its place.
void AddField(const char* key, const TextItem& item, Object::Ptr header,
              FieldWriter* spans) {
  if (item.printed.empty()) {
    header->set(key, Poco::Dynamic::Var());
    return;
  }
  header->set(key, item.printed);
  (*spans)(key, item.span);
}

Object::Ptr HeaderDate(const DateMention& date) {
  FieldWriter out;
  out.Label("printed", date.printed);
  out.Label("edtf", date.edtf);
  out("inferred", date.inferred);
  return out.object();
}

Object::Ptr HeaderObject(const Header& header) {
  FieldWriter out;
  FieldWriter spans;
  Object::Ptr object = out.object();
  AddField("title", header.title, object, &spans);
  AddField("committee", header.committee, object, &spans);
  AddField("report_number", header.report_number, object, &spans);
  object->set("date", HeaderDate(header.date));
  if (!header.date.printed.empty()) spans("date", header.date.span);
  AddField("by", header.by, object, &spans);
  out("authors", header.authors);
  AddField("contact_unit", header.contact_unit, object, &spans);
  AddField("subject", header.subject, object, &spans);
  out("chrome_removed", header.chrome_removed);
  out("other_claims", header.other_claims);
  object->set("spans", spans.object());
  return object;
}

Object::Ptr CharsetObject(const document::CharsetDecision& charset) {
  FieldWriter out;
  out("name", charset.charset);
  out("decided_by", charset.decided_by);
  out("replacements", charset.replacements);
  return out.object();
}

Object::Ptr OcrObject(const document::OcrReading& reading) {
  FieldWriter out;
  out("program", reading.program);
  out("language", reading.language);
  out("pages_read", reading.read);
  out("pages", reading.pages);
  out("confidence", reading.confidence);
  return out.object();
}

}  // namespace

std::string ToJson(const std::vector<MappedTable>& tables) {
  FieldWriter out;
  out("tables", tables);
  std::ostringstream stream;
  out.object()->get("tables").extract<Poco::JSON::Array::Ptr>()->stringify(
      stream, 0);
  return stream.str();
}

std::string ToJson(const Extraction& extraction,
                   const document::Document& document,
                   const JsonOptions& options) {
  FieldWriter out;
  out("uri", document.uri);
  out("media_type", document.media_type);
  out("kind", extraction.header.kind);
  out.object()->set("charset", CharsetObject(document.charset));
  if (const auto& ocr = document.ocr) {
    out.object()->set("ocr", OcrObject(*ocr));
  }
  out.object()->set("header", HeaderObject(extraction.header));
  ListFields(out, extraction);
  out("references", FindReferences(document));
  if (IsTableFile(document.media_type)) {
    out("tables", MapTables(document, extraction));
  }
  out("outcomes", FindOutcomes(document, extraction));
  if (options.with_text) out("text", document.text);
  std::ostringstream stream;
  out.object()->stringify(stream,
                          static_cast<unsigned>(std::max(options.indent, 0)));
  return stream.str();
}

}  // namespace concord::extraction
