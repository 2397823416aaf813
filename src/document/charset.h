#pragma once
// Bytes into clean UTF-8.
//
// Order of belief: a byte order mark; strictly valid UTF-8; UTF-16 without a
// mark, by its pattern; the declared charset; then repair: what is valid UTF-8
// stays, and each invalid run of bytes is read in one single-byte charset,
// windows-1252 or Mac Roman, chosen once over the whole file by which makes
// plausible letters and quotes. A page that is UTF-8 with one pasted
// windows-1252 sentence keeps both right.
//
// Clean means: '\n' line ends (CR and CRLF too), '\f' for a new page, no other
// control, invisible or bidirectional format characters, NFC.

#include <string>
#include <string_view>
#include <vector>

#include "concord/document/document.h"

namespace concord::document {

struct CleanText {
  std::string text;
  CharsetDecision charset;
  std::vector<std::string> notes;
};

// `declared` is the charset HTTP or the caller named; "" if none. What the
// page says of itself is the caller's to look up (DeclaredInMarkup).
CleanText ToCleanText(std::string_view bytes, std::string_view declared);

// The charset named by <meta> or the XML declaration in the first 4 KiB of a
// page; "" if none.
std::string DeclaredInMarkup(std::string_view bytes);

}  // namespace concord::document
