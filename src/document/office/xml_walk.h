#pragma once
// XML parts of office documents, walked without recursion.
//
// Internal to the decoders: this header names pugixml, and only .cpp files of
// this folder include it. Namespaces are told by local names: producers choose
// their own prefixes. A document type declaration is refused, since it is how
// entities are made to grow and to read files.

#include <charconv>
#include <cstring>
#include <pugixml.hpp>
#include <string_view>

#include "concord/base/result.h"

namespace concord::document {

// "w:tbl" -> "tbl".
inline std::string_view LocalName(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

// The attribute of this local name, "" where there is none.
inline std::string_view AttributeOf(pugi::xml_node node,
                                    std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (LocalName(attribute.name()) == name) return attribute.value();
  }
  return {};
}

// The number that `text` begins with, `otherwise` where it begins with none.
inline int NumberOf(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

inline pugi::xml_node ChildOf(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (LocalName(child.name()) == name) return child;
  }
  return {};
}

[[nodiscard]] inline Result<> ParseXml(std::string_view bytes,
                                       pugi::xml_document* document) {
  if (bytes.substr(0, 4096).find("<!DOCTYPE") != std::string_view::npos) {
    return Fail(ErrorCode::kCorrupt,
                "one of its parts declares a document type, which is refused");
  }
  const auto parsed = document->load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (parsed) return {};
  return Fail(ErrorCode::kCorrupt, "one of its parts is no sound XML (" +
                                       std::string(parsed.description()) + ")");
}

// Calls visitor.Enter(node) for every node under `root` in document order, and
// visitor.Leave(node) after its children. Enter says whether to go inside.
template <class Visitor>
void WalkXml(pugi::xml_node root, Visitor* visitor) {
  pugi::xml_node node = root;
  while (node) {
    const bool inside = visitor->Enter(node);
    if (inside && node.first_child()) {
      node = node.first_child();
      continue;
    }
    visitor->Leave(node);
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      visitor->Leave(node);
    }
    if (node == root) return;
    node = node.next_sibling();
  }
}

}  // namespace concord::document
