// Wanted works and missing parts.

#include "crossref/gaps.h"

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/parts.h"

namespace concord::crossref {
namespace {

// Works that are held, as a whole or in a part.
std::set<WorkId> IdsOfHeld(const WorkRegistry& registry) {
  std::set<WorkId> held;
  for (const Work& work : registry.works) {
    if (work.held.empty()) continue;
    held.insert(work.id);
    if (!work.part_of.empty()) held.insert(work.part_of);
  }
  return held;
}

// The work a mention asks for: the whole of a part.
std::size_t AskedFor(const WorkRegistry& registry, std::size_t work) {
  const auto whole = registry.IndexOf(registry.works[work].part_of);
  return whole.value_or(work);
}

}  // namespace

std::vector<WantedWork> BuildWanted(const WorkRegistry& registry) {
  std::vector<WantedWork> asked(registry.works.size());
  for (std::size_t i = 0; i < registry.works.size(); ++i) {
    WantedWork& row = asked[AskedFor(registry, i)];
    for (const WorkMention& mention : registry.works[i].cited_by) {
      row.quotes.push_back(mention.quote);
    }
  }
  const std::set<WorkId> held = IdsOfHeld(registry);
  std::vector<WantedWork> wanted;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i].quotes.empty()) continue;
    if (held.count(registry.works[i].id) > 0) continue;
    if (!registry.MembersOf(i).empty()) continue;
    WantedWork row = std::move(asked[i]);
    row.work = registry.works[i].id;
    row.title = registry.works[i].title;
    row.asked_for = static_cast<std::uint32_t>(row.quotes.size());
    std::sort(row.quotes.begin(), row.quotes.end(), QuoteBefore);
    wanted.push_back(std::move(row));
  }
  std::sort(wanted.begin(), wanted.end(),
            [](const WantedWork& a, const WantedWork& b) {
              if (a.asked_for != b.asked_for) return a.asked_for > b.asked_for;
              return a.work < b.work;
            });
  return wanted;
}

std::vector<Missing> BuildMissing(const Reports& reports) {
  std::vector<store::ReportName> names;
  for (const store::ReportRecord* report : reports) {
    const std::string title = extraction::FullTitle(report->header());
    names.push_back({report->id, report->uri,
                     title.empty() ? report->document.title : title});
  }
  const PartsHeld held(names);
  std::vector<Missing> missing;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const store::ReportRecord* report = reports[i];
    std::set<std::string> seen;
    for (const auto& part : report->extraction.missing_parts) {
      const std::string key = FoldWords(part.printed);
      if (!seen.insert(key).second) continue;
      if (held.Find(names[i], part.printed)) continue;
      Missing row;
      row.id = Slug("m-", FoldWords(report->id.value) + " " + key);
      row.printed = part.printed;
      row.quote = MakeQuote(*report, part.span);
      missing.push_back(std::move(row));
    }
  }
  return missing;
}

}  // namespace concord::crossref
