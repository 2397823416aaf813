#include "document/office_drafts.h"

#include "concord/base/unicode.h"
#include "document/clean.h"

namespace concord::document {
namespace {

std::string Clean(std::string text) {
  std::vector<std::string> unsaid;
  return CollapseSpace(CleanCharacters(std::move(text), &unsaid));
}

}  // namespace

void OfficeDrafts::EndParagraph(Draft draft) {
  std::string text = Clean(std::move(text_));
  text_.clear();
  if (!draft.text.empty() && !text.empty()) {
    text = draft.text + " " + text;  // the printed number before it
  }
  if (row_depth_ > 0) {
    if (!cell_.empty() && !text.empty()) cell_.push_back(' ');
    cell_ += text;
    if (!text.empty()) {
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
  if (row_depth_ != 1) return;
  cells_.push_back(std::move(cell_));
  cell_.clear();
}

void OfficeDrafts::EndRow() {
  if (--row_depth_ > 0) return;
  Draft row;
  row.hint = Hint::kTableRow;
  bool any = false;
  for (const std::string& cell : cells_) {
    if (!row.cells.empty()) row.text.push_back('\t');
    const auto begin = static_cast<std::uint32_t>(row.text.size());
    row.text += cell;
    row.cells.push_back({begin, static_cast<std::uint32_t>(row.text.size())});
    any = any || !cell.empty();
  }
  if (cells_.size() == 1) {
    for (Draft& draft : loose_) drafts_.push_back(std::move(draft));
  } else if (any) {
    drafts_.push_back(std::move(row));
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
