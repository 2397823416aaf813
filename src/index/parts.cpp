#include "index/parts.h"

#include <condition_variable>
#include <deque>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

#include "concord/base/files.h"

namespace concord::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStub = "XAPIANDB";
constexpr std::string_view kLineStart = "auto ";

// Reports waiting for a part: enough that no part ever waits for another.
constexpr std::size_t kMostWaiting = 16;

// The part of a report, by its id: the same on every machine.
std::size_t PartOf(const ReportId& id, std::size_t parts) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : id.value) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return hash % parts;
}

// One part and the thread that writes it. After an error nothing more is done
// and every call gives the error.
class Part {
 public:
  using Step = std::function<Result<>()>;

  explicit Part(std::unique_ptr<IndexWriter> writer)
      : writer_(std::move(writer)), thread_([this] { Work(); }) {}

  ~Part() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  IndexWriter& writer() { return *writer_; }

  Result<> Add(Step step) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock,
                  [&] { return steps_.size() < kMostWaiting || !result_; });
    if (!result_) return result_;
    steps_.push_back(std::move(step));
    changed_.notify_all();
    return {};
  }

  // When all steps are done.
  Result<> Wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock,
                  [&] { return (steps_.empty() && !working_) || !result_; });
    return result_;
  }

 private:
  // A step copies what it is given before the writer's own errors begin.
  static Result<> Done(const Step& step) {
    try {
      return step();
    } catch (const std::bad_alloc&) {
      return Fail(ErrorCode::kLimitExceeded,
                  "not enough memory for the search index");
    }
  }

  void Work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return stopping_ || !steps_.empty(); });
      if (stopping_) return;
      const Step step = std::move(steps_.front());
      steps_.pop_front();
      working_ = true;
      changed_.notify_all();
      lock.unlock();
      Result<> done = Done(step);
      lock.lock();
      working_ = false;
      if (!done && result_) result_ = std::move(done);
      changed_.notify_all();
    }
  }

  std::unique_ptr<IndexWriter> writer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Step> steps_;
  Result<> result_;
  bool working_ = false;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

class PartsWriter : public IndexWriter {
 public:
  explicit PartsWriter(std::vector<std::unique_ptr<IndexWriter>> writers) {
    for (auto& writer : writers) {
      parts_.push_back(std::make_unique<Part>(std::move(writer)));
    }
  }

  Result<> Put(const store::ReportRecord& report,
               const std::vector<store::StoredRecommendation>& recommendations)
      override {
    Part& part = Of(report.id);
    return part.Add([&part, report, recommendations] {
      return part.writer().Put(report, recommendations);
    });
  }

  Result<> Remove(const ReportId& report) override {
    Part& part = Of(report);
    return part.Add([&part, report] { return part.writer().Remove(report); });
  }

  Result<> Commit(std::int64_t sequence) override {
    for (auto& part : parts_) {
      TRY_RETURN(part->Add([&writer = part->writer(), sequence] {
        return writer.Commit(sequence);
      }));
    }
    for (auto& part : parts_) TRY_RETURN(part->Wait());
    return {};
  }

  // After a crash some parts may be ahead: the one behind counts.
  IndexState State() const override {
    IndexState all;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!parts_[i]->Wait()) continue;
      const IndexState one = parts_[i]->writer().State();
      all.archive_uuid = one.archive_uuid;
      all.sequence =
          i == 0 ? one.sequence : std::min(all.sequence, one.sequence);
      all.entries += one.entries;
    }
    return all;
  }

 private:
  Part& Of(const ReportId& id) { return *parts_[PartOf(id, parts_.size())]; }

  std::vector<std::unique_ptr<Part>> parts_;
};

Result<> WriteStub(const fs::path& folder, unsigned parts) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return Fail(ErrorCode::kUnavailable,
                folder.string() +
                    ": the folder of the search index cannot be made (" +
                    error.message() + ")");
  }
  std::string lines;
  for (unsigned i = 0; i < parts; ++i) {
    lines += std::string(kLineStart) + "part-" + std::to_string(i) + "\n";
  }
  return ReplaceFile(folder / kStub, lines);
}

}  // namespace

std::vector<fs::path> PartFolders(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / kVersionFile, ignored)) return {folder};
  std::vector<fs::path> folders;
  std::ifstream stub(folder / kStub);
  for (std::string line; std::getline(stub, line);) {
    if (line.starts_with(kLineStart)) {
      folders.push_back(folder / line.substr(kLineStart.size()));
    }
  }
  return folders;
}

Result<std::unique_ptr<IndexWriter>> OpenParts(
    const std::vector<fs::path>& folders, const std::string& archive_uuid) {
  std::vector<std::unique_ptr<IndexWriter>> writers;
  for (const fs::path& folder : folders) {
    TRY_ASSIGN(auto writer, OpenPart(folder, archive_uuid));
    writers.push_back(std::move(writer));
  }
  return std::make_unique<PartsWriter>(std::move(writers));
}

Result<std::unique_ptr<IndexWriter>> IndexWriter::Open(
    const fs::path& folder, const std::string& archive_uuid, unsigned parts) {
  std::vector<fs::path> folders = PartFolders(folder);
  if (folders.empty() && parts > 1) {
    TRY_RETURN(WriteStub(folder, parts));
    folders = PartFolders(folder);
  }
  if (folders.empty() || folders.front() == folder) {
    return OpenPart(folder, archive_uuid);
  }
  return OpenParts(folders, archive_uuid);
}

}  // namespace concord::index
