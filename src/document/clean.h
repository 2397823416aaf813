#pragma once
// Characters that are no words: line ends made one, controls and invisible
// format characters taken out, composed letters (NFC).

#include <string>
#include <vector>

namespace concord::document {

// `text` is valid UTF-8. Keeps '\n', '\t' and '\f'. Says in `notes` what was
// removed.
std::string CleanCharacters(std::string text, std::vector<std::string>* notes);

}  // namespace concord::document
