#pragma once
// How things look on a terminal, and plain where there is none.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/engine/views.h"

namespace concord::cli {

enum class ColorChoice { kAuto, kAlways, kNever };

// Colour is used where asked for, else where `file` is a terminal, NO_COLOR is
// unset and TERM is not "dumb".
class Terminal {
 public:
  Terminal(int file, ColorChoice choice);
  // Without colour; `is_terminal` cuts lines at `width`.
  Terminal(bool is_terminal, int width)
      : is_terminal_(is_terminal), width_(width) {}

  bool is_terminal() const { return is_terminal_; }
  int width() const { return width_; }
  std::string Bold(std::string_view text) const;
  std::string Dim(std::string_view text) const;
  std::string Red(std::string_view text) const;
  std::string Mark(std::string_view text) const;  // a match in a snippet

 private:
  std::string Wrap(const char* code, std::string_view text) const;

  bool is_terminal_ = false;
  bool color_ = false;
  int width_ = 80;
};

// Columns as wide as they need to be; the last takes what is left and, on a
// terminal, is cut to one line. On a terminal too narrow for that a row is its
// first and last cell, and the others below with their names:
//
//   r3fa9c1d2b0e4  Boats and moorings
//       date 3 May 2004 · kind report
std::string FormatTable(const engine::Listing& listing,
                        const Terminal& terminal);

// Text as it may stand on a terminal: control characters of documents and file
// names replaced, so that no document can move the cursor.
std::string Printable(std::string_view text);

}  // namespace concord::cli
