#pragma once
// Words that are longer than the index keeps. Pure; safe from any thread.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace concord::index {

// Longer words are cut after so many bytes, in the index and in queries alike.
inline constexpr std::size_t kLongestWord = 64;

// How many words of `text` are cut. Cost: one look at each byte.
std::uint64_t CountCutWords(std::string_view text);

}  // namespace concord::index
