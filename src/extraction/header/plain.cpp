// Lines of front matter that say whose paper it is, for whom and of what, in
// words alone.
//
//   "REPORT OF THE LEAD MEMBER FOR HOUSING"    who made it
//   "Report to the Estates Committee"          whom it is for
//   "TITLE: Keys of the county"                one field of its own name
//   refused: "Report of the lost keys", "To the east of the bridge"
//
// Weaker than fields with names, stronger than shapes. Cost: one look at each
// line of the front matter.

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "Report of the Treasurer (copy attached)", "JOINT REPORT OF THE CHIEF
// EXECUTIVE AND THE DIRECTOR OF WORKS": an officer, never a subject.
std::vector<HeaderClaim> FindReportOf(const Reading& reading) {
  static const Pattern kReportOf(
      "^(?i:joint )?(?i:report|paper|memorandum|note)s? (?i:of|by|from):? "
      "(?i:the )?((?:(?:[\\p{Lu}][^ .;:()]*|and|&|for|of|the),? ){0,8}?"
      "(?i:officers?|directors?|clerk|executive|commissioner|treasurer|"
      "secretary|solicitor|constable|manager|surveyor|comptroller|chamberlain|"
      "leader|mayor|chair|chairman|engineer|registrar|superintendent|"
      "remembrancer|(?:director|head|member|holder|chief|manager|officer|"
      "leader|commissioner|secretary|solicitor|inspector)s?,? (?:of|for|-|–) "
      "[^.;:()]{3,110}?)"
      "(?:,? and (?i:the )?[\\p{Lu}][^.;:()]{4,90}?)?)(?:,? "
      "?\\([^()]{3,60}\\))?(?:"
      ",? (?i:attached|herewith|enclosed|to follow)|,? (?i:providing|setting|"
      "seeking|detailing|outlining|presenting|requesting|advising|updating|"
      "informing|summarising|regarding|relating|concerning|which|asking|"
      "proposing|recommending|on)\\b.*)?\\.?$");
  // "Keys of the county - Report of the Treasurer".
  static const Pattern kTail(
      "\\s[–—-]\\s+()(?i:(?:joint )?report (?:of|by|from) )");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 400) continue;
    TextSpan words = line.span;
    if (const auto tail = kTail.Search(reading.text(), words)) {
      words.begin = (*tail)[1].begin;
    }
    const auto match = kReportOf.Search(reading.text(), words);
    if (!match) continue;
    ClaimField(HeaderField::kBy, reading.text(), (*match)[1], &claims);
    break;
  }
  return claims;
}

// "To the Cabinet Meeting", "REPORT TO THE ESTATES COMMITTEE, 4 May 2004".
std::vector<HeaderClaim> FindAddressee(const Reading& reading) {
  static const Pattern kTo(
      "^(?i:(?:report|paper|submission) )?(?i:to)(?i: the)?:? (?i:the "
      ")?(?i:meeting of "
      "(?:the )?)?((?:[\\p{Lu}&][\\p{L}’'&,-]*,? (?i:of |for |and |the )?){0,9}"
      "(?i:cabinet|(?:sub-)?committee|board|council|panel|executive|authority|"
      "forum|commission))(?i: "
      "meeting)?(?:\\s*(?:[,:–—-]|(?i:on|of)\\b).{4,40})?"
      "\\.?$");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 160) continue;
    const auto match = kTo.Search(text, line.span);
    if (!match) continue;
    ClaimField(HeaderField::kCommittee, text, (*match)[1], &claims);
    ClaimDate(text, {(*match)[1].end, line.span.end}, &claims);
    break;
  }
  return claims;
}

// "TITLE: Keys of the county" says it by itself, whatever stands above it.
std::vector<HeaderClaim> FindTitleField(const Reading& reading) {
  static const Pattern kTitle(
      "^(?i:title|(?:report|paper|(?:agenda )?item) title|title of (?:the "
      ")?(?:report|paper|"
      "item))\\s*:\\s*(\\S.*\\s\\S.*)$");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 300) continue;
    const auto match = kTitle.Search(reading.text(), line.span);
    if (!match) continue;
    ClaimField(HeaderField::kTitle, reading.text(), (*match)[1], &claims);
    break;
  }
  return claims;
}

// The line under the words "Press release", where nothing marks the headline.
std::vector<HeaderClaim> FindUnderNotice(const Reading& reading) {
  static const Pattern kNotice(
      "^(?i:(?:press|news|media) (?:release|notice|statement))\\s*[:–—-]?$");
  constexpr std::uint32_t kLongest = 200;
  constexpr std::size_t kFewLines = 6;
  std::vector<HeaderClaim> claims;
  if (reading.kind != DocumentKind::kPress) return claims;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i + 1 < std::min(reading.lines.size(), kFewLines);
       ++i) {
    if (!kNotice.Search(text, reading.lines[i].span)) continue;
    const Line& next = reading.lines[i + 1];
    const auto date = FirstDateIn(text, next.span);
    if (Length(next.span) <= kLongest && text[next.span.end - 1] != '.' &&
        !(date && Length(*date) * 2 > Length(next.span)) &&
        Words(text, next.span).size() > 2) {
      ClaimField(HeaderField::kTitle, text, next.span, &claims);
    }
    break;
  }
  return claims;
}

// "Estates Committee" alone over the minutes or the agenda of its meeting, be
// it the title of the page or a line above or below.
std::vector<HeaderClaim> FindBodyOverMeeting(const Reading& reading) {
  static const Pattern kBody(
      "^(?i:(?:agenda|minutes|(?:record of )?decisions?)(?: (?:of|for|by))?:? "
      ")?(?i:the )?(\\p{Lu}[^ .;:()]*(?: [^ .;:()]+){0,8}? "
      "(?i:cabinet|(?:sub-?)?committee|"
      "board|council|panel|executive|authority|forum|commission|trustees)|"
      "(?i:cabinet|council))(?: (?i:meeting|minutes|agenda|meeting "
      "minutes|meeting agenda))?$");
  constexpr std::size_t kFewLines = 10;
  std::vector<HeaderClaim> claims;
  if (reading.kind != DocumentKind::kMinutes &&
      reading.kind != DocumentKind::kAgenda) {
    return claims;
  }
  for (std::size_t i = 0; i < std::min(reading.lines.size(), kFewLines); ++i) {
    const Line& line = reading.lines[i];
    if (line.kind == BlockKind::kListItem ||
        line.kind == BlockKind::kTableRow || !line.label.empty()) {
      break;
    }
    const auto match = kBody.Search(reading.text(), line.span);
    if (!match || Words(reading.text(), (*match)[1]).empty()) continue;
    static const Pattern kNoName(
        "^(?i:(?:the |full |ordinary |special |annual |public |regular "
        ")*(?:committee|board|council|panel|executive|authority|forum|"
        "commission|trustees))$");
    static const Pattern kWhole("^(?i:council|cabinet)$");
    static const Pattern kSentence(
        "\\b(?:was|were|is|are|by|has|have|will|to|that|from)\\b");
    if ((kNoName.Search(reading.text(), (*match)[1]) &&
         !kWhole.Search(reading.text(), line.span)) ||
        kSentence.Search(reading.text(), (*match)[1])) {
      continue;
    }
    // "Ostley City Council" over "Estates Committee": the committee met.
    static const Pattern kParent("(?i:council|authority)$");
    static const Pattern kPart("(?i:committee|panel|board|cabinet|forum)$");
    const bool parent = kParent.Search(reading.text(), (*match)[1]).has_value();
    std::optional<MatchSpans> below;
    for (std::size_t next = i + 1;
         parent && !below && next < std::min(reading.lines.size(), kFewLines);
         ++next) {
      below = kBody.Search(reading.text(), reading.lines[next].span);
      if (below && !kPart.Search(reading.text(), (*below)[1])) below.reset();
    }
    const bool part = below.has_value();
    ClaimField(HeaderField::kCommittee, reading.text(),
               part ? (*below)[1] : (*match)[1], &claims);
    break;
  }
  return claims;
}

HeaderRule BodyOverMeetingRule() {
  return {
      "header.body-over-meeting",
      0.69,
      {{DocumentKind::kMinutes,
        "<p>Town of Ostley Meeting Minutes</p><h1>Estates Committee</h1>"
        "<p>The keys were counted.</p>",
        "committee: Estates Committee"},
       {DocumentKind::kAgenda,
        "<h1>Estates and Works Board Agenda</h1><p>1. Keys</p>",
        "committee: Estates and Works Board"},
       {DocumentKind::kMinutes,
        "<p>OSTLEY BOROUGH COUNCIL</p><h1>RECORD OF DECISION OF THE Estates "
        "Committee</h1>",
        "committee: Estates Committee"},
       {DocumentKind::kMinutes,
        "<p>Ostley City Council</p><p>Estates Committee</p><h1>Minutes</h1>",
        "committee: Estates Committee"},
       {DocumentKind::kAgenda,
        "<p>Ostley Fire Authority</p><h1>Agenda</h1><p>Estates Committee</p>",
        "committee: Estates Committee"},
       {DocumentKind::kMinutes,
        "<h1>Minutes</h1><p>The keys were counted by the Board</p>", ""}},
      &FindBodyOverMeeting};
}

// "Cabinet - Thursday 11th February 2021 7.00 pm": one dash, but a body's name
// on one side and a day on the other.
std::vector<HeaderClaim> FindBodyAndDay(const Reading& reading) {
  static const Pattern kLine(
      "^(?i:minutes of (?:the )?|agenda (?:for )?(?:the )?)?((?:[\\p{Lu}&]"
      "[\\p{L}’'&-]*,? (?:of |for |and |the )?){0,9}(?i:cabinet|"
      "(?:sub-?)?committee|board|council|panel|executive|authority|forum|"
      "commission|senate|court|trustees))(?: "
      "(?i:meeting(?: agenda| minutes| papers)?|agenda|minutes))?(?:\\s*[,:–—-]"
      "\\s*(?:on )?| on )"
      "((?:\\p{Lu}\\p{L}{2,8}day,? )?\\d.*)$");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kLine.Search(text, line.span);
    if (!match || Length(line.span) > 160) continue;
    const auto date = FirstDateIn(text, (*match)[2]);
    if (!date || date->begin != (*match)[2].begin ||
        !ReadPeople(text, (*match)[1]).empty()) {
      continue;  // "Gwen Tarn, Chief Executive, 4 May": who signed it
    }
    ClaimField(HeaderField::kCommittee, text, (*match)[1], &claims);
    ClaimField(HeaderField::kDate, text, *date, &claims);
    break;
  }
  return claims;
}

// "MINUTES OF A MEETING OF THE TRUST BOARD HELD ON ...", "Minutes of the
// ordinary meeting of the Senate held in ...": the words between, whoever
// meets.
std::vector<HeaderClaim> FindMeetingOf(const Reading& reading) {
  static const Pattern kMeetingOf(
      "^(?i:(?:(?:draft |unconfirmed )?(?:minutes?|notes|record|agenda|notice) "
      ")?(?:of|for) (?:the |a |an )?(?:\\p{L}+ ){0,4}?meeting of (?:the )?)"
      "(\\p{Lu}[^.;:]{2,110}?)(?:,? (?i:which was |to be |duly )?(?i:held|"
      "convened|will be)\\b|,? (?i:on|at) |\\s*[,:(–—]|$)");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kMeetingOf.Search(text, line.span);
    if (!match) continue;
    TextSpan body = (*match)[1];
    static const Pattern kOfParent(
        "(?i:committee|board|panel|forum|group)(\\s+of (?:the )?)");
    if (const auto parent = kOfParent.Search(text, body)) {
      body.end = (*parent)[1].begin;
    }
    ClaimField(HeaderField::kCommittee, text, body, &claims);
    ClaimDate(text, {(*match)[1].end, line.span.end}, &claims);
    break;
  }
  return claims;
}

// "Estates Committee – Minutes – 5 April 2017": the title ends in the day.
std::vector<HeaderClaim> FindDayOfTitle(const Reading& reading) {
  static const Pattern kBefore("[,:(–—-]\\s*$");
  std::vector<HeaderClaim> claims;
  if (reading.kind != DocumentKind::kMinutes &&
      reading.kind != DocumentKind::kAgenda) {
    return claims;
  }
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    if (line.kind != BlockKind::kTitle) continue;
    const auto date = FirstDateIn(text, line.span);
    if (date && date->end + 1 >= line.span.end &&
        kBefore.Search(text, {line.span.begin, date->begin})) {
      ClaimField(HeaderField::kDate, text, *date, &claims);
    }
  }
  return claims;
}

// "Estates Committee: programme of work 2003/04": whose programme it is.
std::vector<HeaderClaim> FindBodyInTitle(const Reading& reading) {
  static const Pattern kTitle(
      "^(?i:the )?((?:[\\p{Lu}&][\\p{L}’'&-]*,? (?:of |for |and |the )?){1,9}"
      "(?i:(?:sub-?)?committee|board|council|panel|executive|authority|forum|"
      "commission|cabinet))\\s*[,:(–—-]\\s*(?i:(?:draft |annual |forward |"
      "rolling )*(?:work )?(?:programme|plan|calendar|agenda|minutes|"
      "timetable|digest|decisions|actions|action list|matters arising)\\b)");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    if (line.kind != BlockKind::kTitle) continue;
    const auto match = kTitle.Search(reading.text(), line.span);
    if (!match) continue;
    ClaimField(HeaderField::kCommittee, reading.text(), (*match)[1], &claims);
    break;
  }
  return claims;
}

// "Home > Meetings > Estates Committee > 30 March 2006 > Report 2": the trail
// over a page, where nothing on the page says it better. Only with a day in it:
// other trails pass by committees too.
std::vector<HeaderClaim> FindTrail(const Reading& reading) {
  static const Pattern kStep("\\s*(?:>|»|›|\\s/\\s)\\s*");
  static const Pattern kNumber(
      "^(?i:report|paper|item)(?: no\\.?)? (\\d+\\w?)$");
  static const Pattern kBody(
      "^(?i:the )?((?:\\p{Lu}[\\p{L}’'&-]*,? (?:of |for |and |the )?){0,8}"
      "(?i:committee|board|panel|authority|cabinet|forum|full council))$");
  constexpr std::size_t kFewBlocks = 12;
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  const auto& blocks = reading.document->blocks;
  for (std::size_t i = 0; i < std::min(blocks.size(), kFewBlocks); ++i) {
    if (blocks[i].kind != BlockKind::kChrome || Length(blocks[i].span) > 200) {
      continue;
    }
    std::vector<TextSpan> steps;
    std::uint32_t begin = blocks[i].span.begin;
    for (const MatchSpans& step : kStep.SearchAll(text, blocks[i].span)) {
      steps.push_back(Trim(text, {begin, step[0].begin}));
      begin = step[0].end;
    }
    steps.push_back(Trim(text, {begin, blocks[i].span.end}));
    if (steps.size() < 3) continue;
    std::vector<HeaderClaim> told;
    bool dated = false;
    for (const TextSpan step : steps) {
      if (Empty(step)) continue;
      const auto date = FirstDateIn(text, step);
      if (date && *date == step) {
        ClaimField(HeaderField::kDate, text, step, &told);
        dated = true;
      } else if (const auto number = kNumber.Search(text, step)) {
        ClaimField(HeaderField::kNumber, text, (*number)[1], &told);
      } else if (const auto body = kBody.Search(text, step)) {
        ClaimField(HeaderField::kCommittee, text, (*body)[1], &told);
      }
    }
    if (dated) return told;
  }
  return claims;
}

HeaderRule TrailRule() {
  return {"header.trail",
          0.35,
          {{DocumentKind::kReport,
            "Home > Meetings > Estates Committee > 30 March 2006 > Report "
            "2\n\nTHE CHAIR’S REPORT\n\nKeys were lost in May.\n",
            "committee: Estates Committee\ndate: 30 March 2006\nnumber: 2"},
           {DocumentKind::kReport,
            "Home > Meetings > Estates Committee > Keys\n\nTHE CHAIR’S "
            "REPORT\n\nKeys were lost in May.\n",
            ""}},
          &FindTrail};
}

HeaderRule BodyInTitleRule() {
  return {
      "header.body-in-title",
      0.45,
      {{DocumentKind::kOther,
        "<h1>Estates and Works Committee: programme of work 2003/04</h1>",
        "committee: Estates and Works Committee"},
       {DocumentKind::kOther, "<h1>Estates Committee: what it is</h1>", ""}},
      &FindBodyInTitle};
}

HeaderRule DayOfTitleRule() {
  return {"header.day-of-title",
          0.5,
          {{DocumentKind::kMinutes,
            "<h1>Estates Committee – Minutes – 5 April 2017</h1>",
            "date: 5 April 2017"},
           {DocumentKind::kMinutes, "<h1>What came of 5 April 2017</h1>", ""}},
          &FindDayOfTitle};
}

HeaderRule BodyAndDayRule() {
  return {"header.body-and-day",
          0.8,
          {{DocumentKind::kMinutes,
            "<h1>Agenda and minutes</h1><p>Ostley Police and Crime Panel - "
            "Thursday, 16th November, 2017 10.30 am</p>",
            "committee: Ostley Police and Crime Panel\n"
            "date: Thursday, 16th November, 2017"},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>The Board - it met in May</p>", ""},
           {DocumentKind::kAgenda,
            "<h1>Trust Board meeting agenda: 3 July 2024</h1><p>1. Keys</p>",
            "committee: Trust Board\ndate: 3 July 2024"},
           {DocumentKind::kMinutes,
            "<p>Agenda for Council on Wednesday, 27th January, 2021</p>"
            "<h1>Agenda and minutes</h1>",
            "committee: Council\ndate: Wednesday, 27th January, 2021"},
           {DocumentKind::kAgenda,
            "<h1>Agenda</h1><p>News of the Board on 3 July 2024</p>", ""}},
          &FindBodyAndDay};
}

HeaderRule MeetingOfRule() {
  return {"header.meeting-of",
          0.72,
          {{DocumentKind::kMinutes,
            "<h1>Keys</h1><p>MINUTES OF A MEETING OF THE TRUST BOARD HELD ON "
            "WEDNESDAY 30 MAY 2007 AT 9.30AM</p>",
            "committee: TRUST BOARD\ndate: WEDNESDAY 30 MAY 2007"},
           {DocumentKind::kMinutes,
            "<h1>Keys</h1><p>Minutes of the ordinary meeting of the Senate "
            "held in the Long Room, Ostley, on Monday, 27 September 2004</p>",
            "committee: Senate\ndate: Monday, 27 September 2004"},
           {DocumentKind::kMinutes,
            "<h2>MINUTES</h2><p>of a meeting of the <b>Ostley Fire "
            "Authority</b><br>held in the Long Room, Ostley, on Thursday 29 "
            "July 1999 at 2 pm</p>",
            "committee: Ostley Fire Authority"},
           {DocumentKind::kMinutes,
            "<h1>Keys</h1><p>Minutes of silence were kept</p>", ""}},
          &FindMeetingOf};
}

HeaderRule ReportOfRule() {
  return {"header.report-of",
          0.72,
          {{DocumentKind::kReport,
            "<h1>Keys</h1><p>REPORT OF THE LEAD MEMBER FOR HOUSING</p>",
            "by: LEAD MEMBER FOR HOUSING"},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>Joint report of the Treasurer and the Director "
            "of Works (copy attached).</p>",
            "by: Treasurer and the Director of Works"},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>Report of the Leader of the Council providing an "
            "update on keys.</p>",
            "by: Leader of the Council"},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>Report of the Director of Works (W/24/6) on the "
            "count of keys, attached.</p>",
            "by: Director of Works"},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>Report of the Commissioner of Works.</p>",
            "by: Commissioner of Works"},
           {DocumentKind::kReport,
            "<h1>Keys of the county - Report of the Chief Executive</h1>",
            "by: Chief Executive"},
           {DocumentKind::kReport,
            "<h1>Keys</h1><p>Report of the lost keys</p>", ""}},
          &FindReportOf};
}

HeaderRule AddresseeRule() {
  return {
      "header.addressee",
      0.72,
      {{DocumentKind::kReport, "<h1>Keys</h1><p>To the Cabinet Meeting</p>",
        "committee: Cabinet"},
       {DocumentKind::kReport,
        "<h1>Keys</h1><p>REPORT TO THE ESTATES COMMITTEE, 4 May 2004</p>",
        "committee: ESTATES COMMITTEE\ndate: 4 May 2004"},
       {DocumentKind::kReport,
        "<h1>Keys</h1><p>To the east of the bridge stands a board</p>", ""}},
      &FindAddressee};
}

HeaderRule TitleFieldRule() {
  return {"header.title-field",
          0.955,
          {{DocumentKind::kReport,
            "<h1>To the Cabinet</h1><p>TITLE: Keys of the county</p>",
            "title: Keys of the county"},
           {DocumentKind::kReport, "<h1>A form</h1><p>Title: Mrs</p>", ""}},
          &FindTitleField};
}

HeaderRule UnderNoticeRule() {
  return {"header.under-notice",
          0.955,
          {{DocumentKind::kPress,
            "Press release\n\nNew keys for all of Ostley\n\n16 July 2003\n",
            "title: New keys for all of Ostley"},
           {DocumentKind::kPress, "Press release\n\n16 July 2003\n", ""}},
          &FindUnderNotice};
}

}  // namespace

const std::vector<HeaderRule>& HeaderPlainRules() {
  static const std::vector<HeaderRule> kRules = {
      ReportOfRule(),    AddresseeRule(),       TitleFieldRule(),
      UnderNoticeRule(), BodyOverMeetingRule(), BodyAndDayRule(),
      MeetingOfRule(),   DayOfTitleRule(),      BodyInTitleRule(),
      TrailRule()};
  return kRules;
}

}  // namespace concord::extraction
