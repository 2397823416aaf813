#include "engine/import/index_feed.h"

#include <algorithm>
#include <set>
#include <thread>

#include "concord/base/fail_point.h"

namespace concord::engine {
namespace {

// What a crash makes the next run write again. Rare, because a commit ends the
// flushing of all parts of the index at the same time.
constexpr std::uint64_t kReportsPerCommit = 5000;

// Parts written side by side. More than four were not measured to be faster,
// and each needs memory of its own.
unsigned Parts() {
  return std::clamp(std::thread::hardware_concurrency(), 1u, 4u);
}

}  // namespace

Result<std::unique_ptr<IndexFeed>> IndexFeed::Open(
    const std::filesystem::path& folder, const store::Store& store,
    std::uint64_t* caught_up) {
  TRY_ASSIGN(const std::string uuid, store.ArchiveUuid());
  TRY_ASSIGN(auto writer, index::IndexWriter::Open(folder, uuid, Parts()));
  const std::int64_t held = writer->State().sequence;
  std::unique_ptr<IndexFeed> feed(new IndexFeed(std::move(writer), held));
  TRY_RETURN(feed->CatchUp(store, caught_up));
  return feed;
}

Result<> IndexFeed::Put(const store::ReportRecord& report,
                        std::int64_t sequence) {
  TRY_RETURN(writer_->Put(report, store::RecommendationsOf(report)));
  sequence_ = std::max(sequence_, sequence);
  if (++since_commit_ < kReportsPerCommit) return {};
  return Commit();
}

Result<> IndexFeed::Commit() {
  since_commit_ = 0;
  FailPoint("index.commit");
  TRY_RETURN(writer_->Commit(sequence_));
  FailPoint("index.committed");
  return {};
}

Result<> IndexFeed::Hand(const store::ReportRecord& report,
                         std::uint64_t* handed) {
  ++*handed;
  return writer_->Put(report, store::RecommendationsOf(report));
}

// One report at a time: an archive of any size is never in memory at once.
Result<> IndexFeed::CatchUp(const store::Store& store,
                            std::uint64_t* caught_up) {
  TRY_ASSIGN(const auto outbox, store.Outbox(sequence_));
  // An index made anew holds nothing: every report is due.
  if (sequence_ == 0) {
    TRY_RETURN(
        store.ForEachReport([&](const store::ReportRecord& report) -> Result<> {
          return Hand(report, caught_up);
        }));
  } else {
    std::set<ReportId> due;
    for (const store::OutboxEntry& entry : outbox) due.insert(entry.report);
    for (const ReportId& id : due) {
      TRY_ASSIGN(const store::ReportRecord report, store.GetReport(id));
      TRY_RETURN(Hand(report, caught_up));
    }
  }
  if (outbox.empty() && *caught_up == 0) return {};
  if (!outbox.empty()) sequence_ = outbox.back().sequence;
  return Commit();
}

}  // namespace concord::engine
