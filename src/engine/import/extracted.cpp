#include "engine/import/extracted.h"

#include <Poco/Base64Decoder.h>
#include <Poco/Base64Encoder.h>
#include <Poco/Exception.h>
#include <Poco/JSON/Parser.h>
#include <Poco/StreamCopier.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/json_object.h"
#include "concord/base/digest.h"
#include "concord/extraction/extract.h"
#include "engine/import/rows.h"

namespace concord::engine {
namespace {

std::string ToBase64(const std::string& bytes) {
  std::ostringstream text;
  Poco::Base64Encoder encoder(text);
  encoder.rdbuf()->setLineLength(0);
  encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  encoder.close();
  return text.str();
}

std::string FromBase64(const std::string& text) {
  std::istringstream stream(text);
  Poco::Base64Decoder decoder(stream);
  std::string bytes;
  Poco::StreamCopier::copyToString(decoder, bytes);
  return bytes;
}

JsonObject HeadOf(const PipelineItem& item) {
  const source::SourceItem& from = item.source;
  const bool read = from.capture.has_value();
  JsonObject object = NewObject();
  object.set("type", "document");
  object.set("path", from.path);
  object.set("uri", from.uri);
  object.set("source", OrNull(from.source));
  object.set("media_type",
             OrNull(read ? from.capture->media_type : from.media_type));
  object.set("bytes", read ? from.capture->bytes.size() : from.bytes);
  object.set("digest", OrNull(read ? from.capture->digest : ""));
  object.set("seconds", item.seconds);
  return object;
}

std::string FailedLine(const PipelineItem& item) {
  JsonObject object = HeadOf(item);
  const bool skip =
      !item.error || item.error->code() == ErrorCode::kUnsupported;
  object.set("outcome", skip ? "skipped" : "quarantined");
  const std::string code = item.error ? CodeOf(*item.error) : "revisit";
  object.set("code", item.code.empty() ? code : item.code);
  object.set("reason",
             item.error ? ReasonOf(*item.error) : "a page met again unchanged");
  object.set("stage", OrNull(item.stage));
  return Line(object);
}

// Of what was read from the bytes with this digest.
std::string ReadDigest(const std::string& bytes, const std::string& document,
                       const std::string& stored) {
  return Sha256Hex(bytes + "\n" + document + "\n" + stored);
}

// What the record keeps, so that nothing is lost on the way to it.
void AddStored(const PipelineItem& item, JsonObject* object) {
  const source::Capture& capture = *item.source.capture;
  object->set("has_address", capture.has_address);
  object->set("http_header", capture.http_header);
  object->set("captured_at",
              capture.captured_at
                  ? capture.captured_at->time_since_epoch().count()
                  : std::int64_t{0});
  const std::string document = document::ToJson(item.document);
  const std::string stored = extraction::ToStoredJson(item.extraction);
  object->set("document", document);
  object->set("stored", stored);
  object->set("read_digest", ReadDigest(capture.digest, document, stored));
  object->set("original", ToBase64(capture.bytes));
}

PipelineItem FailedItem(const JsonObject& object, PipelineItem item) {
  const std::string outcome = object.optValue<std::string>("outcome", "");
  item.error = Error(
      outcome == "skipped" ? ErrorCode::kUnsupported : ErrorCode::kCorrupt,
      object.optValue<std::string>("reason", ""));
  item.code = object.optValue<std::string>("code", "");
  item.stage = object.optValue<std::string>("stage", "");
  return item;
}

Result<PipelineItem> ItemOf(const JsonObject& object) {
  const auto text = [&](const char* name) {
    return object.optValue<std::string>(name, "");
  };
  if (text("type") != "document") {
    return Fail(ErrorCode::kCorrupt, "the line is no extracted document");
  }
  PipelineItem item;
  item.source.path = text("path");
  item.source.uri = text("uri");
  item.source.source = text("source");
  item.source.media_type = text("media_type");
  item.source.bytes = object.optValue<std::uint64_t>("bytes", 0);
  item.seconds = object.optValue<double>("seconds", 0);
  if (text("outcome") != "extracted") return FailedItem(object, item);
  if (!object.has("stored") || !object.has("original") ||
      !object.has("read_digest")) {
    return Fail(ErrorCode::kInvalidArgument,
                "the line was not written for import; use 'concord extract "
                "--stream --for-import'");
  }
  if (text("read_digest") !=
      ReadDigest(text("digest"), text("document"), text("stored"))) {
    return Fail(ErrorCode::kCorrupt,
                "the text or what was found in it is not what was written; "
                "extract it again");
  }
  source::Capture capture;
  capture.uri = item.source.uri;
  capture.path = item.source.path;
  capture.digest = text("digest");
  capture.media_type = item.source.media_type;
  capture.has_address = object.optValue<bool>("has_address", false);
  capture.http_header = text("http_header");
  const auto time = object.optValue<std::int64_t>("captured_at", 0);
  if (time != 0) {
    capture.captured_at = std::chrono::sys_seconds(std::chrono::seconds(time));
  }
  capture.bytes = FromBase64(text("original"));
  item.source.capture = std::move(capture);
  TRY_ASSIGN(item.document, document::FromJson(text("document")));
  TRY_ASSIGN(item.extraction, extraction::FromStoredJson(text("stored")));
  return item;
}

}  // namespace

std::string ExtractedLine(const PipelineItem& item, bool for_import) {
  if (item.error || !item.source.capture) return FailedLine(item);
  JsonObject object = HeadOf(item);
  object.set("outcome", "extracted");
  if (for_import) AddStored(item, &object);
  std::string line = Line(object);
  line.pop_back();  // the closing brace
  return line + ",\"extraction\":" +
         extraction::ToJson(item.extraction, item.document,
                            {.with_text = true, .indent = 0}) +
         "}";
}

Result<PipelineItem> ReadExtractedLine(std::string_view line) {
  try {
    Poco::JSON::Parser parser;
    const auto object =
        parser.parse(std::string(line)).extract<JsonObject::Ptr>();
    return ItemOf(*object);
  } catch (const Poco::Exception& exception) {
    return Fail(ErrorCode::kCorrupt,
                "the line is no JSON object: " + exception.displayText());
  }
}

struct ExtractedReader::State {
  std::vector<std::string> paths;
  std::uint64_t limit = 0;
  std::size_t next_path = 0;
  std::uint64_t given = 0;
  std::string path;  // being read; "" = none
  std::uint64_t number = 0;
  std::ifstream file;

  std::istream& stream() { return path == "-" ? std::cin : file; }
};

ExtractedReader::ExtractedReader(std::vector<std::string> paths,
                                 std::uint64_t limit)
    : state_(new State{.paths = std::move(paths), .limit = limit}) {}

ExtractedReader::~ExtractedReader() = default;

bool ExtractedReader::Next(PipelineItem* item) {
  State& state = *state_;
  while (state.limit == 0 || state.given < state.limit) {
    if (state.path.empty()) {
      if (state.next_path == state.paths.size()) return false;
      state.path = state.paths[state.next_path++];
      state.number = 0;
      state.file = std::ifstream();
      if (state.path != "-") state.file.open(state.path, std::ios::binary);
      if (!state.stream()) {
        item->source.path = state.path;
        item->error = Error(ErrorCode::kNotFound,
                            state.path + ": " + std::strerror(errno));
        item->stage = "source";
        state.path.clear();
        ++state.given;
        return true;
      }
    }
    std::string line;
    if (!std::getline(state.stream(), line)) {
      state.path.clear();
      continue;
    }
    ++state.number;
    if (line.empty()) continue;
    ++state.given;
    Result<PipelineItem> read = ReadExtractedLine(line);
    if (read) {
      *item = std::move(*read);
      return true;
    }
    item->source.path = state.path + ":" + std::to_string(state.number);
    item->error = std::move(read.error());
    item->stage = "source";
    return true;
  }
  return false;
}

}  // namespace concord::engine
