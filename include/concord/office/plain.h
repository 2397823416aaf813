#pragma once
// Text of documents as it may stand in the files of office programs.

#include <string>
#include <string_view>

namespace concord::office {

// Without the characters that XML forbids, with line ends as LF, and as
// WithoutControls has it. `text` is UTF-8; what is not becomes U+FFFD.
std::string Plain(std::string_view text);

}  // namespace concord::office
