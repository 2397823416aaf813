#pragma once
// Letters that stand for a work: "PV is Policing and the Victim", "KF = Keeping
// Faith", "A Second Look (SL)". Plans cite by them: "PV 8, SL 4".

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/crossref/held_works.h"
#include "concord/store/records.h"

namespace concord::crossref {

class Legends {
 public:
  // Read beside every citation of a work that is held.
  Legends(const std::vector<store::ReportRecord>& reports,
          const CrossReference& crossref, const HeldWorks& held);

  // The held work that `code` means in `report`: as said there, else as the
  // whole archive agrees; an empty id where it does not.
  WorkId WorkOf(const std::string& code, const ReportId& report) const;
  bool empty() const { return everywhere_.empty(); }

 private:
  void Add(const std::string& code, const ReportId& report, const WorkId& work);

  std::map<std::pair<std::string, ReportId>, WorkId> here_;
  std::map<std::string, WorkId> everywhere_;  // an empty id: disagreed
};

// "PV 8, CL 31" -> (PV, 8), (CL, 31); with where each stands.
struct CodedNumber {
  std::string code;
  std::string label;
  TextSpan span;
};
std::vector<CodedNumber> CodedNumbersIn(std::string_view text, TextSpan within);

}  // namespace concord::crossref
