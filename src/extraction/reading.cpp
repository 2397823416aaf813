#include "extraction/reading.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/grams.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsReadable(BlockKind kind) {
  return kind != BlockKind::kChrome && kind != BlockKind::kTableCell;
}

// Items of a list that a paragraph may introduce: deeper in the list, or a
// list item after a paragraph.
bool StandsUnder(const Line& line, const Line& owner, std::int32_t owner_at) {
  if (line.parent == owner_at) return true;
  if (line.kind != BlockKind::kListItem) return false;
  if (owner.kind != BlockKind::kListItem) return false;
  return line.level > owner.level;
}

// A heading ends the sections of its own level and deeper.
void CloseHeadings(const Reading& reading, int level,
                   std::vector<std::int32_t>* open) {
  while (!open->empty() &&
         reading.lines[static_cast<std::size_t>(open->back())].level >= level) {
    open->pop_back();
  }
}

// A quotation of many paragraphs opens in the first and closes in the last; one
// that never closes is a slip of the typist, so it ends with its section.
class QuotationMarks {
 public:
  // Whether `line` begins inside a quotation; then reads its marks.
  bool Pass(std::string_view text, const Line& line) {
    if (IsHeading(line) || line.kind == BlockKind::kTitle) open_ = false;
    const bool inside = open_;
    const std::string_view words = Slice(text, line.span);
    const std::size_t opened = words.rfind("\xE2\x80\x9C");
    const std::size_t closed = words.rfind("\xE2\x80\x9D");
    if (closed != std::string_view::npos) open_ = false;
    if (opened != std::string_view::npos &&
        (closed == std::string_view::npos || closed < opened)) {
      open_ = true;
    }
    return inside;
  }

 private:
  bool open_ = false;
};

}  // namespace

std::optional<edtf::Day> BaseDay(const Header& header) {
  const auto value = edtf::Parse(header.date.edtf);
  if (!value) return std::nullopt;
  constexpr std::int64_t kLongest = 366;  // days
  const edtf::DayRange range = edtf::Bounds(*value);
  if (range.earliest && range.latest &&
      edtf::DayNumber(*range.latest) - edtf::DayNumber(*range.earliest) >
          kLongest) {
    return std::nullopt;
  }
  return range.earliest;
}

std::string PlainLabel(std::string_view printed) {
  std::string label;
  for (std::size_t at = printed.size(); at > 0; --at) {
    const char c = printed[at - 1];
    const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                      (c == '.' && !label.empty());
    if (part) {
      label.insert(label.begin(), c);
    } else if (!label.empty()) {
      break;
    }
  }
  while (label.starts_with('.')) label.erase(0, 1);
  return label;
}

int LastNumber(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  if (dot != std::string_view::npos) label.remove_prefix(dot + 1);
  return std::atoi(std::string(label).c_str());
}

std::string_view StemOf(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  return dot == std::string_view::npos ? std::string_view()
                                       : label.substr(0, dot);
}

bool IsHeading(const Line& line) {
  return line.kind == BlockKind::kHeading || line.kind == BlockKind::kAppendix;
}

bool IsProse(const Line& line) {
  return !line.quoted && (line.kind == BlockKind::kParagraph ||
                          line.kind == BlockKind::kListItem);
}

bool IsListed(const Line& line) {
  return line.kind == BlockKind::kListItem || !line.label.empty();
}

std::size_t LineAt(const Reading& reading, std::uint32_t offset) {
  const auto at =
      std::upper_bound(reading.lines.begin(), reading.lines.end(), offset,
                       [](std::uint32_t value, const Line& line) {
                         return value < line.span.end;
                       });
  return static_cast<std::size_t>(at - reading.lines.begin());
}

Reading Read(const document::Document& document, DocumentKind kind,
             std::optional<edtf::Day> base) {
  Reading reading;
  reading.document = &document;
  reading.kind = kind;
  reading.base = base;
  std::vector<std::int32_t> line_of(document.blocks.size(), -1);
  std::vector<std::int32_t> headings;  // open ones, each deeper than the last
  QuotationMarks marks;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const document::Block& block = document.blocks[i];
    if (!IsReadable(block.kind)) continue;
    Line line;
    line.block = static_cast<std::int32_t>(i);
    line.kind = block.kind;
    line.level = block.level;
    line.span = block.span;
    line.body = document::Body(document, block);
    const std::string_view printed = Slice(document.text, block.label);
    line.label = PlainLabel(printed);
    line.bullet = line.label.empty() && !printed.empty();
    if (block.parent >= 0) {
      line.parent = line_of[static_cast<std::size_t>(block.parent)];
    }
    if (IsHeading(line)) CloseHeadings(reading, line.level, &headings);
    line.heading = headings.empty() ? -1 : headings.back();
    line.quoted = marks.Pass(document.text, line);
    line_of[i] = static_cast<std::int32_t>(reading.lines.size());
    if (IsHeading(line)) headings.push_back(line_of[i]);
    reading.lines.push_back(std::move(line));
  }
  return reading;
}

std::size_t SectionEnd(const Reading& reading, std::size_t index) {
  const Line& heading = reading.lines[index];
  std::size_t end = index + 1;
  while (end < reading.lines.size()) {
    const Line& line = reading.lines[end];
    if (line.kind == BlockKind::kContact || line.kind == BlockKind::kAppendix) {
      break;
    }
    if (IsHeading(line) && line.level <= heading.level) break;
    ++end;
  }
  return end;
}

std::size_t ItemEnd(const Reading& reading, std::size_t index) {
  const Line& owner = reading.lines[index];
  const auto at = static_cast<std::int32_t>(index);
  std::size_t end = index + 1;
  const bool opens_list = reading.Body(owner).ends_with(':');
  const bool item = owner.kind == BlockKind::kListItem;
  while (end < reading.lines.size()) {
    const Line& line = reading.lines[end];
    if (IsHeading(line)) break;
    const bool listed =
        opens_list && !item && line.kind == BlockKind::kListItem;
    const bool inside = line.parent > at;
    if (!StandsUnder(line, owner, at) && !listed && !inside) break;
    ++end;
  }
  return end;
}

std::vector<std::int32_t> HeadingsAbove(const Reading& reading,
                                        std::size_t index) {
  std::vector<std::int32_t> above;
  for (std::int32_t at = reading.lines[index].heading; at >= 0;
       at = reading.lines[static_cast<std::size_t>(at)].heading) {
    above.push_back(at);
  }
  return above;
}

std::vector<TextSpan> SentencesIn(std::string_view text, TextSpan within) {
  GramsInUse* page = GramsInUse::For(text);
  if (page == nullptr || page->grams().OffsetOf(text) != 0) {
    return Sentences(text, within);
  }
  return page->SentencesIn(within);
}

TextSpan SentenceAt(std::string_view text, TextSpan within,
                    std::uint32_t offset) {
  for (const TextSpan sentence : SentencesIn(text, within)) {
    if (offset < sentence.end) return sentence;
  }
  return within;
}

TextSpan SpanOf(const Reading& reading, std::size_t begin, std::size_t end) {
  TextSpan span = reading.lines[begin].body;
  for (std::size_t i = begin; i < end; ++i) {
    span.end = std::max(span.end, reading.lines[i].span.end);
  }
  return Trim(reading.text(), span);
}

}  // namespace concord::extraction
