// Files and the members of archives, one after the other.
//
// Archives that are open lie on a stack, the innermost last, so that depth
// costs no recursion and every member comes before its archive.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "concord/base/digest.h"
#include "source/container.h"
#include "source/paths.h"
#include "source/read.h"
#include "source/tree.h"
#include "source/web_client.h"
#include "source/web_payload.h"

namespace concord::source {
namespace {

constexpr std::size_t kHead = 1 << 13;

// How many pages met by a walk can be recognised when met again.
constexpr std::size_t kMostRemembered = 200'000;

// An archive being read. Its own item is made when it ends.
struct Opened {
  std::unique_ptr<Container> container;
  SourceItem item;             // of the archive itself, but for how it ended
  bool has_been_told = false;  // its own item came first
  std::uint64_t members = 0;
  std::unordered_map<std::size_t, std::uint32_t> names;  // by hash: times met
};

// The attachments of an e-mail, which is an item of its own already.
class Enclosed : public Container {
 public:
  explicit Enclosed(std::vector<EnclosedFile> files)
      : files_(std::move(files)) {}

  Read<std::optional<Member>> Next() override {
    if (next_ == files_.size()) return std::nullopt;
    EnclosedFile& file = files_[next_++];
    Member member;
    member.name = file.name.empty() ? "attachment " + std::to_string(next_)
                                    : std::move(file.name);
    member.media_type = std::move(file.media_type);
    member.bytes = std::move(file.bytes);
    return member;
  }

 private:
  std::vector<EnclosedFile> files_;
  std::size_t next_ = 0;
};

// What all archives inside one file have cost together.
struct Cost {
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
};

// A file restored with an old time of writing has a new one of change.
bool IsTooOld(const std::string& path, const SourceOptions& options) {
  struct stat status {};
  if (!options.since || ::stat(path.c_str(), &status) != 0) return false;
  const auto changed = std::max(status.st_mtime, status.st_ctime);
  return std::chrono::sys_seconds(std::chrono::seconds(changed)) <
         *options.since;
}

// Every import changes the archive it writes: who asks for what has changed
// since (a watch above all) does not mean that.
bool PassesOver(const Found& found, const SourceOptions& options) {
  return options.since && found.code == kConcordArchive;
}

}  // namespace

struct SourceWalk::State {
  State(std::vector<std::string> paths, SourceOptions wanted)
      : tree(std::move(paths)), options(std::move(wanted)) {}
  ~State() { CloseFile(); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::optional<SourceItem> Next() {
    while (true) {
      if (!opened.empty()) {
        if (auto item = NextOfArchive()) return item;
        continue;
      }
      CloseFile();
      std::optional<Found> found = tree.Next();
      if (!found) return std::nullopt;
      if (auto item = Visit(std::move(*found))) return item;
    }
  }

  // Nothing for an archive, which is opened, and for what is too old.
  std::optional<SourceItem> Visit(Found found) {
    SourceItem item;
    item.path = DisplayPath(found.path);
    if (found.path == "-" && !found.error) return VisitStandardInput();
    if (IsWebAddress(found.path)) return VisitAddress(found.path);
    item.uri = item.source = FileUri(found.path);
    if (PassesOver(found, options)) return std::nullopt;
    if (found.error) {
      item.error = std::move(found.error);
      item.code = std::move(found.code);
      return item;
    }
    if (IsTooOld(found.path, options)) return std::nullopt;
    if (options.read_archives && OpenFile(found.path, &item)) {
      return std::nullopt;
    }
    TakeFile(found.path, &item);
    if (item.capture) {
      cost = {.packed = item.capture->bytes.size()};
      OpenMail(item);
    }
    return item;
  }

  // What comes after the item of an e-mail: its attachments.
  void OpenMail(const SourceItem& item) {
    if (!options.read_archives || !options.attachments ||
        item.capture->media_type != "message/rfc822" ||
        opened.size() >= options.max_depth) {
      return;
    }
    std::vector<EnclosedFile> files = options.attachments(item.capture->bytes);
    if (files.empty()) return;
    Opened one;
    one.container = std::make_unique<Enclosed>(std::move(files));
    one.item = {.path = item.path, .uri = item.uri, .source = item.source};
    one.has_been_told = true;
    opened.push_back(std::move(one));
  }

  void TakeFile(const std::string& path, SourceItem* item) {
    Result<Capture> capture = ReadCapture(path, options);
    if (capture) {
      item->capture = std::move(*capture);
    } else {
      item->error = std::move(capture.error());
      if (item->error->message().ends_with("the file is empty")) {
        item->code = "empty";
      } else if (item->error->message().find(
                     ": it changed while it was read") != std::string::npos) {
        item->code = "changing";
      }
    }
  }

  // True where the file is an archive: it is open then.
  bool OpenFile(const std::string& path, SourceItem* item) {
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0 ||
        !S_ISREG(status.st_mode)) {
      return false;
    }
    DescriptorStream stream(descriptor);
    const auto head = ReadUpTo(stream, kHead);
    if (!head || ::lseek(descriptor, 0, SEEK_SET) != 0) return false;
    MediaType type = ContainerType(*head, path);
    if (type.empty()) return false;
    const auto size = static_cast<std::uint64_t>(status.st_size);
    // Which ZIP is an office document is seen in the whole of it only.
    if (type == "application/zip" && size <= options.max_bytes) {
      const Result<Capture> whole = ReadCapture(path, options);
      if (!whole || whole->media_type != type) return false;
    }
    ContainerInput input{.descriptor = descriptor, .name = path};
    cost = {.packed = size};
    Push(type, *head, std::move(input), std::move(*item), size);
    return true;
  }

  std::optional<SourceItem> VisitAddress(const std::string& address) {
    SourceItem item;
    item.path = item.uri = DisplayPath(address);
    item.source = address;
    if (options.web.settled.contains(address)) {
      item.error =
          Error(ErrorCode::kUnsupported,
                "it was fetched within the last day; --refetch asks again");
      item.code = "fetched";
      return item;
    }
    if (!web) web = std::make_unique<WebClient>(options, &cancellation);
    Member member = web->Fetch(address);
    item.media_type = member.media_type;
    if (member.fault) {
      item.error = std::move(member.fault->error);
      item.code = std::move(member.fault->code);
      return item;
    }
    item.uri = DisplayPath(member.uri);
    cost = {.packed = member.bytes.size()};
    return TakeBytes(std::move(member), std::move(item));
  }

  std::optional<SourceItem> VisitStandardInput() {
    SourceItem item{.path = "-", .uri = "stdin:"};
    DescriptorStream stream(STDIN_FILENO);
    Read<std::string> head = ReadUpTo(stream, kHead);
    const MediaType type =
        head && options.read_archives ? ContainerType(*head, "-") : MediaType();
    // A ZIP lists its members at its end: it is read whole, as a document is.
    if (!type.empty() && type != "application/zip" &&
        type != "application/x-7z-compressed") {
      // What is read of a pipe cannot be read again, and its size is not
      // known: the bomb's measure is what a member may be.
      cost = {.packed = options.max_slack};
      ContainerInput input{.descriptor = STDIN_FILENO, .bytes = *head};
      Push(type, *head, std::move(input), std::move(item), 0);
      return std::nullopt;
    }
    Result<Capture> capture = ReadRest(head, item.uri, options);
    if (!capture) {
      item.error = std::move(capture.error());
      return item;
    }
    if (options.read_archives && IsContainer(capture->media_type)) {
      cost = {.packed = capture->bytes.size()};
      const std::string start = capture->bytes.substr(0, kHead);
      const std::uint64_t size = capture->bytes.size();
      Push(capture->media_type, start,
           {.bytes = std::move(capture->bytes), .name = "-"}, std::move(item),
           size);
      return std::nullopt;
    }
    item.capture = std::move(*capture);
    return item;
  }

  // "" where these are the first bytes of no archive.
  static MediaType ContainerType(std::string_view head, std::string_view name) {
    if (head.size() >= 512 && head.substr(257).starts_with("ustar")) {
      return "application/x-tar";
    }
    MediaType type = SniffMediaType(head, name);
    // Of a head alone an office document may look like one or like a ZIP.
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
      return "application/zip";
    }
    return IsContainer(type) ? type : MediaType();
  }

  void Push(const MediaType& type, std::string_view head, ContainerInput input,
            SourceItem item, std::uint64_t size) {
    item.media_type = type;
    item.bytes = size;
    Opened one;
    one.container = OpenContainer(type, head, std::move(input), options);
    one.item = std::move(item);
    opened.push_back(std::move(one));
  }

  std::optional<SourceItem> NextOfArchive() {
    Opened& archive = opened.back();
    Read<std::optional<Member>> next = archive.container->Next();
    if (!next) return Ended(next.error());
    if (!*next && archive.has_been_told) {
      opened.pop_back();
      return std::nullopt;
    }
    if (!*next) return Ended(std::nullopt);
    Member member = std::move(**next);
    if (archive.members == options.max_members) {
      return Ended(TooMuch("it has more than " +
                           std::to_string(options.max_members) + " members"));
    }
    cost.unpacked += std::max<std::uint64_t>(member.bytes.size(), member.size);
    if (cost.unpacked > options.max_slack + options.max_ratio * cost.packed) {
      return Ended(TooMuch("unpacked it is more than " +
                           std::to_string(options.max_ratio) +
                           " times its size; it may be a bomb"));
    }
    ++archive.members;
    return TakeMember(std::move(member));
  }

  static Fault TooMuch(const std::string& why) {
    return {Error(ErrorCode::kLimitExceeded, why), "bomb"};
  }

  // The archive's own item. A bomb ends all archives around it too, because
  // what it has cost stays counted.
  SourceItem Ended(const std::optional<Fault>& fault) {
    Opened archive = std::move(opened.back());
    opened.pop_back();
    SourceItem item = std::move(archive.item);
    const std::string members = std::to_string(archive.members) +
                                (archive.members == 1 ? " member" : " members");
    if (fault) {
      item.error = Error(fault->error.code(),
                         fault->error.message() + " (after " + members + ")");
      item.code = fault->code;
    } else {
      const std::string remark = archive.container->Remark();
      item.error =
          Error(ErrorCode::kUnsupported,
                "an archive: its " + members +
                    (archive.members == 1 ? " is an item of its own"
                                          : " are items of their own") +
                    (remark.empty() ? "" : "; " + remark));
      item.code = "container";
    }
    return item;
  }

  // Nothing for an archive, which is opened.
  std::optional<SourceItem> TakeMember(Member member) {
    Opened& archive = opened.back();
    SourceItem item;
    item.is_member = true;
    item.source = archive.item.source;
    const std::uint32_t met =
        ++archive.names[std::hash<std::string>()(member.name)];
    const std::string again = met > 1 ? "#" + std::to_string(met) : "";
    item.path = archive.item.path + "!/" + DisplayPath(member.name) + again;
    item.uri = member.uri.empty()
                   ? archive.item.uri + "!/" + EncodePath(member.name) + again
                   : DisplayPath(member.uri);
    item.media_type = member.media_type;
    item.bytes = std::max<std::uint64_t>(member.bytes.size(), member.size);
    if (member.fault) {
      item.error = std::move(member.fault->error);
      item.code = std::move(member.fault->code);
      return item;
    }
    if (member.revisit) {
      item.captured_at = member.captured_at;
      item.revisit = std::move(member.revisit);
      const auto known = remembered.find(member.payload_digest);
      if (known != remembered.end()) item.revisit->digest = known->second;
      return item;
    }
    return TakeBytes(std::move(member), std::move(item));
  }

  std::optional<SourceItem> TakeBytes(Member member, SourceItem item) {
    if (member.bytes.empty()) {
      item.error = Error(ErrorCode::kUnsupported, "the file is empty");
      item.code = "empty";
      return item;
    }
    MediaType type = MediaTypeOf(member.bytes, member.name, member.media_type);
    if (MediaType inner = ContainerType(
            std::string_view(member.bytes).substr(0, kHead), member.name);
        !inner.empty() && (inner != "application/zip" || inner == type)) {
      if (opened.size() >= options.max_depth) {
        item.error = Error(ErrorCode::kLimitExceeded,
                           "more than " + std::to_string(options.max_depth) +
                               " archives inside each other");
        item.code = "too_deep";
        return item;
      }
      const std::string head = member.bytes.substr(0, kHead);
      const std::uint64_t size = member.bytes.size();
      Push(inner, head, {.bytes = std::move(member.bytes), .name = member.name},
           std::move(item), size);
      return std::nullopt;
    }
    Capture capture;
    capture.uri = item.uri;
    capture.path = item.path;
    capture.digest = Sha256Hex(member.bytes);
    capture.media_type = std::move(type);
    capture.declared_charset = std::move(member.charset);
    capture.captured_at = member.captured_at;
    capture.has_address = !member.uri.empty();
    capture.http_header = std::move(member.http_header);
    capture.bytes = std::move(member.bytes);
    if (!member.payload_digest.empty() && remembered.size() < kMostRemembered) {
      remembered.emplace(std::move(member.payload_digest), capture.digest);
    }
    item.capture = std::move(capture);
    OpenMail(item);
    return item;
  }

  void CloseFile() {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
  }

  Tree tree;
  SourceOptions options;
  int descriptor = -1;  // of the outermost archive
  std::vector<Opened> opened;
  Cancellation cancellation;
  std::unique_ptr<WebClient> web;
  Cost cost;
  std::map<std::string, std::string> remembered;  // payload digest -> SHA-256
};

SourceWalk::SourceWalk(std::vector<std::string> paths, SourceOptions options)
    : state_(std::make_unique<State>(std::move(paths), std::move(options))) {}

SourceWalk::~SourceWalk() = default;

std::optional<SourceItem> SourceWalk::Next() { return state_->Next(); }

void SourceWalk::Cancel() { state_->cancellation.Cancel(); }

std::uint64_t CountItems(const std::vector<std::string>& paths,
                         const SourceOptions& options) {
  Tree tree(paths);
  std::uint64_t count = 0;
  while (const std::optional<Found> found = tree.Next()) {
    if (PassesOver(*found, options)) continue;
    if (found->error || !IsTooOld(found->path, options)) ++count;
  }
  return count;
}

}  // namespace concord::source
