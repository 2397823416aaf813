#include "document/office/response_marks.h"

#include <array>
#include <utility>

#include "concord/document/response_mark.h"
#include "document/office/office_properties.h"
#include "document/office/zip_parts.h"

namespace concord::document {
namespace {

constexpr std::size_t kNearEnd = 4096;  // bytes, from the top or the end
constexpr std::string_view kNote =
    "a response that concord wrote, to the scope '";

std::string_view Between(std::string_view text, const std::string& before,
                         std::string_view after) {
  const std::size_t at = text.find(before);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + before.size());
  const std::size_t end = text.find(after);
  return end == std::string_view::npos ? std::string_view{}
                                       : text.substr(0, end);
}

// The five that the templates write.
std::string WithoutEntities(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&lt;", '<'},
       {"&gt;", '>'},
       {"&quot;", '"'},
       {"&#39;", '\''},
       {"&amp;", '&'}}};
  for (const auto& [entity, letter] : kEntities) {
    for (std::size_t at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), 1, letter);
    }
  }
  return text;
}

std::string ScopeOfOffice(std::string_view bytes) {
  const auto parts = ReadZip(
      bytes, [](std::string_view name) { return name == kCustomProperties; },
      {});
  if (!parts || parts->empty()) return "";
  const auto properties = ReadProperties(parts->begin()->second);
  if (!properties) return "";
  const auto found = properties->find(std::string(kResponseMark));
  return found == properties->end() ? "" : found->second;
}

}  // namespace

std::string MarkedScope(const source::Capture& capture) {
  const std::string_view bytes = capture.bytes;
  const std::string mark(kResponseMark);
  if (capture.media_type.starts_with(
          "application/vnd.openxmlformats-officedocument.")) {
    return ScopeOfOffice(bytes);
  }
  if (capture.media_type == "text/html") {
    return WithoutEntities(
        std::string(Between(bytes.substr(0, kNearEnd),
                            "<meta name=\"" + mark + "\" content=\"", "\"")));
  }
  if (capture.media_type == "text/markdown" ||
      capture.media_type == "text/plain") {
    const std::string_view end =
        bytes.substr(bytes.size() > kNearEnd ? bytes.size() - kNearEnd : 0);
    return std::string(Between(end, "<!-- " + mark + ": ", " -->"));
  }
  return "";
}

std::string ResponseNote(const std::string& scope) {
  return std::string(kNote) + scope + "'";
}

std::optional<std::string> ResponseScope(const Document& document) {
  for (const std::string& note : document.notes) {
    if (note.starts_with(kNote) && note.ends_with('\'')) {
      return note.substr(kNote.size(), note.size() - kNote.size() - 1);
    }
  }
  return std::nullopt;
}

}  // namespace concord::document
