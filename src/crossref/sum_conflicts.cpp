// Totals that what stands beside them does not add up to.
//
// Tables:    a last row "Total" against the rows above it, column by column.
// Sentences: "£40,000 from the force and £25,000 from the county, a total of
//            £60,000".
//
// A table with rows that are totals or parts themselves is left alone, and so
// is what rounding explains: money and shares may be out by half a unit for
// each row.
//
// Tests: sum_conflicts_test.cpp.

#include <re2/re2.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/unicode.h"
#include "crossref/page_reader.h"

namespace concord::crossref {
namespace {

using document::Block;
using document::BlockKind;

constexpr const char* kSumRule = "a sum that does not add up";

struct Amount {
  double value = 0;
  double unit = 1;  // the last place that is printed
};

// "1,140", "£61.5", "12%"; nothing for words, dates and ranges.
std::optional<Amount> AmountOf(std::string_view cell) {
  static const re2::RE2 kAmount(
      "^(?:£ ?)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\\.([0-9]{1,2}))? "
      "?%?$");
  std::string whole;
  std::string places;
  if (!re2::RE2::FullMatch(Piece(cell), kAmount, &whole, &places)) {
    return std::nullopt;
  }
  std::erase(whole, ',');
  Amount amount;
  amount.value = std::strtod((whole + "." + places + "0").c_str(), nullptr);
  amount.unit = std::pow(10.0, -static_cast<double>(places.size()));
  return amount;
}

std::string Printed(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

struct Row {
  TextSpan span;
  std::vector<TextSpan> cells;
};

class SumReader : private PageReader {
 public:
  explicit SumReader(const store::ReportRecord& record) : PageReader(record) {}

  std::vector<Conflict> Read() {
    std::vector<Row> table;
    const auto& blocks = record_.document.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::kTableRow) {
        Row row{blocks[i].span, {}};
        for (std::size_t k = i + 1;
             k < blocks.size() && blocks[k].kind == BlockKind::kTableCell &&
             blocks[k].parent == static_cast<std::int32_t>(i);
             ++k) {
          row.cells.push_back(Trim(text_, blocks[k].span));
        }
        table.push_back(std::move(row));
        if (IsTotal(table.back())) {
          CheckTable(table);
          table.clear();
        }
      } else if (blocks[i].kind != BlockKind::kTableCell) {
        table.clear();
        CheckBlock(blocks[i]);
      }
    }
    return std::move(found_);
  }

 private:
  bool IsTotal(const Row& row) const {
    static const re2::RE2 kTotal("(?i)^(?:grand )?totals?:?$");
    return row.cells.size() > 1 &&
           re2::RE2::FullMatch(Piece(Slice(text_, row.cells[0])), kTotal);
  }

  // The last row of `table` is its total, the first names the columns.
  void CheckTable(const std::vector<Row>& table) {
    constexpr std::size_t kFewest = 5;  // names, three addends, total
    if (table.size() < kFewest) return;
    for (std::size_t i = 0; i + 1 < table.size(); ++i) {
      if (table[i].cells.size() != table.back().cells.size()) return;
      if (i > 0 && MayBePart(table[i])) return;
    }
    for (std::size_t column = 1; column < table.back().cells.size(); ++column) {
      if (CheckColumn(table, column)) return;
    }
  }

  // A row that is counted elsewhere: "of which", "subtotal", "net", "less".
  bool MayBePart(const Row& row) const {
    static const re2::RE2 kPart(
        "(?i)\\b(?:of which|sub-?totals?|totals?|includ(?:es|ing)|net|gross|"
        "less|minus|average|mean|all|overall|sum|change|increase|decrease|"
        "balance|carried|brought)\\b");
    const std::string_view label = Slice(text_, row.cells[0]);
    return label.empty() || re2::RE2::PartialMatch(Piece(label), kPart);
  }

  // True where it told of one.
  bool CheckColumn(const std::vector<Row>& table, std::size_t column) {
    const auto total = AmountOf(Slice(text_, table.back().cells[column]));
    if (!total) return false;
    // No names: the rows before them stand on another page.
    if (AmountOf(Slice(text_, table.front().cells[column]))) return false;
    double sum = 0;
    double unit = total->unit;
    for (std::size_t i = 1; i + 1 < table.size(); ++i) {
      const auto amount = AmountOf(Slice(text_, table[i].cells[column]));
      if (!amount) return false;
      sum += amount->value;
      unit = std::max(unit, amount->unit);
    }
    const std::string name(Slice(text_, table.front().cells[column]));
    // Years, rates and averages have no total of this kind.
    static const re2::RE2 kNone(
        "(?i)per cent|%|average|rate|per |ratio|year|rank|change|score");
    if (re2::RE2::PartialMatch(name, kNone)) return false;
    static const re2::RE2 kRounded("(?i)£|000|\\bm\\b|million");
    const bool rounded = re2::RE2::PartialMatch(name, kRounded) || unit < 1;
    const double rows = static_cast<double>(table.size() - 2);
    const double slack = rounded ? rows * unit / 2 + unit / 2 : 0;
    if (std::abs(sum - total->value) <= slack + 1e-6) return false;
    Add(kSumRule, TitleAnd(CollapseSpace(name)),
        "total " + Printed(total->value), "sum " + Printed(sum),
        table.back().span,
        {table[1].span.begin, table[table.size() - 2].span.end});
    return true;
  }

  void CheckBlock(const Block& block) {
    if (block.kind != BlockKind::kParagraph &&
        block.kind != BlockKind::kListItem) {
      return;
    }
    static const re2::RE2 kSum(
        "(£([0-9][0-9,]*)[^£.;0-9]{0,60},? and £([0-9][0-9,]*)[^£.;0-9]{0,40}?)"
        ",? ((?:making|a total of|totalling|together|in all)(?: a total of| in "
        "all| together)? £([0-9][0-9,]*))(?:[^0-9,.mk]|[,.](?:[^0-9]|$)|$)");
    const std::string_view words = Slice(text_, block.span);
    re2::StringPiece rest = Piece(words);
    re2::StringPiece addends;
    re2::StringPiece total;
    std::string a;
    std::string b;
    std::string c;
    while (
        re2::RE2::FindAndConsume(&rest, kSum, &addends, &a, &b, &total, &c)) {
      // "£5,000, £6,000 and £7,000": the one before counts too.
      const std::size_t at =
          static_cast<std::size_t>(addends.data() - words.data());
      const std::size_t stop = words.substr(0, at).rfind(". ");
      const std::string_view before =
          words.substr(stop == std::string_view::npos ? 0 : stop,
                       at - (stop == std::string_view::npos ? 0 : stop));
      if (before.find("£") != std::string_view::npos) continue;
      const double sum = ValueOf(a) + ValueOf(b);
      if (std::abs(sum - ValueOf(c)) < 1) continue;
      Add(kSumRule, Title(), "total £" + c, "sum £" + Printed(sum), At(total),
          At(addends));
    }
  }

  static double ValueOf(std::string number) {
    std::erase(number, ',');
    return std::strtod(number.c_str(), nullptr);
  }

  std::string TitleAnd(const std::string& what) const {
    return what.empty() ? Title() : Title() + ": " + what;
  }
};

}  // namespace

std::vector<Conflict> SumConflicts(const Reports& reports) {
  return ReadPages<SumReader>(reports);
}

}  // namespace concord::crossref
