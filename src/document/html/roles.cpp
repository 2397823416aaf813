#include "document/html/roles.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <string_view>

namespace concord::document {
namespace {

// Sums over each node's subtree.
struct Sums {
  std::uint32_t text = 0;       // bytes that are no white space
  std::uint32_t link_text = 0;  // of these, inside links
  std::uint32_t links = 0;
  std::uint32_t items = 0;
  bool main_heading = false;  // holds an <h1>
};

std::uint32_t InkOf(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) {
        return c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f';
      }));
}

std::vector<Sums> SumUp(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<Sums> sums(nodes.size());
  for (std::size_t i = nodes.size(); i-- > 0;) {
    const HtmlNode& node = nodes[i];
    Sums& own = sums[i];
    if (node.tag == Tag::kText) own.text = InkOf(node.text);
    if (node.tag == Tag::kLink && !tree.attributes(node).href.empty()) {
      own.link_text = own.text;
      own.links += 1;
    }
    if (node.tag == Tag::kItem) own.items += 1;
    if (node.tag == Tag::kHeading && node.level == 1 && own.text > 0) {
      own.main_heading = true;
    }
    if (node.parent < 0 || node.tag == Tag::kTitle) continue;
    Sums& above = sums[static_cast<std::size_t>(node.parent)];
    above.text += own.text;
    above.link_text += own.link_text;
    above.links += own.links;
    above.items += own.items;
    above.main_heading = above.main_heading || own.main_heading;
  }
  return sums;
}

bool IsIn(std::string_view word,
          std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The words of one id or class: "mainMenu" -> main, menu.
std::vector<std::string> WordsOf(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  char before = ' ';
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    const bool hump = upper && before >= 'a' && before <= 'z';
    if ((!letter || hump) && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    if (letter) word.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
    before = c;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Words that name furniture wherever they stand in a name.
bool IsFurnitureWord(std::string_view word) {
  return IsIn(word, {"navigation", "navbar",     "menu",       "submenu",
                     "menubar",    "mainmenu",   "topmenu",    "leftmenu",
                     "breadcrumb", "crumbtrail", "sidebar",    "skiplink",
                     "skiplinks",  "cookie",     "cookies",    "masthead",
                     "toolbar",    "pager",      "pagination", "sitecredit"}) ||
         word.ends_with("nav") || word.ends_with("footer") ||
         word.ends_with("crumbs");
}

// Words that do so only alone ("search", "search-box"): a page about stop and
// search may call its main part "stop-search".
bool IsWeakWord(std::string_view word) {
  return IsIn(word, {"search", "share", "sharing", "social", "banner",
                     "feedback", "credits", "copyright", "skip", "related"});
}

bool IsCompanion(std::string_view word) {
  return IsIn(word, {"site", "top", "main", "box", "form", "bar", "link",
                     "links", "page", "pages", "this", "header", "global",
                     "media", "to", "content", "area", "wrapper"});
}

bool NamesFurniture(std::string_view name) {
  const std::vector<std::string> words = WordsOf(name);
  bool weak = false;
  bool others = false;
  for (const std::string& word : words) {
    if (IsFurnitureWord(word)) return true;
    weak = weak || IsWeakWord(word);
    others = others || !(IsWeakWord(word) || IsCompanion(word));
  }
  return weak && !others;
}

bool NamesNotes(std::string_view name) {
  for (const std::string& word : WordsOf(name)) {
    if (IsIn(word, {"footnote", "footnotes", "endnote", "endnotes",
                    "footnotetext"})) {
      return true;
    }
  }
  return false;
}

// Whether the id or one of the classes is a name that `is` accepts.
bool AnyName(const HtmlAttributes& attributes, bool (*is)(std::string_view)) {
  if (is(attributes.id)) return true;
  std::string_view rest = attributes.classes;
  while (!rest.empty()) {
    const auto space = std::min(rest.find_first_of(" \t\n\r\f"), rest.size());
    if (is(rest.substr(0, space))) return true;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return false;
}

bool IsHidden(const HtmlAttributes& attributes) {
  if (attributes.hidden) return true;
  std::string style;
  for (const char c : attributes.style) {
    if (c != ' ') style.push_back(c);
  }
  return style.find("display:none") != std::string::npos;
}

bool IsContainer(Tag tag) {
  switch (tag) {
    case Tag::kBlock:
    case Tag::kUnordered:
    case Tag::kOrdered:
    case Tag::kTable:
    case Tag::kRow:
    case Tag::kCell:
    case Tag::kParagraph:
    case Tag::kTerm:
    case Tag::kDescription:
    case Tag::kNavigation:
    case Tag::kHeader:
    case Tag::kFooter:
      return true;
    default:
      return false;
  }
}

class RoleFinder {
 public:
  explicit RoleFinder(const HtmlTree& tree)
      : tree_(tree), sums_(SumUp(tree)), roles_(tree.nodes().size()) {}

  std::vector<NodeRole> Find() {
    FindMainHeading();
    const auto& nodes = tree_.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const HtmlNode& node = nodes[i];
      if (node.tag == Tag::kText) continue;
      const HtmlAttributes& attributes = tree_.attributes(node);
      NodeRole& role = roles_[i];
      role.notes = IsContainer(node.tag) && AnyName(attributes, &NamesNotes) &&
                   !sums_[i].main_heading;
      role.chrome = !role.notes && IsChrome(i, node, attributes);
      if (node.tag == Tag::kTable) role.data_table = IsDataTable(i);
    }
    return std::move(roles_);
  }

 private:
  void FindMainHeading() {
    const auto& nodes = tree_.nodes();
    main_heading_ = nodes.size();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].tag == Tag::kHeading && nodes[i].level == 1) {
        main_heading_ = i;
        return;
      }
    }
  }

  bool HoldsThePage(std::size_t index) const {
    return sums_[index].main_heading ||
           sums_[index].text * 2ull > sums_.front().text;
  }

  bool IsChrome(std::size_t index, const HtmlNode& node,
                const HtmlAttributes& attributes) const {
    if (IsHidden(attributes) || node.tag == Tag::kControl) return true;
    if (node.tag == Tag::kTitle) return true;
    if (!IsContainer(node.tag) || HoldsThePage(index)) return false;
    if (node.tag == Tag::kNavigation || node.tag == Tag::kFooter ||
        node.tag == Tag::kHeader) {
      return true;
    }
    if (IsIn(attributes.role, {"navigation", "banner", "contentinfo", "search",
                               "menu", "menubar"})) {
      return true;
    }
    return AnyName(attributes, &NamesFurniture) || IsMenu(index, node);
  }

  // Short links and nothing else: a list or line above the main heading, or a
  // cell of the table that lays out the page.
  bool IsMenu(std::size_t index, const HtmlNode& node) const {
    const Sums& sums = sums_[index];
    if (IsSideMenu(index, node)) return true;
    if (sums.links < 2 || sums.link_text * 10ull < sums.text * 8ull ||
        sums.link_text > sums.links * 40ull) {
      return false;
    }
    const bool above =
        main_heading_ < tree_.nodes().size() && node.end <= main_heading_;
    if (node.tag == Tag::kUnordered) return above && sums.links >= 3;
    if (node.tag == Tag::kParagraph || node.tag == Tag::kBlock) return above;
    return node.tag == Tag::kCell && sums.links >= 4 && !InDataTable(index);
  }

  // A cell beside or over the main heading whose short lines are mostly links:
  // the others are its heading and the page one is on.
  bool IsSideMenu(std::size_t index, const HtmlNode& node) const {
    const Sums& sums = sums_[index];
    return node.tag == Tag::kCell && main_heading_ < tree_.nodes().size() &&
           node.end <= main_heading_ && sums.links >= 3 &&
           sums.link_text * 10ull >= sums.text * 4ull &&
           sums.text <= sums.links * 40ull && !InDataTable(index);
  }

  bool InDataTable(std::size_t index) const {
    for (std::int32_t i = tree_.nodes()[index].parent; i >= 0;
         i = tree_.nodes()[static_cast<std::size_t>(i)].parent) {
      const auto at = static_cast<std::size_t>(i);
      if (tree_.nodes()[at].tag == Tag::kTable) return roles_[at].data_table;
    }
    return false;
  }

  // Minutes and digests that are set in a table: one column has nearly all of
  // the words, in paragraphs.
  bool IsProseInRows(std::size_t index) const {
    constexpr std::uint32_t kLong = 400;  // bytes of a cell of prose
    constexpr int kEnough = 2;
    const auto& nodes = tree_.nodes();
    std::vector<std::uint64_t> columns;
    std::size_t column = 0;
    int prose = 0;
    for (std::size_t i = index + 1; i < nodes[index].end; ++i) {
      if (nodes[i].tag == Tag::kRow) column = 0;
      if (nodes[i].tag != Tag::kCell) continue;
      if (column == columns.size()) columns.push_back(0);
      columns[column++] += sums_[i].text;
      int paragraphs = 0;
      for (std::size_t k = i + 1; k < nodes[i].end; ++k) {
        paragraphs += nodes[k].tag == Tag::kParagraph ? 1 : 0;
      }
      prose += sums_[i].text > kLong && paragraphs >= 2 ? 1 : 0;
    }
    if (prose < kEnough) return false;
    const std::uint64_t widest =
        *std::max_element(columns.begin(), columns.end());
    const std::uint64_t all =
        std::accumulate(columns.begin(), columns.end(), std::uint64_t{0});
    return widest * 10 >= all * 9;
  }

  // Rows of several short cells. A table with headings, other tables or long
  // texts in its cells arranges the page and is read as running text.
  bool IsDataTable(std::size_t index) const {
    constexpr std::uint32_t kLongestCell = 2000;
    const auto& nodes = tree_.nodes();
    const std::string_view role = tree_.attributes(nodes[index]).role;
    if (IsIn(role, {"presentation", "none"})) return false;
    std::uint32_t rows = 0;
    std::uint32_t cells = 0;
    std::uint32_t most_cells = 0;
    bool header_cells = false;
    for (std::size_t i = index + 1; i < nodes[index].end; ++i) {
      switch (nodes[i].tag) {
        case Tag::kTable:
          return false;
        case Tag::kHeading:
          if (nodes[i].level <= 3) return false;
          break;
        case Tag::kRow:
          ++rows;
          cells = 0;
          break;
        case Tag::kCaption:
        case Tag::kHeaderCell:
          header_cells = true;
          [[fallthrough]];
        case Tag::kCell:
          if (nodes[i].tag != Tag::kCaption && sums_[i].text > 0) {
            most_cells = std::max(most_cells, ++cells);
          }
          if (sums_[i].text > kLongestCell) return false;
          break;
        default:
          break;
      }
    }
    return most_cells >= 2 && (rows >= 2 || header_cells) &&
           !IsProseInRows(index);
  }

  const HtmlTree& tree_;
  std::vector<Sums> sums_;
  std::vector<NodeRole> roles_;
  std::size_t main_heading_ = 0;
};

}  // namespace

std::vector<NodeRole> RolesOf(const HtmlTree& tree) {
  return RoleFinder(tree).Find();
}

}  // namespace concord::document
