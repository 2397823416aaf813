// The rules that find works, how sure each is, and what it takes and refuses.

#include "extraction/passages.h"

namespace concord::extraction {
namespace {

using enum DocumentKind;

constexpr Example kActExamples[] = {
    {kReport, "1. The Keys and Locks (Northmarch) Act 1984 applies.",
     "Keys and Locks (Northmarch) Act 1984"},
    {kReport, "1. See the Public Doors (Admission to Rooms) Act 1960.",
     "Public Doors (Admission to Rooms) Act 1960"},
    {kReport, "1. The Key Accountability Act of 2006 asks for it.",
     "Key Accountability Act of 2006"},
    {kReport, "1. The Act applies to keys.", ""}};

constexpr Example kActShortExamples[] = {
    {kReport,
     "1. The Lamps and Keys Act 1984 (LAKA) is old. LAKA 1984 applies.",
     "LAKA 1984"},
    {kReport, "1. He acted under s. 12(3) of LAKA 1984.", "LAKA 1984"},
    {kReport, "1. The ACC 1984 file and LAKA 1984 are lost.", ""}};

constexpr Example kInstrumentExamples[] = {
    {kReport, "1. The Police (Conduct) Regulations 2004 apply.",
     "Police (Conduct) Regulations 2004"},
    {kReport,
     "1. See the Doors (Permitted Keys etc.) (Marsh) (Amendment) Order "
     "2021.",
     "Doors (Permitted Keys etc.) (Marsh) (Amendment) Order 2021"},
    {kReport,
     "1. See s. 12 of LAKA 1984 and the Doors (Keys) Regulations 2004.",
     "Doors (Keys) Regulations 2004"},
    {kReport, "1. It is set out in SI 2004/645.", "SI 2004/645"},
    {kReport, "1. The Standing Orders 2004 apply to rules.", ""},
    {kReport, "1. In order, 2004 came after 2003.", ""}};

constexpr Example kCircularExamples[] = {
    {kReport, "1. Home Office Circular 60/1990 asks for it.",
     "Home Office Circular 60/1990"},
    {kReport, "1. The circular 12 was lost.", ""}};

constexpr Example kPaperExamples[] = {
    {kReport, "1. See Report 9 of the 19 September 2000 meeting.",
     "Report 9 of the 19 September 2000 meeting"},
    {kReport, "1. Report 12 is new.", ""}};

constexpr Example kResolutionExamples[] = {
    {kReport, "1. By its resolution 2066 (2012) it asked for keys.",
     "resolution 2066 (2012)"},
    {kReport, "1. It adopted resolution 63/280 without a vote.",
     "resolution 63/280"},
    {kReport, "1. The Council passed resolution 5 on keys.", ""}};

constexpr Example kSymbolExamples[] = {
    {kReport, "1. See the note of 4 May 2013 (S/2013/124) on keys.",
     "S/2013/124"},
    {kReport, "1. See the note (N/A) on keys (E/W).", ""}};

constexpr Example kCommissionExamples[] = {
    {kReport, "1. The Royal Commission into Keys and Locks made 12 proposals.",
     "Royal Commission into Keys and Locks"},
    {kReport, "1. The Ash Royal Commission made 12 proposals.",
     "Ash Royal Commission"},
    {kReport, "1. The Royal Commission made 12 proposals.", ""}};

constexpr Example kInquiryExamples[] = {
    {kReport, "1. The Carrow Lane Inquiry Report is new.",
     "Carrow Lane Inquiry Report"},
    {kReport, "1. The Carrow Lane Inquiry Steering Group met.", ""}};

constexpr Example kNamedExamples[] = {
    {kReport, "1. In the Ash Report keys were asked for.", "Ash Report"},
    {kReport, "1. In the Annual Report keys were asked for.", ""}};

constexpr Example kCoordinatedExamples[] = {
    {kReport, "1. See the Ash and Birch Reports on keys.",
     "Ash and Birch Reports\nAsh and Birch Reports"},
    {kReport, "1. See the Annual and Final Reports on keys.", ""}};

constexpr Example kSubtitledExamples[] = {
    {kReport,
     "1. The Inspectorate published Winning the Marsh: Policing in Public "
     "on Monday.",
     "Winning the Marsh: Policing in Public"},
    {kReport, "1. Keys in Boxes: an audit of the locks was made in May.",
     "Keys in Boxes: an audit of the locks"},
    {kReport, "1. Note: Members of the Board should read it.", ""},
    {kReport, "1. Keys in Boxes: a clerk was seen in May.", ""}};

constexpr Example kDatedExamples[] = {
    {kReport, "1. Keys were recommended in Safe on the Shore (2003) too.",
     "Safe on the Shore (2003)"},
    {kReport, "1. Keys were kept by Ada of the Shore (2003) too.", ""}};

constexpr Example kKindBeforeExamples[] = {
    {kReport, "1. In the report Safe on the Shore keys were asked for.",
     "Safe on the Shore"},
    {kReport, "1. In the report Sergeant Ash of the Shore is blamed.", ""}};

constexpr Example kKindWithinExamples[] = {
    {kReport, "1. It is in the Shore and Marsh Policing Strategy too.",
     "Shore and Marsh Policing Strategy"},
    {kReport, "1. The Shore Policing Strategy Board met again.", ""}};

constexpr Example kQuotedExamples[] = {
    {kReport, "1. Members read ‘Policing and the Shore’, a report of 2003.",
     "‘Policing and the Shore’"},
    {kReport, "1. Members call it ‘the shore’ today.", ""}};

constexpr Example kEmphasisedExamples[] = {
    {kReport, "1. *Boats at Rest* tells of the long winter.", "Boats at Rest"},
    {kReport, "1. *On the Step: a plan for doors* was read in May.",
     "On the Step: a plan for doors"},
    {kReport, "1. Ash, B, *Small Boats*, p4.", "Small Boats"},
    {kReport, "1. Two recommendations in *Fairer?* are met.", "Fairer?"},
    {kReport, "1. They say in *Long Oars* what was recommended.", "Long Oars"},
    {kReport, "1. It is *Keys in the Box* Commission papers speak of.", ""},
    {kReport, "1. They met in *Long Oars* again.", ""},
    {kReport, "1. We follow *Ash v the Clerk of Keys* here.", ""},
    {kReport, "1. See *Boats at Rest* [1999] 2 KB 4 on this.", ""},
    {kReport, "1. The loss of the *Herald of the Shore* was told.", ""},
    {kReport, "1. It was in *The Northmarch Mail* in May.", ""},
    {kReport, "1. *Costs of the Boats.* There are none.", ""},
    {kReport, "1. *Costs of the Boats*: none.", ""},
    {kReport, "1. *Keys of the Boats Are Kept in the House.*", ""},
    {kReport, "1. They *must* keep keys, and *Inter alia* boats.", ""},
    {kReport, "## *Keys of the Boats* and more\n1. None.", ""},
    {kReport, "1. The *Board of the Boats* met in May.", ""}};

constexpr Example kNumberedPairExamples[] = {
    {kReport, "1. The reports Standing By Keys I and II asked for more.",
     "Standing By Keys I and II\nStanding By Keys I and II"},
    {kReport, "1. Phase I and II of the works are done.", ""}};

constexpr Example kNumberedExamples[] = {
    {kReport, "1. The report Standing By Keys II asked for more.",
     "Standing By Keys II"},
    {kReport, "1. The report on Phase II asked for more.", ""}};

constexpr Example kBackgroundExamples[] = {
    {kReport,
     "## Background papers\n- Policing the Shore: A Second Look (1998)",
     "Policing the Shore: A Second Look (1998)"},
    {kReport,
     "## Background papers\n- Keys Report, Part Eight. Minutes of the Board",
     "Keys Report, Part Eight\nMinutes of the Board"},
    {kReport,
     "## BACKGROUND PAPERS\n- Keys of St. Ann, Vol. Seven. Top of page",
     "Keys of St. Ann, Vol. Seven"},
    {kReport, "## Background papers\n- None", ""}};

constexpr Example kPrintedPartExamples[] = {
    {kReport, "1. As Part K, Chapter 7, para 4.5 says, keys matter.",
     "Part K, Chapter 7, para 4.5"},
    {kReport, "1. As Part K of the form says, keys matter.", ""}};

constexpr Example kKnownExamples[] = {
    {kReport,
     "1. The report ‘Keeping Watch: The Long Road’ is out.\n\n2. Members "
     "read Keeping Watch – the Long Road’s end.",
     "Keeping Watch – the Long Road"},
    {kReport,
     "1. The report ‘The Warden’ is out.\n\n2. Members met the Warden.", ""}};

constexpr Example kSubtitleExamples[] = {
    {kReport,
     "1. The report ‘Keeping Watch: The Long Road’ is out.\n\n2. Members "
     "read The Long Road.",
     "The Long Road"},
    {kReport,
     "1. The report ‘Keeping Watch: Final Report’ is out.\n\n2. Members "
     "read the Final Report.",
     ""}};

constexpr Example kSeriesExamples[] = {
    {kReport,
     "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping Keys: "
     "Spring’ (1999) are out.\n2. The two Keeping Keys reports agree.",
     "two Keeping Keys reports"},
    {kReport, "1. The two progress reports agree.", ""}};

constexpr Example kSeriesMemberExamples[] = {
    {kReport,
     "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping Keys: "
     "Spring’ (1999) are out.\n2. The two Keeping Keys reports agree.",
     "two Keeping Keys reports\ntwo Keeping Keys reports"},
    {kReport,
     "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping Keys: "
     "Spring’ (1999) are out.\n2. The four Keeping Keys reports agree.",
     ""}};

constexpr Example kSeriesOrdinalExamples[] = {
    {kReport,
     "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping Keys: "
     "Spring’ (1999) are out.\n2. The second Keeping Keys report agrees.",
     "second Keeping Keys report"},
    {kReport,
     "1. The reports ‘Keeping Keys: Winter’ (1997) and ‘Keeping Keys: "
     "Spring’ (1999) are out.\n2. The fourth Keeping Keys report agrees.",
     ""}};

constexpr Example kKindAfterExamples[] = {
    {kReport, "1. The Long Road, a report by the Inspectorate, is new.",
     "The Long Road"},
    {kReport, "1. The Clerk, a member of the Board, replied.", ""}};

constexpr Example kCapitalArticleExamples[] = {
    {kReport, "1. The Inspectorate proposed in The Long Road that all go.",
     "The Long Road"},
    {kReport, "1. It was reported in The Daily Mail that all go.", ""},
    {kReport, "1. He recommended that The Chief Constable go.", ""}};

constexpr Example kRecommendingExamples[] = {
    {kReport, "1. Six recommendations of Policing and the Shore remain.",
     "Policing and the Shore"},
    {kReport, "1. Six recommendations of Members and the Board remain.", ""}};

constexpr Example kSingleNamedExamples[] = {
    {kReport, "1. One is open (Carrow Lane, recommendation 12) today.",
     "Carrow Lane, recommendation 12"},
    {kReport, "1. It was asked at recommendation J of Small Boats.",
     "recommendation J of Small Boats"},
    {kReport, "1. See the Chief Constable, recommendation 12 and all.", ""}};

constexpr Example kSaidOfExamples[] = {
    {kReport, "1. Small Boats is a report by two inspectors.", "Small Boats"},
    {kReport, "1. Policing the Shore made nine recommendations.",
     "Policing the Shore"},
    {kReport, "1. Keys in Boxes had made nine recommendations.",
     "Keys in Boxes"},
    {kReport, "1. He read Keys in Boxes, which made nine recommendations.",
     "Keys in Boxes"},
    {kReport, "1. The panel of Keys in Boxes asked for figures.",
     "Keys in Boxes"},
    {kReport, "1. The Ministry of Boats asked for figures.", ""},
    {kReport, "1. Harbour House is a building by two architects.", ""},
    {kReport, "1. Ann Lee made nine recommendations.", ""},
    {kReport, "1. The Finance Committee was published in May.", ""}};

constexpr Example kQuestionExamples[] = {
    {kReport, "1. Who Shut the Gate? is on the site.", "Who Shut the Gate?"},
    {kReport, "1. Why did the Chief Clerk ask? Nobody knows.", ""}};

constexpr Example kDatedBesideExamples[] = {
    {kReport, "1. The series began with Policing and the Shore in 1997.",
     "Policing and the Shore"},
    {kReport, "1. The series of visits to Harbour Lane in 1997 ended.", ""}};

constexpr Example kHeadedExamples[] = {
    {kReport,
     "## Northmarch: keeping of keys\n1. This report was published in May.",
     "Northmarch: keeping of keys"},
    {kReport, "## Introduction\n1. This report was published in May.", ""},
    {kReport, "## Keys of the county\n1. This report is about keys.", ""}};

constexpr Example kSourceExamples[] = {
    {kReport, "1. Ring every victim.\nFrom: Safe on the Shore, 6 and 8",
     "Safe on the Shore, 6 and 8"},
    {kReport, "From: the Clerk, Northmarch House", ""}};

constexpr Example kKeyedExamples[] = {
    {kReport, "1. The letters mean this: PS is Policing and the Shore.",
     "Policing and the Shore"},
    {kReport, "1. HQ is Northmarch House.", ""}};

constexpr Example kDescribedExamples[] = {
    {kReport, "1. The best value review of call handling is done.",
     "best value review of call handling"},
    {kReport, "1. We read Dame Ada Birch’s inquiry again.",
     "Dame Ada Birch’s inquiry"},
    {kReport, "1. A review of the budget is in hand.", ""}};

constexpr Example kBackReferenceExamples[] = {
    {kReport,
     "1. Small Boats (1998) and Long Oars (2001) are out. The 1998 report "
     "is short.",
     "The 1998 report"},
    {kReport, "1. The report ‘Small Boats’ is out. That report is short.",
     "That report"},
    {kReport, "1. The report ‘Small Boats’ is out. Ibid., page 4.", "Ibid."},
    {kReport, "1. Nothing is said in that report.", "that report"},
    {kReport,
     "1. The report ‘Small Boats’ is out. It said that review is slow.", ""},
    {kReport, "1. In the 1998 season boats were few.", ""}};

constexpr Example kSingleExamples[] = {
    {kReport,
     "1. The Carrow Lane Inquiry reported. It was met (recommendation "
     "57).",
     "recommendation 57"},
    {kReport, "1. Those which remain are recommendations 3, 13 and 17.",
     "recommendations 3, 13 and 17"},
    {kReport, "1. Recs 24-27 are closed.", "Recs 24-27"},
    {kReport, "Recommendation 4 – The force should keep a record.", ""},
    {kReport, "1. See recommendation 4 above.", ""},
    // "Its" is of what the paragraph is about; of either of two it is of none.
    {kReport,
     "1. The report ‘Small Boats’ came after the Harbour Inquiry and was "
     "short. I put its "
     "recommendation 4 first.",
     "recommendation 4"},
    {kReport,
     "1. We read the report ‘Small Boats’ and then the Harbour Inquiry. I put "
     "its "
     "recommendation 4 first.",
     ""},
    {kReport,
     "1. The Harbour Inquiry reported.\n2. A Longer Rope came before the "
     "Inquiry "
     "and was short. I put its recommendation 4 first.",
     ""},
    {kReport,
     "1. The report ‘Small Boats’ is out. The third recommendation under theme "
     "two has been tried.",
     ""},
    {kReport, "1. The force should keep it. (Recommendation 4)", ""}};

constexpr Example kSingleListExamples[] = {
    {kReport, "1. Four recommendations (1,12,13,14) are met.", "1,12,13,14"},
    {kReport,
     "1. The report ‘Small Boats’ is out. Recommendations (1,12) and 24-27 "
     "of the Ash Inquiry are met.",
     "1,12\n24-27"},
    {kReport, "1. Two recommendations (2004) are met.", ""},
    {kReport, "1. In all 37% (60/164) of recommendations are met.", ""},
    {kReport, "1. Two officers (7 and 8) were seen.", ""}};

constexpr StageRule kRules[] = {
    {"citation.act", 0.95, kActExamples},
    {"citation.act-short", 0.85, kActShortExamples},
    {"citation.instrument", 0.9, kInstrumentExamples},
    {"citation.circular", 0.9, kCircularExamples},
    {"citation.paper", 0.9, kPaperExamples},
    {"citation.resolution", 0.9, kResolutionExamples},
    {"citation.symbol", 0.85, kSymbolExamples},
    {"citation.commission", 0.8, kCommissionExamples},
    {"citation.inquiry", 0.85, kInquiryExamples},
    {"citation.named", 0.65, kNamedExamples},
    {"citation.coordinated", 0.7, kCoordinatedExamples},
    {"citation.subtitled", 0.9, kSubtitledExamples},
    {"citation.dated", 0.85, kDatedExamples},
    {"citation.kind-before", 0.75, kKindBeforeExamples},
    {"citation.kind-within", 0.7, kKindWithinExamples},
    {"citation.quoted", 0.85, kQuotedExamples},
    {"citation.emphasised", 0.8, kEmphasisedExamples},
    {"citation.numbered-pair", 0.85, kNumberedPairExamples},
    {"citation.numbered", 0.7, kNumberedExamples},
    {"citation.background", 0.95, kBackgroundExamples},
    {"citation.printed-part", 0.95, kPrintedPartExamples},
    {"citation.known", 0.9, kKnownExamples},
    {"citation.subtitle", 0.75, kSubtitleExamples},
    {"citation.series", 0.85, kSeriesExamples},
    {"citation.series-member", 0.8, kSeriesMemberExamples},
    {"citation.series-ordinal", 0.65, kSeriesOrdinalExamples},
    {"citation.kind-after", 0.8, kKindAfterExamples},
    {"citation.capital-article", 0.75, kCapitalArticleExamples},
    {"citation.recommending", 0.75, kRecommendingExamples},
    {"citation.single-named", 0.8, kSingleNamedExamples},
    {"citation.said-of", 0.7, kSaidOfExamples},
    {"citation.question", 0.7, kQuestionExamples},
    {"citation.dated-beside", 0.65, kDatedBesideExamples},
    {"citation.headed", 0.75, kHeadedExamples},
    {"citation.source", 0.85, kSourceExamples},
    {"citation.keyed", 0.8, kKeyedExamples},
    {"citation.described", 0.65, kDescribedExamples},
    {"citation.back-reference", 0.7, kBackReferenceExamples},
    {"citation.single", 0.85, kSingleExamples},
    {"citation.single-list", 0.7, kSingleListExamples},
};

}  // namespace

std::span<const StageRule> CitationRules() { return kRules; }

}  // namespace concord::extraction
