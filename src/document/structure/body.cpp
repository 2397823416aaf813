// Numbered headings, paragraphs and lists, sections with a meaning.
//
// The hard case is one spelling with two meanings: a flush-left "1." is an item
// of what the committee is asked under "A. Recommendation" and a paragraph
// under "B. Supporting information". Decided by the heading above, by the
// running paragraph number, by a colon before, by indentation:
//
//   A. Recommendation
//   1. Members note the report;        list item
//   B. Supporting information
//   1. The Panel met on 3 May.         paragraph 1
//   2. Five questions were put:        paragraph 2
//   1. What is race's part?            list item (a colon, numbering restarts)
//   3. Most evidence came by post.     paragraph 3

#include <re2/re2.h>

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"
#include "document/structure/line_pattern.h"
#include "document/structure/lists.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

struct State {
  LabelRun labels;
  bool is_record = false;  // minutes or an agenda: short numbered lines head
  bool in_recommendations = false;
  bool in_contact = false;
  bool in_notes = false;
  bool lettered_seen = false;
  int last_letter = 0;
  int last_roman = 0;
  int last_number = 0;  // of the numbered paragraphs
  std::int32_t number_indent = 0;
  std::vector<OpenList> lists;  // innermost last; empty: not in a list
  std::string_view before;      // words of the piece before
  bool under_heading = false;   // the piece before is a heading
  bool after_number = false;    // ... or a numbered paragraph
};

bool IsContactHeading(std::string_view words) {
  static const RE2 pattern(
      "(?i)(contact( details| officers?| information| points?| us)?|contacts|"
      "(report )?author( and contact)?( details)?|further information|(for )?"
      "(more|further) information)");
  return Matches(words, pattern);
}

bool IsContactLine(std::string_view text) {
  static const RE2 pattern(
      "(?i)(report authors?|contact( officer| person| "
      "name)?s?|author(\\(s\\))?|"
      "originator|for (more|further) information,? (please )?contact) ?[:–-] ?"
      "\\S.{0,300}|the authors? of this (report|paper) (is|are) .{1,300}");
  return text.size() <= 400 && Matches(text, pattern);
}

bool IsNotesHeading(std::string_view words) {
  static const RE2 pattern("(?i)(foot ?notes?|end ?notes?)");
  return Matches(words, pattern);
}

bool IsKnownSection(std::string_view words) {
  static const RE2 pattern(
      "(?i).*\\b(recommend|supporting|information|financ|background|contact|"
      "legal|implication|equalit|diversity|summary|conclusion|appendi)[a-z]*\\b"
      ".*");
  return Matches(words, pattern);
}

bool EndsWithColon(std::string_view text) {
  const char last = LastMark(text);
  return last == ':' || text.ends_with("\xE2\x80\x93") ||
         text.ends_with(" -") || text.ends_with("\xE2\x80\x94");
}

bool StartsUpper(std::string_view words) {
  if (words.empty()) return false;
  const auto c = static_cast<unsigned char>(words.front());
  return (c >= 'A' && c <= 'Z') || c >= 0xC3 || c == '"' || c == '\'';
}

std::string_view Words(const Draft& draft, const Label& label) {
  return std::string_view(draft.text).substr(label.body);
}

// --- Headings

void EnterSection(std::string_view words, State* state) {
  state->in_recommendations = IsRecommendationHeading(words);
  state->in_contact = IsContactHeading(words);
  state->in_notes = IsNotesHeading(words);
  state->lists.clear();
}

void MakeHeading(int level, const Label& label, Draft* draft) {
  draft->level = static_cast<std::uint8_t>(level);
  draft->label = label.span;
  Decide(BlockKind::kHeading, draft);
}

// "A.", then B or C: letters in order, or a first one over a known section.
bool LetterFollows(const Label& label, std::string_view words,
                   const State& state) {
  if (label.value == 1) return true;
  if (state.lettered_seen) {
    return label.value > state.last_letter &&
           label.value <= state.last_letter + 3;
  }
  return IsKnownSection(words);
}

bool DecideLettered(Draft* draft, State* state) {
  if (!IsLetteredHeading(draft->text)) return false;
  const Label label = ReadLabel(draft->text);
  const std::string_view words = Words(*draft, label);
  const bool roman =
      label.roman == state->last_roman + 1 &&
      !(label.style == LabelStyle::kUpper && state->lettered_seen &&
        label.value == state->last_letter + 1);
  if (roman) {
    state->last_roman = label.roman;
    state->last_letter = 0;
    MakeHeading(2, label, draft);
  } else if (label.style == LabelStyle::kUpper &&
             LetterFollows(label, words, *state)) {
    state->last_letter = label.value;
    MakeHeading(state->last_roman > 0 ? 3 : 2, label, draft);
  } else {
    return false;
  }
  state->lettered_seen = true;
  EnterSection(words, state);
  return true;
}

// Minutes and papers without lettered sections number their headings.
bool IsNumberedHeading(const Draft& draft, const Label& label,
                       const Draft* next, const State& state) {
  const std::string_view words = Words(draft, label);
  if (!StartsUpper(words) || EndsInPunctuation(words) ||
      CodePointCount(words) > 110 || WordCount(words) > 16) {
    return false;
  }
  if (label.marked && (draft.strong || state.is_record)) return true;
  if (state.lettered_seen || state.in_recommendations || next == nullptr) {
    return false;
  }
  const Label below = ReadLabel(next->text);
  if (below.style == LabelStyle::kNumber && below.marked) {
    return below.components.size() > label.components.size() &&
           std::equal(label.components.begin(), label.components.end(),
                      below.components.begin());
  }
  return label.marked;  // "1 High Street" is an address
}

// --- Lists

void MakeItem(Label label, Draft* draft, State* state) {
  SettleRoman(state->lists, &label);
  const int level = EnterList(*draft, label, &state->lists);
  draft->level = static_cast<std::uint8_t>(std::min(level, 9));
  draft->label = label.span;
  Decide(BlockKind::kListItem, draft);
}

// --- Numbers

// Whether a one-part number is a list item and not a paragraph's.
bool IsNumberedItem(const Draft& draft, const Label& label,
                    const State& state) {
  if (label.bracketed) return true;
  const bool continues =
      label.value == state.last_number + 1 && state.last_number > 0;
  const std::int32_t margin = state.last_number > 0 ? state.number_indent : 0;
  if (draft.indent >= margin + 2) return label.marked;
  if (state.in_recommendations && label.marked) {
    return label.value == 1 || GoesOnNumbered(state.lists, label);
  }
  const bool clause =
      LastMark(state.before) == ';' || LastMark(state.before) == ',';
  if (continues && !clause) return false;
  return label.marked && (GoesOnNumbered(state.lists, label) ||
                          (label.value == 1 && state.last_number > 0 &&
                           EndsWithColon(state.before)));
}

bool StartsWithMonth(std::string_view words) {
  static const RE2 month(
      "(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b.*");
  return Matches(words.substr(0, 20), month);
}

// "1 The ..." is numbered where the number is about the one to come: numbers
// are repeated and left out in real papers.
bool UnmarkedNumberFits(const Draft& draft, const Label& label,
                        const State& state) {
  const std::string_view words = Words(draft, label);
  if (!StartsUpper(words) || StartsWithMonth(words)) return false;
  if (label.components.size() > 1) return true;
  return label.value == 1 || (label.value >= state.last_number &&
                              label.value <= state.last_number + 2);
}

void NumberParagraph(const Label& label, Draft* draft, State* state) {
  draft->label = label.span;
  draft->level = 0;
  Decide(BlockKind::kParagraph, draft);
  state->last_number = label.components.front();
  state->number_indent = draft->indent;
  state->lists.clear();
}

bool DecideNumber(const Label& label, const Draft* next, Draft* draft,
                  State* state) {
  if (!label.marked && !UnmarkedNumberFits(*draft, label, *state)) return false;
  if (label.components.size() == 1 && IsNumberedItem(*draft, label, *state)) {
    MakeItem(label, draft, state);
    return true;
  }
  if (IsNumberedHeading(*draft, label, next, *state)) {
    MakeHeading(static_cast<int>(label.components.size()) + 1, label, draft);
    EnterSection(Words(*draft, label), state);
    state->last_number = label.components.front();
    return true;
  }
  const bool sentence =
      EndsInPunctuation(draft->text) || CodePointCount(draft->text) > 80;
  if (!label.marked && label.components.size() == 1 && !sentence) return false;
  if (label.components.size() > 1 && GoesOnNumbered(state->lists, label) &&
      draft->indent >= 2) {
    MakeItem(label, draft, state);
    return true;
  }
  NumberParagraph(label, draft, state);
  return true;
}

// --- One piece

bool IsUpperItem(const Label& label, const State& state) {
  if (label.bracketed) return true;
  if (!state.lists.empty() && state.lists.back().style == LabelStyle::kUpper &&
      state.lists.back().last + 1 == label.value) {
    return true;
  }
  return label.value == 1 &&
         (state.in_recommendations || EndsWithColon(state.before));
}

bool DecideByLabel(const Draft* next, Draft* draft, State* state) {
  const Label label = state->labels.Read(draft->text);
  switch (label.style) {
    case LabelStyle::kNone:
      return false;
    case LabelStyle::kNumber:
      return DecideNumber(label, next, draft, state);
    case LabelStyle::kNote:
      draft->label = label.span;
      Decide(BlockKind::kFootnote, draft);
      return true;
    case LabelStyle::kUpper:
    case LabelStyle::kRomanUpper:
      if (!IsUpperItem(label, *state)) return false;
      break;
    case LabelStyle::kBullet:
    case LabelStyle::kLower:
    case LabelStyle::kRomanLower:
      break;
  }
  MakeItem(label, draft, state);
  return true;
}

void DecidePlain(Draft* draft, State* state) {
  BlockKind kind = BlockKind::kParagraph;
  if (state->in_contact || IsContactLine(draft->text)) {
    kind = BlockKind::kContact;
  } else if (state->in_notes) {
    kind = BlockKind::kFootnote;
  }
  Decide(kind, draft);
  state->lists.clear();
}

void DecideFormatHeading(Draft* draft, State* state) {
  const Label label = ReadLabel(draft->text);
  const std::string_view after = Words(*draft, label);
  const bool number = label.style == LabelStyle::kNumber && label.value <= 99 &&
                      StartsUpper(after) && !StartsWithMonth(after);
  const bool labelled =
      (label.marked || number) && label.style != LabelStyle::kBullet;
  EnterSection(labelled ? Words(*draft, label) : draft->text, state);
  if (IsAppendixHeading(draft->text)) {
    Decide(BlockKind::kAppendix, draft);
    return;
  }
  if (label.style == LabelStyle::kUpper && !label.bracketed) {
    state->lettered_seen = true;
    state->last_letter = label.value;
  }
  draft->label = labelled ? label.span : TextSpan{};
  Decide(BlockKind::kHeading, draft);
}

// An ordered list that counts the paper's paragraphs: under a section that asks
// for nothing, not introduced by the words before it, in whole sentences,
// starting at 1 or where the last paragraph left off.
bool IsParagraphList(const Draft& draft, const Label& label,
                     const State& state) {
  if (draft.level != 1 || label.style != LabelStyle::kNumber ||
      label.components.size() != 1 || !label.marked || label.bracketed) {
    return false;
  }
  const char before = LastMark(state.before);
  const bool introduced = !state.under_heading && !state.after_number &&
                          before != '.' && before != '!' && before != '?';
  return state.lettered_seen && !state.in_recommendations && !introduced &&
         EndsInPunctuation(draft.text) &&
         (label.value == 1 ? state.under_heading
                           : label.value == state.last_number + 1);
}

// The format said "item": its label may stand in the text.
void DecideFormatItem(Draft* draft, State* state) {
  const Label label = state->labels.Read(draft->text);
  if (IsParagraphList(*draft, label, *state)) {
    NumberParagraph(label, draft, state);
    return;
  }
  if (label.marked && label.style != LabelStyle::kNote) {
    draft->label = label.span;
  }
  Decide(BlockKind::kListItem, draft);
  state->lists.clear();
}

void DecideText(const Draft* next, Draft* draft, State* state) {
  if (DecideLettered(draft, state)) return;
  if (IsAppendixHeading(draft->text)) {
    draft->level = 2;
    EnterSection("", state);
    state->last_number = 0;
    Decide(BlockKind::kAppendix, draft);
    return;
  }
  if (state->in_contact && ReadLabel(draft->text).style == LabelStyle::kNone) {
    DecidePlain(draft, state);
    return;
  }
  if (!DecideByLabel(next, draft, state)) DecidePlain(draft, state);
}

void DecideOne(const Draft* next, Draft* draft, State* state) {
  switch (draft->hint) {
    case Hint::kHeading:
      DecideFormatHeading(draft, state);
      return;
    case Hint::kListItem:
      DecideFormatItem(draft, state);
      return;
    case Hint::kTableRow:
      Decide(BlockKind::kTableRow, draft);
      return;
    case Hint::kQuotation:
      Decide(BlockKind::kQuotation, draft);
      return;
    case Hint::kFootnote: {
      const Label label = ReadLabel(draft->text);
      if (label.style != LabelStyle::kNone) draft->label = label.span;
      Decide(BlockKind::kFootnote, draft);
      return;
    }
    case Hint::kChrome:
      Decide(BlockKind::kChrome, draft);
      return;
    case Hint::kLine:
    case Hint::kParagraph:
      DecideText(next, draft, state);
      return;
  }
}

// Headings that an earlier step found: their level and what they open.
void PassHeading(Draft* draft, State* state) {
  if (draft->kind != BlockKind::kHeading) return;
  if (draft->hint != Hint::kHeading)
    draft->level = state->lettered_seen ? 3 : 2;
  EnterSection(draft->text, state);
}

// "* The vote was recorded." answers a star in the text above it.
void MarkStarNotes(std::vector<Draft>* drafts) {
  bool star_above = false;
  for (Draft& draft : *drafts) {
    const std::string_view text = draft.text;
    if (!draft.decided && star_above && text.starts_with("* ")) {
      draft.label = {0, 1};
      Decide(BlockKind::kFootnote, &draft);
      star_above = false;
    }
    star_above = star_above || (text.size() > 2 && text.ends_with('*'));
  }
}

}  // namespace

void MarkBody(std::string_view title, std::vector<Draft>* drafts) {
  static const RE2 record(
      "(?i)(draft |unconfirmed |public )?(minutes|agenda)( .*)?");
  MarkStarNotes(drafts);
  State state;
  state.is_record = Matches(title, record);
  for (std::size_t i = 0; i < drafts->size(); ++i) {
    Draft& draft = (*drafts)[i];
    if (draft.decided) {
      PassHeading(&draft, &state);
    } else {
      const std::size_t next = NextWords(*drafts, i);
      DecideOne(next < drafts->size() ? &(*drafts)[next] : nullptr, &draft,
                &state);
    }
    if (draft.kind == BlockKind::kChrome) continue;
    state.before = draft.text;
    state.under_heading =
        draft.kind == BlockKind::kHeading || draft.kind == BlockKind::kAppendix;
    state.after_number =
        draft.kind == BlockKind::kParagraph && !Empty(draft.label);
  }
}

}  // namespace concord::document
