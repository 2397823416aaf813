#include "document/worker/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "document/charset_guess.h"
#include "document/pdf/pages.h"

namespace concord::document {
namespace {

#if defined(CONCORD_SANITIZED)
constexpr bool kSanitized = true;  // maps terabytes and starts threads
#else
constexpr bool kSanitized = false;
#endif

void Limit(decltype(RLIMIT_AS) resource, std::uint64_t most) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return;
  const rlim_t value = std::min<rlim_t>(most, limit.rlim_max);
  limit = {value, value};
  ::setrlimit(resource, &limit);
}

// What a dying library prints goes into the log of the item where the program
// reads it (it never waits: what finds no room is lost), and else nowhere.
void KeepErrorsApart() {
  struct stat where {};
  if (::fstat(STDERR_FILENO, &where) == 0 && S_ISFIFO(where.st_mode)) {
    ::fcntl(STDERR_FILENO, F_SETFL,
            ::fcntl(STDERR_FILENO, F_GETFL) | O_NONBLOCK);
    return;
  }
  if (kSanitized) return;
  const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (null < 0) return;
  ::dup2(null, STDERR_FILENO);
  ::close(null);
}

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;  // no filter
#endif

// Calls that no decoder makes.
constexpr std::array kRefused = {
#if defined(__x86_64__)
    SYS_open,
    SYS_creat,
    SYS_fork,
    SYS_vfork,
    SYS_unlink,
    SYS_rename,
    SYS_mkdir,
    SYS_symlink,
    SYS_link,
    SYS_chmod,
#endif
    SYS_openat,
    SYS_openat2,
    SYS_clone,
    SYS_clone3,
    SYS_execve,
    SYS_execveat,
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept4,
    SYS_sendto,
    SYS_ptrace,
    SYS_kill,
    SYS_tkill,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_symlinkat,
    SYS_linkat,
    SYS_mount,
    SYS_umount2,
    SYS_setns,
    SYS_unshare,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_keyctl,
    SYS_io_uring_setup,
    SYS_pidfd_open,
    SYS_memfd_create,
    SYS_userfaultfd};

// Refused calls return an error and the decoder goes on: libraries try files
// that need not exist.
void RefuseCalls() {
  const bool refused_already = ::prctl(PR_GET_SECCOMP, 0, 0, 0, 0) > 0;
  if (kArchitecture == 0 || refused_already) return;
  constexpr auto kCount = static_cast<std::uint8_t>(kRefused.size());
  std::vector<sock_filter> filter = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::uint8_t i = 0; i < kCount; ++i) {
    const auto to_refusal = static_cast<std::uint8_t>(kCount - i);
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                              static_cast<std::uint32_t>(kRefused[i]),
                              to_refusal, 0));
  }
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  filter.push_back(
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & 0xFFFF)));
  const sock_fprog program = {static_cast<unsigned short>(filter.size()),
                              filter.data()};
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

}  // namespace

void AllowProcessorTime(std::chrono::seconds time) {
  rusage usage{};
  rlimit limit{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0 ||
      ::getrlimit(RLIMIT_CPU, &limit) != 0) {
    return;
  }
  const auto used = static_cast<rlim_t>(usage.ru_utime.tv_sec) +
                    static_cast<rlim_t>(usage.ru_stime.tv_sec);
  const auto more =
      static_cast<rlim_t>(std::max<std::int64_t>(time.count(), 1));
  limit.rlim_cur = std::min(limit.rlim_max, used + more + 1);
  ::setrlimit(RLIMIT_CPU, &limit);
}

void LimitSelf(const DecodeLimits& limits) {
  Limit(RLIMIT_CORE, 0);
  Limit(RLIMIT_FSIZE, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (kSanitized) return;
  Limit(RLIMIT_AS, limits.memory_bytes);
  Limit(RLIMIT_NPROC, 0);
  Limit(RLIMIT_NOFILE, 3);
  RefuseCalls();
}

void PrepareSelf() {
  ::setpgid(0, 0);  // so that a kill takes the worker and nothing else
  ::clearenv();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  KeepErrorsApart();
  // Loads ICU's and poppler's tables before files can no longer be opened.
  ByteTable table{};
  LoadByteTable("macintosh", &table);
  PreparePdf();
  PrintPdfErrors();
}

}  // namespace concord::document
