#pragma once
// What the decoders of office documents share: paragraphs, rows and notes as
// they are met, turned into drafts.

#include <cstdint>
#include <string>
#include <vector>

#include "document/draft.h"

namespace concord::document {

constexpr std::int32_t kIndentOfLevel = 4;  // columns, of each level of a list

class OfficeDrafts {
 public:
  // Words of the open paragraph or cell; emphasised: in italics or underlined.
  void AddText(std::string_view words, bool emphasised = false);

  void BeginRow() {
    if (++row_depth_ == 1) cells_.clear();
    if (row_depth_ == 2) inner_cells_.clear();
  }
  void BeginCell() {
    if (row_depth_ != 1) return;
    text_.clear();
    emphases_.clear();
  }
  // An empty paragraph leaves no draft. Inside a cell it is part of the cell,
  // but a row of one cell, or of cells with headings in them, is a box around
  // paragraphs.
  void EndParagraph(Draft draft);
  void EndCell();
  void EndRow();

  // Notes wait for the end of their paragraph or row.
  void AddNote(std::string text);
  // A line of a running head or foot.
  void AddFurniture(std::string text);

  bool in_row() const { return row_depth_ > 0; }
  std::vector<Draft> Take();

 private:
  void FlushNotes();
  // The open paragraph's words, cleaned, with what is emphasised.
  Draft TakeWords();

  std::vector<Draft> drafts_;
  std::vector<std::string> notes_;
  std::vector<Draft> cells_;
  std::vector<Draft> loose_;  // the open row's paragraphs and inner rows
  Draft cell_;
  // Of a row of a table within a cell; deeper ones are words of its cells.
  std::vector<Draft> inner_cells_;
  Draft inner_cell_;
  std::string text_;                // as it came
  std::vector<TextSpan> emphases_;  // in `text_`
  int row_depth_ = 0;
};

}  // namespace concord::document
