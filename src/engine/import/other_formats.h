#pragma once
// The report that an item is in another format, if one is held: the PDF of a
// report that was imported as text is one more capture of it, and what it
// recommends counts once.

#include <deque>
#include <map>
#include <optional>
#include <string>

#include "concord/store/store.h"
#include "engine/import/pipeline.h"

namespace concord::engine {

class OtherFormats {
 public:
  // `reader` may be null: nothing is held.
  explicit OtherFormats(const store::Store* reader) : reader_(reader) {}

  // Only among reports without a capture of this media type: two files of one
  // type that differ in a word are two reports.
  Result<std::optional<ReportId>> Find(const PipelineItem& item,
                                       const std::string& media_type) const;

  // A dry run puts nothing: what it would have put stays findable here, as
  // long as it is one of the last few thousand.
  void Remember(const ReportId& id, const store::PutRequest& request);

 private:
  struct Remembered {
    std::string media_type;
    std::vector<std::uint64_t> sketch;
    store::ReportRecord report;
  };
  const store::Store* reader_;
  std::deque<Remembered> remembered_;
  std::size_t forgotten_ = 0;
  // Number of a sketch -> place in `remembered_`, counted from the first ever.
  std::multimap<std::uint64_t, std::size_t> by_number_;
};

}  // namespace concord::engine
