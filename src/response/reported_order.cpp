#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/response/reported.h"

namespace concord::response {
namespace {

std::optional<edtf::Day> DayOf(const Reported& reported) {
  const auto value = edtf::Parse(reported.date);
  if (!value) return std::nullopt;
  return edtf::Bounds(*value).earliest;
}

// What stands first, then the newest; of one day what names the entry before
// what is said of all, what is decided before what is asked for.
bool ComesFirst(const Reported& a, const Reported& b) {
  if (a.withdrawn_by.empty() != b.withdrawn_by.empty()) {
    return a.withdrawn_by.empty();
  }
  const auto day_a = DayOf(a);
  const auto day_b = DayOf(b);
  if (day_a != day_b) return day_b < day_a;
  if (a.proposed != b.proposed) return b.proposed;
  return !a.quote.whole_set && b.quote.whole_set;
}

bool SpeaksOf(const Reported& one, const std::string& member) {
  return one.ids.empty() || member.empty() ||
         std::find(one.ids.begin(), one.ids.end(), member) != one.ids.end();
}

enum class Facet { kDeed, kAnswer, kProgress };

Facet FacetOf(const Reported& one) {
  if (!one.implementation.empty()) return Facet::kDeed;
  return one.position.empty() ? Facet::kProgress : Facet::kAnswer;
}

// Of one member and one facet, in sorted order.
void MarkLatest(const std::string& member, Facet facet,
                std::vector<Reported>* all,
                std::map<const Reported*, std::vector<std::string>>* leads) {
  const Reported* latest = nullptr;
  for (Reported& one : *all) {
    if (FacetOf(one) != facet || !SpeaksOf(one, member) ||
        !one.withdrawn_by.empty()) {
      continue;
    }
    if (latest == nullptr) {
      latest = &one;
      one.latest = true;
      (*leads)[&one].push_back(member);
    } else {
      one.differs = one.differs || ValueOf(one) != ValueOf(*latest);
    }
  }
}

bool IsToldOfDeed(const std::string& member, const std::vector<Reported>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Reported& one) {
    return FacetOf(one) == Facet::kDeed && SpeaksOf(one, member) &&
           one.withdrawn_by.empty();
  });
}

}  // namespace

const std::string& ValueOf(const Reported& reported) {
  return reported.implementation.empty() ? reported.position
                                         : reported.implementation;
}

Reported ReportedBy(const crossref::OutcomeEntry& outcome) {
  Reported reported{.implementation = outcome.stated.implementation,
                    .position = outcome.stated.position,
                    .proposed = outcome.stated.proposed,
                    .printed = outcome.stated.printed,
                    .date = outcome.date.edtf,
                    .progress = outcome.stated.progress,
                    .owner = outcome.stated.owner,
                    .by_when = outcome.stated.by_when};
  const auto quoted = [](const crossref::Quote& words) {
    SourceQuote quote;
    quote.uri = words.uri;
    quote.locator = words.locator;
    quote.quote = words.text;
    quote.span = words.span;
    return quote;
  };
  reported.quote = quoted(outcome.quote);
  reported.quote.whole_set = outcome.stated.whole;
  for (const crossref::Quote& words : outcome.retracted_by) {
    reported.withdrawn_by.push_back(quoted(words));
  }
  return reported;
}

std::vector<Reported> OwnPositions(const store::StoredRecommendation& item) {
  const extraction::StatedPosition& stated = item.item.position;
  if (stated.value.empty()) return {};
  Reported reported{.position = stated.value,
                    .printed = stated.printed,
                    .date = item.report_date.edtf};
  reported.quote.uri = item.uri;
  reported.quote.quote = stated.printed;
  reported.quote.span = stated.span;
  return {reported};
}

void AddOnce(Reported reported, std::vector<Reported>* all) {
  for (Reported& other : *all) {
    if (other.quote.source == reported.quote.source &&
        other.quote.uri == reported.quote.uri &&
        Overlaps(other.quote.span, reported.quote.span) &&
        ValueOf(other) == ValueOf(reported)) {
      for (std::string& id : reported.ids) {
        const bool known = std::find(other.ids.begin(), other.ids.end(), id) !=
                           other.ids.end();
        if (!known) other.ids.push_back(std::move(id));
      }
      return;
    }
  }
  all->push_back(std::move(reported));
}

void PutInOrder(const std::vector<std::string>& members,
                std::vector<Reported>* all) {
  std::stable_sort(all->begin(), all->end(), ComesFirst);
  std::map<const Reported*, std::vector<std::string>> leads;
  const std::vector<std::string> one = {""};
  for (const std::string& member : members.empty() ? one : members) {
    MarkLatest(member, Facet::kDeed, all, &leads);
    MarkLatest(member, Facet::kAnswer, all, &leads);
    if (!IsToldOfDeed(member, *all)) {
      MarkLatest(member, Facet::kProgress, all, &leads);
    }
  }
  for (Reported& reported : *all) {
    if (!reported.latest) continue;
    reported.differs = false;
    if (members.size() > 1) reported.ids = leads[&reported];
  }
  std::stable_partition(all->begin(), all->end(),
                        [](const Reported& said) { return said.latest; });
}

std::string InWords(const Reported& reported) {
  const bool plan = !reported.owner.empty() || !reported.by_when.empty();
  std::string words = ValueOf(reported);
  if (words.empty()) words = plan ? "planned" : "progress";
  if (reported.proposed) words += " (proposed)";
  if (reported.quote.whole_set) words += ", with all of its report";
  if (plan) {
    std::string details = reported.owner;
    const auto add = [&](const std::string& what, const std::string& value) {
      if (value.empty()) return;
      details += (details.empty() ? "" : "; ") + what + CollapseSpace(value);
    };
    add("by when: ", reported.by_when);
    add("progress: ", reported.progress);
    words += ": " + CollapseSpace(details);
  }
  for (std::size_t i = 0; i < reported.only.size(); ++i) {
    words += (i == 0 ? ", of " : ", ") + reported.only[i];
  }
  return words;
}

}  // namespace concord::response
