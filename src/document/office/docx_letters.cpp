#include "document/office/docx_letters.h"

namespace concord::document {
namespace {

Toggle ToggleOf(pugi::xml_node node) {
  if (!node) return Toggle::kUnsaid;
  const std::string_view value = AttributeOf(node, "val");
  const bool off =
      value == "0" || value == "false" || value == "off" || value == "none";
  return off ? Toggle::kOff : Toggle::kOn;
}

}  // namespace

Toggle ItalicOf(pugi::xml_node properties) {
  return ToggleOf(ChildOf(properties, "i"));
}

Toggle UnderlinedOf(pugi::xml_node properties) {
  return ToggleOf(ChildOf(properties, "u"));
}

bool IsEmphasised(pugi::xml_node run, const DocxStyle& paragraph,
                  const DocxStyles& styles) {
  const auto properties = ChildOf(run, "rPr");
  const DocxStyle& letters =
      styles.Find(AttributeOf(ChildOf(properties, "rStyle"), "val"));
  const Toggle italic = ItalicOf(properties);
  const bool is_italic =
      italic == Toggle::kUnsaid
          ? (paragraph.italic == Toggle::kOn) != (letters.italic == Toggle::kOn)
          : italic == Toggle::kOn;
  if (is_italic) return true;
  if (letters.name == "hyperlink" ||
      LocalName(run.parent().name()) == "hyperlink") {
    return false;
  }
  for (const Toggle line :
       {UnderlinedOf(properties), letters.underlined, paragraph.underlined}) {
    if (line != Toggle::kUnsaid) return line == Toggle::kOn;
  }
  return false;
}

}  // namespace concord::document
