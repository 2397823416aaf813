#pragma once
// The command line: words in, exit code out.
//
// Data goes to standard output, messages and progress to standard error. The
// exit codes and the JSON are a public contract (README, "The commands").
//
//   int main(int argc, char** argv) { return concord::cli::Run(argc, argv); }

namespace concord::cli {

// Once a process, from its first thread: it takes over the signals that
// interrupt a command.
int Run(int argc, char** argv);

}  // namespace concord::cli
