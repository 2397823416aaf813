#include "engine/due.h"

#include <algorithm>
#include <limits>

#include "engine/show/shown.h"

namespace concord::engine {
namespace {

constexpr edtf::Day kNever{std::numeric_limits<std::int32_t>::max(), 12, 31};

}  // namespace

std::optional<edtf::DayRange> DueDays(const extraction::DateMention& due) {
  if (due.edtf.empty()) return std::nullopt;
  const auto value = edtf::Parse(due.edtf);
  if (!value) return std::nullopt;
  if (const auto* interval = std::get_if<edtf::Interval>(&*value)) {
    if (interval->start.kind != edtf::BoundKind::kDate &&
        interval->end.kind == edtf::BoundKind::kDate) {
      return edtf::Bounds(interval->end.date);
    }
  }
  return edtf::Bounds(*value);
}

bool MayLieWithin(const edtf::DayRange& days, const std::string& from,
                  const std::string& to) {
  if (const auto low = edtf::Parse(from); low && !from.empty()) {
    const auto earliest = edtf::Bounds(*low).earliest;
    if (earliest && days.latest && *days.latest < *earliest) return false;
  }
  if (const auto high = edtf::Parse(to); high && !to.empty()) {
    const auto latest = edtf::Bounds(*high).latest;
    if (latest && days.earliest && *days.earliest > *latest) return false;
  }
  return true;
}

bool IsDueWithin(const extraction::Recommendation& item,
                 const std::string& from, const std::string& to) {
  if (from.empty() && to.empty()) return true;
  return std::any_of(item.due.begin(), item.due.end(),
                     [&](const extraction::DateMention& due) {
                       const auto days = DueDays(due);
                       return days && MayLieWithin(*days, from, to);
                     });
}

edtf::Day DueOrder(const extraction::Recommendation& item) {
  edtf::Day first = kNever;
  for (const extraction::DateMention& due : item.due) {
    const auto days = DueDays(due);
    if (!days) continue;
    first =
        std::min(first, days->latest.value_or(days->earliest.value_or(kNever)));
  }
  return first;
}

std::string DueInWords(const extraction::Recommendation& item) {
  std::string words;
  for (const extraction::DateMention& due : item.due) {
    words += (words.empty() ? "" : "; ") + WithEdtf(due);
  }
  return words;
}

}  // namespace concord::engine
