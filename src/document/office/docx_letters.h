#pragma once
// Whether the letters of a DOCX are in italics or underlined. Names pugixml:
// for .cpp files of this folder only.

#include "document/office/docx_styles.h"
#include "document/office/xml_walk.h"

namespace concord::document {

// Of a run's or style's properties (w:rPr).
Toggle ItalicOf(pugi::xml_node properties);
Toggle UnderlinedOf(pugi::xml_node properties);

// Of a run (w:r) in a paragraph of a style. What the run says itself holds; the
// italics of a style of letters in a paragraph that is in italics are upright.
// A link's line is none.
bool IsEmphasised(pugi::xml_node run, const DocxStyle& paragraph,
                  const DocxStyles& styles);

}  // namespace concord::document
