#pragma once
// Word files and workbooks as the project's own decoders read them, and their
// parts as they stand in the ZIP.

#include <gtest/gtest.h>

#include <string>

#include "concord/document/decode.h"
#include "document/office/zip_parts.h"

namespace concord::testing {

constexpr const char* kWordType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kWorkbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

inline document::Document Decoded(const std::string& bytes,
                                  const std::string& type) {
  source::Capture capture;
  capture.uri = "http://northmarch.example/response";
  capture.media_type = type;
  capture.bytes = bytes;
  const auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value())
      << (document ? "" : document.error().message());
  return document ? *document : document::Document{};
}

inline document::ZipParts PartsOf(const std::string& bytes) {
  const auto parts =
      document::ReadZip(bytes, [](std::string_view) { return true; }, {});
  EXPECT_TRUE(parts.has_value());
  return parts ? *parts : document::ZipParts{};
}

}  // namespace concord::testing
