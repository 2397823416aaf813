#include "document/office/drafts.h"

#include <algorithm>
#include <iterator>

#include "concord/base/unicode.h"
#include "document/clean.h"

namespace concord::document {
namespace {

std::string Clean(std::string text) {
  std::vector<std::string> unsaid;
  return CollapseSpace(CleanCharacters(std::move(text), &unsaid));
}

void AddWords(std::string_view words, std::string* text) {
  if (!text->empty() && !words.empty()) text->push_back(' ');
  *text += words;
}

bool HasWords(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return !cell.empty(); });
}

Draft RowOf(const std::vector<std::string>& cells) {
  Draft row;
  row.hint = Hint::kTableRow;
  for (const std::string& cell : cells) AddCell(cell, &row);
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

void OfficeDrafts::EndParagraph(Draft draft) {
  std::string text = Clean(std::move(text_));
  text_.clear();
  if (!draft.text.empty() && !text.empty()) {
    text = draft.text + " " + text;  // the printed number before it
  }
  if (row_depth_ > 0) {
    AddWords(text, &cell_);
    if (row_depth_ > 1) AddWords(text, &inner_cell_);
    if (!text.empty() && row_depth_ == 1) {
      draft.text = std::move(text);
      loose_.push_back(std::move(draft));
    }
    return;
  }
  if (!text.empty()) {
    draft.text = std::move(text);
    drafts_.push_back(std::move(draft));
  }
  FlushNotes();
}

void OfficeDrafts::EndCell() {
  if (row_depth_ == 2) {
    inner_cells_.push_back(std::move(inner_cell_));
    inner_cell_.clear();
  }
  if (row_depth_ != 1) return;
  cells_.push_back(std::move(cell_));
  cell_.clear();
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
