#pragma once
// What stands before the verb of an act to come: who does it, whether anybody
// does, and whether the words bind.
//
//   "The Clerk is to | count them"         the Clerk
//   "It will be | May before ..."          nobody acts
//   "when it is to | be opened"            a condition, no promise
//   "Section 4 provides that X will | ..." nobody's word
//
// `act` is a match of the verb phrase: group 1 its "be " where it is passive,
// group 2 the verb. Pure functions of a clause; linear (RE2).

#include <optional>
#include <string_view>

#include "extraction/recommendations/promises.h"

namespace concord::extraction {

// "will be publishing its plan": somebody acts, as "will publish" says.
bool IsProgressive(std::string_view verb);

// Nobody and nothing that could be said to act: "There will be", "It will be".
bool IsNoSubject(std::string_view text, TextSpan before);

// "when it will ...", "if the Board is to ...": a condition, or a question.
bool IsSubordinate(std::string_view text, TextSpan before);

// What a text says of its own parts or a law of those bound by it, what
// somebody holds to be possible, what a witness recalled, and the days of
// courts.
bool IsNobodysWord(std::string_view text, TextSpan before);

// In the report of an inspection the promises are its own, or those that others
// have made to it; what else will happen is evidence.
bool BelongsTo(const Reading& reading, const Promise& promise,
               const MatchSpans& act, const std::optional<Agent>& who);

// The subject of the verb, or the agent of the passive.
std::optional<Agent> DoerOf(std::string_view text, TextSpan clause,
                            const MatchSpans& act);

// "They will ...": asked as written; who they are is the sentence before's.
void SetPronoun(const Reading& reading, const Promise& promise, TextSpan before,
                Recommendation* item);

}  // namespace concord::extraction
