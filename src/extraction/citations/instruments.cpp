// Works that are known by a number: statutory instruments, circulars, and
// papers of earlier meetings.
//
//   the Police (Conduct) Regulations 2004      by title and year
//   SI 2004/645                                by number
//   Home Office Circular 60/1990               by number
//   Report 9 of the 19 September 2000 meeting  by number and meeting
//
//   resolution 2066 (2012), (S/2013/124)       of the United Nations
//
// A number in brackets after the title of the instrument is its other name and
// no second work.

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

constexpr std::string_view kDate =
    "[0-9]{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|"
    "August|September|October|November|December),? ((?:19|20)[0-9]{2})";

Mention NumberedWork(std::size_t p, TextSpan span, std::string_view rule) {
  Mention mention;
  mention.passage = p;
  mention.title = span;
  mention.whole = span;
  mention.rule = rule;
  mention.rank = 78;
  mention.complete = true;
  return mention;
}

std::string YearAt(std::string_view text, TextSpan span) {
  const std::string_view year = Slice(text, span);
  return year.size() == 4 ? std::string(year) : std::string();
}

void FindRegulations(const Prose& prose, std::size_t p,
                     std::vector<Mention>* out) {
  static const Pattern kTitled(
      "\\b((?:\\p{Lu}[\\p{L}’'-]+|\\((?:\\p{L}|[ .,])+\\)|,? and|of|for|,)"
      "(?: (?:\\p{Lu}[\\p{L}’'-]+|\\((?:\\p{L}|[ "
      ".,])+\\)|and|of|for|to|in|the))*? "
      "(?:Regulations|Order|Rules) ((?:19|20)[0-9]{2}))\\b");
  static const Pattern kOpens(
      "^(?:The|the|Under|See|In|By|And|Of|For|,|and|of) ");
  const TextSpan passage = prose.passages[p].span;
  for (const MatchSpans& match : kTitled.SearchAll(prose.text, passage)) {
    // "... 1984 and the Police (Conduct) Regulations 2004" begins at " and".
    TextSpan span = Trim(prose.text, match[1]);
    while (const auto opens = kOpens.Search(prose.text, span)) {
      span.begin = (*opens)[0].end;
    }
    // "Rules 2004" alone names nothing.
    const std::string_view words = Slice(prose.text, span);
    if (words.find(' ') == words.rfind(' ')) continue;
    Mention mention = NumberedWork(p, span, "citation.instrument");
    mention.year = YearAt(prose.text, match[2]);
    mention.kind = WorkKind::kAct;
    static const Pattern kNumber(
        "^ \\((?:SI|S\\.I\\.) (?:No\\.? ?)?[0-9]{4}/[0-9]{1,4}\\)");
    if (const auto number =
            kNumber.Search(prose.text, {span.end, passage.end})) {
      mention.whole.end = (*number)[0].end;
    }
    out->push_back(std::move(mention));
  }
}

void FindNumbers(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  static const Pattern kInstrument(
      "\\b((?:SI|S\\.I\\.|Statutory Instruments?)(?: No\\.?)? "
      "((?:19|20)[0-9]{2})/[0-9]{1,4})\\b");
  static const Pattern kCircular(
      "\\b((?:(?:\\p{Lu}[\\p{L}]+ (?:of )?){0,4}[Cc]ircular(?: No\\.?| "
      "number)?|"
      "HOC|HO|LAC) ?\\(?[0-9]{1,4}\\)?/([0-9]{2,4}))\\b");
  const TextSpan passage = prose.passages[p].span;
  for (const MatchSpans& match : kInstrument.SearchAll(prose.text, passage)) {
    Mention mention = NumberedWork(p, match[1], "citation.instrument");
    mention.rank = 77;  // a title with its number wins
    mention.year = YearAt(prose.text, match[2]);
    mention.kind = WorkKind::kAct;
    out->push_back(std::move(mention));
  }
  for (const MatchSpans& match : kCircular.SearchAll(prose.text, passage)) {
    Mention mention = NumberedWork(p, match[1], "citation.circular");
    mention.year = YearAt(prose.text, match[2]);
    mention.kind = WorkKind::kGuidance;
    out->push_back(std::move(mention));
  }
}

void FindPapers(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  static const Pattern kPaper(
      "\\b((?:[Rr]eport|[Pp]aper)(?: No\\.?)? [0-9]{1,2}[a-z]? "
      "(?:of|to|from|at|for) (?:(?:the|this|its) )?"
      "(?:(?:(?:last |previous )?meeting|Committee|Authority|Board)"
      "(?: of| on| held on|,)? (?:the )?)?" +
      std::string(kDate) + "(?: (?:meeting|Committee|Authority|Board))?)\\b");
  for (const MatchSpans& match :
       kPaper.SearchAll(prose.text, prose.passages[p].span)) {
    Mention mention = NumberedWork(p, match[1], "citation.paper");
    mention.year = YearAt(prose.text, match[2]);
    mention.kind = WorkKind::kReport;
    out->push_back(std::move(mention));
  }
}

// "resolution 1808 of 15 April 2008 (S/RES/1808)", "resolutions 63/280": of a
// body that numbers them by year or session; a council's "resolution 5" is no
// such work.
void FindResolutionNumbers(const Prose& prose, std::size_t p,
                           std::vector<Mention>* out) {
  static const Pattern kResolution(
      "\\b((?i:resolution|decision) (?:[0-9]{3,4} ?\\(((?:19|20)[0-9]{2})\\)|"
      "[0-9]{3,4} of " +
      std::string(kDate) +
      "|[0-9]{1,3}/[0-9]{1,4}\\b|[A-Z]{2,6}\\.[0-9]{1,4}\\([0-9]{1,4}\\)))"
      "(?: \\([A-Z]{1,6}/[A-Z0-9/.]{3,24}\\))?");
  for (const MatchSpans& match :
       kResolution.SearchAll(prose.text, prose.passages[p].span)) {
    Mention mention = NumberedWork(p, match[1], "citation.resolution");
    mention.whole = match[0];
    mention.year = YearAt(prose.text, Empty(match[2]) ? match[3] : match[2]);
    out->push_back(std::move(mention));
  }
}

// "the report of 28 February 2013 (S/2013/124)", "[A/64/573]": documents by
// their symbols.
void FindSymbols(const Prose& prose, std::size_t p, std::vector<Mention>* out) {
  static const Pattern kSymbol(
      "[(\\[]((?:A|S|E|T|ST|CRC|CAT|CCPR|CEDAW|CERD|CMW|CRPD|CED|HRI|FCCC|UNEP|"
      "TD|DP)/(?:[A-Z][A-Za-z.]*[0-9.]*/|[0-9]{1,4}/)*[A-Z]*\\.?[0-9]{1,5}"
      "(?:/(?:Add|Corr|Rev)\\.[0-9]{1,3})?(?: (?:and|&) "
      "(?:Add|Corr)\\.[0-9]{1,2}"
      ")?)[)\\]]");
  for (const MatchSpans& match :
       kSymbol.SearchAll(prose.text, prose.passages[p].span)) {
    Mention mention = NumberedWork(p, match[1], "citation.symbol");
    mention.kind = WorkKind::kReport;
    mention.rank = 60;  // the number of a resolution named beside it wins
    out->push_back(std::move(mention));
  }
}

}  // namespace

void FindInstruments(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    FindRegulations(prose, p, out);
    FindNumbers(prose, p, out);
    FindPapers(prose, p, out);
    FindResolutionNumbers(prose, p, out);
    FindSymbols(prose, p, out);
  }
}

}  // namespace concord::extraction
