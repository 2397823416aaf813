#include "document/structure/labels.h"

#include <algorithm>
#include <array>
#include <string>

#include "concord/base/ascii.h"
#include "concord/base/unicode.h"

namespace concord::document {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t'; }

struct Bullet {
  std::string_view mark;
  bool needs_space;  // a mark that also occurs in running text
};

constexpr std::array kBullets = {
    Bullet{"\xE2\x80\xA2", false},  // •
    Bullet{"\xC2\xB7", true},       // ·
    Bullet{"\xE2\x96\xAA", false},  // ▪
    Bullet{"\xE2\x97\xA6", false},  // ◦
    Bullet{"\xE2\x80\xA3", false},  // ‣
    Bullet{"\xE2\x97\x8F", false},  // ●
    Bullet{"\xE2\x97\x8B", false},  // ○
    Bullet{"\xE2\x96\xA0", false},  // ■
    Bullet{"\xE2\x96\xA1", false},  // □
    Bullet{"\xE2\x9E\xA2", false},  // ➢
    Bullet{"\xE2\x96\xBA", false},  // ►
    Bullet{"\xEF\x82\xB7", false},  // Wingdings' bullet, private use
    Bullet{"\xE2\x80\x93", true},   // –
    Bullet{"\xE2\x80\x94", true},   // —
    Bullet{"-", true},
    Bullet{"*", true},
    Bullet{"+", true},
    Bullet{"#.", true},  // reStructuredText counts for itself
};

// Sets where the words begin; a label glued to its words ("1.The") is one only
// where the words start like a sentence.
bool Finish(std::string_view text, std::size_t end, Label* label) {
  label->span = {0, static_cast<std::uint32_t>(end)};
  std::size_t body = end;
  while (body < text.size() && IsSpace(text[body])) ++body;
  label->body = static_cast<std::uint32_t>(body);
  label->alone = body == text.size();
  if (body > end || label->alone) return true;
  return label->marked && text.size() > end + 1 && IsUpper(text[end]) &&
         (IsLower(text[end + 1]) || IsSpace(text[end + 1]));
}

bool ReadBullet(std::string_view text, Label* label) {
  for (const Bullet& bullet : kBullets) {
    if (!text.starts_with(bullet.mark)) continue;
    const std::size_t end = bullet.mark.size();
    if (bullet.needs_space && end < text.size() && !IsSpace(text[end])) {
      return false;
    }
    label->style = LabelStyle::kBullet;
    label->marked = true;
    Finish(text, end, label);
    return true;
  }
  return false;
}

// Letters at `at` as a one-letter label or a roman numeral.
std::size_t ReadLetters(std::string_view text, std::size_t at, Label* label) {
  std::size_t end = at;
  const bool lower = at < text.size() && IsLower(text[at]);
  while (end < text.size() && end - at < 7 &&
         (lower ? IsLower(text[end]) : IsUpper(text[end]))) {
    ++end;
  }
  const std::string word(text.substr(at, end - at));
  label->roman = RomanNumeral(word);
  if (word.size() == 1) {
    label->style = lower ? LabelStyle::kLower : LabelStyle::kUpper;
    label->value = word[0] - (lower ? 'a' : 'A') + 1;
  } else if (label->roman > 0) {
    label->style = lower ? LabelStyle::kRomanLower : LabelStyle::kRomanUpper;
    label->value = label->roman;
  } else {
    return at;
  }
  label->components = {label->value};
  return end;
}

// "4", "4.5", "12a": up to three digits a component; returns the end.
std::size_t ReadNumber(std::string_view text, std::size_t at, Label* label) {
  std::size_t i = at;
  while (true) {
    const std::size_t start = i;
    while (i < text.size() && IsDigit(text[i]) && i - start < 4) ++i;
    if (i == start || i - start > 3) return at;
    label->components.push_back(
        std::stoi(std::string(text.substr(start, i - start))));
    if (i + 1 >= text.size() || text[i] != '.' || !IsDigit(text[i + 1])) break;
    ++i;
  }
  if (i < text.size() && IsLower(text[i]) &&
      (i + 1 == text.size() || !IsLower(text[i + 1]))) {
    ++i;  // "12a."
  }
  label->style = LabelStyle::kNumber;
  label->value = label->components.back();
  return i;
}

bool ReadBracketed(std::string_view text, char close, Label* label) {
  std::size_t end = IsDigit(text.size() > 1 ? text[1] : ' ')
                        ? ReadNumber(text, 1, label)
                        : ReadLetters(text, 1, label);
  if (end == 1 && close == ']' && text.size() > 2 && text[1] == '*') end = 2;
  if (end == 1 || end >= text.size() || text[end] != close) return false;
  ++end;
  if (end < text.size() && text[end] == '.') ++end;
  label->marked = label->bracketed = true;
  if (close == ']') label->style = LabelStyle::kNote;
  return Finish(text, end, label);
}

bool ReadPlain(std::string_view text, Label* label) {
  const bool digit = IsDigit(text[0]);
  std::size_t end =
      digit ? ReadNumber(text, 0, label) : ReadLetters(text, 0, label);
  if (end == 0) return false;
  if (end < text.size() && (text[end] == '.' || text[end] == ')')) {
    label->bracketed = text[end] == ')';
    label->marked = true;
    ++end;
  }
  // A letter without a mark is a word: "A report", "I note".
  if (!label->marked && !digit) return false;
  return Finish(text, end, label);
}

constexpr int kHighestAlone = 999;  // of what is a label wherever it stands

}  // namespace

Label LabelRun::Read(std::string_view text) {
  Label label = ReadLabel(text);
  if (label.style == LabelStyle::kNumber && label.marked &&
      label.components.size() == 1) {
    last_ = label.value;
  }
  if (label.style != LabelStyle::kNone || last_ < kHighestAlone) return label;
  const std::string next = std::to_string(last_ + 1);
  std::size_t at = text.starts_with('(') ? 1 : 0;
  if (!text.substr(at).starts_with(next)) return label;
  at += next.size();
  if (at >= text.size() || (text[at] != '.' && text[at] != ')')) return label;
  Label high;
  high.style = LabelStyle::kNumber;
  high.value = last_ + 1;
  high.components = {high.value};
  high.marked = true;
  high.bracketed = text[at] == ')';
  if (!Finish(text, at + 1, &high)) return label;
  ++last_;
  return high;
}

Label ReadLabel(std::string_view text) {
  Label label;
  if (text.empty()) return label;
  if (ReadBullet(text, &label)) return label;
  label = {};
  bool found = false;
  if (text[0] == '(') {
    found = ReadBracketed(text, ')', &label);
  } else if (text[0] == '[') {
    found = ReadBracketed(text, ']', &label);
  } else if (IsDigit(text[0]) || IsLower(text[0]) || IsUpper(text[0])) {
    found = ReadPlain(text, &label);
  }
  return found ? label : Label{};
}

}  // namespace concord::document
