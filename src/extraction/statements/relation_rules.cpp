// The rules that find stated relations, how sure each is, and what it takes and
// refuses.

#include "extraction/passages.h"

namespace concord::extraction {

const std::vector<StageRule>& RelationRules() {
  using enum DocumentKind;
  static const std::vector<StageRule> kRules = {
      {"relation.reaffirm",
       0.9,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. We "
         "re-affirm recommendation 4.",
         "re-affirms:  -> recommendation 4"},
        {kReport, "1. We re-affirm that boats should be counted.", ""}}},
      {"relation.repeat",
       0.8,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. We repeat "
         "recommendation 4 word for word.",
         "re-affirms:  -> recommendation 4"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. We repeat "
         "the count of boats each May.",
         ""},
        {kReport, "1. Members are asked to endorse recommendation 4.", ""}}},
      {"relation.amend",
       0.8,
       {{kReport,
         "1. Safe on the Shore (2003) is a report which amends the "
         "report Keys of the Quay.",
         "amends: Safe on the Shore (2003) -> Keys of the Quay"},
        {kReport, "1. The clerk amended the list of boats.", ""}}},
      {"relation.vary",
       0.8,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. "
         "Recommendation 7, about blankets, is withdrawn.",
         "amends:  -> Recommendation 7"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. The tide "
         "has varied since May.",
         ""}}},
      {"relation.supersede",
       0.8,
       {{kReport,
         "1. This report takes the place of our interim note of "
         "January 2000.",
         "supersedes:  -> our interim note of January 2000"},
        {kReport, "1. This report does not replace the guidance of 1998.", ""},
        {kReport, "1. The new boats replace those of 1998.", ""}}},
      {"relation.withdraw",
       0.75,
       {{kReport,
         "1. The report Safe on the Shore, of 1999, was withdrawn by "
         "the Inspectorate.",
         "supersedes: the Inspectorate -> Safe on the Shore"},
        {kReport, "1. The boats were withdrawn in May.", ""}}},
      {"relation.revisit",
       0.85,
       {{kReport,
         "1. Keys of the Quay (2001) is a report which revisited the "
         "report Safe on the Shore.",
         "revisits: Keys of the Quay (2001) -> Safe on the Shore"},
        {kReport, "1. In May we revisited the harbour.", ""}}},
      {"relation.return",
       0.65,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. In May we "
         "went back to the same six harbours.",
         "revisits:  -> Safe on the Shore (1999)"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. In May we "
         "went back to our desks.",
         ""}}},
      {"relation.second-look",
       0.7,
       {{kReport,
         "1. The report Keys of the Quay is a second look at Safe on "
         "the Shore (1999).",
         "revisits: Keys of the Quay -> Safe on the Shore (1999)"},
        {kReport, "1. We took a second look at the boats.", ""}}},
      {"relation.follow-up",
       0.75,
       {{kReport,
         "1. This follows up the report Safe on the Shore in four "
         "harbours.",
         "follows-up:  -> Safe on the Shore"},
        {kReport, "1. The clerk follows up late boats.", ""}}},
      {"relation.series",
       0.7,
       {{kReport,
         "1. Keys of the Quay (2001) is a report in the series which "
         "began with Safe on the Shore (1999).",
         "follows-up: Keys of the Quay (2001) -> Safe on the Shore "
         "(1999)"},
        {kReport, "1. It closes the series which began with a storm.", ""}}},
      {"relation.implement",
       0.75,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. The new "
         "book gives effect to recommendation 4.",
         "implements: The new book -> recommendation 4"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. The new "
         "book gives effect to the wish of the crew.",
         ""}}},
      {"relation.one-response",
       0.9,
       {{kReport,
         "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping "
         "Keys: Spring’ (1999) are out.\n2. There will be one "
         "response to the two Keeping Keys reports.",
         "responds-to: be one response -> two Keeping Keys reports"},
        {kReport, "1. There will be one response to the letters of the crew.",
         ""}}},
      {"relation.alias",
       0.7,
       {{kReport,
         "1. The report Standing By Boats II, better known as ‘Safe "
         "on the Shore’, is old.",
         "alias-of: ‘Safe on the Shore’ -> Standing By Boats II"},
        {kReport, "1. The boat Kestrel, better known as the Tub, is old.",
         ""}}},
      {"relation.part",
       0.8,
       {{kReport,
         "1. The report Safe on the Shore was published in May, with "
         "Part One addressing boats.",
         "part-of: Part One -> Safe on the Shore"},
        {kReport, "1. The day was long, with Part One addressing boats.", ""}}},
      {"relation.adopt",
       0.7,
       {{kReport,
         "1. The harbour strategy, which has been adopted by the "
         "Board as the national strategy, is old.",
         "adopts: Board -> The harbour strategy"},
        {kReport,
         "1. The kitten, which has been adopted by the Board, is "
         "old.",
         ""}}},
      {"relation.form",
       0.75,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. My second "
         "recommendation was that boats be counted. I put it forward "
         "again in a narrower form.",
         "amends:  -> My second recommendation"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. "
         "Recommendation 4 was that boats be counted. We spoke of it "
         "with one voice.",
         ""}}},
      {"relation.asked-before",
       0.7,
       {{kReport,
         "1. Safe on the Shore (1999) is a report of the "
         "Inspectorate. Boats are to be counted, which is no more "
         "than was asked in 1999.",
         "re-affirms:  -> Safe on the Shore (1999)"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. It is no "
         "more than was spent in 1999.",
         ""}}},
      {"relation.plan-of",
       0.7,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. This plan "
         "is concerned with the four which are for the harbour.",
         "implements:  -> Safe on the Shore (1999)"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. This plan "
         "is in eleven parts.",
         ""}}},
      {"relation.prompted-by",
       0.65,
       {{kReport,
         "1. This review was set up at the request of the Board in "
         "the months after the Marsh Lane Inquiry reported.",
         "follows-up:  -> Marsh Lane Inquiry"},
        {kReport,
         "1. This review was set up at the request of the Board in "
         "the months after the storm.",
         ""}}},
      {"relation.answer-laid",
       0.7,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. This paper "
         "proposes an answer to each of its recommendations.",
         "responds-to:  -> Safe on the Shore (1999)"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. This paper "
         "proposes an answer to each of the letters.",
         ""}}},
      {"relation.stands",
       0.75,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old. R2.4 stands "
         "as it is.",
         "re-affirms:  -> R2.4"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old. The harbour "
         "stands as it is.",
         ""}}},
      {"relation.answering",
       0.6,
       {{kReport,
         "1. The report Safe on the Shore (1999) is old.\n2. Agree "
         "recommendations 1 to 6.",
         "responds-to:  -> recommendations 1 to 6"},
        {kReport,
         "1. The report Safe on the Shore (1999) is old.\n2. Agree "
         "the minutes.",
         ""}}},
  };
  return kRules;
}

}  // namespace concord::extraction
