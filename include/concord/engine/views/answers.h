#pragma once
// What people wrote into a response, read back.

#include <cstdint>
#include <string>
#include <vector>

namespace concord::engine {

struct AnswersRequest {
  std::string file;   // its name, for the record
  std::string bytes;  // of it
  std::string scope;  // "": the one that the file says it is of
  std::string who;
  std::string why;
  bool instead = false;  // replace what another person answered meanwhile
  bool dry_run = false;  // record nothing
};

struct AnswersImported {
  std::int64_t act = 0;  // that was added; 0: nothing was
  std::string scope;
  // "entry 4 (row 5): position awaited -> accepted  (Entries!H5)", what is
  // recorded, or would be.
  std::vector<std::string> changes;
  std::uint64_t unchanged = 0;        // fields that say what is recorded
  std::vector<std::string> notes;     // recorded, but look at it
  std::vector<std::string> problems;  // not recorded
  std::vector<std::string> beside;    // in the file and no answer
  std::string json;
};

}  // namespace concord::engine
