#pragma once
// SIGINT and SIGTERM ask a run to stop after the current item; asked again half
// a second later or more, the program ends at once. SIGUSR1 asks it to print
// its state. The only global state of the program: a signal handler has nowhere
// else to write.

#include <atomic>

namespace concord::cli {

void InstallSignalHandlers();

// The signal that asked the run to stop, or 0.
const std::atomic<int>& StopSignal();

// True once after each SIGUSR1.
bool StateAsked();

}  // namespace concord::cli
