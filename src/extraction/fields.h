#pragma once
// The fields of every extracted value, named once.
//
// Why: the public JSON, the stored JSON and the reader of the stored JSON must
// agree field by field. Fields(visitor, value) calls visitor("key", member) for
// each member in the order the JSON prints them; a visitor writes or reads.
//
//   Fields(writer, acronym)  ->  "short", "long", "span", "rule", "confidence"

#include <concepts>
#include <type_traits>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

template <class T, class Value>
concept Like = std::same_as<std::remove_const_t<T>, Value>;

template <class Visitor, Like<TextSpan> T>
void Fields(Visitor& visit, T& span) {
  visit("begin", span.begin);
  visit("end", span.end);
}

template <class Visitor, class T>
void ItemFields(Visitor& visit, T& item) {
  visit("span", item.span);
  visit("rule", item.rule);
  visit("confidence", item.confidence);
}

template <class Visitor, Like<DateMention> T>
void Fields(Visitor& visit, T& date) {
  visit("printed", date.printed);
  visit("edtf", date.edtf);
  visit("inferred", date.inferred);
  visit("base", date.base);
  ItemFields(visit, date);
}

template <class Visitor, Like<OwnerMention> T>
void Fields(Visitor& visit, T& owner) {
  visit("name", owner.name);
  visit("kind", owner.kind);
  visit("post", owner.post);
  visit("unit", owner.unit);
  visit("count", owner.count);
  visit("role", owner.role);
  ItemFields(visit, owner);
}

template <class Visitor, Like<TextItem> T>
void Fields(Visitor& visit, T& item) {
  visit("printed", item.printed);
  ItemFields(visit, item);
}

// The stored header; the public one is flatter, see json.cpp.
template <class Visitor, Like<Header> T>
void Fields(Visitor& visit, T& header) {
  visit("kind", header.kind);
  visit("title", header.title);
  visit("subject", header.subject);
  visit("committee", header.committee);
  visit("report_number", header.report_number);
  visit("date", header.date);
  visit("by", header.by);
  visit("authors", header.authors);
  visit("contact_unit", header.contact_unit);
  visit("chrome_removed", header.chrome_removed);
  visit("other_claims", header.other_claims);
}

template <class Visitor, Like<Citation> T>
void Fields(Visitor& visit, T& citation) {
  visit("printed", citation.printed);
  visit("title", citation.title);
  visit("year", citation.year);
  visit("part", citation.part);
  visit("recommendation", citation.recommendation);
  visit("publisher", citation.publisher);
  visit("kind", citation.kind);
  visit("role", citation.role);
  visit("series", citation.series);
  visit("unresolved", citation.unresolved);
  ItemFields(visit, citation);
}

template <class Visitor, Like<RecommendationPart> T>
void Fields(Visitor& visit, T& part) {
  visit("label", part.label);
  visit("printed", part.printed);
  ItemFields(visit, part);
}

// "position": the word, or null; "position_source": what says so, or null. So
// for "implementation".
template <class Visitor, class T>
void PositionFields(Visitor& visit, T& recommendation) {
  visit.Label("position", recommendation.position.value);
  visit.Source("position_source", recommendation.position);
  visit.Label("implementation", recommendation.implementation.value);
  visit.Source("implementation_source", recommendation.implementation);
}

template <class Visitor, Like<Recommendation> T>
void Fields(Visitor& visit, T& recommendation) {
  visit.Label("label", recommendation.label);
  visit("kind", recommendation.kind);
  visit("text", recommendation.text);
  visit("lead_in", recommendation.lead_in);
  visit("lead_in_span", recommendation.lead_in_span);
  visit("addressee", recommendation.addressee);
  visit("addressee_span", recommendation.addressee_span);
  visit("owners", recommendation.owners);
  visit("due", recommendation.due);
  visit("locator", recommendation.locator);
  visit("heading", recommendation.heading);
  visit("made_by", recommendation.made_by);
  visit("recommenders", recommendation.recommenders);
  PositionFields(visit, recommendation);
  visit("parts", recommendation.parts);
  visit("cites", recommendation.cites);
  visit("parent", recommendation.parent);
  ItemFields(visit, recommendation);
}

template <class Visitor, Like<Resolution> T>
void Fields(Visitor& visit, T& resolution) {
  visit.Label("label", resolution.label);
  visit("text", resolution.text);
  visit("lead_in", resolution.lead_in);
  visit("locator", resolution.locator);
  ItemFields(visit, resolution);
}

template <class Visitor, Like<Acronym> T>
void Fields(Visitor& visit, T& acronym) {
  visit("short", acronym.short_form);
  visit("long", acronym.long_form);
  ItemFields(visit, acronym);
}

template <class Visitor, Like<CountPart> T>
void Fields(Visitor& visit, T& part) {
  visit("count", part.count);
  visit("what", part.what);
  visit("disposition", part.disposition);
  visit("approximate", part.approximate);
  ItemFields(visit, part);
}

template <class Visitor, Like<StatedCount> T>
void Fields(Visitor& visit, T& count) {
  visit("printed", count.printed);
  visit("count", count.count);
  visit("what", count.what);
  visit("work", count.work);
  visit("addition", count.addition);
  visit("partition", count.partition);
  visit("unbalanced", count.unbalanced);
  visit("approximate", count.approximate);
  ItemFields(visit, count);
}

template <class Visitor, Like<StatedRelation> T>
void Fields(Visitor& visit, T& relation) {
  visit("type", relation.type);
  visit("subject", relation.subject);
  visit("object", relation.object);
  visit("object_count", relation.object_count);
  visit("subject_work", relation.subject_work);
  visit("object_work", relation.object_work);
  visit("quote", relation.quote);
  ItemFields(visit, relation);
}

template <class Visitor, Like<Claim> T>
void Fields(Visitor& visit, T& claim) {
  visit("subject", claim.subject);
  visit("predicate", claim.predicate);
  visit("value", claim.value);
  visit("quote", claim.quote);
  ItemFields(visit, claim);
}

template <class Visitor, Like<TimetableEntry> T>
void Fields(Visitor& visit, T& entry) {
  visit("description", entry.description);
  visit("printed", entry.printed);
  visit("edtf", entry.edtf);
  visit("inferred", entry.inferred);
  visit("state", entry.state);
  ItemFields(visit, entry);
}

template <class Visitor, Like<MissingPart> T>
void Fields(Visitor& visit, T& part) {
  visit("printed", part.printed);
  visit("quote", part.quote);
  ItemFields(visit, part);
}

// Every list of an extraction, without its header.
template <class Visitor, Like<Extraction> T>
void ListFields(Visitor& visit, T& extraction) {
  visit("recommendations", extraction.recommendations);
  visit("resolutions", extraction.resolutions);
  visit("dates", extraction.dates);
  visit("acronyms", extraction.acronyms);
  visit("citations", extraction.citations);
  visit("counts", extraction.counts);
  visit("relations", extraction.relations);
  visit("timetable", extraction.timetable);
  visit("missing_parts", extraction.missing_parts);
  visit("claims", extraction.claims);
  visit("owners", extraction.owners);
}

}  // namespace concord::extraction
