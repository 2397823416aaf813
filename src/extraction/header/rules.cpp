// The header's rules: what each habit of front matter claims.
//
// Two lines often claim one field ("Report: 13" and "Report 3 of the 23 May
// 2002 meeting of ..."); each rule says what it saw and how far it is to be
// believed, and ReadHeader() weighs them. Tests run the examples.

#include "concord/base/unicode.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

// True where the line is a date and little else: "Tuesday 14 May 2002".
bool IsDateLine(const Reading& reading, const Line& line) {
  static const Pattern kOpening("^(?i:date|version \\S+)?[\\s:,]*$");
  const auto date = FirstDateIn(reading.text(), line.span);
  if (!date) return false;
  const TextSpan before = {line.span.begin, date->begin};
  return kOpening.Search(reading.text(), before).has_value() &&
         line.span.end <= date->end + 1;
}

std::vector<HeaderClaim> FindReportLine(const Reading& reading) {
  static const Pattern kReport("^Report(?: No\\.?)?:\\s*(\\d+\\w?)\\b");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kReport.Search(reading.text(), line.span);
    if (!match) continue;
    ClaimField(HeaderField::kNumber, reading.text(), (*match)[1], &claims);
  }
  return claims;
}

std::vector<HeaderClaim> FindDateLine(const Reading& reading) {
  static const Pattern kDate("^(?i:date|meeting date|date of meeting):\\s*");
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    const auto match = kDate.Search(reading.text(), line.span);
    if (!match) continue;
    ClaimDate(reading.text(), {(*match)[0].end, line.span.end}, &claims);
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
    ClaimDate(reading.text(), line.span, &claims);
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
    ClaimField(HeaderField::kBy, reading.text(), (*match)[1], &claims);
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

// A date alone on its line, where no field name says what it dates.
std::vector<HeaderClaim> FindBareDate(const Reading& reading) {
  std::vector<HeaderClaim> claims;
  for (const Line& line : FrontMatter(reading)) {
    if (!IsDateLine(reading, line)) continue;
    ClaimDate(reading.text(), line.span, &claims);
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
      ClaimField(HeaderField::kBy, text, value, &claims);
    } else if (!Empty((*match)[2])) {
      addressed = true;
      const auto body = kBody.Search(text, value);
      if (body && CommitteeAt(text, (*body)[1]).end == (*body)[1].end) {
        ClaimField(HeaderField::kCommittee, text, (*body)[1], &claims);
      }
      ClaimDate(reading.text(), value, &claims);
    } else if (!Empty((*match)[3])) {
      ClaimField(HeaderField::kTitle, text, value, &claims);
    } else if (FoldWords(Slice(text, value)) != "n a") {
      ClaimField(HeaderField::kNumber, text, value, &claims);
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
    ClaimDate(reading.text(), (*match)[1], &claims);
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
  return {
      "header.by-line",
      0.95,
      {{DocumentKind::kReport,
        "Estates\n\nReport: 1\nBy: the Clerk and the Treasurer\n",
        "by: the Clerk and the Treasurer"},
       {DocumentKind::kReport, "Estates\n\nReport: 1\nBy: Decision no:\n", ""}},
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

const std::vector<HeaderRule>& HeaderRules() {
  static const std::vector<HeaderRule> kRules = {
      TitleRule(),         LineAboveFieldsRule(), ReportLineRule(),
      DateLineRule(),      PublishedLineRule(),   ByLineRule(),
      InquiryLineRule(),   IntroRule(),           MeetingLineRule(),
      JointLineRule(),     BareDateRule(),        LetterFormRule(),
      RecommendedOnRule(), ReviewByRule(),        DecisionRecordRule()};
  return kRules;
}

}  // namespace concord::extraction
