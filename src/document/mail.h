#pragma once
// E-mail (RFC 5322, MIME) taken apart: header fields and leaf parts.

#include <string>
#include <string_view>
#include <vector>

#include "concord/document/attachments.h"

namespace concord::document {

struct MailField {
  std::string name;   // lower case
  std::string value;  // unfolded, encoded words decoded
};

struct MailPart {
  std::string media_type = "text/plain";
  std::string charset;
  std::string name;  // of a file, without folders
  bool attachment = false;
  int alternatives = 0;  // > 0: one of several forms of the same text
  std::string bytes;     // transfer encoding undone
};

struct Mail {
  std::vector<MailField> fields;
  std::vector<MailPart> parts;  // leaves in order
};

// As AttachmentsOf().
[[nodiscard]] Result<Mail> ReadMail(std::string_view message,
                                    const AttachmentLimits& limits);

// The first field of this lower-case name; "" if there is none.
std::string_view FieldOf(const std::vector<MailField>& fields,
                         std::string_view name);

}  // namespace concord::document
