// The header's rules: what each habit of front matter claims.
//
// Two lines often claim one field ("Report: 13" and "Report 3 of the 23 May
// 2002 meeting of ..."); each rule says what it saw and how far it is to be
// believed, and ReadHeader() weighs them. Tests run the examples.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/header_parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

HeaderClaim ClaimField(HeaderField field, std::string_view text,
                       TextSpan span) {
  HeaderClaim claim;
  claim.field = field;
  claim.item.span = Trim(text, span);
  claim.item.printed = Slice(text, claim.item.span);
  return claim;
}

// The first date of text[within], as a claim; nothing if there is none.
std::optional<HeaderClaim> DateIn(std::string_view text, TextSpan within) {
  const auto date = FirstDateIn(text, within);
  if (!date) return std::nullopt;
  return ClaimField(HeaderField::kDate, text, *date);
}

void AddDate(const Reading& reading, TextSpan within,
             std::vector<HeaderClaim>* claims) {
  if (auto date = DateIn(reading.text(), within)) {
    claims->push_back(std::move(*date));
  }
}

// True where the line is a date and little else: "Tuesday 14 May 2002".
bool IsDateLine(const Reading& reading, const Line& line) {
  static const Pattern kOpening("^(?i:date|version \\S+)?[\\s:,]*$");
  const auto date = DateIn(reading.text(), line.span);
  if (!date) return false;
  const TextSpan before = {line.span.begin, date->item.span.begin};
  return kOpening.Search(reading.text(), before).has_value() &&
         line.span.end <= date->item.span.end + 1;
}

// The front matter and, below it, the first headings: where a page of press
// news has its headline.
std::vector<Line> TitleLines(const Reading& reading) {
  constexpr std::size_t kFewLines = 12;
  std::vector<Line> lines = FrontMatter(reading);
  for (std::size_t i = lines.size();
       i < std::min(reading.lines.size(), lines.size() + kFewLines) &&
       IsHeading(reading.lines[i]);
       ++i) {
    lines.push_back(reading.lines[i]);
  }
  return lines;
}

// "Next review: Feb. 2003": a field that stands where a title would.
bool IsField(const Reading& reading, const Line& line) {
  static const Pattern kField(
      "^(?i:(?:next |last |date of "
      ")?(?:review|updated?|revised|changed|issued?|"
      "published|version|status|meeting)(?: date)?(?: on| by)?|date|owner|"
      "author|contact|ref(?:erence)?|sponsor|purpose|(?:prepared|presented|"
      "written|submitted) by|(?:lead|reporting|contact) officer)\\s*:\\s");
  return kField.Search(reading.text(), line.span).has_value();
}

// "NORTHMARCH FIRE AUTHORITY": whose page it is, not what it is about.
bool IsBodyAlone(const Reading& reading, const Line& line) {
  const auto agent = AgentAt(reading.text(), line.span);
  return agent && agent->span.end == line.span.end &&
         agent->kind == OwnerKind::kBody &&
         Words(reading.text(), line.span).size() > 1;
}

std::vector<HeaderClaim> FindTitle(const Reading& reading) {
  // A line that says which meeting was held is no title, whatever its type.
  static const Pattern kMeeting("^(?i:minutes of|(?:a |the )?meeting of)\\b");
  static const Pattern kSort("^(?i:(?:draft )?minutes|agenda)$");
  // The number of a press notice stands where another page has its title.
  static const Pattern kNotice(
      "^(?i:(?:press|news|media) (?:release|notice|statement)[\\W\\w]{0,16}|"
      "for immediate release|embargoed .*|memorandum|memo|briefing note|"
      "confidential|draft)$");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  bool passed = false;
  for (const Line& line : TitleLines(reading)) {
    const bool notice = kNotice.Search(text, line.span).has_value();
    passed = passed || (notice && line.kind == BlockKind::kTitle);
    const bool headline = passed && !notice && IsHeading(line);
    const bool title = line.kind == BlockKind::kTitle && !notice &&
                       !kMeeting.Search(text, line.span) &&
                       !IsField(reading, line) && !IsBodyAlone(reading, line);
    if (!title && !headline && !kSort.Search(text, line.span)) continue;
    claims.push_back(ClaimField(HeaderField::kTitle, text, line.span));
    break;
  }
  return claims;
}

// The line before the fields, where one of them was taken for the title.
std::vector<HeaderClaim> FindLineAboveFields(const Reading& reading) {
  static const Pattern kName("^([\\p{L} ]{2,24}?)\\s*:\\s");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  const std::vector<Line> front = FrontMatter(reading);
  const Line* above = nullptr;
  bool taken = false;
  bool owned = false;
  bool fields = false;
  for (const Line& line : front) {
    const bool field = IsField(reading, line);
    const bool title = line.kind == BlockKind::kTitle;
    taken = taken || (field && title);
    // "NORTHMARCH CONSTABULARY" over it all: whose page it is.
    owned = owned || (title && IsBodyAlone(reading, line));
    // "Keys: where they are" is no field for its colon.
    const auto name = kName.Search(text, line.span);
    if (field || (name && IsFieldName(Slice(text, (*name)[1])))) {
      if (taken || owned) {
        fields = true;
        break;
      }
      continue;
    }
    if (owned && (title || text[line.span.end - 1] == '.')) continue;
    // "A follow-up inspection" under the title says what sort of paper it is.
    static const Pattern kSort(
        "^(?:An?|The) (?:[a-z-]+ ){0,3}(?:report|review|inspection|study|"
        "inquiry|audit|plan|response|survey|paper)$");
    if (above != nullptr && kSort.Search(text, line.span)) continue;
    if (!taken && Slice(text, line.span).find('|') == std::string_view::npos &&
        Words(text, line.span).size() > 2) {
      above = &line;
    }
  }
  if ((taken || (owned && fields)) && above != nullptr) {
    claims.push_back(ClaimField(HeaderField::kTitle, text, above->span));
  }
  return claims;
}

HeaderRule LineAboveFieldsRule() {
  return {"header.line-above-fields",
          0.6,
          {{DocumentKind::kReport,
            "<html><body><p>The keys of the county</p><h1>Date: 20 May "
            "2004</h1><p>By: the Clerk</p><p>1. Keys were lost.</p></body>"
            "</html>",
            "title: The keys of the county"},
           {DocumentKind::kReport,
            "<html><body><p>Keys: what we shall do, 2002 to 2004</p><p>Issued "
            "by: the Clerk</p><h1>Next review: May 2003</h1><p>1. Keys were "
            "lost.</p></body></html>",
            "title: Keys: what we shall do, 2002 to 2004"},
           {DocumentKind::kReport,
            "<html><body><h1>NORTHMARCH FIRE AUTHORITY</h1><p>[Home] "
            "[News]</p><p>Keys improvement plan</p><p>Date: 3 May "
            "2003</p></body></html>",
            "title: Keys improvement plan"},
           {DocumentKind::kReport,
            "<html><body><p>Public meeting of the Board, 29.11.2001</p><p>From "
            "the keys to the locks</p><h1>Sponsor: the Medical Director</h1>"
            "<p>Keys were lost.</p></body></html>",
            "title: From the keys to the locks"},
           {DocumentKind::kReport, "Keys of the county\n\nNo fields.\n", ""}},
          &FindLineAboveFields};
}

std::vector<HeaderClaim> FindReportLine(const Reading& reading) {
  static const Pattern kReport("^Report(?: No\\.?)?:\\s*(\\d+\\w?)\\b");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kReport.Search(reading.text(), line.span);
    if (!match) continue;
    claims.push_back(
        ClaimField(HeaderField::kNumber, reading.text(), (*match)[1]));
  }
  return claims;
}

std::vector<HeaderClaim> FindDateLine(const Reading& reading) {
  static const Pattern kDate("^(?i:date|meeting date|date of meeting):\\s*");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kDate.Search(reading.text(), line.span);
    if (match) AddDate(reading, {(*match)[0].end, line.span.end}, &claims);
  }
  return claims;
}

std::vector<HeaderClaim> FindPublishedLine(const Reading& reading) {
  static const Pattern kDate(
      "^(?i:published(?: on)?|date of publication|publication date|issued|"
      "(?:presented|laid|submitted)\\b.*\\bon|distr\\.?:?.*)\\s*:?\\s+");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 80 || !kDate.Search(reading.text(), line.span)) {
      continue;
    }
    AddDate(reading, line.span, &claims);
  }
  return claims;
}

// Who made it, as group 1 of `pattern` in the lines of the front matter.
std::vector<HeaderClaim> MakersIn(const Reading& reading,
                                  const Pattern& pattern) {
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = pattern.Search(reading.text(), line.span);
    if (!match) continue;
    claims.push_back(ClaimField(HeaderField::kBy, reading.text(), (*match)[1]));
  }
  return claims;
}

std::vector<HeaderClaim> FindByLine(const Reading& reading) {
  static const Pattern kBy("^By:\\s*(\\S.*)$");
  return MakersIn(reading, kBy);
}

// "Report of an Inquiry by A Name": who made it, where no line says "By:".
std::vector<HeaderClaim> FindInquiryLine(const Reading& reading) {
  static const Pattern kBy(
      "^(?:A |The )?(?i:report of (?:an|the) (?:[a-z]+ )?(?:inquiry|review)) "
      "by ([\\p{Lu}].+)$");
  return MakersIn(reading, kBy);
}

// "A joint inspection by the Keys and the Locks Inspectorates": the bodies
// whose work it is, where no line names those who wrote it.
std::vector<HeaderClaim> FindReviewBy(const Reading& reading) {
  static const Pattern kBy(
      "^(?i:(?:an? |the )(?:[a-z-]+ ){0,2}(?:inquiry|review|inspection|"
      "investigation|scrutiny|evaluation|audit)(?: (?:of|into) "
      "[^.;]{3,80}?)?) by (?:the )?(\\p{Lu}[^.;]+)$");
  return MakersIn(reading, kBy);
}

// "Report 5 of the 20 May 04 meeting of the Estates Committee and ...",
// "Agenda for the 20 May 04 meeting of the Estates Committee".
std::vector<HeaderClaim> FindIntro(const Reading& reading) {
  static const Pattern kIntro(
      "^(?:Report (?:No\\.? )?(\\d+\\w?)|(?:(?:This is|These are) the "
      ")?(?:\\p{L}+ ){0,3}(?i:agenda|minutes)) (?:of|for|from) the (.{4,30}?) "
      "(?:[a-z]+ )?meeting of (?:the )?");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kIntro.Search(text, line.span);
    // "Minutes of the annual meeting of ..." names no day.
    if (!match || !FirstDateIn(text, (*match)[2])) continue;
    if (!Empty((*match)[1])) {
      claims.push_back(ClaimField(HeaderField::kNumber, text, (*match)[1]));
    }
    AddDate(reading, (*match)[2], &claims);
    const TextSpan committee =
        CommitteeAt(text, {(*match)[0].end, line.span.end});
    if (Empty(committee)) continue;
    claims.push_back(ClaimField(HeaderField::kCommittee, text, committee));
  }
  return claims;
}

// Minutes and agendas name body and day in one line.
std::vector<HeaderClaim> FindMeetingLine(const Reading& reading) {
  static const Pattern kMeeting(
      "^(?:(?i:minutes) (?:of|–|-) (?:the |a |an )?(?:(?:special|ordinary|"
      "annual|extraordinary|first|joint|inaugural|adjourned|general|regular|"
      "inquorate|public|and) ){0,3}(?:meeting of )?(?:the "
      ")?|(?:(?:A|The|Notice of) "
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
    claims.push_back(ClaimField(HeaderField::kCommittee, text, committee));
    AddDate(reading, {committee.end, line.span.end}, &claims);
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
    claims.push_back(ClaimField(HeaderField::kCommittee, reading.text(),
                                {(*match)[0].end, line.span.end}));
  }
  return claims;
}

// A date alone on its line, where no field name says what it dates.
std::vector<HeaderClaim> FindBareDate(const Reading& reading) {
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    if (!IsDateLine(reading, line)) continue;
    AddDate(reading, line.span, &claims);
    break;
  }
  return claims;
}

// "From: ... / To: Cabinet - 30 January 2025 / Subject: ...": a council's paper
// is set as a letter. "Title:" and "Re:" are its other names for the subject.
std::vector<HeaderClaim> FindLetterForm(const Reading& reading) {
  static const Pattern kLine(
      "^(?:(From|By)|(To)|(Subject|Title of (?:report|decision)|Re)|"
      "(?i:(decision (?:no|number|ref(?:erence)?)\\.?))):\\s*(\\S.*)$");
  static const Pattern kBody("^(?:the )?(.*?\\S)\\s*(?:[,–—-]|$)");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  bool addressed = false;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kLine.Search(text, line.span);
    if (!match) continue;
    const TextSpan value = (*match)[5];
    if (!Empty((*match)[1])) {
      claims.push_back(ClaimField(HeaderField::kBy, text, value));
    } else if (!Empty((*match)[2])) {
      addressed = true;
      const auto body = kBody.Search(text, value);
      if (body && CommitteeAt(text, (*body)[1]).end == (*body)[1].end) {
        claims.push_back(ClaimField(HeaderField::kCommittee, text, (*body)[1]));
      }
      AddDate(reading, value, &claims);
    } else if (!Empty((*match)[3])) {
      claims.push_back(ClaimField(HeaderField::kTitle, text, value));
    } else if (FoldWords(Slice(text, value)) != "n a") {
      claims.push_back(ClaimField(HeaderField::kNumber, text, value));
    }
  }
  // Without an addressee the words may be those of anything: "From: page 3".
  if (!addressed) claims.clear();
  return claims;
}

// A text of a few lines that is one recommendation and says when it was made.
std::vector<HeaderClaim> FindRecommendedOn(const Reading& reading) {
  static const Pattern kOn(
      "\\b[Oo]n (?:the )?(\\d{1,2}(?:st|nd|rd|th)? \\p{Lu}\\p{L}+,? "
      "\\d{4})\\b[^.;]{0,90}?\\brecommend");
  constexpr std::size_t kFewLines = 12;
  std::vector<HeaderClaim> claims;
  if (reading.kind != DocumentKind::kOther ||
      reading.lines.size() > kFewLines) {
    return claims;
  }
  for (const Line& line : reading.lines) {
    const auto match = kOn.Search(reading.text(), line.span);
    if (!match) continue;
    AddDate(reading, (*match)[1], &claims);
    break;
  }
  return claims;
}

HeaderRule LetterFormRule() {
  return {
      "header.letter-form",
      0.96,
      {{DocumentKind::kReport,
        "From: Gwen Tarn, Cabinet Member for Keys\nTo: Cabinet – 30 January "
        "2025\nSubject: Keys of the county\nDecision no: 24/00109\n",
        "by: Gwen Tarn, Cabinet Member for Keys\ncommittee: Cabinet\n"
        "date: 30 January 2025\ntitle: Keys of the county\n"
        "number: 24/00109"},
       {DocumentKind::kOther, "From: page 3\n\nKeys are kept.\n", ""}},
      &FindLetterForm};
}

HeaderRule RecommendedOnRule() {
  return {"header.recommended-on",
          0.6,
          {{DocumentKind::kOther,
            "On 22 February 2024, the Commission recommended that Ostley Rail "
            "count its keys.\n",
            "date: 22 February 2024"},
           {DocumentKind::kOther,
            "On 22 February 2024 the keys of Ostley Rail were lost.\n", ""}},
          &FindRecommendedOn};
}

HeaderRule TitleRule() {
  return {"header.title",
          0.95,
          {{DocumentKind::kReport, "Estates strategy\n\nReport: 15\n",
            "title: Estates strategy"}},
          &FindTitle};
}

HeaderRule ReportLineRule() {
  return {"header.report-line",
          0.95,
          {{DocumentKind::kReport, "Estates\n\nReport: 11a\nBy: Clerk\n",
            "number: 11a"},
           {DocumentKind::kReport,
            "Estates\n\nReport: 16 - Report not considered by the committee\n",
            "number: 16"},
           {DocumentKind::kReport, "Estates\n\nReport: the next steps\n", ""}},
          &FindReportLine};
}

HeaderRule DateLineRule() {
  return {"header.date-line",
          0.95,
          {{DocumentKind::kReport, "Estates\n\nDate: 09 Jun 05\nBy: Clerk\n",
            "date: 09 Jun 05"}},
          &FindDateLine};
}

HeaderRule PublishedLineRule() {
  return {"header.published-line",
          0.9,
          {{DocumentKind::kInspection,
            "Keeping Keys\n\nPublished: 21 October 1997\n",
            "date: 21 October 1997"}},
          &FindPublishedLine};
}

HeaderRule ByLineRule() {
  return {"header.by-line",
          0.95,
          {{DocumentKind::kReport,
            "Estates\n\nReport: 1\nBy: the Clerk and the Treasurer\n",
            "by: the Clerk and the Treasurer"}},
          &FindByLine};
}

HeaderRule InquiryLineRule() {
  return {"header.inquiry-line",
          0.8,
          {{DocumentKind::kInspection,
            "The Lost Keys\n\nReport of an Inquiry by Dame Gwen Tarn\n",
            "by: Dame Gwen Tarn"}},
          &FindInquiryLine};
}

HeaderRule ReviewByRule() {
  return {"header.review-by",
          0.54,
          {{DocumentKind::kInspection,
            "The Lost Keys\n\nA joint inspection by the Inspectorate of Keys "
            "and the Locks Inspectorate\n",
            "by: Inspectorate of Keys and the Locks Inspectorate"},
           {DocumentKind::kInspection,
            "The Lost Keys\n\nAn independent review of the county's doors by "
            "Professor Gwen Tarn\n",
            "by: Professor Gwen Tarn"},
           {DocumentKind::kInspection,
            "The Lost Keys\n\nA review of keys by 5 May\n", ""}},
          &FindReviewBy};
}

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

HeaderRule BareDateRule() {
  return {
      "header.bare-date",
      0.7,
      {{DocumentKind::kPress, "New keys for all\n\n23/03\n16 July 2003\n",
        "date: 16 July 2003"},
       {DocumentKind::kPress,
        "New keys for all\n\nThey were cut on 16 July 2003 by hand.\n", ""}},
      &FindBareDate};
}

}  // namespace

std::optional<TextSpan> FirstDateIn(std::string_view text, TextSpan within) {
  for (const DateMention& date :
       FindDatesInText(Slice(text, within), std::nullopt)) {
    if (date.edtf.empty()) continue;
    return TextSpan{within.begin + date.span.begin,
                    within.begin + date.span.end};
  }
  return std::nullopt;
}

void ClaimField(HeaderField field, std::string_view text, TextSpan span,
                std::vector<HeaderClaim>* claims) {
  HeaderClaim claim;
  claim.field = field;
  claim.item.span = Trim(text, span);
  claim.item.printed = Slice(text, claim.item.span);
  if (!Empty(claim.item.span)) claims->push_back(std::move(claim));
}

bool IsPeriod(std::string_view printed) {
  const auto read = ReadDateExpression(printed, std::nullopt);
  const std::size_t slash = read ? read->edtf.find('/') : std::string::npos;
  constexpr std::size_t kDayLength = 10;  // "2004-05-06"
  return slash != std::string::npos && slash < kDayLength;
}

void ClaimDate(std::string_view text, TextSpan within,
               std::vector<HeaderClaim>* claims) {
  if (const auto date = FirstDateIn(text, within)) {
    ClaimField(HeaderField::kDate, text, *date, claims);
  }
}

TextSpan CommitteeAt(std::string_view text, TextSpan within) {
  static const Pattern kParent("\\s+of (?:the )?");
  const auto agent = AgentAt(text, within);
  if (!agent) return {};
  TextSpan name = agent->span;
  const auto parent = kParent.Search(text, name);
  if (parent) name.end = parent->front().begin;
  return name;
}

const std::vector<HeaderRule>& HeaderRules() {
  static const std::vector<HeaderRule> kRules = {
      TitleRule(),         LineAboveFieldsRule(), ReportLineRule(),
      DateLineRule(),      PublishedLineRule(),   ByLineRule(),
      InquiryLineRule(),   IntroRule(),           MeetingLineRule(),
      JointLineRule(),     BareDateRule(),        LetterFormRule(),
      RecommendedOnRule(), ReviewByRule()};
  return kRules;
}

}  // namespace concord::extraction
