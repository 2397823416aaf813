#pragma once
// Captures in, extracted documents out, on all processors, in order.
//
//   walk (one thread) -> decode in a child and extract (n threads) -> caller
//
// What limits each stage: the walk reads files (disk); decoding and extracting
// take the processors; the caller writes to the record (one writer). At most
// `kWindow` items a worker are in flight, so memory stays flat however large
// the archive is. Results come back in the order of the walk, whatever the
// threads do, so the same archive always gives the same record.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/result.h"
#include "concord/document/document.h"
#include "concord/extraction/extraction.h"
#include "concord/source/capture.h"

namespace concord::engine {

struct PipelineOptions {
  std::string program;
  unsigned jobs = 0;
};

// One item of the walk after decoding. Without an error both document and
// extraction are there.
struct PipelineItem {
  source::SourceItem source;
  std::optional<Error> error;
  std::string stage;  // of the error: source, decode
  document::Document document;
  extraction::Extraction extraction;
};

class Pipeline {
 public:
  Pipeline(std::vector<std::string> paths, const PipelineOptions& options);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  // The next item in order, or nullopt at the end.
  std::optional<PipelineItem> Next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace concord::engine
