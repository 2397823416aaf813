#pragma once
// A capture: bytes as obtained once, with where from and when.
//
// Why a value of its own: the bytes are the evidence. They are kept unchanged,
// named by their digest, and everything said of the report can be traced to
// them. Values; moved between threads.

#include <chrono>
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
};

// One thing met while walking that did not become a capture, or a capture.
// Exactly one of `capture` and `error` is set. Every item seen is returned, so
// that seen = captures + errors.
struct SourceItem {
  std::string path;  // display form: UTF-8, bad bytes as \xNN
  std::string uri;
  std::optional<Capture> capture;
  std::optional<Error> error;  // kUnsupported = skipped; others = failed
};

}  // namespace concord::source
