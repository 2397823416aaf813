#include "engine/import/other_formats.h"

#include <set>

#include "concord/document/sketch.h"
#include "concord/overlap/versions.h"

namespace concord::engine {
namespace {

constexpr std::size_t kMostRemembered = 4000;

store::ReportRecord RecordOf(const document::Document& document,
                             const extraction::Extraction& extraction) {
  store::ReportRecord record;
  record.document = document;
  record.extraction = extraction;
  return record;
}

}  // namespace

Result<std::optional<ReportId>> OtherFormats::Find(
    const PipelineItem& item, const std::string& media_type) const {
  if (reader_ == nullptr && remembered_.empty()) return std::nullopt;
  const auto sketch = document::Sketch(item.document);
  std::vector<ReportId> alike;
  if (reader_ != nullptr) {
    TRY_ASSIGN(alike, reader_->FindAlike(sketch, media_type));
  }
  std::set<std::size_t> places;
  for (const std::uint64_t number : sketch) {
    const auto [begin, end] = by_number_.equal_range(number);
    for (auto i = begin; i != end; ++i) {
      places.insert(i->second - forgotten_);
    }
  }
  if (alike.empty() && places.empty()) return std::nullopt;
  const store::ReportRecord record = RecordOf(item.document, item.extraction);
  for (const ReportId& id : alike) {
    TRY_ASSIGN(const store::ReportRecord held, reader_->GetReport(id));
    if (overlap::IsSameReport(record, held)) return id;
  }
  for (const std::size_t place : places) {
    const Remembered& one = remembered_[place];
    if (one.media_type != media_type &&
        overlap::IsSameReport(record, one.report)) {
      return one.report.id;
    }
  }
  return std::nullopt;
}

void OtherFormats::Remember(const ReportId& id,
                            const store::PutRequest& request) {
  const auto sketch = document::Sketch(request.document);
  if (sketch.empty()) return;
  for (const std::uint64_t number : sketch) {
    by_number_.emplace(number, forgotten_ + remembered_.size());
  }
  Remembered& added = remembered_.emplace_back();
  added.media_type = request.capture.media_type;
  added.report = RecordOf(request.document, request.extraction);
  added.report.id = id;
  added.sketch = sketch;
  if (remembered_.size() <= kMostRemembered) return;
  for (const std::uint64_t number : remembered_.front().sketch) {
    by_number_.erase(by_number_.lower_bound(number));  // the oldest of it
  }
  remembered_.pop_front();
  ++forgotten_;
}

}  // namespace concord::engine
