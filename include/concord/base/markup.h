#pragma once
// Text into HTML and XML.

#include <string>
#include <string_view>

namespace concord {

// & < > " and ' as the references that both have for them; nothing else is
// changed or left out.  "R&D" -> "R&amp;D"
std::string EscapeMarkup(std::string_view text);

}  // namespace concord
