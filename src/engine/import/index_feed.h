#pragma once
// The index, written while the import goes on.
//
// The reports of a batch are handed over as soon as the record has them; the
// index's threads turn them into entries while the next ones are decoded. An
// index that is behind or missing is brought up to the record beforehand.

#include <filesystem>
#include <memory>

#include "concord/index/index.h"
#include "concord/store/store.h"

namespace concord::engine {

class IndexFeed {
 public:
  // Opens the index in `folder` and brings it up to the record. Returns how
  // many reports were due through `caught_up`.
  [[nodiscard]] static Result<std::unique_ptr<IndexFeed>> Open(
      const std::filesystem::path& folder, const store::Store& store,
      std::uint64_t* caught_up);

  // A report the record holds as change `sequence`, later than all before.
  [[nodiscard]] Result<> Put(const store::ReportRecord& report,
                             std::int64_t sequence);
  // Makes all durable and visible.
  [[nodiscard]] Result<> Commit();

 private:
  IndexFeed(std::unique_ptr<index::IndexWriter> writer, std::int64_t sequence)
      : writer_(std::move(writer)), sequence_(sequence) {}

  Result<> CatchUp(const store::Store& store, std::uint64_t* caught_up);
  Result<> Hand(const store::ReportRecord& report, std::uint64_t* handed);

  std::unique_ptr<index::IndexWriter> writer_;
  std::int64_t sequence_ = 0;  // of the last change that was handed over
  std::uint64_t since_commit_ = 0;
};

}  // namespace concord::engine
