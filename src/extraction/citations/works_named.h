#pragma once
// The works named in a document, as a reader keeps them in mind: named by their
// titles, by "the Inquiry", and by a heading that begins a title.
//
// Refers to the mentions given, which must outlive it and not move. Cost: n log
// n in their number.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/citations/mention.h"

namespace concord::extraction {

class WorksNamed {
 public:
  WorksNamed(const Prose& prose, const std::vector<Mention>& mentions);

  // The last one named before `offset`; else the first named at all.
  const Mention* Before(std::uint32_t offset) const;

  // The last one named in [from, offset), or nothing.
  const Mention* Between(std::uint32_t from, std::uint32_t offset) const;

  // Each of those named in [from, offset) once, in the order of their places.
  std::vector<const Mention*> AllBetween(std::uint32_t from,
                                         std::uint32_t offset) const;

  // The one whose words begin at `offset`, or nothing.
  const Mention* At(std::uint32_t offset) const;

  // The last of a kind before `offset`, else the first of it.
  const Mention* OfKind(WorkKind kind, std::uint32_t offset) const;

  // "the first report", "the second": by year where every year is known, else
  // in the order in which they are named.
  const Mention* OfOrder(std::size_t order) const;

  // The one work of this year, of whatever kind; nothing where none or several
  // are.
  const Mention* OfYear(std::string_view year) const;

 private:
  void FindOrder();
  // "the Inquiry", where the document speaks of one.
  void NameInquiry();
  // A heading "Carrow Lane" names the Carrow Lane Inquiry.
  void NameByHeadings();

  const Prose& prose_;
  std::vector<const Mention*> works_;  // by place
  std::map<WorkKind, std::vector<const Mention*>> of_kind_;
  std::vector<const Mention*> ordered_;  // each once
  std::map<std::uint32_t, const Mention*> named_;
};

}  // namespace concord::extraction
