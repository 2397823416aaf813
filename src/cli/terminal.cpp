#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "concord/base/unicode.h"

namespace concord::cli {
namespace {

constexpr int kMinimumLastColumn = 24;
constexpr std::size_t kLeastCap = 12;  // of any other column

bool WantsColor(ColorChoice choice, bool is_terminal) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal && (no_color == nullptr || *no_color == '\0') &&
         (term == nullptr || std::string_view(term) != "dumb");
}

std::string Padded(const std::string& text, std::size_t width) {
  const std::size_t length = CodePointCount(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

// Widest cell of each column but the last, kept to `cap`.
std::vector<std::size_t> Widths(const engine::Listing& listing,
                                std::size_t cap) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c + 1 < listing.columns.size(); ++c) {
    std::size_t width = listing.columns[c].size();
    for (const engine::ListRow& row : listing.rows) {
      width = std::max(width, std::min(cap, CodePointCount(row.cells[c])));
    }
    widths.push_back(width);
  }
  return widths;
}

// What the columns take with the space between them.
std::size_t Used(const std::vector<std::size_t>& widths) {
  std::size_t used = 0;
  for (const std::size_t width : widths) used += width + 2;
  return used;
}

std::string FormatStacked(const engine::Listing& listing,
                          const Terminal& terminal) {
  constexpr std::string_view kIndent = "    ";
  constexpr std::string_view kBetween = " · ";
  const auto width = static_cast<std::size_t>(terminal.width());
  std::string out;
  for (const engine::ListRow& row : listing.rows) {
    const auto cell = [&](std::size_t c) {
      return CollapseSpace(Printable(row.cells[c]));
    };
    out += Ellipsis(cell(0) + "  " + cell(row.cells.size() - 1), width) + "\n";
    std::string line;
    for (std::size_t c = 1; c + 1 < row.cells.size(); ++c) {
      if (row.cells[c].empty()) continue;
      const std::string pair =
          Ellipsis(listing.columns[c] + " " + cell(c), width - kIndent.size());
      const std::size_t longer =
          CodePointCount(line) + CodePointCount(pair) + 3;
      if (!line.empty() && kIndent.size() + longer > width) {
        out += std::string(kIndent) + line + "\n";
        line.clear();
      }
      line += (line.empty() ? "" : std::string(kBetween)) + pair;
    }
    if (!line.empty()) out += std::string(kIndent) + line + "\n";
  }
  return out;
}

}  // namespace

Terminal::Terminal(int file, ColorChoice choice)
    : is_terminal_(::isatty(file) == 1),
      color_(WantsColor(choice, is_terminal_)) {
  winsize size{};
  if (is_terminal_ && ::ioctl(file, TIOCGWINSZ, &size) == 0 &&
      size.ws_col >= 40) {
    width_ = size.ws_col;
  } else if (!is_terminal_) {
    width_ = 120;
  }
}

std::string Terminal::Wrap(const char* code, std::string_view text) const {
  if (!color_) return std::string(text);
  return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

std::string Terminal::Bold(std::string_view text) const {
  return Wrap("1", text);
}
std::string Terminal::Dim(std::string_view text) const {
  return Wrap("2", text);
}
std::string Terminal::Red(std::string_view text) const {
  return Wrap("31", text);
}
std::string Terminal::Mark(std::string_view text) const {
  return Wrap("1;33", text);
}

std::string Printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // U+0080..U+009F are control characters too: C2 80 .. C2 9F.
    const bool c1 = byte == 0xC2 && i + 1 < text.size() &&
                    static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) {
      safe += "\xEF\xBF\xBD";
      ++i;
    } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) {
      safe += "\xEF\xBF\xBD";
    } else {
      safe += text[i];
    }
  }
  return safe;
}

std::string FormatTable(const engine::Listing& listing,
                        const Terminal& terminal) {
  const auto total = static_cast<std::size_t>(terminal.width());
  std::size_t cap = total / 3;
  std::vector<std::size_t> widths = Widths(listing, cap);
  if (terminal.is_terminal()) {
    while (Used(widths) + kMinimumLastColumn > total && cap > kLeastCap) {
      widths = Widths(listing, --cap);
    }
    if (Used(widths) + kMinimumLastColumn > total && widths.size() > 1) {
      return FormatStacked(listing, terminal);
    }
  }
  const std::size_t used = Used(widths);
  const std::size_t last = total > used + kMinimumLastColumn
                               ? total - used
                               : std::size_t{kMinimumLastColumn};
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells, bool head) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      std::string cell = CollapseSpace(Printable(cells[c]));
      const bool is_last = c + 1 == cells.size();
      // Whole where the output goes to a file or a pipe.
      if (terminal.is_terminal()) {
        cell = Ellipsis(cell, is_last ? last : widths[c]);
      }
      line += is_last ? cell : Padded(cell, widths[c]) + "  ";
    }
    while (line.ends_with(' ')) line.pop_back();
    out += (head ? terminal.Dim(line) : line) + "\n";
  };
  add(listing.columns, true);
  for (const engine::ListRow& row : listing.rows) add(row.cells, false);
  return out;
}

}  // namespace concord::cli
