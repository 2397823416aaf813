#pragma once
// What stands beside a run of capitals that only a title keeps company with.
//
//   Small Voices is a report by two inspectorates      what it is said to be
//   Who Opened the File? made eight recommendations    what it is said to hold
//   (Carrow Lane, recommendation 12)                   a number of it
//   began with Policing and the Shore in 1997          when it came out
//   the report The Long Road; The Long Road (1998)     of what kind it is
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

// "Behind the Screen asked for figures", "Goods in Hand recommended that": what
// has a preposition in its name is neither a person nor a body.
bool AsksForSomething(const std::vector<Token>& tokens, TokenRange run);

// "Keys in Boxes: an audit of the locks was completed": what it is stands after
// the colon in small letters. `*end` is where the title ends.
bool SaysWhatItIs(const std::vector<Token>& tokens, TokenRange run,
                  std::size_t* end);

// "Who Opened the File? is new": a question mark before a small letter.
bool AsksInTitle(const std::vector<Token>& tokens, std::size_t end);

// "recommendation 2 of ", "at recommendation J in ".
bool SinglePrecedes(const std::vector<Token>& tokens, std::size_t begin);

// "in 1997", "of 1997", "a year later" after a name with small words in it.
bool DatedBeside(const std::vector<Token>& tokens, TokenRange run);

// The tokens of the sentence around token `at`, by full stops; at most 400 to
// either side: what says more without a stop is a list, and each of its names
// would be looked for in all of it.
TokenRange SentenceOf(const std::vector<Token>& tokens, std::size_t at);

// The sentence tells, outside the run, of publishing, reporting or
// recommending.
bool SpeaksOfWorks(const std::vector<Token>& tokens, TokenRange sentence,
                   TokenRange run);

// Any word of `range` is of recommending or proposing.
bool SpeaksOfRecommending(const std::vector<Token>& tokens, TokenRange range);

// A word for a work, or for publishing one, directly before the run; a comma
// or colon may stand between.
bool CueBefore(const std::vector<Token>& tokens, std::size_t begin);

// The same for a run without a subtitle, where only "the report X" and "X,
// entitled Y" are sure: nouns that also name newspapers are left out.
bool KindBefore(const std::vector<Token>& tokens, std::size_t begin);

// "(1998)", "(IPS, 1998)".
bool YearFollows(const std::vector<Token>& tokens, std::size_t end);

// "The Long Road, a report by the Inspectorate"; "Locked In, which the
// Inspectorate published in 1999".
bool KindFollows(const std::vector<Token>& tokens, std::size_t end);

// "Their report, Ready or Not, came out": between two commas.
bool StandsApposed(const std::vector<Token>& tokens, TokenRange range);

}  // namespace concord::extraction
