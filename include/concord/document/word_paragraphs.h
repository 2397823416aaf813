#pragma once
// A Word file (DOCX) paragraph by paragraph, with the names of styles and
// places that a Document does not keep.
//
// As workbook_cells.h: in this process, under the limits of every office file.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"

namespace concord::document {

struct WordParagraph {
  std::string style;  // its name, folded: "heading 2"; "" for none
  bool heading = false;
  std::vector<std::string> bookmarks;  // that begin in it
  // Line ends within it are LF; insertions are in it, deletions are not.
  std::string text;
};

struct WordParagraphs {
  std::vector<WordParagraph> paragraphs;  // those of tables too
  std::map<std::string, std::string> properties;
};

[[nodiscard]] Result<WordParagraphs> ReadWordParagraphs(std::string_view bytes);

}  // namespace concord::document
