#pragma once
// Small verbs for the tests of decoding.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "concord/base/digest.h"
#include "concord/document/decode.h"

namespace concord::document::testing {

inline source::Capture CaptureOf(std::string bytes, std::string media_type) {
  source::Capture capture;
  capture.uri = "http://northmarch.example/papers/7";
  capture.digest = Sha256Hex(bytes);
  capture.media_type = std::move(media_type);
  capture.bytes = std::move(bytes);
  return capture;
}

inline Document DecodeOrDie(std::string bytes, std::string media_type) {
  const auto document =
      Decode(CaptureOf(std::move(bytes), std::move(media_type)), {});
  EXPECT_TRUE(document.has_value())
      << (document ? "" : document.error().message());
  return document ? *document : Document{};
}

inline Document Text(std::string bytes) {
  return DecodeOrDie(std::move(bytes), "text/plain");
}

inline Document Html(std::string bytes) {
  return DecodeOrDie(std::move(bytes), "text/html");
}

// One line a block: "kind label|words", with "^n" for the parent's number.
inline std::vector<std::string> Lines(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    std::string line(Name(block.kind));
    if (!Empty(block.label)) {
      line += " " + std::string(Slice(document.text, block.label));
    }
    if (block.parent >= 0) line += " ^" + std::to_string(block.parent);
    line += "|" + std::string(Slice(document.text, Body(document, block)));
    lines.push_back(std::move(line));
  }
  return lines;
}

inline std::vector<BlockKind> Kinds(const Document& document) {
  std::vector<BlockKind> kinds;
  for (const Block& block : document.blocks) kinds.push_back(block.kind);
  return kinds;
}

}  // namespace concord::document::testing
