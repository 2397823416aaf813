#pragma once
// What stands beside a run of capitals that only a title keeps company with.
//
//   Small Voices is a report by two inspectorates      what it is said to be
//   Who Opened the File? made eight recommendations    what it is said to hold
//   (Carrow Lane, recommendation 12)                   a number of it
//   began with Policing and the Shore in 1997          when it came out
//
// Positions are indexes of tokens: the run is [begin, end).

#include <cstddef>
#include <vector>

#include "extraction/citations/tokens.h"

namespace concord::extraction {

// "…, recommendation 12", "… (recommendation J)", "… – Recommendations C and
// E".
bool SingleFollows(const std::vector<Token>& tokens, std::size_t end);

// "is a report by", "was the second inspection of", "was published in".
bool SaidOfWork(const std::vector<Token>& tokens, std::size_t end);

// "made eight recommendations", "contains a further 12 recommendations".
bool HoldsRecommendations(const std::vector<Token>& tokens, std::size_t end);

// "Who Opened the File? is new": a question mark before a small letter.
bool AsksInTitle(const std::vector<Token>& tokens, std::size_t end);

// "recommendation 2 of ", "at recommendation J in ".
bool SinglePrecedes(const std::vector<Token>& tokens, std::size_t begin);

// "in 1997", "of 1997", "a year later" after a name with small words in it.
bool DatedBeside(const std::vector<Token>& tokens, TokenRange run);

}  // namespace concord::extraction
