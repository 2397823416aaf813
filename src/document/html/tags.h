#pragma once
// Tags of a page as the characters say them, one at a time.
//
//   <a HREF=x title="y">  ->  name "a", attributes {href: x, title: y}
//
// Not a parser: it knows where a tag ends and what it is called, in linear
// time. Views are into the page.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace concord::document {

struct HtmlAttribute {
  std::string name;        // lower case
  std::string_view value;  // as written, references not resolved
};

struct HtmlTag {
  std::string name;  // lower case
  bool closing = false;
  std::vector<HtmlAttribute> attributes;  // of the names asked for only
  std::size_t end = 0;                    // where the page goes on

  std::string_view Attribute(std::string_view wanted) const;
};

// True where a tag ("<p", "</p") begins at `at`.
bool IsTagStart(std::string_view page, std::size_t at);

// The tag at `at`, where IsTagStart holds. Of its attributes the first of each
// kept name; a tag with a million of them costs its length and no more.
HtmlTag ReadTag(std::string_view page, std::size_t at);

// Where the raw content of <script>, <style>, ... that starts at `from` ends:
// the position of "</name", or the page's end.
std::size_t EndOfRawText(std::string_view page, std::size_t from,
                         std::string_view name);

}  // namespace concord::document
