#pragma once
// A page written in a test as plain text (or HTML, where it opens with "<"),
// read by the real decoders: the rules for recommendations are about layout, so
// their examples go through the structure pass as a file would.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "concord/document/decode.h"

namespace concord::testing {

inline document::Document DecodedPage(std::string_view page) {
  source::Capture capture;
  capture.uri = "test:page";
  capture.bytes = std::string(page);
  capture.digest = "test";
  capture.media_type = page.starts_with("<") ? "text/html" : "text/plain";
  auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value());
  return document ? *std::move(document) : document::Document{};
}

// A file as it lies on disk.
inline document::Document DecodedFile(const std::string& path,
                                      std::string bytes) {
  source::Capture capture;
  capture.uri = path;
  capture.bytes = std::move(bytes);
  capture.digest = "test";
  capture.media_type = path.ends_with(".html") ? "text/html" : "text/plain";
  auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value()) << path;
  return document ? *std::move(document) : document::Document{};
}

// The page of a rule's example with front matter before it, so that its first
// line is not taken for the title.
inline std::string WithFrontMatter(std::string_view page) {
  if (page.starts_with("<")) return std::string(page);
  return "The plan\n\nReport: 1\nDate: 2 May 2001\n\n" + std::string(page);
}

// One line: line ends inside an item shown as " / ".
inline std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      line += " / ";
    } else {
      line += c;
    }
  }
  return line;
}

}  // namespace concord::testing
