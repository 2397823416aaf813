#pragma once
// A parsed page as a flat list of nodes in document order.
//
// Why flat: every later step is a loop over the list; nothing recurses, so no
// page can exhaust the stack. A node's descendants are the nodes after it up to
// `end`.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace concord::document {

enum class Tag : std::uint8_t {
  kText,
  kInline,  // no meaning for structure
  kTitle,
  kHeading,  // level 1..6
  kParagraph,
  kTerm,         // <dt>
  kDescription,  // <dd>
  kBlock,        // <div> and its like
  kUnordered,
  kOrdered,
  kItem,
  kTable,
  kRow,
  kCell,
  kHeaderCell,
  kCaption,
  kQuotation,
  kPreformatted,
  kBreak,
  kRule,
  kLink,
  kSup,
  kBold,
  kItalic,
  kUnderlined,
  kNavigation,
  kHeader,
  kFooter,
  kControl,  // buttons, choices, text fields
};

struct HtmlAttributes {
  std::string_view id;
  std::string_view name;
  std::string_view classes;
  std::string_view href;
  std::string_view role;
  std::string_view type;
  std::string_view style;
  std::string_view start;
  std::string_view value;
  bool hidden = false;
};

struct HtmlNode {
  Tag tag = Tag::kInline;
  std::uint8_t level = 0;
  std::int32_t parent = -1;
  std::uint32_t end = 0;         // one past its last descendant
  std::int32_t attributes = -1;  // index, or -1 for none
  std::string_view text;         // of kText
};

// Owns the parser's memory; the views live as long as it does.
class HtmlTree {
 public:
  // `reduced` is ReducedPage::html.
  explicit HtmlTree(std::string reduced);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlAttributes& attributes(const HtmlNode& node) const {
    return node.attributes < 0
               ? none_
               : attributes_[static_cast<std::size_t>(node.attributes)];
  }

 private:
  struct Parsed;
  std::string source_;
  std::unique_ptr<Parsed> parsed_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttributes> attributes_;
  HtmlAttributes none_;
};

}  // namespace concord::document
