// Furniture, labels alone on their lines, title and header.
//
// The header of a committee paper is a run of fields ("Report: 10", "Date:
// ...", "By: ..."); the title stands right above it. A page may open with a
// sentence about itself ("Report 10 of the 6 October 2005 meeting of ..."),
// which is a header line too. Without fields (minutes, press releases) the
// title is the first short piece, sooner one that names a kind of document.

#include <re2/re2.h>

#include <algorithm>

#include "document/chrome.h"
#include "document/structure/front_lines.h"
#include "document/structure/labels.h"
#include "document/structure/line_pattern.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

constexpr std::size_t kFrontPieces = 60;    // the header stands within these
constexpr std::size_t kLongestTitle = 300;  // bytes

bool IsText(const Draft& draft) {
  return draft.hint == Hint::kLine || draft.hint == Hint::kParagraph;
}

bool IsNumbered(const Draft& draft) {
  const Label label = ReadLabel(draft.text);
  return label.style == LabelStyle::kNumber && label.marked;
}

// A number or bullet without words belongs to the piece after it.
bool WaitsForWords(const Draft& draft) {
  if (!IsText(draft)) return false;
  const Label label = ReadLabel(draft.text);
  if (label.style == LabelStyle::kNone || !label.alone) {
    return IsFieldNameAlone(draft.text);
  }
  return label.marked && label.style != LabelStyle::kUpper;
}

// --- Furniture ---------------------------------------------------------------

void MarkEdgeMenus(std::vector<Draft>* drafts) {
  const auto furniture = [](Draft& draft) {
    if (draft.decided) return draft.kind == BlockKind::kChrome;
    const bool heading = draft.hint == Hint::kHeading && draft.level > 1;
    if (!(IsText(draft) || heading) || !IsMenuWord(draft.text)) return false;
    Decide(BlockKind::kChrome, &draft);
    return true;
  };
  for (Draft& draft : *drafts) {
    if (!furniture(draft)) break;
  }
  for (auto i = drafts->rbegin(); i != drafts->rend(); ++i) {
    if (!furniture(*i)) break;
  }
}

// A printed table of contents repeats the headings; it would be read as text.
void MarkContentsTable(std::vector<Draft>* drafts) {
  std::size_t heading = drafts->size();
  for (std::size_t i = 0; i < drafts->size(); ++i) {
    Draft& draft = (*drafts)[i];
    if (!draft.decided && IsMenuWord(draft.text)) heading = i;
    if (draft.decided || !IsContentsEntry(draft.text)) continue;
    Decide(BlockKind::kChrome, &draft);
    for (std::size_t k = heading; k < i && i - heading <= 3; ++k) {
      Decide(BlockKind::kChrome, &(*drafts)[k]);
    }
    heading = drafts->size();
  }
}

// --- Front matter

bool IsOpen(const Draft& draft) {
  return !draft.decided && !IsIntroduction(draft.text);
}

struct FieldRun {
  std::size_t begin = 0;
  std::size_t end = 0;  // begin == end: none
};

// Running text: what looks like a field below it is part of the body.
bool IsSentence(const Draft& draft) {
  constexpr int kFewWords = 10;
  return IsText(draft) && draft.text.ends_with('.') &&
         !IsIntroduction(draft.text) &&
         static_cast<int>(WordCount(draft.text)) >= kFewWords;
}

// "12. The Clerk should review the keys.": no title, however short.
bool SaysWhatShouldBe(const Draft& draft) {
  static const RE2 should("(?i).+\\b(should|must|shall|ought to)\\b.+\\.");
  return IsText(draft) && Matches(draft.text, should);
}

// "Status: Rejected" below such a sentence answers it and heads no paper.
bool IsAnswerField(const Draft& draft) {
  static const RE2 field(
      "(?i)(status|position|response|owner|lead|priority|target|timescale|"
      "progress)\\b.*");
  return Matches(draft.text, field);
}

// "This report follows up 12 recommendations.": a sentence about a document.
bool TellsOfDocument(const Draft& draft) {
  static const RE2 pattern(
      "(?i).*\\b(is|are|was|were|has|have|had|will|would|can|gives?|shows?|"
      "provides?|presents?|sets? out|looks? at|follows? up|focuses|contains?|"
      "describes?|explains?|download|see)\\b.*");
  constexpr int kManyWords = 25;
  return IsSentence(draft) &&
         (static_cast<int>(WordCount(draft.text)) >= kManyWords ||
          Matches(draft.text, pattern));
}

// The first run of header fields; a line between two fields belongs to it.
FieldRun FindFields(const std::vector<Draft>& drafts) {
  FieldRun run;
  bool asked = false;
  std::size_t reach = 0;  // past the last field or what looks like one
  const std::size_t limit = std::min(drafts.size(), kFrontPieces);
  for (std::size_t i = 0; i < limit; ++i) {
    const Draft& draft = drafts[i];
    if (draft.decided || draft.hint == Hint::kHeading) continue;
    const bool field = IsHeaderField(draft.text);
    const bool begun = run.end > run.begin;
    if (!begun && !field && IsSentence(draft)) break;
    if (!begun && asked && IsAnswerField(draft)) break;
    asked = asked || SaysWhatShouldBe(draft);
    if (begun && i > reach + 1) break;
    if (begun && IsText(draft) && IsNamedValue(draft.text)) reach = i + 1;
    if (!field) continue;
    if (!begun) run.begin = i;
    run.end = i + 1;
    reach = run.end;
  }
  return run;
}

bool CanBeTitle(const Draft& draft) {
  return IsOpen(draft) && !HasBullet(draft.text) &&
         draft.text.size() <= kLongestTitle && draft.hint != Hint::kTableRow &&
         draft.hint != Hint::kListItem && !IsAboutPage(draft.text) &&
         !draft.text.starts_with('/');
}

// Above the fields: the format's top heading, else the nearest piece.
std::size_t TitleAbove(const std::vector<Draft>& drafts, std::size_t fields) {
  std::size_t found = drafts.size();
  for (std::size_t i = 0; i < fields; ++i) {
    if (!CanBeTitle(drafts[i])) continue;
    if (drafts[i].hint == Hint::kHeading && drafts[i].level == 1) return i;
    found = i;
  }
  return found;
}

// The piece above the fields of a catalogue that was taken for the title.
std::size_t AboveCatalogue(const std::vector<Draft>& drafts,
                           std::size_t title) {
  if (title >= drafts.size()) return title;
  std::size_t at = title;
  while (IsCatalogueField(drafts[at].text) || !CanBeTitle(drafts[at])) {
    if (at == 0) return drafts.size();
    --at;
  }
  return at;
}

// "Lost Keys: The Second Year" over "A follow-up inspection": the line under a
// title that says what sort of paper it is. A body's name over it is no title.
std::size_t AboveSort(const std::vector<Draft>& drafts, std::size_t title) {
  static const RE2 sort(
      "An? (?:[a-z-]+ ){0,3}(?:report|review|inspection|study|inquiry|audit|"
      "plan|response|survey|paper)");
  static const RE2 body(
      "(?i).*\\b(authority|council|constabulary|inspectorate|board|committee|"
      "trust|service|commission|police|office|department|agency|unit|panel)");
  if (title == 0 || title >= drafts.size() ||
      !Matches(drafts[title].text, sort)) {
    return title;
  }
  const Draft& above = drafts[title - 1];
  const bool names =
      CanBeTitle(above) && IsText(above) && WordCount(above.text) > 2 &&
      !EndsInPunctuation(above.text) &&
      above.text.find('>') == std::string::npos && !Matches(above.text, body);
  return names ? title - 1 : title;
}

std::size_t TopHeading(const std::vector<Draft>& drafts) {
  std::size_t best = drafts.size();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    if (draft.hint != Hint::kHeading || !IsOpen(draft)) continue;
    if (draft.level == 1) return i;
    if (best == drafts.size() && draft.level <= 2 && i < kFrontPieces &&
        !IsLetteredHeading(draft.text)) {
      best = i;
    }
  }
  return best;
}

// No title above the fields: the first short piece that starts like a title,
// else the first that names a kind of document, else the first. Stops at the
// first running text.
std::size_t TitleAlone(const std::vector<Draft>& drafts, std::size_t from) {
  if (const std::size_t heading = TopHeading(drafts); heading < drafts.size()) {
    return heading;
  }
  std::size_t first = drafts.size();
  std::size_t naming = drafts.size();
  for (std::size_t i = from; i < std::min(drafts.size(), kFrontPieces); ++i) {
    const Draft& draft = drafts[i];
    const bool labelled = i > 0 && IsCatalogueLabel(drafts[i - 1].text);
    if (!IsOpen(draft) || IsAboutPage(draft.text) || labelled ||
        IsCatalogueField(draft.text) || IsCatalogueLabel(draft.text)) {
      continue;
    }
    if (!CanBeTitle(draft) || IsLetteredHeading(draft.text)) break;
    // "... as set out in the report:" speaks of a report and is none.
    constexpr int kLongestName = 25;  // words
    const bool names =
        NamesDocument(draft.text) &&
        static_cast<int>(WordCount(draft.text)) <= kLongestName &&
        LastMark(draft.text) != ':' && LastMark(draft.text) != ';' &&
        !TellsOfDocument(draft) && !SaysWhatShouldBe(draft);
    if (EndsInPunctuation(draft.text) && !names) break;
    // "Report of the Treasurer on keys" under a line that says what of.
    static const RE2 made("(?i)report (of|by|from) the .+ on .+");
    const bool under = first < drafts.size() && Matches(draft.text, made);
    if (StartsLikeTitle(draft.text) && !IsSentence(draft) && !under) return i;
    if (names && WordCount(draft.text) > 1) naming = std::min(naming, i);
    first = std::min(first, i);
  }
  return naming < drafts.size() ? naming : first;
}

void MarkHeaderLines(std::size_t begin, std::size_t end,
                     std::vector<Draft>* drafts) {
  for (std::size_t i = begin; i < end; ++i) {
    Draft& draft = (*drafts)[i];
    if (!draft.decided && draft.hint != Hint::kHeading) {
      Decide(BlockKind::kHeaderLine, &draft);
    }
  }
}

void MarkLinesUnderTitle(std::size_t title, std::vector<Draft>* drafts) {
  for (std::size_t i = title + 1; i < std::min(drafts->size(), title + 4);
       ++i) {
    Draft& draft = (*drafts)[i];
    if (draft.decided) continue;
    if (!IsText(draft) ||
        !(IsDateOrNumberAlone(draft.text) || IsDayAndPlace(draft.text))) {
      return;
    }
    Decide(BlockKind::kHeaderLine, &draft);
  }
}

// A subtitle or two between the title and the fields.
void MarkSubtitles(std::size_t title, std::size_t fields,
                   std::vector<Draft>* drafts) {
  constexpr std::size_t kMost = 3;
  if (title >= fields || fields - title > kMost + 1) return;
  for (std::size_t i = title + 1; i < fields; ++i) {
    const Draft& draft = (*drafts)[i];
    if (draft.decided) continue;
    if (!IsText(draft) || LastMark(draft.text) == '.' ||
        draft.text.size() > kLongestTitle) {
      return;
    }
  }
  MarkHeaderLines(title + 1, fields, drafts);
}

// "Cabinet" over "Minutes of a meeting of the Cabinet held on ...": a body's
// name heads the page, the line under it says what the page is.
std::size_t FullerTitle(const std::vector<Draft>& drafts, std::size_t title) {
  constexpr std::size_t kNear = 4;
  if (title >= drafts.size() || WordCount(drafts[title].text) > 2 ||
      NamesDocument(drafts[title].text)) {
    return title;
  }
  for (std::size_t i = title + 1; i < std::min(drafts.size(), title + kNear);
       ++i) {
    if (CanBeTitle(drafts[i]) && StartsLikeTitle(drafts[i].text)) return i;
  }
  return title;
}

// "Subject: Custody records" names the title where none stands above.
std::string TitleField(const std::vector<Draft>& drafts, FieldRun fields) {
  static const RE2 pattern(
      "(?i)(?:subject|title|(?:report|item|paper) title) ?[:–-] ?(.+)");
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    std::string title;
    if (RE2::FullMatch(drafts[i].text, pattern, &title)) return title;
  }
  return "";
}

}  // namespace

// "REPORT OF" / "The" / "Lead Member for Housing", "TO" / "Cabinet", "ON" /
// "26 July 2011": a field whose name stands alone in capitals, without a colon.
void JoinShoutedNames(std::vector<Draft>* drafts) {
  static const RE2 name(
      "(JOINT )?(REPORT (OF|BY|FROM|TO)|TO|ON|FROM|BY|DATE|SUBJECT)( "
      "(THE|The))?");
  static const RE2 article("(?i)the");
  constexpr std::size_t kFront = 20;
  for (std::size_t i = 0; i + 1 < std::min(drafts->size(), kFront); ++i) {
    if (!IsText((*drafts)[i]) || !Matches((*drafts)[i].text, name)) continue;
    for (int lines = 0; lines < 2 && i + 1 < drafts->size(); ++lines) {
      const Draft next = (*drafts)[i + 1];
      if (!IsText(next) || next.parent >= 0) break;
      Join(next, &(*drafts)[i]);
      drafts->erase(drafts->begin() + static_cast<std::ptrdiff_t>(i) + 1);
      for (Draft& draft : *drafts) {
        if (draft.parent > static_cast<std::int32_t>(i)) --draft.parent;
      }
      if (!Matches(next.text, article)) break;
    }
  }
}

void JoinSplitLabels(std::vector<Draft>* drafts) {
  std::vector<Draft> joined;
  joined.reserve(drafts->size());
  std::vector<std::int32_t> place(drafts->size(), -1);  // old index -> new
  for (std::size_t i = 0; i < drafts->size(); ++i) {
    Draft& draft = (*drafts)[i];
    if (draft.parent >= 0) {
      draft.parent = place[static_cast<std::size_t>(draft.parent)];
    }
    if (!joined.empty() && IsText(draft) && WaitsForWords(joined.back()) &&
        !IsNumbered(draft)) {
      Join(draft, &joined.back());
    } else {
      joined.push_back(std::move(draft));
    }
    place[i] = static_cast<std::int32_t>(joined.size()) - 1;
  }
  *drafts = std::move(joined);
}

// "Report: | 10" in a table of two columns is a field like any other.
void OpenHeaderRows(std::vector<Draft>* drafts) {
  for (std::size_t i = 0; i < std::min(drafts->size(), kFrontPieces); ++i) {
    Draft& draft = (*drafts)[i];
    if (draft.hint != Hint::kTableRow || draft.cells.size() != 2) continue;
    std::string line = draft.text;
    std::replace(line.begin(), line.end(), '\t', ' ');
    // The value may be long (a list of officers): the name decides.
    const std::string name(Slice(line, draft.cells.front()));
    if (!name.ends_with(':') || !IsHeaderField(name + " -")) continue;
    draft.text = std::move(line);
    draft.cells.clear();
    draft.hint = Hint::kLine;
    if (!IsHeaderField(draft.text)) Decide(BlockKind::kHeaderLine, &draft);
  }
}

void MarkChrome(std::vector<Draft>* drafts) {
  for (Draft& draft : *drafts) {
    const bool line = IsText(draft) || draft.hint == Hint::kListItem;
    if (draft.hint == Hint::kChrome || IsChromeLine(draft.text) ||
        (line && IsContactBoilerplate(draft.text))) {
      Decide(BlockKind::kChrome, &draft);
    }
  }
  MarkEdgeMenus(drafts);
  MarkContentsTable(drafts);
}

std::string MarkFrontMatter(std::vector<Draft>* drafts) {
  for (std::size_t i = 0; i < std::min(drafts->size(), kFrontPieces); ++i) {
    Draft& draft = (*drafts)[i];
    if (!draft.decided && IsText(draft) && IsIntroduction(draft.text)) {
      Decide(BlockKind::kHeaderLine, &draft);
    }
  }
  const FieldRun fields = FindFields(*drafts);
  const bool has_fields = fields.end > fields.begin;
  std::size_t title = TitleAbove(*drafts, fields.begin);
  std::string words = TitleField(*drafts, fields);
  // "Category: Unfinished business" is no title where a field names one.
  if (!words.empty() && title < drafts->size() &&
      IsNamedValue((*drafts)[title].text)) {
    title = drafts->size();
  }
  if (words.empty()) {
    title = AboveSort(*drafts, AboveCatalogue(*drafts, title));
  }
  if (title == drafts->size() && words.empty()) {
    title = FullerTitle(*drafts, TitleAlone(*drafts, fields.end));
  }
  if (title < drafts->size()) {
    words = (*drafts)[title].text;
    Decide(BlockKind::kTitle, &(*drafts)[title]);
    MarkHeaderLines(0, title, drafts);
    if (!has_fields) MarkLinesUnderTitle(title, drafts);
  }
  if (has_fields) {
    MarkSubtitles(title, fields.begin, drafts);
    MarkHeaderLines(fields.begin, fields.end, drafts);
  }
  return words;
}

}  // namespace concord::document
