#include "signals.h"

#include <csignal>

namespace concord::cli {
namespace {

std::atomic<int> stop_signal{0};
std::atomic<bool> state_asked{false};

extern "C" void OnStop(int number) {
  // A second one ends the program at once: the record is sound at any moment.
  if (stop_signal.exchange(number) != 0) {
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
