#include "document/html_tree.h"

#include <gumbo.h>

namespace concord::document {
namespace {

struct Meaning {
  Tag tag = Tag::kInline;
  std::uint8_t level = 0;
};

Meaning MeaningOf(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_TITLE:
      return {Tag::kTitle};
    case GUMBO_TAG_H1:
      return {Tag::kHeading, 1};
    case GUMBO_TAG_H2:
      return {Tag::kHeading, 2};
    case GUMBO_TAG_H3:
      return {Tag::kHeading, 3};
    case GUMBO_TAG_H4:
      return {Tag::kHeading, 4};
    case GUMBO_TAG_H5:
      return {Tag::kHeading, 5};
    case GUMBO_TAG_H6:
      return {Tag::kHeading, 6};
    case GUMBO_TAG_P:
      return {Tag::kParagraph};
    case GUMBO_TAG_DT:
      return {Tag::kTerm};
    case GUMBO_TAG_DD:
      return {Tag::kDescription};
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return {Tag::kBlock};
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
      return {Tag::kUnordered};
    case GUMBO_TAG_OL:
      return {Tag::kOrdered};
    case GUMBO_TAG_LI:
      return {Tag::kItem};
    case GUMBO_TAG_TABLE:
      return {Tag::kTable};
    case GUMBO_TAG_TR:
      return {Tag::kRow};
    case GUMBO_TAG_TD:
      return {Tag::kCell};
    case GUMBO_TAG_TH:
      return {Tag::kHeaderCell};
    case GUMBO_TAG_CAPTION:
      return {Tag::kCaption};
    case GUMBO_TAG_BLOCKQUOTE:
      return {Tag::kQuotation};
    case GUMBO_TAG_PRE:
      return {Tag::kPreformatted};
    case GUMBO_TAG_BR:
      return {Tag::kBreak};
    case GUMBO_TAG_HR:
      return {Tag::kRule};
    case GUMBO_TAG_A:
      return {Tag::kLink};
    case GUMBO_TAG_SUP:
      return {Tag::kSup};
    case GUMBO_TAG_B:
      return {Tag::kBold};
    case GUMBO_TAG_NAV:
      return {Tag::kNavigation};
    case GUMBO_TAG_HEADER:
      return {Tag::kHeader};
    case GUMBO_TAG_FOOTER:
      return {Tag::kFooter};
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA:
      return {Tag::kControl};
    default:
      return {Tag::kInline};
  }
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
