// A power cut: what was written and not synced may be gone, in part or whole.
//
// Loaded in front of the C library (LD_PRELOAD) of the real program, it counts
// the syncs of files below one folder. Before the n-th it writes what a disk
// might hold at that moment into another folder, and kills the process:
//
//   a file that was synced has its bytes of then, or those of now, or of each
//   4,096 bytes the one or the other; a file that never was has nothing in
//   place of its bytes of then;
//   the names are those of now, or those of the last sync: a file system with
//   a journal keeps their order and writes them with every sync.
//
//   CONCORD_POWER_CUT_BELOW=archive CONCORD_POWER_CUT_AT=7
//   CONCORD_POWER_CUT_TO=survived CONCORD_POWER_CUT_SEED=1
//   LD_PRELOAD=libpower_cut.so concord import ...
//
// AT=0 cuts nothing; the number of syncs is then written to the file TO. The
// same seed makes the same choices, but threads may sync in another order.
// Used by tools/power_test.

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;  // what a disk writes whole

std::string Setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string BytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A file whatever its name: an inode is used again, its birth is not.
using File = std::array<std::uint64_t, 3>;

struct Entry {
  File file = {};
  bool is_folder = false;
  bool is_file = false;
};

std::optional<Entry> EntryAt(int folder, const char* path, int flags) {
  struct statx status = {};
  if (::statx(folder, path, flags | AT_SYMLINK_NOFOLLOW,
              STATX_INO | STATX_TYPE | STATX_BTIME, &status) != 0) {
    return std::nullopt;
  }
  return Entry{
      {status.stx_ino, static_cast<std::uint64_t>(status.stx_btime.tv_sec),
       status.stx_btime.tv_nsec},
      S_ISDIR(status.stx_mode),
      S_ISREG(status.stx_mode)};
}

class Disk {
 public:
  Disk()
      : below_(Setting("CONCORD_POWER_CUT_BELOW")),
        to_(Setting("CONCORD_POWER_CUT_TO")),
        at_(std::atoi(Setting("CONCORD_POWER_CUT_AT").c_str())),
        random_(static_cast<unsigned>(
            std::atoi(Setting("CONCORD_POWER_CUT_SEED").c_str()))) {}

  ~Disk() {
    if (Works() && at_ == 0) std::ofstream(to_) << syncs_ << '\n';
  }

  // Syncs `fd` with `sync`, unless the power is cut before.
  template <class Sync>
  int Synced(int fd, Sync sync) {
    const fs::path path = PathOf(fd);
    if (!Works() || !IsBelow(path)) return sync(fd);
    const std::lock_guard lock(mutex_);
    if (++syncs_ == at_) Cut();
    const int result = sync(fd);
    const auto entry = EntryAt(fd, "", AT_EMPTY_PATH);
    if (result == 0 && entry && entry->is_file) {
      synced_[entry->file] = BytesOf(path);
    }
    names_ = NamesNow();
    return result;
  }

 private:
  using Names = std::map<fs::path, Entry>;

  bool Works() const { return !below_.empty() && !to_.empty(); }

  bool IsBelow(const fs::path& path) const {
    return std::mismatch(below_.begin(), below_.end(), path.begin(), path.end())
               .first == below_.end();
  }

  static fs::path PathOf(int fd) {
    std::error_code error;
    return fs::read_symlink("/proc/self/fd/" + std::to_string(fd), error);
  }

  Names NamesNow() const {
    Names names;
    std::error_code error;
    for (fs::recursive_directory_iterator at(below_, error), end;
         !error && at != end; at.increment(error)) {
      const auto entry = EntryAt(AT_FDCWD, at->path().c_str(), 0);
      if (entry) names[at->path()] = *entry;  // else it has just gone
    }
    return names;
  }

  bool Toss() { return random_() % 2 == 0; }

  // Of each page the bytes of the last sync or those of now.
  std::string Mixed(const std::string& synced, const std::string& now) {
    std::string mixed = (Toss() ? synced : now);
    for (std::size_t at = 0; at < mixed.size(); at += kPage) {
      const std::string& from = Toss() ? synced : now;
      const std::size_t end = std::min(at + kPage, mixed.size());
      for (std::size_t i = at; i < end; ++i) {
        mixed[i] = i < from.size() ? from[i] : '\0';
      }
    }
    return mixed;
  }

  std::string Survived(const fs::path& path, const File& file) {
    const auto found = synced_.find(file);
    const std::string synced = found == synced_.end() ? "" : found->second;
    const auto entry = EntryAt(AT_FDCWD, path.c_str(), 0);
    const bool is_there = entry && entry->file == file;
    if (!is_there || random_() % 3 == 0) return synced;
    const std::string now = BytesOf(path);
    return Toss() ? now : Mixed(synced, now);
  }

  [[noreturn]] void Cut() {
    fs::create_directories(to_);
    for (const auto& [path, name] : Toss() ? NamesNow() : names_) {
      const fs::path kept = to_ / path.lexically_relative(below_);
      if (name.is_folder) {
        fs::create_directories(kept);
        continue;
      }
      fs::create_directories(kept.parent_path());
      std::ofstream(kept, std::ios::binary) << Survived(path, name.file);
    }
    ::kill(::getpid(), SIGKILL);
    std::abort();  // not reached
  }

  const fs::path below_;
  const fs::path to_;
  const int at_;
  std::mt19937 random_;
  std::mutex mutex_;
  int syncs_ = 0;
  std::map<File, std::string> synced_;
  Names names_;
};

int Synced(int fd, const char* name) {
  static Disk disk;
  return disk.Synced(fd, [name](int of) {
    return reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, name))(of);
  });
}

}  // namespace

extern "C" {

int fsync(int fd) { return Synced(fd, "fsync"); }

int fdatasync(int fd) { return Synced(fd, "fdatasync"); }

}  // extern "C"
