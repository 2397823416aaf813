#include "concord/base/limited_program.h"

#include <Poco/Environment.h>
#include <Poco/Exception.h>
#include <Poco/Path.h>
#include <Poco/Process.h>

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

}  // namespace

Result<> RunLimited(const LimitedProgram& program) {
  if (!IsOnPath(program.name)) return Absent(program);
  try {
    const int code =
        Poco::Process::wait(Poco::Process::launch("timeout", Words(program)));
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
