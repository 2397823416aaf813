#pragma once
// What verbs ask for: classes of verbs that ask the same, and their opposites.

#include <cstdint>
#include <string_view>

namespace concord::overlap {

// The class of a verb stem ("publish" and "issue" share one); 0 = unlisted.
std::uint8_t VerbClass(std::string_view stem);

// Establish and abolish, increase and reduce, keep and remove ...
bool AreOpposite(std::uint8_t a, std::uint8_t b);

// Verbs whose object says what is asked: "take steps", "seek to", "continue".
bool IsLightVerb(std::string_view stem);

// "cease to publish", "refrain from", "stop": turn what follows round.
bool IsStoppingVerb(std::string_view stem);

// What a meeting does to any paper: note, receive, comment.
bool IsRoutineVerb(std::string_view stem);

}  // namespace concord::overlap
