#include "engine/view_json.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/crossref/speaker.h"
#include "concord/document/ocr.h"
#include "engine/snapshot.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

template <class OneId>
JsonArray Ids(const std::vector<OneId>& ids) {
  return ArrayOf(ids, [](const OneId& id) { return id.value; });
}

JsonObject AliasJson(const crossref::Alias& alias) {
  JsonObject object = NewObject();
  object.set("printed", alias.printed);
  object.set("rule", alias.rule);
  object.set("quote", QuoteJson(alias.quote));
  return object;
}

JsonObject MentionJson(const crossref::WorkMention& mention) {
  JsonObject object = NewObject();
  object.set("role", std::string(Name(mention.role)));
  object.set("recommendation", OrNull(mention.recommendation));
  object.set("quote", QuoteJson(mention.quote));
  return object;
}

JsonObject PartJson(const extraction::RecommendationPart& part) {
  JsonObject object = NewObject();
  object.set("label", part.label);
  object.set("text", part.printed);
  return object;
}

// The words that say what became of it, or null.
Poco::Dynamic::Var SourceOf(const extraction::StatedPosition& position,
                            const store::StoredRecommendation& stored) {
  if (position.value.empty()) return {};
  JsonObject object = NewObject();
  object.set("report", stored.report.value);
  object.set("span", SpanJson(position.span));
  object.set("quote", position.printed);
  return object;
}

JsonObject CitationJson(const extraction::Citation& citation) {
  JsonObject object = NewObject();
  object.set("printed", citation.printed);
  object.set("title", OrNull(citation.title));
  object.set("recommendation", OrNull(citation.recommendation));
  return object;
}

// There only where the text was read so.
JsonObject OcrJson(const document::OcrReading& reading) {
  JsonObject object = NewObject();
  object.set("program", reading.program);
  object.set("language", reading.language);
  object.set("pages_read", reading.read);
  object.set("pages", reading.pages);
  object.set("confidence", reading.confidence);
  return object;
}

}  // namespace

JsonObject DateJson(const extraction::DateMention& date) {
  JsonObject object = NewObject();
  object.set("printed", OrNull(date.printed));
  object.set("edtf", OrNull(date.edtf));
  object.set("inferred", date.inferred);
  return object;
}

JsonObject OwnerJson(const extraction::OwnerMention& owner) {
  JsonObject object = NewObject();
  object.set("name", owner.name);
  object.set("kind", std::string(Name(owner.kind)));
  object.set("role", OrNull(owner.role));
  object.set("post", OrNull(owner.post));
  object.set("unit", OrNull(owner.unit));
  if (owner.count > 0) object.set("count", owner.count);
  return object;
}

JsonObject ReportJson(const store::ReportHead& report,
                      const std::string& title) {
  JsonObject object = NewObject();
  object.set("type", "report");
  object.set("id", report.id.value);
  object.set("uri", report.uri);
  object.set("title", title);
  object.set("kind", std::string(Name(report.kind)));
  object.set("committee", OrNull(report.committee));
  object.set("report_number", OrNull(report.report_number));
  object.set("date", DateJson(report.date));
  object.set("by", OrNull(report.by));
  object.set("authors", ArrayOf(report.authors, OwnerJson));
  // Each sort apart: what is asked of others, what is asked of the paper's own
  // committee, and what somebody says will be done.
  object.set("recommendations", report.recommendations);
  object.set("decisions", report.decisions);
  object.set("commitments", report.commitments);
  if (report.ocr) object.set("ocr", OcrJson(*report.ocr));
  object.set("resolutions", report.resolutions);
  object.set("captures",
             ArrayOf(report.captures, [](const store::CaptureRecord& capture) {
               JsonObject one = NewObject();
               one.set("digest", capture.digest);
               one.set("uri", capture.uri);
               one.set("path", capture.path);
               one.set("media_type", capture.media_type);
               one.set("bytes", capture.bytes);
               one.set("captured_at", OrNull(capture.captured_at));
               one.set("http_header", OrNull(capture.http_header));
               return one;
             }));
  return object;
}

JsonObject RecommendationJson(const store::StoredRecommendation& stored) {
  const extraction::Recommendation& item = stored.item;
  JsonObject object = NewObject();
  object.set("type", "recommendation");
  object.set("id", stored.id.value);
  object.set("report", stored.report.value);
  object.set("uri", stored.uri);
  object.set("title", stored.report_title);
  object.set("committee", OrNull(stored.committee));
  object.set("date", DateJson(stored.report_date));
  object.set("label", OrNull(item.label));
  object.set("kind", std::string(Name(item.kind)));
  object.set("text", item.text);
  object.set("lead_in", OrNull(item.lead_in));
  object.set("addressee", OrNull(item.addressee));
  object.set("owners", ArrayOf(item.owners, OwnerJson));
  object.set("due", ArrayOf(item.due, DateJson));
  object.set("made_by", OrNull(item.made_by));
  object.set("recommenders", ArrayOf(item.recommenders, OwnerJson));
  object.set("position", OrNull(item.position.value));
  object.set("position_source", SourceOf(item.position, stored));
  object.set("implementation", OrNull(item.implementation.value));
  object.set("implementation_source", SourceOf(item.implementation, stored));
  object.set("parts", ArrayOf(item.parts, PartJson));
  object.set("cites", ArrayOf(item.cites, CitationJson));
  object.set("locator", item.locator);
  object.set("heading", OrNull(item.heading));
  object.set("span", SpanJson(item.span));
  object.set("rule", item.rule);
  object.set("confidence", item.confidence);
  return object;
}

namespace {

JsonObject RefusalJson(const crossref::Refusal& refusal) {
  JsonObject object = NewObject();
  object.set("work_id", refusal.work.value);
  object.set("title", refusal.title);
  object.set("act", refusal.act);
  object.set("by", refusal.by);
  object.set("why", OrNull(refusal.why));
  return object;
}

}  // namespace

JsonObject WorkJson(const crossref::Work& work) {
  JsonObject object = NewObject();
  object.set("type", "work");
  object.set("id", work.id.value);
  object.set("title", WorkTitle(work));
  object.set("year", OrNull(work.year));
  object.set("kind", std::string(Name(work.kind)));
  object.set("publisher", OrNull(work.publisher));
  object.set("part_of", OrNull(work.part_of.value));
  object.set("part", OrNull(work.part));
  object.set("series", OrNull(work.series.value));
  object.set("merged", Ids(work.merged));
  object.set("refused", ArrayOf(work.refused, RefusalJson));
  object.set("held", Ids(work.held));
  object.set("aliases", ArrayOf(work.aliases, AliasJson));
  object.set("cited_by", ArrayOf(work.cited_by, MentionJson));
  return object;
}

namespace {

JsonObject SuccessionJson(const crossref::Succession& succession) {
  JsonObject object = NewObject();
  object.set("body", succession.body.value);
  object.set("name", succession.name);
  object.set("date", OrNull(succession.date));
  object.set("quote", QuoteJson(succession.quote));
  return object;
}

}  // namespace

JsonObject BodyJson(const crossref::Body& body) {
  JsonObject object = NewObject();
  object.set("type", "body");
  object.set("id", body.id.value);
  object.set("name", body.name);
  object.set("kind", std::string(Name(body.kind)));
  object.set("aliases", ArrayOf(body.aliases, AliasJson));
  object.set("merged", Ids(body.merged));
  object.set("predecessors", ArrayOf(body.predecessors, SuccessionJson));
  object.set("successors", ArrayOf(body.successors, SuccessionJson));
  object.set("mentions", ArrayOf(body.mentions, QuoteJson));
  return object;
}

std::string CountId(const crossref::CountEntry& count) {
  // What no work is known of stays with the report that counts it.
  const std::string of = !count.work.empty() ? count.work.value
                         : !count.quotes.empty()
                             ? count.quotes.front().report.value
                             : "archive";
  return of + "/" + count.what + "/" + std::to_string(count.stated);
}

JsonObject CountJson(const crossref::CountEntry& count,
                     const std::string& title) {
  JsonObject object = NewObject();
  object.set("type", "count");
  object.set("id", CountId(count));
  object.set("work", title);
  object.set("work_id", OrNull(count.work.value));
  object.set("what", count.what);
  object.set("stated", count.stated);
  // Where there is nothing to hold it against, nothing was counted.
  if (count.verdict == "stated") {
    object.set("held", Null());
  } else {
    object.set("held", count.held);
  }
  object.set("addition", count.addition);
  object.set("verdict", count.verdict);
  object.set("expected_in", OrNull(count.expected_in));
  object.set("partition",
             ArrayOf(count.partition, [](const extraction::CountPart& part) {
               JsonObject one = NewObject();
               one.set("count", part.count);
               one.set("what", part.what);
               one.set("disposition", OrNull(part.disposition));
               one.set("in_words", OrNull(crossref::InWords(part)));
               one.set("approximate", part.approximate);
               return one;
             }));
  object.set("partition_adds_up", count.partition_adds_up);
  object.set("quotes", ArrayOf(count.quotes, QuoteJson));
  if (!count.quotes.empty()) object.set("uri", count.quotes.front().uri);
  return object;
}

JsonObject ConflictJson(const crossref::Conflict& conflict) {
  JsonObject object = NewObject();
  object.set("type", "conflict");
  object.set("id", conflict.id);
  object.set("rule", conflict.rule);
  object.set("subject", conflict.subject);
  object.set("value_a", conflict.value_a);
  object.set("value_b", conflict.value_b);
  object.set("printed_a", conflict.printed_a);
  object.set("printed_b", conflict.printed_b);
  object.set("a", QuoteJson(conflict.a));
  object.set("b", QuoteJson(conflict.b));
  object.set("uri", conflict.a.uri);
  return object;
}

JsonObject RelationJson(const crossref::RelationEntry& relation) {
  JsonObject object = NewObject();
  object.set("type", "relation");
  object.set("id", relation.id);
  object.set("relation", relation.type);
  object.set("subject", OrNull(relation.subject));
  object.set("subject_work", OrNull(relation.subject_work.value));
  object.set("of_this_paper", crossref::IsOfThePaper(relation));
  object.set("object", relation.object);
  object.set("object_works",
             ArrayOf(relation.object_works,
                     [](const WorkId& id) { return id.value; }));
  if (relation.object_count > 0) {
    object.set("object_count", relation.object_count);
  }
  object.set("quote", QuoteJson(relation.quote));
  object.set("uri", relation.quote.uri);
  return object;
}

}  // namespace concord::engine
