#include "extraction/outcomes/rules.h"

namespace concord::extraction {
namespace {

using enum DocumentKind;

constexpr Example kSentenceExamples[] = {
    {kReport, "1. Recommendation 7 has been carried out.", "implemented 7"},
    {kReport, "1. Recommendation 7, about keys, is withdrawn.", "withdrawn 7"},
    {kReport, "1. The sixth recommendation was met by March.", "implemented 6"},
    {kReport,
     "1. Of the four recommendations two have been carried out (7 and 8).",
     "implemented 7 and 8"},
    {kReport,
     "1. Taken singly, recommendations 2, 4 and 9 are complete; 1 and 7 "
     "are in hand; and 3 has slipped.",
     "implemented 2, 4 and 9\nin progress 1 and 7\nopen 3"},
    {kReport,
     "1. Four recommendations to the Fire Service are outstanding: 12, 54 "
     "and 62.",
     "open 12, 54 and 62"},
    {kReport,
     "1. The two recommendations which are outstanding are 12 (alarms) and "
     "40 (liaison).",
     "open 12 and 40"},
    {kReport, "1. R3, R4 and R8 are complete.", "implemented R3, R4 and R8"},
    // The page has counted as many recommendations of one work.
    {kReport,
     "1. “Dry Feet” made nine recommendations.\n2. Of the nine, three have "
     "been "
     "done (2, 5 and 8), two have been done by some and not by others (1 and "
     "4) and one has been done by nobody (7).",
     "implemented 2, 5 and 8\nimplemented in part 1 and 4\nopen 7"},
    {kReport,
     "1. “Dry Feet” made nine recommendations.\n2. Three of the nine have been "
     "done (2, 5 and 8).",
     "implemented 2, 5 and 8"},
    {kReport,
     "1. “Dry Feet” made nine recommendations.\n2. Of the six, three have been "
     "done (2, 5 and 8).",
     ""},
    {kReport, "1. Recommendation 4 was refused on advice.", "rejected 4"},
    {kReport, "1. Recommendation 4 has not been carried out.", "open 4"},
    {kReport, "1. With R5 and R9, and R12, which was declined, six are left.",
     "rejected R12"},
    {kReport, "1. Doors 4 and 5, which were declined, are left.", ""},
    // The one that the section is about.
    {kReport,
     "## Harbour Inquiry: recommendation 54\nMembers heard that a door had "
     "been made. It was agreed that the recommendation had been met.",
     "implemented 54"},
    {kReport,
     "## Harbour Inquiry: recommendations 54 and 55\nIt was agreed that "
     "the recommendation had been met.",
     ""},
    {kReport,
     "## Harbour Inquiry: recommendation 54\nIt was agreed.\n"
     "## Urgent business\nIt was agreed that the recommendation had been "
     "met.",
     ""},
    // Not said: it may yet be, it is doubted, it is another thing.
    {kReport, "1. If recommendation 7 is met, the plan falls.", ""},
    {kReport, "1. Recommendation 7 will be carried out by May.", ""},
    {kReport, "1. The officer for recommendation 4 was refused leave.", ""},
    {kReport, "1. It was said that recommendation 4 had been met.", ""},
    {kReport, "1. Recommendation 9 is in the view of the Clerk complete.", ""},
    {kReport, "1. Has recommendation 9 been carried out?", ""},
    {kReport, "1. The 12 doors were completed in 1999.", ""}};

constexpr Example kFoundExamples[] = {
    {kReport,
     "1. “Dry Feet” made nine recommendations. In May members were told that "
     "six of them were complete. We find two: 3 and 7.",
     "implemented 3 and 7"},
    {kReport, "1. “Dry Feet” made nine recommendations. We find two: 3 and 7.",
     ""},
    {kReport,
     "1. “Dry Feet” made nine recommendations. In May members were told that "
     "six of them were complete. We find three: 3 and 7.",
     ""}};

constexpr Example kRefusalExamples[] = {
    {kReport,
     "1. We have read “Dry Feet” (2001). Recommendation 7 is a harder matter. "
     "Ten days cannot be promised.",
     "rejected 7"},
    {kReport,
     "1. We have read “Dry Feet” (2001). Recommendation 7 is the best of them. "
     "More mats have been laid, and others cannot be promised.",
     ""},
    {kReport,
     "1. We have read “Dry Feet” (2001). Recommendations 7 and 8 are a harder "
     "matter. Ten days cannot be promised.",
     ""}};

constexpr Example kSetExamples[] = {
    {kReport,
     "1. Seventeen of the 20 recommendations in it have been carried out.",
     "implemented 17/20"},
    {kReport, "1. All six recommendations have been carried out.",
     "implemented all 6/6"},
    {kReport,
     "1. Of its nineteen recommendations eleven are complete and three "
     "have not been begun.",
     "implemented 11/19\nopen 3/19"},
    {kReport,
     "1. The surveyors made nine recommendations. The Trust accepted six and "
     "accepted two in part; one was not accepted.",
     "rejected 1/9\naccepted 6/9\naccepted in part 2/9"},
    {kReport, "1. The surveyors came in May. The Trust accepted six tenders.",
     ""},
    {kReport,
     "1. Four of the 6 recommendations have been carried out. Those which "
     "have not are recommendations 3 and 5.",
     "implemented 4/6 but 3 and 5"},
    {kReport,
     "1. Four of the 7 recommendations have been carried out. Those which "
     "have not are recommendations 3 and 5.",
     "implemented 4/7"},
    {kReport, "1. All the recommendations which cost nothing are complete.",
     ""},
    {kReport, "1. Three of the five windows have been done.", ""}};

constexpr Example kThoseLeftExamples[] = {
    {kReport,
     "1. Four of the 6 recommendations have been carried out. Those which "
     "have not are recommendations 3 and 5.",
     "open 3 and 5"},
    {kReport,
     "1. The two unfinished are the alarms (recommendation 12) and the "
     "vetting (recommendation 59).",
     "open 12\nopen 59"},
    {kReport, "1. Those which have not are recommendations 3 and 5.", ""},
    {kReport, "1. The two outstanding are in the yard.", ""}};

constexpr Example kListedBelowExamples[] = {
    {kReport,
     "1. Two recommendations are accepted in part. Labels (R5) will be "
     "tried. The store (R9) will be shut.",
     "accepted in part R5, R9"},
    {kReport,
     "1. Three recommendations are accepted in part. Labels (R5) will be "
     "tried.",
     ""}};

constexpr Example kDecisionExamples[] = {
    {kReport,
     "A. Recommendations\n\nThat members:\n- decline recommendation R12\n",
     "rejected R12 (proposed)"},
    {kReport, "1. They will decline recommendation R12.", ""}};

constexpr Example kWithdrawnExamples[] = {
    {kInspection, "1. I withdraw recommendation 5, with regret.",
     "withdrawn 5"},
    {kInspection, "1. I withdraw my remarks on recommendation 5.", ""}};

constexpr Example kRowExamples[] = {
    {kReport,
     "| No. | Agreed? | Position\n| 1 | Yes | Done on 12 May\n| 7 | No | "
     "See below\n",
     "accepted 1\nimplemented 1\nrejected 7"},
    {kReport, "| No. | Owner | Date\n| 1 | Clerk | May\n", ""},
    {kReport, "| Item | Agreed?\n| Chairs | Yes\n", ""}};

constexpr Example kRetractionExamples[] = {
    {kReport,
     "1. The recommendations were laid in May. A paper of 10 June 2003 said "
     "that all 20 had been done. It was hopeful, and its author has asked "
     "that it be corrected.",
     "taken back: implemented all 20/20 (2003-06-10)"},
    {kReport, "1. Recommendation 7 was wrongly reported as met.",
     "taken back: implemented 7"},
    {kReport, "1. Recommendation 7 was reported as met in error.",
     "taken back: implemented 7"},
    {kReport, "1. The statement that recommendation 4 had been met was wrong.",
     "taken back: implemented 4"},
    {kReport,
     "1. The Clerk said that recommendation 4 had been met. That was not so.",
     "taken back: implemented 4"},
    // Told, and not taken back.
    {kReport,
     "1. The Clerk said that recommendation 4 had been met. It was welcome.",
     ""},
    {kReport,
     "1. A paper said that recommendation 4 had been met. It need not be "
     "corrected.",
     ""},
    {kReport,
     "1. A paper said that recommendation 4 had been met. The lamp was wrong.",
     ""},
    {kReport, "1. Recommendation 4 has been met. It was wrong to wait.", ""},
    {kReport, "1. Recommendation 7 was reported as met in May.", ""}};

constexpr Example kShortfallExamples[] = {
    {kReport, "1. Recommendation 6 lacks 14 officers out of 412.",
     "implemented in part 6"},
    {kReport,
     "1. Recommendation 5 required 22 wardens, and there were 20 in May.",
     "implemented in part 5"},
    {kReport, "1. Recommendation 5 required 22 wardens, and there were 22.",
     ""},
    {kReport, "1. Recommendation 5 required 22 wardens.", ""},
    {kReport, "1. Recommendation 6 lacks a date.", ""}};

constexpr Example kPlanRowExamples[] = {
    {kReport,
     "| Ref | Action | Source | Owner | Target date | Progress\n| 2.2 | Write "
     "again | PV 8 | Jo Reed | May 2002 | Seven drafted\n| 2.3 | Vet | PV 9, "
     "CL 4 | Clerk | June 2002 | 612 of 900 vetted\n",
     " PV 8 [Jo Reed; May 2002; Seven drafted]\n"
     "in progress PV 9, CL 4 [Clerk; June 2002; 612 of 900 vetted]"},
    // Cells one below another.
    {kReport,
     "The surveyors made nine recommendations in Dry Feet.\n\nActions\n\nRef\n"
     "\nAction\n\nPerson responsible\n\nDF ref\n\nTarget\n\nNotes\n\nK/1\n\n"
     "Count the boots of every station\n\nJo Reed\n\nR2\n\nMay 2002\n\n"
     "Begun\n\nK/2\n\nChange the mats by the door\n\nClerk\n\nR5\n\ntbc\n\n"
     "Two seen\n",
     "in progress R2 [Jo Reed; May 2002; Begun]\n"
     " R5 [Clerk; tbc; Two seen]"},
    // Its own numbers, and none.
    {kReport,
     "| Ref | Action | Owner | By when\n| C1 | Write again | Clerk | May "
     "2002\n",
     ""},
    {kReport, "| Ref | Action | Source\n| 2.2 | Write again | PV 8\n", ""}};

constexpr Example kQuotedRowExamples[] = {
    {kReport,
     "1. The Harbour Inquiry contains three recommendations about keys.\n| 4 | "
     "The Clerk to count the keys. Done in May.\n| 5 | The Board to change the "
     "locks. Nobody has begun.\n| 6 | The Warden to keep a list. Accepted.\n",
     "implemented 4 [; ; Done in May.]\n 5 [; ; Nobody has begun.]\n"
     "accepted 6 [; ; Accepted.]"},
    {kReport,
     "1. The Harbour Inquiry contains nine recommendations about keys.\n| 4 | "
     "The Clerk to count the keys. Done in May.\n| 5 | The Board to change the "
     "locks. Nobody has begun.\n| 6 | The Warden to keep a list. Accepted.\n",
     ""}};

// What is accepted stands in outcomes_test.cpp: it takes a quoted
// recommendation.
constexpr Example kProgressLineExamples[] = {
    {kReport, "1. Progress – Rooms are in use.\n", ""},
    // The paper's own.
    {kReport,
     "A. Recommendations\n1. Members should approve the plan.\nProgress – It "
     "has been sent.\n",
     ""}};

constexpr StageRule kRules[] = {
    {"outcome.retraction", 0.8, kRetractionExamples},
    {"outcome.shortfall", 0.75, kShortfallExamples},
    {"outcome.plan-row", 0.85, kPlanRowExamples},
    {"outcome.quoted-row", 0.75, kQuotedRowExamples},
    {"outcome.progress-line", 0.85, kProgressLineExamples},
    {"outcome.sentence", 0.85, kSentenceExamples},
    {"outcome.found", 0.8, kFoundExamples},
    {"outcome.refusal", 0.75, kRefusalExamples},
    {"outcome.set", 0.8, kSetExamples},
    {"outcome.those-left", 0.85, kThoseLeftExamples},
    {"outcome.listed-below", 0.7, kListedBelowExamples},
    {"outcome.decision", 0.85, kDecisionExamples},
    {"outcome.withdrawn", 0.85, kWithdrawnExamples},
    {"outcome.row", 0.85, kRowExamples},
};

}  // namespace

std::span<const StageRule> OutcomeRules() { return kRules; }

}  // namespace concord::extraction
