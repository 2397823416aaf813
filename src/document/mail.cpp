#include "document/mail.h"

#include <algorithm>
#include <array>
#include <optional>

#include "concord/base/unicode.h"
#include "document/charset.h"

namespace concord::document {
namespace {

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string LowerCase(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), Lower);
  return out;
}

std::string_view TrimSpace(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// --- Transfer encodings -----------------------------------------------------

int Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

// Other characters are skipped, as mail readers do.
std::string FromBase64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = Base64Value(c);
    if (value < 0) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out.push_back(static_cast<char>(bits >> held & 0xFF));
  }
  return out;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = Lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string FromQuotedPrintable(std::string_view text, bool in_field) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_field && c == '_') {
      out.push_back(' ');
      continue;
    }
    if (c != '=') {
      out.push_back(c);
      continue;
    }
    const int high = i + 2 < text.size() ? HexValue(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? HexValue(text[i + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
      continue;
    }
    // A soft line break.
    if (i + 1 < text.size() && text[i + 1] == '\r') ++i;
    if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
  }
  return out;
}

std::string Undo(std::string_view bytes, const std::string& encoding) {
  if (encoding == "base64") return FromBase64(bytes);
  if (encoding == "quoted-printable") return FromQuotedPrintable(bytes, false);
  return std::string(bytes);
}

// --- Header fields ----------------------------------------------------------

// "=?utf-8?Q?Caf=C3=A9?=" at the start of `text`; its length and words.
struct Encoded {
  std::size_t length = 0;
  std::string text;
};

std::optional<Encoded> EncodedWord(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const auto charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
      text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const auto end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view body =
      text.substr(charset_end + 3, end - charset_end - 3);
  const std::string bytes = Lower(text[charset_end + 1]) == 'b'
                                ? FromBase64(body)
                                : FromQuotedPrintable(body, true);
  Encoded word;
  word.length = end + 2;
  word.text =
      ToCleanText(bytes, std::string(text.substr(2, charset_end - 2))).text;
  return word;
}

std::string DecodeWords(std::string_view value) {
  std::string out;
  bool after_word = false;
  for (std::size_t i = 0; i < value.size();) {
    const auto word = EncodedWord(value.substr(i));
    if (!word) {
      out.push_back(value[i++]);
      continue;
    }
    // White space between two encoded words is not shown.
    const auto last = out.find_last_not_of(" \t");
    if (after_word && (last == std::string::npos || last + 1 < out.size())) {
      out.resize(last == std::string::npos ? 0 : last + 1);
    }
    out += word->text;
    i += word->length;
    const auto next = value.find_first_not_of(" \t", i);
    after_word =
        next != std::string_view::npos && value.substr(next).starts_with("=?");
  }
  return CollapseSpace(ToCleanText(out, "").text);
}

// One entity: its fields, and where its body begins.
struct Entity {
  std::vector<MailField> fields;
  std::string_view body;
};

std::string_view TakeLine(std::string_view* text) {
  const auto end = text->find_first_of("\r\n");
  const std::string_view line = text->substr(0, end);
  if (end == std::string_view::npos) {
    *text = {};
  } else {
    text->remove_prefix(end);
    const bool pair = text->starts_with("\r\n");
    text->remove_prefix(pair ? 2 : 1);
  }
  return line;
}

Entity ReadEntity(std::string_view text) {
  constexpr std::size_t kMostFields = 2000;
  Entity entity;
  std::vector<std::pair<std::string, std::string>> raw;
  while (!text.empty()) {
    const std::string_view before = text;
    const std::string_view line = TakeLine(&text);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !raw.empty()) {
      raw.back().second += " " + std::string(TrimSpace(line));
      continue;
    }
    const auto colon = line.find(':');
    const bool field = colon != std::string_view::npos && colon > 0 &&
                       line.find_first_of(" \t") > colon;
    if (!field || raw.size() >= kMostFields) {
      if (raw.empty() && line.starts_with("From ")) continue;  // an mbox line
      text = before;
      break;
    }
    raw.emplace_back(LowerCase(line.substr(0, colon)),
                     TrimSpace(line.substr(colon + 1)));
  }
  for (auto& [name, value] : raw) {
    entity.fields.push_back({name, DecodeWords(value)});
  }
  entity.body = text;
  return entity;
}

// The parameter of a field: boundary="x" or name*=utf-8''x.
std::string Parameter(std::string_view value, std::string_view name) {
  const std::string folded = LowerCase(value);
  for (auto at = folded.find(name); at != std::string::npos;
       at = folded.find(name, at + 1)) {
    const bool starts = at > 0 && std::string_view("; \t").find(
                                      folded[at - 1]) != std::string_view::npos;
    std::size_t i = at + name.size();
    const bool extended = i < folded.size() && folded[i] == '*';
    while (i < folded.size() &&
           (folded[i] == '*' || folded[i] == '0' || folded[i] == ' ')) {
      ++i;
    }
    if (!starts || i >= folded.size() || folded[i] != '=') continue;
    std::string_view rest = TrimSpace(value.substr(i + 1));
    std::string found;
    if (rest.starts_with('"')) {
      found = rest.substr(1, rest.find('"', 1) - 1);
    } else {
      found = TrimSpace(rest.substr(0, rest.find(';')));
    }
    const auto quote = found.rfind('\'');
    if (!extended || quote == std::string::npos) return found;
    std::string quoted = found.substr(quote + 1);
    std::replace(quoted.begin(), quoted.end(), '%', '=');
    return ToCleanText(FromQuotedPrintable(quoted, false),
                       found.substr(0, found.find('\'')))
        .text;
  }
  return "";
}

// The name without folders: a sender may name any path.
std::string FileName(std::string name) {
  const auto slash = name.find_last_of("/\\");
  if (slash != std::string::npos) name.erase(0, slash + 1);
  return name == "." || name == ".." ? "" : name;
}

// --- Parts ------------------------------------------------------------------

struct Waiting {
  std::string_view text;
  std::uint32_t depth = 0;
  int alternatives = 0;
};

// The texts between lines "--boundary".
std::vector<std::string_view> Between(std::string_view body,
                                      const std::string& boundary,
                                      std::size_t most) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::size_t begin = std::string_view::npos;
  for (auto at = body.find(mark); at != std::string_view::npos;
       at = body.find(mark, at + mark.size())) {
    if (at > 0 && body[at - 1] != '\n' && body[at - 1] != '\r') continue;
    if (begin != std::string_view::npos) {
      std::string_view part = body.substr(begin, at - begin);
      if (part.ends_with('\n')) part.remove_suffix(1);
      if (part.ends_with('\r')) part.remove_suffix(1);
      parts.push_back(part);
    }
    const std::string_view after = body.substr(at + mark.size());
    if (after.starts_with("--") || parts.size() > most) return parts;
    std::string_view rest = after;
    TakeLine(&rest);
    begin = body.size() - rest.size();
  }
  if (begin != std::string_view::npos && begin <= body.size()) {
    parts.push_back(body.substr(begin));  // the message was cut
  }
  return parts;
}

MailPart LeafOf(const Entity& entity, int alternatives) {
  MailPart part;
  const std::string type(FieldOf(entity.fields, "content-type"));
  const std::string disposition(FieldOf(entity.fields, "content-disposition"));
  const std::string named =
      LowerCase(TrimSpace(std::string_view(type).substr(0, type.find(';'))));
  if (!named.empty()) part.media_type = named;
  part.charset = Parameter(type, "charset");
  std::string name = Parameter(disposition, "filename");
  if (name.empty()) name = Parameter(type, "name");
  part.name = FileName(DecodeWords(name));
  const bool text =
      part.media_type == "text/plain" || part.media_type == "text/html";
  part.attachment = !text || !part.name.empty() ||
                    LowerCase(disposition).starts_with("attachment");
  part.alternatives = alternatives;
  part.bytes =
      Undo(entity.body, LowerCase(TrimSpace(FieldOf(
                            entity.fields, "content-transfer-encoding"))));
  return part;
}

}  // namespace

std::string_view FieldOf(const std::vector<MailField>& fields,
                         std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(),
                   [&](const MailField& field) { return field.name == name; });
  return found == fields.end() ? std::string_view{} : found->value;
}

Result<Mail> ReadMail(std::string_view message,
                      const AttachmentLimits& limits) {
  Mail mail;
  std::vector<Waiting> waiting = {{message, 0, 0}};
  std::uint64_t taken = 0;
  int groups = 0;
  while (!waiting.empty()) {
    const Waiting next = waiting.back();
    waiting.pop_back();
    Entity entity = ReadEntity(next.text);
    const std::string type(FieldOf(entity.fields, "content-type"));
    const std::string kind = LowerCase(type);
    const std::string boundary = Parameter(type, "boundary");
    if (next.depth == 0) mail.fields = entity.fields;
    if (kind.starts_with("multipart/") && !boundary.empty()) {
      if (next.depth >= limits.max_nesting) {
        return Fail(ErrorCode::kLimitExceeded,
                    "its parts are nested deeper than " +
                        std::to_string(limits.max_nesting));
      }
      const bool forms = kind.starts_with("multipart/alternative");
      const int group = forms ? ++groups : next.alternatives;
      const auto parts = Between(entity.body, boundary, limits.max_parts);
      for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        waiting.push_back({*part, next.depth + 1, group});
      }
      continue;
    }
    MailPart part = LeafOf(entity, next.alternatives);
    taken += part.bytes.size();
    if (taken > limits.max_bytes || mail.parts.size() >= limits.max_parts) {
      return Fail(ErrorCode::kLimitExceeded,
                  "it has more or larger parts than allowed");
    }
    mail.parts.push_back(std::move(part));
  }
  if (mail.fields.empty()) {
    return Fail(ErrorCode::kCorrupt, "it has no header of an e-mail");
  }
  return mail;
}

Result<std::vector<Attachment>> AttachmentsOf(std::string_view message,
                                              const AttachmentLimits& limits) {
  TRY_ASSIGN(Mail mail, ReadMail(message, limits));
  std::vector<Attachment> attachments;
  for (MailPart& part : mail.parts) {
    if (!part.attachment) continue;
    attachments.push_back({std::move(part.name), std::move(part.media_type),
                           std::move(part.bytes)});
  }
  return attachments;
}

}  // namespace concord::document
