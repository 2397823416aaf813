#pragma once
// A half-open range [begin, end) of UTF-8 byte offsets into a document's text.
//
// Why: everything the engine says of a report points at its words, and one type
// for every position cannot be mistaken for a length or a count. Always on
// code-point boundaries of Document::text.
//
//   text       "1. Members note it."
//   offsets     0  3           18 19
//   the label is {0, 2}, the sentence {3, 19}

#include <compare>
#include <cstdint>
#include <string_view>

namespace concord {

struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

inline bool Empty(TextSpan span) { return span.end <= span.begin; }
inline std::uint32_t Length(TextSpan span) {
  return Empty(span) ? 0 : span.end - span.begin;
}
inline bool Contains(TextSpan outer, TextSpan inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}
inline bool Overlaps(TextSpan a, TextSpan b) {
  return a.begin < b.end && b.begin < a.end;
}

// The words of `text` at `span`; a span past the end is cut to it. The view
// lives as long as the bytes behind `text`.
inline std::string_view Slice(std::string_view text, TextSpan span) {
  if (span.begin >= text.size() || Empty(span)) return {};
  return text.substr(span.begin, span.end - span.begin);
}

// The span without white space (ASCII and U+00A0) at either end.
TextSpan Trim(std::string_view text, TextSpan span);

}  // namespace concord
