// A program that is a decoding worker, and one that misbehaves when told so by
// its name: the tests link this file to other names.
//
//   hangs   says it is ready, then answers nothing
//   dies    says it is ready, then ends on the first capture, and why
//   shouts  as dies, with more last words than there is room for
//   babbles says what is no protocol
//   escapes limits itself as a worker does, tries what it must not, and answers
//           with the names of what it could do

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <string_view>

#include "concord/document/decode.h"
#include "document/worker/frames.h"
#include "document/worker/limits.h"
#include "document/worker/protocol.h"

namespace {

void Say(std::string_view bytes) {
  if (::write(STDOUT_FILENO, bytes.data(), bytes.size()) < 0) ::_exit(3);
}

std::string Length(std::size_t length) {
  std::string bytes(8, '\0');
  bytes[0] = static_cast<char>(length);
  return bytes;
}

void SayReady() {
  const std::string word = "ready 1";
  Say(Length(8 + word.size()) + Length(word.size()) + word);
}

void HearSomething() {
  char buffer[64];
  while (::read(STDIN_FILENO, buffer, sizeof buffer) < 0) {
  }
}

// What a limited worker could do all the same.
std::string Escapes() {
  std::string done;
  if (::open("/etc/hostname", O_RDONLY) >= 0) done += " read-file";
  if (::open("/tmp/concord-escape", O_WRONLY | O_CREAT, 0600) >= 0) {
    done += " write-file";
  }
  if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) done += " socket";
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  if (child > 0) {
    ::waitpid(child, nullptr, 0);
    done += " fork";
  }
  if (::kill(::getppid(), 0) == 0) done += " signal";
  char* const nothing[] = {nullptr};
  ::execve("/bin/true", nothing, nothing);  // does not come back if it works
  if (::environ != nullptr && *::environ != nullptr) done += " environment";
  return done;
}

void AnswerWithEscapes() {
  using concord::document::ReadFrame;
  using concord::document::ResultFrame;
  std::string frame;
  ReadFrame(STDIN_FILENO, 1u << 20, {}, &frame);
  SayReady();
  ReadFrame(STDIN_FILENO, 1u << 20, {}, &frame);
  concord::document::WriteFrame(
      STDOUT_FILENO,
      ResultFrame(concord::Fail(concord::ErrorCode::kUnsupported,
                                "could:" + Escapes())),
      {});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || std::strcmp(argv[1], "decode-worker") != 0) return 2;
  const std::string_view name = argv[0];
  if (name.ends_with("babbles")) {
    Say("Hello, I am no worker at all, and I speak no protocol.\n");
    return 0;
  }
  if (name.ends_with("hangs")) {
    SayReady();
    while (true) ::pause();
  }
  if (name.ends_with("escapes")) {
    concord::document::PrepareSelf();
    concord::document::LimitSelf({});
    AnswerWithEscapes();
    return 0;
  }
  if (name.ends_with("dies") || name.ends_with("shouts")) {
    if (name.ends_with("shouts")) concord::document::PrepareSelf();
    HearSomething();  // the limits
    SayReady();
    HearSomething();
    const std::string line = "the tree of \x01 is broken\n";
    int lines = name.ends_with("shouts") ? 20000 : 1;
    while (lines-- > 0) {
      if (::write(STDERR_FILENO, line.data(), line.size()) < 0) continue;
    }
    ::raise(SIGSEGV);
  }
  return concord::document::RunDecodeWorker({});
}
