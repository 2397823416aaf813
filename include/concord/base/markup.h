#pragma once
// Text into HTML and XML, and text of documents where people read it.

#include <string>
#include <string_view>

namespace concord {

// & < > " and ' as the references that both have for them; nothing else is
// changed or left out.  "R&D" -> "R&amp;D"
std::string EscapeMarkup(std::string_view text);

// With U+FFFD for characters that a page, or whoever reads it, could be
// disturbed with: controls other than white space, and the marks that turn the
// direction of writing around for what follows.
std::string WithoutControls(std::string_view text);

}  // namespace concord
