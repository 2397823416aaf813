#pragma once
// SHA-256 of bytes: the identity of a capture and of a report's words.
//
//   Sha256Hex("abc")  ->  "ba7816bf...f20015ad"   (64 lower-case hex digits)
//
// Pure functions; safe from any thread.

#include <string>
#include <string_view>

namespace concord {

std::string Sha256Hex(std::string_view bytes);

}  // namespace concord
