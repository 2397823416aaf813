// Lines of front matter that name a maker, a body or a day without a field's
// name, by where they stand or how they begin.
//
//   "held in the Long Room on Tuesday 3 May 2001"     "Prepared by Ada Reed"
//   "Ada Reed, National Keys Inspectorate, 23 May 2000"
//   refused: "Report of the lost keys", "8 June 2004 was the day of the keys."
//
// Cost: one look at each line of the front matter.

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "Tuesday 8 June 2004 at 2.30 pm in the Boardroom", "14.XI.01  Our ref: 44":
// a line of front matter that a date opens.
std::vector<HeaderClaim> FindOpeningDate(const Reading& reading) {
  static const Pattern kAfter(
      "^\\s*(?:$|[,;–—-]|at\\b|in\\b|from\\b|\\(|[Oo]ur [Rr]ef|[Yy]our [Rr]ef|"
      "[Rr]ef\\b|\\d{1,2}[.:]\\d{2})");
  static const Pattern kBefore(
      "^(?i:on |(?:for use |embargoed |released )?"
      "(?:until |from |on )(?:[\\d.:]+ ?(?:am|pm)? on )?)?"
      "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
      ")?$");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 140 || line.kind == BlockKind::kTitle) continue;
    const auto date = FirstDateIn(text, line.span);
    if (!date || !kBefore.Search(text, {line.span.begin, date->begin}) ||
        !kAfter.Search(text, {date->end, line.span.end})) {
      continue;
    }
    ClaimField(HeaderField::kDate, text, *date, &claims);
    break;
  }
  return claims;
}

HeaderRule OpeningDateRule() {
  return {"header.opening-date",
          0.6,
          {{DocumentKind::kAgenda,
            "<h1>Agenda</h1><p>Tuesday 8 June 2004 at 2.30 pm in the Long "
            "Room</p>",
            "date: Tuesday 8 June 2004"},
           {DocumentKind::kOther,
            "<h1>Letter</h1><p>14.XI.01 Our ref: K/44</p>", "date: 14.XI.01"},
           {DocumentKind::kOther,
            "<h1>Keys</h1><p>8 June 2004 was the day of the keys.</p>", ""}},
          &FindOpeningDate};
}

// "held in the Long Room, Priory House, on Tuesday 3rd December 2002".
std::vector<HeaderClaim> FindHeldLine(const Reading& reading) {
  static const Pattern kHeld(
      "^\\(?(?i:(?:which was |was |meeting )?held|at a meeting (?:of .*)?held|"
      "of (?:the|a) meeting|[^.]{4,70}: minutes of|[^.]{4,70} meeting "
      "held)\\b");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    // "To approve the minutes of the meeting held on ...": of another one.
    static const Pattern kOther(
        "^(?i:to |that |minutes? of the (?:last|prev))");
    static const Pattern kVerb(
        "^\\(?(?i:(?:which was |was |meeting )?held)\\b");
    if (Length(line.span) > 240 || !kHeld.Search(text, line.span) ||
        kOther.Search(text, line.body)) {
      continue;
    }
    const std::size_t known = claims.size();
    ClaimDate(text, line.span, &claims);
    const bool dated = claims.size() > known;
    if (!kVerb.Search(text, line.span)) {
      ClaimField(HeaderField::kCommittee, text, CommitteeAt(text, line.span),
                 &claims);
    }
    if (dated) break;
  }
  return claims;
}

// "Ada Reed, National Keys Inspectorate, 23 May 2000": a line of names that a
// date ends, without a verb.
std::vector<HeaderClaim> FindSignedLine(const Reading& reading) {
  static const Pattern kNames(
      "^((?:[\\p{Lu}][\\p{L}’'.-]*|of|and|the|for|&|in)(?:,? (?:[\\p{Lu}]"
      "[\\p{L}’'.-]*|of|and|the|for|&|in))*),? *(?:[–—|(-] *)?$");
  static const Pattern kNoName(
      "^(?i:published|issued|dated?|version|updated|printed|approved|draft|"
      "revised|edition|for)\\b");
  static const Pattern kDay(
      "\\b(?:on|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?,?\\s*$");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  const bool meeting = reading.kind == DocumentKind::kMinutes ||
                       reading.kind == DocumentKind::kAgenda;
  for (const Line& line : FrontMatter(reading)) {
    if (line.kind == BlockKind::kTitle || Length(line.span) > 160) continue;
    const auto date = FirstDateIn(text, line.span);
    if (!date || date->end + 2 < line.span.end) continue;
    const TextSpan before = {line.span.begin, date->begin};
    const auto names = kNames.Search(text, before);
    if (!names || kDay.Search(text, before)) continue;
    // The clerk signs an agenda some days before its meeting.
    if (meeting && !ReadPeople(text, (*names)[1]).empty()) continue;
    ClaimField(HeaderField::kDate, text, *date, &claims);
    const TextSpan body = BodyIn(text, (*names)[1]);
    static const Pattern kMeets(
        "(?i:committee|board|panel|authority|cabinet|council|forum)$");
    const bool meets =
        meeting || (reading.kind != DocumentKind::kInspection && !Empty(body) &&
                    body.end >= (*names)[1].end && kMeets.Search(text, body));
    if (meets && !Empty(body)) {
      ClaimField(HeaderField::kCommittee, text, body, &claims);
    } else if (!meets && reading.kind != DocumentKind::kPress &&
               (reading.kind != DocumentKind::kOther ||
                !ReadPeople(text, (*names)[1]).empty()) &&
               !kNoName.Search(text, (*names)[1])) {
      ClaimField(HeaderField::kBy, text, (*names)[1], &claims);
    }
    break;
  }
  return claims;
}

// "Prepared by A Reed, Auditor", "Written by ...", "Report of the Keys Panel",
// "by A Reed": who made it, without a colon.
std::vector<HeaderClaim> FindMakerLine(const Reading& reading) {
  static const Pattern kMaker(
      "^(?:(?i:(?:prepared|written|compiled|presented|submitted|produced|"
      "reported)(?: to [^.,;]{3,60}?)? by) |(?i:(by)) |"
      "(?:A |The )?(?i:(?:final |interim |joint )?report (?:of|by)) (?:the )?"
      "(\\p{Lu}))");
  static const Pattern kUnder(
      "(?: (?:under|in accordance with|for|on \\d|on \\p{Lu}\\p{L}+day\\b)|,? "
      "(?:on "
      ")?(?:\\d{1,2}(?:st|nd|"
      "rd|th)?|January|February|March|April|May|June|July|August|September|"
      "October|November|December) )");
  static const Pattern kBody(
      "(?:Panel|Committee|Board|Group|Team|Office|Inspectorate|Party|Unit)$");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  if (reading.kind == DocumentKind::kReport) return claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kMaker.Search(text, line.span);
    if (!match || Length(line.span) > 140) continue;
    TextSpan who = {(*match)[0].end, line.span.end};
    if (!Empty((*match)[1]) && ReadPeople(text, who).empty()) continue;
    if (!Empty((*match)[2])) {
      who.begin = (*match)[2].begin;
      if (!kBody.Search(text, who)) continue;
    }
    if (const auto under = kUnder.Search(text, who)) {
      who.end = (*under)[0].begin;
      while (text[who.end - 1] == ',') --who.end;
    }
    ClaimField(HeaderField::kBy, text, who, &claims);
    break;
  }
  return claims;
}

// "National Keys Inspectorate" alone under the title of its report.
std::vector<HeaderClaim> FindPublisherLine(const Reading& reading) {
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  if (reading.kind != DocumentKind::kInspection) return claims;
  bool titled = false;
  for (const Line& line : FrontMatter(reading)) {
    static const Pattern kJoint(
        "^(?:The )?(?:[\\p{Lu}][\\p{L}’'-]+ )+(?:Panel|Group|Team|Board|Party|"
        "Committee|Commission|Inspectorate) (?:of|for) (?:the "
        ")?\\p{Lu}[^.,;:]*$");
    if (titled && kJoint.Search(text, line.span)) {
      ClaimField(HeaderField::kBy, text, line.span, &claims);
      break;
    }
    const TextSpan body = BodyIn(text, line.span);
    if (titled && !Empty(body) && body.end == line.span.end &&
        body.begin == line.span.begin && Words(text, body).size() > 1) {
      ClaimField(HeaderField::kBy, text, body, &claims);
      break;
    }
    titled = titled || line.kind == BlockKind::kTitle;
  }
  return claims;
}

// A title that names the meeting is a title where the page has no other.
std::vector<HeaderClaim> FindMeetingTitle(const Reading& reading) {
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    // A whole sentence on when and where it met is no title.
    static const Pattern kHeld("\\bheld\\b");
    if (line.kind != BlockKind::kTitle ||
        kHeld.Search(reading.text(), line.span)) {
      continue;
    }
    ClaimField(HeaderField::kTitle, reading.text(), line.span, &claims);
    break;
  }
  return claims;
}

HeaderRule HeldLineRule() {
  return {
      "header.held-line",
      0.75,
      {{DocumentKind::kMinutes,
        "<h1>Minutes of the Estates Committee</h1><p>held in the Long Room, "
        "Priory "
        "House, on Tuesday 3rd December 2002 at 2.30pm\n",
        "date: Tuesday 3rd December 2002"},
       {DocumentKind::kMinutes,
        "<h1>Minutes</h1><p>Estates Committee: minutes of the meeting of 3 May "
        "2002\n",
        "date: 3 May 2002\ncommittee: Estates Committee"},
       {DocumentKind::kMinutes,
        "<h2>MINUTES</h2><p>of a meeting of the Estates Committee<br>held in "
        "the Long Room on Thursday 29 July 1999 at 2 pm</p>",
        "date: Thursday 29 July 1999"}},
      &FindHeldLine};
}

HeaderRule SignedLineRule() {
  return {
      "header.signed-line",
      0.65,
      {{DocumentKind::kInspection,
        "<h1>Keys</h1><p>Ada Reed, National Keys Inspectorate, 23 May 2000\n",
        "date: 23 May 2000\nby: Ada Reed, National Keys Inspectorate"},
       {DocumentKind::kMinutes,
        "<h1>Minutes</h1><p>Estates Committee, 3 May 2002\n",
        "date: 3 May 2002\ncommittee: Estates Committee"},
       {DocumentKind::kInspection,
        "<h1>Keys</h1><p>The keys were lost on 23 May 2000\n", ""}},
      &FindSignedLine};
}

HeaderRule MakerLineRule() {
  return {
      "header.maker-line",
      0.7,
      {{DocumentKind::kInspection,
        "<h1>Keys</h1><p>Prepared by Gwen Tarn, Auditor, under the Keys Act "
        "1996\n",
        "by: Gwen Tarn, Auditor"},
       {DocumentKind::kInspection, "<h1>Keys</h1><p>Report of the Keys Panel\n",
        "by: Keys Panel"},
       {DocumentKind::kInspection,
        "<h1>Keys</h1><p align=center>by Gwen Tarn-Reed, Auditor</p><p>1. The "
        "keys were lost.</p>",
        "by: Gwen Tarn-Reed, Auditor"},
       {DocumentKind::kInspection,
        "<h1>Keys</h1><p>Presented to the Board by Dr Gwen Tarn on Tuesday, "
        "May 3rd 2031</p>",
        "by: Dr Gwen Tarn"},
       {DocumentKind::kInspection, "<h1>Keys</h1><p>by hook or by crook\n", ""},
       {DocumentKind::kInspection, "<h1>Keys</h1><p>Report of the lost keys\n",
        ""}},
      &FindMakerLine};
}

HeaderRule PublisherLineRule() {
  return {"header.publisher-line",
          0.55,
          {{DocumentKind::kInspection,
            "<h1>Keys</h1><p>National Keys Inspectorate\n",
            "by: National Keys Inspectorate"},
           {DocumentKind::kInspection, "<h1>Keys</h1><p>All about keys\n", ""}},
          &FindPublisherLine};
}

HeaderRule MeetingTitleRule() {
  return {"header.meeting-title",
          0.55,
          {{DocumentKind::kMinutes, "<h1>Minutes of the Estates Committee</h1>",
            "title: Minutes of the Estates Committee"}},
          &FindMeetingTitle};
}

}  // namespace

const std::vector<HeaderRule>& HeaderLineRules() {
  static const std::vector<HeaderRule> kRules = {
      OpeningDateRule(), HeldLineRule(),      SignedLineRule(),
      MakerLineRule(),   PublisherLineRule(), MeetingTitleRule()};
  return kRules;
}

}  // namespace concord::extraction
