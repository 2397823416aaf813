// Assembles the registry of works from the joined titles.

#include "crossref/works.h"

#include "crossref/decided.h"
#include "crossref/papers.h"

#include <algorithm>
#include <set>

namespace concord::crossref {
namespace {

using Groups = std::map<WorkKey, std::vector<std::size_t>>;

Groups GroupByKey(const std::vector<TitleMention>& mentions) {
  Groups groups;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    groups[mentions[i].key].push_back(i);
  }
  return groups;
}

// The words the identifier is made of: those of the chosen title.
WorkId IdOf(const WorkKey& key, const Work& work) {
  std::string words = ReadTitle(work.title).key;
  if (ReadTitle(work.title).match != key.title) words = key.title;
  if (!key.edition.empty()) words += " " + key.edition;
  if (!key.part.empty()) words += " " + key.part;
  return WorkId{Slug("w-", words)};
}

WorkKey WholeOf(WorkKey part) {
  part.part.clear();
  return part;
}

// The works as they are without any decision, by their ids.
std::map<std::string, WorkKey> KeysById(
    const std::vector<TitleMention>& mentions, const Reports& reports) {
  std::map<std::string, WorkKey> ids;
  for (const auto& [key, members] : GroupByKey(mentions)) {
    std::vector<const TitleMention*> group;
    for (const std::size_t i : members) group.push_back(&mentions[i]);
    const Work work = DescribeWork(group, reports);
    ids.emplace(IdOf(key, work).value, key);
    if (key.part.empty()) continue;
    // A whole that nothing but its parts is held of: see AddWholes.
    const WorkKey whole = WholeOf(key);
    Work titled;
    titled.title = work.title;
    ids.emplace(IdOf(whole, titled).value, whole);
  }
  return ids;
}

// A part is a part of something, even where only the part is cited.
void AddWholes(WorkRegistry* registry) {
  std::vector<std::pair<WorkKey, Work>> wholes;
  for (const auto& [key, index] : registry->by_key) {
    if (key.part.empty()) continue;
    const WorkKey whole_key = WholeOf(key);
    if (registry->by_key.count(whole_key) > 0) continue;
    Work whole;
    whole.title = registry->works[index].title;
    whole.kind = registry->works[index].kind;
    whole.publisher = registry->works[index].publisher;
    whole.keys = {whole_key.title};
    wholes.emplace_back(whole_key, std::move(whole));
  }
  for (auto& [key, whole] : wholes) {
    if (!registry->by_key.emplace(key, registry->works.size()).second) continue;
    whole.id = IdOf(key, whole);
    registry->works.push_back(std::move(whole));
  }
}

void LinkParts(WorkRegistry* registry) {
  for (const auto& [key, index] : registry->by_key) {
    if (key.part.empty()) continue;
    Work& part = registry->works[index];
    part.part_of = registry->works[registry->by_key.at(WholeOf(key))].id;
    if (part.part.empty()) part.part = key.part;
  }
}

struct Family {
  std::set<std::size_t> members;
  std::set<std::size_t> first;  // held, and no sequel to another
  std::string title;            // as printed before the colon
};

// "Fair Hearing: A Second Look" -> "Fair Hearing", as printed.
std::string PrintedMain(const TitleMention& mention) {
  std::size_t cut = std::string::npos;
  for (const std::string_view mark : {":", " - ", " – ", " — "}) {
    cut = std::min(cut, mention.title.find(mark));
  }
  if (cut == std::string::npos) cut = mention.title.rfind(' ');
  return mention.title.substr(0, cut);
}

// Works whose titles share the words before the colon, or are numbered alike.
std::map<std::string, Family> FindFamilies(const WorkRegistry& registry) {
  std::map<std::string, Family> families;
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleMention& mention = registry.mentions[i];
    const TitleForms& forms = mention.forms;
    const bool numbered = !forms.numbered.empty();
    if (!mention.key.part.empty() || forms.statute) continue;
    if (forms.subtitle.empty() && !numbered) continue;
    Family& family = families[forms.main];
    family.members.insert(registry.work_of_mention[i]);
    if (mention.citation == nullptr && !TellsOfSequel(forms.subtitle)) {
      family.first.insert(registry.work_of_mention[i]);
    }
    const std::string printed = PrintedMain(mention);
    if (family.title.empty() || printed < family.title) family.title = printed;
  }
  return families;
}

// Titles that some text calls a series.
std::set<std::string> NamedSeries(const WorkRegistry& registry) {
  std::set<std::string> titles;
  for (const TitleMention& mention : registry.mentions) {
    if (mention.forms.series) titles.insert(mention.key.title);
  }
  return titles;
}

// A series is a work of its own: two members or more, or one that a text
// calls a series.
void LinkSeries(WorkRegistry* registry) {
  const std::set<std::string> named = NamedSeries(*registry);
  for (auto& [main, family] : FindFamilies(*registry)) {
    if (family.members.size() < 2 && named.count(main) == 0) continue;
    const WorkKey key = {main, "", ""};
    auto found = registry->by_key.find(key);
    if (found == registry->by_key.end()) {
      Work series;
      series.title = family.title;
      series.keys = {main};
      series.id = IdOf(key, series);
      found = registry->by_key.emplace(key, registry->works.size()).first;
      registry->works.push_back(std::move(series));
    }
    const std::size_t whole = found->second;
    for (const std::size_t member : family.members) {
      if (member == whole) continue;
      registry->works[member].series = registry->works[whole].id;
    }
    // No text speaks of a series: its words are the short title of the first
    // of them.
    if (named.count(main) == 0 && family.first.size() == 1) {
      found->second = *family.first.begin();
    }
  }
}

// Puts the works in order of id and every index with them.
void SortWorks(WorkRegistry* registry) {
  const std::size_t n = registry->works.size();
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return registry->works[a].id < registry->works[b].id;
  });
  std::vector<std::size_t> place(n);
  std::vector<Work> works(n);
  for (std::size_t i = 0; i < n; ++i) {
    place[order[i]] = i;
    works[i] = std::move(registry->works[order[i]]);
  }
  registry->works = std::move(works);
  for (auto& [key, index] : registry->by_key) index = place[index];
  for (std::size_t& index : registry->work_of_mention) index = place[index];
}

// A report that prints a member of a series can name the series.
void IndexSeries(WorkRegistry* registry) {
  for (std::size_t i = 0; i < registry->works.size(); ++i) {
    const auto series = registry->IndexOf(registry->works[i].series);
    if (series) registry->members[*series].push_back(i);
  }
  for (std::size_t i = 0; i < registry->mentions.size(); ++i) {
    const TitleMention& mention = registry->mentions[i];
    const Work& work = registry->works[registry->work_of_mention[i]];
    const auto series = registry->IndexOf(work.series);
    if (work.series.empty() || !series) continue;
    const auto meant = registry->by_key.find({mention.forms.main, "", ""});
    registry->local[mention.report].emplace(
        std::pair(mention.forms.main, std::string()),
        meant == registry->by_key.end() ? *series : meant->second);
  }
}

void IndexTitles(std::size_t reports, WorkRegistry* registry) {
  registry->local.resize(reports);
  registry->own.resize(reports);
  for (std::size_t i = 0; i < registry->mentions.size(); ++i) {
    const TitleMention& mention = registry->mentions[i];
    registry->local[mention.report].emplace(
        std::pair(mention.forms.match, mention.key.part),
        registry->work_of_mention[i]);
    if (mention.citation == nullptr) {
      registry->own[mention.report] = registry->work_of_mention[i];
    }
  }
  IndexSeries(registry);
}

bool Names(const Work& work, const std::string& match) {
  return std::binary_search(work.keys.begin(), work.keys.end(), match);
}

}  // namespace

std::vector<std::size_t> WorkRegistry::Find(std::string_view title,
                                            std::size_t report) const {
  const TitleForms forms = ReadTitle(title);
  if (forms.match.empty()) return {};
  if (forms.statute || !forms.year.empty()) {
    const auto exact = by_key.find({forms.match, forms.year, forms.part});
    if (exact != by_key.end()) return {exact->second};
  }
  if (report < local.size()) {
    const auto here = local[report].find({forms.match, forms.part});
    if (here != local[report].end()) return {here->second};
  }
  std::vector<std::size_t> found;
  for (auto at = by_key.lower_bound({forms.match, "", ""});
       at != by_key.end() && at->first.title == forms.match; ++at) {
    if (at->first.part == forms.part) found.push_back(at->second);
  }
  // A work that people merged stands under several keys.
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::size_t> WorkRegistry::MembersOf(std::size_t work) const {
  const auto found = members.find(work);
  return found == members.end() ? std::vector<std::size_t>() : found->second;
}

std::optional<std::size_t> WorkRegistry::IndexOf(const WorkId& id) const {
  const auto found = std::lower_bound(
      works.begin(), works.end(), id,
      [](const Work& work, const WorkId& key) { return work.id < key; });
  if (found == works.end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - works.begin());
}

WorkRegistry BuildWorks(const Reports& reports,
                        const std::vector<RegisterDecision>& decisions,
                        std::vector<UnfitDecision>* unfit) {
  WorkRegistry registry;
  registry.mentions = CollectTitles(reports);
  JoinTitles(reports, &registry.mentions);
  JoinStatedAliases(reports, &registry.mentions);
  const bool decided_here =
      unfit != nullptr &&
      std::any_of(decisions.begin(), decisions.end(),
                  [](const RegisterDecision& one) { return !one.body; });
  DecidedWorks decided;
  if (decided_here) {
    decided = DecideTitles(decisions, KeysById(registry.mentions, reports),
                           &registry.mentions, unfit);
  }
  registry.work_of_mention.resize(registry.mentions.size());
  for (const auto& [key, members] : GroupByKey(registry.mentions)) {
    std::vector<const TitleMention*> group;
    for (const std::size_t i : members) {
      group.push_back(&registry.mentions[i]);
      registry.work_of_mention[i] = registry.works.size();
    }
    Work work = DescribeWork(group, reports);
    work.id = IdOf(key, work);
    registry.by_key.emplace(key, registry.works.size());
    registry.works.push_back(std::move(work));
  }
  AddWholes(&registry);
  LinkParts(&registry);
  LinkSeries(&registry);
  SortWorks(&registry);
  FinishDecided(decided, &registry);
  IndexTitles(reports.size(), &registry);
  if (decided_here) HoldDecided(decided, reports, &registry, unfit);
  MarkHeld(reports, &registry);
  FindPapers(reports, &registry);
  return registry;
}

std::vector<WorkId> ResolveTitle(const CrossReference& crossref,
                                 std::string_view title) {
  const TitleForms forms = ReadTitle(title);
  const std::string part = forms.part;
  std::vector<WorkId> found;
  std::vector<WorkId> by_subtitle;
  for (const Work& work : crossref.works) {
    if (work.id.value == title) return {work.id};
    const TitleForms own = ReadTitle(work.title);
    const std::string own_part =
        work.part.empty() ? "" : ReadTitle("x " + work.part).part;
    if (own_part != part) continue;
    if (!forms.year.empty() && !work.edition.empty() &&
        work.edition != forms.year) {
      continue;
    }
    const bool named = Names(work, forms.match);
    if (named && !forms.year.empty() && work.edition == forms.year) {
      return {work.id};
    }
    if (named) found.push_back(work.id);
    if (own.subtitle == forms.match) by_subtitle.push_back(work.id);
  }
  return found.empty() ? by_subtitle : found;
}

}  // namespace concord::crossref
