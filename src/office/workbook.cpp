// Workbooks by libxlsxwriter, in its mode of constant memory: every row goes to
// a temporary file when the next begins, and texts stand in their cells.

#include "concord/office/workbook.h"

#include <Poco/Exception.h>
#include <Poco/TemporaryFile.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <utility>

#include "concord/base/files.h"
#include "concord/base/unicode.h"
#include "concord/office/plain.h"

namespace concord::office {
namespace {

constexpr std::size_t kMostLetters = 32000;  // a cell holds 32,767
constexpr std::size_t kMostName = 31;
constexpr std::size_t kMostPrinted = 120;  // bytes of a title above a page
constexpr std::size_t kMostAddress = 2000;
constexpr std::size_t kMostProperty = 255;
// A wider sheet would be too small to read on one page: it goes over several.
constexpr double kMostWidth = 260;
constexpr std::uint16_t kScaleOfWide = 70;  // per cent
constexpr double kLettersToADigit = 1.25;
constexpr double kPointsOfALine = 13;  // of the size of text here
constexpr double kMostPoints = 409;    // of a row
constexpr std::uint64_t kMostWorkbookBytes = 1u << 30;
constexpr std::int64_t kFirstDay = 315532800;  // 1980, as its ZIP members say

// Letters as Excel counts them: UTF-16 units.
std::size_t UnitsOf(unsigned char first_byte) {
  if ((first_byte & 0xC0U) == 0x80U) return 0;  // goes on
  return first_byte >= 0xF0 ? 2 : 1;
}

// Bytes of the longest beginning with at most `most` letters.
std::size_t BytesOf(std::string_view text, std::size_t most) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    units += UnitsOf(static_cast<unsigned char>(text[at]));
    if (units > most) return at;
  }
  return text.size();
}

std::size_t LettersOf(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) units += UnitsOf(static_cast<unsigned char>(c));
  return units;
}

std::string Cut(const std::string& text, std::size_t most) {
  return text.substr(0, BytesOf(text, most));
}

// "_x0041_" is how the format writes 'A': what says so itself is written as
// "_x005F_x0041_".
std::string WithEscapesEscaped(const std::string& text) {
  constexpr std::size_t kLength = 7;
  const auto is_escape = [&](std::string_view at) {
    if (at.size() < kLength) return false;
    const std::string_view digits = at.substr(2, 4);
    return at.starts_with("_x") && at[6] == '_' &&
           std::all_of(digits.begin(), digits.end(),
                       [](unsigned char c) { return std::isxdigit(c) != 0; });
  };
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (text[at] == '_' && is_escape(rest)) escaped += "_x005F";
    escaped += text[at];
  }
  return escaped;
}

std::string SheetName(const std::string& name, int part) {
  constexpr std::string_view kForbidden = "[]:*?/\\'";
  const std::string behind =
      part > 1 ? " (" + std::to_string(part) + ")" : std::string();
  std::string safe = Cut(Plain(name), kMostName - behind.size());
  for (char& c : safe) {
    if (kForbidden.find(c) != std::string_view::npos || c == '\n') c = ' ';
  }
  return (safe.empty() ? "Sheet" : safe) + behind;
}

// '&' begins a code in what is printed above and below a page.
std::string Printed(const std::string& title) {
  std::string printed;
  for (const char c : Ellipsis(title, kMostPrinted)) {
    if (c == '&') printed += '&';
    printed += c == '\n' ? ' ' : c;
  }
  return printed;
}

// Lines that a text takes in a column: as many letters as its width in digits
// of a larger size, and a little, for the ragged ends.
double LinesOf(std::string_view text, double width) {
  double lines = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    const auto letters = static_cast<double>(LettersOf(text.substr(0, end)));
    lines += std::max(1.0, std::ceil(letters / (width * kLettersToADigit)));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

bool IsFollowed(const std::string& address) {
  return address.size() <= kMostAddress &&
         (address.starts_with("http://") || address.starts_with("https://") ||
          address.starts_with("file://"));
}

class ExcelWorkbook : public Workbook {
 public:
  ~ExcelWorkbook() override {
    if (book_ != nullptr) workbook_close(book_);
  }

  Result<> Open(const Options& options) {
    title_ = Plain(options.title);
    most_rows_ = options.most_rows;
    lxw_workbook_options how{
        .constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_FALSE};
    book_ = workbook_new_opt(file_.path().c_str(), &how);
    if (book_ == nullptr) {
      return Fail(ErrorCode::kUnavailable, "a workbook cannot be begun");
    }
    lxw_doc_properties properties{};
    properties.title = title_.data();
    properties.created =
        static_cast<time_t>(std::max(options.made_at, kFirstDay));
    workbook_set_properties(book_, &properties);
    for (const auto& [name, value] : options.properties) {
      TRY_RETURN(Checked(workbook_set_custom_property_string(
          book_, name.c_str(), Cut(Plain(value), kMostProperty).c_str())));
    }
    MakeFormats();
    return {};
  }

  Result<> AddSheet(const Sheet& sheet) override {
    EndSheet();
    sheet_ = sheet;
    part_ = 0;
    return BeginSheet();
  }

  Result<> AddRow(const std::vector<Cell>& cells) override {
    if (row_ == most_rows_) {
      EndSheet();
      TRY_RETURN(BeginSheet());
    }
    ++row_;
    SetHeight(cells);
    lxw_col_t column = 0;
    for (const Cell& cell : cells) TRY_RETURN(Write(cell, column++));
    return {};
  }

  Result<std::string> Finish() override {
    EndSheet();
    const lxw_error error = workbook_close(std::exchange(book_, nullptr));
    TRY_RETURN(Checked(error));
    return ReadFile(file_.path(), kMostWorkbookBytes);
  }

 private:
  void MakeFormats() {
    const auto base = [this] {
      lxw_format* format = workbook_add_format(book_);
      format_set_font_size(format, 10);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      format_set_border(format, LXW_BORDER_THIN);
      format_set_border_color(format, 0xD5DBE3);
      return format;
    };
    text_ = base();
    number_ = base();
    format_set_align(number_, LXW_ALIGN_RIGHT);
    format_set_indent(number_, 1);
    answer_ = base();
    format_set_bg_color(answer_, 0xFFFBE6);
    link_ = base();
    format_set_font_color(link_, 0x1F4E79);
    format_set_underline(link_, LXW_UNDERLINE_SINGLE);
    head_ = base();
    format_set_bold(head_);
    format_set_font_color(head_, LXW_COLOR_WHITE);
    format_set_bg_color(head_, 0x1F4E79);
    format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
  }

  Result<> BeginSheet() {
    const std::string name = SheetName(sheet_.name, ++part_);
    page_ = workbook_add_worksheet(book_, name.c_str());
    if (page_ == nullptr) {
      return Fail(ErrorCode::kInvalidArgument,
                  "a workbook cannot have two sheets '" + name + "'");
    }
    row_ = 0;
    links_ = 0;
    std::vector<std::string> names;
    for (const Column& column : sheet_.columns) names.push_back(column.name);
    SetHeight(std::vector<Cell>(names.begin(), names.end()));
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      lxw_row_col_options how{};
      how.hidden = sheet_.columns[i].hidden ? LXW_TRUE : LXW_FALSE;
      worksheet_set_column_opt(page_, column, column, sheet_.columns[i].width,
                               nullptr, &how);
      TRY_RETURN(Checked(worksheet_write_string(
          page_, 0, column, CellText(sheet_.columns[i].name).c_str(), head_)));
    }
    SetUpPrinting(name);
    return {};
  }

  // Excel would find it out by itself; other programs show one line.
  void SetHeight(const std::vector<Cell>& cells) {
    double lines = 1;
    for (std::size_t i = 0; i < cells.size() && i < sheet_.columns.size();
         ++i) {
      if (sheet_.columns[i].hidden) continue;
      lines = std::max(lines, LinesOf(cells[i].text, sheet_.columns[i].width));
    }
    worksheet_set_row(page_, row_,
                      std::min(lines * kPointsOfALine + 3, kMostPoints),
                      nullptr);
  }

  void SetUpPrinting(const std::string& name) {
    worksheet_set_landscape(page_);
    worksheet_set_paper(page_, 9);  // A4
    worksheet_set_margins(page_, 0.4, 0.4, 0.7, 0.6);
    double width = 0;
    for (const Column& column : sheet_.columns) {
      if (!column.hidden) width += column.width;
    }
    if (width <= kMostWidth) {
      worksheet_fit_to_pages(page_, 1, 0);
    } else {
      worksheet_set_print_scale(page_, kScaleOfWide);
      if (sheet_.frozen_columns > 0) {
        worksheet_repeat_columns(
            page_, 0, static_cast<lxw_col_t>(sheet_.frozen_columns - 1));
      }
    }
    worksheet_repeat_rows(page_, 0, 0);
    worksheet_set_header(page_, ("&L" + Printed(title_)).c_str());
    worksheet_set_footer(page_,
                         ("&L" + Printed(name) + "&RPage &P of &N").c_str());
  }

  // What needs to know how many rows there are.
  void EndSheet() {
    if (page_ == nullptr) return;
    const auto last = static_cast<lxw_col_t>(
        sheet_.columns.empty() ? 0 : sheet_.columns.size() - 1);
    worksheet_freeze_panes(page_, 1,
                           static_cast<lxw_col_t>(sheet_.frozen_columns));
    worksheet_autofilter(page_, 0, 0, row_, last);
    // "12(b)" and "12" are names of recommendations, not sums to work with.
    std::array<char, LXW_MAX_CELL_RANGE_LENGTH> all{};
    lxw_rowcol_to_range(all.data(), 0, 0, row_, last);
    worksheet_ignore_errors(page_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                            all.data());
    if (row_ > 0) OfferChoices();
    page_ = nullptr;
  }

  void OfferChoices() {
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      if (sheet_.columns[i].choices.empty()) continue;
      std::vector<char*> choices;
      for (std::string& one : sheet_.columns[i].choices) {
        choices.push_back(one.data());
      }
      choices.push_back(nullptr);
      lxw_data_validation rule{};
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = choices.data();
      // What is chosen is proposed, not forced: people may have other words.
      rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_data_validation_range(page_, 1, column, row_, column, &rule);
    }
  }

  lxw_format* FormatOf(std::size_t column) const {
    const bool answers =
        column < sheet_.columns.size() && sheet_.columns[column].for_answers;
    return answers ? answer_ : text_;
  }

  Result<> Write(const Cell& cell, lxw_col_t column) {
    if (cell.is_number) {
      return Checked(
          worksheet_write_number(page_, row_, column, cell.number, number_));
    }
    const std::string text = CellText(cell.text);
    lxw_format* format = FormatOf(column);
    if (text.empty()) {
      return Checked(worksheet_write_blank(page_, row_, column, format));
    }
    // A sheet holds 65,530 links; the rest stay words.
    if (IsFollowed(cell.address) && links_ < LXW_MAX_NUMBER_URLS) {
      ++links_;
      const std::string address = Plain(cell.address);
      return Checked(worksheet_write_url_opt(
          page_, row_, column, address.c_str(), link_, text.c_str(), nullptr));
    }
    return Checked(
        worksheet_write_string(page_, row_, column, text.c_str(), format));
  }

  static Result<> Checked(lxw_error error) {
    if (error == LXW_NO_ERROR) return {};
    const bool full = error == LXW_ERROR_CREATING_TMPFILE ||
                      error == LXW_ERROR_ZIP_FILE_OPERATION ||
                      error == LXW_ERROR_ZIP_FILE_ADD ||
                      error == LXW_ERROR_ZIP_CLOSE;
    return Fail(
        full ? ErrorCode::kDiskFull : ErrorCode::kUnavailable,
        "the workbook cannot be written: " + std::string(lxw_strerror(error)));
  }

  Poco::TemporaryFile file_;
  std::string title_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* page_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* number_ = nullptr;
  lxw_format* answer_ = nullptr;
  lxw_format* link_ = nullptr;
  lxw_format* head_ = nullptr;
  Sheet sheet_;
  int part_ = 0;
  lxw_row_t most_rows_ = 0;
  lxw_row_t row_ = 0;  // the last one written; 0 is the header
  int links_ = 0;
};

}  // namespace

Cell Number(double number) {
  Cell cell;
  cell.number = number;
  cell.is_number = true;
  return cell;
}

Cell Number(std::string_view digits) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc() && end == digits.data() + digits.size() &&
      std::isfinite(number)) {
    return Number(number);
  }
  return Cell(std::string(digits));
}

Result<std::unique_ptr<Workbook>> Workbook::Create(const Options& options) {
  try {
    auto book = std::make_unique<ExcelWorkbook>();
    TRY_RETURN(book->Open(options));
    return book;
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kUnavailable, error.displayText());
  }
}

std::string CellText(std::string_view text) {
  const std::string plain = Plain(text);
  std::string written = WithEscapesEscaped(plain);
  if (LettersOf(written) <= kMostLetters) return written;
  const std::size_t letters = LettersOf(plain);
  const std::string mark = " […] cut here: a cell cannot hold all " +
                           std::to_string(letters) + " letters";
  return Cut(written, kMostLetters - LettersOf(mark)) + mark;
}

}  // namespace concord::office
