#include "source/gzip_stream.h"

#include <algorithm>

namespace concord::source {
namespace {

constexpr std::size_t kBuffer = 1 << 16;
constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr int kGzipOrZlib = 32 + MAX_WBITS;
constexpr int kBareDeflate = -MAX_WBITS;

Bytef* In(char* bytes) { return reinterpret_cast<Bytef*>(bytes); }

}  // namespace

GzipStream::GzipStream(std::unique_ptr<ByteStream> packed)
    : packed_(std::move(packed)), buffer_(kBuffer, '\0') {
  inflateInit2(&zlib_, kGzipOnly);
}

GzipStream::~GzipStream() { inflateEnd(&zlib_); }

Read<bool> GzipStream::Fill() {
  // What is left moves to the front: the start of a member is looked at whole.
  std::copy(zlib_.next_in, zlib_.next_in + zlib_.avail_in, In(buffer_.data()));
  zlib_.next_in = In(buffer_.data());
  if (zlib_.avail_in == buffer_.size()) return true;
  const auto got = packed_->ReadSome(buffer_.data() + zlib_.avail_in,
                                     buffer_.size() - zlib_.avail_in);
  if (!got) return tl::unexpected<Fault>(got.error());
  zlib_.avail_in += static_cast<uInt>(*got);
  read_ += *got;
  return *got > 0;
}

Read<std::uint64_t> GzipStream::CountRest() {
  std::uint64_t count = 0;
  while (true) {
    count += zlib_.avail_in;
    zlib_.avail_in = 0;
    const auto more = Fill();
    if (!more) return tl::unexpected<Fault>(more.error());
    if (!*more) return count;
  }
}

Read<GzipStream::Between> GzipStream::NextMember() {
  while (zlib_.avail_in < 2) {
    const auto more = Fill();
    if (!more) return tl::unexpected<Fault>(more.error());
    if (!*more) break;
  }
  member_offset_ = read_ - zlib_.avail_in;
  const bool is_gzip = zlib_.avail_in >= 2 && zlib_.next_in[0] == 0x1F &&
                       zlib_.next_in[1] == 0x8B;
  if (!is_gzip) {
    const auto rest = CountRest();
    if (!rest) return tl::unexpected<Fault>(rest.error());
    garbage_ = *rest;
    ended_ = true;
    return Between::kEnd;
  }
  inflateReset2(&zlib_, kGzipOnly);
  in_member_ = true;
  any_member_ = true;
  return Between::kMember;
}

Read<std::size_t> GzipStream::ReadSome(char* to, std::size_t size) {
  zlib_.next_out = In(to);
  zlib_.avail_out = static_cast<uInt>(size);
  while (!ended_ && zlib_.avail_out == size) {
    if (!in_member_) {
      const auto between = NextMember();
      if (!between) return tl::unexpected<Fault>(between.error());
      continue;
    }
    if (zlib_.avail_in == 0) {
      const auto more = Fill();
      if (!more) return tl::unexpected<Fault>(more.error());
      if (!*more) {
        in_member_ = false;
        ended_ = true;
        return FaultOf(ErrorCode::kCorrupt,
                       "the gzip data ends too early, in the member at byte " +
                           std::to_string(member_offset_),
                       "truncated");
      }
    }
    const int done = inflate(&zlib_, Z_NO_FLUSH);
    if (done == Z_STREAM_END) {
      in_member_ = false;
    } else if (done != Z_OK && done != Z_BUF_ERROR) {
      in_member_ = false;
      return FaultOf(ErrorCode::kCorrupt,
                     "the gzip data is damaged in the member at byte " +
                         std::to_string(member_offset_),
                     "damaged");
    }
  }
  return size - zlib_.avail_out;
}

bool GzipStream::Recover() {
  if (ended_) return false;
  in_member_ = false;
  // Not the damaged member's own start again.
  if (read_ - zlib_.avail_in <= member_offset_ && zlib_.avail_in > 0) {
    ++zlib_.next_in;
    --zlib_.avail_in;
  }
  while (true) {
    while (zlib_.avail_in >= 3) {
      if (zlib_.next_in[0] == 0x1F && zlib_.next_in[1] == 0x8B &&
          zlib_.next_in[2] == 8) {
        return true;
      }
      ++zlib_.next_in;
      --zlib_.avail_in;
    }
    const auto more = Fill();
    if (!more || !*more) {
      ended_ = true;
      return false;
    }
  }
}

namespace {

// `window` as of inflateInit2.
Read<std::string> InflateAs(std::string_view packed, std::uint64_t max_bytes,
                            int window) {
  z_stream zlib{};
  inflateInit2(&zlib, window);
  zlib.next_in = In(const_cast<char*>(packed.data()));
  zlib.avail_in = static_cast<uInt>(packed.size());
  std::string bytes;
  std::string chunk(kBuffer, '\0');
  int done = Z_OK;
  while (done == Z_OK && bytes.size() <= max_bytes) {
    zlib.next_out = In(chunk.data());
    zlib.avail_out = static_cast<uInt>(chunk.size());
    done = inflate(&zlib, Z_NO_FLUSH);
    bytes.append(chunk, 0, chunk.size() - zlib.avail_out);
    if (done == Z_BUF_ERROR) break;
  }
  inflateEnd(&zlib);
  if (bytes.size() > max_bytes) {
    return tl::unexpected(TooLargeUnpacked(max_bytes));
  }
  if (done == Z_STREAM_END) return bytes;
  return FaultOf(ErrorCode::kCorrupt,
                 done == Z_BUF_ERROR ? "the packed body ends too early"
                                     : "the packed body is damaged",
                 done == Z_BUF_ERROR ? "truncated" : "damaged");
}

}  // namespace

Read<std::string> Inflate(std::string_view packed, std::uint64_t max_bytes) {
  auto bytes = InflateAs(packed, max_bytes, kGzipOrZlib);
  if (bytes || bytes.error().code != "damaged") return bytes;
  // "deflate" of the web is zlib's form or, from some servers, the bare one.
  auto bare = InflateAs(packed, max_bytes, kBareDeflate);
  return bare ? bare : bytes;
}

}  // namespace concord::source
