#pragma once
// Percent-codes of addresses.

#include <optional>
#include <string>
#include <string_view>

namespace concord {

// The bytes that "%20" and the like stand for, all else as it is; nullopt where
// a per cent sign begins no code. The bytes need be no UTF-8.
//   "Appendix%20I.pdf" -> "Appendix I.pdf"
std::optional<std::string> PercentDecoded(std::string_view text);

// The last step of an address as a person wrote it: "Appendix I.pdf". As it
// stands where it cannot be decoded to UTF-8; the address where it has no step.
std::string LastStep(std::string_view uri);

}  // namespace concord
