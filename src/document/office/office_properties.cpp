#include "document/office/office_properties.h"

#include "document/office/xml_walk.h"

namespace concord::document {

Result<std::map<std::string, std::string>> ReadProperties(
    std::string_view part) {
  std::map<std::string, std::string> properties;
  if (part.empty()) return properties;
  pugi::xml_document xml;
  TRY_RETURN(ParseXml(part, &xml));
  for (const auto node : xml.document_element().children()) {
    // The value stands in an element that says its type.
    for (const auto value : node.children()) {
      const std::string text = value.text().get();
      if (!text.empty()) {
        properties[std::string(AttributeOf(node, "name"))] = text;
      }
    }
  }
  return properties;
}

}  // namespace concord::document
