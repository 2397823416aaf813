// Lists told by their labels; see list_items.h.

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

enum class Style { kNone, kBullet, kDigit, kLetter, kRoman };

int ValueIn(Style style, std::string label) {
  std::transform(label.begin(), label.end(), label.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  switch (style) {
    case Style::kDigit:
      return label.find_first_not_of("0123456789") == std::string::npos
                 ? std::atoi(label.c_str())
                 : 0;
    case Style::kLetter:
      return label.size() == 1 && label[0] >= 'a' && label[0] <= 'z'
                 ? label[0] - 'a' + 1
                 : 0;
    case Style::kRoman:
      return RomanNumeral(label);
    case Style::kBullet:
    case Style::kNone:
      break;
  }
  return 0;
}

// The style of a list's first label.
Style StyleOf(const Line& line) {
  // HTML does not print its bullets.
  if (line.kind == BlockKind::kListItem && line.label.empty()) {
    return Style::kBullet;
  }
  if (line.label.empty()) return Style::kNone;
  for (const Style style : {Style::kDigit, Style::kLetter, Style::kRoman}) {
    if (ValueIn(style, line.label) == 1) return style;
  }
  return Style::kNone;
}

bool IsPageNumber(const Reading& reading, const Line& line) {
  static const Pattern kNumber("^(?i:page )?\\d{1,4}(?: of \\d+)?$");
  return kNumber.Search(reading.text(), line.span).has_value();
}

// A line without label that goes on with the sentence before it.
bool GoesOn(const Reading& reading, TextSpan before, const Line& line) {
  const std::string_view body = reading.Body(line);
  const std::string_view words = Slice(reading.text(), before);
  if (!line.label.empty() || line.bullet || body.empty()) return false;
  if (words.empty()) return true;  // "B." alone on its line
  return std::islower(static_cast<unsigned char>(body[0])) != 0 &&
         words.find_last_of(".;") + 1 != words.size();
}

// Not under the item that begins at line `item`.
bool StandsBeside(const Line& line, const Line& other, std::size_t item) {
  return line.kind == other.kind && line.level <= other.level &&
         line.parent != static_cast<std::int32_t>(item);
}

}  // namespace

bool BeginsAgain(const Reading& reading, const ListItem& item, std::size_t at) {
  const Line& before = reading.lines[item.begin];
  const auto value = [&](std::size_t line) {
    return ValueIn(Style::kDigit, reading.lines[line].label);
  };
  if (value(at) != 1 || !StandsBeside(reading.lines[at], before, item.begin)) {
    return false;
  }
  // "2. The code should say:" / "1. who holds them;": a list in its item.
  const Line& above = reading.lines[at - 1];
  if (!above.label.empty() && reading.Body(above).ends_with(':')) return false;
  int count = 0;
  int asking = 0;
  for (std::size_t i = at; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    if (IsHeading(line)) break;
    const int number = value(i);
    if (number == 0 || !StandsBeside(line, before, item.begin)) continue;
    if (number != count + 1) {
      // The numbers that stood before go on: what lay between is part of one.
      if (number == value(item.begin) + 1) return false;
      break;
    }
    ++count;
    const TextSpan first =
        SentenceAt(reading.text(), line.body, line.body.begin);
    const std::string_view words = Slice(reading.text(), first);
    asking += IsRequest(words) && !TellsOver(words);
  }
  return asking * 2 >= count && asking > 0;
}

bool CaptionsList(const Reading& reading, std::size_t line, std::size_t item) {
  constexpr std::uint32_t kLongest = 80;  // bytes
  static const Pattern kCaption("^\\p{Lu}.*[\\p{L}\\d):]$");
  static const Pattern kWhole("[.;!?)]\\W*$");
  const Line& caption = reading.lines[line];
  return line > item && caption.kind == BlockKind::kParagraph &&
         caption.label.empty() && !caption.bullet &&
         caption.parent != static_cast<std::int32_t>(item) &&
         Length(caption.span) <= kLongest &&
         kCaption.Search(reading.text(), caption.span) &&
         kWhole.Search(reading.text(), reading.lines[line - 1].span);
}

std::vector<ListItem> SequenceAfter(const Reading& reading, std::size_t lead) {
  std::vector<ListItem> items;
  std::size_t at = lead + 1;
  while (at < reading.lines.size() && IsPageNumber(reading, reading.lines[at]))
    ++at;
  if (at >= reading.lines.size()) return items;
  const Style style = StyleOf(reading.lines[at]);
  if (style == Style::kNone) return items;
  const std::uint8_t level = reading.lines[at].level;
  int last = 0;
  for (; at < reading.lines.size(); ++at) {
    const Line& line = reading.lines[at];
    if (IsHeading(line) && !items.empty() && line.label.empty()) break;
    const bool next = style == Style::kBullet
                          ? line.kind == BlockKind::kListItem &&
                                line.label.empty() && line.level <= level
                          : ValueIn(style, line.label) == last + 1;
    if (next) {
      items.push_back({at, at + 1});
      ++last;
      continue;
    }
    if (style == Style::kDigit && !items.empty() &&
        BeginsAgain(reading, items.back(), at)) {
      items.push_back({at, at + 1});
      last = 1;
      continue;
    }
    if (IsPageNumber(reading, line)) continue;
    const TextSpan before =
        SpanOf(reading, items.back().begin, items.back().end);
    const bool nested = line.kind == BlockKind::kListItem &&
                        line.label != reading.lines[lead].label;
    if (IsHeading(line) || (!nested && !GoesOn(reading, before, line))) break;
    items.back().end = at + 1;
  }
  return items;
}

std::vector<ListItem> CommandsBelow(const Reading& reading, std::size_t lead) {
  std::vector<ListItem> items;
  for (std::size_t at = lead + 1; at < reading.lines.size();) {
    const Line& line = reading.lines[at];
    if (line.kind != BlockKind::kParagraph || line.quoted ||
        !line.label.empty() || !Commands(reading.Body(line))) {
      break;
    }
    const std::size_t end = ItemEnd(reading, at);
    items.push_back({at, end});
    at = end;
  }
  return items;
}

}  // namespace concord::extraction
