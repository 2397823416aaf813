// A filled workbook or Word file of ours, read back.
//
// Tests: tests/unit/response/read_filled_test.cpp.

#include "response/read_filled.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "concord/base/unicode.h"
#include "concord/document/word_paragraphs.h"
#include "concord/document/workbook_cells.h"
#include "response/entry_columns.h"
#include "response/words.h"

namespace concord::response {
namespace {

using document::CellRow;
using document::SheetCells;
using document::WordParagraph;

std::size_t At(AnswerField field) { return static_cast<std::size_t>(field); }

Error NotOurs(const std::string& why) {
  return {ErrorCode::kInvalidArgument,
          "this is no response to fill in that concord wrote: " + why};
}

// --- A workbook

// Where the columns of a sheet of entries are, by the names in its header.
class EntrySheet {
 public:
  // The header is the first row that names what is answered: a title may have
  // been put above it.
  static std::optional<EntrySheet> Find(const SheetCells& sheet) {
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      EntrySheet found(sheet, i);
      if (found.column_.contains(FoldWords(kRefsColumn))) return found;
    }
    return std::nullopt;
  }

  void Read(FilledResponse* filled) const {
    for (std::size_t i = header_ + 1; i < sheet_->rows.size(); ++i) {
      ReadRow(sheet_->rows[i], filled);
    }
    for (const auto& [column, name] : others_) TellBeside(column, name, filled);
  }

 private:
  EntrySheet(const SheetCells& sheet, std::size_t header)
      : sheet_(&sheet), header_(header) {
    std::map<std::string, bool> ours;
    for (const office::Column& column : EntryColumns()) {
      ours[FoldWords(column.name)] = true;
    }
    const std::vector<std::string>& names = sheet.rows[header].cells;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string folded = FoldWords(names[i]);
      const bool is_new =
          ours.contains(folded) && column_.emplace(folded, i).second;
      if (!is_new) others_.emplace_back(i, CollapseSpace(names[i]));
    }
  }

  std::string Cell(const CellRow& row, std::string_view name) const {
    const auto found = column_.find(FoldWords(name));
    if (found == column_.end() || found->second >= row.cells.size()) return "";
    return row.cells[found->second];
  }

  std::string Place(const CellRow& row, std::string_view name) const {
    return sheet_->name + "!" +
           document::CellAddress(column_.at(FoldWords(name)), row.number);
  }

  void ReadRow(const CellRow& row, FilledResponse* filled) const {
    FilledEntry entry;
    std::istringstream refs(Cell(row, kRefsColumn));
    for (std::string word; refs >> word;) {
      if (auto ref = ReadRef(word)) entry.refs.push_back(std::move(*ref));
    }
    const std::string number = CollapseSpace(Cell(row, "No."));
    const std::string at = "row " + std::to_string(row.number);
    entry.place = number.empty() ? at : "entry " + number + " (" + at + ")";
    if (entry.refs.empty()) {
      TellUnmarked(row, filled);
      return;
    }
    std::istringstream written(Cell(row, kWrittenColumn));
    for (std::string& print : entry.written) written >> print;
    for (const AnswerField field : kAnswerFields) {
      if (!column_.contains(std::string(Name(field)))) continue;
      SettleField(field, Cell(row, Name(field)), Place(row, Name(field)),
                  &entry, filled);
    }
    AddFilled(std::move(entry), filled);
  }

  // A row that somebody added, or whose hidden cell was emptied.
  void TellUnmarked(const CellRow& row, FilledResponse* filled) const {
    for (const AnswerField field : kAnswerFields) {
      if (CollapseSpace(Cell(row, Name(field))).empty()) continue;
      filled->problems.push_back(
          Place(row, Name(field)) +
          " answers nothing: the row does not say which recommendation it is "
          "about");
      return;
    }
  }

  void TellBeside(std::size_t column, const std::string& name,
                  FilledResponse* filled) const {
    std::size_t cells = 0;
    for (std::size_t i = header_ + 1; i < sheet_->rows.size(); ++i) {
      const auto& row = sheet_->rows[i].cells;
      cells += column < row.size() && !CollapseSpace(row[column]).empty();
    }
    if (cells == 0) return;
    filled->beside.push_back(
        "column " + (name.empty() ? "without a name" : "'" + name + "'") +
        " of " + sheet_->name + ": " + std::to_string(cells) +
        (cells == 1 ? " cell" : " cells"));
  }

  const SheetCells* sheet_;
  std::size_t header_;
  std::map<std::string, std::size_t> column_;
  std::vector<std::pair<std::size_t, std::string>> others_;
};

// What the words of a recommendation were, for those not held any more.
void ReadWords(const SheetCells& sheet, FilledResponse* filled) {
  if (sheet.rows.empty()) return;
  const std::vector<std::string>& names = sheet.rows.front().cells;
  const auto place = [&](std::string_view name) {
    return static_cast<std::size_t>(
        std::find(names.begin(), names.end(), name) - names.begin());
  };
  const std::size_t id = place("Id");
  const std::size_t words = place("Words");
  for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    if (std::max(id, words) < cells.size()) {
      filled->words.emplace_back(cells[id], cells[words]);
    }
  }
}

// "Entries (2)" goes on with what one sheet cannot hold.
bool IsOurs(std::string_view name) {
  return std::any_of(kSheets.begin(), kSheets.end(), [&](auto known) {
    return name == known || (name.starts_with(known) &&
                             name.substr(known.size()).starts_with(" ("));
  });
}

Result<FilledResponse> ReadFilledWorkbook(std::string_view bytes) {
  TRY_ASSIGN(const auto book, document::ReadWorkbookCells(bytes));
  FilledResponse filled;
  const auto scope = book.properties.find(std::string(kResponseProperty));
  if (scope != book.properties.end()) filled.scope = scope->second;
  bool found = false;
  for (const SheetCells& sheet : book.sheets) {
    if (const auto entries = EntrySheet::Find(sheet)) {
      entries->Read(&filled);
      found = true;
    } else if (sheet.name == kRecommendationsSheet) {
      ReadWords(sheet, &filled);
    } else if (!IsOurs(sheet.name) && !sheet.rows.empty()) {
      filled.beside.push_back("sheet '" + sheet.name + "'");
    }
  }
  if (found) return filled;
  return tl::unexpected(NotOurs(
      filled.scope.empty()
          ? "no sheet of it has the column '" + std::string(kRefsColumn) + "'"
          : "the column '" + std::string(kRefsColumn) +
                "', which is folded away at the right of the entries, is "
                "gone, and without it no row says what it answers"));
}

// --- A Word file

// The three fields out of the lines of a frame.
class Frame {
 public:
  bool empty() const { return lines_.empty(); }
  void Add(const std::string& line) { lines_.push_back(line); }

  void Settle(const std::string& place, FilledEntry* entry,
              FilledResponse* filled) const {
    std::array<std::optional<std::string>, 3> said;
    AnswerField now = AnswerField::kResponse;
    for (const std::string& line : lines_) {
      const auto [field, rest] = Labelled(line, said);
      if (field) {
        now = *field;
        said[At(now)] = rest;
        continue;
      }
      // What has no label belongs to the response: the others are one word.
      if (CollapseSpace(line).empty() && now != AnswerField::kResponse)
        continue;
      now = AnswerField::kResponse;
      std::optional<std::string>& response = said[At(now)];
      response = response ? *response + "\n" + line : line;
    }
    for (const AnswerField field : kAnswerFields) {
      if (!said[At(field)]) continue;
      const std::string text = field == AnswerField::kResponse
                                   ? WithoutPlaceholder(*said[At(field)])
                                   : *said[At(field)];
      SettleField(field, text, place + ", " + std::string(Name(field)), entry,
                  filled);
    }
  }

 private:
  static std::pair<std::optional<AnswerField>, std::string> Labelled(
      const std::string& line,
      const std::array<std::optional<std::string>, 3>& said) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) return {};
    const auto field = ReadAnswerField(FoldWords(line.substr(0, colon)));
    // "Response: ..." a second time is what somebody wrote.
    if (!field || said[At(*field)]) return {};
    return {field, line.substr(colon + 1)};
  }

  // "awaited" stands there until somebody writes; some write behind it.
  static std::string WithoutPlaceholder(const std::string& text) {
    constexpr std::string_view kPlaceholder = "awaited";
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string::npos) return "";
    const std::string_view words = std::string_view(text).substr(begin);
    if (!words.starts_with(kPlaceholder)) return text;
    const std::string_view rest = words.substr(kPlaceholder.size());
    const std::size_t next = rest.find_first_not_of(" \t\n.");
    if (next == std::string_view::npos) return "";
    const bool begins_anew =
        next > 0 &&
        std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ").find(rest[next]) !=
            std::string_view::npos;
    return begins_anew ? std::string(rest.substr(next)) : text;
  }

  std::vector<std::string> lines_;
};

class WordReading {
 public:
  explicit WordReading(FilledResponse* filled) : filled_(*filled) {}

  void Read(const std::vector<WordParagraph>& paragraphs) {
    for (const WordParagraph& paragraph : paragraphs) {
      if (Begins(paragraph)) continue;
      if (paragraph.heading) {
        Close();
      } else if (entry_) {
        Take(paragraph);
      }
    }
    Close();
  }
  bool found() const { return found_; }

 private:
  // The marks of an entry stand in its heading.
  bool Begins(const WordParagraph& paragraph) {
    FilledEntry entry;
    for (const std::string& mark : paragraph.bookmarks) {
      const std::string_view name = mark;
      if (name.starts_with(kRefMark)) {
        if (auto ref = ReadRef(name.substr(kRefMark.size()))) {
          entry.refs.push_back(std::move(*ref));
        }
      } else if (name.starts_with(kWrittenMark)) {
        std::istringstream prints(mark.substr(kWrittenMark.size()));
        for (std::string& print : entry.written) {
          std::getline(prints, print, '_');
        }
      }
    }
    if (entry.refs.empty()) return false;
    Close();
    const std::string heading = CollapseSpace(paragraph.text);
    const std::string number = heading.substr(0, heading.find(':'));
    entry.place = Fold(number).starts_with("entry ")
                      ? "e" + number.substr(1)
                      : "“" + Ellipsis(heading, 60) + "”";
    entry_ = std::move(entry);
    found_ = true;
    return true;
  }

  // The frame is the last of an entry: whatever stands behind its first line
  // was written into it, in whichever style.
  void Take(const WordParagraph& paragraph) {
    if (frame_.empty() && paragraph.style != "response") return;
    std::istringstream lines(paragraph.text);
    bool any = false;
    for (std::string line; std::getline(lines, line); any = true) {
      frame_.Add(line);
    }
    if (!any) frame_.Add("");
  }

  void Close() {
    if (!entry_) return;
    if (frame_.empty()) {
      filled_.problems.push_back(entry_->place +
                                 ": its frame for the response is gone");
    }
    frame_.Settle(entry_->place, &*entry_, &filled_);
    AddFilled(std::move(*entry_), &filled_);
    entry_.reset();
    frame_ = {};
  }

  FilledResponse& filled_;
  std::optional<FilledEntry> entry_;
  Frame frame_;
  bool found_ = false;
};

Result<FilledResponse> ReadFilledWord(std::string_view bytes) {
  TRY_ASSIGN(const auto word, document::ReadWordParagraphs(bytes));
  FilledResponse filled;
  const auto scope = word.properties.find(std::string(kResponseProperty));
  if (scope != word.properties.end()) filled.scope = scope->second;
  WordReading reading(&filled);
  reading.Read(word.paragraphs);
  // A response to nothing has no entries to mark.
  const bool has_frames = std::any_of(
      word.paragraphs.begin(), word.paragraphs.end(),
      [](const WordParagraph& one) { return one.style == "response"; });
  const bool empty = !filled.scope.empty() && !has_frames;
  if (reading.found() || empty) return filled;
  return tl::unexpected(
      NotOurs("no heading of it is marked with what its entry answers"));
}

bool Same(std::string_view a, std::string_view b) {
  return CollapseSpace(a) == CollapseSpace(b);
}

}  // namespace

void SettleField(AnswerField field, std::string_view text,
                 const std::string& place, FilledEntry* entry,
                 FilledResponse* filled) {
  const std::size_t at = At(field);
  entry->places[at] = place;
  if (auto value = ReadAnswer(field, text)) {
    entry->fields[at] = std::move(*value);
    entry->there[at] = true;
    return;
  }
  std::vector<std::string> choices = ChoicesOf(field);
  for (std::string& choice : choices) choice = Readable(choice);
  filled->problems.push_back(place + ": '" + CollapseSpace(text) + "' is no " +
                             std::string(Name(field)) + "; there are " +
                             Joined(choices, ", "));
}

void AddFilled(FilledEntry entry, FilledResponse* filled) {
  const auto known = std::find_if(
      filled->entries.begin(), filled->entries.end(),
      [&](const FilledEntry& other) { return other.refs == entry.refs; });
  if (known == filled->entries.end()) {
    filled->entries.push_back(std::move(entry));
    return;
  }
  // A row that was copied: the one that somebody filled in counts.
  for (const AnswerField field : kAnswerFields) {
    const std::size_t i = At(field);
    const auto touched = [i](const FilledEntry& one) {
      return one.there[i] && PrintOf(one.fields[i]) != one.written[i];
    };
    if (!touched(entry)) continue;
    if (!touched(*known)) {
      known->fields[i] = entry.fields[i];
      known->places[i] = entry.places[i];
      known->there[i] = true;
    } else if (!Same(known->fields[i], entry.fields[i])) {
      filled->problems.push_back(known->places[i] + " and " + entry.places[i] +
                                 " answer the same entry otherwise: '" +
                                 Ellipsis(Readable(known->fields[i]), 60) +
                                 "' and '" +
                                 Ellipsis(Readable(entry.fields[i]), 60) + "'");
      known->there[i] = false;
    }
  }
}

Result<FilledResponse> ReadFilled(std::string_view bytes) {
  if (!bytes.starts_with("PK")) {
    return tl::unexpected(
        NotOurs("answers are read from a workbook (.xlsx) or a Word file "
                "(.docx) of 'concord respond'"));
  }
  auto workbook = ReadFilledWorkbook(bytes);
  if (workbook || workbook.error().code() != ErrorCode::kCorrupt) {
    return workbook;
  }
  auto word = ReadFilledWord(bytes);
  if (word || word.error().code() != ErrorCode::kCorrupt) return word;
  return tl::unexpected(
      NotOurs("it is neither a workbook nor a Word file that "
              "can be read"));
}

}  // namespace concord::response
