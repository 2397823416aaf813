#include "cli/signals.h"

#include <time.h>

#include <csignal>
#include <cstdint>

namespace concord::cli {
namespace {

std::atomic<int> stop_signal{0};
std::atomic<std::int64_t> stop_asked_at{0};  // milliseconds, monotonic
std::atomic<bool> state_asked{false};

// `timeout`, a shell and some service managers signal the program and then its
// whole group: what comes this soon after the first is the same request.
constexpr std::int64_t kSameRequestMs = 500;

std::int64_t NowMs() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);  // allowed in a signal handler
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

extern "C" void OnStop(int number) {
  const std::int64_t now = NowMs();
  if (stop_signal.exchange(number) == 0) {
    stop_asked_at = now;
    return;
  }
  // Asked again: end at once, since the record is sound at any moment.
  if (now - stop_asked_at > kSameRequestMs) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
}

extern "C" void OnState(int) { state_asked = true; }

void Handle(int number, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

void InstallSignalHandlers() {
  Handle(SIGINT, OnStop);
  Handle(SIGTERM, OnStop);
  Handle(SIGUSR1, OnState);
  std::signal(SIGPIPE, SIG_IGN);
}

const std::atomic<int>& StopSignal() { return stop_signal; }

bool StateAsked() { return state_asked.exchange(false); }

}  // namespace concord::cli
