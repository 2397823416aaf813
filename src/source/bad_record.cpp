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

std::string RemarkOnGarbage(std::uint64_t bytes) {
  if (bytes == 0) return "";
  return std::to_string(bytes) + " bytes after the last record are none";
}

}  // namespace concord::source
