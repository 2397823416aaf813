// libxml2 reads the same pages; the words must be the same.
//
// What may differ, and is taken out before comparing: numbers that a browser
// prints before the items of ordered lists (they are no text in the source) and
// the marks of footnotes (they are links without words here). The rest differs
// by words that libxml2 glues or splits at tags; its share is bounded.

#include <gtest/gtest.h>
#include <libxml/HTMLparser.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "concord/base/unicode.h"
#include "concord/source/source.h"
#include "decode_support.h"
#include "tests/support/test_data.h"

namespace concord::document {
namespace {

namespace fs = std::filesystem;

using Words = std::map<std::string, int>;

bool IsNamed(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE &&
         xmlStrcasecmp(node->name, BAD_CAST name) == 0;
}

bool IsSkipped(const xmlNode* node) {
  return IsNamed(node, "script") || IsNamed(node, "style") ||
         IsNamed(node, "title") || IsNamed(node, "sup");
}

bool BreaksWords(const xmlNode* node) {
  for (const char* name :
       {"a", "b", "i", "em", "strong", "u", "span", "q", "code", "font"}) {
    if (IsNamed(node, name)) return false;
  }
  return node->type == XML_ELEMENT_NODE;
}

// The text libxml2 sees, with a space at every element that is no inline one.
std::string OracleText(const std::string& page) {
  const htmlDocPtr parsed = htmlReadMemory(
      page.data(), static_cast<int>(page.size()), nullptr, nullptr,
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
          HTML_PARSE_NONET | XML_PARSE_HUGE);
  std::string text;
  const xmlNode* node = xmlDocGetRootElement(parsed);
  while (node != nullptr) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      text += reinterpret_cast<const char*>(node->content);
    } else if (BreaksWords(node)) {
      text += ' ';
    }
    if (node->children != nullptr && !IsSkipped(node) &&
        node->type == XML_ELEMENT_NODE) {
      node = node->children;
      continue;
    }
    while (node != nullptr && node->next == nullptr) {
      node = node->parent;
      if (node != nullptr && BreaksWords(node)) text += ' ';
    }
    if (node != nullptr) node = node->next;
  }
  xmlFreeDoc(parsed);
  return text;
}

Words Count(const std::string& text) {
  Words words;
  std::istringstream in(FoldWords(text));
  for (std::string word; in >> word;) ++words[word];
  return words;
}

// Our text. Numbers before items are left out where the source has none there:
// in pages whose items carry no text labels of their own.
std::string OurText(const Document& document, const std::string& page) {
  const bool numbered = page.find("<ol") != std::string::npos;
  std::string text;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kTableCell) continue;
    const bool item = block.kind == BlockKind::kListItem && numbered;
    text += Slice(document.text, item ? Body(document, block) : block.span);
    text += '\n';
  }
  return text;
}

struct Difference {
  std::size_t words = 0;
  std::size_t only_ours = 0;
  std::size_t only_theirs = 0;
};

void Compare(const Words& ours, const Words& theirs, Difference* difference) {
  Words all = ours;
  for (const auto& [word, count] : theirs) all[word] -= count;
  for (const auto& [word, count] : theirs) {
    difference->words += static_cast<std::size_t>(count);
  }
  for (const auto& [word, count] : all) {
    if (count > 0) difference->only_ours += static_cast<std::size_t>(count);
    if (count < 0) difference->only_theirs += static_cast<std::size_t>(-count);
  }
}

// All 79 pages: 1,121,124 words, 7 different (measured with this test when it
// read them all). The parts read here hold tables, lists, long chapters.
TEST(OracleTest, FindsTheSameWordsInRealPages) {
  CONCORD_REQUIRE_TEST_DATA("corpora/leveson");
  Difference difference;
  std::size_t pages = 0;
  const fs::path root =
      concord::testing::TestDataRoot() / "corpora" / "leveson";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".html") continue;
    const std::string part = fs::relative(entry.path(), root).begin()->string();
    if (part != "L" && part != "E" && part != "appendices") continue;
    const auto capture = source::ReadCapture(entry.path().string(), {});
    ASSERT_TRUE(capture.has_value());
    const auto document = Decode(*capture, {});
    ASSERT_TRUE(document.has_value()) << entry.path();
    Compare(Count(OurText(*document, capture->bytes)),
            Count(OracleText(capture->bytes)), &difference);
    ++pages;
  }
  const double share =
      static_cast<double>(difference.only_ours + difference.only_theirs) /
      static_cast<double>(difference.words);
  std::cout << pages << " pages, " << difference.words << " words, "
            << difference.only_ours << " only ours, " << difference.only_theirs
            << " only libxml2's: " << share * 100 << " %\n";
  EXPECT_EQ(pages, 14u);
  EXPECT_LT(share, 0.0001);
}

TEST(OracleTest, FindsTheSameWordsInAwkwardMarkup) {
  for (const char* page :
       {"<html><body><h1>One two</h1><p>three <b>four</b>five<ul><li>six<li>"
        "seven</ul><table><tr><td>eight<td>nine</table>ten",
        "<html><body><p>a<div>b<p>c</div>d<blockquote>e</blockquote>f",
        "<html><body><a href=x>one<a href=y>two</a> three<br>four &amp; five",
        "<html><body><div><div><p>deep</div>er</div><h2>Head</h2>tail"}) {
    Difference difference;
    Compare(Count(OurText(testing::Html(page), page)), Count(OracleText(page)),
            &difference);
    EXPECT_EQ(difference.only_ours, 0u) << page;
    EXPECT_EQ(difference.only_theirs, 0u) << page;
  }
}

}  // namespace
}  // namespace concord::document
