#pragma once
// What went wrong, in one closed set of codes plus a sentence for a person.
//
// Why: the command line maps a code to an exit code and a script decides on it;
// a person reads the message. Both come from one value.
//
//   return Fail(ErrorCode::kNotFound, "no report has the id 'r12'");
//   return std::move(error).In("annual.html");   // "annual.html: ..."
//
// Messages are lower case, without a full stop, and end with what the reader
// can do where there is something to do. Values; safe to copy between threads.

#include <string>
#include <string_view>
#include <utility>

namespace concord {

enum class ErrorCode {
  kInvalidArgument,  // the caller's words are wrong; do not retry
  kNotFound,         // the named thing does not exist
  kAlreadyExists,    // it exists and must not be replaced
  kUnsupported,      // a kind of input this program does not read
  kCorrupt,          // the bytes are not what they say they are
  kLimitExceeded,    // a stated limit on size, time or nesting was reached
  kConflict,         // somebody else holds it now (a lock); retry later
  kUnavailable,      // a helper, disk or permission is missing; retry later
  kDiskFull,         // no space left where the archive lies
  kNoArchive,        // there is no archive in this folder
  kIntegrity,        // the archive itself is damaged; see 'concord verify'
  kCancelled,        // interrupted by a person or a signal
  kInternal,         // a broken promise inside the program
};

// Lower-case name as printed in JSON and in the ledger: "not_found".
std::string_view Name(ErrorCode code);

// The exit code of the command line for this error (see README, exit codes).
int ExitCode(ErrorCode code);

class Error {
 public:
  Error(ErrorCode code, std::string message)
      : code_(code), message_(std::move(message)) {}

  ErrorCode code() const { return code_; }
  const std::string& message() const { return message_; }

  // The same error with what was being read put in front of the message.
  Error In(std::string_view where) && {
    message_ = std::string(where) + ": " + message_;
    return std::move(*this);
  }

  friend bool operator==(const Error&, const Error&) = default;

 private:
  ErrorCode code_;
  std::string message_;
};

}  // namespace concord
