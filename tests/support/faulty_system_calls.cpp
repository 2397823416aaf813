#include "tests/support/faulty_system_calls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>

namespace concord::testing {
namespace {

bool armed = false;
FaultPlan plan;
int calls = 0;
const char* met_call = nullptr;

// The C library's own version of a call that is replaced below.
template <class Function>
Function* Real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

enum class Verdict { kPass, kFail, kKill };

Verdict Next(const char* name) {
  if (!armed) return Verdict::kPass;
  ++calls;
  if (plan.at == 0 || calls < plan.at) return Verdict::kPass;
  if (calls > plan.at && !plan.and_after) return Verdict::kPass;
  if (met_call == nullptr) met_call = name;
  return plan.kill ? Verdict::kKill : Verdict::kFail;
}

// For calls with nothing to do halfway.
bool Fails(const char* name) {
  const Verdict verdict = Next(name);
  if (verdict == Verdict::kPass) return false;
  if (verdict == Verdict::kKill) ::raise(SIGKILL);
  errno = plan.error_number;
  return true;
}

// A full disk stops only what needs space.
bool NeedsSpace(const char* path, int flags) {
  return (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
}

bool OpenFails(const char* path, int flags) {
  const bool space = NeedsSpace(path, flags);
  if (armed && plan.error_number == ENOSPC && !space) {
    ++calls;
    return false;
  }
  return Fails("open");
}

bool UnlinkFails() {
  if (armed && plan.error_number == ENOSPC) {
    ++calls;
    return false;
  }
  return Fails("unlink");
}

// For writes: `half` writes the first half of the bytes before the end.
template <class Half>
bool WriteFails(const char* name, Half half) {
  const Verdict verdict = Next(name);
  if (verdict == Verdict::kPass) return false;
  if (verdict == Verdict::kKill) {
    half();
    ::raise(SIGKILL);
  }
  errno = plan.error_number;
  return true;
}

}  // namespace

FaultySystemCalls::FaultySystemCalls(FaultPlan new_plan) {
  plan = new_plan;
  calls = 0;
  met_call = nullptr;
  armed = true;
}

FaultySystemCalls::~FaultySystemCalls() { armed = false; }

int FaultySystemCalls::count() const { return calls; }

const char* FaultySystemCalls::failed_call() const {
  return met_call == nullptr ? "none" : met_call;
}

}  // namespace concord::testing

// The names the libraries link against; both spellings of the large-file ones
// are one function on the platforms this runs on.
extern "C" {

int open64(const char* path, int flags, ...) {
  mode_t mode = 0;
  if ((flags & O_CREAT) != 0) {
    va_list arguments;
    va_start(arguments, flags);
    mode = va_arg(arguments, mode_t);
    va_end(arguments);
  }
  if (concord::testing::OpenFails(path, flags)) return -1;
  static auto* real =
      concord::testing::Real<int(const char*, int, mode_t)>("open64");
  return real(path, flags, mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
  static auto* real =
      concord::testing::Real<ssize_t(int, const void*, size_t)>("write");
  if (concord::testing::WriteFails("write",
                                   [&] { real(fd, bytes, size / 2); })) {
    return -1;
  }
  return real(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t offset) {
  static auto* real =
      concord::testing::Real<ssize_t(int, const void*, size_t, off64_t)>(
          "pwrite64");
  if (concord::testing::WriteFails(
          "pwrite", [&] { real(fd, bytes, size / 2, offset); })) {
    return -1;
  }
  return real(fd, bytes, size, offset);
}

int fsync(int fd) {
  if (concord::testing::Fails("fsync")) return -1;
  static auto* real = concord::testing::Real<int(int)>("fsync");
  return real(fd);
}

int fdatasync(int fd) {
  if (concord::testing::Fails("fdatasync")) return -1;
  static auto* real = concord::testing::Real<int(int)>("fdatasync");
  return real(fd);
}

int ftruncate64(int fd, off64_t size) noexcept {
  if (concord::testing::Fails("ftruncate")) return -1;
  static auto* real = concord::testing::Real<int(int, off64_t)>("ftruncate64");
  return real(fd, size);
}

int rename(const char* from, const char* to) noexcept {
  if (concord::testing::Fails("rename")) return -1;
  static auto* real =
      concord::testing::Real<int(const char*, const char*)>("rename");
  return real(from, to);
}

int unlink(const char* path) noexcept {
  if (concord::testing::UnlinkFails()) return -1;
  static auto* real = concord::testing::Real<int(const char*)>("unlink");
  return real(path);
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (concord::testing::Fails("mkdir")) return -1;
  static auto* real = concord::testing::Real<int(const char*, mode_t)>("mkdir");
  return real(path, mode);
}

}  // extern "C"
