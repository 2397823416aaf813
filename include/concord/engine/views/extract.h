#pragma once
// What needs no archive: extraction, dates, one comparison.

#include <string>
#include <vector>

#include "concord/engine/views/overlaps.h"

namespace concord::engine {

struct ExtractRequest {
  std::string path;  // a file, or "-" for standard input
  std::string uri;
  std::string media_type;  // "" = by content
  bool with_text = false;
  int indent = 0;
  std::string program;       // for the decoding worker
  std::string ocr_language;  // as of an import
};

struct DateView {
  std::string edtf;  // "" where it is no date
  std::string earliest;
  std::string latest;
};

struct CompareView {
  double weight = 0;
  double similarity = 0;
  std::string relation;
  std::vector<OverlapPartView> parts;
  std::string json;
};

}  // namespace concord::engine
