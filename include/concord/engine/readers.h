#pragma once
// Engines for a face that answers many people at once.
//
// Why: one Engine is used by one thread, and each would read the whole record
// for itself. Readers keeps a few that share what was read; a thread borrows
// one for the length of a request and gives it back.
//
//   TRY_ASSIGN(auto readers, Readers::Open(options, {}));
//   TRY_ASSIGN(Readers::Lease engine, readers->Borrow());
//   TRY_ASSIGN(Shown shown, engine->Show("r3fa9"));
//
// While an import runs, what was read before goes on being shown; a change is
// read in the background and shown when it is whole. Safe from any thread; a
// Lease is used by one, and must not outlive its Readers.

#include <chrono>
#include <memory>

#include "concord/base/result.h"
#include "concord/engine/engine.h"

namespace concord::engine {

struct ReadersOptions {
  unsigned engines = 4;  // requests that are worked on at the same time
  // How long a borrower waits for an engine, and for the first reading.
  std::chrono::milliseconds patience{10'000};
  // How often to look whether the record has changed.
  std::chrono::milliseconds interval{1'000};
};

class Readers {
 public:
  // Gives the engine back when it goes.
  class Lease {
   public:
    Lease(Readers* readers, std::unique_ptr<Engine> engine)
        : readers_(readers), engine_(std::move(engine)) {}
    ~Lease() {
      if (engine_ != nullptr) readers_->GiveBack(std::move(engine_));
    }
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;

    Engine* operator->() const { return engine_.get(); }
    Engine& operator*() const { return *engine_; }

   private:
    Readers* readers_;
    std::unique_ptr<Engine> engine_;
  };

  // As Engine::Open. Brings the index up to the record where nobody else is
  // writing; begins to read and does not wait for it.
  [[nodiscard]] static Result<std::unique_ptr<Readers>> Open(
      const EngineOptions& options, const ReadersOptions& readers);
  virtual ~Readers() = default;

  // kUnavailable: nothing could be borrowed, or the record is still being read;
  // try again. The error of reading the record where that failed.
  [[nodiscard]] virtual Result<Lease> Borrow() = 0;
  // Before what needs overlaps (Show of a recommendation, Overlaps, Groups,
  // Respond): kUnavailable while recommendations are still
  // being compared for the first time.
  [[nodiscard]] virtual Result<> AwaitOverlaps() = 0;

 protected:
  virtual void GiveBack(std::unique_ptr<Engine> engine) = 0;
};

}  // namespace concord::engine
