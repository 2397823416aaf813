// The rules that find stated counts, how sure each is, and what it takes and
// refuses.

#include "extraction/passages.h"

namespace concord::extraction {
namespace {

using enum DocumentKind;

constexpr Example kRecommendationsExamples[] = {
    {kReport, "1. The report Safe on the Shore made 20 recommendations.",
     "20 of Safe on the Shore"},
    {kReport,
     "1. It made 20 recommendations: twelve for the force and "
     "eight for the county.",
     "20 [12+8]"},
    {kReport,
     "1. It made 20 recommendations, of which twelve are for the "
     "force and the remaining nine are for the county.",
     "20 [12+9] unbalanced"},
    {kReport,
     "1. It made 20 recommendations, of which twelve are for the "
     "force.",
     "20"},
    {kReport,
     "1. The report Safe on the Shore made 20 recommendations. It will stand "
     "in the register beside the 90 recommendations already there.",
     "20 of Safe on the Shore\n90"},
    {kReport,
     "1. The report Safe on the Shore asked for keys. It was the third of "
     "nine recommendations. The report Keys for All is another matter.",
     "9 of Safe on the Shore"},
    {kReport, "1. Recommendation 4 supersedes recommendation 2 of 1998.", ""},
    {kReport, "1. One recommendation was met, at a cost of £20.", ""}};

constexpr Example kUnderstoodExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. It made 20 "
     "recommendations and added a further six.",
     "6 of Safe on the Shore"},
    {kReport,
     "1. Recommendations are listed in Table 2, which added six "
     "pages.",
     ""}};

constexpr Example kPartOfWholeExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. It made 20 "
     "recommendations. Three of the original 20 were for others.",
     "3 of Safe on the Shore"},
    {kReport,
     "1. Of the thirteen, eight are complete, three are in train "
     "and two are refused.",
     "13 [8+3+2]"},
    {kReport, "1. All but three of the 20 recommendations have been met.",
     "20 [17+3]"},
    {kReport,
     "1. The keepers were to sign (recommendation 4); a year later two of the "
     "six have answered letters and none has signed.",
     ""},
    {kReport, "1. Sixty per cent of the 20 recommendations have been met.",
     "12"},
    {kReport,
     "1. Of the thirteen, eight are red, three are green and two "
     "are blue.",
     ""}};

constexpr Example kListedExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. It made "
     "nine recommendations, and the best value review of boats "
     "12.",
     "12 of best value review of boats"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. It lies in "
     "room nine, and the best value review of boats in room 12.",
     ""}};

constexpr Example kClassExamples[] = {
    {kReport, "1. Each of our 96 operational command units needs a plan.",
     "96"},
    {kReport, "1. Each of our 96 boats needs a plan.", ""}};

constexpr StageRule kCountRules[] = {
    {"count.recommendations", 0.95, kRecommendationsExamples},
    {"count.understood", 0.8, kUnderstoodExamples},
    {"count.part-of-whole", 0.85, kPartOfWholeExamples},
    {"count.listed", 0.75, kListedExamples},
    {"count.class", 0.9, kClassExamples},
};

}  // namespace

std::span<const StageRule> CountRules() { return kCountRules; }

}  // namespace concord::extraction
