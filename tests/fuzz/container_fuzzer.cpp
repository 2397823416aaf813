// Bytes as an archive of pages: read to its end, member by member; and as what
// a web server sent, whole and in pieces.

#include <cstdint>

#include "concord/source/source.h"
#include "source/container.h"
#include "source/http_framing.h"
#include "source/http_message.h"
#include "tests/fuzz/require.h"

namespace concord::fuzzing {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::size_t kMostMembers = 1000;  // packed, a byte may hold several

void RequireMembers(const source::MediaType& type, std::string_view bytes) {
  source::SourceOptions options;
  options.max_bytes = kMostBytes;
  source::ContainerInput input;
  input.bytes = std::string(bytes);
  input.name = "pages";
  const auto container =
      source::OpenContainer(type, bytes, std::move(input), options);
  if (container == nullptr) return;
  for (std::size_t items = 0; items < kMostMembers; ++items) {
    const auto next = container->Next();
    if (!next) {
      Require(!next.error().error.message().empty(), "a fault says what it is");
      return;
    }
    if (!*next) return;
    const source::Member& member = **next;
    Require(!member.name.empty(), "a member can be named");
    Require(member.bytes.size() <= kMostBytes, "the limit on members holds");
    Require(!member.fault || !member.fault->error.message().empty(),
            "a fault says what it is");
  }
}

void RequireAnswer(std::string_view block) {
  if (const auto message = source::ReadHttpMessage(block)) {
    const auto body = source::DecodeBody(*message, kMostBytes);
    Require(!body || body->size() <= kMostBytes, "the limit on bodies holds");
  }
  // What comes byte by byte ends where it ends in one piece.
  source::HttpFraming whole(4096);
  source::HttpFraming pieces(4096);
  const bool taken = whole.Add(block);
  bool taken_in_pieces = true;
  for (std::size_t i = 0; i < block.size() && taken_in_pieces; ++i) {
    if (pieces.complete()) break;
    taken_in_pieces = pieces.Add(block.substr(i, 1));
  }
  if (!taken || !taken_in_pieces) return;
  Require(whole.complete() == pieces.complete(), "an answer ends in one place");
  Require(whole.AtEnd() == pieces.AtEnd(), "a cut answer is cut in pieces too");
}

}  // namespace
}  // namespace concord::fuzzing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace concord;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fuzzing::RequireMembers(source::SniffMediaType(bytes, "pages"), bytes);
  fuzzing::RequireMembers("application/warc", bytes);
  fuzzing::RequireMembers("application/x-ia-arc", bytes);
  fuzzing::RequireAnswer(bytes);
  return 0;
}
