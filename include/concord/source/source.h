#pragma once
// Paths in, captures out.
//
// Walks files and folders in name order, hidden ones too, without following
// links out of the tree or into loops, and never blocks on a pipe or device. An
// item that cannot be read is returned with its error; the walk goes on.
//
// What counts as an item: everything that is no folder, once, and each folder
// that cannot be listed. So the items of a folder are `find FOLDER ! -type d`,
// and where it holds no links, pipes and devices, `find FOLDER -type f`. Inside
// a folder a symbolic link is not followed and is an item skipped with that
// reason, as is a pipe, socket or device; a link given as a start path is
// followed. A folder that is an archive of Concord's own, recognised by what it
// holds, is one item skipped with the code "concord_archive", and none where
// `since` is given: an import changes its own archive all the time.
//
// Archives are read through: ZIP, TAR, 7z, gzip, bzip2, xz and zstd, nested,
// and web archives (WARC 1.0 and 1.1, ARC, plain or compressed). Each member is
// an item with an address like "archive.zip!/inner/name"; folders inside are
// not. Nothing is written anywhere: a name in an archive is only ever shown.
//
//   SourceWalk walk({"archive/"}, options);
//   while (auto item = walk.Next()) ...
//
// Not thread-safe: one walker, one thread.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/source/capture.h"

namespace concord::source {

// How pages are asked for by their addresses.
struct WebOptions {
  std::chrono::milliseconds delay{1000};  // between two requests to a host
  std::chrono::seconds timeout{30};       // for one page
  unsigned max_redirects = 5;
  bool other_hosts = false;    // follow a redirect to another host
  bool allow_private = false;  // this machine and private networks
  // Addresses as given that need not be asked for: items with code "fetched".
  std::set<std::string> settled;
};

// A file that came inside another: of an e-mail.
struct EnclosedFile {
  std::string name;      // "" = none was given
  MediaType media_type;  // as declared
  std::string bytes;
};

struct SourceOptions {
  // Larger files and members are refused, unread; an archive may be larger.
  std::uint64_t max_bytes = 64u << 20;
  bool read_archives = true;              // else an archive is one capture
  std::uint32_t max_depth = 5;            // archives inside archives
  std::uint64_t max_members = 1'000'000;  // of one archive
  // All that one file holds, at every depth, may be `max_ratio` times its
  // size and `max_slack` bytes: what is more is a bomb.
  std::uint64_t max_ratio = 200;
  std::uint64_t max_slack = 256u << 20;
  // Files last changed before are passed over and are no items.
  std::optional<std::chrono::sys_seconds> since;
  WebOptions web;
  // Gives the attachments of an e-mail, each of which is then an item after the
  // e-mail's own. Who walks provides it, for this module reads no mail.
  std::function<std::vector<EnclosedFile>(std::string_view message)>
      attachments;
};

class SourceWalk {
 public:
  SourceWalk(std::vector<std::string> paths, SourceOptions options);
  ~SourceWalk();
  SourceWalk(const SourceWalk&) = delete;
  SourceWalk& operator=(const SourceWalk&) = delete;

  // The next item, or nullopt at the end. A missing start path is one item
  // with kNotFound; the start path "-" is standard input, and one that begins
  // with "http://" or "https://" is a page to be fetched.
  std::optional<SourceItem> Next();
  // Ends waiting for web servers: what is being fetched fails, as does all
  // that is fetched later. From any thread.
  void Cancel();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// How many items a walk of `paths` would return, without reading files, and so
// without the members of archives. "-" counts as one.
std::uint64_t CountItems(const std::vector<std::string>& paths,
                         const SourceOptions& options = {});

// All of standard input as one capture.
[[nodiscard]] Result<Capture> ReadStandardInput(const SourceOptions& options,
                                                std::string uri);

// One file as a capture. kNotFound, kUnavailable (permission, vanished),
// kLimitExceeded; kUnsupported for an empty file and for what is no file.
[[nodiscard]] Result<Capture> ReadCapture(const std::string& path,
                                          const SourceOptions& options);

// Media type of `bytes` by their content first, by the name only to tell kinds
// of text apart. "" never: unknown binary is application/octet-stream.
MediaType SniffMediaType(std::string_view bytes, std::string_view name);

// file:// URI of an absolute, percent-encoded path, and back: nullopt for what
// is no such URI. Every byte of a name survives.
std::string FileUri(const std::string& path);
std::optional<std::string> PathOfFileUri(std::string_view uri);

// True for a start path that is a page to be fetched.
bool IsWebAddress(std::string_view path);

// True for the media types that a walk reads through.
bool IsContainer(const MediaType& type);

}  // namespace concord::source
