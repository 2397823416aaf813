#pragma once
// The rules that find recommendations, and what they share.
//
// Each list of rules is one file; FindRecommendations() runs them from the
// surest to the weakest, and a place once taken is not taken again.

#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/agents.h"
#include "extraction/reading.h"
#include "extraction/rules.h"

namespace concord::extraction {

using RecommendationRule = Rule<Recommendation>;

// What a paper asks its committee to do: section A.
const std::vector<RecommendationRule>& DecisionRules();
// "Recommendation 4: ...", "Rec 6 – ...", "... (Recommendation 4)".
const std::vector<RecommendationRule>& LabelledRules();
// Numbers that run through a report: "1. That ...", "We recommend ... (1)".
const std::vector<RecommendationRule>& NumberedRules();
// "MEMBERS ARE RECOMMENDED TO:" without a heading.
const std::vector<RecommendationRule>& DecisionLeadRules();
// "Cabinet is asked to: a) ..." of council papers and records of decisions.
const std::vector<RecommendationRule>& AskedToRules();
// Lists whose items name who made them: "Count the keys (Ostley);".
const std::vector<RecommendationRule>& RecommenderRules();
// "I recommend to the Ministry that:" before what it recommends.
const std::vector<RecommendationRule>& RecommendsThatRules();
// "R1 ...", "Recommendation One": marks that run on.
const std::vector<RecommendationRule>& LabelledRunRules();
// "... [R2]", "... (recommendation 3), and ... (recommendation 4)".
const std::vector<RecommendationRule>& ClosingMarkRules();
// "Count the keys. (K-10-62)", and requests each under a heading of its own.
const std::vector<RecommendationRule>& CodedRunRules();
// "The Clerk should:" over a list.
const std::vector<RecommendationRule>& LedListRules();
// "New recommendation A: that ...", "We add three." over three numbers.
const std::vector<RecommendationRule>& AnnouncedInPassingRules();
// Whatever stands under "What should happen next".
const std::vector<RecommendationRule>& SectionItemRules();
// "It is recommended that", "We would urge", "My second proposal is".
const std::vector<RecommendationRule>& PerformativeRules();
// Run only where an inspection recommends in no way that the others know.
const std::vector<RecommendationRule>& FallbackRules();
// "In our judgement the Clerk must ...".
const std::vector<RecommendationRule>& OwnViewRules();
// A document that is nothing but one recommendation; run as those are.
const std::vector<RecommendationRule>& LoneTextRules();
// Lists under a heading or a sentence that says they are recommendations.
const std::vector<RecommendationRule>& ListRules();
// "I recommend that ...", "... recommended that ...".
const std::vector<RecommendationRule>& SentenceRules();
// "The Commission recommended that Ostley Rail ...".
const std::vector<RecommendationRule>& ByBodyRules();
// "The Committee urges X to ...", paragraph after paragraph.
const std::vector<RecommendationRule>& BodyUrgesRules();
// What stands right before "Management response: ...".
const std::vector<RecommendationRule>& AnsweredRules();
// "11.1 ... should ...": a page that is nothing but numbered requests.
const std::vector<RecommendationRule>& NumberedPageRules();
// Tables with a column of recommendations or actions.
const std::vector<RecommendationRule>& TableRules();
// Numbered rows that tell over what a report recommends.
const std::vector<RecommendationRule>& QuotedRowRules();
// What a committee proposes to tell somebody else: the draft of a reply.
const std::vector<RecommendationRule>& DraftedReplyRules();
// Tables whose cells were set one below another.
const std::vector<RecommendationRule>& SetBelowRules();
// Action plans flattened into lines.
const std::vector<RecommendationRule>& PlanLineRules();
// Numbers, lists and sentences that ask without the word "recommend".
const std::vector<RecommendationRule>& AskingRules();
// What a body says it will do.
const std::vector<RecommendationRule>& CommitmentRules();

// All of them, in the order they run.
std::vector<const RecommendationRule*> AllRecommendationRules();

// --- Boundaries and lead-ins --------------------------------------------

// A heading that says its section holds recommendations; `decision` where it
// is the lettered one of a committee paper.
bool IsRecommendationHeading(const Reading& reading, const Line& line);

// Whether the document is of a kind that recommends for itself: a report of an
// inspectorate or inquiry, a strategy, or a page of no known kind.
bool MakesOwn(const Reading& reading);

// False for minutes, agendas and press pages: their numbers, lists and tables
// are others'.
bool MayListRequests(const Reading& reading);

// "(This paper was first seen in May.)": a remark, no recommendation.
bool IsBracketedRemark(std::string_view body);

// Words that only lead into a list: "That", "Members are asked to:".
bool IsLeadIn(const Reading& reading, std::size_t index);

// Has a word that asks: should, must, shall, ought to, recommend ...
bool IsNormative(std::string_view sentence);

// True where `offset` stands between double quotation marks in text[within].
bool InQuotation(std::string_view text, TextSpan within, std::uint32_t offset);

// The line is the item's lead-in if the item goes on with its sentence ("...
// recommends that:"), and none if it only announces a list ("are as follows:").
void SetRunningLead(const Reading& reading, const Line& lead,
                    Recommendation* item);

// The first words ask, command or name who is to do what, and are no answer.
bool OpensWithRequest(std::string_view words);

// Takes out of a recommendation the sentences behind it that tell what became
// of it ("Nothing has been done.").
void CutStatusTail(const Reading& reading, Recommendation* item);

// Of the items of a committee paper's section, those that ask others than the
// committee become recommendations.
void TellOthersApart(const Reading& reading,
                     std::vector<Recommendation>* items);

// The cells of tables that stand beside recommendations and answer them.
std::vector<TextSpan> AnswersInTables(const Reading& reading);

// A new recommendation of the words at `span`.
Recommendation RecommendationAt(const Reading& reading, TextSpan span,
                                RecommendationKind kind);

// --- Who is asked ---------------------------------------------------------

// The one a decision names at its front ("That the Clerk report back"); not
// the subject of a passive without an agent ("the report be noted").
std::optional<Agent> DecisionAddressee(std::string_view text, TextSpan span);

// The one asked by "X should ...", "X to ...", "... be done by X".
std::optional<Agent> AskedIn(std::string_view text, TextSpan span);

// The one asked by "that X do", with or without a modal: "that the Clerk
// report", "that within a month the Clerk report", "that it be kept by X".
std::optional<Agent> AskedByThat(std::string_view text, TextSpan span);

// The one asked by "the panel recommends that, where it can, X do"; empty if
// none is named, or if the one `asked_already` stands after the verb.
TextSpan AskedByRecommending(std::string_view text, TextSpan span,
                             TextSpan asked_already);

// Fills the addressee of each recommendation that names nobody from what it
// stands under: a heading or a line "To the Clerk:", "Recommendations for X".
void FillAddressees(const Reading& reading, std::vector<Recommendation>* items);

// The owners that a field names ("Clerk, on behalf of the Treasurer"), without
// rule and confidence; none for "to be settled".
std::vector<OwnerMention> OwnersNamed(std::string_view text, TextSpan names);

// "Ada Reed, Head of Training Unit": people, each with a post behind the name;
// none where a name has none, which may be a company's.
std::vector<OwnerMention> PeopleWithPosts(std::string_view text,
                                          TextSpan names);

// Fills owners from brackets in the words: "(lead: Head of Estates)".
void FillOwnersInBrackets(const Reading& reading, Recommendation* item);

// Fills owners and due dates from lines right below that are fields: "Owner:
// Clerk", "Timescale: three months".
void FillFromLinesBelow(const Reading& reading, Recommendation* item);

// Fills the addressee of a command that names nobody from whose people or
// papers it is about: "Brief all Ostley Rail staff".
void FillOwnPeople(const Reading& reading, Recommendation* item);

// The one named right at within.begin: a body or post the reader knows, else
// the run of capitals before the verb ("Ostley Rail count"); empty if none.
TextSpan AskedAt(std::string_view text, TextSpan within);

// Sets the one asked by "that X do", else by "X should", where there is one.
void SetAskedByThat(const Reading& reading, Recommendation* item);

void SetAddressee(std::string_view text, const Agent& agent,
                  Recommendation* item);

// Fills owners (addressee and partners) and due dates from the item's words.
void FillOwners(const Reading& reading, Recommendation* item);
void FillDue(const Reading& reading, Recommendation* item);

// Times told by an event ("as soon as the lease is signed"), and the words that
// belong to a date found already ("its meeting on", "at least").
void FillEventDue(const Reading& reading, Recommendation* item);

// Times that lean on a date before them ("the same day", "the following
// month", "a week before that"), with its value.
void FillAnaphoricDue(const Reading& reading, Recommendation* item);

// Times that a clause tells: "until the store has been counted", "when all
// have come back", "for as long as it is open".
void FillClauseDue(const Reading& reading, Recommendation* item);

// The event that a whole cell of a plan names: "When the unions agree".
std::optional<DateMention> EventInCell(const Reading& reading, TextSpan cell);

// "For: the Clerk. By: May 2002." behind the words: takes them as addressee
// and due dates, and out of the words.
void CutFields(const Reading& reading, Recommendation* item);

// --- What stands in and around them ---------------------------------------

// The labelled parts of each, sub-recommendations among them.
void FillParts(const Reading& reading, std::vector<Recommendation>* items);

// "The Clerk should ... by June and the Treasurer should ...": whoever is asked
// behind the first becomes an owner too, and each act a part without a label.
void FillActs(const Reading& reading, std::vector<Recommendation>* items);

// "2. It should also ...", "3. Publish ...": the addressee of the item before,
// where nothing stands between the two that names another.
void InheritAddressees(const Reading& reading,
                       std::vector<Recommendation>* items);

// Positions that a line after an item states: "Response: Accepted."
void FillPositions(const Reading& reading, std::vector<Recommendation>* items);

// The sources each names in its words or in its footnotes.
void FillCites(const document::Document& document,
               const std::vector<Citation>& citations,
               std::vector<Recommendation>* recommendations);

}  // namespace concord::extraction
