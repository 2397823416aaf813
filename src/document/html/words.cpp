#include "document/html/words.h"

#include <algorithm>
#include <utility>

#include "concord/base/unicode.h"
#include "document/emphasis.h"

namespace concord::document {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' ||
         c == '\v';
}

}  // namespace

void HtmlWords::AddText(std::string_view text, LetterStyle style) {
  std::uint32_t added = 0;
  const std::uint32_t begin = LineEnd();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i).starts_with("\xC2\xA0");
    if (no_break || IsBlank(text[i])) {
      if (no_break) ++i;
      space_ = true;
      continue;
    }
    if (space_ && !line_.text.empty()) line_.text.push_back(' ');
    space_ = false;
    line_.text.push_back(text[i]);
    ++added;
  }
  ink_ += added;
  if (style.bold) bold_ink_ += added;
  if (style.emphasised) {
    AddEmphasis(line_.text, {begin, LineEnd()}, &line_.emphases);
  }
}

void HtmlWords::EndLine() {
  // A link that runs over the end of a line stands on the words of each.
  for (OpenedLink& link : links_) {
    EndLink(link);
    link.begin = 0;
  }
  for (Anchor& anchor : line_.anchors) {
    anchor.offset = std::min(anchor.offset, LineEnd());
  }
  lines_.push_back(std::move(line_));
  line_ = {};
  space_ = false;
}

void HtmlWords::OpenLink(std::uint32_t end, std::string target) {
  links_.push_back({end, LineEnd(), std::move(target)});
}

void HtmlWords::CloseLinks(std::uint32_t index) {
  while (!links_.empty() && links_.back().end <= index) {
    EndLink(links_.back());
    links_.pop_back();
  }
}

void HtmlWords::AddAnchor(std::string_view name) {
  const std::uint32_t next =
      LineEnd() + (space_ && !line_.text.empty() ? 1 : 0);
  line_.anchors.push_back({std::string(name), next});
}

void HtmlWords::AddMark(std::string target) {
  line_.links.push_back({{LineEnd(), LineEnd()}, std::move(target)});
}

HtmlWords::Taken HtmlWords::Take() {
  EndLine();
  Taken taken{std::move(lines_), ink_ > 0 && bold_ink_ == ink_};
  lines_.clear();
  ForgetBold();
  return taken;
}

void HtmlWords::ForgetBold() { ink_ = bold_ink_ = 0; }

std::uint32_t HtmlWords::LineEnd() const {
  return static_cast<std::uint32_t>(line_.text.size());
}

void HtmlWords::EndLink(const OpenedLink& link) {
  const TextSpan span =
      Trim(line_.text, {std::min(link.begin, LineEnd()), LineEnd()});
  if (!Empty(span)) line_.links.push_back({span, link.target});
}

}  // namespace concord::document
