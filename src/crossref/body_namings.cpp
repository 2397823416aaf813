#include "crossref/body_namings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/person_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

using extraction::OwnerKind;

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
         (IsQuantity(words.front()) || IsBodyDeterminer(words.front()))) {
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
  constexpr std::size_t kLongAcronym = 3;
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
  // "Heads of terms" are of a contract.
  if (JoinWords(words) == "heads of terms") return false;
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

// What the archive knows that tells a body from what only looks like one.
struct Company {
  std::set<std::string> people;  // keys of those named in full
  std::set<std::string> titles;  // keys of the works that a report cites
};

Company KnownPeople(const Reports& reports) {
  Company known;
  const auto add = [&](const std::vector<extraction::OwnerMention>& owners) {
    for (const extraction::OwnerMention& owner : owners) {
      if (owner.kind != OwnerKind::kPerson) continue;
      const std::string key = PersonKey(owner.name);
      if (key.find(' ') != std::string::npos) known.people.insert(key);
    }
  };
  for (const store::ReportRecord* report : reports) {
    add(report->header().authors);
    add(report->extraction.owners);
    for (const auto& item : report->extraction.recommendations) {
      add(item.owners);
    }
  }
  return known;
}

// Of whom a sentence speaks without a name.
bool IsPronoun(std::string_view name) {
  static const std::set<std::string, std::less<>> kWords = {
      "i",         "we",      "he",   "she",     "they",   "it",
      "you",       "who",     "them", "us",      "one",    "everyone",
      "everybody", "someone", "all",  "anybody", "nobody", "somebody"};
  return kWords.contains(Fold(name));
}

// "Ada Reed", "Ada Reed Assistant Director": a person that the archive names,
// alone or run together with the post.
bool BeginsWithPerson(std::string_view name,
                      const std::set<std::string>& people) {
  const std::vector<std::string> words = KeyWords(name);
  std::string begin;
  for (std::size_t i = 0; i < words.size() && i < 5; ++i) {
    begin += (i == 0 ? "" : " ") + words[i];
    if (i > 0 && people.contains(begin)) return true;
  }
  return people.contains(PersonKey(name));
}

// Ranks, people, headlines and pointers stand where bodies do.
bool NamesABody(const extraction::OwnerMention& owner, const Company& known) {
  if (IsPronoun(owner.name) || BeginsWithPerson(owner.name, known.people)) {
    return false;
  }
  // "Labour MP": any of them.
  if (owner.name.ends_with(" MP") || owner.name.ends_with(" MPs")) return false;
  // The words of a title, read as a name where the title is cited.
  if (owner.rule == "owner.named" &&
      known.titles.contains(BodyKey(owner.name))) {
    return false;
  }
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
               const Company& known, std::vector<Naming>* namings) {
  for (const extraction::OwnerMention& owner : owners) {
    if (!NamesABody(owner, known)) continue;
    Add(report, owner.name, owner.kind, owner.span, namings);
  }
}

}  // namespace

bool IsBodyDeterminer(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "the", "a",   "an",    "each", "every", "all", "any",
      "our", "its", "their", "this", "your",  "my"};
  return kWords.count(word) > 0;
}

std::vector<Naming> CollectNamings(const Reports& reports) {
  std::vector<Naming> namings;
  Company known = KnownPeople(reports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const extraction::Extraction& extraction = reports[i]->extraction;
    known.titles.clear();
    for (const extraction::Citation& citation : extraction.citations) {
      const bool title = citation.rule == "citation.quoted" ||
                         citation.rule == "citation.background" ||
                         !citation.year.empty();
      if (title) known.titles.insert(BodyKey(citation.title));
    }
    const extraction::TextItem& committee = extraction.header.committee;
    Add(i, committee.printed, OwnerKind::kBody, committee.span, &namings);
    AddOwners(i, extraction.owners, known, &namings);
    for (const extraction::Recommendation& item : extraction.recommendations) {
      AddOwners(i, item.owners, known, &namings);
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

}  // namespace concord::crossref
