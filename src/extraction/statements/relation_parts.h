#pragma once
// What a stated relation is put together from: where it stands, who does
// something to what. Internal to the files of relations.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/passages.h"
#include "extraction/statements/works_meant.h"

namespace concord::extraction {

struct RelationPlace {
  std::string_view text;
  TextSpan passage;
  TextSpan sentence;
  const WorksMeant* works = nullptr;
  const std::vector<Citation>* citations = nullptr;  // by place
  DocumentKind kind = DocumentKind::kReport;
};

StatedRelation RelationAt(const RelationPlace& place, std::string_view type,
                          std::string_view rule);

// The first citation of the sentence that begins at or after `from`; the last
// that ends at or before `until`.
const Citation* CitedAfter(const RelationPlace& place, std::uint32_t from);
const Citation* CitedBefore(const RelationPlace& place, std::uint32_t until);

// The last single recommendation cited in the passage before the sentence.
const Citation* RecommendationBefore(const RelationPlace& place);

// The work or body before the verb; "" where the document itself acts ("We",
// "This report", "It").
void SetSubject(const RelationPlace& place, std::uint32_t verb,
                StatedRelation* relation);

// "the 20 in the original report", "all six recommendations", "seven of them"
// in text[within].
bool SetBoundSet(const RelationPlace& place, TextSpan within,
                 const Citation* subject, StatedRelation* relation);

bool SetCitedObject(const Citation* work, StatedRelation* relation);

// An earlier paper by its kind and date, or by "earlier", "interim": "our
// interim note of January 2000", "the arrangements agreed in 2003". Null where
// none begins text[within] after its article.
struct EarlierPaper {
  TextSpan span;
  std::string year;  // "" where a word says that it is earlier
  bool recommendation = false;
};
std::optional<EarlierPaper> EarlierPaperAt(std::string_view text,
                                           TextSpan within);
// The same as the subject of a passive: ends text[within].
std::optional<EarlierPaper> EarlierPaperEnding(std::string_view text,
                                               TextSpan within);
bool SetEarlierPaper(const RelationPlace& place, const EarlierPaper& paper,
                     StatedRelation* relation);

// One work does to another what a verb says, in the active, the passive or as
// a noun; see relation_verbs.cpp.
void FindByVerbs(const RelationPlace& place, std::vector<StatedRelation>* out);

// What whole phrases state without a verb between works; see
// relation_phrases.cpp. After FindByVerbs(): a type is told once a sentence.
void FindByPhrases(const RelationPlace& place,
                   std::vector<StatedRelation>* out);

// Inspectors go back to where they were.
void FindReturns(const RelationPlace& place, std::vector<StatedRelation>* out);

}  // namespace concord::extraction
