// Legacy Word (97 to 2003, and 6 and 95): the text by its piece table.
//
// After [MS-DOC]: the file's information block says where the table of pieces
// stands; each piece is a run of characters, one byte each or two. What Word
// computes (numbers of lists, styles) is not in the text; lines are judged by
// the structure pass as those of plain text are.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/source/password.h"
#include "document/assemble.h"
#include "document/charset_guess.h"
#include "document/decoders.h"
#include "document/office/drafts.h"
#include "document/office/ole_streams.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

constexpr std::uint32_t kOneByte = 0x40000000;  // of a piece's place

using Streams = std::map<std::string, std::string>;

// Characters of the document, its footnotes and what follows, in one string.
class Characters {
 public:
  Characters() { LoadByteTable("windows-1252", &table_); }

  void AddBytes(std::string_view bytes) {
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      text_.push_back(byte < 0x80 ? byte : table_[byte]);
    }
  }

  void AddUnits(std::string_view bytes) {
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
      char32_t c = Number16(bytes, i);
      const bool lead = c >= 0xD800 && c < 0xDC00;
      const char32_t next = lead ? Number16(bytes, i + 2) : 0;
      text_.push_back(c);
      if (next < 0xDC00 || next > 0xDFFF) continue;
      text_.back() = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
      text_.push_back(0);  // places count units
      i += 2;
    }
  }

  std::u32string Take() { return std::move(text_); }

 private:
  ByteTable table_{};
  std::u32string text_;
};

Result<std::u32string> PiecesOf(std::string_view word, std::string_view table) {
  const std::size_t begin = Number32(word, 0x01A2);
  const std::size_t size = Number32(word, 0x01A6);
  std::string_view clx =
      begin < table.size() ? table.substr(begin, size) : std::string_view{};
  while (clx.starts_with('\x01')) {
    clx.remove_prefix(std::min<std::size_t>(clx.size(), 3 + Number16(clx, 1)));
  }
  if (!clx.starts_with('\x02') || clx.size() < 5) {
    return Fail(ErrorCode::kCorrupt, "it has no table of its text's pieces");
  }
  clx = clx.substr(5, Number32(clx, 1));
  const std::size_t count = clx.size() < 4 ? 0 : (clx.size() - 4) / 12;
  Characters characters;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t from = Number32(clx, 4 * i);
    const std::uint32_t to = Number32(clx, 4 * i + 4);
    const std::uint32_t place = Number32(clx, 4 * (count + 1) + 8 * i + 2);
    if (to <= from || to - from > word.size()) continue;
    const bool bytes = (place & kOneByte) != 0;
    const std::size_t at = bytes ? (place & ~kOneByte) / 2 : place;
    if (at >= word.size()) continue;
    const std::string_view run =
        word.substr(at, std::size_t{to - from} * (bytes ? 1 : 2));
    if (bytes) {
      characters.AddBytes(run);
    } else {
      characters.AddUnits(run);
    }
  }
  return characters.Take();
}

// Word 6 and 95 keep the text in one run of bytes.
std::u32string OldText(std::string_view word) {
  const std::size_t begin = Number32(word, 0x18);
  const std::size_t end =
      std::min<std::size_t>(Number32(word, 0x1C), word.size());
  Characters characters;
  if (begin < end) characters.AddBytes(word.substr(begin, end - begin));
  return characters.Take();
}

void AppendUtf8(char32_t c, std::string* out) {
  if (c == 0 || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) return;
  const auto push = [&](char32_t byte) {
    out->push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | c >> 6);
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | c >> 12);
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | c >> 18);
    push(0x80 | (c >> 12 & 0x3F));
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

// Paragraphs, cells and fields by their marks.
class Marks {
 public:
  void Add(char32_t c) {
    switch (c) {
      case 0x13:  // a field: its instruction, 0x14, its result, 0x15
        instruction_.push_back(true);
        return;
      case 0x14:
        if (!instruction_.empty()) instruction_.back() = false;
        return;
      case 0x15:
        if (!instruction_.empty()) instruction_.pop_back();
        return;
      default:
        break;
    }
    if (std::find(instruction_.begin(), instruction_.end(), true) !=
        instruction_.end()) {
      return;
    }
    switch (c) {
      case 0x0D:
      case 0x0C:
        EndParagraph();
        break;
      case 0x07:
        EndCell();
        break;
      case 0x0B:
      case 0x09:
        Text(' ');
        break;
      case 0x1E:
        Text('-');
        break;
      default:
        if (c >= 0x20) Text(c);
        break;
    }
  }

  std::vector<Draft> Take() {
    if (in_row_) drafts_.EndRow();
    EndParagraph();
    return drafts_.Take();
  }

 private:
  void Text(char32_t c) {
    std::string text;
    AppendUtf8(c, &text);
    drafts_.AddText(text);
    empty_ = false;
  }

  void EndParagraph() {
    if (in_row_ && after_cell_ && !empty_) {  // words after the last row
      in_row_ = false;
      drafts_.EndRow();
    }
    drafts_.EndParagraph(Draft{});
    empty_ = true;
    after_cell_ = false;
  }

  // A mark that follows a mark ends the row: only the words tell, since what
  // says so properly is formatting.
  void EndCell() {
    if (in_row_ && after_cell_ && empty_) {
      drafts_.EndRow();
      in_row_ = false;
      after_cell_ = false;
      return;
    }
    if (!in_row_) {
      drafts_.BeginRow();
      in_row_ = true;
    }
    drafts_.EndParagraph(Draft{});
    drafts_.EndCell();
    after_cell_ = true;
    empty_ = true;
  }

  OfficeDrafts drafts_;
  std::vector<bool> instruction_;
  bool in_row_ = false;
  bool after_cell_ = false;
  bool empty_ = true;
};

Result<std::u32string> TextOf(const Streams& streams, std::string_view word) {
  constexpr unsigned kWord97 = 0x00C1;
  const unsigned flags = Number16(word, 0x0A);
  if ((flags & 0x0100) != 0) {
    return tl::unexpected(
        source::PasswordRequired().In(source::kPasswordRequired));
  }
  if (Number16(word, 0x02) < kWord97) return OldText(word);
  const auto table = streams.find((flags & 0x0200) != 0 ? "1Table" : "0Table");
  if (table == streams.end()) {
    return Fail(ErrorCode::kCorrupt, "it has no table stream");
  }
  return PiecesOf(word, table->second);
}

std::vector<Draft> DraftsOf(const std::u32string& text, std::size_t main,
                            std::size_t notes) {
  Marks marks;
  main = std::min(main, text.size());
  for (const char32_t c : text.substr(0, main)) marks.Add(c);
  std::vector<Draft> drafts = marks.Take();
  Marks note_marks;
  for (const char32_t c : text.substr(main, notes)) note_marks.Add(c);
  int number = 0;
  for (Draft& note : note_marks.Take()) {
    note.hint = Hint::kFootnote;
    note.text.insert(0, std::to_string(++number) + " ");
    drafts.push_back(std::move(note));
  }
  return drafts;
}

}  // namespace

Result<Document> DecodeDoc(const source::Capture& capture,
                           const DecodeLimits&) {
  TRY_ASSIGN(const Streams streams, ReadOleStreams(capture.bytes));
  const auto word = streams.find("WordDocument");
  if (word == streams.end()) {
    return Fail(ErrorCode::kUnsupported, "it is no document of Word");
  }
  TRY_ASSIGN(const std::u32string text, TextOf(streams, word->second));
  const bool counted = Number32(word->second, 0x4C) > 0;
  const std::size_t main = counted ? Number32(word->second, 0x4C) : text.size();
  const std::size_t notes = counted ? Number32(word->second, 0x50) : 0;
  Document document;
  document.charset = {"windows-1252", "declared", 0};
  Structured structured = DecideStructure(DraftsOf(text, main, notes), "");
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
