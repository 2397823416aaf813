#include "scope/comparable.h"

#include "concord/base/unicode.h"

namespace concord::scope {
namespace {

bool StartsOrEndsWith(const std::string& longer, const std::string& shorter) {
  if (longer == shorter) return true;
  return longer.starts_with(shorter + " ") || longer.ends_with(" " + shorter);
}

}  // namespace

std::string Comparable(std::string_view name) {
  std::string words;
  const std::string folded = FoldWords(name);
  for (std::size_t begin = 0; begin < folded.size();) {
    std::size_t end = folded.find(' ', begin);
    if (end == std::string::npos) end = folded.size();
    std::string word = folded.substr(begin, end - begin);
    begin = end + 1;
    if (word == "the" || word == "a" || word == "an" || word == "each" ||
        word == "all" || word == "every" || word == "s") {
      continue;
    }
    if (word.size() > 3 && word.ends_with("ies")) {
      word.replace(word.size() - 3, 3, "y");
    } else if (word.size() > 3 && word.ends_with('s') &&
               !word.ends_with("ss")) {
      word.pop_back();
    }
    words += (words.empty() ? "" : " ") + word;
  }
  return words;
}

bool SameBody(const std::string& a, const std::string& b) {
  return a.size() >= b.size() ? StartsOrEndsWith(a, b) : StartsOrEndsWith(b, a);
}

bool HasWords(const std::string& text, std::string_view words) {
  return (" " + text + " ").find(" " + std::string(words) + " ") !=
         std::string::npos;
}

}  // namespace concord::scope
