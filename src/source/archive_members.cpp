// ZIP, TAR, 7z and packed streams through libarchive.
//
// A name in an archive may be anything: "../../etc/passwd", an absolute path, a
// link to one. Here it is only shown: members are read into memory, never
// written, so there is no path for it to lead to.

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>

#include "concord/source/password.h"
#include "source/container.h"

namespace concord::source {
namespace {

constexpr std::size_t kBlock = 1 << 16;

// libarchive gives no name at all for one that is not ASCII unless the locale
// of the thread is of UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() : ours_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (ours_ != nullptr) before_ = uselocale(ours_);
  }
  ~Utf8Locale() {
    if (ours_ == nullptr) return;
    uselocale(before_);
    freelocale(ours_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t ours_;
  locale_t before_ = nullptr;
};

struct FreeArchive {
  void operator()(archive* one) const { archive_read_free(one); }
};

class Archive : public Container {
 public:
  Archive(ContainerInput input, const SourceOptions& options)
      : input_(std::move(input)),
        options_(options),
        archive_(archive_read_new()) {}

  Read<std::optional<Member>> Next() override {
    const Utf8Locale locale;
    if (!opened_) {
      opened_ = true;
      if (Open() < ARCHIVE_WARN) return Broken();
    }
    archive_entry* entry = nullptr;
    while (true) {
      const int status = archive_read_next_header(archive_.get(), &entry);
      if (status == ARCHIVE_EOF) return std::nullopt;
      if (status < ARCHIVE_WARN) return Broken();
      if (archive_entry_filetype(entry) != AE_IFDIR) break;
    }
    return ReadMember(entry);
  }

 private:
  int Open() {
    archive_read_support_format_zip(archive_.get());
    archive_read_support_format_tar(archive_.get());
    archive_read_support_format_7zip(archive_.get());
    archive_read_support_filter_all(archive_.get());
    if (input_.descriptor < 0) {
      return archive_read_open_memory(archive_.get(), input_.bytes.data(),
                                      input_.bytes.size());
    }
    if (input_.bytes.empty()) {
      return archive_read_open_fd(archive_.get(), input_.descriptor, kBlock);
    }
    // The head of a pipe was read to see what it is.
    stream_ = StreamOf(std::move(input_));
    block_.resize(kBlock);
    return archive_read_open(archive_.get(), this, nullptr, &ReadBlock,
                             nullptr);
  }

  static la_ssize_t ReadBlock(archive* /*library*/, void* self,
                              const void** block) {
    auto& me = *static_cast<Archive*>(self);
    const auto got = me.stream_->ReadSome(me.block_.data(), me.block_.size());
    *block = me.block_.data();
    return got ? static_cast<la_ssize_t>(*got) : -1;
  }

  std::string Said() const {
    const char* said = archive_error_string(archive_.get());
    return said == nullptr ? "it cannot be read" : said;
  }

  tl::unexpected<Fault> Broken() const {
    const std::string said = Said();
    // The library has words and no codes for these.
    if (said.find("ncrypt") != std::string::npos ||
        said.find("assphrase") != std::string::npos) {
      return tl::unexpected(
          Fault{PasswordRequired(), std::string(kPasswordRequired)});
    }
    const bool early = said.find("runcated") != std::string::npos;
    return FaultOf(ErrorCode::kCorrupt, "the archive is damaged: " + said,
                   early ? "truncated" : "damaged");
  }

  Member ReadMember(archive_entry* entry) {
    Member member;
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) name = archive_entry_pathname_utf8(entry);
    member.name = name == nullptr || *name == '\0' ? "(no name)" : name;
    if (archive_entry_size_is_set(entry) != 0) {
      member.size = static_cast<std::uint64_t>(
          std::max<la_int64_t>(archive_entry_size(entry), 0));
    }
    const time_t changed = archive_entry_mtime(entry);
    if (archive_entry_mtime_is_set(entry) != 0) {
      member.captured_at =
          std::chrono::sys_seconds(std::chrono::seconds(changed));
    }
    if (archive_entry_filetype(entry) != AE_IFREG ||
        archive_entry_hardlink(entry) != nullptr) {
      member.fault = Fault{
          Error(ErrorCode::kUnsupported, "a link or device in an archive"),
          "not_a_file"};
    } else if (archive_entry_is_encrypted(entry) != 0) {
      member.fault = Fault{PasswordRequired(), std::string(kPasswordRequired)};
    } else {
      ReadBytes(&member);
    }
    return member;
  }

  // A member that is larger than allowed is passed over block by block, so
  // that a bomb is noticed by what it has cost.
  void ReadBytes(Member* member) {
    std::string block(kBlock, '\0');
    std::uint64_t size = 0;
    while (true) {
      const la_ssize_t got =
          archive_read_data(archive_.get(), block.data(), block.size());
      if (got == 0) break;
      if (got < 0) {
        member->bytes.clear();
        member->fault = Broken().value();
        return;
      }
      size += static_cast<std::uint64_t>(got);
      if (size <= options_.max_bytes) {
        member->bytes.append(block, 0, static_cast<std::size_t>(got));
      } else {
        member->bytes.clear();
      }
      if (size > options_.max_bytes + options_.max_slack) break;
    }
    member->size = size;
    if (size > options_.max_bytes) {
      member->fault = TooLarge(options_.max_bytes);
    }
  }

  ContainerInput input_;
  SourceOptions options_;
  std::unique_ptr<ByteStream> stream_;
  std::string block_;
  std::unique_ptr<archive, FreeArchive> archive_;
  bool opened_ = false;
};

// One file in a packed stream: report.html.gz.
class Packed : public Container {
 public:
  Packed(std::unique_ptr<ByteStream> stream, std::string name,
         const SourceOptions& options)
      : stream_(std::move(stream)), name_(std::move(name)), options_(options) {}

  Read<std::optional<Member>> Next() override {
    if (done_) return std::nullopt;
    done_ = true;
    Member member;
    member.name = name_;
    std::string block(kBlock, '\0');
    while (true) {
      const auto got = stream_->ReadSome(block.data(), block.size());
      if (!got) {
        member.fault = got.error();
        member.fault->error =
            Error(got.error().error.code(), got.error().error.message() + "; " +
                                                std::to_string(member.size) +
                                                " bytes came before");
        member.bytes.clear();
        break;
      }
      if (*got == 0) break;
      member.size += *got;
      member.bytes.append(block, 0, *got);
      if (member.size <= options_.max_bytes) continue;
      member.bytes.clear();
      member.fault = TooLargeUnpacked(options_.max_bytes);
      break;
    }
    return member;
  }

  std::string Remark() const override {
    const std::uint64_t garbage = stream_->Garbage();
    return garbage == 0
               ? ""
               : std::to_string(garbage) + " bytes after the end are no gzip";
  }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::string name_;
  SourceOptions options_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Container> OpenArchive(ContainerInput input,
                                       const SourceOptions& options) {
  return std::make_unique<Archive>(std::move(input), options);
}

std::unique_ptr<Container> OpenPacked(std::unique_ptr<ByteStream> stream,
                                      std::string name,
                                      const SourceOptions& options) {
  return std::make_unique<Packed>(std::move(stream), std::move(name), options);
}

}  // namespace concord::source
