// A text that was hyphenated by a machine ends many lines in hyphens, and the
// words it broke stand whole elsewhere. So a hyphen between two small letters
// goes where the joined word occurs in the document and the hyphenated one does
// not; where neither does, the document's habit decides.

#include "document/structure/line_joins.h"

#include <algorithm>

#include "concord/base/ascii.h"

namespace concord::document {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kHyphen = "\xE2\x80\x90";  // U+2010

bool IsWordByte(char c) {
  return IsLower(c) || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// Bytes of a hyphen that ends `text`, 0 if none does.
std::size_t EndingHyphen(std::string_view text) {
  if (text.ends_with('-')) return 1;
  return text.ends_with(kHyphen) ? kHyphen.size() : 0;
}

std::string_view LastWord(std::string_view text) {
  const auto space = text.find_last_of(" \t(/");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view FirstWord(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (IsWordByte(text[end]) || text[end] == '-'))
    ++end;
  return text.substr(0, end);
}

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "imple-" "mented": a hyphen between letters, the next one small.
bool MayBeBroken(std::string_view text, std::string_view line) {
  const std::size_t hyphen = EndingHyphen(text);
  return hyphen > 0 && text.size() > hyphen &&
         IsWordByte(text[text.size() - hyphen - 1]) && !line.empty() &&
         IsLower(line.front());
}

void AddWords(std::string_view line, std::unordered_set<std::string>* words) {
  std::size_t at = 0;
  while (at < line.size()) {
    if (!IsWordByte(line[at])) {
      ++at;
      continue;
    }
    const std::string_view word = FirstWord(line.substr(at));
    at += word.size();
    const bool broken = at >= line.size() && EndingHyphen(word) > 0;
    if (!broken && word.size() > 3) words->insert(Lower(word));
  }
}

}  // namespace

void AppendLine(std::string_view line, HyphenHabit habit, std::string* text) {
  if (line.empty()) return;
  if (text->ends_with(kSoftHyphen)) {
    text->resize(text->size() - kSoftHyphen.size());
  } else if (MayBeBroken(*text, line)) {
    if (habit == HyphenHabit::kRemove) {
      text->resize(text->size() - EndingHyphen(*text));
    }
  } else {
    const std::size_t hyphen = EndingHyphen(*text);
    const bool word = hyphen > 0 && text->size() > hyphen &&
                      (IsWordByte((*text)[text->size() - hyphen - 1]) ||
                       IsDigit((*text)[text->size() - hyphen - 1])) &&
                      (IsWordByte(line.front()) || IsDigit(line.front()));
    const bool slash = text->size() > 1 && text->ends_with('/') &&
                       IsWordByte((*text)[text->size() - 2]);
    if (!text->empty() && !word && !slash) text->push_back(' ');
  }
  text->append(line);
}

HyphenSense::HyphenSense(const std::vector<std::string_view>& lines) {
  std::size_t broken = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    AddWords(lines[i], &words_);
    full += lines[i].size() > 30;
    broken += i + 1 < lines.size() && MayBeBroken(lines[i], lines[i + 1]);
  }
  // One line in fifty: more than the hyphens that words have of their own.
  if (broken * 50 > full) habit_ = HyphenHabit::kRemove;
}

void HyphenSense::Append(std::string_view line, std::string* text) const {
  HyphenHabit habit = habit_;
  if (MayBeBroken(*text, line)) {
    const std::string head = Lower(LastWord(*text));
    const std::string tail = Lower(FirstWord(line));
    const std::size_t hyphen = EndingHyphen(head);
    const std::string stem = head.substr(0, head.size() - hyphen);
    const bool whole = words_.count(stem + tail) > 0;
    const bool hyphened = words_.count(stem + "-" + tail) > 0;
    if (whole != hyphened) {
      habit = whole ? HyphenHabit::kRemove : HyphenHabit::kKeep;
    }
  }
  AppendLine(line, habit, text);
}

}  // namespace concord::document
