#include "concord/engine/readers.h"

#include <condition_variable>
#include <mutex>

#include "engine/archive_engine.h"
#include "engine/live_snapshot.h"

namespace concord::engine {
namespace {

class SharedReaders : public Readers {
 public:
  SharedReaders(std::vector<std::unique_ptr<Engine>> engines,
                std::unique_ptr<store::Store> store,
                const std::filesystem::path& archive,
                const ReadersOptions& options)
      : options_(options),
        engines_(std::move(engines)),
        live_(std::move(store), archive, options.interval) {}

  Result<Lease> Borrow() override {
    TRY_ASSIGN(std::shared_ptr<Snapshot> snapshot,
               live_.Current(options_.patience));
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, options_.patience,
                            [&] { return !engines_.empty(); })) {
      return Fail(ErrorCode::kUnavailable,
                  "too many requests at once; try again in a moment");
    }
    std::unique_ptr<Engine> engine = std::move(engines_.back());
    engines_.pop_back();
    static_cast<ArchiveEngine&>(*engine).UseSnapshot(std::move(snapshot));
    return Lease(this, std::move(engine));
  }

  Result<> AwaitOverlaps() override {
    return live_.AwaitOverlaps(options_.patience);
  }

 protected:
  void GiveBack(std::unique_ptr<Engine> engine) override {
    // An old snapshot is let go with its last reader.
    static_cast<ArchiveEngine&>(*engine).UseSnapshot(nullptr);
    const std::lock_guard lock(mutex_);
    engines_.push_back(std::move(engine));
    returned_.notify_one();
  }

 private:
  ReadersOptions options_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Engine>> engines_;
  LiveSnapshot live_;  // last: its thread ends before anything else goes
};

}  // namespace

Result<std::unique_ptr<Readers>> Readers::Open(const EngineOptions& options,
                                               const ReadersOptions& readers) {
  EngineOptions shared = options;
  shared.index_upkeep = false;
  std::vector<std::unique_ptr<Engine>> engines;
  for (unsigned i = 0; i < std::max(1u, readers.engines); ++i) {
    TRY_ASSIGN(auto engine, Engine::Open(shared, Access::kRead));
    engines.push_back(std::move(engine));
  }
  TRY_RETURN(ArchiveEngine::BringIndexUp(options));
  TRY_ASSIGN(auto store,
             store::Store::Open(options.archive, store::OpenMode::kRead));
  return std::make_unique<SharedReaders>(std::move(engines), std::move(store),
                                         options.archive, readers);
}

}  // namespace concord::engine
