// A program that is a decoding worker, and one that misbehaves when told so by
// its name: the tests link this file to other names.
//
//   hangs   says it is ready, then answers nothing
//   dies    says it is ready, then ends on the first capture
//   babbles says what is no protocol

#include <signal.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <string_view>

#include "concord/document/decode.h"

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
  if (name.ends_with("dies")) {
    HearSomething();  // the limits
    SayReady();
    HearSomething();
    ::raise(SIGSEGV);
  }
  return concord::document::RunDecodeWorker({});
}
