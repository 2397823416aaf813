// One report in which every list has an item and every field a value.

#include "archive_fixture.h"

namespace concord::store {
namespace {

using document::BlockKind;
using document::Document;
using extraction::Extraction;

Document RichDocument() {
  Document document = MakeDocument({
      "Estates Committee",
      "Report 15b of 6 October 2005, by the Chief Executive",
      "Keys and Locks \xe2\x80\x93 Revisited \xf0\x9f\x94\x91",
      "1. Ms Ana Bri\xc3\xa9, Head of the Estates Unit (EU), should by late "
      "2005 replace every lock.",
      "2. All 96 stations should report by November; "
      "see \xe2\x80\x9cOpen Doors\xe2\x80\x9d (1999), Part Two, "
      "recommendation 61.",
      "3. Eight recommendations were made, of which four are national.",
      "4. This paper revisits Open Doors. Phase one: completed, spring 2006. "
      "Appendix 1 is attached.",
      "RESOLVED: that the report be noted",
  });
  document.title = "Keys and Locks";
  document.charset = {"windows-1252", "repair", 3};
  document.blocks[0].kind = BlockKind::kHeaderLine;
  document.blocks[2].kind = BlockKind::kTitle;
  document.blocks[3].label = Place(document, "1.");
  document.blocks[3].level = 2;
  document.blocks[3].parent = 2;
  document.blocks[3].page = 4;
  document.blocks[3].fragment = "p1";
  document.links.push_back({Place(document, "Open Doors"), "/doors.htm?a=1"});
  document.anchors.push_back({"top", 0});
  document.notes = {"3 bytes were not valid utf-8"};
  return document;
}

extraction::TextItem Text(const Document& document, const std::string& words) {
  extraction::TextItem item;
  item.printed = words;
  return Placed(item, document, words);
}

extraction::DateMention Date(const Document& document, const std::string& words,
                             const std::string& edtf) {
  extraction::DateMention date;
  date.printed = words;
  date.edtf = edtf;
  return Placed(date, document, words);
}

extraction::OwnerMention Owner(const Document& document,
                               const std::string& words) {
  extraction::OwnerMention owner;
  owner.name = words;
  return Placed(owner, document, words);
}

void FillHeader(const Document& document, extraction::Header* header) {
  header->kind = extraction::DocumentKind::kStrategy;
  header->title =
      Text(document, "Keys and Locks \xe2\x80\x93 Revisited \xf0\x9f\x94\x91");
  header->committee = Text(document, "Estates Committee");
  header->report_number = Text(document, "15b");
  header->date = Date(document, "6 October 2005", "2005-10-06");
  header->by = Text(document, "Chief Executive");
  header->authors = {Owner(document, "Ana Bri\xc3\xa9")};
  header->authors[0].kind = extraction::OwnerKind::kPerson;
  header->authors[0].role = "author";
  header->contact_unit = Text(document, "Estates Unit");
  header->chrome_removed = {Text(document, "RESOLVED:")};
  header->other_claims = {Text(document, "Report 15b"), Text(document, "2005")};
}

void FillRecommendations(const Document& document, Extraction* extraction) {
  extraction::Recommendation first;
  first.text = "replace every lock";
  first.label = "1";
  first.kind = extraction::RecommendationKind::kCommitment;
  first.lead_in = "should by";
  first.lead_in_span = Place(document, "should by");
  first.addressee = "Head of the Estates Unit";
  first.addressee_span = Place(document, first.addressee);
  first.owners = {Owner(document, "Ana Bri\xc3\xa9"),
                  Owner(document, "Estates Unit")};
  first.owners[0].kind = extraction::OwnerKind::kPerson;
  first.owners[0].post = "Head of the Estates Unit";
  first.owners[0].unit = "Estates Unit";
  first.owners[0].role = "owner";
  first.due = {Date(document, "late 2005", "2005-36~"),
               Date(document, "November", "2005-11")};
  first.due[1].base = "2005-10-06";
  first.due[1].inferred = true;
  first.locator = "para 1";
  first.heading = "Keys and Locks";
  first.made_by = "Open Doors";
  extraction::Recommendation second;
  second.text = "All 96 stations should report";
  second.kind = extraction::RecommendationKind::kDecision;
  second.parent = 0;
  second.owners = {Owner(document, "All 96 stations")};
  second.owners[0].kind = extraction::OwnerKind::kClass;
  second.owners[0].count = 96;
  extraction->recommendations = {Placed(first, document, first.text),
                                 Placed(second, document, second.text)};
  extraction::Resolution resolution;
  resolution.text = "that the report be noted";
  resolution.label = "1";
  resolution.lead_in = "RESOLVED:";
  resolution.locator = "item 1";
  extraction->resolutions = {Placed(resolution, document, resolution.text)};
}

void FillWorks(const Document& document, Extraction* extraction) {
  extraction::Acronym acronym;
  acronym.short_form = "EU";
  acronym.long_form = "Estates Unit";
  extraction->acronyms = {Placed(acronym, document, "Estates Unit (EU)")};
  extraction::Citation citation;
  citation.printed =
      "\xe2\x80\x9cOpen Doors\xe2\x80\x9d (1999), Part Two, recommendation 61";
  citation.title = "Open Doors";
  citation.year = "1999";
  citation.part = "Part Two";
  citation.recommendation = "61";
  citation.publisher = "Inspectorate";
  citation.kind = extraction::WorkKind::kInquiry;
  citation.role = extraction::CitationRole::kScope;
  extraction->citations = {Placed(citation, document, citation.printed)};
  extraction::CountPart part;
  part.count = 4;
  part.what = "national";
  part.disposition = "noted";
  extraction::StatedCount count;
  count.printed = "Eight recommendations";
  count.count = 8;
  count.what = "recommendations";
  count.work = "Open Doors";
  count.addition = true;
  count.partition = {Placed(part, document, "four are national")};
  extraction->counts = {Placed(count, document, count.printed)};
}

void FillStatements(const Document& document, Extraction* extraction) {
  extraction::StatedRelation relation;
  relation.type = "revisits";
  relation.subject = "This paper";
  relation.object = "Open Doors";
  relation.object_count = 20;
  relation.quote = "This paper revisits Open Doors.";
  extraction->relations = {Placed(relation, document, relation.quote)};
  extraction::Claim claim;
  claim.subject = "Phase one";
  claim.predicate = "state";
  claim.value = "completed";
  claim.quote = "Phase one: completed";
  extraction->claims = {Placed(claim, document, claim.quote)};
  extraction::TimetableEntry entry;
  entry.description = "Phase one";
  entry.printed = "spring 2006";
  entry.edtf = "2006-21";
  entry.inferred = true;
  entry.state = "completed";
  extraction->timetable = {
      Placed(entry, document, "Phase one: completed, spring 2006.")};
  extraction::MissingPart missing;
  missing.printed = "Appendix 1";
  missing.quote = "Appendix 1 is attached.";
  extraction->missing_parts = {Placed(missing, document, missing.printed)};
}

}  // namespace

PutRequest RichRequest() {
  PutRequest request =
      MakeRequest(RichDocument(), std::string("<html>\0caf\xe9</html>", 19));
  Extraction& extraction = request.extraction;
  FillHeader(request.document, &extraction.header);
  FillRecommendations(request.document, &extraction);
  extraction.dates = {Date(request.document, "6 October 2005", "2005-10-06"),
                      Date(request.document, "late 2005", "2005-36~")};
  extraction.owners = {Owner(request.document, "Chief Executive")};
  extraction.owners[0].kind = extraction::OwnerKind::kPost;
  extraction.owners[0].role = "presenter";
  FillWorks(request.document, &extraction);
  FillStatements(request.document, &extraction);
  return request;
}

}  // namespace concord::store
