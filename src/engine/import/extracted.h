#pragma once
// Extracted documents as lines of JSON, for engines that are not ours.
//
// A line is one item: what `concord extract --json --with-text` prints, with
// path, digest and media type around it, or why there is none. With
// `for_import` it also carries the forms the record keeps and the original
// bytes, so that `concord import --from-extracted` can put it into an archive
// without decoding again. A line that was changed on the way is refused: the
// original and what was read from it have digests, and spans and quotations are
// checked as those of a fresh extraction are. Whether the text is what the
// original says is believed of who wrote the line.

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/pipeline.h"

namespace concord::engine {

std::string ExtractedLine(const PipelineItem& item, bool for_import);

// kCorrupt for what is no such line, kInvalidArgument for one that was not
// written for import.
[[nodiscard]] Result<PipelineItem> ReadExtractedLine(std::string_view line);

// The items of the lines of several files, "-" being standard input. A line
// that cannot be read is an item with its error.
class ExtractedReader {
 public:
  ExtractedReader(std::vector<std::string> paths, std::uint64_t limit);
  ~ExtractedReader();
  ExtractedReader(const ExtractedReader&) = delete;
  ExtractedReader& operator=(const ExtractedReader&) = delete;

  // False at the end.
  bool Next(PipelineItem* item);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace concord::engine
