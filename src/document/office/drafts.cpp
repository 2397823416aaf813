#include "document/office/drafts.h"

#include <algorithm>
#include <iterator>

#include "concord/base/unicode.h"
#include "document/clean.h"
#include "document/emphasis.h"

namespace concord::document {
namespace {

std::string Clean(std::string text) {
  std::vector<std::string> unsaid;
  return CollapseSpace(CleanCharacters(std::move(text), &unsaid));
}

bool HasWords(const std::vector<Draft>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const Draft& cell) { return !cell.text.empty(); });
}

Draft RowOf(const std::vector<Draft>& cells) {
  Draft row;
  row.hint = Hint::kTableRow;
  for (const Draft& cell : cells) AddCell(cell, &row);
  return row;
}

// Whether a row's paragraphs are a page laid out in cells and no table: it has
// headings of its own, and words under them.
bool IsLaidOut(const std::vector<Draft>& paragraphs) {
  constexpr std::ptrdiff_t kFewest = 4;
  const auto headings = std::count_if(
      paragraphs.begin(), paragraphs.end(),
      [](const Draft& one) { return one.hint == Hint::kHeading; });
  return headings > 0 &&
         std::ssize(paragraphs) >= std::max(kFewest, 2 * headings);
}

}  // namespace

void OfficeDrafts::AddText(std::string_view words, bool emphasised) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += words;
  if (emphasised) {
    AddEmphasis(text_,
                {begin, begin + static_cast<std::uint32_t>(words.size())},
                &emphases_);
  }
}

Draft OfficeDrafts::TakeWords() {
  const std::string raw = std::move(text_);
  const std::vector<TextSpan> spans = std::move(emphases_);
  text_.clear();
  emphases_.clear();
  Draft words;
  words.text = Clean(raw);
  words.emphases = EmphasesIn(words.text, raw, spans);
  return words;
}

void OfficeDrafts::EndParagraph(Draft draft) {
  const Draft words = TakeWords();
  const bool any = !words.text.empty();
  if (any) Join(words, &draft);  // after the printed number
  if (row_depth_ > 0) {
    if (any) Join(draft, &cell_);
    if (any && row_depth_ > 1) Join(draft, &inner_cell_);
    if (any && row_depth_ == 1) loose_.push_back(std::move(draft));
    return;
  }
  if (any) drafts_.push_back(std::move(draft));
  FlushNotes();
}

void OfficeDrafts::EndCell() {
  if (row_depth_ == 2) {
    inner_cells_.push_back(std::move(inner_cell_));
    inner_cell_ = {};
  }
  if (row_depth_ != 1) return;
  cells_.push_back(std::move(cell_));
  cell_ = {};
}

void OfficeDrafts::EndRow() {
  if (row_depth_ == 2) {
    if (HasWords(inner_cells_)) loose_.push_back(RowOf(inner_cells_));
    inner_cells_.clear();
  }
  if (--row_depth_ > 0) return;
  if (cells_.size() == 1 || IsLaidOut(loose_)) {
    for (Draft& draft : loose_) drafts_.push_back(std::move(draft));
  } else if (HasWords(cells_)) {
    drafts_.push_back(RowOf(cells_));
  }
  loose_.clear();
  cells_.clear();
  FlushNotes();
}

void OfficeDrafts::AddNote(std::string text) {
  text = Clean(std::move(text));
  if (!text.empty()) notes_.push_back(std::move(text));
}

void OfficeDrafts::AddFurniture(std::string text) {
  Draft draft;
  draft.hint = Hint::kChrome;
  draft.text = Clean(std::move(text));
  if (!draft.text.empty()) drafts_.push_back(std::move(draft));
}

void OfficeDrafts::FlushNotes() {
  for (std::string& note : notes_) {
    Draft draft;
    draft.hint = Hint::kFootnote;
    draft.text = std::move(note);
    drafts_.push_back(std::move(draft));
  }
  notes_.clear();
}

std::vector<Draft> OfficeDrafts::Take() {
  FlushNotes();
  return std::move(drafts_);
}

}  // namespace concord::document
