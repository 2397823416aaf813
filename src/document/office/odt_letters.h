#pragma once
// Which styles of an ODT set words in italics or underline them. Names pugixml:
// for .cpp files of this folder only.

#include <map>
#include <string>
#include <string_view>

#include "document/office/xml_walk.h"

namespace concord::document {

// Walked over the parts that hold styles, those of the document last.
class OdtLetters {
 public:
  bool Enter(pugi::xml_node node);
  void Leave(pugi::xml_node) {}

  struct Style {
    std::string above;  // the style it is based on
    std::string slant;  // "italic", "normal", ""
    std::string line;   // "solid", "none", ""
  };

  // Of a paragraph's ("paragraph") or span's ("text") style; what it does not
  // say itself, a style above it may say.
  bool IsItalic(std::string_view family, std::string_view name,
                bool otherwise) const;
  bool IsUnderlined(std::string_view family, std::string_view name,
                    bool otherwise) const;

 private:
  std::string_view Said(std::string_view family, std::string_view name,
                        std::string Style::*what) const;

  std::map<std::string, Style, std::less<>> styles_;  // "text/T1"
};

}  // namespace concord::document
