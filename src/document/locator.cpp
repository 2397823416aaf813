// Where a reader finds a position, in the page's own numbers.
//
//   numbered paragraph                "para 7"
//   item under it                     "para 7(a)"
//   item under a lettered heading     "section A item 2"
//   words under a lettered heading    "section C"
//   inside an appendix                "Appendix 2, para 3"
//   a format with pages               "para 7, page 3"
//   a page that is part of a work     "part K, chapter 7, para 4.5"
//   a recommendation with an address  "part L, rec 12"
//
// Only what is printed (or is the page's own address) is said.

#include <re2/re2.h>

#include <algorithm>

#include "concord/document/document.h"

namespace concord::document {
namespace {

std::string_view LabelOf(const Document& document, const Block& block) {
  return Slice(document.text, block.label);
}

// "12." -> "12", "(a)" -> "a", "A." -> "A"; "" for bullets.
std::string BareLabel(std::string_view label) {
  std::string bare;
  for (const char c : label) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                      (c >= 'A' && c <= 'Z') || c == '.' || c == '*';
    if (word) bare.push_back(c);
  }
  while (!bare.empty() && bare.back() == '.') bare.pop_back();
  return bare;
}

void AddPart(std::string_view part, std::string* locator) {
  if (part.empty()) return;
  if (!locator->empty()) locator->append(", ");
  locator->append(part);
}

// "PART K: THE FUTURE", "Chapter 7" in the title: the page's place in a work.
std::string PlaceIn(std::string_view words) {
  static const RE2 part("(?i)(?:^|[^\\pL])part ([A-Z]|[IVX]{1,4}|\\d{1,2})\\b");
  static const RE2 chapter("(?i)(?:^|[^\\pL])chapter (\\d{1,2})\\b");
  const re2::StringPiece piece(words.data(), words.size());
  std::string place;
  std::string found;
  if (RE2::PartialMatch(piece, part, &found)) place = "part " + found;
  if (RE2::PartialMatch(piece, chapter, &found)) {
    AddPart("chapter " + found, &place);
  }
  return place;
}

// A title may name the chapter only; the path above it ("Part K" > "Chapter
// 7") names both.
std::string PlaceOfPage(const Document& document) {
  std::string in_title = PlaceIn(document.title);
  if (in_title.empty() || in_title.starts_with("part")) return in_title;
  std::string path;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kChrome) break;
    const std::string_view words = Slice(document.text, block.span);
    if (words.size() <= 12) path += std::string(words) + "\n";
  }
  const std::string in_path = PlaceIn(path);
  return in_path.ends_with(in_title) ? in_path : in_title;
}

// The page itself calls the block a recommendation: id="recommendation12".
bool IsNamedRecommendation(const Document& document, const Block& block) {
  static const RE2 pattern("(?i)rec(ommendations?)?[-_]?\\d+[a-z]?");
  if (RE2::FullMatch(block.fragment, pattern)) return true;
  const auto& anchors = document.anchors;
  auto anchor = std::lower_bound(
      anchors.begin(), anchors.end(), block.span.begin,
      [](const Anchor& a, std::uint32_t at) { return a.offset < at; });
  for (; anchor != anchors.end() && anchor->offset <= block.label.end;
       ++anchor) {
    if (RE2::FullMatch(anchor->name, pattern)) return true;
  }
  return false;
}

// Labels of the items from the outermost to `index`, and what they hang on.
struct Chain {
  std::string items;       // "2(a)" or "(a)" under a paragraph
  std::int32_t root = -1;  // first block that is no list item or cell
};

Chain ItemsAbove(const Document& document, std::int32_t index) {
  Chain chain;
  chain.root = index;
  while (chain.root >= 0) {
    const Block& block = document.blocks[static_cast<std::size_t>(chain.root)];
    const bool item = block.kind == BlockKind::kListItem;
    const bool cell = block.kind == BlockKind::kTableCell ||
                      block.kind == BlockKind::kTableRow;
    if (!item && !cell) break;
    const std::string bare =
        item ? BareLabel(LabelOf(document, block)) : std::string();
    if (!bare.empty()) chain.items = "(" + bare + ")" + chain.items;
    if (block.parent < 0 && !(item || cell)) break;
    chain.root = block.parent;
  }
  return chain;
}

// "(2)(a)" -> "2(a)": the outermost stands without brackets.
std::string OpenFirst(const std::string& items) {
  const auto close = items.find(')');
  if (close == std::string::npos) return items;
  return items.substr(1, close - 1) + items.substr(close + 1);
}

struct Section {
  std::string lettered;  // "A" or ""
  std::string appendix;  // "Appendix 2" or ""
};

Section SectionOf(const Document& document, std::int32_t index) {
  Section section;
  const Block& block = document.blocks[static_cast<std::size_t>(index)];
  const bool is_heading =
      block.kind == BlockKind::kHeading || block.kind == BlockKind::kAppendix;
  std::int32_t i = is_heading ? index : HeadingOf(document, index);
  for (; i >= 0; i = HeadingOf(document, i)) {
    const Block& heading = document.blocks[static_cast<std::size_t>(i)];
    if (heading.kind == BlockKind::kAppendix) {
      static const RE2 name(
          "(?i)((?:appendix|annexe?|schedule|attachment)(?: [A-Z0-9]{1,4})?)"
          "\\b");
      std::string found;
      const std::string text(Slice(document.text, heading.span));
      if (RE2::PartialMatch(text, name, &found)) section.appendix = found;
      return section;
    }
    const std::string bare = BareLabel(LabelOf(document, heading));
    if (bare.empty()) continue;
    section.lettered = bare;
    return section;
  }
  return section;
}

std::string ParagraphLocator(const Document& document, const Block& root,
                             const Chain& chain) {
  const std::string bare = BareLabel(LabelOf(document, root));
  if (root.kind == BlockKind::kFootnote) {
    return bare.empty() ? "" : "note " + bare;
  }
  if (root.kind != BlockKind::kParagraph || bare.empty()) return "";
  return (IsNamedRecommendation(document, root) ? "rec " : "para ") + bare +
         chain.items;
}

}  // namespace

std::string Locator(const Document& document, TextSpan span) {
  const std::int32_t index = BlockAt(document, span.begin);
  if (index < 0) return "";
  const Block& block = document.blocks[static_cast<std::size_t>(index)];
  std::string locator = PlaceOfPage(document);
  const bool placed = block.kind != BlockKind::kChrome &&
                      block.kind != BlockKind::kTitle &&
                      block.kind != BlockKind::kHeaderLine;
  if (placed) {
    const Section section = SectionOf(document, index);
    const Chain chain = ItemsAbove(document, index);
    AddPart(section.appendix, &locator);
    std::string place;
    if (chain.root >= 0) {
      place = ParagraphLocator(
          document, document.blocks[static_cast<std::size_t>(chain.root)],
          chain);
    }
    // Below section A a page's numbered list is its numbered paragraphs.
    const bool paragraphs = !section.lettered.empty() &&
                            section.lettered != "A" && chain.items.size() > 2 &&
                            chain.items[1] >= '0' && chain.items[1] <= '9';
    if (place.empty() && paragraphs) {
      place = "para " + OpenFirst(chain.items);
    } else if (place.empty() && !section.lettered.empty()) {
      place = "section " + section.lettered;
      if (!chain.items.empty()) place += " item " + OpenFirst(chain.items);
    } else if (place.empty() && !chain.items.empty()) {
      place = "item " + OpenFirst(chain.items);
    }
    AddPart(place, &locator);
  }
  if (block.page > 0) AddPart("page " + std::to_string(block.page), &locator);
  return locator;
}

}  // namespace concord::document
