#pragma once
// A value or the Error that says why there is none.
//
// Why tl::expected: g++ 12 has no std::expected in C++20 mode. Functions that
// can fail return Result and are [[nodiscard]]; extraction, comparison, scoping
// and composing are total and return plain values.
//
//   Result<std::string> Read(path);
//   TRY_ASSIGN(std::string text, Read(path));   // returns the Error, if any
//   TRY_RETURN(Check(text));
//
// CHECK is for bugs only: no input may ever reach it.

#include <tl/expected.hpp>

#include "concord/base/error.h"

namespace concord {

template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error(code, std::move(message)));
}

[[noreturn]] void CheckFailed(const char* condition, const char* file, int line,
                              std::string_view why);

}  // namespace concord

#define CONCORD_CONCAT_INNER(a, b) a##b
#define CONCORD_CONCAT(a, b) CONCORD_CONCAT_INNER(a, b)

#define CONCORD_TRY_ASSIGN_IMPL(temporary, declaration, expression)          \
  auto temporary = (expression);                                             \
  if (!temporary)                                                            \
    return ::tl::unexpected<::concord::Error>(std::move(temporary.error())); \
  declaration = std::move(*temporary)

#define TRY_ASSIGN(declaration, expression)                                   \
  CONCORD_TRY_ASSIGN_IMPL(CONCORD_CONCAT(try_result_, __LINE__), declaration, \
                          expression)

#define TRY_RETURN(expression)                   \
  do {                                           \
    auto try_result = (expression);              \
    if (!try_result)                             \
      return ::tl::unexpected<::concord::Error>( \
          std::move(try_result.error()));        \
  } while (false)

#define CHECK(condition, why)                                      \
  do {                                                             \
    if (!(condition))                                              \
      ::concord::CheckFailed(#condition, __FILE__, __LINE__, why); \
  } while (false)
