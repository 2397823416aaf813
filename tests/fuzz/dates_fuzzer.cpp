// Text as running prose with dates, and as one date expression. The first line
// may be the day to count from ("2001-11-15").

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/extraction/extract.h"
#include "tests/fuzz/require.h"

namespace concord::fuzzing {
namespace {

void RequireSound(const extraction::DateMention& mention,
                  std::string_view text) {
  Require(mention.span.begin < mention.span.end, "a mention has words");
  Require(mention.span.end <= text.size(), "a mention lies in the text");
  Require(mention.printed == text.substr(mention.span.begin,
                                         mention.span.end - mention.span.begin),
          "a mention quotes the text");
  Require(IsValidUtf8(mention.printed), "a mention cuts no character");
  Require(!mention.rule.empty(), "a mention names its rule");
  if (mention.edtf.empty()) return;
  const auto value = edtf::Parse(mention.edtf);
  Require(value.has_value(), "a mention's value is EDTF: " + mention.edtf);
  Require(edtf::Format(*value) == mention.edtf, "the value is canonical");
}

}  // namespace
}  // namespace concord::fuzzing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace concord;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!IsValidUtf8(text)) return 0;  // canonical text is valid UTF-8
  std::optional<edtf::Day> base;
  if (const std::size_t line = text.find('\n'); line != text.npos) {
    base = edtf::ParseDay(text.substr(0, line));
    if (base) text.remove_prefix(line + 1);
  }
  std::uint32_t last = 0;
  for (const auto& mention : extraction::FindDatesInText(text, base)) {
    fuzzing::RequireSound(mention, text);
    fuzzing::Require(mention.span.begin >= last, "mentions are in order");
    last = mention.span.begin;
  }
  if (const auto whole = extraction::ReadDateExpression(text, base)) {
    fuzzing::RequireSound(*whole, text);
  }
  return 0;
}
