#include "source/bad_record.h"

#include <utility>

namespace concord::source {

Member BadRecord(std::uint64_t offset, Fault fault) {
  Member bad;
  bad.name = "record at byte " + std::to_string(offset);
  bad.fault = std::move(fault);
  return bad;
}

Member BadRecord(std::uint64_t offset, const std::string& why) {
  return BadRecord(offset,
                   Fault{Error(ErrorCode::kCorrupt,
                               why + ", at byte " + std::to_string(offset)),
                         "bad_record"});
}

Fault Truncated(std::uint64_t offset, std::uint64_t got, std::uint64_t stated) {
  return {Error(ErrorCode::kCorrupt, "the record at byte " +
                                         std::to_string(offset) + " has " +
                                         std::to_string(got) + " of its " +
                                         std::to_string(stated) + " bytes"),
          "truncated"};
}

Read<std::optional<Member>> RecordContainer::Next() {
  if (ended_) return std::nullopt;
  Read<std::optional<Member>> next = NextRecord();
  if (next) return next;
  if (!reader_.Recover()) {
    ended_ = true;
    return next;
  }
  // The damaged record is an item; reading goes on behind it.
  return BadRecord(offset_, std::move(next.error()));
}

std::string RecordContainer::Remark() const {
  const std::uint64_t bytes = reader_.Garbage();
  if (bytes == 0) return "";
  return std::to_string(bytes) + " bytes after the last record are none";
}

Read<std::optional<std::string>> RecordContainer::ReadBlock(
    std::uint64_t length, Member* member) {
  member->size = length;
  if (length > options_.max_bytes + RecordReader::kLongestLine) {
    const auto skipped = reader_.Skip(length);
    if (!skipped) return tl::unexpected<Fault>(skipped.error());
    member->fault = TooLarge(options_.max_bytes);
    return std::nullopt;
  }
  Read<std::string> block = reader_.Block(length);
  if (!block) return tl::unexpected<Fault>(std::move(block.error()));
  if (block->size() < length) {
    member->fault = Truncated(offset_, block->size(), length);
    return std::nullopt;
  }
  return std::move(*block);
}

}  // namespace concord::source
