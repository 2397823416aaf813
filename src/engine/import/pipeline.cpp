#include "engine/import/pipeline.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "concord/document/attachments.h"
#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "engine/import/item_remarks.h"

namespace concord::engine {
namespace {

// In flight at most: enough for the others to go on while one document is
// given all the time there is, and few enough to stay small in memory.
constexpr std::uint64_t kMostItems = 256;
constexpr std::uint64_t kMostBytes = 64u << 20;

std::uint64_t SizeOf(const source::SourceItem& item) {
  return item.capture ? item.capture->bytes.size() : 0;
}

// With the attachments of e-mails as items; what is damaged has none here, and
// is told of when it is decoded.
source::SourceOptions WithAttachments(source::SourceOptions options) {
  options.attachments = [most = options.max_bytes](std::string_view message) {
    std::vector<source::EnclosedFile> files;
    auto found = document::AttachmentsOf(message, {.max_bytes = most});
    if (!found) return files;
    for (document::Attachment& file : *found) {
      files.push_back({std::move(file.name), std::move(file.media_type),
                       std::move(file.bytes)});
    }
    return files;
  };
  return options;
}

}  // namespace

Result<std::optional<document::Ocr>> FindOcr(const std::string& language) {
  if (language.empty()) return std::nullopt;
  TRY_ASSIGN(document::Ocr ocr, document::Ocr::Find(language));
  return ocr;
}

unsigned Jobs(unsigned asked) {
  if (asked > 0) return asked;
  const unsigned processors = std::thread::hardware_concurrency();
  return processors > 0 ? processors : 1;
}

struct ItemReader::State {
  document::IsolatedDecoder decoder;
};

namespace {

// A picture or a program is passed over. A file that is called a document and
// whose bytes are nothing known is a damaged report: it must not be.
Error NoDecoder(const source::Capture& capture) {
  static const std::set<std::string> kDocuments = {
      "pdf", "doc", "docx", "odt", "rtf",  "xlsx", "zip",
      "gz",  "tgz", "tar",  "7z",  "warc", "arc"};
  const std::string kind = KindInName(capture.uri);
  if (capture.media_type == "application/octet-stream" &&
      kDocuments.contains(kind)) {
    return {ErrorCode::kCorrupt,
            "it is called ." + kind + ", but its bytes are nothing known"};
  }
  return {ErrorCode::kUnsupported, "no decoder for " + capture.media_type};
}

// A document that takes more memory than there is costs itself and no other.
void Extract(document::Document document, PipelineItem* item) {
  try {
    item->document = std::move(document);
    item->extraction = extraction::Extract(item->document);
  } catch (const std::bad_alloc&) {
    item->document = {};
    item->extraction = {};
    item->error = Error(ErrorCode::kLimitExceeded,
                        "not enough memory to find what it asks");
    item->stage = "extract";
  }
}

}  // namespace

ItemReader::ItemReader(const std::string& program, unsigned workers,
                       std::optional<document::Ocr> ocr)
    : state_(new State{document::IsolatedDecoder(
          program, document::DecodeLimits{}, workers, std::move(ocr))}) {}

ItemReader::~ItemReader() = default;

void ItemReader::Cancel() { state_->decoder.Cancel(); }

PipelineItem ItemReader::Read(source::SourceItem source) {
  const auto start = std::chrono::steady_clock::now();
  PipelineItem item;
  item.source = std::move(source);
  if (item.source.error) {
    item.error = item.source.error;
    item.code = item.source.code;
    item.stage = "source";
    return item;
  }
  if (!item.source.capture) return item;
  const source::Capture& capture = *item.source.capture;
  if (!document::CanDecode(capture.media_type)) {
    item.error = NoDecoder(capture);
    item.stage = "decode";
    return item;
  }
  Result<document::Document> document =
      state_->decoder.Decode(capture, &item.attempts);
  if (document) {
    Extract(std::move(*document), &item);
  } else {
    item.error = std::move(document.error());
    item.stage = "decode";
  }
  item.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
          .count();
  return item;
}

struct Pipeline::State {
  State(std::vector<std::string> paths, const PipelineOptions& wanted)
      : options(wanted),
        walk(std::move(paths), WithAttachments(wanted.source)),
        reader(wanted.program, Jobs(wanted.jobs), wanted.ocr) {}

  // With `mutex` held.
  bool HasRoom() const {
    return next_in == next_out ||
           (next_in - next_out < kMostItems && bytes_in < kMostBytes);
  }

  // Takes the next item of the walk; false at the end or when stopping. One
  // thread walks at a time; the others give their results meanwhile.
  bool Take(source::SourceItem* item, std::uint64_t* sequence) {
    const std::lock_guard walking(walk_mutex);
    {
      std::unique_lock lock(mutex);
      room.wait(lock, [&] { return stopping || HasRoom(); });
      if (stopping || walk_ended) return false;
    }
    std::optional<source::SourceItem> taken;
    if (options.limit == 0 || next_in < options.limit) taken = walk.Next();
    const std::lock_guard lock(mutex);
    if (!taken) {
      walk_ended = true;
      ready.notify_all();
      return false;
    }
    *item = std::move(*taken);
    *sequence = next_in++;
    bytes_in += SizeOf(*item);
    return true;
  }

  void Give(std::uint64_t sequence, PipelineItem item) {
    const std::lock_guard lock(mutex);
    done.emplace(sequence, std::move(item));
    ready.notify_all();
  }

  PipelineItem Process(source::SourceItem source) {
    if (source.capture && options.settled != nullptr &&
        options.settled->Contains(source.capture->digest)) {
      PipelineItem item;
      item.source = std::move(source);
      item.settled = true;
      return item;
    }
    return reader.Read(std::move(source));
  }

  void Work() {
    try {
      source::SourceItem item;
      std::uint64_t sequence = 0;
      while (Take(&item, &sequence)) Give(sequence, Process(std::move(item)));
    } catch (const std::bad_alloc&) {
      const std::lock_guard lock(mutex);
      out_of_memory = true;
      stopping = true;
      ready.notify_all();
      room.notify_all();
    }
  }

  const PipelineOptions options;
  std::mutex walk_mutex;  // before `mutex`, where both are taken
  std::mutex mutex;
  std::condition_variable room;   // there is room in flight again
  std::condition_variable ready;  // an item is done, or the walk has ended
  source::SourceWalk walk;
  ItemReader reader;
  std::map<std::uint64_t, PipelineItem> done;
  std::uint64_t next_in = 0;
  std::uint64_t next_out = 0;
  std::uint64_t bytes_in = 0;  // of the captures in flight
  bool walk_ended = false;
  bool stopping = false;
  bool out_of_memory = false;  // beside what one document needs
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
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->room.notify_all();
  state_->walk.Cancel();
  state_->reader.Cancel();
  state_->workers.clear();  // joins
}

Result<Pipeline::Taken> Pipeline::Next(std::chrono::milliseconds patience,
                                       PipelineItem* item) {
  std::unique_lock lock(state_->mutex);
  const bool any = state_->ready.wait_for(lock, patience, [&] {
    return state_->done.contains(state_->next_out) || state_->out_of_memory ||
           (state_->walk_ended && state_->next_out == state_->next_in);
  });
  if (state_->out_of_memory) {
    return Fail(ErrorCode::kLimitExceeded,
                "not enough memory to go on; run again with fewer --jobs");
  }
  if (!any) return Taken::kNotYet;
  const auto found = state_->done.find(state_->next_out);
  if (found == state_->done.end()) return Taken::kEnd;
  *item = std::move(found->second);
  state_->done.erase(found);
  ++state_->next_out;
  state_->bytes_in -= SizeOf(item->source);
  state_->room.notify_all();
  return Taken::kItem;
}

}  // namespace concord::engine
