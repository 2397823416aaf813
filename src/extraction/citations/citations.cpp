// Works cited: found by form and cue, then wherever the document repeats them.
//
// First pass: acts, inquiries, titles, quotations, italics, numbered titles,
// background lists and printed parts, each by its own rule. Second pass: known
// titles with other punctuation, subtitles alone, series. Where two mentions
// claim the same words the higher rank stays, then the longer.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

// Two works named by the same words: "I and II", the members of a series.
bool SameWords(const Mention& a, const Mention& b) {
  return a.whole == b.whole && a.rank == b.rank &&
         (a.rule == b.rule || a.series != b.series);
}

// True where `a` wins over `b`.
bool Outranks(const Mention& a, const Mention& b) {
  if (a.rank != b.rank) return a.rank > b.rank;
  return Length(a.whole) > Length(b.whole);
}

// "Report 4 of the 12 February 2002 meeting" in its own introduction: what the
// paper says of itself.
void DropOwnNumber(const Prose& prose, const Header& header,
                   std::vector<Mention>* mentions) {
  const std::string day = CollapseSpace(header.date.printed);
  std::erase_if(*mentions, [&](const Mention& mention) {
    const Passage& passage = prose.passages[mention.passage];
    if (mention.rule != "citation.paper" || !passage.opening) return false;
    return day.empty() || passage.kind == document::BlockKind::kHeaderLine ||
           mention.Title(prose.text).find(day) != std::string::npos;
  });
}

// What is set apart within a passage, cut at its ends.
std::vector<TextSpan> EmphasesIn(const document::Document& document,
                                 TextSpan passage) {
  const auto& all = document.emphases;
  auto at = std::partition_point(all.begin(), all.end(), [&](TextSpan one) {
    return one.end <= passage.begin;
  });
  std::vector<TextSpan> within;
  for (; at != all.end() && at->begin < passage.end; ++at) {
    within.push_back(
        {std::max(at->begin, passage.begin), std::min(at->end, passage.end)});
  }
  return within;
}

}  // namespace

Prose ReadProse(const document::Document& document) {
  Prose prose;
  prose.text = document.text;
  prose.passages = Passages(document);
  for (const Passage& passage : prose.passages) {
    prose.tokens.push_back(Tokens(prose.text, passage.span));
    prose.emphases.push_back(EmphasesIn(document, passage.span));
  }
  return prose;
}

void Settle(std::vector<Mention>* mentions) {
  std::stable_sort(mentions->begin(), mentions->end(),
                   [](const Mention& a, const Mention& b) {
                     return a.whole.begin < b.whole.begin;
                   });
  std::vector<Mention> kept;
  for (Mention& mention : *mentions) {
    bool keep = true;
    while (!kept.empty() && Overlaps(kept.back().whole, mention.whole)) {
      if (SameWords(kept.back(), mention)) break;
      if (!Outranks(mention, kept.back())) {
        keep = false;
        break;
      }
      kept.pop_back();
    }
    const bool again = keep && !kept.empty() &&
                       SameWords(kept.back(), mention) &&
                       kept.back().series == mention.series &&
                       kept.back().as_title == mention.as_title;
    if (keep && !again) kept.push_back(std::move(mention));
  }
  *mentions = std::move(kept);
}

std::vector<Citation> FindCitations(const document::Document& document,
                                    const Header& header) {
  const Prose prose = ReadProse(document);
  std::vector<Mention> mentions;
  FindActs(prose, &mentions);
  FindInquiries(prose, &mentions);
  FindTitles(prose, &mentions);
  FindQuotedTitles(prose, &mentions);
  FindNumberedTitles(prose, &mentions);
  FindBackgroundItems(prose, &mentions);
  FindPrintedParts(prose, &mentions);
  FindDescribed(prose, &mentions);
  FindInstruments(prose, &mentions);
  FindHeaded(prose, &mentions);
  FindEmphasisedTitles(prose, &mentions);
  DropOwnNumber(prose, header, &mentions);
  Settle(&mentions);
  TakeInNeighbours(prose, &mentions);
  FindKnownTitles(prose, &mentions);
  Settle(&mentions);
  FindSeries(prose, &mentions);
  Settle(&mentions);
  TakeInNeighbours(prose, &mentions);
  Settle(&mentions);
  FindBackReferences(prose, &mentions);
  Settle(&mentions);
  FindSingles(prose, header, &mentions);
  Settle(&mentions);
  return AsCitations(prose, header, mentions);
}

}  // namespace concord::extraction
