#include "document/html/tags.h"

#include <algorithm>
#include <array>

#include "concord/base/ascii.h"

namespace concord::document {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return lower;
}

bool IsKept(std::string_view name) {
  constexpr std::array<std::string_view, 19> kNames = {
      "id",      "name",    "class",    "href",       "rel",
      "role",    "content", "property", "charset",    "type",
      "start",   "value",   "hidden",   "style",      "colspan",
      "rowspan", "border",  "reversed", "aria-hidden"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// The value after '=' at `*at`; leaves `*at` behind it.
std::string_view ReadValue(std::string_view page, std::size_t* at) {
  std::size_t i = *at;
  while (i < page.size() && IsSpace(page[i])) ++i;
  if (i < page.size() && (page[i] == '"' || page[i] == '\'')) {
    const auto close = page.find(page[i], i + 1);
    // A quotation mark that never closes would swallow the page.
    if (close != std::string_view::npos) {
      *at = close + 1;
      return page.substr(i + 1, close - i - 1);
    }
    ++i;
  }
  const std::size_t begin = i;
  while (i < page.size() && !IsSpace(page[i]) && page[i] != '>') ++i;
  *at = i;
  return page.substr(begin, i - begin);
}

void ReadAttribute(std::string_view page, std::size_t* at, HtmlTag* tag) {
  const std::size_t begin = *at;
  std::size_t i = begin + 1;  // a leading '=' is part of the name
  while (i < page.size() && !IsSpace(page[i]) && page[i] != '=' &&
         page[i] != '>' && page[i] != '/') {
    ++i;
  }
  const std::string_view name = page.substr(begin, i - begin);
  std::size_t after = i;
  while (after < page.size() && IsSpace(page[after])) ++after;
  std::string_view value;
  if (after < page.size() && page[after] == '=') {
    i = after + 1;
    value = ReadValue(page, &i);
  }
  *at = i;
  if (name.size() > 12) return;
  std::string lower = LowerAscii(name);
  if (IsKept(lower) && tag->Attribute(lower).data() == nullptr) {
    tag->attributes.push_back({std::move(lower), value});
  }
}

}  // namespace

std::string_view HtmlTag::Attribute(std::string_view wanted) const {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name != wanted) continue;
    // An attribute without a value is there, and empty.
    return attribute.value.data() == nullptr ? std::string_view("")
                                             : attribute.value;
  }
  return {};
}

bool IsTagStart(std::string_view page, std::size_t at) {
  if (at + 1 >= page.size() || page[at] != '<') return false;
  if (page[at + 1] == '/')
    return at + 2 < page.size() && IsLetter(page[at + 2]);
  return IsLetter(page[at + 1]);
}

HtmlTag ReadTag(std::string_view page, std::size_t at) {
  HtmlTag tag;
  std::size_t i = at + 1;
  tag.closing = page[i] == '/';
  if (tag.closing) ++i;
  const std::size_t begin = i;
  while (i < page.size() && !IsSpace(page[i]) && page[i] != '>' &&
         page[i] != '/') {
    ++i;
  }
  tag.name = LowerAscii(page.substr(begin, i - begin));
  while (i < page.size() && page[i] != '>') {
    if (IsSpace(page[i]) || page[i] == '/') {
      ++i;
    } else {
      ReadAttribute(page, &i, &tag);
    }
  }
  tag.end = i < page.size() ? i + 1 : i;
  return tag;
}

std::size_t EndOfRawText(std::string_view page, std::size_t from,
                         std::string_view name) {
  for (std::size_t at = page.find("</", from); at != std::string_view::npos;
       at = page.find("</", at + 2)) {
    const std::string_view rest = page.substr(at + 2);
    if (rest.size() < name.size()) break;
    const bool same =
        std::equal(name.begin(), name.end(), rest.begin(),
                   [](char want, char have) { return want == Lower(have); });
    const char next = rest.size() > name.size() ? rest[name.size()] : '>';
    if (same && (IsSpace(next) || next == '>' || next == '/')) return at;
  }
  return page.size();
}

}  // namespace concord::document
