#pragma once
// What a fuzzer insists on. A broken promise ends the program, which is how
// libFuzzer learns of it and keeps the input.

#include <cstdio>
#include <cstdlib>
#include <string>

namespace concord::fuzzing {

inline void Require(bool holds, const std::string& promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise.c_str());
  std::abort();
}

}  // namespace concord::fuzzing
