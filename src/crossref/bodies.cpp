// Which names are one body.
//
// Joined, each by a named rule:
//   "same name"                 after folding, article and possessive dropped
//   "acronym"                   a short form defined in the same report, or
//                               with one meaning in the archive
//   "named with its parent"     "MPS Training Unit" where MPS is a body and
//                               "Training Unit" is named too
//   "the committee of the paper" / "only one of its kind in the report"
//                               "the Committee", "the Board", "members"
// A generic word that is settled by none of these names nobody and is left out:
// "the unit" of one report is not "the unit" of another.

#include "crossref/bodies.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/acronyms.h"
#include "crossref/body_namings.h"
#include "crossref/decided_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

using extraction::OwnerKind;

bool IsGeneric(std::string_view key) {
  static const std::set<std::string_view> kWords = {
      "committee",     "sub committee", "authority",    "board",
      "force",         "service",       "inspectorate", "panel",
      "unit",          "team",          "group",        "council",
      "department",    "division",      "directorate",  "members",
      "member",        "officers",      "commission",   "tribunal",
      "association",   "constabulary",  "office",       "subcommittee",
      "working group", "inquiry",       "trust",        "college"};
  return kWords.count(key) > 0;
}

std::string LastWord(const std::string& key) {
  const std::size_t space = key.rfind(' ');
  return space == std::string::npos ? key : key.substr(space + 1);
}

void JoinAcronyms(const Reports& reports,
                  const std::vector<AcronymEntry>& acronyms,
                  std::vector<Naming>* namings) {
  for (Naming& naming : *namings) {
    const AcronymEntry* entry =
        Meaning(acronyms, naming.name, reports[naming.report]->id);
    if (entry == nullptr) continue;
    naming.key = BodyKey(entry->long_form);
    naming.rule = "acronym";
  }
}

// "northmarch training unit" -> "training unit", where the words before it are
// a body and the words after it too.
void JoinParents(const Reports& reports,
                 const std::vector<AcronymEntry>& acronyms,
                 std::vector<Naming>* namings) {
  std::set<std::string> keys;
  for (const Naming& naming : *namings) keys.insert(naming.key);
  for (Naming& naming : *namings) {
    const std::size_t space = naming.name.find(' ');
    if (space == std::string::npos) continue;
    const std::string first = naming.name.substr(0, space);
    const bool acronym =
        !FindAcronymUses(first, {0, static_cast<std::uint32_t>(first.size())})
             .empty();
    if (!acronym || naming.kind == OwnerKind::kClass) continue;
    const AcronymEntry* parent =
        Meaning(acronyms, first, reports[naming.report]->id);
    if (parent == nullptr && keys.count(BodyKey(first)) == 0) continue;
    const std::string rest = naming.name.substr(space + 1);
    const AcronymEntry* child =
        Meaning(acronyms, rest, reports[naming.report]->id);
    const std::string key = BodyKey(child != nullptr ? child->long_form : rest);
    if (keys.count(key) == 0 || IsGeneric(key)) continue;
    naming.key = key;
    naming.rule = "named with its parent";
  }
}

// What "the Board" means in one report: its committee, else the only body of
// that report whose name ends so.
std::optional<std::string> MeaningOfGeneric(
    const std::string& generic, const std::string& committee,
    const std::set<std::string>& bodies) {
  if (generic == "members" || generic == "member") {
    return committee.empty() ? std::nullopt : std::optional(committee);
  }
  const std::string last = LastWord(generic);
  if (!committee.empty() && LastWord(committee) == last) return committee;
  std::optional<std::string> only;
  for (const std::string& body : bodies) {
    if (LastWord(body) != last) continue;
    if (only) return std::nullopt;
    only = body;
  }
  return only;
}

void JoinGenerics(const Reports& reports, std::vector<Naming>* namings) {
  std::vector<std::set<std::string>> bodies(reports.size());
  for (const Naming& naming : *namings) {
    if (!IsGeneric(naming.key)) bodies[naming.report].insert(naming.key);
  }
  std::vector<Naming> kept;
  for (Naming& naming : *namings) {
    if (IsGeneric(naming.key)) {
      const std::string committee =
          BodyKey(reports[naming.report]->header().committee.printed);
      const std::optional<std::string> meant =
          MeaningOfGeneric(naming.key, committee, bodies[naming.report]);
      if (!meant) continue;
      naming.rule = *meant == committee ? "the committee of the paper"
                                        : "only one of its kind in the report";
      naming.key = *meant;
    }
    kept.push_back(std::move(naming));
  }
  *namings = std::move(kept);
}

// The name most often printed in full; classes and posts keep their kind.
void NameBody(const std::vector<const Naming*>& namings, Body* body) {
  std::map<std::string, int> full;
  std::map<OwnerKind, int> kinds;
  for (const Naming* naming : namings) {
    ++kinds[naming->kind];
    if (naming->rule == "same name") ++full[naming->name];
  }
  int most = 0;
  for (const auto& [kind, count] : kinds) {
    if (count > most) body->kind = kind;
    most = std::max(most, count);
  }
  most = 0;
  for (const auto& [name, count] : full) {
    if (count > most) body->name = name;
    most = std::max(most, count);
  }
  if (body->name.empty()) body->name = namings.front()->name;
}

using EntriesByKey = std::multimap<std::string, const AcronymEntry*>;

EntriesByKey ByLongForm(const std::vector<AcronymEntry>& acronyms) {
  EntriesByKey by_key;
  for (const AcronymEntry& entry : acronyms) {
    if (!entry.long_form.empty()) {
      by_key.emplace(BodyKey(entry.long_form), &entry);
    }
  }
  return by_key;
}

// A body known only by its acronym takes the long form as its name.
void NameFromAcronym(const std::string& key, const EntriesByKey& acronyms,
                     Body* body) {
  const auto [begin, end] = acronyms.equal_range(key);
  for (auto at = begin; at != end; ++at) {
    const AcronymEntry& entry = *at->second;
    if (BodyKey(body->name) != key) body->name = entry.long_form;
    const bool known = std::any_of(
        body->aliases.begin(), body->aliases.end(),
        [&](const Alias& alias) { return alias.printed == entry.short_form; });
    if (!known) {
      body->aliases.push_back(
          {entry.short_form, "acronym", entry.definitions.front()});
    }
  }
}

void AddNaming(const Naming& naming, const store::ReportRecord& report,
               Body* body) {
  const Quote quote = MakeQuote(report, naming.span);
  body->mentions.push_back(quote);
  const bool known = std::any_of(
      body->aliases.begin(), body->aliases.end(),
      [&](const Alias& alias) { return alias.printed == naming.name; });
  if (!known) body->aliases.push_back({naming.name, naming.rule, quote});
}

// "(ILU)" and the like at the end of a name.
std::string_view WithoutBracket(std::string_view name) {
  const std::size_t open = name.rfind(" (");
  const bool closed = !name.empty() && name.back() == ')';
  return closed && open != std::string_view::npos ? name.substr(0, open) : name;
}

}  // namespace

std::string BodyKey(std::string_view name) {
  std::string folded = Fold(WithoutBracket(name));
  for (const std::string_view ending : {"'s", "'"}) {
    if (folded.ends_with(ending)) {
      folded.resize(folded.size() - ending.size());
      break;
    }
  }
  std::vector<std::string> words = KeyWords(folded);
  while (words.size() > 1 && (IsBodyDeterminer(words.front()) ||
                              (words.front() == "of" && words.size() > 2))) {
    words.erase(words.begin());
  }
  return JoinWords(words);
}

std::vector<Body> BuildBodies(const Reports& reports,
                              const std::vector<AcronymEntry>& acronyms,
                              const std::vector<RegisterDecision>& decisions,
                              std::vector<UnfitDecision>* unfit) {
  std::vector<Naming> namings = CollectNamings(reports);
  JoinAcronyms(reports, acronyms, &namings);
  DropShouted(acronyms, &namings);
  JoinParents(reports, acronyms, &namings);
  JoinGenerics(reports, &namings);
  DecidedNames decided;
  if (unfit != nullptr) decided = DecideNames(decisions, &namings, unfit);
  std::map<std::string, std::vector<const Naming*>> groups;
  for (const Naming& naming : namings) groups[naming.key].push_back(&naming);
  const EntriesByKey by_long_form = ByLongForm(acronyms);
  std::vector<Body> bodies;
  for (const auto& [key, members] : groups) {
    Body body;
    body.id = BodyIdOf(key);
    NameBody(members, &body);
    for (const Naming* naming : members) {
      AddNaming(*naming, *reports[naming->report], &body);
    }
    NameFromAcronym(key, by_long_form, &body);
    body.merged = decided.merged[key];
    for (const Alias& alias : decided.aliases[key]) {
      body.aliases.push_back(alias);
    }
    bodies.push_back(std::move(body));
  }
  std::sort(bodies.begin(), bodies.end(),
            [](const Body& a, const Body& b) { return a.id < b.id; });
  return bodies;
}

}  // namespace concord::crossref
