// Text as an EDTF value: what is accepted is printed, read back and bounded.

#include <cstdint>
#include <string_view>

#include "concord/edtf/edtf.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace concord;
  const auto value = edtf::Parse({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  const std::string printed = edtf::Format(*value);
  const auto again = edtf::Parse(printed);
  fuzzing::Require(again.has_value(), "what is printed can be read");
  fuzzing::Require(*again == *value, "printing loses nothing");
  const edtf::DayRange range = edtf::Bounds(*value);
  if (range.earliest) {
    fuzzing::Require(edtf::IsValid(*range.earliest), "earliest is a day");
  }
  if (range.latest) {
    fuzzing::Require(edtf::IsValid(*range.latest), "latest is a day");
  }
  return 0;
}
