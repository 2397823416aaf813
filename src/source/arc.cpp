// ARC, the form of web archives before WARC: a line that names address, time,
// type and length, then as many bytes of a server's answer.

#include <algorithm>
#include <charconv>

#include "source/bad_record.h"
#include "source/container.h"
#include "source/http_message.h"
#include "source/record_reader.h"
#include "source/web_payload.h"

namespace concord::source {
namespace {

struct ArcHeader {
  std::string uri;
  std::string time;
  std::string media_type;
  std::optional<std::uint64_t> length;
};

// 14 digits; some crawlers wrote fewer or more, and a record all the same.
bool IsTime(std::string_view text) {
  return text.size() >= 12 && text.size() <= 18 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string_view> Split(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    parts.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// Read from the right: an address may have spaces in it. Version 2 has five
// more fields between type and length.
std::optional<ArcHeader> ReadHeader(std::string_view line) {
  const std::vector<std::string_view> parts = Split(line);
  std::size_t time = 0;
  for (std::size_t i = parts.size(); i-- > 2 && time == 0;) {
    if (IsTime(parts[i])) time = i;
  }
  if (time == 0 || time + 2 >= parts.size()) return std::nullopt;
  ArcHeader header;
  header.uri = std::string(line.substr(
      0, static_cast<std::size_t>(parts[time - 1].data() - line.data()) - 1));
  header.time = std::string(parts[time]);
  header.media_type = std::string(parts[time + 1]);
  const std::string_view digits = parts.back();
  std::uint64_t length = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error == std::errc() && end == digits.data() + digits.size()) {
    header.length = length;
  }
  return header;
}

class Arc : public RecordContainer {
 public:
  Arc(std::unique_ptr<ByteStream> stream, const SourceOptions& options)
      : RecordContainer(std::move(stream), options) {}

 private:
  Read<std::optional<Member>> NextRecord() override {
    bool astray = false;  // lines that begin no record are passed over
    while (true) {
      const auto offset = reader_.Offset();
      if (!offset) return tl::unexpected<Fault>(offset.error());
      if (!*offset) {
        return astray ? std::optional<Member>(BadRecord(
                            offset_, "no record begins where one should"))
                      : std::nullopt;
      }
      auto line = reader_.Line();
      if (!line) return tl::unexpected<Fault>(line.error());
      if (!*line) continue;
      const std::optional<ArcHeader> header = ReadHeader(**line);
      if (header && astray) {
        reader_.PutBack(**line + "\n");
        return BadRecord(offset_, "no record begins where one should");
      }
      if (!astray) offset_ = **offset;
      if (header) return ReadRecord(*header);
      astray = astray || (!(*line)->empty() && !after_bad_);
    }
  }

  Read<std::optional<Member>> ReadRecord(const ArcHeader& header) {
    Member member;
    member.name = member.uri = header.uri;
    member.captured_at = ReadTimestamp(header.time);
    after_bad_ = !header.length;
    if (!header.length) {
      member.fault = BadRecord(offset_, "the record states no length").fault;
      return member;
    }
    Read<std::optional<std::string>> block = ReadBlock(*header.length, &member);
    if (!block) return tl::unexpected<Fault>(block.error());
    if (!*block) return member;
    Fill(header, **block, &member);
    return member;
  }

  void Fill(const ArcHeader& header, const std::string& block,
            Member* member) const {
    if (header.uri.starts_with("filedesc:") || header.uri.starts_with("dns:")) {
      member->fault = Fault{
          Error(ErrorCode::kUnsupported, "a record about the crawl, no page"),
          "not_a_document"};
    } else if (block.starts_with("HTTP/")) {
      TakeHttpAnswer(block, options_, member);
    } else {
      std::tie(member->media_type, member->charset) =
          ReadContentType(header.media_type);
      member->bytes = block;
    }
  }

  bool after_bad_ = false;  // what follows may be the rest of a bad record
};

}  // namespace

std::unique_ptr<Container> OpenArc(std::unique_ptr<ByteStream> stream,
                                   const SourceOptions& options) {
  return std::make_unique<Arc>(std::move(stream), options);
}

}  // namespace concord::source
