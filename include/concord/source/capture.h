#pragma once
// A capture: bytes as obtained once, with where from and when.
//
// Why a value of its own: the bytes are the evidence. They are kept unchanged,
// named by their digest, and everything said of the report can be traced to
// them. Values; moved between threads.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/error.h"

namespace concord::source {

// "text/html", "text/plain", "application/pdf", ... lower case, no parameters.
using MediaType = std::string;

struct Capture {
  std::string uri;   // address of the page if known, else file URI
  std::string path;  // file it was read from, as given; "-" for stdin
  std::string bytes;
  std::string digest;            // SHA-256 of bytes, hex
  MediaType media_type;          // sniffed; see media_type.h
  std::string declared_charset;  // from HTTP or the caller; "" if none
  std::optional<std::chrono::sys_seconds> captured_at;
  // True where a web archive or a server says that the bytes came from `uri`
  // at `captured_at`: two captures of one page are then told apart.
  bool has_address = false;
  // What a server said before the bytes: status line and header fields, one a
  // line, UTF-8 with other bytes as \xNN; "" where no server sent them.
  std::string http_header;
};

// A page met again unchanged: a web archive keeps the meeting, not the bytes.
struct Revisit {
  std::string digest;       // SHA-256 of the bytes, where this walk has met
                            // them; else ""
  std::string refers_uri;   // of the capture it repeats, where stated
  std::string refers_time;  // UTC, ISO 8601
};

// One thing met while walking. Exactly one of `capture`, `revisit` and `error`
// is set. Every item seen is returned, so that seen = captures + revisits +
// errors. A member of an archive is an item, and so is the archive itself,
// after its members: an error kUnsupported with the code "container" where
// all of it was read, or what stopped the reading.
struct SourceItem {
  std::string path;  // display form: UTF-8, bad bytes as \xNN
  std::string uri;
  // File URI of the file walked: the item itself, or the outermost archive.
  std::string source;
  bool is_member = false;
  std::optional<Capture> capture;
  std::optional<Revisit> revisit;
  std::optional<Error> error;  // kUnsupported = skipped; others = failed
  std::string code;            // finer than the error's: "truncated"; or ""
  MediaType media_type;        // of an item that is no capture, if known
  std::uint64_t bytes = 0;     // likewise
  std::optional<std::chrono::sys_seconds> captured_at;  // of a revisit
};

}  // namespace concord::source
