#pragma once
// Words on a page into bands (everything that stands on one baseline), and
// words of a band into a line of text.

#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "document/pdf/pages.h"

namespace concord::document {

// A run of words without a wide gap, left to right.
using PdfSegment = std::vector<PdfWord>;

struct PdfBand {
  std::vector<PdfSegment> segments;  // left to right
  double top = 0;
  double bottom = 0;
  double base = 0;
  double size = 0;
};

// How far something reaches across the page, or is empty.
struct PdfInterval {
  double left = 0;
  double right = 0;

  double width() const { return right - left; }
};

// Between two names of columns, of the size: no word space is that wide.
inline constexpr double kApart = 0.6;

template <class Function>
void ForWords(const PdfBand& band, Function&& function) {
  for (const PdfSegment& segment : band.segments) {
    for (const PdfWord& word : segment) function(word);
  }
}

// From the first word of bands [begin, end) to the last.
PdfInterval ReachOf(const std::vector<PdfBand>& bands, std::size_t begin,
                    std::size_t end);

bool IsBold(const PdfBand& band);  // throughout

// Begins with a small letter, as what goes on does.
bool StartsLower(std::string_view text);

// "Introduction .......... 3"
bool HasLeader(const PdfBand& band);

struct PdfLine {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double base = 0;
  double size = 0;         // of most of its characters
  double body_left = 0;    // where the words after a label begin, else left
  double first_width = 0;  // of its first word
  bool labelled = false;   // begins with a printed number or bullet
  bool bold = false;       // throughout
  bool bold_start = false;
  bool bold_end = false;
  std::vector<TextSpan> raised;    // small raised marks, in `text`
  std::vector<TextSpan> emphases;  // in italics, in `text`
};

// From the top down. Words that are small and raised join the line they stand
// on; a band's words are split where a gap is wider than a word space can be.
std::vector<PdfBand> BandsOf(std::vector<PdfWord> words);

PdfLine LineOf(const PdfSegment& words);

// The text of words that fill a small area: their lines one after the other.
std::string TextOfArea(std::vector<PdfWord> words);

}  // namespace concord::document
