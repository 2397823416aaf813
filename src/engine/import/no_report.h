#pragma once
// What lies in a folder beside its reports: a licence, the notes of a data set,
// a table of labels. A file that somebody names is taken, whatever it is.

#include <string>

#include "engine/import/pipeline.h"

namespace concord::engine {

// Why the item is no report, for the ledger; "" where it may be one.
std::string WhyNoReport(const PipelineItem& item);

}  // namespace concord::engine
