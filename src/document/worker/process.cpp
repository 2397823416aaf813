// Poco starts the process and its pipes: it forks with everything allocated
// beforehand, and closes every other descriptor in the child, so that no
// worker holds another's pipe open. Two things it does not do are done here:
// waiting with a deadline (its pipes block) and telling a death by signal from
// an exit (its wait() gives the exit code only).

#include "document/worker/process.h"

#include <Poco/Exception.h>
#include <Poco/Pipe.h>
#include <Poco/Process.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>

#include "document/worker/frames.h"
#include "document/worker/protocol.h"

namespace concord::document {
namespace {

constexpr std::chrono::seconds kStartTime{20};
constexpr int kPipeBytes = 1 << 20;
constexpr std::size_t kMostPrinted = 2000;  // bytes kept of one capture's

void PreparePipeEnd(int fd) {
  ::fcntl(fd, F_SETFD, FD_CLOEXEC);
  ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
  ::fcntl(fd, F_SETPIPE_SZ, kPipeBytes);  // fewer turns; not needed to work
}

// Pipes made by one thread must not be inherited by a child that another
// thread starts before they are marked.
std::mutex& LaunchMutex() {
  static std::mutex mutex;
  return mutex;
}

Deadline In(std::chrono::seconds time) {
  return std::chrono::steady_clock::now() + time;
}

std::uint64_t LongestDocument(const DecodeLimits& limits) {
  return limits.max_text_bytes * 4 + (64u << 20);
}

}  // namespace

struct WorkerProcess::Process {
  Poco::Pipe to;
  Poco::Pipe from;
  Poco::Pipe errors;  // never full: the worker does not wait for it
  std::string printed;
  std::atomic<pid_t> pid{-1};  // Kill() reads it from other threads

  int write_fd() const { return to.writeHandle(); }
  int read_fd() const { return from.readHandle(); }

  // Takes what is there; more than is kept is read and lost.
  void TakeErrors() {
    std::array<char, 4096> buffer{};
    while (true) {
      const ssize_t got =
          ::read(errors.readHandle(), buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return;
      const std::size_t room = kMostPrinted - printed.size();
      printed.append(buffer.data(),
                     std::min(room, static_cast<std::size_t>(got)));
    }
  }

  // Ends the process and its group, and waits for the end.
  void End() {
    if (pid <= 0) return;
    ::kill(-pid, SIGKILL);  // its group, if it has one by now
    ::kill(pid, SIGKILL);
    Reap(0);
  }

  // How the process ended on its own, once its pipe is closed: its wait status.
  // One that closed its pipe and goes on is ended.
  int EndedBy() {
    constexpr int kTurns = 400;
    for (int turn = 0; turn < kTurns; ++turn) {
      const int status = Reap(WNOHANG);
      if (pid <= 0) return status;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    End();
    return 0;
  }

 private:
  int Reap(int flags) {
    int status = 0;
    pid_t ended = 0;
    do {
      ended = ::waitpid(pid, &status, flags);
    } while (ended < 0 && errno == EINTR);
    if (ended == 0) return 0;
    pid = -1;
    TakeErrors();
    errors.close(Poco::Pipe::CLOSE_BOTH);
    to.close(Poco::Pipe::CLOSE_BOTH);
    from.close(Poco::Pipe::CLOSE_BOTH);
    return ended > 0 ? status : 0;
  }
};

WorkerProcess::WorkerProcess(std::unique_ptr<Process> process)
    : process_(std::move(process)) {}

WorkerProcess::~WorkerProcess() { process_->End(); }

void WorkerProcess::Kill() {
  const pid_t pid = process_->pid;
  if (pid > 0) ::kill(pid, SIGKILL);
}

bool WorkerProcess::alive() const { return process_->pid > 0; }

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::Start(
    const std::string& program, const DecodeLimits& limits) {
  auto process = std::make_unique<Process>();
  try {
    const std::lock_guard<std::mutex> lock(LaunchMutex());
    Poco::ProcessHandle handle =
        Poco::Process::launch(program, {"decode-worker"}, &process->to,
                              &process->from, &process->errors);
    process->pid = static_cast<pid_t>(handle.id());
    PreparePipeEnd(process->write_fd());
    PreparePipeEnd(process->read_fd());
    PreparePipeEnd(process->errors.readHandle());
  } catch (const Poco::Exception& exception) {
    return Fail(ErrorCode::kUnavailable,
                "cannot start the decoding worker: " + exception.displayText());
  }
  std::string frame;
  const Deadline deadline = In(kStartTime);
  const bool ready = WriteFrame(process->write_fd(), LimitsFrame(limits),
                                deadline) == FrameStatus::kDone &&
                     ReadFrame(process->read_fd(), 4096, deadline, &frame) ==
                         FrameStatus::kDone &&
                     frame == EncodeFields({kReadyWord});
  if (!ready) {
    process->End();
    return Fail(ErrorCode::kUnavailable,
                "the decoding worker '" + program +
                    "' did not start; check that the program is whole");
  }
  return std::unique_ptr<WorkerProcess>(new WorkerProcess(std::move(process)));
}

std::string WorkerProcess::TakePrinted() {
  if (alive()) process_->TakeErrors();
  std::string lines;
  for (const char c : process_->printed) {
    if (lines.empty() || lines.back() == '\n') lines += "  ";
    const bool plain = (c >= ' ' && c <= '~') || c == '\n';
    lines.push_back(plain ? c : '?');
  }
  if (!lines.empty() && lines.back() != '\n') lines.push_back('\n');
  process_->printed.clear();
  return lines;
}

Result<Document> WorkerProcess::Ask(const source::Capture& capture,
                                    const DecodeLimits& limits) {
  ++asked_;
  TRY_ASSIGN(const std::string answer,
             Exchange(CaptureFrame(capture), LongestDocument(limits), limits));
  return ReadResultFrame(answer);
}

Result<PageImage> WorkerProcess::Render(const RenderRequest& request,
                                        const DecodeLimits& limits) {
  constexpr std::uint64_t kRest = 1u << 20;
  TRY_ASSIGN(const std::string answer,
             Exchange(RenderFrame(request),
                      std::uint64_t{request.max_pixels} + kRest, limits));
  return ReadPageFrame(answer, request);
}

Result<Document> WorkerProcess::AskScanned(const Scan& scan,
                                           const DecodeLimits& limits) {
  TRY_ASSIGN(const std::string answer,
             Exchange(ScanFrame(scan), LongestDocument(limits), limits));
  return ReadResultFrame(answer);
}

// One question, one answer.
Result<std::string> WorkerProcess::Exchange(const std::string& question,
                                            std::uint64_t longest,
                                            const DecodeLimits& limits) {
  const Deadline deadline = In(limits.wall_time);
  std::string frame;
  FrameStatus status = WriteFrame(process_->write_fd(), question, deadline);
  if (status == FrameStatus::kDone) {
    status = ReadFrame(process_->read_fd(), longest, deadline, &frame);
  }
  switch (status) {
    case FrameStatus::kDone:
      return frame;
    case FrameStatus::kTimedOut:
      process_->End();
      return Fail(ErrorCode::kLimitExceeded,
                  "decoding took longer than the limit of " +
                      std::to_string(limits.wall_time.count()) + " s");
    case FrameStatus::kTooLong:
      process_->End();
      return Fail(ErrorCode::kLimitExceeded,
                  "its decoded form is longer than allowed");
    case FrameStatus::kClosed:
      break;
  }
  const int ended = process_->EndedBy();
  if (WIFSIGNALED(ended) && WTERMSIG(ended) == SIGXCPU) {
    return Fail(ErrorCode::kLimitExceeded,
                "decoding took more processor time than the limit of " +
                    std::to_string(limits.processor_time.count()) + " s, or " +
                    std::to_string(limits.page_time.count()) +
                    " s on a page of a PDF");
  }
  const std::string how = WIFSIGNALED(ended)
                              ? "signal " + std::to_string(WTERMSIG(ended))
                              : "exit " + std::to_string(WEXITSTATUS(ended));
  return Fail(ErrorCode::kCorrupt, "the decoder failed on it (" + how + ")");
}

}  // namespace concord::document
