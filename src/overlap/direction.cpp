// Which of two reports says again what the other had said.

#include <optional>

#include "concord/edtf/edtf.h"
#include "concord/overlap/overlap.h"

namespace concord::overlap {
namespace {

// Every day that the one date allows lies before every day of the other.
bool IsBefore(const edtf::DayRange& a, const edtf::DayRange& b) {
  return a.latest && b.earliest && *a.latest < *b.earliest;
}

std::optional<edtf::DayRange> DaysOf(const extraction::DateMention& date) {
  const auto value = edtf::Parse(date.edtf);
  if (!value) return std::nullopt;
  return edtf::Bounds(*value);
}

}  // namespace

std::string_view InWords(Relation relation, const extraction::DateMention& a,
                         const extraction::DateMention& b) {
  if (relation != Relation::kRestates) return Name(relation);
  const auto days_a = DaysOf(a);
  const auto days_b = DaysOf(b);
  if (days_a && days_b && IsBefore(*days_b, *days_a)) return "restates";
  if (days_a && days_b && IsBefore(*days_a, *days_b)) return "restated in";
  return "asks the same as";
}

}  // namespace concord::overlap
