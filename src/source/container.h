#pragma once
// A file that holds files: its members, one after the other.
//
// Internal to the source module. A member that cannot be read comes with its
// fault and the next one follows; a fault of Next() itself ends the archive.

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "concord/source/source.h"
#include "source/byte_stream.h"

namespace concord::source {

struct Member {
  std::string name;  // as the archive has it: bytes, shown but never opened
  std::string uri;   // where a page came from; "" = known by its name only
  std::string bytes;
  MediaType media_type;     // as declared by a server; "" = by content
  std::string charset;      // likewise
  std::string http_header;  // see Capture
  std::optional<std::chrono::sys_seconds> captured_at;
  std::string payload_digest;      // as a web archive states it
  std::optional<Revisit> revisit;  // of the capture with that digest
  std::optional<Fault> fault;      // it cannot be read, or need not be
  std::uint64_t size = 0;          // where `bytes` are not there
};

class Container {
 public:
  virtual ~Container() = default;
  [[nodiscard]] virtual Read<std::optional<Member>> Next() = 0;
  // Something to say of an archive that was read to its end; "" for most.
  virtual std::string Remark() const { return ""; }
};

// Where an archive's bytes come from: a file that is open, or memory.
struct ContainerInput {
  int descriptor = -1;  // at its beginning; < 0 = `bytes`
  std::string bytes;    // also: what was already read of a descriptor
  std::string name;     // of the file, for what is packed without one
};

// Null where `type` and the first bytes are of no archive that is read.
// `head` is at least the first 1,024 bytes, or all.
std::unique_ptr<Container> OpenContainer(const MediaType& type,
                                         std::string_view head,
                                         ContainerInput input,
                                         const SourceOptions& options);

std::unique_ptr<ByteStream> StreamOf(ContainerInput input);

// The kinds, by file. A stream is unpacked already.
std::unique_ptr<Container> OpenWarc(std::unique_ptr<ByteStream> stream,
                                    const SourceOptions& options);
std::unique_ptr<Container> OpenArc(std::unique_ptr<ByteStream> stream,
                                   const SourceOptions& options);
// One file, packed: `name` is its own.
std::unique_ptr<Container> OpenPacked(std::unique_ptr<ByteStream> stream,
                                      std::string name,
                                      const SourceOptions& options);
// ZIP, TAR, 7z and what libarchive unpacks on the way to them.
std::unique_ptr<Container> OpenArchive(ContainerInput input,
                                       const SourceOptions& options);

// "2001-11-13T12:00:00Z", with or without parts of a second; "20011113120000".
std::optional<std::chrono::sys_seconds> ReadTimestamp(std::string_view text);

}  // namespace concord::source
