// The rules that find stated relations, how sure each is, and what it takes and
// refuses.

#include "extraction/passages.h"

namespace concord::extraction {
namespace {

using enum DocumentKind;

constexpr Example kReaffirmExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. We "
     "re-affirm recommendation 4.",
     "re-affirms:  -> recommendation 4"},
    {kReport, "1. We re-affirm that boats should be counted.", ""}};

constexpr Example kRepeatExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. We repeat "
     "recommendation 4 word for word.",
     "re-affirms:  -> recommendation 4"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. We repeat "
     "the count of boats each May.",
     ""},
    {kReport, "1. Members are asked to endorse recommendation 4.", ""}};

constexpr Example kAmendExamples[] = {
    {kReport,
     "1. Safe on the Shore (2003) is a report which amends the "
     "report Keys of the Quay.",
     "amends: Safe on the Shore (2003) -> Keys of the Quay"},
    {kReport, "1. The clerk amended the list of boats.", ""}};

constexpr Example kVaryExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. "
     "Recommendation 7, about blankets, is withdrawn.",
     "amends:  -> Recommendation 7"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. The tide "
     "has varied since May.",
     ""}};

constexpr Example kSupersedeExamples[] = {
    {kReport,
     "1. This report takes the place of our interim note of "
     "January 2000.",
     "supersedes:  -> our interim note of January 2000"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. I would put the following "
     "in place of recommendation 4.",
     "supersedes:  -> recommendation 4"},
    {kReport, "1. This report does not replace the guidance of 1998.", ""},
    {kReport, "1. The new boats replace those of 1998.", ""}};

constexpr Example kWithdrawExamples[] = {
    {kReport,
     "1. The report Safe on the Shore, of 1999, was withdrawn by "
     "the Inspectorate.",
     "supersedes: the Inspectorate -> Safe on the Shore"},
    {kReport, "1. The boats were withdrawn in May.", ""}};

constexpr Example kRevisitExamples[] = {
    {kReport,
     "1. Keys of the Quay (2001) is a report which revisited the "
     "report Safe on the Shore.",
     "revisits: Keys of the Quay (2001) -> Safe on the Shore"},
    {kReport, "1. In May we revisited the harbour.", ""}};

constexpr Example kReturnExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. In May we "
     "went back to the same six harbours.",
     "revisits:  -> Safe on the Shore (1999)"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. In May we "
     "went back to our desks.",
     ""}};

constexpr Example kSecondLookExamples[] = {
    {kReport,
     "1. The report Keys of the Quay is a second look at Safe on "
     "the Shore (1999).",
     "revisits: Keys of the Quay -> Safe on the Shore (1999)"},
    {kReport, "1. We took a second look at the boats.", ""}};

constexpr Example kFollowUpExamples[] = {
    {kReport,
     "1. This follows up the report Safe on the Shore in four "
     "harbours.",
     "follows-up:  -> Safe on the Shore"},
    {kReport, "1. The clerk follows up late boats.", ""}};

constexpr Example kSeriesExamples[] = {
    {kReport,
     "1. Keys of the Quay (2001) is a report in the series which "
     "began with Safe on the Shore (1999).",
     "follows-up: Keys of the Quay (2001) -> Safe on the Shore "
     "(1999)"},
    {kReport, "1. It closes the series which began with a storm.", ""}};

constexpr Example kImplementExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. The new "
     "book gives effect to recommendation 4.",
     "implements: The new book -> recommendation 4"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. The new "
     "book gives effect to the wish of the crew.",
     ""}};

constexpr Example kOneResponseExamples[] = {
    {kReport,
     "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping "
     "Keys: Spring’ (1999) are out.\n2. There will be one "
     "response to the two Keeping Keys reports.",
     "responds-to: be one response -> two Keeping Keys reports"},
    {kReport, "1. There will be one response to the letters of the crew.", ""}};

constexpr Example kAliasExamples[] = {
    {kReport,
     "1. The report Standing By Boats II, better known as ‘Safe "
     "on the Shore’, is old.",
     "alias-of: ‘Safe on the Shore’ -> Standing By Boats II"},
    {kReport, "1. The boat Kestrel, better known as the Tub, is old.", ""}};

constexpr Example kPartExamples[] = {
    {kReport,
     "1. The report Safe on the Shore was published in May, with "
     "Part One addressing boats.",
     "part-of: Part One -> Safe on the Shore"},
    {kReport, "1. The day was long, with Part One addressing boats.", ""}};

constexpr Example kAdoptExamples[] = {
    {kReport,
     "1. The harbour strategy, which has been adopted by the "
     "Board as the national strategy, is old.",
     "adopts: Board -> The harbour strategy"},
    {kReport,
     "1. The kitten, which has been adopted by the Board, is "
     "old.",
     ""}};

constexpr Example kFormExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. My second "
     "recommendation was that boats be counted. I put it forward "
     "again in a narrower form.",
     "amends:  -> My second recommendation"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. "
     "Recommendation 4 was that boats be counted. We spoke of it "
     "with one voice.",
     ""}};

constexpr Example kAskedBeforeExamples[] = {
    {kReport,
     "1. Safe on the Shore (1999) is a report of the "
     "Inspectorate. Boats are to be counted, which is no more "
     "than was asked in 1999.",
     "re-affirms:  -> Safe on the Shore (1999)"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. It is no "
     "more than was spent in 1999.",
     ""}};

constexpr Example kPlanOfExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. This plan "
     "is concerned with the four which are for the harbour.",
     "implements:  -> Safe on the Shore (1999)"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. This plan "
     "is in eleven parts.",
     ""}};

constexpr Example kPromptedByExamples[] = {
    {kReport,
     "1. This review was set up at the request of the Board in "
     "the months after the Marsh Lane Inquiry reported.",
     "follows-up:  -> Marsh Lane Inquiry"},
    {kReport,
     "1. This review was set up at the request of the Board in "
     "the months after the storm.",
     ""}};

constexpr Example kAnswerLaidExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. This paper "
     "proposes an answer to each of its recommendations.",
     "responds-to:  -> Safe on the Shore (1999)"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. This paper "
     "proposes an answer to each of the letters.",
     ""}};

constexpr Example kStandsExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old. R2.4 stands "
     "as it is.",
     "re-affirms:  -> R2.4"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old. The harbour "
     "stands as it is.",
     ""}};

constexpr Example kAnsweringExamples[] = {
    {kReport,
     "1. The report Safe on the Shore (1999) is old.\n2. Agree "
     "recommendations 1 to 6.",
     "responds-to:  -> recommendations 1 to 6"},
    {kReport,
     "1. The report Safe on the Shore (1999) is old.\n2. Agree "
     "the minutes.",
     ""}};

constexpr StageRule kRelationRules[] = {
    {"relation.reaffirm", 0.9, kReaffirmExamples},
    {"relation.repeat", 0.8, kRepeatExamples},
    {"relation.amend", 0.8, kAmendExamples},
    {"relation.vary", 0.8, kVaryExamples},
    {"relation.supersede", 0.8, kSupersedeExamples},
    {"relation.withdraw", 0.75, kWithdrawExamples},
    {"relation.revisit", 0.85, kRevisitExamples},
    {"relation.return", 0.65, kReturnExamples},
    {"relation.second-look", 0.7, kSecondLookExamples},
    {"relation.follow-up", 0.75, kFollowUpExamples},
    {"relation.series", 0.7, kSeriesExamples},
    {"relation.implement", 0.75, kImplementExamples},
    {"relation.one-response", 0.9, kOneResponseExamples},
    {"relation.alias", 0.7, kAliasExamples},
    {"relation.part", 0.8, kPartExamples},
    {"relation.adopt", 0.7, kAdoptExamples},
    {"relation.form", 0.75, kFormExamples},
    {"relation.asked-before", 0.7, kAskedBeforeExamples},
    {"relation.plan-of", 0.7, kPlanOfExamples},
    {"relation.prompted-by", 0.65, kPromptedByExamples},
    {"relation.answer-laid", 0.7, kAnswerLaidExamples},
    {"relation.stands", 0.75, kStandsExamples},
    {"relation.answering", 0.6, kAnsweringExamples},
};

}  // namespace

std::span<const StageRule> RelationRules() { return kRelationRules; }

}  // namespace concord::extraction
