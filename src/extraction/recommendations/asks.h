#pragma once
// The language of asking: how English committee prose says that somebody is to
// do something, whatever the words around it.
//
//   Asks        "The Clerk should ...", "X is invited to ...", "Locks need to"
//   Commands    "Count the keys by May", "To count the keys"
//   Recommends  "It is recommended that ...", "We would urge the Clerk to ...",
//               "Our second proposal is that ...", "The panel recommends ..."
//   TellsOver   "should have been counted", "were asked to", "had recommended"
//
// Pure functions of a sentence; linear (RE2).

#include <optional>
#include <string_view>

#include "concord/base/text_span.h"

namespace concord::extraction {

// The sentence asks: by a modal, by "is to", or by a verb of asking.
bool Asks(std::string_view sentence);

// It tells of what was, or of what might have been, and asks for nothing now.
bool TellsOver(std::string_view sentence);

// It begins with a verb in the imperative or after "To".
bool Commands(std::string_view body);

// Words in capitals that name nobody: the verb of a command with its object
// ("Review Ostley Rail's"), how or where it is done ("Urgently", "In"), whose.
bool NamesNobody(std::string_view words);

// A verb that may follow the one asked without a modal: "the Clerk lead".
bool IsBaseVerb(std::string_view word);

// "The Clerk to count the keys", "The Clerk count the keys": who is to do what,
// as the items of a list of recommendations put it.
bool NamesDoer(std::string_view words);

// "Keys to be counted by May", "The Clerk to see to it": a subject and what it
// is to do or what is to be done with it, and no other verb that could make it
// a statement. Asks only where the place says that something is asked.
bool IsFreeInfinitive(std::string_view words);

// An item of a list of recommendations: it asks, commands, or opens with
// "That".
bool IsRequest(std::string_view words);

// Where a sentence recommends in so many words ("the panel recommends that"):
// `verb` is the part that says so, `asks` what it asks for. Not a sentence that
// refuses, reports or refers ("as we recommend elsewhere").
struct Performative {
  TextSpan verb;
  TextSpan asks;
};
std::optional<Performative> Recommends(std::string_view text,
                                       TextSpan sentence);

}  // namespace concord::extraction
