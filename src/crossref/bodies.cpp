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
#include "crossref/decided_names.h"
#include "crossref/person_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

using extraction::OwnerKind;

bool IsDeterminer(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "the", "a", "an", "each", "every", "all", "any", "our", "its", "their"};
  return kWords.count(word) > 0;
}

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

bool IsQuantity(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "some",    "several", "many", "most", "few",
      "neither", "both",    "no",   "of",   "other"};
  return kWords.count(word) > 0 || NumberWord(word) >= 0;
}

std::string PluralOf(const std::string& word) {
  if (word.ends_with("s")) return word;
  if (word.ends_with("y") && !word.ends_with("ay") && !word.ends_with("ey")) {
    return word.substr(0, word.size() - 1) + "ies";
  }
  return word + "s";
}

// "all 43 forces", "every force" -> "all forces": a class is never the body of
// the same name.
std::string ClassKey(std::string_view name) {
  std::vector<std::string> words = KeyWords(BodyKey(name));
  while (words.size() > 1 &&
         (IsQuantity(words.front()) || IsDeterminer(words.front()))) {
    words.erase(words.begin());
  }
  if (words.empty()) return {};
  const auto of = std::find(words.begin() + 1, words.end(), "of");
  std::string& head = *std::prev(of);
  head = PluralOf(head);
  return "all " + JoinWords(words);
}

void Add(std::size_t report, std::string_view name, OwnerKind kind,
         TextSpan span, std::vector<Naming>* namings) {
  Naming naming;
  naming.report = report;
  naming.name = CollapseSpace(name);
  naming.kind = kind;
  naming.span = span;
  naming.key = kind == OwnerKind::kClass ? ClassKey(name) : BodyKey(name);
  if (!naming.key.empty()) namings->push_back(std::move(naming));
}

// Two words and more in capitals: a headline, or an emphasis. Words that could
// be acronyms ("MPS ILAU") are none.
bool IsShouted(std::string_view name, const std::set<std::string>& acronyms) {
  constexpr std::size_t kLongAcronym = 4;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (name.find(' ') == std::string_view::npos) return false;
  if (std::any_of(name.begin(), name.end(), small)) return false;
  const std::vector<std::string> words = KeyWords(name);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return word.size() > kLongAcronym && acronyms.count(word) == 0;
  });
}

// Words that lead to a source ("See Hansard") are not a part of its name.
bool IsPointer(std::string_view name) {
  static const std::set<std::string_view> kWords = {"see",  "per",     "cf",
                                                    "ibid", "compare", "e.g"};
  return kWords.count(Fold(name.substr(0, name.find_first_of(" .,")))) > 0;
}

// "all of these practices" and "all the chief" name no class of bodies: the one
// points at something else, the other was cut short.
bool IsClassName(std::string_view name) {
  static const std::set<std::string_view> kPointing = {
      "these", "those", "this", "that", "such", "which", "whom", "them"};
  const std::vector<std::string> words = KeyWords(name);
  // "Mr Ash’s officials" is as long a list as there are people.
  if (!words.empty() && IsCourtesyTitle(words.front())) return false;
  const bool points = std::any_of(
      words.begin(), words.end(),
      [](const std::string& word) { return kPointing.count(word) > 0; });
  if (points || words.empty()) return false;
  const bool all = words.front() == "all" || words.front() == "both";
  const bool counted = all || NumberWord(words.front()) > 1;
  const auto of = std::find(words.begin() + 1, words.end(), "of");
  const std::string& head = *std::prev(of);
  return !counted || head.ends_with("s") || head == "people" ||
         head == "police" || head == "staff" || head == "personnel" ||
         head == "men" || head == "women" || head == "chairmen";
}

// "Lord Elm" of "Lord Elm and Ada Birch MP".
std::string_view FirstOfPair(std::string_view name) {
  return name.substr(0, std::min(name.find(" and "), name.size()));
}

// Ranks, people, headlines and pointers stand where bodies do.
bool NamesABody(const extraction::OwnerMention& owner) {
  switch (owner.kind) {
    case OwnerKind::kPerson:
      return false;
    case OwnerKind::kClass:
      return IsClassName(owner.name);
    case OwnerKind::kPost:
      return true;
    case OwnerKind::kBody:
      return !IsPersonName(owner.name) && !IsPointer(owner.name) &&
             !IsPersonName(FirstOfPair(owner.name));
  }
  return true;
}

void AddOwners(std::size_t report,
               const std::vector<extraction::OwnerMention>& owners,
               std::vector<Naming>* namings) {
  for (const extraction::OwnerMention& owner : owners) {
    if (!NamesABody(owner)) continue;
    Add(report, owner.name, owner.kind, owner.span, namings);
  }
}

std::vector<Naming> CollectNamings(const Reports& reports) {
  std::vector<Naming> namings;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const extraction::Extraction& extraction = reports[i]->extraction;
    const extraction::TextItem& committee = extraction.header.committee;
    Add(i, committee.printed, OwnerKind::kBody, committee.span, &namings);
    AddOwners(i, extraction.owners, &namings);
    for (const extraction::Recommendation& item : extraction.recommendations) {
      AddOwners(i, item.owners, &namings);
    }
  }
  std::sort(namings.begin(), namings.end(),
            [](const Naming& a, const Naming& b) {
              return std::tie(a.report, a.span, a.name) <
                     std::tie(b.report, b.span, b.name);
            });
  const auto last = std::unique(
      namings.begin(), namings.end(), [](const Naming& a, const Naming& b) {
        return a.report == b.report && a.span == b.span && a.name == b.name;
      });
  namings.erase(last, namings.end());
  return namings;
}

// Capitals are a name only where the archive also prints it in the usual way.
void DropShouted(const std::vector<AcronymEntry>& acronyms,
                 std::vector<Naming>* namings) {
  std::set<std::string> defined;
  for (const AcronymEntry& entry : acronyms) {
    if (!entry.long_form.empty()) defined.insert(Fold(entry.short_form));
  }
  std::set<std::string> quiet;
  for (const Naming& naming : *namings) {
    if (!IsShouted(naming.name, defined)) quiet.insert(naming.key);
  }
  std::erase_if(*namings, [&](const Naming& naming) {
    return IsShouted(naming.name, defined) && quiet.count(naming.key) == 0;
  });
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
  while (words.size() > 1 && (IsDeterminer(words.front()) ||
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
