// Lines of front matter that say what sort of document it is: the table that
// DecideKind() reads from the top.
// Tests: header_test.cpp runs accepts and refuses of every row.

#include "extraction/header/pieces.h"

#include <iterator>

namespace concord::extraction {
namespace {

constexpr KindRule kTable[] = {
    {"kind.minutes-line", DocumentKind::kMinutes, false,
     "^(?i:minutes) (?:of|–|-) .*\\b(?:[Hh]eld|[Mm]eeting)\\b",
     "Minutes of the Estates Committee held at Priory House on 2 May 2001.",
     "The minutes of the meeting were agreed."},
    {"kind.minutes-and-agenda", DocumentKind::kMinutes, false,
     "^(?i:agendas?(?:, decisions?)?,? (?:and|&) (?:draft )?minutes)\\b",
     "Agenda and minutes", "Agenda and minute book"},
    {"kind.minutes-end", DocumentKind::kMinutes, false,
     "^.{0,80}\\b(?:(?i:meeting|committee|council|board|commission|authority|"
     "cabinet|panel|trustees|draft|unconfirmed|unapproved|approved|confirmed|"
     "sub-?committee)|\\d{4})[\\s:–—-]+(?:MINUTES|Minutes)(?:[ "
     ",:–—-]+[\\d/.-]{6,10})?$|"
     "^.{3,120} [–—-] (?:MINUTES|Minutes)(?: [–—-] .{4,40})?$",
     "Estates Committee Meeting Minutes", "An answer in ten Minutes"},
    {"kind.decision-record", DocumentKind::kMinutes, false,
     "^(?i:record of (?:the )?decisions?)(?i: (?:of|by|made by|taken by) "
     "(?:the )?.{3,60})?$",
     "RECORD OF DECISION OF THE Cabinet", "Proposed record of decision"},
    {"kind.minutes-held", DocumentKind::kMinutes, false,
     "^(?:A|The) (?:[\\p{L}]+ )?[Mm]eeting of the \\p{Lu}[^.;]{4,90} was "
     "held "
     "(?:on|in|at)\\b",
     "A meeting of the Estates Committee was held on 2 May 2001.",
     "A meeting of the residents was held on 2 May 2001."},
    {"kind.issue-meetings", DocumentKind::kMinutes, false,
     "^(?i:issue\\s*[:–—-]\\s*(?:meetings?|decisions?))$", "Issue - meetings",
     "Issue - keys"},
    {"kind.minutes-title", DocumentKind::kMinutes, true,
     "^(?i:(?:draft |unconfirmed )?minutes)\\b", "Minutes",
     "Ten minutes to answer"},
    {"kind.minutes-word", DocumentKind::kMinutes, false,
     "^(?i:(?:draft |unconfirmed )?minutes)\\s*:?$", "MINUTES",
     "Minutes: none"},
    {"kind.minutes-intro", DocumentKind::kMinutes, false,
     "^(?i:(?:these|this) (?:are|is) the (?:\\p{L}+ ){0,3}(?:minutes|notes) "
     "(?:for|of|from) the \\d)",
     "These are the draft minutes of the 2 May 2001 meeting of the Board.",
     "These are the minutes we kept"},
    {"kind.agenda-intro", DocumentKind::kAgenda, false,
     "^(?i:(?:this is the )?(?:\\p{L}+ )?agenda (?:for|of) the \\d)",
     "Agenda for the 2 May 2001 meeting of the Estates Committee",
     "Agenda for change"},
    {"kind.agenda-title", DocumentKind::kAgenda, true,
     "^(?i:(?:supplementary |public |draft |summons and )?agenda(?:\\s*$|\\s*"
     "[:,–—-]|\\s+(?:for|of|and|papers?|part|\\d)\\b))"
     "|\\b(?i:(?:meeting|committee|board|council|panel|cabinet) agenda)\\b",
     "Agenda", "An agenda for change"},
    {"kind.press-line", DocumentKind::kPress, false,
     "^(?i:this page contains (?:a )?(?:press|news|media) release|"
     "(?:press|news|media) (?:release|notice|statement)\\W*(?:no\\W*)?"
     "(?:[A-Z]{1,4}\\s?)?[\\d/]*$|(?:for immediate release|(?:strictly )?"
     "embargo(?:ed)?(?: until)?|not for (?:publication|use) before)\\b)",
     "This page contains press release 23/03.",
     "A press release was issued on 4 May."},
    {"kind.agenda-line", DocumentKind::kAgenda, false,
     "^(?:(?:A|The|Notice of) (?:.* )?m|M)eeting of the .* (?:will|to) be "
     "held\\b",
     "A meeting of the Estates Committee will be held on 2 May 2001.",
     "The next meeting will be held in May."},
    {"kind.digest-title", DocumentKind::kDigest, true,
     "^(?i:reports? (?:from|of) (?:the )?committees|committees? (?:round-?up|"
     "digest|since \\p{L}+)|(?:round-?up|digest) (?:of|from) (?:the )?"
     "committees)\\b",
     "Reports from committees", "Report of the Estates Committee"},
    {"kind.report-line", DocumentKind::kReport, false,
     "^(?:(?:Report of|Report by|Agenda [Ii]tem|Item [Nn]o\\.?|Report to)"
     "\\s*:\\s*\\S|Report:\\s*\\d|(?:This (?:is )?)?[Rr]eport (?:No\\.? "
     ")?\\d+\\w? of the .* "
     "meeting of|"
     "Report (?:of|by) the [A-Z][\\w ]+ to the [A-Z][\\w ]+$)",
     "Report 9 of the 13 November 2001 meeting of the Estates Committee",
     "Report 9 was late"},
    {"kind.staff-report", DocumentKind::kReport, false,
     "^(?i:(?:type:\\s*)?(?:(?:city|town|village|county) )?(?:(?:council|"
     "commission|committee|board|agenda) )?staff report)(?:\\s*$|\\s+(?i:"
     "status)\\b|\\s*[:–—-])",
     "CITY COUNCIL STAFF REPORT", "Staff report that keys are lost"},
    {"kind.letter-form", DocumentKind::kReport, false,
     "^To:\\s*(?:[Tt]he )?(?:[\\p{Lu}&][\\p{L}’'&,]* (?:of |and |for )?)*"
     "(?:Cabinet|Committee|Board|Council|Panel|Executive|Authority|"
     "Commission|Forum)\\b[^.]{0,60}$",
     "To: Cabinet – 30 January 2025", "To: all staff of the Board"},
    {"kind.strategy-title", DocumentKind::kStrategy, true,
     "(?i:\\b(?:strategy|action plan|business plan|delivery plan|policing "
     "plan|improvement plan)\\b[\\s\\d/–-]*$)",
     "Estates Unit: action plan 2002/03", "Planning the estate"},
    {"kind.inspection-line", DocumentKind::kInspection, false,
     "(?i:\\b(?:inspection report|report of (?:the|an?) .*(?:inspection|"
     "inquiry|scrutiny|working group|panel|review(?: team)?)\\b|thematic "
     "inspection|"
     "(?:public|independent) inquiry (?:into|report)|"
     "inquiry report|scrutiny report))",
     "A thematic inspection report", "The inspection took place in May."},
    {"kind.study-title", DocumentKind::kInspection, true,
     "(?i:^(?:an? |the )?(?:[\\p{L}-]+ ){0,3}(?:inspection|investigation|"
     "scrutiny|examination) (?:of|into|by)\\b|[:–-] (?:an? |the )?"
     "(?:[\\p{L}-]+ ){0,3}(?:inspection|investigation|scrutiny|review|"
     "study|inquiry|examination|audit) (?:of|into|by)\\b)",
     "Lost: an inspection of keys in the county",
     "The inspection took place in May"},
    {"kind.panel-line", DocumentKind::kInspection, false,
     "^(?:The )?(?:[\\p{Lu}]\\p{L}+ ){0,3}(?:Review|Scrutiny|Inquiry|"
     "Inspection|Investigation) "
     "(?:Panel|Team|Board|Group|Commission|Party)\\b",
     "Joint Review Panel of the Authority and the Trust",
     "The review panel met twice."},
    {"kind.team-line", DocumentKind::kInspection, false,
     "^(?i:(?:(?:lead|reporting) )?inspectors?|(?:inspection|review|inquiry|"
     "investigation) team|(?:lead )?reviewers?|(?:joint |independent )?"
     "(?:review|inspection|inquiry|investigation) by|joint report by)"
     "\\s*:\\s*\\S",
     "Lead inspectors: Ada Reed and Odo Hart", "Inspectors came in May: two"},
    {"kind.second-report", DocumentKind::kInspection, true,
     "(?i:(?:^|[:?–-] )(?:an? |the )(?:\\p{L}+ ){0,2}report "
     "(?:up)?(?:on|into)\\b)",
     "Fair? A second report on keys", "Annual report 2003"},
    {"kind.recommendations-title", DocumentKind::kInspection, true,
     "^(?i:(?:part|chapter) \\w+ )?(?i:(?:summary|list) of )?"
     "(?i:recommendations)$",
     "PART L SUMMARY OF RECOMMENDATIONS", "Progress on recommendations"},
    {"kind.published-line", DocumentKind::kInspection, false,
     "^(?i:published|date of publication)\\b", "Published: January 2000",
     "The plan was published in May."},
};

}  // namespace

const std::vector<KindRule>& KindRules() {
  static const std::vector<KindRule> kRules(std::begin(kTable),
                                            std::end(kTable));
  return kRules;
}

}  // namespace concord::extraction
