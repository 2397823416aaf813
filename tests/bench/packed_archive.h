#pragma once
// Recommendations that are kept as their words alone, one after the other, and
// become records when they are read: what an archive takes at the least.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/overlap/archive.h"

namespace concord::overlap {

class PackedArchive final : public Archive {
 public:
  // Of what is kept: id, report, text and addressee.
  void Add(const store::StoredRecommendation& one) {
    for (const std::string* field : {&one.id.value, &one.report.value,
                                     &one.item.text, &one.item.addressee}) {
      letters_ += *field;
      end_.push_back(letters_.size());
    }
  }
  void Reserve(std::size_t count, std::size_t letters) {
    letters_.reserve(letters);
    end_.reserve(kFields * count + 1);
  }
  std::size_t letters() const { return letters_.size(); }

  std::size_t size() const override { return end_.size() / kFields; }
  std::string_view IdOf(std::size_t i) const override { return Field(i, 0); }
  std::string_view ReportOf(std::size_t i) const override {
    return Field(i, 1);
  }
  const store::StoredRecommendation& Read(
      std::size_t i, store::StoredRecommendation* room) const override {
    room->id.value = Field(i, 0);
    room->report.value = Field(i, 1);
    room->item.text = Field(i, 2);
    room->item.addressee = Field(i, 3);
    return *room;
  }

 private:
  static constexpr std::size_t kFields = 4;

  std::string_view Field(std::size_t i, std::size_t field) const {
    const std::size_t at = kFields * i + field;
    return std::string_view(letters_).substr(end_[at], end_[at + 1] - end_[at]);
  }

  std::string letters_;
  std::vector<std::size_t> end_ = {0};  // of each field in letters_
};

}  // namespace concord::overlap
