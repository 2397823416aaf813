// RTF, read directly: groups, control words, text.
//
// The format writes the numbers of lists out as text for readers that do not
// count ("listtext"), so that they are read as printed. What a group holds
// besides text (fonts, pictures, fields' instructions) is told by its first
// control word; unknown groups that are marked as skippable are skipped.

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/charset_guess.h"
#include "document/decoders.h"
#include "document/office/drafts.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

enum class Place { kText, kSkip, kNote, kEdge, kTitle, kStyles };

struct Group {
  Place place = Place::kText;
  bool bold = false;
  bool italic = false;
  bool underlined = false;
  bool field = false;    // what a field gives: a link's line is no emphasis
  int unicode_skip = 1;  // characters after \uN that say it again
};

constexpr std::size_t kMostGroups = 4096;  // deeper ones are read flat

bool IsOneOf(std::string_view word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* one) { return word == one; });
}

Place PlaceOf(std::string_view word, Place now) {
  if (IsOneOf(word, {"fonttbl",
                     "colortbl",
                     "info",
                     "pict",
                     "object",
                     "objdata",
                     "fldinst",
                     "themedata",
                     "datastore",
                     "listtable",
                     "listoverridetable",
                     "rsidtbl",
                     "generator",
                     "xmlnstbl",
                     "latentstyles",
                     "filetbl",
                     "revtbl",
                     "pntxta",
                     "pntxtb",
                     "bkmkstart",
                     "bkmkend",
                     "annotation",
                     "atnid",
                     "atnauthor",
                     "nonshppict",
                     "shpinst",
                     "colorschememapping",
                     "mmathPr",
                     "userprops",
                     "pgptbl",
                     "deleted"})) {
    return Place::kSkip;
  }
  if (word == "stylesheet") return Place::kStyles;
  if (word == "footnote") return Place::kNote;
  if (word == "title") return Place::kTitle;
  if (IsOneOf(word, {"header", "headerl", "headerr", "headerf", "footer",
                     "footerl", "footerr", "footerf"})) {
    return Place::kEdge;
  }
  return now;
}

// Characters that have control words.
std::string_view CharacterOf(std::string_view word) {
  constexpr std::array<std::array<std::string_view, 2>, 11> kCharacters = {{
      {"emdash", "\xE2\x80\x94"},
      {"endash", "\xE2\x80\x93"},
      {"bullet", "\xE2\x80\xA2"},
      {"lquote", "\xE2\x80\x98"},
      {"rquote", "\xE2\x80\x99"},
      {"ldblquote", "\xE2\x80\x9C"},
      {"rdblquote", "\xE2\x80\x9D"},
      {"tab", " "},
      {"line", " "},
      {"emspace", " "},
      {"enspace", " "},
  }};
  for (const auto& [name, text] : kCharacters) {
    if (word == name) return text;
  }
  return {};
}

void AppendUtf8(unsigned c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | c >> 6));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | c >> 12));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | c >> 18));
    out->push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

struct Control {
  std::string_view word;
  int value = 0;
  bool has_value = false;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    LoadByteTable("windows-1252", &table_);
    groups_.push_back({});
  }

  void Read() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '{') {
        Open();
      } else if (c == '}') {
        Close();
      } else if (c == '\\') {
        ReadControl();
      } else if (c != '\r' && c != '\n') {
        Byte(static_cast<unsigned char>(c));
      }
    }
    EndParagraph();
    if (in_row_) drafts_.EndRow();
  }

  OfficeDrafts& drafts() { return drafts_; }
  std::string title() const { return CollapseSpace(title_); }

 private:
  Group& group() { return groups_.back(); }

  void Open() {
    first_ = true;
    ignorable_ = false;
    if (groups_.size() < kMostGroups) {
      groups_.push_back(groups_.back());
    } else {
      ++beyond_;
    }
  }

  void Close() {
    first_ = false;
    if (beyond_ > 0) {
      --beyond_;
      return;
    }
    if (groups_.size() == 1) return;
    const Place left = group().place;
    groups_.pop_back();
    const Place now = group().place;
    FlushSurrogate();
    if (left == now) return;
    if (left == Place::kNote) {
      drafts_.AddNote(std::to_string(++notes_) + " " + CollapseSpace(aside_));
      aside_.clear();
    } else if (left == Place::kEdge) {
      drafts_.AddFurniture(std::move(aside_));
      aside_.clear();
    }
  }

  void ReadControl() {
    if (rest_.empty()) return;
    const char c = rest_.front();
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) {
      rest_.remove_prefix(1);
      Symbol(c);
      return;
    }
    Control control;
    std::size_t end = 0;
    while (end < rest_.size() && ((rest_[end] >= 'a' && rest_[end] <= 'z') ||
                                  (rest_[end] >= 'A' && rest_[end] <= 'Z'))) {
      ++end;
    }
    control.word = rest_.substr(0, end);
    const auto [last, error] = std::from_chars(
        rest_.data() + end, rest_.data() + rest_.size(), control.value);
    control.has_value = error == std::errc();
    rest_.remove_prefix(control.has_value
                            ? static_cast<std::size_t>(last - rest_.data())
                            : end);
    if (rest_.starts_with(' ')) rest_.remove_prefix(1);
    Word(control);
    first_ = false;
  }

  void Symbol(char c) {
    switch (c) {
      case '\'': {
        unsigned value = 0;
        const auto end = rest_.data() + std::min<std::size_t>(2, rest_.size());
        std::from_chars(rest_.data(), end, value, 16);
        rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
        Byte(static_cast<unsigned char>(value));
        break;
      }
      case '*':
        ignorable_ = true;
        return;  // the word after it is still the first
      case '~':
        Text(" ");
        break;
      case '_':
        Text("-");
        break;
      case '\\':
      case '{':
      case '}':
        Byte(static_cast<unsigned char>(c));
        break;
      case '\r':
      case '\n':
        Paragraph();
        break;
      default:  // \- and what has no words
        break;
    }
    first_ = false;
  }

  void Word(const Control& control) {
    const std::string_view word = control.word;
    if (first_) {
      group().field = group().field || word == "fldrslt";
      const bool known =
          PlaceOf(word, Place::kText) != Place::kText ||
          IsOneOf(word, {"listtext", "pntext", "shppict", "fldrslt"});
      if (word == "title" && group().place == Place::kSkip) {
        group().place = Place::kTitle;
      } else if (group().place != Place::kSkip || word == "fldrslt") {
        group().place =
            ignorable_ && !known ? Place::kSkip : PlaceOf(word, group().place);
      }
    }
    if (group().place == Place::kStyles) {
      StyleWord(control);
      return;
    }
    if (const std::string_view text = CharacterOf(word); !text.empty()) {
      Text(text);
    } else if (IsOneOf(word, {"par", "page", "sect"})) {
      Paragraph();
    } else if (word == "pard") {
      Reset();
    } else if (IsOneOf(word, {"cell", "nestcell"})) {
      Cell();
    } else if (IsOneOf(word, {"row", "nestrow"})) {
      Row();
    } else if (word == "intbl") {
      in_table_ = true;
    } else if (word == "s") {
      style_ = control.value;
    } else if (word == "outlinelevel") {
      outline_ = control.value;
    } else {
      CharacterWord(control);
    }
  }

  void CharacterWord(const Control& control) {
    if (control.word == "b") {
      group().bold = !control.has_value || control.value != 0;
    } else if (control.word == "i") {
      group().italic = !control.has_value || control.value != 0;
    } else if (control.word == "ul") {
      group().underlined = !control.has_value || control.value != 0;
    } else if (control.word == "ulnone") {
      group().underlined = false;
    } else if (control.word == "plain") {
      group().bold = group().italic = group().underlined = false;
    } else if (control.word == "uc") {
      group().unicode_skip = std::clamp(control.value, 0, 8);
    } else if (control.word == "u") {
      Unicode(control.value);
    } else if (control.word == "bin") {
      rest_.remove_prefix(std::min(
          rest_.size(), static_cast<std::size_t>(std::max(0, control.value))));
    } else if (control.word == "mac") {
      LoadByteTable("macintosh", &table_);
    } else if (control.word == "ansicpg") {
      LoadByteTable("windows-" + std::to_string(control.value), &table_);
    }
  }

  // {\s1 ... heading 1;}
  void StyleWord(const Control& control) {
    if (control.word == "s") style_named_ = control.value;
    if (control.word == "outlinelevel" && style_named_ > 0) {
      heading_styles_[style_named_] = control.value;
    }
  }

  void Unicode(int value) {
    const auto unit = static_cast<unsigned>(value < 0 ? value + 65536 : value);
    skip_ = group().unicode_skip;
    if (unit >= 0xD800 && unit < 0xDC00) {
      surrogate_ = unit;
      return;
    }
    std::string text;
    if (unit >= 0xDC00 && unit < 0xE000) {
      if (surrogate_ == 0) return;
      AppendUtf8(0x10000 + ((surrogate_ - 0xD800) << 10) + (unit - 0xDC00),
                 &text);
      surrogate_ = 0;
    } else if (unit <= 0x10FFFF) {
      AppendUtf8(unit, &text);
    }
    AddText(text);
  }

  void FlushSurrogate() { surrogate_ = 0; }

  void Byte(unsigned char byte) {
    first_ = false;
    if (skip_ > 0) {
      --skip_;
      return;
    }
    std::string text;
    if (byte < 0x80) {
      text.push_back(static_cast<char>(byte));
    } else {
      AppendUtf8(static_cast<unsigned>(table_[byte]), &text);
    }
    AddText(text);
  }

  void Text(std::string_view text) {
    skip_ = 0;
    AddText(text);
  }

  void AddText(std::string_view text) {
    switch (group().place) {
      case Place::kText:
        drafts_.AddText(
            text, group().italic || (group().underlined && !group().field));
        if (text != " ") {
          any_ = true;
          bold_ = bold_ && group().bold;
        }
        break;
      case Place::kNote:
      case Place::kEdge:
        aside_ += text;
        break;
      case Place::kTitle:
        title_ += text;
        break;
      case Place::kStyles:
        StyleName(text);
        break;
      case Place::kSkip:
        break;
    }
  }

  void StyleName(std::string_view text) {
    if (text != ";") {
      style_name_ += text;
      return;
    }
    const std::string name = Fold(style_name_);
    if (name.starts_with("heading ") && name.size() == 9) {
      heading_styles_[style_named_] = name.back() - '1';
    }
    style_name_.clear();
    style_named_ = 0;
  }

  void Paragraph() {
    if (group().place == Place::kNote || group().place == Place::kEdge) {
      aside_.push_back(' ');
      return;
    }
    if (group().place == Place::kText) EndParagraph();
  }

  void EndParagraph() {
    if (in_table_ && !in_row_) BeginRow();
    if (!in_table_ && in_row_) EndRow();
    Draft draft;
    draft.hint = Hint::kParagraph;
    draft.strong = any_ && bold_;
    const auto style = heading_styles_.find(style_);
    const int outline =
        style != heading_styles_.end() ? style->second : outline_;
    if (outline >= 0 && outline < 9) {
      draft.hint = Hint::kHeading;
      draft.level = static_cast<std::uint8_t>(std::min(outline + 1, 6));
    }
    drafts_.EndParagraph(std::move(draft));
    any_ = false;
    bold_ = true;
  }

  void Reset() {
    in_table_ = false;
    style_ = 0;
    outline_ = -1;
  }

  void BeginRow() {
    drafts_.BeginRow();
    in_row_ = true;
  }

  void Cell() {
    if (group().place != Place::kText) return;
    in_table_ = true;
    EndParagraph();
    drafts_.EndCell();
  }

  void Row() {
    if (in_row_) EndRow();
  }

  void EndRow() {
    drafts_.EndRow();
    in_row_ = false;
  }

  std::string_view rest_;
  ByteTable table_{};
  OfficeDrafts drafts_;
  std::vector<Group> groups_;
  std::size_t beyond_ = 0;  // open groups that are read flat
  std::map<int, int> heading_styles_;
  std::string aside_;
  std::string title_;
  std::string style_name_;
  int style_named_ = 0;
  int style_ = 0;
  int outline_ = -1;
  int skip_ = 0;
  int notes_ = 0;
  unsigned surrogate_ = 0;
  bool first_ = false;      // the next control word opens its group
  bool ignorable_ = false;  // \* stood before it
  bool in_table_ = false;
  bool in_row_ = false;
  bool any_ = false;
  bool bold_ = true;
};

}  // namespace

Result<Document> DecodeRtf(const source::Capture& capture,
                           const DecodeLimits&) {
  Reader reader(capture.bytes);
  reader.Read();
  Document document;
  document.charset = {"utf-8", "declared", 0};
  Structured structured =
      DecideStructure(reader.drafts().Take(), reader.title());
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
