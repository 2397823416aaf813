// Every example of every rule of the stages that read passages, run.
//
// An example names one page and what its rule finds there, an item a line; a
// rule that finds more, less or something else fails here.

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "concord/extraction/extract.h"
#include "concord/extraction/places.h"
#include "extraction/passages.h"
#include "extraction/references/rules.h"
#include "tests/unit/extraction/sample_page.h"

namespace concord::extraction {
namespace {

// One line for an item found by `rule`; "" for one found by another.
template <class Found>
std::string Lines(const std::vector<Found>& found, std::string_view rule,
                  const std::function<std::string(const Found&)>& print) {
  std::string lines;
  for (const Found& item : found) {
    if (item.rule != rule) continue;
    if (!lines.empty()) lines += '\n';
    lines += print(item);
  }
  return lines;
}

void RunExamples(std::span<const StageRule> rules,
                 const std::function<std::string(const document::Document&,
                                                 std::string_view)>& run) {
  std::set<std::string_view> names;
  for (const StageRule& rule : rules) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_GT(rule.confidence, 0) << rule.name;
    EXPECT_LE(rule.confidence, 1) << rule.name;
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    for (const Example& example : rule.examples) {
      const document::Document document = testing::PageOf(example.page);
      EXPECT_EQ(run(document, rule.name), example.yields)
          << rule.name << "\non: " << example.page;
    }
  }
}

TEST(StageExamples, OfAcronymsFindWhatTheySay) {
  RunExamples(AcronymRules(), [](const auto& document, auto rule) {
    return Lines<Acronym>(FindAcronyms(document), rule, [](const Acronym& a) {
      return a.short_form + " = " + a.long_form;
    });
  });
}

TEST(StageExamples, OfCitationsFindWhatTheySay) {
  RunExamples(CitationRules(), [](const auto& document, auto rule) {
    return Lines<Citation>(FindCitations(document, Header()), rule,
                           [](const Citation& c) { return c.printed; });
  });
}

TEST(StageExamples, OfReferencesFindWhatTheySay) {
  RunExamples(ReferenceRules(), [](const auto& document, auto rule) {
    return Lines<InternalReference>(
        FindReferences(document), rule,
        [](const InternalReference& r) { return r.target; });
  });
}

TEST(StageExamples, OfClaimsFindWhatTheySay) {
  RunExamples(ClaimRules(), [](const auto& document, auto rule) {
    const auto citations = FindCitations(document, Header());
    const auto dates = FindDatesInText(document.text, std::nullopt);
    return Lines<Claim>(FindClaims(document, citations, dates), rule,
                        [](const Claim& c) {
                          return c.subject + ": " + c.predicate + " " + c.value;
                        });
  });
}

TEST(StageExamples, OfTimetablesFindWhatTheySay) {
  RunExamples(TimetableRules(), [](const auto& document, auto rule) {
    const auto dates = FindDatesInText(document.text, std::nullopt);
    return Lines<TimetableEntry>(
        FindTimetable(document, dates), rule,
        [](const TimetableEntry& e) { return e.edtf + " = " + e.description; });
  });
}

TEST(StageExamples, OfCountsFindWhatTheySay) {
  RunExamples(CountRules(), [](const auto& document, auto rule) {
    const auto citations = FindCitations(document, Header());
    return Lines<StatedCount>(
        FindCounts(document, citations, DocumentKind::kReport), rule,
        [](const StatedCount& c) {
          std::string line = std::to_string(c.count);
          std::string parts;
          for (const CountPart& part : c.partition) {
            parts += (parts.empty() ? "" : "+") + std::to_string(part.count);
          }
          if (!parts.empty()) line += " [" + parts + "]";
          if (c.unbalanced) line += " unbalanced";
          return c.work.empty() ? line : line + " of " + c.work;
        });
  });
}

TEST(StageExamples, OfRelationsFindWhatTheySay) {
  RunExamples(RelationRules(), [](const auto& document, auto rule) {
    Header header;
    header.kind = DocumentKind::kReport;
    const auto citations = FindCitations(document, header);
    return Lines<StatedRelation>(FindRelations(document, header, citations),
                                 rule, [](const StatedRelation& r) {
                                   return r.type + ": " + r.subject + " -> " +
                                          r.object;
                                 });
  });
}

TEST(StageExamples, OfMissingPartsFindWhatTheySay) {
  RunExamples(MissingPartRules(), [](const auto& document, auto rule) {
    return Lines<MissingPart>(FindMissingParts(document), rule,
                              [](const MissingPart& p) { return p.printed; });
  });
}

}  // namespace
}  // namespace concord::extraction
