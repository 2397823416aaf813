// WARC 1.0 and 1.1, one record after the other.
//
// Own code: the reader of libarchive passes over every page whose address ends
// in "/", drops hosts and addresses, and knows nothing of version 1.1 (measured
// on 3.6.2). A record whose length is wrong does not cost the ones behind it:
// reading goes on at the next line that begins a record.

#include <charconv>

#include "source/bad_record.h"
#include "source/container.h"
#include "source/http_message.h"
#include "source/record_reader.h"
#include "source/web_payload.h"

namespace concord::source {
namespace {

constexpr std::size_t kMostFields = 1000;
constexpr std::string_view kVersion = "WARC/";
constexpr std::string_view kNextRecord = "\r\n\r\nWARC/";

struct WarcHeader {
  std::vector<std::pair<std::string, std::string>> fields;

  std::string_view Field(std::string_view lower_name) const {
    for (const auto& [name, value] : fields) {
      if (name == lower_name) return value;
    }
    return {};
  }
};

std::optional<std::uint64_t> LengthOf(const WarcHeader& header) {
  const std::string_view digits = header.Field("content-length");
  std::uint64_t length = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (digits.empty() || error != std::errc() ||
      end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return length;
}

// "<http://a.example/>" -> "http://a.example/", as early crawlers wrote it.
std::string AddressOf(const WarcHeader& header) {
  std::string_view uri = header.Field("warc-target-uri");
  if (uri.starts_with('<') && uri.ends_with('>')) {
    uri = uri.substr(1, uri.size() - 2);
  }
  return std::string(uri);
}

class Warc : public RecordContainer {
 public:
  Warc(std::unique_ptr<ByteStream> stream, const SourceOptions& options)
      : RecordContainer(std::move(stream), options) {}

 private:
  Read<std::optional<Member>> NextRecord() override {
    std::string line;
    // Records end with two blank lines; one that was bad may have a rest.
    while (line.empty() || (after_bad_ && !line.starts_with(kVersion))) {
      const auto offset = reader_.Offset();
      if (!offset) return tl::unexpected<Fault>(offset.error());
      if (!*offset) return std::nullopt;
      offset_ = **offset;
      auto read = reader_.Line();
      if (!read) return tl::unexpected<Fault>(read.error());
      if (!*read) return std::nullopt;
      line = std::move(**read);
    }
    after_bad_ = false;
    if (!line.starts_with(kVersion)) {
      return BadMember("no record begins where one should");
    }
    WarcHeader header;
    const auto headed = ReadHeader(&header);
    if (!headed) return tl::unexpected<Fault>(headed.error());
    return ReadRecord(header);
  }

  Read<bool> ReadHeader(WarcHeader* header) {
    while (header->fields.size() < kMostFields) {
      auto line = reader_.Line();
      if (!line) return tl::unexpected<Fault>(line.error());
      if (!*line || (*line)->empty()) return true;
      if ((*line)->front() == ' ' || (*line)->front() == '\t') {
        if (!header->fields.empty()) header->fields.back().second += **line;
      } else if (auto field = ReadField(**line)) {
        header->fields.push_back(std::move(*field));
      }
    }
    return true;
  }

  Member BadMember(const std::string& why) {
    after_bad_ = true;
    return BadRecord(offset_, why);
  }

  Read<std::optional<Member>> ReadRecord(const WarcHeader& header) {
    const std::optional<std::uint64_t> length = LengthOf(header);
    Member member = Named(header);
    if (!length) {
      member.fault = BadMember("the record states no length").fault;
      return member;
    }
    Read<std::optional<std::string>> block = ReadBlock(*length, &member);
    if (!block) return tl::unexpected<Fault>(block.error());
    if (!*block) return member;
    const auto ends_well = EndsWell(&**block);
    if (!ends_well) return tl::unexpected<Fault>(ends_well.error());
    if (!*ends_well) {
      member.fault =
          BadMember("the record is not as long as it says it is").fault;
      return member;
    }
    Fill(header, **block, &member);
    return member;
  }

  // True where a blank line, another record or the end follows. Otherwise the
  // length was wrong: a record that the block has swallowed is given back.
  Read<bool> EndsWell(std::string* block) {
    auto line = reader_.Line();
    if (!line) return tl::unexpected<Fault>(line.error());
    if (!*line || (*line)->empty()) return true;
    reader_.PutBack(**line + "\r\n");
    if ((*line)->starts_with(kVersion)) return true;
    if (const std::size_t next = block->find(kNextRecord);
        next != std::string::npos) {
      reader_.PutBack(std::string_view(*block).substr(next));
    }
    return false;
  }

  Member Named(const WarcHeader& header) const {
    Member member;
    member.uri = AddressOf(header);
    member.name = member.uri;
    if (member.name.empty()) member.name = header.Field("warc-record-id");
    if (member.name.empty()) {
      member.name = "record at byte " + std::to_string(offset_);
    }
    member.captured_at = ReadTimestamp(header.Field("warc-date"));
    member.payload_digest = header.Field("warc-payload-digest");
    return member;
  }

  void Fill(const WarcHeader& header, const std::string& block,
            Member* member) {
    const std::string_view type = header.Field("warc-type");
    const std::string_view content = header.Field("content-type");
    if (type == "revisit") {
      member->revisit.emplace();
      member->revisit->refers_uri = header.Field("warc-refers-to-target-uri");
      if (member->revisit->refers_uri.empty()) {
        member->revisit->refers_uri = member->uri;
      }
      member->revisit->refers_time = header.Field("warc-refers-to-date");
    } else if (type == "response" && (content.starts_with("application/http") ||
                                      block.starts_with("HTTP/"))) {
      TakeHttpAnswer(block, options_, member);
    } else if ((type == "resource" || type == "conversion") &&
               !member->uri.starts_with("metadata:")) {
      std::tie(member->media_type, member->charset) = ReadContentType(content);
      member->bytes = block;
    } else {
      member->fault =
          Fault{Error(ErrorCode::kUnsupported,
                      "a " + std::string(type.empty() ? "nameless" : type) +
                          " record, no page"),
                "not_a_document"};
    }
  }

  bool after_bad_ = false;
};

}  // namespace

std::unique_ptr<Container> OpenWarc(std::unique_ptr<ByteStream> stream,
                                    const SourceOptions& options) {
  return std::make_unique<Warc>(std::move(stream), options);
}

}  // namespace concord::source
