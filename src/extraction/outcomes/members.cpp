#include "extraction/outcomes/members.h"

#include <algorithm>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

const std::string& ValueOf(const StatedOutcome& one) {
  return one.implementation.empty() ? one.position : one.implementation;
}

bool IsList(const StatedOutcome& one) {
  return !one.recommendation.empty() && !one.retraction;
}

// Said of the deed both, or both of the answer.
bool SpeakOfOneThing(const StatedOutcome& a, const StatedOutcome& b) {
  return a.implementation.empty() == b.implementation.empty();
}

// Nothing stands between the two but space.
bool StandsBehind(std::string_view text, const StatedOutcome& list,
                  const StatedOutcome& set) {
  if (list.span.begin < set.span.end) return false;
  const TextSpan gap{set.span.end, list.span.begin};
  return Empty(Trim(text, gap));
}

// Far away only a list of the same work is one of its members.
bool MayBeMembers(std::string_view text, const StatedOutcome& list,
                  const StatedOutcome& set) {
  if (!IsList(list) || !SpeakOfOneThing(list, set)) return false;
  if (StandsBehind(text, list, set) || list.span == set.span) return true;
  return !set.work.empty() && list.work == set.work;
}

void QuoteBoth(std::string_view text, const StatedOutcome& list,
               StatedOutcome* set) {
  if (!StandsBehind(text, list, *set)) return;
  set->span.end = list.span.end;
  set->quote = std::string(Slice(text, set->span));
}

}  // namespace

std::int32_t CountOf(std::string_view list) {
  static const Pattern kNumber(
      "(\\d+)(?:\\.\\d+)*(?:\\([a-z]\\))?(?: ?(?:to|-|–) ?"
      "(?:[A-Z]{1,3}[.-]?)?(\\d+)\\b)?");
  std::int32_t count = 0;
  for (const MatchSpans& match :
       kNumber.SearchAll(list, {0, static_cast<std::uint32_t>(list.size())})) {
    const int first = std::stoi(std::string(Slice(list, match[1])));
    const int last =
        Empty(match[2]) ? first : std::stoi(std::string(Slice(list, match[2])));
    count += std::max(last - first, 0) + 1;
  }
  return count;
}

void NameMembers(std::string_view text, std::vector<StatedOutcome>* found) {
  for (StatedOutcome& set : *found) {
    const bool is_part = !set.whole && set.count > 0 && !set.retraction;
    if (IsList(set) || !is_part) continue;
    const StatedOutcome* except = nullptr;
    for (const StatedOutcome& list : *found) {
      if (!MayBeMembers(text, list, set)) continue;
      const std::int32_t count = CountOf(list.recommendation);
      if (ValueOf(list) == ValueOf(set) && list.proposed == set.proposed) {
        if (count == set.count) set.named = list.recommendation;
      } else if (set.of > 0 && count == set.of - set.count) {
        if (except == nullptr) except = &list;
      }
    }
    if (except == nullptr) continue;
    set.except = except->recommendation;
    QuoteBoth(text, *except, &set);
  }
}

}  // namespace concord::extraction
