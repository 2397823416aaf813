#include "source/byte_stream.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace concord::source {

Read<std::size_t> DescriptorStream::ReadSome(char* to, std::size_t size) {
  while (true) {
    const ssize_t got = ::read(descriptor_, to, size);
    if (got >= 0) {
      offset_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) {
      return FaultOf(ErrorCode::kUnavailable, std::strerror(errno));
    }
  }
}

Read<std::size_t> MemoryStream::ReadSome(char* to, std::size_t size) {
  const std::size_t count = std::min(size, bytes_.size() - offset_);
  std::memcpy(to, bytes_.data() + offset_, count);
  offset_ += count;
  return count;
}

Read<std::size_t> JoinedStream::ReadSome(char* to, std::size_t size) {
  if (at_ == head_.size()) return rest_->ReadSome(to, size);
  const std::size_t count = std::min(size, head_.size() - at_);
  std::memcpy(to, head_.data() + at_, count);
  at_ += count;
  return count;
}

Read<std::string> ReadUpTo(ByteStream& stream, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const auto got = stream.ReadSome(bytes.data() + filled, size - filled);
    if (!got) return tl::unexpected<Fault>(got.error());
    if (*got == 0) break;
    filled += *got;
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace concord::source
