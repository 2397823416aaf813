// Places within a work of parts and chapters: "Part K, Chapter 7, para 4.5".
//
// The work is the one that prints it (or the one named beside it); the title
// stays empty and the part is the printed reference.

#include "extraction/citations/mention.h"

namespace concord::extraction {

void FindPrintedParts(const Prose& prose, std::vector<Mention>* out) {
  static const Pattern kPlace(
      "\\b(?:Part|Volume) (?:[A-Z]|[IVX]+|[0-9]+),? Chapter [0-9]+"
      "(?:,? (?:[Ss]ections?|[Pp]aragraphs?|[Pp]aras?\\.?|pp?\\.?) ?"
      "[0-9]+(?:\\.[0-9]+)*(?: ?(?:-|–|to|and|&) ?[0-9]+(?:\\.[0-9]+)*)?)*");
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    const TextSpan passage = prose.passages[p].span;
    for (const MatchSpans& match : kPlace.SearchAll(prose.text, passage)) {
      Mention mention;
      mention.passage = p;
      mention.whole = match[0];
      mention.title = {match[0].begin, match[0].begin};
      mention.part = std::string(Slice(prose.text, match[0]));
      mention.rule = "citation.printed-part";
      mention.rank = 100;
      out->push_back(std::move(mention));
    }
  }
}

}  // namespace concord::extraction
