#pragma once
// What an e-mail carries beside its text.
//
// Why: an attachment is a report of its own. Reading a message gives its words
// (Decode); this gives the files in it, for the container that walks them.
//
//   for (Attachment& file : *AttachmentsOf(capture.bytes, {})) ...
//
// Pure function of the bytes; safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"

namespace concord::document {

struct Attachment {
  std::string name;        // as the sender named it, without folders; may be ""
  std::string media_type;  // as the sender declared it, lower case
  std::string bytes;       // decoded
};

struct AttachmentLimits {
  std::uint32_t max_parts = 1000;
  std::uint32_t max_nesting = 16;        // of multipart in multipart
  std::uint64_t max_bytes = 256u << 20;  // of all attachments together
};

// Attachments of a message (message/rfc822) in their order; a message inside
// the message is one attachment. kLimitExceeded; kCorrupt where it has no
// header.
[[nodiscard]] Result<std::vector<Attachment>> AttachmentsOf(
    std::string_view message, const AttachmentLimits& limits);

}  // namespace concord::document
