// The forms in which a consolidated response is written.

#include <algorithm>

#include "concord/engine/views.h"

namespace concord::engine {

const std::vector<ResponseFormat>& ResponseFormats() {
  static const std::vector<ResponseFormat> kFormats = {
      {.name = "html",
       .title = "HTML",
       .media_type = "text/html; charset=utf-8"},
      {.name = "docx",
       .title = "Word",
       .media_type = "application/vnd.openxmlformats-officedocument."
                     "wordprocessingml.document",
       .is_text = false},
      {.name = "xlsx",
       .title = "Excel",
       .media_type = "application/vnd.openxmlformats-officedocument."
                     "spreadsheetml.sheet",
       .is_text = false},
      {.name = "md",
       .title = "Markdown",
       .media_type = "text/markdown; charset=utf-8"},
      {.name = "json",
       .title = "JSON",
       .media_type = "application/json; charset=utf-8"}};
  return kFormats;
}

const ResponseFormat* FindResponseFormat(std::string_view name) {
  const auto& formats = ResponseFormats();
  const auto found =
      std::find_if(formats.begin(), formats.end(),
                   [&](const ResponseFormat& one) { return one.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

std::string ResponseFormatsInWords() {
  const auto& formats = ResponseFormats();
  std::string words = formats.front().name;
  for (std::size_t i = 1; i < formats.size(); ++i) {
    words += i + 1 == formats.size() ? " or " : ", ";
    words += formats[i].name;
  }
  return words;
}

}  // namespace concord::engine
