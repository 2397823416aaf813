#include "concord/crossref/references.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/parts.h"
#include "concord/extraction/places.h"
#include "crossref/quotes.h"
#include "crossref/work_folder.h"

namespace concord::crossref {
namespace {

using extraction::HeldPlace;
using extraction::InternalReference;
using extraction::PlaceKey;
using extraction::PlaceName;

struct Target {
  std::size_t report = 0;
  TextSpan span;
};

// One work: the places its documents hold, and its chapters by part.
struct WholeWork {
  std::map<std::string, Target> places;
  std::map<std::string, std::set<int>> chapters;  // part -> numbers
};

void AddPlaces(const store::ReportRecord& report, std::size_t index,
               WholeWork* work) {
  for (const HeldPlace& place : extraction::PlacesOf(report.document)) {
    work->places.emplace(place.key, Target{index, place.span});
  }
  const PlaceName own = extraction::OwnPlace(report.document);
  const int chapter = std::atoi(own.chapter.c_str());
  if (chapter > 0) work->chapters[own.part].insert(chapter);
}

// The place itself; for a section that has no heading of its own, its first
// paragraph.
const Target* Follow(const WholeWork& work,
                     const InternalReference& reference) {
  const auto exact = work.places.find(reference.target);
  if (exact != work.places.end()) return &exact->second;
  if (reference.name.section.empty() || !reference.name.paragraph.empty()) {
    return nullptr;
  }
  PlaceName first{reference.name.part, reference.name.chapter, "",
                  reference.name.section, reference.name.appendix};
  const std::string prefix = PlaceKey(first) + ".";
  const auto under = work.places.lower_bound(prefix);
  const bool found =
      under != work.places.end() && under->first.starts_with(prefix);
  return found ? &under->second : nullptr;
}

// Chapters 1 to n without a gap: what lies beyond them does not exist.
bool IsWhole(const std::set<int>& chapters) {
  return !chapters.empty() && *chapters.begin() == 1 &&
         *chapters.rbegin() == static_cast<int>(chapters.size());
}

// The work holds what surrounds the place, and not the place.
bool IsBroken(const WholeWork& work, const InternalReference& reference) {
  const PlaceName around{reference.name.part, reference.name.chapter, "", "",
                         reference.name.appendix};
  const bool detail =
      !reference.name.section.empty() || !reference.name.paragraph.empty();
  if (detail && work.places.contains(PlaceKey(around))) return true;
  if (reference.name.chapter.empty()) return false;
  const auto part = work.chapters.find(reference.name.part);
  return part != work.chapters.end() && IsWhole(part->second);
}

struct Works {
  std::map<std::string, WholeWork> shared;  // by root
  std::vector<WholeWork> own;               // one a report
  std::vector<std::string> roots;
  std::vector<bool> placed;
};

Works CollectWorks(const Reports& reports) {
  Works works;
  works.own.resize(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    works.roots.push_back(WorkFolder(reports[i]->uri));
    const PlaceName own = extraction::OwnPlace(reports[i]->document);
    works.placed.push_back(!PlaceKey(own).empty());
    AddPlaces(*reports[i], i, &works.own[i]);
    if (works.placed[i])
      AddPlaces(*reports[i], i, &works.shared[works.roots[i]]);
  }
  return works;
}

// The work that a reference of report `i` is followed in.
const WholeWork& WorkFor(const Works& works, std::size_t i,
                         const InternalReference& reference) {
  const auto shared = works.shared.find(works.roots[i]);
  const bool full =
      !reference.name.part.empty() && !reference.name.chapter.empty();
  const bool belongs = works.placed[i] || full;
  if (shared == works.shared.end() || !belongs) return works.own[i];
  return shared->second;
}

ReferenceEntry EntryOf(const store::ReportRecord& report,
                       const InternalReference& reference) {
  ReferenceEntry entry;
  entry.printed = reference.printed;
  entry.target = reference.target;
  entry.quote = MakeQuote(report, reference.span);
  entry.id = StatementId("f-", {report.id.value, reference.target,
                                std::to_string(reference.span.begin)});
  return entry;
}

// "Appendix M" of a paper that another file of the same meeting is.
class Beside {
 public:
  explicit Beside(const Reports& reports) : reports_(reports) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const std::string title = extraction::FullTitle(reports[i]->header());
      names_.push_back({reports[i]->id, reports[i]->uri,
                        title.empty() ? reports[i]->document.title : title});
      at_.emplace(reports[i]->id, i);
    }
    held_.emplace(names_);
  }

  std::optional<Target> Find(std::size_t report,
                             const InternalReference& reference) const {
    const PlaceName& name = reference.name;
    const bool whole = !name.appendix.empty() && name.part.empty() &&
                       name.chapter.empty() && name.section.empty() &&
                       name.paragraph.empty();
    if (!whole) return std::nullopt;
    const auto part = held_->Find(names_[report], "appendix " + name.appendix);
    if (!part || *part == reports_[report]->id) return std::nullopt;
    const std::size_t index = at_.at(*part);
    return Target{index, reports_[index]->header().title.span};
  }

 private:
  const Reports& reports_;
  std::vector<store::ReportName> names_;
  std::map<ReportId, std::size_t> at_;
  std::optional<PartsHeld> held_;
};

}  // namespace

std::vector<ReferenceEntry> FollowReferences(
    const std::vector<store::ReportRecord>& records) {
  const Reports reports = SortReports(records);
  const Works works = CollectWorks(reports);
  const Beside beside(reports);
  std::vector<ReferenceEntry> entries;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const auto& reference :
         extraction::FindReferences(reports[i]->document)) {
      ReferenceEntry entry = EntryOf(*reports[i], reference);
      const Target* target = Follow(works.own[i], reference);
      const WholeWork& work = WorkFor(works, i, reference);
      if (target == nullptr) target = Follow(work, reference);
      std::optional<Target> other;
      if (target == nullptr) other = beside.Find(i, reference);
      if (other) target = &*other;
      if (target != nullptr) {
        entry.verdict = "resolved";
        entry.report = reports[target->report]->id;
        entry.uri = reports[target->report]->uri;
        entry.span = target->span;
      } else {
        entry.verdict = IsBroken(work, reference) ? "broken" : "not held";
      }
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace concord::crossref
