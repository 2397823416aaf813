#pragma once
// One decoding worker, as the program sees it.

#include <memory>
#include <string>

#include "concord/document/decode.h"

namespace concord::document {

class WorkerProcess {
 public:
  // Starts `program decode-worker` and waits for its first word. kUnavailable
  // where it cannot be started or does not speak the protocol.
  static Result<std::unique_ptr<WorkerProcess>> Start(
      const std::string& program, const DecodeLimits& limits);

  // Ends the process and its group, waits for its end.
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // The worker's answer. When it gives none (it died, or the time is up) the
  // process is ended and alive() is false: kLimitExceeded where a limit of time
  // did it, kCorrupt otherwise.
  Result<Document> Ask(const source::Capture& capture,
                       const DecodeLimits& limits);

  // Ends the process; the Ask at work, if any, fails. From any thread.
  void Kill();
  bool alive() const;
  unsigned asked() const { return asked_; }

 private:
  struct Process;
  explicit WorkerProcess(std::unique_ptr<Process> process);

  std::unique_ptr<Process> process_;
  unsigned asked_ = 0;
};

}  // namespace concord::document
