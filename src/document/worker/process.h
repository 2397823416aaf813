#pragma once
// One decoding worker, as the program sees it.

#include <memory>
#include <string>

#include "concord/document/decode.h"
#include "document/worker/protocol.h"

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

  // Of the PDF that was asked for last: a page as a picture, and the document
  // once its pictures were read. They fail as Ask does.
  Result<PageImage> Render(const RenderRequest& request,
                           const DecodeLimits& limits);
  Result<Document> AskScanned(const Scan& scan, const DecodeLimits& limits);

  // What the process printed on standard error since this was last called: its
  // first kilobytes, in plain letters, every line indented. Also after its end.
  std::string TakePrinted();

  // Ends the process; the Ask at work, if any, fails. From any thread.
  void Kill();
  bool alive() const;
  unsigned asked() const { return asked_; }

 private:
  struct Process;
  explicit WorkerProcess(std::unique_ptr<Process> process);
  Result<std::string> Exchange(const std::string& question,
                               std::uint64_t longest,
                               const DecodeLimits& limits);

  std::unique_ptr<Process> process_;
  unsigned asked_ = 0;
};

}  // namespace concord::document
