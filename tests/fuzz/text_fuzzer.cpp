// Bytes as a page of text/plain: decoded, checked, extracted, checked.

#include <cstdint>

#include "tests/fuzz/decoded.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  concord::fuzzing::RequireSoundReading(
      {reinterpret_cast<const char*>(data), size}, "text/plain");
  return 0;
}
