#pragma once
// Words beside a title that is set apart, by quotation marks or in italics.
//
//   the thematic, ‘Safe on the Shore’     "thematic"
//   ‘Safe on the Shore’ report            "report"
//   published ‘Safe on the Shore’         "report"
//   feel ‘Safe on the Shore’ again        ""

#include <string>
#include <string_view>

#include "concord/base/text_span.h"

namespace concord::extraction {

// The cue word beside the title, folded and singular; "" for none. The title's
// span has its marks.
std::string CueBeside(std::string_view text, TextSpan passage, TextSpan title);

}  // namespace concord::extraction
