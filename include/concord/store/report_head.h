#pragma once
// A report as lists show it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "concord/base/id.h"
#include "concord/document/document.h"
#include "concord/extraction/extraction.h"
#include "concord/store/records.h"

namespace concord::store {

// What a list shows of a report; read without its text.
struct ReportHead {
  ReportId id;
  std::string uri;
  std::string title;  // as recognised, else its page's
  extraction::DocumentKind kind = extraction::DocumentKind::kOther;
  std::string committee;  // these three as printed
  std::string report_number;
  std::string by;
  extraction::DateMention date;
  std::vector<extraction::OwnerMention> authors;
  std::uint64_t recommendations = 0;  // of the kind
  std::uint64_t decisions = 0;
  std::uint64_t commitments = 0;
  std::uint64_t resolutions = 0;
  std::optional<document::OcrReading> ocr;
  std::vector<CaptureRecord> captures;
};

// The same, of a report that was read whole.
ReportHead HeadOf(const ReportRecord& report);

}  // namespace concord::store
