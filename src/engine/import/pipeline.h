#pragma once
// Captures in, extracted documents out, on all processors, in order.
//
//   walk (one at a time) -> decode in a child and extract (n threads) -> caller
//
// What limits each stage: the walk reads and unpacks files; decoding and
// extracting take the processors; the caller writes to the record (one writer).
// What is in flight is bounded by number and by bytes, so memory stays flat
// however large the archive is. Results come back in the order of the walk,
// whatever the threads do, so the same archive always gives the same record.
// The bound is wide enough that one document that takes as long as it may keeps
// the other threads at work meanwhile.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "concord/document/decode.h"
#include "concord/document/document.h"
#include "concord/document/ocr.h"
#include "concord/extraction/extraction.h"
#include "concord/source/capture.h"
#include "concord/source/source.h"
#include "concord/store/digest_set.h"

namespace concord::engine {

struct PipelineOptions {
  std::string program;
  unsigned jobs = 0;
  source::SourceOptions source;
  std::uint64_t limit = 0;  // items to take from the walk; 0 = all
  // Bytes that need not be decoded again; outlives the pipeline.
  const store::DigestSet* settled = nullptr;
  std::optional<document::Ocr> ocr;  // for PDFs without text
};

// One item of the walk after decoding. Without an error, and where it is not
// settled, both document and extraction are there.
struct PipelineItem {
  source::SourceItem source;
  bool settled = false;  // its bytes are known: nothing was decoded
  std::optional<Error> error;
  std::string stage;            // of the error: source, decode
  std::string code;             // of the error, finer than its own; or ""
  document::Attempts attempts;  // to decode it, that failed
  document::Document document;
  extraction::Extraction extraction;
  double seconds = 0;  // decoding and extracting
};

// Decodes and extracts one item: what a pipeline's thread does. `decoder` is
// shared by all.
class ItemReader {
 public:
  ItemReader(const std::string& program, unsigned workers,
             std::optional<document::Ocr> ocr);
  ~ItemReader();
  ItemReader(const ItemReader&) = delete;
  ItemReader& operator=(const ItemReader&) = delete;

  PipelineItem Read(source::SourceItem source);
  // What is being read ends at once.
  void Cancel();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class Pipeline {
 public:
  Pipeline(std::vector<std::string> paths, const PipelineOptions& options);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  enum class Taken { kItem, kNotYet, kEnd };
  // The next item in order; kNotYet where there is none after `patience`. Fails
  // where the walk cannot go on; one item that cannot be read is an item.
  [[nodiscard]] Result<Taken> Next(std::chrono::milliseconds patience,
                                   PipelineItem* item);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Nothing for "", which asks for no OCR. Errors as Ocr::Find.
[[nodiscard]] Result<std::optional<document::Ocr>> FindOcr(
    const std::string& language);

// How many threads `asked` means: 0 = one per processor.
unsigned Jobs(unsigned asked);

}  // namespace concord::engine
