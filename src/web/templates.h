#pragma once
// The pages' templates, compiled into the program, and how they are filled.

#include <string>
#include <string_view>

#include "concord/base/markup.h"
#include "web/view_data.h"

namespace concord::web {

// The template `name` filled with `view`. Every other template can be used in
// it as {{> _name}}. All texts go through Escape, except {{{...}}}.
std::string Render(std::string_view name, data view);

// For HTML text and quoted attributes. Characters that a page could be
// disturbed with are shown as U+FFFD: controls, and the marks that turn the
// direction of writing around for what follows.
std::string Escape(const std::string& text);
// For what is HTML already there is WithoutControls.

// "/style-0123456789ab.css": the address changes with the content.
const std::string& StylePath();
const std::string& IconPath();
std::string_view StyleSheet();
std::string_view Icon();

}  // namespace concord::web
