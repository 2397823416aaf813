#pragma once
// English word stems (Snowball), as 64-bit keys.

#include <cstdint>
#include <string>
#include <string_view>

namespace concord::overlap {

// The stem of one folded word: "assessments" -> "assess", "told"
// -> "tell". Safe from any thread.
std::string Stem(std::string_view printed);

// A key of a stem or of any short string; equal strings, equal keys, on every
// machine.
std::uint64_t KeyOf(std::string_view text);

}  // namespace concord::overlap
