// The pool of workers.

#include <condition_variable>
#include <mutex>
#include <set>
#include <vector>

#include "concord/document/decode.h"
#include "document/worker/process.h"

namespace concord::document {
namespace {

// A worker is replaced after this many captures: memory a library lost over
// time is given back.
constexpr unsigned kCapturesPerWorker = 500;

// A worker may have died of something else than the capture (killed from
// outside, out of the machine's memory): fresh ones try again.
constexpr int kStrikes = 3;

bool HasNoText(const Result<Document>& result) {
  return !result && result.error().code() == ErrorCode::kUnsupported &&
         result.error().message().starts_with("no_text");
}

}  // namespace

struct IsolatedDecoder::State {
  std::string program;
  DecodeLimits limits;
  unsigned max_workers = 1;
  std::optional<Ocr> ocr;

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

  bool Cancelled() {
    const std::lock_guard<std::mutex> lock(mutex);
    return cancelled;
  }

  // One page after the other, so that one picture is held at a time. A page
  // that tesseract fails on is a note; the others are read.
  Result<Document> ReadScan(WorkerProcess* worker) {
    const OcrLimits& most = ocr->limits();
    const auto end = std::chrono::steady_clock::now() +
                     std::chrono::seconds(most.document_seconds);
    Scan scan{.program = ocr->program(), .language = ocr->language()};
    std::optional<Error> failure;
    bool any = false;
    for (std::uint32_t pages = 1; scan.pages.size() < pages;) {
      const auto number = static_cast<std::uint32_t>(scan.pages.size() + 1);
      TRY_ASSIGN(PageImage image,
                 worker->Render({number, most.dots_per_inch, most.max_pixels},
                                limits));
      pages = image.pages;
      if (pages > most.max_pages) {
        return Fail(ErrorCode::kLimitExceeded,
                    "it has " + std::to_string(pages) +
                        " pages without text; OCR reads " +
                        std::to_string(most.max_pages) + " at most");
      }
      if (std::chrono::steady_clock::now() > end) {
        return Fail(ErrorCode::kLimitExceeded,
                    "OCR of it takes longer than the limit of " +
                        std::to_string(most.document_seconds) + " s");
      }
      Result<std::string> read = ocr->Read(image);
      if (Cancelled()) return Fail(ErrorCode::kCancelled, "interrupted");
      ScannedPage page{.dots_per_inch = image.dots_per_inch};
      if (read) {
        page.hocr = std::move(*read);
        any = true;
      } else {
        page.problem = read.error().message();
        failure = std::move(read.error());
      }
      scan.pages.push_back(std::move(page));
    }
    if (!any && failure) return tl::unexpected<Error>(std::move(*failure));
    return worker->AskScanned(scan, limits);
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
                                 unsigned max_workers, std::optional<Ocr> ocr)
    : state_(std::make_unique<State>()) {
  state_->program = std::move(program);
  state_->limits = std::move(limits);
  state_->max_workers = max_workers == 0 ? 1 : max_workers;
  state_->ocr = std::move(ocr);
}

IsolatedDecoder::~IsolatedDecoder() = default;

void IsolatedDecoder::Cancel() {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  state_->cancelled = true;
  for (WorkerProcess* worker : state_->at_work) worker->Kill();
}

Result<Document> IsolatedDecoder::Decode(const source::Capture& capture,
                                         Attempts* attempts) {
  if (!CanDecode(capture.media_type)) {
    return document::Decode(capture, state_->limits);  // says why not
  }
  std::unique_ptr<WorkerProcess> worker = state_->Take();
  Result<Document> result = Fail(ErrorCode::kInternal, "not asked");
  for (int attempt = 0; attempt < kStrikes; ++attempt) {
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
    if (state_->ocr && HasNoText(result)) {
      result = state_->ReadScan(worker.get());
    }
    if (!state_->End(worker.get()) && !result) {
      result = Fail(ErrorCode::kCancelled, "interrupted");
      break;
    }
    const std::string printed = worker->TakePrinted();
    if (!result && attempts != nullptr) {
      attempts->push_back(result.error().message() + "\n" + printed);
    }
    if (worker->alive() || result.error().code() != ErrorCode::kCorrupt) break;
    worker.reset();
  }
  state_->Give(std::move(worker));
  return result;
}

}  // namespace concord::document
