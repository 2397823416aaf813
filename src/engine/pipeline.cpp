#include "pipeline.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "concord/source/source.h"

namespace concord::engine {
namespace {

constexpr std::uint64_t kWindow = 8;  // items in flight for each worker

unsigned Jobs(unsigned asked) {
  if (asked > 0) return asked;
  const unsigned processors = std::thread::hardware_concurrency();
  return processors > 0 ? processors : 1;
}

}  // namespace

struct Pipeline::State {
  State(std::vector<std::string> paths, const PipelineOptions& options)
      : walk(std::move(paths), source::SourceOptions{}),
        decoder(options.program, document::DecodeLimits{}, Jobs(options.jobs)),
        window(kWindow * Jobs(options.jobs)) {}

  // Takes the next item of the walk; false at the end or when stopping.
  bool Take(source::SourceItem* item, std::uint64_t* sequence) {
    std::unique_lock lock(mutex);
    room.wait(lock, [&] { return stopping || next_in < next_out + window; });
    if (stopping || walk_ended) return false;
    std::optional<source::SourceItem> taken = walk.Next();
    if (!taken) {
      walk_ended = true;
      ready.notify_all();
      return false;
    }
    *item = std::move(*taken);
    *sequence = next_in++;
    return true;
  }

  void Give(std::uint64_t sequence, PipelineItem item) {
    std::lock_guard lock(mutex);
    done.emplace(sequence, std::move(item));
    ready.notify_all();
  }

  PipelineItem Process(source::SourceItem source) {
    PipelineItem item;
    item.source = std::move(source);
    if (item.source.error) {
      item.error = item.source.error;
      item.stage = "source";
      return item;
    }
    const source::Capture& capture = *item.source.capture;
    if (!document::CanDecode(capture.media_type)) {
      item.error = Error(ErrorCode::kUnsupported,
                         "no decoder for " + capture.media_type);
      item.stage = "decode";
      return item;
    }
    Result<document::Document> document = decoder.Decode(capture);
    if (!document) {
      item.error = std::move(document.error());
      item.stage = "decode";
      return item;
    }
    item.document = std::move(*document);
    item.extraction = extraction::Extract(item.document);
    return item;
  }

  void Work() {
    source::SourceItem item;
    std::uint64_t sequence = 0;
    while (Take(&item, &sequence)) Give(sequence, Process(std::move(item)));
  }

  std::mutex mutex;
  std::condition_variable room;   // the window has room again
  std::condition_variable ready;  // an item is done, or the walk has ended
  source::SourceWalk walk;
  document::IsolatedDecoder decoder;
  std::map<std::uint64_t, PipelineItem> done;
  std::uint64_t window;
  std::uint64_t next_in = 0;
  std::uint64_t next_out = 0;
  bool walk_ended = false;
  bool stopping = false;
  std::vector<std::jthread> workers;
};

Pipeline::Pipeline(std::vector<std::string> paths,
                   const PipelineOptions& options)
    : state_(std::make_unique<State>(std::move(paths), options)) {
  for (unsigned i = 0; i < Jobs(options.jobs); ++i) {
    state_->workers.emplace_back([state = state_.get()] { state->Work(); });
  }
}

Pipeline::~Pipeline() {
  {
    std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->room.notify_all();
  state_->workers.clear();  // joins
}

std::optional<PipelineItem> Pipeline::Next() {
  std::unique_lock lock(state_->mutex);
  state_->ready.wait(lock, [&] {
    return state_->done.contains(state_->next_out) ||
           (state_->walk_ended && state_->next_out == state_->next_in);
  });
  const auto found = state_->done.find(state_->next_out);
  if (found == state_->done.end()) return std::nullopt;
  PipelineItem item = std::move(found->second);
  state_->done.erase(found);
  ++state_->next_out;
  state_->room.notify_all();
  return item;
}

}  // namespace concord::engine
