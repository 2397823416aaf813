#pragma once
// The error of what opens with a password only: a PDF, an office document, a
// member of an archive. One condition, so one code and one advice, wherever it
// is met; the ledger has it as kPasswordRequired.

#include <string_view>

#include "concord/base/error.h"

namespace concord::source {

inline constexpr std::string_view kPasswordRequired = "password_required";

// kUnavailable: the bytes are sound, what is missing is the password.
inline Error PasswordRequired() {
  return {ErrorCode::kUnavailable,
          "it opens with a password only; decrypt it first"};
}

}  // namespace concord::source
