#pragma once
// How a consolidated response that Concord wrote is known again when it is
// imported: it quotes what others recommend, and recommends nothing itself.
//
// Each format carries the mark as it can: a property of the document (DOCX,
// XLSX), a meta element (HTML), a comment at the end (Markdown). The value is
// the name of its scope. Decode() turns it into a note of the document.

#include <optional>
#include <string>
#include <string_view>

#include "concord/document/document.h"

namespace concord::document {

inline constexpr std::string_view kResponseMark = "concord-response";

// The scope that a document answers; nullopt for any other document.
std::optional<std::string> ResponseScope(const Document& document);

// "a response that concord wrote, to the scope 'kf'": the note.
std::string ResponseNote(const std::string& scope);

}  // namespace concord::document
