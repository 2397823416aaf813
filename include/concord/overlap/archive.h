#pragma once
// The recommendations of an archive as they are compared: by number, each read
// when it is wanted.
//
// Why not a vector of records alone: a record takes 850 bytes before its first
// word, a gigabyte for a million, and what is compared keeps an outline of each
// and looks at few of them again. Whoever has the records in memory hands them
// over as a HeldArchive; whoever has more than that reads them from elsewhere.
//
// An archive does not change while it is read; everything may be asked from any
// thread.

#include <cstddef>
#include <string_view>
#include <vector>

#include "concord/store/records.h"

namespace concord::overlap {

class Archive {
 public:
  virtual ~Archive() = default;

  virtual std::size_t size() const = 0;
  // Valid as long as the archive.
  virtual std::string_view IdOf(std::size_t i) const = 0;
  virtual std::string_view ReportOf(std::size_t i) const = 0;
  // The record: the archive's own, or read into `room`.
  virtual const store::StoredRecommendation& Read(
      std::size_t i, store::StoredRecommendation* room) const = 0;
};

// Records in memory, which must outlive it.
class HeldArchive final : public Archive {
 public:
  explicit HeldArchive(const std::vector<store::StoredRecommendation>& records)
      : records_(records) {}

  std::size_t size() const override { return records_.size(); }
  std::string_view IdOf(std::size_t i) const override {
    return records_[i].id.value;
  }
  std::string_view ReportOf(std::size_t i) const override {
    return records_[i].report.value;
  }
  const store::StoredRecommendation& Read(
      std::size_t i, store::StoredRecommendation* /*room*/) const override {
    return records_[i];
  }

 private:
  const std::vector<store::StoredRecommendation>& records_;
};

}  // namespace concord::overlap
