#pragma once
// Where promises may stand, and what the rules about them share.
//
// A promise is looked for clause by clause: what can stand alone promises by
// itself ("The fee will rise, and the Clerk will say so in May" is two), and a
// date in one clause vouches for no other. Linear in the text.

#include <optional>
#include <string_view>
#include <vector>

#include "extraction/recommendations/parts.h"

namespace concord::extraction {

struct Promise {
  TextSpan sentence;       // the clause
  TextSpan before;         // of the paragraph: what stands before it
  std::int32_t line = -1;  // of the reading; -1 in a cell
};

// The clauses of prose in which a promise with this verb may stand. Paragraphs
// without the verb are not split at all.
std::vector<Promise> ProseSentences(const Reading& reading,
                                    const Pattern& verb);

// The clauses of a sentence that could stand alone: a promise does not vouch
// for what is said after it ("..., and the first have been chosen").
std::vector<TextSpan> Clauses(const Reading& reading, TextSpan sentence);

// "will ...", "shall ..."; group 1 is the verb.
const Pattern& WillDo();

// False for verbs of state and effect: "will remain", "will need".
bool IsAct(std::string_view verb);

bool HasDue(const Reading& reading, TextSpan span);
bool IsQuoted(const Reading& reading, const Promise& promise);

Recommendation CommitmentOf(const Reading& reading, TextSpan sentence,
                            const std::optional<Agent>& who);

// In a report of an inspectorate or inquiry only its own promises count, and
// those with a time; in a page of no known sort a time is needed.
bool MaySpeak(const Reading& reading, std::string_view who, bool has_due);

// "Victim Aid will ...": capitals that open the sentence are a name, though no
// word of it says that it is a body.
std::optional<Agent> ProperNameBefore(std::string_view text, TextSpan sentence,
                                      const MatchSpans& verb);

// Members decide; what they will do is no promise of the paper.
bool IsMember(std::string_view name);

// Body or post before the verb that `verb` matches; the promise's subject.
std::vector<Recommendation> FindPromises(const Reading& reading,
                                         const Pattern& verb, bool needs_due);

// "The Clerk has counted them and will publish the count.": what stands before
// "and will" has the same subject.
std::optional<Agent> SubjectOfBoth(std::string_view text, TextSpan sentence,
                                   std::uint32_t verb);

// The second of two acts of one subject, each with its time: "... by May, and
// will paint the box in June". Its words begin with its verb.
std::vector<Recommendation> FindSecondActs(const Reading& reading);

// "The Treasurer will include it.": promises without a time.
const std::vector<RecommendationRule>& UndatedActRules();
// "The Clerk is to count them by May", "All will be counted in June": acts to
// come that carry their time, whoever does them.
const std::vector<RecommendationRule>& DatedActRules();
// "We will:" over a list, "What we shall do" over lines of verbs.
const std::vector<RecommendationRule>& PromisedListRules();

}  // namespace concord::extraction
