#include "document/office/odt_letters.h"

namespace concord::document {
namespace {

constexpr int kLongestChain = 12;  // a style may name itself

std::string KeyOf(std::string_view family, std::string_view name) {
  return std::string(family) + "/" + std::string(name);
}

}  // namespace

bool OdtLetters::Enter(pugi::xml_node node) {
  if (LocalName(node.name()) != "style") return true;
  const std::string_view family = AttributeOf(node, "family");
  if (family != "text" && family != "paragraph") return false;
  const auto letters = ChildOf(node, "text-properties");
  styles_[KeyOf(family, AttributeOf(node, "name"))] = {
      std::string(AttributeOf(node, "parent-style-name")),
      std::string(AttributeOf(letters, "font-style")),
      std::string(AttributeOf(letters, "text-underline-style"))};
  return false;
}

std::string_view OdtLetters::Said(std::string_view family,
                                  std::string_view name,
                                  std::string Style::*what) const {
  for (int i = 0; i < kLongestChain && !name.empty(); ++i) {
    const auto found = styles_.find(KeyOf(family, name));
    if (found == styles_.end()) break;
    const Style& style = found->second;
    if (!(style.*what).empty()) return style.*what;
    name = style.above;
  }
  return {};
}

bool OdtLetters::IsItalic(std::string_view family, std::string_view name,
                          bool otherwise) const {
  const std::string_view slant = Said(family, name, &Style::slant);
  return slant.empty() ? otherwise : slant == "italic" || slant == "oblique";
}

bool OdtLetters::IsUnderlined(std::string_view family, std::string_view name,
                              bool otherwise) const {
  const std::string_view line = Said(family, name, &Style::line);
  return line.empty() ? otherwise : line != "none";
}

}  // namespace concord::document
