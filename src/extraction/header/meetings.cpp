// Number, body and day in a sentence that says of which meeting a document is.
// Tests run the examples.

#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

// "Report 5 of the 20 May 04 meeting of the Estates Committee and ...",
// "Agenda for the 20 May 04 meeting of the Estates Committee".
std::vector<HeaderClaim> FindIntro(const Reading& reading) {
  static const Pattern kIntro(
      "^(?:(?:This (?:is )?)?[Rr]eport (?:No\\.? )?(\\d+\\w?)|(?:(?:This "
      "is|These are) the "
      ")?(?:\\p{L}+ ){0,3}(?i:agenda|minutes)) (?:of|for|from) the (.{4,30}?) "
      "(?:[a-z]+ )?meeting of (?:the )?");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kIntro.Search(text, line.span);
    // "Minutes of the annual meeting of ..." names no day.
    if (!match || !FirstDateIn(text, (*match)[2])) continue;
    if (!Empty((*match)[1])) {
      ClaimField(HeaderField::kNumber, text, (*match)[1], &claims);
    }
    ClaimDate(reading.text(), (*match)[2], &claims);
    const TextSpan committee =
        CommitteeAt(text, {(*match)[0].end, line.span.end});
    if (Empty(committee)) continue;
    ClaimField(HeaderField::kCommittee, text, committee, &claims);
  }
  return claims;
}

// Minutes and agendas name body and day in one line.
std::vector<HeaderClaim> FindMeetingLine(const Reading& reading) {
  static const Pattern kMeeting(
      "^(?:(?i:minutes) (?:of|–|-) (?:the |a |an )?(?:(?:special|ordinary|"
      "annual|extraordinary|first|joint|inaugural|adjourned|general|regular|"
      "inquorate|public|and) ){0,3}(?:meeting of )?(?:the "
      ")?|(?:(?:At a|A|The|Notice of) "
      "(?:[\\p{L}\\d’'-]+ ){0,5}meeting|(?:(?:Public|Ordinary|Special|Annual|"
      "Extraordinary|Open|Private|Full) [Mm]|M)eeting) of the )");
  std::vector<HeaderClaim> claims;
  // A press page tells of a meeting to come.
  if (reading.kind == DocumentKind::kPress) return claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kMeeting.Search(text, line.span);
    if (!match) continue;
    const TextSpan rest = {(*match)[0].end, line.span.end};
    const TextSpan committee = CommitteeAt(text, rest);
    if (Empty(committee)) continue;
    ClaimField(HeaderField::kCommittee, text, committee, &claims);
    ClaimDate(reading.text(), {committee.end, line.span.end}, &claims);
    break;
  }
  return claims;
}

std::vector<HeaderClaim> FindJointLine(const Reading& reading) {
  static const Pattern kJoint("^Joint meeting of (?:the )?");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kJoint.Search(reading.text(), line.span);
    if (!match) continue;
    ClaimField(HeaderField::kCommittee, reading.text(),
               {(*match)[0].end, line.span.end}, &claims);
  }
  return claims;
}

}  // namespace

HeaderRule IntroRule() {
  return {
      "header.intro-line",
      0.8,
      {{DocumentKind::kReport,
        "Report 9 of the 15 Nov 01 meeting of the Finance, Planning and Best "
        "Value Committee and looks at the estate.\n",
        "number: 9\ndate: 15 Nov 01\n"
        "committee: Finance, Planning and Best Value Committee"},
       {DocumentKind::kReport,
        "Report 9 of the 15 Nov 01 meeting of the Chair's Co-ordination "
        "and Urgency Committee, describing the estate\n",
        "number: 9\ndate: 15 Nov 01\n"
        "committee: Chair's Co-ordination and Urgency Committee"},
       {DocumentKind::kReport,
        "This report 4 of the 15 Nov 01 meeting of the Estates Committee "
        "proposing a count.\n",
        "number: 4\ndate: 15 Nov 01\ncommittee: Estates Committee"},
       {DocumentKind::kAgenda,
        "Agenda for the 21 May 02 meeting of the Estates Committee and lists "
        "its papers.\n",
        "date: 21 May 02\ncommittee: Estates Committee"},
       {DocumentKind::kMinutes,
        "Minutes of the annual meeting of the Estates Committee\n", ""},
       {DocumentKind::kReport, "Report 9 of the series was late.\n", ""}},
      &FindIntro};
}

HeaderRule MeetingLineRule() {
  return {
      "header.meeting-line",
      0.9,
      {{DocumentKind::kMinutes,
        "Minutes of the meeting of the Human Resources and Pay Sub-committee "
        "of the Northmarch Police Authority held on 8 September 2005 at "
        "Priory House.\n",
        "committee: Human Resources and Pay Sub-committee\n"
        "date: 8 September 2005"},
       {DocumentKind::kAgenda,
        "A meeting of the Estates & Works Board will be held in the Long "
        "Room on Tuesday 13 November 2001 at 2.00 pm.\n",
        "committee: Estates & Works Board\ndate: Tuesday 13 November 2001"},
       {DocumentKind::kMinutes,
        "Minutes of the annual and ordinary meeting of the Estates Committee "
        "held on 27 October 2011.\n",
        "committee: Estates Committee\ndate: 27 October 2011"},
       {DocumentKind::kPress,
        "A meeting of the Estates Board will be held on 3 May 2001.\n", ""},
       {DocumentKind::kMinutes, "Minutes of silence were kept.\n", ""}},
      &FindMeetingLine};
}

HeaderRule JointLineRule() {
  return {"header.joint-line",
          0.85,
          {{DocumentKind::kReport,
            "Estates\n\nReport: 3\nJoint meeting of the Estates Committee and "
            "Works Board\nDate: 3 May 2001\n",
            "committee: Estates Committee and Works Board"}},
          &FindJointLine};
}

}  // namespace concord::extraction
