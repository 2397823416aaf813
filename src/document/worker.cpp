// The worker: limits itself, then decodes what it is handed.
//
// It may open no file and no socket: the limit on open files is the three it
// was born with. It may start no process, write no file, take no more memory
// and processor time than allowed; its environment is empty. What a malicious
// page could make of a fault in the parser is then the answer to that page.

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "concord/document/decode.h"
#include "document/charset_guess.h"
#include "document/frames.h"
#include "document/pdf_pages.h"
#include "document/worker_protocol.h"

namespace concord::document {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
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

// The processor time is counted over the worker's life, so the soft limit moves
// on with every capture; the hard one stays for 500 of them.
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

// Messages of a dying library would mix with the program's own.
void SilenceErrors() {
  const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (null < 0) return;
  ::dup2(null, STDERR_FILENO);
  ::close(null);
}

void LimitSelf(const DecodeLimits& limits) {
  Limit(RLIMIT_CORE, 0);
  Limit(RLIMIT_FSIZE, 0);
  if (kSanitized) return;
  Limit(RLIMIT_AS, limits.memory_bytes);
  Limit(RLIMIT_NPROC, 0);
  Limit(RLIMIT_NOFILE, 3);
}

void PrepareSelf() {
  ::setpgid(0, 0);  // so that a kill takes the worker and nothing else
  ::clearenv();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  if (!kSanitized) SilenceErrors();
  // Loads ICU's tables before files can no longer be opened.
  ByteTable table{};
  LoadByteTable("macintosh", &table);
  PreparePdf();
}

}  // namespace

int RunDecodeWorker(const DecodeLimits& ceiling) {
  PrepareSelf();
  LimitSelf(ceiling);
  AllowProcessorTime(ceiling.processor_time);
  DecodeLimits limits = ceiling;
  std::string frame;
  constexpr std::uint64_t kLimitsSize = 4096;
  if (ReadFrame(STDIN_FILENO, kLimitsSize, {}, &frame) != FrameStatus::kDone ||
      !ReadLimitsFrame(frame, &limits)) {
    return 1;
  }
  limits.memory_bytes = std::min(limits.memory_bytes, ceiling.memory_bytes);
  LimitSelf(limits);
  if (WriteFrame(STDOUT_FILENO, EncodeFields({kReadyWord}), {}) !=
      FrameStatus::kDone) {
    return 1;
  }
  const std::uint64_t longest = limits.max_text_bytes + (1u << 20);
  while (ReadFrame(STDIN_FILENO, longest, {}, &frame) == FrameStatus::kDone) {
    source::Capture capture;
    if (!ReadCaptureFrame(frame, &capture)) return 1;
    frame.clear();
    AllowProcessorTime(limits.processor_time);
    const std::string answer = ResultFrame(Decode(capture, limits));
    if (WriteFrame(STDOUT_FILENO, answer, {}) != FrameStatus::kDone) return 1;
  }
  return 0;
}

}  // namespace concord::document
