#include "document/worker/frames.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace concord::document {
namespace {

constexpr std::size_t kLengthBytes = 8;

void AppendLength(std::uint64_t length, std::string* out) {
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    out->push_back(static_cast<char>(length >> (8 * i)));
  }
}

std::uint64_t LengthAt(std::string_view bytes) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i]))
              << (8 * i);
  }
  return length;
}

// Waits until `fd` is ready for `events`.
FrameStatus Await(int fd, short events, Deadline deadline) {
  while (true) {
    int wait = -1;
    if (deadline) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          *deadline - std::chrono::steady_clock::now());
      if (left.count() <= 0) return FrameStatus::kTimedOut;
      wait = static_cast<int>(std::min<std::int64_t>(left.count() + 1, 60000));
    }
    pollfd poll_fd{fd, events, 0};
    const int ready = ::poll(&poll_fd, 1, wait);
    if (ready < 0 && errno != EINTR) return FrameStatus::kClosed;
    if (ready > 0) return FrameStatus::kDone;
  }
}

// Writing into a pipe nobody reads raises SIGPIPE in the writing thread. The
// signal is held back there and taken away again: the handling of signals is
// the program's, not this module's.
class HoldPipeSignal {
 public:
  HoldPipeSignal() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGPIPE);
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &set_, &before_);
  }
  ~HoldPipeSignal() {
    if (!was_pending_) {
      const timespec now{0, 0};
      while (sigtimedwait(&set_, nullptr, &now) < 0 && errno == EINTR) {
      }
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HoldPipeSignal(const HoldPipeSignal&) = delete;
  HoldPipeSignal& operator=(const HoldPipeSignal&) = delete;

 private:
  sigset_t set_{};
  sigset_t before_{};
  bool was_pending_ = false;
};

FrameStatus WriteAll(int fd, std::string_view bytes, Deadline deadline) {
  while (!bytes.empty()) {
    const FrameStatus ready = Await(fd, POLLOUT, deadline);
    if (ready != FrameStatus::kDone) return ready;
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return FrameStatus::kClosed;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return FrameStatus::kDone;
}

FrameStatus ReadAll(int fd, char* out, std::size_t size, Deadline deadline) {
  std::size_t done = 0;
  while (done < size) {
    const FrameStatus ready = Await(fd, POLLIN, deadline);
    if (ready != FrameStatus::kDone) return ready;
    const ssize_t got = ::read(fd, out + done, size - done);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return FrameStatus::kClosed;
    done += static_cast<std::size_t>(got);
  }
  return FrameStatus::kDone;
}

}  // namespace

std::string EncodeFields(const std::vector<std::string_view>& fields) {
  std::string frame;
  std::size_t size = 0;
  for (const std::string_view field : fields) size += field.size() + 8;
  frame.reserve(size);
  for (const std::string_view field : fields) {
    AppendLength(field.size(), &frame);
    frame += field;
  }
  return frame;
}

std::optional<std::vector<std::string_view>> DecodeFields(
    std::string_view frame) {
  std::vector<std::string_view> fields;
  while (!frame.empty()) {
    if (frame.size() < kLengthBytes) return std::nullopt;
    const std::uint64_t length = LengthAt(frame);
    frame.remove_prefix(kLengthBytes);
    if (length > frame.size()) return std::nullopt;
    fields.push_back(frame.substr(0, static_cast<std::size_t>(length)));
    frame.remove_prefix(static_cast<std::size_t>(length));
  }
  return fields;
}

FrameStatus WriteFrame(int fd, std::string_view frame, Deadline deadline) {
  const HoldPipeSignal hold;
  std::string length;
  AppendLength(frame.size(), &length);
  const FrameStatus status = WriteAll(fd, length, deadline);
  return status == FrameStatus::kDone ? WriteAll(fd, frame, deadline) : status;
}

FrameStatus ReadFrame(int fd, std::uint64_t max_bytes, Deadline deadline,
                      std::string* frame) {
  char length[kLengthBytes];
  FrameStatus status = ReadAll(fd, length, sizeof length, deadline);
  if (status != FrameStatus::kDone) return status;
  const std::uint64_t size = LengthAt({length, sizeof length});
  if (size > max_bytes) return FrameStatus::kTooLong;
  frame->resize(static_cast<std::size_t>(size));
  return ReadAll(fd, frame->data(), frame->size(), deadline);
}

}  // namespace concord::document
