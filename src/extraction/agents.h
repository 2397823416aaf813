#pragma once
// Who: the bodies, posts, people and classes that a sentence names.
//
// Why by hand and not by one expression: "the MPS Performance and Review
// Committee and the MPA" is two bodies, "the Finance, Planning and Best Value
// Committee" is one, and only the head noun says which "and" joins names and
// which stands inside one. The reader walks words: a determiner, a number,
// modifiers, a head noun it knows (committee, unit, constable ...) or an
// acronym, then "of ..." after it.
//
//   accepts  "each of our 96 operational command units"   class, 96
//            "The Association of Senior Police Officers (ASPO)"
//            "Heads of training", "the control room manager", "HMIC"
//   refuses  "consideration", "a follow-up inspection", "the report"
//
// Cost: linear in the words read. Tests: owners_test.cpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct Agent {
  TextSpan span;  // as written, determiner included
  TextSpan name;  // without "the", "a", "both"
  OwnerKind kind = OwnerKind::kBody;
  std::int32_t count = 0;  // of a class, where a number is printed

  friend bool operator==(const Agent&, const Agent&) = default;
};

// The agent whose words begin exactly at within.begin.
std::optional<Agent> AgentAt(std::string_view text, TextSpan within);

// "X", "X and Y", "both X and Y", "X, Y and Z" beginning at within.begin.
std::vector<Agent> AgentsAt(std::string_view text, TextSpan within);

// Who does what the sentence says: the agent before "should", "will", "to" or
// whatever stands at `verb`, looked for between within.begin and it. Phrases
// that open the sentence ("Once it is approved, ...") are stepped over.
std::optional<Agent> SubjectBefore(std::string_view text, TextSpan within,
                                   std::uint32_t verb);

// Others that the sentence names as sharing the work, with their role:
// "in consultation with X" consulted, "led by Y" lead, "by Z" owner.
std::vector<OwnerMention> PartnersIn(std::string_view text, TextSpan within);

// An owner for the lists of a recommendation.
OwnerMention AsOwner(std::string_view text, const Agent& agent,
                     std::string_view role);

// "MPS", "DCC4", "BOCUs"; not "II" and not "A".
bool IsAcronym(std::string_view word);

// A rank, title or courtesy before a name: "Inspector", "Councillor", "Mrs".
bool IsPersonalTitle(std::string_view word);

// The names of a cell or field that lists owners: at ";", "/" and ",", and at
// "and" where each side is a person or a post: "Ada Reed and Head of Estates",
// but not "Head of Press and Publicity". Never empty.
std::vector<TextSpan> OwnersListed(std::string_view text, TextSpan cell);

// True for a word that is the head of a body or post ("committee", "clerk").
bool IsAgentNoun(std::string_view word);
bool IsPostNoun(std::string_view word);

// A word that may stand before such a head in small letters ("control room
// manager"), and one that no name of a body or post contains ("should").
bool IsAgentModifier(std::string_view word);
bool EndsAgent(std::string_view word);

}  // namespace concord::extraction
