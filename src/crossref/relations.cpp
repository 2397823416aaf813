// Which works a stated relation binds.
//
// In this order: the phrase as a title, or the series it names, as its members;
// the title that extraction read from the same document; the titles standing in
// the phrase, longest first; and for "the 20 of the original report" the one
// other work of which the same report states that number.

#include "crossref/relations.h"

#include <algorithm>

#include "concord/base/unicode.h"

namespace concord::crossref {
namespace {

using WorkIndexes = std::vector<std::size_t>;

void AddUnique(std::size_t work, WorkIndexes* works) {
  if (std::find(works->begin(), works->end(), work) == works->end()) {
    works->push_back(work);
  }
}

WorkIndexes WithSeriesOpened(const WorkRegistry& registry,
                             const WorkIndexes& found) {
  WorkIndexes opened;
  for (const std::size_t work : found) {
    const WorkIndexes members = registry.MembersOf(work);
    for (const std::size_t member : members) AddUnique(member, &opened);
    if (members.empty()) AddUnique(work, &opened);
  }
  return opened;
}

// Titles of this report that stand in the phrase, longest first, each stretch
// of words once.
WorkIndexes TitlesStandingIn(const WorkRegistry& registry,
                             std::string_view phrase, std::size_t report) {
  std::vector<std::pair<std::string, std::size_t>> titles;
  if (report < registry.local.size()) {
    for (const auto& [title, work] : registry.local[report]) {
      std::string words = title.first;
      if (!title.second.empty()) words += " " + title.second;
      titles.emplace_back(words, work);
    }
  }
  std::sort(titles.begin(), titles.end(), [](const auto& a, const auto& b) {
    return std::pair(b.first.size(), a.first) <
           std::pair(a.first.size(), b.first);
  });
  TitleForms whole = ReadTitle("x " + std::string(phrase) + " x");
  std::string words = " " + whole.match + " ";
  WorkIndexes found;
  for (const auto& [title, work] : titles) {
    for (std::size_t at = words.find(" " + title + " ");
         at != std::string::npos; at = words.find(" " + title + " ")) {
      words.replace(at, title.size() + 2, " | ");
      AddUnique(work, &found);
    }
  }
  return found;
}

bool IsRecommendationCount(const extraction::StatedCount& count) {
  return Fold(count.what).find("recommendation") != std::string::npos;
}

// The other works of which this report states that they hold `number`
// recommendations.
WorkIndexes WorksOfThatCount(const Reports& reports,
                             const WorkRegistry& registry, std::size_t report,
                             std::int32_t number) {
  WorkIndexes found;
  for (const auto& count : reports[report]->extraction.counts) {
    if (count.count != number || !IsRecommendationCount(count)) continue;
    for (const std::size_t work : registry.Find(count.work, report)) {
      AddUnique(work, &found);
    }
  }
  return found;
}

// "Part One" is part of what it is said to be part of.
WorkIndexes PartOf(const WorkRegistry& registry,
                   const extraction::StatedRelation& item, std::size_t report) {
  if (item.type != "part-of") return {};
  const std::string& whole =
      item.object_work.empty() ? item.object : item.object_work;
  if (ReadTitle("x " + item.subject).part.empty()) return {};
  return registry.Find(whole + " " + item.subject, report);
}

std::optional<std::size_t> SubjectWork(const WorkRegistry& registry,
                                       const extraction::StatedRelation& item,
                                       std::size_t report) {
  if (item.subject.empty() && item.subject_work.empty()) {
    return SpeaksForItself(item.type, item.quote) ? registry.own[report]
                                                  : std::nullopt;
  }
  WorkIndexes found = PartOf(registry, item, report);
  if (found.empty()) found = registry.Find(item.subject, report);
  if (found.empty()) {
    const std::string& title =
        item.subject_work.empty() ? item.subject : item.subject_work;
    found = WorksNamedIn(registry, title, report);
  }
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

WorkIndexes ObjectsOf(const Reports& reports, const WorkRegistry& registry,
                      const ResolvedRelation& relation) {
  const extraction::StatedRelation& item = *relation.item;
  // The printed words first: they may name a part of the work meant.
  WorkIndexes found =
      WithSeriesOpened(registry, registry.Find(item.object, relation.report));
  if (found.empty() && !item.object_work.empty()) {
    found = WorksNamedIn(registry, item.object_work, relation.report);
  }
  if (found.empty()) {
    found = WorksNamedIn(registry, item.object, relation.report);
  }
  if (found.empty() && item.object_count > 0) {
    found =
        WorksOfThatCount(reports, registry, relation.report, item.object_count);
    if (relation.subject) std::erase(found, *relation.subject);
    if (found.size() > 1) found.clear();
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::size_t> WorksNamedIn(const WorkRegistry& registry,
                                      std::string_view phrase,
                                      std::size_t report) {
  const WorkIndexes whole = registry.Find(phrase, report);
  if (!whole.empty()) return WithSeriesOpened(registry, whole);
  return WithSeriesOpened(registry, TitlesStandingIn(registry, phrase, report));
}

std::vector<ResolvedRelation> ResolveRelations(const Reports& reports,
                                               const WorkRegistry& registry) {
  std::vector<ResolvedRelation> relations;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const auto& item : reports[i]->extraction.relations) {
      ResolvedRelation relation;
      relation.report = i;
      relation.item = &item;
      relation.subject = SubjectWork(registry, item, i);
      relation.objects = ObjectsOf(reports, registry, relation);
      relations.push_back(std::move(relation));
    }
  }
  return relations;
}

std::vector<RelationEntry> RelationEntries(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  std::vector<RelationEntry> entries;
  for (const ResolvedRelation& relation : relations) {
    RelationEntry entry;
    entry.type = relation.item->type;
    entry.subject = relation.item->subject;
    entry.object = relation.item->object;
    entry.object_count = relation.item->object_count;
    if (relation.subject) {
      entry.subject_work = registry.works[*relation.subject].id;
    }
    for (const std::size_t work : relation.objects) {
      entry.object_works.push_back(registry.works[work].id);
    }
    entry.quote = MakeQuote(*reports[relation.report], relation.item->span);
    entry.id = StatementId(
        "l-", {entry.quote.report.value, std::to_string(entry.quote.span.begin),
               entry.type, entry.subject, entry.object});
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(),
            [](const RelationEntry& a, const RelationEntry& b) {
              return std::tie(a.quote.report, a.quote.span, a.type, a.id) <
                     std::tie(b.quote.report, b.quote.span, b.type, b.id);
            });
  return entries;
}

}  // namespace concord::crossref
