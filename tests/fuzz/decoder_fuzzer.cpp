// Bytes as a file of another format than a page: the first byte chooses which.
//
// PDF is left out: there it is poppler that reads, and what a fuzzer finds in
// poppler is poppler's; its bytes are read in the child only. HTML and plain
// text have fuzzers of their own.

#include <array>
#include <cstdint>

#include "tests/fuzz/sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static constexpr std::array<std::string_view, 9> kTypes = {
      "application/msword",
      "application/rtf",
      "message/rfc822",
      "text/csv",
      "text/tab-separated-values",
      "text/markdown",
      "application/vnd.openxmlformats-officedocument.wordprocessingml."
      "document",
      "application/vnd.oasis.opendocument.text",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  concord::fuzzing::RequireSoundDocument(
      bytes.substr(1), std::string(kTypes[data[0] % kTypes.size()]));
  return 0;
}
