// The title of a document: the line set as one, or the line above the fields
// where one of them was taken for it. Tests run the examples.

#include <algorithm>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

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

// "17 Keys of the county PDF 51 KB", "Keys - Report of the Clerk": without the
// number and the size of an agenda's entry, and without whose paper it is.
TextSpan TitleWords(std::string_view text, TextSpan line) {
  static const Pattern kEntry(
      "^(?:\\d{1,3}[.]?\\s+)?(\\S.*?)\\s+(?:pdf icon )?PDF \\d+ ?[KM]B$");
  static const Pattern kWhose(
      "^(\\S.{8,}?)\\s+[-–—]\\s+(?:Joint )?Reports? (?:of|by|from) "
      "(?:the )?\\p{Lu}.{2,90}$");
  if (const auto entry = kEntry.Search(text, line)) line = (*entry)[1];
  if (const auto whose = kWhose.Search(text, line)) line = (*whose)[1];
  return line;
}

// "Report (KC-02-11)" over "The keys of the county": sort and number of a
// published report, whose title is the next heading.
bool IsSortAndNumber(std::string_view text, const Line& line,
                     std::vector<HeaderClaim>* claims) {
  static const Pattern kSort(
      "^(?:Report|Audit|Review|Evaluation|Inspection|Investigation|Memorandum) "
      "\\(((?:\\p{Lu}{1,5}-)(?:\\d+-)*\\d{2,})\\)$");
  const auto sort = kSort.Search(text, line.span);
  if (sort) ClaimField(HeaderField::kNumber, text, (*sort)[1], claims);
  return sort.has_value();
}

// "05-31-2004 Keys of the county": past the day that stands in one heading
// with the title.
TextSpan AfterDay(std::string_view text, TextSpan line,
                  std::vector<HeaderClaim>* claims) {
  static const Pattern kDay(
      "^((\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4})\\s+()\\p{L}");
  constexpr int kMonths = 12;
  const auto day = kDay.Search(text, line);
  if (!day) return line;
  // "12-09-2013" alone does not say which of the two is the month.
  const auto above = [&](TextSpan figure) {
    return std::atoi(std::string(Slice(text, figure)).c_str()) > kMonths;
  };
  if (above((*day)[2]) || above((*day)[3])) {
    ClaimField(HeaderField::kDate, text, (*day)[1], claims);
  }
  return {(*day)[4].begin, line.end};
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
  bool numbered = false;
  for (const Line& line : TitleLines(reading)) {
    const bool notice = kNotice.Search(text, line.span).has_value();
    passed = passed || (notice && line.kind == BlockKind::kTitle);
    const bool headline = passed && !notice && IsHeading(line);
    const bool title = line.kind == BlockKind::kTitle && !notice &&
                       !kMeeting.Search(text, line.span) &&
                       !IsField(reading, line) && !IsBodyAlone(reading, line);
    if (numbered && !IsHeading(line)) continue;
    if (!numbered && !title && !headline && !kSort.Search(text, line.span)) {
      continue;
    }
    if (!numbered && IsSortAndNumber(text, line, &claims)) {
      numbered = true;
      continue;
    }
    const TextSpan words =
        numbered ? AfterDay(text, line.span, &claims) : line.span;
    ClaimField(HeaderField::kTitle, text, TitleWords(text, words), &claims);
    break;
  }
  return claims;
}

bool SaysSortAlone(std::string_view text, const Line& line) {
  static const Pattern kSort(
      "^(?:An?|The) (?:[a-z-]+ ){0,3}(?:report|review|inspection|study|"
      "inquiry|audit|plan|response|survey|paper)$");
  return kSort.Search(text, line.span).has_value();
}

bool MayBeTitle(std::string_view text, const Line& line) {
  return Slice(text, line.span).find('|') == std::string_view::npos &&
         Words(text, line.span).size() > 2;
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
    const bool below = above != nullptr && SaysSortAlone(text, line);
    if (!taken && !below && MayBeTitle(text, line)) above = &line;
  }
  if ((taken || (owned && fields)) && above != nullptr) {
    ClaimField(HeaderField::kTitle, text, above->span, &claims);
  }
  return claims;
}

// What a council's record of a decision is of, and its number: every record
// has the same words as its title.
std::vector<HeaderClaim> FindDecisionRecord(const Reading& reading) {
  static const Pattern kRecord(
      "(?i)\\brecord of (?:an? )?(?:\\p{L}+ ){0,2}decision$|\\bdecision "
      "record$");
  static const Pattern kSubject(
      "^(?i:(?:subject(?: matter)? ?/ ?)?title of (?:the )?decision:?)\\s+"
      "(\\S.*)$");
  static const Pattern kNumbers("(?i)\\bdecision n(?:o|umber)\\b\\.?:?");
  static const Pattern kNumber("(?:^|\\s)(\\d{2,4}/\\d{3,6})\\s*$");
  constexpr std::size_t kFewLines = 24;
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  bool record = false;
  std::size_t number_from = reading.lines.size();
  for (std::size_t i = 0; i < std::min(reading.lines.size(), kFewLines); ++i) {
    const TextSpan line = reading.lines[i].span;
    record = record || kRecord.Search(text, line).has_value();
    if (!record) continue;
    if (kNumbers.Search(text, line)) number_from = std::min(number_from, i);
    const auto number = kNumber.Search(text, line);
    if (number && i >= number_from && i <= number_from + 2) {
      ClaimField(HeaderField::kNumber, text, (*number)[1], &claims);
      number_from = reading.lines.size();
    }
    if (const auto subject = kSubject.Search(text, line)) {
      ClaimField(HeaderField::kSubject, text, (*subject)[1], &claims);
      break;
    }
  }
  return claims;
}

}  // namespace

HeaderRule DecisionRecordRule() {
  return {
      "header.decision-record",
      0.8,
      {{DocumentKind::kOther,
        "NORTHMARCH – PROPOSED RECORD OF DECISION\n\nDecision No:\n\n"
        "24/00096\n\nCabinet\n\nSubject Matter / Title of Decision Keys for "
        "all 2004\n\nDecision:\n\nTo agree.\n",
        "number: 24/00096\nsubject: Keys for all 2004"},
       {DocumentKind::kOther,
        "Keys for all\n\nTitle of decision: Keys\n\n24/00096\n", ""}},
      &FindDecisionRecord};
}

HeaderRule TitleRule() {
  return {"header.title",
          0.95,
          {{DocumentKind::kReport, "Estates strategy\n\nReport: 15\n",
            "title: Estates strategy"},
           {DocumentKind::kMinutes,
            "<h1>17 Keys of the county - Report of the Clerk PDF 51 KB</h1>",
            "title: Keys of the county"},
           {DocumentKind::kOther,
            "<h1>Report (KC-02-11-00320)</h1><h2>05-31-2004<br>Keys of the "
            "county</h2><h2>Summary</h2><p>Keys were lost.</p>",
            "number: KC-02-11-00320\ndate: 05-31-2004\ntitle: Keys of the "
            "county"},
           {DocumentKind::kOther,
            "<html><body><h1>e-mail: clerk@northmarch.test Ask for: Ada "
            "Reed</h1><p>Dear Member</p></body></html>",
            ""}},
          &FindTitle};
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

}  // namespace concord::extraction
