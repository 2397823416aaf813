#include "source/record_reader.h"

#include <algorithm>

namespace concord::source {
namespace {

constexpr std::size_t kChunk = 1 << 16;

}  // namespace

Read<bool> RecordReader::Fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t held = buffer_.size();
  buffer_.resize(held + kChunk);
  const auto got = stream_->ReadSome(buffer_.data() + held, kChunk);
  buffer_.resize(held + (got ? *got : 0));
  if (!got) return tl::unexpected<Fault>(got.error());
  return *got > 0;
}

Read<std::optional<std::string>> RecordReader::Line() {
  std::size_t looked = 0;
  while (true) {
    const std::size_t end = buffer_.find('\n', at_ + looked);
    if (end != std::string::npos || buffer_.size() - at_ > kLongestLine) {
      const std::size_t stop =
          end != std::string::npos ? end : at_ + kLongestLine;
      std::string line = buffer_.substr(at_, stop - at_);
      at_ = end != std::string::npos ? end + 1 : stop;
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    looked = buffer_.size() - at_;
    const auto more = Fill();
    if (!more) return tl::unexpected<Fault>(more.error());
    if (*more) continue;
    if (at_ == buffer_.size()) return std::nullopt;
    std::string line = buffer_.substr(at_);
    at_ = buffer_.size();
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }
}

Read<std::string> RecordReader::Block(std::uint64_t size) {
  std::string block;
  while (block.size() < size) {
    if (at_ == buffer_.size()) {
      const auto more = Fill();
      if (!more) return tl::unexpected<Fault>(more.error());
      if (!*more) break;
    }
    const auto count = static_cast<std::size_t>(
        std::min<std::uint64_t>(size - block.size(), buffer_.size() - at_));
    block.append(buffer_, at_, count);
    at_ += count;
  }
  return block;
}

Read<std::uint64_t> RecordReader::Skip(std::uint64_t size) {
  std::uint64_t skipped = 0;
  while (skipped < size) {
    if (at_ == buffer_.size()) {
      const auto more = Fill();
      if (!more) return tl::unexpected<Fault>(more.error());
      if (!*more) break;
    }
    const auto count =
        std::min<std::uint64_t>(size - skipped, buffer_.size() - at_);
    at_ += static_cast<std::size_t>(count);
    skipped += count;
  }
  return skipped;
}

void RecordReader::PutBack(std::string_view bytes) {
  buffer_.replace(0, at_, bytes);
  at_ = 0;
}

bool RecordReader::Recover() {
  buffer_.clear();
  at_ = 0;
  return stream_->Recover();
}

Read<std::optional<std::uint64_t>> RecordReader::Offset() {
  if (at_ == buffer_.size()) {
    const auto more = Fill();
    if (!more) return tl::unexpected<Fault>(more.error());
    if (!*more) return std::nullopt;
  }
  const std::uint64_t offset = stream_->Offset();
  const std::uint64_t ahead = buffer_.size() - at_;
  if (stream_->OffsetIsOfMember()) return offset;
  return offset > ahead ? offset - ahead : 0;
}

}  // namespace concord::source
