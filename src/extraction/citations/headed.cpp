// A heading that is the title of a work: what stands under it says so.
//
//   Northmarch: keeping of keys        Safer Shores
//   1. This report was published in    3. Two reports in this series have been
//      March 1999 and ...                 published ...
//
// "Introduction" over "This report was published" names nothing: the heading
// must have two words at least, and the sentence must speak of publication, not
// of what the report is about.

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsGenericHeading(std::string_view heading) {
  static const Pattern kGeneric(
      "(?i)^(?:(?:executive |the |a |an |about |this |background|introduction|"
      "summary|purpose|report|publication|recommendations|financial|further "
      "|part |chapter |section |appendix |annex ).*|[^ ]+)$");
  return kGeneric.Matches(heading);
}

enum class Under { kNothing, kWork, kSeries };

// Capitals on all but the small words, of which there are some.
bool IsTitleCase(const std::vector<Token>& tokens) {
  std::size_t small = 0;
  std::size_t capitals = 0;
  for (const Token& token : tokens) {
    if (!token.word) continue;
    if (!token.capital && !IsJoiningWord(token.folded)) return false;
    small += token.capital ? 0 : 1;
    capitals += token.capital ? 1 : 0;
  }
  return small > 0 && capitals > 2;
}

Under WhatStandsUnder(std::string_view line, bool title_case) {
  static const Pattern kWork(
      "^(?:This|The|That) (?:report|inspection|review|inquiry|thematic|"
      "scrutiny|study|strategy) (?:was|has been|had been) (?:first )?"
      "(?:published|issued|launched|released)\\b");
  static const Pattern kSeries(
      "^(?:[^ .]+ ){1,3}(?:reports|inspections|reviews) (?:in|of) this "
      "series\\b");
  static const Pattern kBefore(
      "^(?:The|Members of the) \\p{Lu}[\\p{L} -]{3,50} (?:had before "
      "(?:it|them)|"
      "considered|received|discussed) (?:the|a) (?:[\\p{Ll}’'-]+ ){0,3}"
      "(?:report|review|inspection)\\b[^.]*\\bby (?:the )?\\p{Lu}");
  if (kWork.Matches(line)) return Under::kWork;
  if (title_case && kBefore.Matches(line)) return Under::kWork;
  return kSeries.Matches(line) ? Under::kSeries : Under::kNothing;
}

// "From: Seen and Heard, 6 and 8" under an action: its source.
void FindSource(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  static const Pattern kSource(
      "^(?:From|Source|Origin|Reference|Ref|Arises from|Answers): "
      "[‘“\"']?(\\p{Lu}[^,:;()]{4,80}?)[’”\"']?,? \\(?(?:(?:recommendations?|"
      "recs?\\.?) )?" +
      std::string(kRecommendationNumbers) + "\\)?\\.?$");
  const auto match = kSource.Search(prose.text, prose.passages[p].span);
  if (!match) return;
  Mention mention;
  mention.passage = p;
  mention.title = (*match)[1];
  mention.whole = {(*match)[1].begin, (*match)[2].end};
  mention.recommendation = std::string(Slice(prose.text, (*match)[2]));
  mention.rule = "citation.source";
  mention.rank = 60;
  mention.complete = true;
  mention.kind = WorkKind::kReport;
  out->push_back(std::move(mention));
}

}  // namespace

void FindHeaded(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    FindSource(prose, p, out);
  }
  for (std::size_t p = 0; p + 1 < prose.passages.size(); ++p) {
    const Passage& heading = prose.passages[p];
    if (heading.kind != BlockKind::kHeading || heading.background) continue;
    if (prose.passages[p + 1].kind == BlockKind::kHeading) continue;
    if (IsGenericHeading(Slice(prose.text, heading.span))) continue;
    const Under under =
        WhatStandsUnder(Slice(prose.text, prose.passages[p + 1].span),
                        IsTitleCase(prose.tokens[p]));
    if (under == Under::kNothing) continue;
    Mention mention;
    mention.passage = p;
    mention.title = heading.span;
    mention.whole = heading.span;
    mention.rule = "citation.headed";
    mention.rank = 50;
    mention.series = under == Under::kSeries;
    mention.kind = WorkKind::kReport;
    out->push_back(std::move(mention));
  }
}

}  // namespace concord::extraction
