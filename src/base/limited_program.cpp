#include "concord/base/limited_program.h"

#include <Poco/Environment.h>
#include <Poco/Exception.h>
#include <Poco/Path.h>
#include <Poco/Pipe.h>
#include <Poco/Process.h>

#include <algorithm>
#include <array>

namespace concord {
namespace {

constexpr int kTimedOut = 124;  // of timeout(1)
constexpr int kNotFound = 127;

bool IsOnPath(const std::string& name) {
  Poco::Path found;
  return Poco::Path::find(Poco::Environment::get("PATH", "/usr/bin:/bin"), name,
                          found);
}

tl::unexpected<Error> Absent(const LimitedProgram& program) {
  return Fail(ErrorCode::kUnavailable,
              program.purpose + " needs " + program.name +
                  ", which is not here: apt-get install " + program.package);
}

// All three belong to the base system.
std::vector<std::string> Words(const LimitedProgram& program) {
  std::vector<std::string> words = {std::to_string(program.seconds), "prlimit",
                                    "--as=" + std::to_string(program.bytes),
                                    "env"};
  for (const auto& [name, value] : program.environment) {
    std::string setting = name;
    words.push_back(setting.append("=").append(value));
  }
  words.push_back(program.name);
  words.insert(words.end(), program.arguments.begin(), program.arguments.end());
  return words;
}

// To its end, so that the program never waits for us to read.
std::string Drain(Poco::Pipe* pipe) {
  constexpr std::size_t kMost = 64 << 10;
  std::string text;
  std::array<char, 4096> piece{};
  while (true) {
    const int size =
        pipe->readBytes(piece.data(), static_cast<int>(piece.size()));
    if (size <= 0) return text;
    text.append(piece.data(),
                std::min(static_cast<std::size_t>(size), kMost - text.size()));
  }
}

int RunToEnd(const std::vector<std::string>& words, std::string* said) {
  if (said == nullptr) {
    return Poco::Process::wait(Poco::Process::launch("timeout", words));
  }
  Poco::Pipe printed;
  const Poco::ProcessHandle running =
      Poco::Process::launch("timeout", words, nullptr, &printed, &printed);
  *said = Drain(&printed);
  return Poco::Process::wait(running);
}

}  // namespace

Result<> RunLimited(const LimitedProgram& program, std::string* said) {
  if (!IsOnPath(program.name)) return Absent(program);
  try {
    const int code = RunToEnd(Words(program), said);
    if (code == 0) return {};
    if (code == kNotFound) return Absent(program);
    if (code == kTimedOut) {
      return Fail(ErrorCode::kLimitExceeded,
                  program.purpose + " takes " + program.name + " more than " +
                      std::to_string(program.seconds) + " s");
    }
    return Fail(ErrorCode::kUnavailable, program.name + " ended with code " +
                                             std::to_string(code) + " over " +
                                             program.purpose);
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kUnavailable,
                program.name + ": " + error.displayText());
  }
}

}  // namespace concord
