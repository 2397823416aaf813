// The pool of workers.

#include <condition_variable>
#include <mutex>
#include <set>
#include <vector>

#include "concord/document/decode.h"
#include "document/worker_process.h"

namespace concord::document {
namespace {

// A worker is replaced after this many captures: memory a library lost over
// time is given back.
constexpr unsigned kCapturesPerWorker = 500;

}  // namespace

struct IsolatedDecoder::State {
  std::string program;
  DecodeLimits limits;
  unsigned max_workers = 1;

  std::mutex mutex;
  std::condition_variable freed;
  unsigned in_use = 0;  // handed out or being started
  std::vector<std::unique_ptr<WorkerProcess>> idle;
  std::set<WorkerProcess*> at_work;
  bool cancelled = false;

  // False where nothing is to be begun any more.
  bool Begin(WorkerProcess* worker) {
    const std::lock_guard<std::mutex> lock(mutex);
    if (!cancelled) at_work.insert(worker);
    return !cancelled;
  }

  bool End(WorkerProcess* worker) {
    const std::lock_guard<std::mutex> lock(mutex);
    at_work.erase(worker);
    return !cancelled;
  }

  // An idle worker, or null where the caller may start one.
  std::unique_ptr<WorkerProcess> Take() {
    std::unique_lock<std::mutex> lock(mutex);
    freed.wait(lock, [&] { return in_use < max_workers; });
    ++in_use;
    if (idle.empty()) return nullptr;
    std::unique_ptr<WorkerProcess> worker = std::move(idle.back());
    idle.pop_back();
    return worker;
  }

  void Give(std::unique_ptr<WorkerProcess> worker) {
    const bool keep = worker != nullptr && worker->alive() &&
                      worker->asked() < kCapturesPerWorker;
    if (!keep) worker.reset();  // waits for its end: outside the lock
    {
      const std::lock_guard<std::mutex> lock(mutex);
      --in_use;
      if (keep) idle.push_back(std::move(worker));
    }
    freed.notify_one();
  }
};

IsolatedDecoder::IsolatedDecoder(std::string program, DecodeLimits limits,
                                 unsigned max_workers)
    : state_(std::make_unique<State>()) {
  state_->program = std::move(program);
  state_->limits = limits;
  state_->max_workers = max_workers == 0 ? 1 : max_workers;
}

IsolatedDecoder::~IsolatedDecoder() = default;

void IsolatedDecoder::Cancel() {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  state_->cancelled = true;
  for (WorkerProcess* worker : state_->at_work) worker->Kill();
}

Result<Document> IsolatedDecoder::Decode(const source::Capture& capture) {
  if (!CanDecode(capture.media_type)) {
    return document::Decode(capture, state_->limits);  // says why not
  }
  std::unique_ptr<WorkerProcess> worker = state_->Take();
  // A worker may have died of something else than this capture (killed from
  // outside, out of the machine's memory): a fresh one tries once more.
  Result<Document> result = Fail(ErrorCode::kInternal, "not asked");
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (worker == nullptr) {
      auto started = WorkerProcess::Start(state_->program, state_->limits);
      if (!started) {
        state_->Give(nullptr);
        return tl::unexpected<Error>(std::move(started.error()));
      }
      worker = std::move(*started);
    }
    if (!state_->Begin(worker.get())) {
      result = Fail(ErrorCode::kCancelled, "interrupted");
      break;
    }
    result = worker->Ask(capture, state_->limits);
    if (!state_->End(worker.get()) && !result) {
      result = Fail(ErrorCode::kCancelled, "interrupted");
      break;
    }
    if (worker->alive() || result.error().code() != ErrorCode::kCorrupt) break;
    worker.reset();
  }
  state_->Give(std::move(worker));
  return result;
}

}  // namespace concord::document
