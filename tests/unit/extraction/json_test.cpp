// The JSON forms of an extraction, and the check of its places.

#include <gtest/gtest.h>

#include <functional>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

using document::Document;

constexpr std::string_view kText =
    "A Strategy\nThe Inspection Unit (IU) made 6 recommendations.\n";

TextItem At(std::uint32_t begin, std::uint32_t end) {
  TextItem item;
  item.span = {begin, end};
  item.rule = "test-rule";
  item.confidence = 0.75;
  item.printed = std::string(Slice(kText, item.span));
  return item;
}

Document SampleDocument() {
  Document document;
  document.uri = "file:///sample.txt";
  document.media_type = "text/plain";
  document.charset = {"utf-8", "valid", 0};
  document.text = std::string(kText);
  return document;
}

// One of everything, each field set to something that is not its default.
Extraction SampleExtraction() {
  Extraction out;
  static_cast<TextItem&>(out.header.title) = At(0, 10);
  out.header.kind = DocumentKind::kStrategy;
  OwnerMention owner;
  static_cast<Item&>(owner) = At(15, 30);
  owner.name = "Inspection Unit";
  owner.kind = OwnerKind::kClass;
  owner.count = 43;
  owner.role = "author";
  out.header.authors = {owner};
  Recommendation recommendation;
  static_cast<Item&>(recommendation) = At(11, 34);
  recommendation.text = std::string(Slice(kText, recommendation.span));
  recommendation.kind = RecommendationKind::kCommitment;
  recommendation.owners = {owner};
  recommendation.parent = 2;
  recommendation.recommenders = {owner};
  static_cast<TextItem&>(recommendation.position) = At(36, 40);
  recommendation.position.value = "accepted in part";
  RecommendationPart part_of_it;
  static_cast<TextItem&>(part_of_it) = At(41, 58);
  part_of_it.label = "a";
  recommendation.parts = {part_of_it};
  Citation cited;
  static_cast<Item&>(cited) = At(0, 10);
  cited.printed = "A Strategy";
  cited.title = "Strategy";
  recommendation.cites = {cited};
  out.recommendations = {recommendation};
  Resolution resolution;
  static_cast<Item&>(resolution) = At(11, 34);
  resolution.text = recommendation.text;
  resolution.label = "3";
  out.resolutions = {resolution};
  out.owners = {owner};
  Acronym acronym;
  static_cast<Item&>(acronym) = At(15, 35);
  acronym.short_form = "IU";
  acronym.long_form = "Inspection Unit";
  out.acronyms = {acronym};
  StatedCount count;
  static_cast<Item&>(count) = At(36, 58);
  count.printed = std::string(Slice(kText, count.span));
  count.count = 6;
  count.addition = true;
  CountPart part;
  static_cast<Item&>(part) = At(41, 42);
  part.count = 6;
  part.what = "recommendations";
  count.partition = {part};
  out.counts = {count};
  return out;
}

void AddStatements(Extraction* out) {
  DateMention date;
  static_cast<Item&>(date) = At(0, 1);
  date.printed = "A";
  date.edtf = "2005-36~";
  date.base = "2005-10-06";
  date.inferred = true;
  out->dates = {date};
  Citation citation;
  static_cast<Item&>(citation) = At(0, 10);
  citation.printed = "A Strategy";
  citation.title = "A \"quoted\" / ‘Strategy’\n";
  citation.kind = WorkKind::kStrategy;
  citation.role = CitationRole::kContext;
  out->citations = {citation};
  StatedRelation relation;
  static_cast<Item&>(relation) = At(0, 10);
  relation.quote = "A Strategy";
  relation.type = "re-affirms";
  relation.object_count = 20;
  out->relations = {relation};
  Claim claim;
  static_cast<Item&>(claim) = At(0, 10);
  claim.quote = "A Strategy";
  claim.predicate = "state";
  out->claims = {claim};
  TimetableEntry entry;
  static_cast<Item&>(entry) = At(0, 10);
  entry.printed = "A";
  entry.description = "Strategy";
  out->timetable = {entry};
  MissingPart part;
  static_cast<Item&>(part) = At(0, 1);
  part.printed = "A";
  out->missing_parts = {part};
}

TEST(StoredJson, GivesBackEveryField) {
  Extraction before = SampleExtraction();
  AddStatements(&before);
  const auto after = FromStoredJson(ToStoredJson(before));
  ASSERT_TRUE(after) << after.error().message();
  EXPECT_EQ(after->header, before.header);
  EXPECT_EQ(after->recommendations, before.recommendations);
  EXPECT_EQ(after->resolutions, before.resolutions);
  EXPECT_EQ(after->dates, before.dates);
  EXPECT_EQ(after->owners, before.owners);
  EXPECT_EQ(after->acronyms, before.acronyms);
  EXPECT_EQ(after->citations, before.citations);
  EXPECT_EQ(after->counts, before.counts);
  EXPECT_EQ(after->relations, before.relations);
  EXPECT_EQ(after->claims, before.claims);
  EXPECT_EQ(after->timetable, before.timetable);
  EXPECT_EQ(after->missing_parts, before.missing_parts);
}

TEST(StoredJson, RefusesWhatIsNotAnExtraction) {
  for (const char* json :
       {"", "[]", "{\"header\":3}", "{\"acronyms\":[1]}",
        "{\"citations\":[{\"role\":\"no such role\"}]}", "{\"counts\":["}) {
    const auto result = FromStoredJson(json);
    ASSERT_FALSE(result) << json;
    EXPECT_EQ(result.error().code(), ErrorCode::kCorrupt) << json;
  }
}

TEST(PublicJson, PrintsKeysInOrderAndNullForWhatIsAbsent) {
  const std::string json =
      ToJson(SampleExtraction(), SampleDocument(), JsonOptions());
  const std::string_view kInOrder[] = {
      R"("kind":"strategy")",
      R"("header":{)",
      R"("title":"A Strategy","committee":null,"report_number":null,)",
      R"("date":{"printed":null,"edtf":null)",
      R"("by":null,"authors":[{"name":"Inspection Unit")",
      R"("chrome_removed":[])",
      R"("recommendations":[{"label":null,"kind":"commitment","text":"The )",
      R"("recommenders":[{"name":"Inspection Unit")",
      R"("position":"accepted in part","position_source":{"printed":"made",)"
      R"("span":{"begin":36,"end":40},"rule":"test-rule","confidence":0.75},)"
      R"("implementation":null,"implementation_source":null,)"
      R"("parts":[{"label":"a","printed":"6 recommendations)",
      R"("cites":[{"printed":"A Strategy","title":"Strategy")",
      R"("parent":2)",
      R"("resolutions":[{"label":"3","text":)",
      R"("dates":[])",
      R"("acronyms":[{"short":"IU","long":"Inspection Unit",)"
      R"("span":{"begin":15,"end":35},"rule":"test-rule","confidence":0.75}])",
      R"("citations":[],"counts":[{"printed":"made 6 recommendations",)"
      R"("count":6,"what":"","work":"","addition":true,"partition":[)",
      R"("relations":[],"timetable":[],"missing_parts":[])"};
  std::size_t at = 0;
  for (const std::string_view piece : kInOrder) {
    at = json.find(piece, at);
    ASSERT_NE(at, std::string::npos) << piece << "\nin " << json;
  }
  EXPECT_EQ(json.find("\"text\":\"A Strategy"), std::string::npos);
}

TEST(PublicJson, PrintsNullForAPositionTheTextDoesNotState) {
  Extraction extraction = SampleExtraction();
  extraction.recommendations[0].position = {};
  const std::string json = ToJson(extraction, SampleDocument(), JsonOptions());
  EXPECT_NE(json.find(R"("position":null,"position_source":null)"),
            std::string::npos)
      << json;
}

TEST(PublicJson, AddsTheTextWhenAsked) {
  JsonOptions options;
  options.with_text = true;
  const std::string json = ToJson(Extraction(), SampleDocument(), options);
  EXPECT_TRUE(json.ends_with("recommendations.\\n\"}")) << json;
}

TEST(Verify, AcceptsWhatStandsInTheText) {
  const auto result = Verify(SampleExtraction(), SampleDocument());
  EXPECT_TRUE(result) << result.error().message();
}

TEST(Verify, RefusesAQuotationThatIsNotAtItsPlace) {
  const std::vector<std::function<void(Extraction*)>> kFaults = {
      [](Extraction* e) { e->header.title.printed = "Another"; },
      [](Extraction* e) { e->recommendations[0].text += "."; },
      [](Extraction* e) { e->recommendations[0].lead_in = "That"; },
      [](Extraction* e) { e->resolutions[0].span.begin += 1; },
      [](Extraction* e) { e->acronyms[0].long_form = "Inquiry Unit"; },
      [](Extraction* e) { e->counts[0].span.end = 6000; },
      [](Extraction* e) {
        e->counts[0].partition[0].span = {50, 40};
      },
      [](Extraction* e) { e->owners[0].name = "Somebody"; },
      [](Extraction* e) { e->recommendations[0].position.printed = "no"; },
      [](Extraction* e) { e->recommendations[0].parts[0].span.end = 4; },
      [](Extraction* e) { e->recommendations[0].recommenders[0].name = "X"; },
      [](Extraction* e) {
        e->recommendations[0].cites[0].span = {1, 2};
      }};
  for (std::size_t i = 0; i < kFaults.size(); ++i) {
    Extraction extraction = SampleExtraction();
    kFaults[i](&extraction);
    EXPECT_FALSE(Verify(extraction, SampleDocument())) << i;
  }
}

TEST(Verify, RefusesAPlaceInsideACharacter) {
  Document document;
  document.text = "caf\xC3\xA9";
  Extraction extraction;
  MissingPart part;
  part.span = {0, 4};
  part.printed = "caf\xC3";
  extraction.missing_parts = {part};
  EXPECT_FALSE(Verify(extraction, document));
}

TEST(Names, AreDistinctWords) {
  EXPECT_EQ(Name(DocumentKind::kInspection), "inspection");
  EXPECT_EQ(Name(OwnerKind::kClass), "class");
  EXPECT_EQ(Name(RecommendationKind::kDecision), "decision");
  EXPECT_EQ(Name(CitationRole::kScope), "scope");
  EXPECT_EQ(Name(WorkKind::kAct), "act");
}

}  // namespace
}  // namespace concord::extraction
