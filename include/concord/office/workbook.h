#pragma once
// A workbook (XLSX) that people work in: sheets of rows under a header that
// stays in sight, with a filter, fit for printing.
//
//   TRY_ASSIGN(auto book, Workbook::Create({.title = "Consolidated
//   response"})); TRY_RETURN(book->AddSheet({.name = "Entries",
//                              .columns = {{.name = "No.", .width = 6},
//                              ...}}));
//   TRY_RETURN(book->AddRow({Number(1), "Publish a plan.", ...}));
//   TRY_ASSIGN(const std::string bytes, book->Finish());
//
// Whatever a document says comes out as text: nothing is a formula, no
// characters stand in a cell that its form forbids, and a text longer than a
// cell may be is cut with a mark that says so. A row is written when the next
// one comes, so memory does not grow with the rows. The same calls make the
// same bytes. For one thread at a time.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/base/result.h"

namespace concord::office {

struct Column {
  std::string name;
  double width = 12;  // in letters
  // What may be chosen in its cells; none: anything may stand there.
  std::vector<std::string> choices = {};
  bool for_answers = false;  // tinted: people write here
  bool hidden = false;       // folded away until somebody asks for it
};

struct Sheet {
  std::string name;  // up to 31 letters, none of []:*?/\ (cut and replaced)
  std::vector<Column> columns;
  int frozen_columns = 0;  // that stay in sight beside the header
};

struct Cell {
  Cell() = default;
  Cell(std::string words) : text(std::move(words)) {}  // NOLINT
  Cell(const char* words) : text(words) {}             // NOLINT
  Cell(std::string words, std::string link)
      : text(std::move(words)), address(std::move(link)) {}

  std::string text;
  // http, https or file: the text is a link to it; "" = none.
  std::string address;
  double number = 0;
  bool is_number = false;
};
Cell Number(double number);            // finite
Cell Number(std::string_view digits);  // a text where it is no number

class Workbook {
 public:
  struct Options {
    std::string title;  // of the document, and above every printed page
    // Seconds since 1970 that the properties state as the time it was made:
    // given, not taken from the clock, so that the same rows make the same
    // bytes.
    std::int64_t made_at = 0;
    std::uint32_t most_rows = 1'048'575;  // of a sheet, under its header
    // Of the document, that people can see and do not print: name, value.
    std::vector<std::pair<std::string, std::string>> properties = {};
  };
  [[nodiscard]] static Result<std::unique_ptr<Workbook>> Create(
      const Options& options);
  virtual ~Workbook() = default;

  // Rows go into the sheet that was added last. Rows past the last that a sheet
  // can hold go on in another one of the same columns, "Entries (2)".
  [[nodiscard]] virtual Result<> AddSheet(const Sheet& sheet) = 0;
  [[nodiscard]] virtual Result<> AddRow(const std::vector<Cell>& cells) = 0;
  // Once, at the end. kDiskFull, kUnavailable.
  [[nodiscard]] virtual Result<std::string> Finish() = 0;
};

// How a cell says it: without characters that XML forbids or that turn lines
// around, its line ends LF, cut at 32,000 letters with a mark.
std::string CellText(std::string_view text);

}  // namespace concord::office
