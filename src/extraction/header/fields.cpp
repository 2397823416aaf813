// Fields of front matter by their printed names, however they are set.
//
//   "Meeting: Estates Committee"     a line, or a row of a table
//   "Prepared by: Clerk | Date: 30/06/05 | Version 3"     several in one line
//   "Estates Committee – 17.2.98 – Report 11b"     divided, by their shapes
//   refused: "From: page 3", "To: all staff", "Date: to be arranged"
//
// Weaker than the archive's own lines (rules.cpp), so that these decide
// where a page has both. Cost: one look at each line of the front matter.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// The pieces of a line that a bar, a tab, a middle dot or wide space divides.
std::vector<TextSpan> Segments(std::string_view text, TextSpan line) {
  static const Pattern kBreak(
      "\\s*(?:\\||\\t|·|•|\\n)\\s*|[ \\x{A0}]{3,}|\\x{A0}{2,}|;\\s+");
  // "Estates Committee – 17.2.98 – Report 11b": one dash is no division.
  static const Pattern kDash("\\s+[–—-]\\s+");
  std::vector<TextSpan> segments;
  std::uint32_t begin = line.begin;
  auto cuts = kBreak.SearchAll(text, line);
  if (cuts.empty()) cuts = kDash.SearchAll(text, line);
  if (cuts.size() == 1 && kDash.Matches(Slice(text, cuts[0][0]))) cuts.clear();
  // "Report: 5 Date: 25 Sept 2001 By: the Clerk": the names divide.
  static const Pattern kName(
      "\\S(\\s+)(?i:report|item|paper|date|committee|meeting|by|subject|title|"
      "ref|from|to)\\s?:\\s");
  static const Pattern kOpens("^\\p{L}[\\p{L}. ]{1,24}:\\s");
  if (cuts.empty() && kOpens.Search(text, line)) {
    for (MatchSpans& name : kName.SearchAll(text, line)) {
      cuts.push_back({name[1]});
    }
  }
  for (const MatchSpans& cut : cuts) {
    // "FROM   : the Clerk".
    if (cut[0].end < line.end && text[cut[0].end] == ':') continue;
    segments.push_back(Trim(text, {begin, cut[0].begin}));
    begin = cut[0].end;
  }
  segments.push_back(Trim(text, {begin, line.end}));
  return segments;
}

// "Meeting | Subject | Purpose | Author" over rows of the same width: a table's
// columns, not fields with their values.
bool HeadsColumns(std::string_view text, const std::vector<Line>& lines,
                  std::size_t i) {
  constexpr std::ptrdiff_t kFew = 2;  // tabs
  if (i + 1 >= lines.size()) return false;
  const auto tabs = [&](const Line& line) {
    const std::string_view words = Slice(text, line.span);
    return std::count(words.begin(), words.end(), '\t');
  };
  return lines[i].kind == BlockKind::kTableRow &&
         lines[i + 1].kind == BlockKind::kTableRow && tabs(lines[i]) > kFew &&
         tabs(lines[i + 1]) > kFew;
}

std::optional<HeaderField> FieldNamed(std::string_view name) {
  static const Pattern kTitle(
      "^(?i:subject|title|re|(?:report|paper) title|title of (?:report|paper|"
      "decision)|heading|topic)$");
  static const Pattern kCommittee(
      "^(?i:to|to the|committee|mtg|meeting|meeting of|(?:report|paper) to|in "
      "control|meeting body|"
      "name of (?:committee|meeting)|decision[ -]maker|body|for|considered by|"
      "considered at|submitted to|presented to|laid before|"
      "decision to be taken by)$");
  static const Pattern kDate(
      "^(?i:date|dated|date of (?:the )?(?:meeting|report|issue|decision|"
      "publication)|(?:meeting|publication|issue|mtg) date|published|issued|"
      "issued on|published on|"
      "date issued|posted|(?:posted|published|released|held) on|date "
      "(?:published|posted|released)|(?:article publication|release|report|"
      "decision|hearing|session|agenda) date|on agenda|held on|day and "
      "date|on|held(?: on)?|meeting held|agreed|adopted|approved|"
      "considered|(?:last )?(?:updated|changed|revised|amended)|when|"
      "dates? (?:and|&) (?:time|place|venue)|time and date|date/time)$");
  static const Pattern kBy(
      "^(?i:by|from|(?:(?:joint|independent) )?(?:report|rpt|rept|paper|review|"
      "inspection|inquiry|investigation|scrutiny|study|audit) (?:of|by|from)|"
      "presented by|issued by|produced by|compiled by|"
      "prepared by|submitted by|written by|introduced by|"
      "(?:reporting|lead|presenting|responsible) officer|report of)$");
  static const Pattern kNumber(
      "^(?i:report|report (?:no\\.?|number)|(?:agenda )?item|"
      "(?:as )?(?:agenda )?item (?:no\\.?|number)|as item|paper|paper "
      "(?:no\\.?|number)|"
      "(?:our )?ref(?:erence)?(?: no\\.?)?|file(?: no\\.?| number| ?#))$");
  if (kTitle.Matches(name)) return HeaderField::kTitle;
  if (kCommittee.Matches(name)) return HeaderField::kCommittee;
  if (kDate.Matches(name)) return HeaderField::kDate;
  if (kBy.Matches(name)) return HeaderField::kBy;
  if (kNumber.Matches(name)) return HeaderField::kNumber;
  return std::nullopt;
}

struct Named {
  HeaderField field = HeaderField::kTitle;
  TextSpan value;
};

// "Date: 4 May" in one piece, or "Date" and "4 May" in two.
std::vector<Named> NamedIn(std::string_view text, TextSpan line, bool row) {
  static const Pattern kPiece("^([\\p{L}. #-]{2,28}?)\\s*:\\s*(\\S.*)?$");
  std::vector<Named> found;
  HeaderField waiting = HeaderField::kTitle;
  bool waits = false;  // a name alone, its value in the next piece
  for (const TextSpan piece : Segments(text, line)) {
    const auto match = kPiece.Search(text, piece);
    if (waits && !match) found.push_back({waiting, piece});
    waits = false;
    // "Report by: Keys Inspectorate; Locks Inspectorate": both made it.
    if (!match && !row && !found.empty() &&
        found.back().field == HeaderField::kBy &&
        Slice(text, {found.back().value.end, piece.begin}) == "; ") {
      found.back().value.end = piece.end;
    }
    if (!match && !row) continue;
    const auto field = FieldNamed(Slice(text, match ? (*match)[1] : piece));
    if (!field) continue;
    if (!match || Empty((*match)[2])) {
      waiting = *field;
      waits = true;
    } else {
      found.push_back({*field, (*match)[2]});
    }
  }
  return found;
}

void ClaimNamed(std::string_view text, const Named& named,
                std::vector<HeaderClaim>* claims) {
  static const Pattern kNumber(
      "^(\\d{2}-\\d{3,5}|\\d+[a-z]?|[A-Z]{1,6}[/ ]?[\\d/]*\\d\\w?"
      "(?:/[A-Z][a-z]{2}\\d{2})?)\\b");
  static const Pattern kPage("^(?:page|p\\.|section|\\d)");
  switch (named.field) {
    case HeaderField::kDate:
      return ClaimDate(text, named.value, claims);
    case HeaderField::kCommittee: {
      TextSpan body = named.value;
      // "Meeting: 25/09/2018 - Estates Committee (Item 7)".
      const auto date = FirstDateIn(text, body);
      static const Pattern kDash("^\\s*[,–—-]\\s*");
      if (date && date->begin == body.begin) {
        body.begin = date->end;
        const auto dash = kDash.Search(text, body);
        if (dash) body.begin = (*dash)[0].end;
      }
      ClaimField(named.field, text, BodyIn(text, body), claims);
      return ClaimDate(text, named.value, claims);
    }
    case HeaderField::kNumber: {
      const auto number = kNumber.Search(text, named.value);
      if (number) ClaimField(named.field, text, (*number)[1], claims);
      return;
    }
    case HeaderField::kBy:
      if (kPage.Search(text, named.value)) return;
      break;
    case HeaderField::kTitle:
    case HeaderField::kSubject:
      break;
  }
  ClaimField(named.field, text, named.value, claims);
}

// A piece of a divided line that says what it is by its shape alone: a body, a
// date, "Report 11b".
void ClaimShape(std::string_view text, TextSpan piece,
                std::vector<HeaderClaim>* claims) {
  static const Pattern kNumber(
      "^(?i:report|paper|(?:agenda )?item)(?: (?i:no\\.?|number))?\\s*"
      "(\\d+[a-z]?(?:/\\d+)*)\\b");
  static const Pattern kCommittee(
      "(?i:committee|board|panel|authority|cabinet|council|forum|executive)$");
  if (const auto number = kNumber.Search(text, piece)) {
    return ClaimField(HeaderField::kNumber, text, (*number)[1], claims);
  }
  // "In 2015, keys were lost" begins a sentence.
  static const Pattern kWithin(
      "^(?i:in|since|during|until|by|before|after|between|over|as)\\b");
  const auto date = FirstDateIn(text, piece);
  if (date && date->begin <= piece.begin + 10 && date->end + 1 >= piece.end &&
      !kWithin.Search(text, piece) && !IsPeriod(Slice(text, *date))) {
    return ClaimField(HeaderField::kDate, text, *date, claims);
  }
  // "17.2.98" by itself can be nothing else.
  const auto whole = ReadDateExpression(Slice(text, piece), std::nullopt);
  if (!date && whole && !whole->edtf.empty() && Length(piece) >= 6) {
    return ClaimField(HeaderField::kDate, text, piece, claims);
  }
  // "Report 2 – 30 March – Councillor Ada Reed"
  static const Pattern kTitled(
      "^(?:Councillor|Cllr|Dr|Professor|Sir|Dame|Mr|Mrs|Ms|Miss) "
      "[^.,;]{4,50}$");
  if (kTitled.Search(text, piece)) {
    const auto people = ReadPeople(text, piece);
    if (people.size() == 1 && people[0].span == piece) {
      return ClaimField(HeaderField::kBy, text, piece, claims);
    }
  }
  const TextSpan body = BodyIn(text, piece);
  if (!Empty(body) && kCommittee.Search(text, body)) {
    ClaimField(HeaderField::kCommittee, text, body, claims);
  }
}

// Lines that fields divide, whether or not each has a name.
std::vector<HeaderClaim> FindShapes(const Reading& reading) {
  static const Pattern kComma("\\s*,\\s+");
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  for (const Line& line : FrontMatter(reading)) {
    if (Length(line.span) > 160 || line.kind == BlockKind::kTitle ||
        line.kind == BlockKind::kTableRow) {
      continue;
    }
    auto pieces = Segments(text, line.span);
    constexpr std::size_t kManyWords = 12;
    const bool sentence = text[line.span.end - 1] == '.' &&
                          Words(text, line.span).size() > kManyWords;
    if (pieces.size() == 1 && !sentence) {
      // "Estates Board, 21st January 2004", "Paper no. 04/12 (for note)".
      const auto comma = kComma.Search(text, line.span);
      if (comma) {
        pieces = {{line.span.begin, (*comma)[0].begin},
                  {(*comma)[0].end, line.span.end}};
        if (!FirstDateIn(text, pieces[1])) pieces.resize(1);
      }
    }
    std::vector<HeaderClaim> shapes;
    for (const TextSpan piece : pieces) ClaimShape(text, piece, &shapes);
    // One committee by itself may be any line of a list.
    const bool alone =
        shapes.size() == 1 && shapes[0].field == HeaderField::kCommittee;
    // A name needs its paper's number or day beside it.
    std::erase_if(shapes, [&](const HeaderClaim& claim) {
      return claim.field == HeaderField::kBy &&
             (shapes.size() == 1 || reading.kind != DocumentKind::kReport);
    });
    if (alone && reading.kind != DocumentKind::kMinutes &&
        reading.kind != DocumentKind::kAgenda) {
      continue;
    }
    for (HeaderClaim& claim : shapes) claims.push_back(std::move(claim));
  }
  return claims;
}

std::vector<HeaderClaim> FindNamedFields(const Reading& reading);

// "Subject: Keys" among other fields is the title, whatever stands above them.
std::vector<HeaderClaim> FindSubject(const Reading& reading) {
  constexpr std::size_t kFields = 3;
  std::vector<HeaderClaim> titles;
  std::size_t fields = 0;
  for (HeaderClaim& claim : FindNamedFields(reading)) {
    ++fields;
    if (claim.field == HeaderField::kTitle) titles.push_back(std::move(claim));
  }
  // Names that no other field is read from make a header all the same.
  static const Pattern kNamed("^\\p{Lu}[\\p{L} ]{2,30}:\\s+\\S");
  for (const Line& line : FrontMatter(reading)) {
    fields += kNamed.Search(reading.text(), line.span).has_value();
  }
  if (fields < 2 * kFields) titles.clear();
  return titles;
}

HeaderRule SubjectRule() {
  return {"header.subject",
          0.955,
          {{DocumentKind::kReport,
            "Mtg: Estates Committee, 16 Mar 06\nItem: 7\nSubject: Keys\n",
            "title: Keys"},
           {DocumentKind::kReport, "Subject: Keys\n", ""}},
          &FindSubject};
}

HeaderRule ShapesRule() {
  return {
      "header.shape",
      0.68,
      {{DocumentKind::kReport,
        "<h1>Keys</h1><p>Estates Committee – 17.2.98 – Report 11b – By: "
        "Clerk</p>",
        "committee: Estates Committee\ndate: 17.2.98\nnumber: 11b"},
       {DocumentKind::kReport,
        "<h1>Keys</h1><p>Report 2 – 30 March 2006 – Councillor Ada Reed</p>"
        "<p>Dr Odo Hart</p>",
        "number: 2\ndate: 30 March 2006\nby: Councillor Ada Reed"},
       {DocumentKind::kOther,
        "<h1>Keys</h1><p>Estates Board, 21st January 2004</p><p>Paper no. "
        "04/12 (for information)</p>",
        "committee: Estates Board\ndate: 21st January 2004\n"
        "number: 04/12"},
       {DocumentKind::kReport, "<h1>Keys</h1><p>Estates Committee</p>", ""}},
      &FindShapes};
}

// Two fields make a header; one by itself may be anything, save a date.
std::vector<HeaderClaim> FindNamedFields(const Reading& reading) {
  std::vector<HeaderClaim> claims;
  const std::string_view text = reading.text();
  std::size_t fields = 0;
  const std::vector<Line> lines = FrontMatter(reading);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (Length(line.span) > 300 || HeadsColumns(text, lines, i)) continue;
    // A row over the title has become a line of the header.
    const bool row =
        line.kind == BlockKind::kTableRow ||
        (line.kind == BlockKind::kHeaderLine &&
         Slice(text, line.span).find('\t') != std::string_view::npos);
    for (const Named& named : NamedIn(text, line.span, row)) {
      ++fields;
      ClaimNamed(text, named, &claims);
    }
  }
  // "Meeting: 25/09/2018 - Estates Committee" is two in one.
  const auto claimed = [&](HeaderField field) {
    return std::any_of(
        claims.begin(), claims.end(),
        [&](const HeaderClaim& claim) { return claim.field == field; });
  };
  const bool both =
      claimed(HeaderField::kCommittee) && claimed(HeaderField::kDate);
  // Only a council's record of a decision says who made it.
  static const Pattern kMaker("^(?i:decision[ -]maker)\\s*:\\s*\\S");
  const bool record =
      std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return kMaker.Search(text, line.span).has_value();
      });
  if (fields < 2 && !both && !record) {
    std::erase_if(claims, [&](const HeaderClaim& claim) {
      const bool named = claim.field == HeaderField::kBy &&
                         (AgentAt(text, claim.item.span).has_value() ||
                          !ReadPeople(text, claim.item.span).empty());
      return claim.field != HeaderField::kDate && !named;
    });
  }
  return claims;
}

HeaderRule NamedFieldsRule() {
  return {"header.named-field",
          0.88,
          {{DocumentKind::kReport,
            "Meeting: Estates Committee\nDate of meeting: 3 May 2001\nReport "
            "of: Clerk and Treasurer\nAgenda item: 7\n",
            "committee: Estates Committee\ndate: 3 May 2001\n"
            "by: Clerk and Treasurer\nnumber: 7"},
           {DocumentKind::kOther,
            "Keys: where we are\n\nPrepared by: Clerk | Date: 30/06/05 | "
            "Version 3\n",
            "by: Clerk\ndate: 30/06/05"},
           {DocumentKind::kReport,
            "<table><tr><td>To</td><td>Estates Committee</td></tr><tr><td>From"
            "</td><td>Clerk</td></tr><tr><td>Subject</td><td>Keys</td></tr>"
            "</table>",
            "committee: Estates Committee\nby: Clerk\ntitle: Keys"},
           {DocumentKind::kReport,
            "Keys of the county\n\nReport: 5 Date: 25 Sept 2001 By: Head of "
            "Estates\n",
            "number: 5\ndate: 25 Sept 2001\nby: Head of Estates"},
           {DocumentKind::kOther,
            "<h1>Keys</h1><table><tr><td>Meeting</td><td>Subject</td><td>"
            "Purpose</td><td>By</td></tr><tr><td>8 July 2003</td><td>Keys</td>"
            "<td>To note</td><td>Clerk</td></tr></table>",
            ""},
           {DocumentKind::kReport,
            "<dl><dt>Meeting</dt><dd>Estates Committee</dd><dt>Held on</dt>"
            "<dd>Tuesday, June 13, 2000</dd><dt>Paper</dt><dd>8</dd></dl>"
            "<h2>Keys of the county</h2>",
            "committee: Estates Committee\ndate: Tuesday, June 13, 2000\n"
            "number: 8"},
           {DocumentKind::kReport,
            "TO     : Members of the Estates Committee\nFROM   : Clerk\n"
            "MEETING: 7th December, 1999\n",
            "committee: Estates Committee\nby: Clerk\n"
            "date: 7th December, 1999"},
           {DocumentKind::kOther, "From: page 3\n", ""}},
          &FindNamedFields};
}

}  // namespace

// "The Estates Committee of the Authority – 4 May": the body alone.
TextSpan BodyIn(std::string_view text, TextSpan value) {
  static const Pattern kArticle(
      "^(?i:(?:(?:honou?rable|mayor|chair|president|vice-chair|and|&|,)\\s+)*"
      "(?:the\\s+)?members of (?:the )?|the\\s|a\\s|meeting of(?: "
      "the)?\\s)\\s*");
  static const Pattern kRest("^\\s*(?:$|[,–—(-]|of the\\b)");
  if (const auto article = kArticle.Search(text, value)) {
    value.begin = (*article)[0].end;
  }
  const TextSpan body = CommitteeAt(text, value);
  const bool whole = !Empty(body) &&
                     kRest.Search(text, {body.end, value.end}).has_value() &&
                     !IsPostNoun(Slice(text, Words(text, body).back()));
  return whole ? body : TextSpan{};
}

bool IsFieldName(std::string_view name) { return FieldNamed(name).has_value(); }

const std::vector<HeaderRule>& HeaderFieldRules() {
  static const std::vector<HeaderRule> kRules = {NamedFieldsRule(),
                                                 SubjectRule(), ShapesRule()};
  return kRules;
}

}  // namespace concord::extraction
