#pragma once
// Who recommended it, in brackets after the words: "Count the keys (Ostley);".
//
// One item may name several: "(Ostley, Marlhaven)", "(Ostley) (Marlhaven)",
// "(Ostley)/ (Marlhaven)". One paragraph may hold several recommendations,
// each with its own bracket.
//
//   accepts  (Iran (Islamic Republic of))   (Ostley and the United Isles)
//   refuses  (CRPD)   (the Keys Protocol)   (see paragraph 4)   (1998)

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// One bracket and the names in it.
struct RecommenderMark {
  TextSpan span;  // bracket included
  std::vector<TextSpan> names;
};

using KnownNames = std::set<std::string, std::less<>>;

// A name without article, case and accents of its quotes: for KnownNames.
std::string RecommenderKey(std::string_view name);

// The brackets of text[within] that say who recommends. One that a comma or
// "and" follows may be part of the sentence, so its names must be `known`.
std::vector<RecommenderMark> RecommenderMarks(std::string_view text,
                                              TextSpan within,
                                              const KnownNames& known);

// The names in the bracket that ends text[within]; none if none does.
std::vector<TextSpan> ClosingRecommenders(std::string_view text,
                                          TextSpan within);

// As they are listed with a recommendation.
OwnerMention AsRecommender(std::string_view text, TextSpan name);

}  // namespace concord::extraction
