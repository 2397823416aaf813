#include "crossref/retractions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "concord/edtf/edtf.h"

namespace concord::crossref {
namespace {

std::optional<edtf::DayRange> DaysOf(const std::string& value) {
  const auto parsed = edtf::Parse(value);
  if (!parsed) return std::nullopt;
  return edtf::Bounds(*parsed);
}

// Made on the day that the retraction names; else before it.
bool MadeThen(const OutcomeEntry& made, const OutcomeEntry& retraction) {
  const auto day = DaysOf(made.date.edtf);
  if (!day || !day->earliest || !day->latest) return false;
  const std::string& said_on = retraction.stated.said_on;
  if (said_on.empty()) {
    const auto now = DaysOf(retraction.date.edtf);
    return now && now->earliest && *day->earliest < *now->earliest;
  }
  const auto then = DaysOf(said_on);
  return then && then->earliest && then->latest &&
         *then->earliest <= *day->earliest && *day->latest <= *then->latest;
}

// Of everything a work recommends both, of as many where both say how many.
bool SpeakOfOneSet(const OutcomeEntry& made, const OutcomeEntry& retraction) {
  if (!made.stated.whole || !retraction.stated.whole) return false;
  if (made.stated.of > 0 && retraction.stated.of > 0) {
    if (made.stated.of != retraction.stated.of) return false;
    if (!retraction.stated.said_on.empty()) return true;
  }
  return !made.work.empty() && made.work == retraction.work;
}

// Those of `made` that are taken back; all of a set.
std::vector<RecommendationId> TakenBack(const OutcomeEntry& made,
                                        const OutcomeEntry& retraction) {
  std::vector<RecommendationId> both;
  std::set_intersection(
      made.recommendations.begin(), made.recommendations.end(),
      retraction.recommendations.begin(), retraction.recommendations.end(),
      std::back_inserter(both));
  return both;
}

}  // namespace

void TakeBack(const std::vector<OutcomeEntry>& retractions,
              std::vector<OutcomeEntry>* entries) {
  std::vector<OutcomeEntry> divided;
  for (const OutcomeEntry& retraction : retractions) {
    for (OutcomeEntry& made : *entries) {
      const bool same =
          made.stated.implementation == retraction.stated.implementation &&
          made.stated.position == retraction.stated.position;
      if (!same || made.quote.report == retraction.quote.report ||
          !MadeThen(made, retraction)) {
        continue;
      }
      if (retraction.stated.recommendation.empty()) {
        if (SpeakOfOneSet(made, retraction)) {
          made.retracted_by.push_back(retraction.quote);
        }
        continue;
      }
      const auto taken = TakenBack(made, retraction);
      if (taken.empty()) continue;
      if (taken.size() < made.recommendations.size()) {
        OutcomeEntry rest = made;
        rest.recommendations.clear();
        std::set_difference(made.recommendations.begin(),
                            made.recommendations.end(), taken.begin(),
                            taken.end(),
                            std::back_inserter(rest.recommendations));
        rest.id += "-rest";
        divided.push_back(std::move(rest));
        made.recommendations = taken;
      }
      made.retracted_by.push_back(retraction.quote);
    }
  }
  std::move(divided.begin(), divided.end(), std::back_inserter(*entries));
}

}  // namespace concord::crossref
