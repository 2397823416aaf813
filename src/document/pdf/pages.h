#pragma once
// The words and ruled lines of a PDF's pages, as poppler finds them.
//
// Why a seam of its own: this and pdf_render alone know poppler; what the
// words mean on the page (lines, columns, tables, paragraphs) is decided by
// pdf_layout on plain values, which tests can make by hand.
//
// Coordinates are points (1/72 inch) from the top left corner of the page as
// it is shown; y grows downwards.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"

namespace concord::document {

struct PdfWord {
  std::string text;  // UTF-8, ligatures taken apart
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double base = 0;   // y of the line it stands on
  double size = 0;   // of the font
  int rotation = 0;  // quarter turns clockwise of its reading direction
  bool bold = false;
  bool italic = false;
  bool raised = false;  // a small word above its line: set by the layout
};

// A thin horizontal or vertical line that was drawn: a border or a rule.
struct PdfRule {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;

  bool horizontal() const { return right - left >= bottom - top; }
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;  // in the order they are drawn
  std::vector<PdfRule> rules;
  std::vector<PdfRule> shades;  // boxes filled with a colour, not white
};

struct PdfPages {
  std::string title;  // of the document's properties; "" if none
  std::vector<PdfPage> pages;
  std::vector<std::string> notes;
};

// kCorrupt for a file that is no readable PDF, and with a message that begins
// "password_required" for one that opens with a password only. Prints nothing;
// needs no files. One thread at a time: poppler has global state. `on_page`, if
// any, is called before each page.
[[nodiscard]] Result<PdfPages> ReadPdf(
    std::string_view bytes, const std::function<void()>& on_page = {});

// Loads what poppler keeps for the life of the process, so that it can read
// PDFs after files can no longer be opened.
void PreparePdf();

// From here on what poppler finds wrong is printed to standard error, the first
// few of each document.
void PrintPdfErrors();

}  // namespace concord::document
