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
    {kReport, "1. Recommendation 4 was refused on advice.", "rejected 4"},
    {kReport, "1. Recommendation 4 has not been carried out.", "open 4"},
    // Not said: it may yet be, it is doubted, it is another thing.
    {kReport, "1. If recommendation 7 is met, the plan falls.", ""},
    {kReport, "1. Recommendation 7 will be carried out by May.", ""},
    {kReport, "1. The officer for recommendation 4 was refused leave.", ""},
    {kReport, "1. It was said that recommendation 4 had been met.", ""},
    {kReport, "1. Recommendation 9 is in the view of the Clerk complete.", ""},
    {kReport, "1. Has recommendation 9 been carried out?", ""},
    {kReport, "1. The 12 doors were completed in 1999.", ""}};

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

constexpr StageRule kRules[] = {
    {"outcome.sentence", 0.85, kSentenceExamples},
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
