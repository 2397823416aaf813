#include "source/web_payload.h"

#include <algorithm>

#include "source/http_message.h"
#include "source/paths.h"

namespace concord::source {
namespace {

// Why an answer with this status is no document; "" where it is one.
std::string WhyNoPage(const HttpMessage& message) {
  const int status = message.status;
  if (status == 200 || status == 203) return "";
  const std::string number = std::to_string(status);
  if (status >= 300 && status < 400) {
    const std::string_view to = message.Field("location");
    return "the server answered " + number +
           (to.empty() ? std::string(", a redirect")
                       : ", a redirect to " + std::string(to));
  }
  if (status == 206) return "the server sent a part of it only (206)";
  return "the server answered " + number + ", no page";
}

bool IsKindOfText(std::string_view type) {
  return type.starts_with("text/") || type == "message/rfc822" ||
         type == "application/xhtml+xml" || type == "application/json" ||
         type == "application/xml" || type == "application/javascript" ||
         type == "application/x-javascript" || type == "application/rss+xml" ||
         type == "application/atom+xml";
}

// Status line and fields for the record. A crawl of years holds millions.
std::string HeaderFor(std::string_view head) {
  constexpr std::size_t kMostKept = 8192;
  std::string kept;
  head = head.substr(0, kMostKept);
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) kept += DisplayPath(line) + "\n";
  }
  return kept;
}

}  // namespace

MediaType MediaTypeOf(std::string_view bytes, std::string_view name,
                      const MediaType& declared) {
  const MediaType sniffed = SniffMediaType(bytes, name);
  return IsKindOfText(sniffed) && IsKindOfText(declared) ? declared : sniffed;
}

void TakeHttpAnswer(std::string_view block, const SourceOptions& options,
                    Member* member) {
  const std::optional<HttpMessage> message = ReadHttpMessage(block);
  if (!message) {
    member->fault = Fault{Error(ErrorCode::kCorrupt,
                                "the record holds no answer of a web server"),
                          "bad_record"};
    return;
  }
  member->http_header =
      HeaderFor(block.substr(0, block.size() - message->body.size()));
  std::tie(member->media_type, member->charset) =
      ReadContentType(message->Field("content-type"));
  if (std::string why = WhyNoPage(*message); !why.empty()) {
    member->fault = Fault{Error(ErrorCode::kUnsupported, std::move(why)),
                          "http_" + std::to_string(message->status)};
    return;
  }
  Read<std::string> body = DecodeBody(*message, options.max_bytes);
  if (body) {
    member->bytes = std::move(*body);
  } else {
    member->fault = std::move(body.error());
  }
}

}  // namespace concord::source
