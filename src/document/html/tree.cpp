#include "document/html/tree.h"

#include <gumbo.h>

#include <array>

namespace concord::document {
namespace {

struct Meaning {
  Tag tag = Tag::kInline;
  std::uint8_t level = 0;
};

struct TagRow {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  Meaning meaning;
};

constexpr TagRow kTags[] = {
    {GUMBO_TAG_TITLE, {Tag::kTitle}},
    {GUMBO_TAG_H1, {Tag::kHeading, 1}},
    {GUMBO_TAG_H2, {Tag::kHeading, 2}},
    {GUMBO_TAG_H3, {Tag::kHeading, 3}},
    {GUMBO_TAG_H4, {Tag::kHeading, 4}},
    {GUMBO_TAG_H5, {Tag::kHeading, 5}},
    {GUMBO_TAG_H6, {Tag::kHeading, 6}},
    {GUMBO_TAG_P, {Tag::kParagraph}},
    {GUMBO_TAG_DT, {Tag::kTerm}},
    {GUMBO_TAG_DD, {Tag::kDescription}},
    {GUMBO_TAG_DIV, {Tag::kBlock}},
    {GUMBO_TAG_DL, {Tag::kBlock}},
    {GUMBO_TAG_ADDRESS, {Tag::kBlock}},
    {GUMBO_TAG_ASIDE, {Tag::kBlock}},
    {GUMBO_TAG_HTML, {Tag::kBlock}},
    {GUMBO_TAG_HEAD, {Tag::kBlock}},
    {GUMBO_TAG_BODY, {Tag::kBlock}},
    {GUMBO_TAG_TBODY, {Tag::kBlock}},
    {GUMBO_TAG_THEAD, {Tag::kBlock}},
    {GUMBO_TAG_TFOOT, {Tag::kBlock}},
    {GUMBO_TAG_UL, {Tag::kUnordered}},
    {GUMBO_TAG_MENU, {Tag::kUnordered}},
    {GUMBO_TAG_OL, {Tag::kOrdered}},
    {GUMBO_TAG_LI, {Tag::kItem}},
    {GUMBO_TAG_TABLE, {Tag::kTable}},
    {GUMBO_TAG_TR, {Tag::kRow}},
    {GUMBO_TAG_TD, {Tag::kCell}},
    {GUMBO_TAG_TH, {Tag::kHeaderCell}},
    {GUMBO_TAG_CAPTION, {Tag::kCaption}},
    {GUMBO_TAG_BLOCKQUOTE, {Tag::kQuotation}},
    {GUMBO_TAG_PRE, {Tag::kPreformatted}},
    {GUMBO_TAG_BR, {Tag::kBreak}},
    {GUMBO_TAG_HR, {Tag::kRule}},
    {GUMBO_TAG_A, {Tag::kLink}},
    {GUMBO_TAG_SUP, {Tag::kSup}},
    {GUMBO_TAG_B, {Tag::kBold}},
    {GUMBO_TAG_I, {Tag::kItalic}},
    {GUMBO_TAG_U, {Tag::kUnderlined}},
    {GUMBO_TAG_NAV, {Tag::kNavigation}},
    {GUMBO_TAG_HEADER, {Tag::kHeader}},
    {GUMBO_TAG_FOOTER, {Tag::kFooter}},
    {GUMBO_TAG_SELECT, {Tag::kControl}},
    {GUMBO_TAG_OPTION, {Tag::kControl}},
    {GUMBO_TAG_BUTTON, {Tag::kControl}},
    {GUMBO_TAG_TEXTAREA, {Tag::kControl}},
};

// By the number of the tag; what stands in no row has no meaning for structure.
using Meanings = std::array<Meaning, GUMBO_TAG_LAST + 1>;

constexpr Meanings MeaningsByTag() {
  Meanings meanings{};
  for (const TagRow& row : kTags) {
    meanings[static_cast<std::size_t>(row.tag)] = row.meaning;
  }
  return meanings;
}

Meaning MeaningOf(GumboTag tag) {
  static constexpr Meanings kMeanings = MeaningsByTag();
  const auto at = static_cast<std::size_t>(tag);
  return at < kMeanings.size() ? kMeanings[at] : Meaning{};
}

HtmlAttributes AttributesOf(const GumboVector& vector) {
  HtmlAttributes out;
  for (unsigned i = 0; i < vector.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(vector.data[i]);
    const std::string_view name = attribute->name;
    const std::string_view value = attribute->value;
    if (name == "id") out.id = value;
    if (name == "name") out.name = value;
    if (name == "class") out.classes = value;
    if (name == "href") out.href = value;
    if (name == "role") out.role = value;
    if (name == "type") out.type = value;
    if (name == "style") out.style = value;
    if (name == "start") out.start = value;
    if (name == "value") out.value = value;
    if (name == "hidden") out.hidden = true;
  }
  return out;
}

}  // namespace

struct HtmlTree::Parsed {
  GumboOutput* output = nullptr;
  GumboOptions options = kGumboDefaultOptions;

  ~Parsed() {
    if (output != nullptr) gumbo_destroy_output(&options, output);
  }
};

HtmlTree::HtmlTree(std::string reduced)
    : source_(std::move(reduced)), parsed_(std::make_unique<Parsed>()) {
  parsed_->options.max_errors = 0;
  parsed_->output = gumbo_parse_with_options(&parsed_->options, source_.data(),
                                             source_.size());
  struct Open {
    const GumboNode* node;
    unsigned next_child;
    std::int32_t index;
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node, std::int32_t parent) {
    HtmlNode flat;
    flat.parent = parent;
    const auto index = static_cast<std::int32_t>(nodes_.size());
    flat.end = static_cast<std::uint32_t>(index) + 1;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      const GumboElement& element = node->v.element;
      const Meaning meaning = MeaningOf(element.tag);
      flat.tag = meaning.tag;
      flat.level = meaning.level;
      if (element.attributes.length > 0) {
        flat.attributes = static_cast<std::int32_t>(attributes_.size());
        attributes_.push_back(AttributesOf(element.attributes));
      }
      open.push_back({node, 0, index});
    } else {
      if (node->type == GUMBO_NODE_COMMENT) return;
      flat.tag = Tag::kText;
      flat.text = node->v.text.text;
    }
    nodes_.push_back(flat);
  };
  add(parsed_->output->root, -1);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child < children.length) {
      add(static_cast<const GumboNode*>(children.data[top.next_child++]),
          top.index);
      continue;
    }
    nodes_[static_cast<std::size_t>(top.index)].end =
        static_cast<std::uint32_t>(nodes_.size());
    open.pop_back();
  }
}

HtmlTree::~HtmlTree() = default;

}  // namespace concord::document
