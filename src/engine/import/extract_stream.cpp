// Extraction without an archive, a line of JSON for each item.

#include "concord/engine/engine.h"
#include "engine/import/extracted.h"

namespace concord::engine {

Result<std::uint64_t> ExtractStream(
    const EngineOptions& options, const ImportRequest& request, bool for_import,
    const std::function<void(const std::string&)>& sink) {
  TRY_ASSIGN(const auto ocr, FindOcr(request.ocr_language));
  Pipeline pipeline(request.paths,
                    {.program = options.program,
                     .jobs = options.jobs,
                     .source = {.read_archives = request.read_archives},
                     .limit = request.limit,
                     .ocr = ocr});
  std::uint64_t failed = 0;
  while (true) {
    if (options.interrupted != nullptr && options.interrupted->load() != 0) {
      return Fail(ErrorCode::kCancelled, "interrupted");
    }
    PipelineItem item;
    TRY_ASSIGN(const Pipeline::Taken taken,
               pipeline.Next(std::chrono::milliseconds(100), &item));
    if (taken == Pipeline::Taken::kEnd) return failed;
    if (taken == Pipeline::Taken::kNotYet) continue;
    if (item.error && item.error->code() != ErrorCode::kUnsupported) ++failed;
    sink(ExtractedLine(item, for_import));
  }
}

}  // namespace concord::engine
