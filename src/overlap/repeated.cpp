// Recommendations that an earlier version of a paper makes and a later one
// makes again: one request, printed twice.
//
// Only what the later version has too is repeated: by its words, or by the
// number printed with it, under which a final asks in place of a draft. What it
// has dropped stays the earlier one's own, and counts.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/overlap/versions.h"

namespace concord::overlap {
namespace {

using store::ReportRecord;
using store::StoredRecommendation;

// Words that so many reports share ("note the report") bring none together.
constexpr std::size_t kStock = 40;

// First day of the report's date; "" where it has none.
std::string DayOf(const ReportRecord& report) {
  const auto value = edtf::Parse(report.header().date.edtf);
  if (!value) return "";
  const auto day = edtf::Bounds(*value).earliest;
  if (!day) return "";
  return fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
}

// Of two versions the one that is left out: the earlier by its date; where that
// is not known, the one that asks less; else the one with the larger id.
bool IsEarlier(const ReportRecord& a, const ReportRecord& b) {
  const std::string day_a = DayOf(a);
  const std::string day_b = DayOf(b);
  if (!day_a.empty() && !day_b.empty() && day_a != day_b) return day_a < day_b;
  const std::size_t asks_a = a.extraction.recommendations.size();
  const std::size_t asks_b = b.extraction.recommendations.size();
  return asks_a != asks_b ? asks_a < asks_b : b.id < a.id;
}

using ById = std::map<ReportId, const ReportRecord*>;

// Of each report that is an earlier version, or within another, the latest that
// it is repeated in.
std::map<ReportId, Version> LaterOf(const std::vector<Version>& versions,
                                    const ById& reports) {
  std::map<ReportId, Version> later;  // a the earlier, b the later
  for (Version version : versions) {
    const bool turn =
        version.later.empty()
            ? version.kind == VersionKind::kVersion &&
                  IsEarlier(*reports.at(version.b), *reports.at(version.a))
            : version.later == version.a;
    if (turn) std::swap(version.a, version.b);
    if (!version.later.empty()) version.kind = VersionKind::kVersion;
    const auto [at, is_new] = later.emplace(version.a, version);
    if (is_new || !at->second.later.empty()) continue;
    const bool better =
        !version.later.empty() ||
        IsEarlier(*reports.at(at->second.b), *reports.at(version.b));
    if (better) at->second = version;
  }
  return later;
}

std::string WordsKey(const StoredRecommendation& one) {
  return FoldWords(one.item.text);
}

std::string LabelKey(const StoredRecommendation& one) {
  const std::string label = FoldWords(one.item.label);
  return label.empty() ? label : std::string(Name(one.item.kind)) + " " + label;
}

// Reports that share the words of half of what the one of them asks, or their
// title, with another: to read all of an archive for versions takes too long
// for a list.
std::vector<const ReportRecord*> MayBeVersions(
    const std::vector<ReportRecord>& reports,
    const std::vector<StoredRecommendation>& recommendations) {
  std::map<std::string, std::set<ReportId>> asking;
  std::map<std::string, std::set<ReportId>> titled;
  std::map<ReportId, std::size_t> asks;
  for (const StoredRecommendation& one : recommendations) {
    asking[WordsKey(one)].insert(one.report);
    ++asks[one.report];
  }
  for (const ReportRecord& report : reports) {
    const std::string title = FoldWords(report.header().title.printed);
    const bool asking_too = asks.count(report.id) > 0;
    if (!title.empty() && asking_too) titled[title].insert(report.id);
  }
  std::map<std::pair<ReportId, ReportId>, std::size_t> shared;
  std::set<ReportId> wanted;
  for (const auto& [words, ids] : asking) {
    if (ids.size() > kStock) continue;
    for (auto a = ids.begin(); a != ids.end(); ++a) {
      for (auto b = std::next(a); b != ids.end(); ++b) ++shared[{*a, *b}];
    }
  }
  for (const auto& [pair, count] : shared) {
    const auto& [a, b] = pair;
    if (2 * count >= std::min(asks[a], asks[b])) wanted.insert({a, b});
  }
  for (const auto& [title, ids] : titled) {
    const bool some = ids.size() > 1 && ids.size() <= kStock;
    if (some) wanted.insert(ids.begin(), ids.end());
  }
  std::vector<const ReportRecord*> all;
  for (const ReportRecord& report : reports) all.push_back(&report);
  for (const Replaced& one : FindReplaced(all)) {
    wanted.insert({one.id, one.by});
  }
  std::vector<const ReportRecord*> found;
  for (const ReportRecord& report : reports) {
    if (wanted.count(report.id) > 0) found.push_back(&report);
  }
  return found;
}

constexpr double kSameAsk = 0.5;  // of the words of both

// The share of the words of both that both have.
double Alike(const StoredRecommendation& a, const StoredRecommendation& b) {
  const auto words = [](const StoredRecommendation& one) {
    std::set<std::string> all;
    const TextSpan whole{0, static_cast<std::uint32_t>(one.item.text.size())};
    for (const TextSpan span : Words(one.item.text, whole)) {
      all.insert(Fold(Slice(one.item.text, span)));
    }
    return all;
  };
  const std::set<std::string> of_a = words(a);
  const std::set<std::string> of_b = words(b);
  std::vector<std::string> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(both));
  const std::size_t any = of_a.size() + of_b.size() - both.size();
  return any == 0 ? 0
                  : static_cast<double>(both.size()) / static_cast<double>(any);
}

using Asks = std::vector<const StoredRecommendation*>;

// What a corrected page asks in place of `one`, by most of its words.
Asks::const_iterator Corrected(const StoredRecommendation& one,
                               const Asks& again) {
  auto best = again.end();
  double most = kSameAsk;
  for (auto other = again.begin(); other != again.end(); ++other) {
    const double alike = Alike(one, **other);
    if ((*other)->item.kind != one.item.kind || alike < most) continue;
    if (best != again.end() && alike == most) continue;
    best = other;
    most = alike;
  }
  return best;
}

// One of each circle stays: what is nowhere else must count somewhere.
void BreakCircles(std::vector<Repeated>* repeated) {
  std::set<RecommendationId> stay;
  for (const Repeated& one : *repeated) {
    const Repeated* at = &one;
    for (std::size_t step = 0; at != nullptr && step < repeated->size();
         ++step) {
      at = stay.count(at->by) > 0 ? nullptr : FindIn(*repeated, at->by);
      if (at == &one) {
        stay.insert(one.id);
        break;
      }
    }
  }
  std::erase_if(*repeated,
                [&](const Repeated& one) { return stay.count(one.id) > 0; });
}

}  // namespace

std::vector<Repeated> FindRepeated(
    const std::vector<ReportRecord>& reports,
    const std::vector<StoredRecommendation>& recommendations) {
  const std::vector<const ReportRecord*> some =
      MayBeVersions(reports, recommendations);
  if (some.size() < 2) return {};
  ById by_id;
  for (const ReportRecord* report : some) by_id[report->id] = report;
  const auto later = LaterOf(FindVersions(some), by_id);
  if (later.empty()) return {};
  std::map<ReportId, Asks> asked;
  for (const StoredRecommendation& one : recommendations) {
    asked[one.report].push_back(&one);
  }
  std::vector<Repeated> repeated;
  for (const StoredRecommendation& one : recommendations) {
    const auto version = later.find(one.report);
    if (version == later.end()) continue;
    const Asks& again = asked[version->second.b];
    const auto find = [&](std::string (*key)(const StoredRecommendation&)) {
      const std::string wanted = key(one);
      return wanted.empty() ? again.end()
                            : std::find_if(again.begin(), again.end(),
                                           [&](const auto* other) {
                                             return key(*other) == wanted;
                                           });
    };
    auto found = find(WordsKey);
    const bool same_words = found != again.end();
    if (!same_words) found = find(LabelKey);
    const bool corrected = !version->second.later.empty();
    if (found == again.end() && corrected) found = Corrected(one, again);
    if (found == again.end()) continue;
    repeated.push_back({one.id, (*found)->id, version->second.b,
                        version->second.kind, same_words});
  }
  std::sort(repeated.begin(), repeated.end(),
            [](const Repeated& a, const Repeated& b) { return a.id < b.id; });
  BreakCircles(&repeated);
  return repeated;
}

const Repeated* FindIn(const std::vector<Repeated>& repeated,
                       const RecommendationId& id) {
  const auto found =
      std::lower_bound(repeated.begin(), repeated.end(), id,
                       [](const Repeated& one, const RecommendationId& wanted) {
                         return one.id < wanted;
                       });
  return found != repeated.end() && found->id == id ? &*found : nullptr;
}

}  // namespace concord::overlap
