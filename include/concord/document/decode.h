#pragma once
// Captures in, documents out.
//
// Untrusted bytes are decoded in a child process: the same program started
// again as a decoding worker that limits its own memory, processor time and
// output before it reads a byte. A crash or a time-out is one failed document.
//
// Decode() does the work in this process (for the worker itself, for tests and
// for fuzzers); DecodeIsolated() is what the engine calls.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "concord/document/document.h"
#include "concord/document/ocr.h"
#include "concord/source/capture.h"

namespace concord::document {

struct DecodeLimits {
  std::uint32_t max_nesting = 512;  // deeper elements are flattened
  std::uint64_t max_text_bytes = 64u << 20;
  // The kernel counts whole seconds and ends the worker one later: 20 s.
  std::chrono::seconds processor_time{19};
  // A decoder that reads page after page has as much for each of them, so that
  // a long document is read, and one that hangs on a page is soon at its end.
  std::chrono::seconds page_time{9};
  // By the clock. The worker has nothing to wait for, so what reaches this was
  // stopped, or had a small part of a processor; an honest document on a busy
  // machine must not. It also bounds what many slow pages take together.
  std::chrono::seconds wall_time{300};
  std::uint64_t memory_bytes = 2ull << 30;
  // Renews the processor time from here on; the worker sets it.
  std::function<void(std::chrono::seconds)> allow;
};

// What an attempt to decode said: why it failed, and under it what the worker
// printed as it ended, a few kilobytes at most. One for each that failed.
using Attempts = std::vector<std::string>;

// True where a decoder for this media type exists.
bool CanDecode(const source::MediaType& type);

// kUnsupported (also where it holds no words), kCorrupt, kLimitExceeded. Two
// reasons have a word of their own at the start of the message: "no_text"
// (pages without text) and "password_required" (an encrypted file). Never
// throws.
[[nodiscard]] Result<Document> Decode(const source::Capture& capture,
                                      const DecodeLimits& limits);

// Keeps worker processes and hands them captures. Safe from many threads: each
// call takes an idle worker or starts one, up to `max_workers`.
class IsolatedDecoder {
 public:
  // `program` is this program's own file; it is started as
  // `program decode-worker`. With `ocr`, PDFs without text are read by it.
  IsolatedDecoder(std::string program, DecodeLimits limits,
                  unsigned max_workers, std::optional<Ocr> ocr = {});
  ~IsolatedDecoder();
  IsolatedDecoder(const IsolatedDecoder&) = delete;
  IsolatedDecoder& operator=(const IsolatedDecoder&) = delete;

  // As Decode(); kUnavailable where no worker can be started, kLimitExceeded
  // on a time-out, kCorrupt where three workers died on this capture.
  [[nodiscard]] Result<Document> Decode(const source::Capture& capture,
                                        Attempts* attempts = nullptr);
  // Ends all decoding at once: every call at work and every later one gives
  // kCancelled. From any thread.
  void Cancel();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The worker's main loop: frames of captures on standard input, frames of
// documents or errors on standard output, until the input ends. Returns the
// exit code.
int RunDecodeWorker(const DecodeLimits& limits);

}  // namespace concord::document
