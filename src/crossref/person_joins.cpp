#include "crossref/person_joins.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/person_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

using NameKeys = std::set<std::string>;

// A name taken apart: "Superintendent Garth", "N Garth", "Ned Garth-Elm".
struct Name {
  std::string surname;
  std::string given;  // first forename or initial; "" where none is said
};

Name ReadName(const std::vector<Appearance>& appearances) {
  std::vector<std::string> words;
  const std::string printed = CollapseSpace(appearances.front().name);
  for (std::size_t begin = 0; begin < printed.size();) {
    const std::size_t end = std::min(printed.find(' ', begin), printed.size());
    std::string word = Fold(printed.substr(begin, end - begin));
    std::erase_if(word, [](char c) { return c == '.' || c == ','; });
    if (!word.empty() && word != "the") words.push_back(std::move(word));
    begin = end + 1;
  }
  Name name;
  if (words.empty()) return name;
  name.surname = words.back();
  words.pop_back();
  while (!words.empty() &&
         (IsRank(words.front()) || IsCourtesyTitle(words.front()))) {
    words.erase(words.begin());
  }
  if (!words.empty()) name.given = words.front();
  return name;
}

bool Fits(const Name& name, const Name& full) {
  if (name.surname != full.surname || full.given.empty()) return false;
  if (name.given.empty()) return true;
  return name.given.size() == 1 && full.given.starts_with(name.given) &&
         full.given.size() > 1;
}

// Titles that say more than man or woman: "Councillor", "Inspector".
NameKeys Offices(const std::vector<Appearance>& appearances) {
  static const NameKeys kPlain = {"mr",   "mrs",  "ms", "miss", "sir",
                                  "dame", "lady", "dr", "hon",  "rt"};
  NameKeys titles;
  for (const Appearance& appearance : appearances) {
    for (const std::string& word : KeyWords(appearance.name)) {
      const bool title = IsCourtesyTitle(word) || IsRank(word);
      if (title && !kPlain.contains(word)) {
        titles.insert(word == "cllr" ? "councillor" : word);
      }
    }
  }
  return titles;
}

// Titles of which nobody has two: a Miss Ash and a Mrs Ash in one archive are
// daughter and mother far oftener than one woman before and after a wedding.
enum class Style { kNone, kMan, kWoman, kMrs, kMiss };

Style StyleOf(const Appearance& appearance) {
  static const std::map<std::string, Style, std::less<>> kStyles = {
      {"mr", Style::kMan},     {"sir", Style::kMan},  {"mrs", Style::kMrs},
      {"miss", Style::kMiss},  {"ms", Style::kWoman}, {"dame", Style::kWoman},
      {"lady", Style::kWoman},
  };
  for (const std::string& word : KeyWords(appearance.name)) {
    const auto found = kStyles.find(word);
    if (found != kStyles.end()) return found->second;
  }
  return Style::kNone;
}

// How often each stands.
using Styles = std::map<Style, std::size_t>;

Styles StylesOf(const std::vector<Appearance>& appearances) {
  Styles styles;
  for (const Appearance& appearance : appearances) {
    const Style style = StyleOf(appearance);
    if (style != Style::kNone) ++styles[style];
  }
  return styles;
}

bool MayBeOne(const Styles& styles) {
  const bool man = styles.contains(Style::kMan);
  const bool women = styles.size() > (man ? 1u : 0u);
  return !(man && women) &&
         !(styles.contains(Style::kMrs) && styles.contains(Style::kMiss));
}

bool MayBeOne(const std::vector<Appearance>& a,
              const std::vector<Appearance>& b) {
  Styles styles = StylesOf(a);
  styles.merge(StylesOf(b));
  return MayBeOne(styles);
}

NameKeys CompanyOf(const std::vector<Appearance>& appearances) {
  NameKeys company;
  for (const Appearance& appearance : appearances) {
    company.insert("report " + appearance.report->id.value);
    const std::string committee =
        BodyKey(appearance.report->header().committee.printed);
    if (!committee.empty()) company.insert("committee " + committee);
  }
  return company;
}

bool Meet(const NameKeys& a, const NameKeys& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& word) { return b.contains(word); });
}

// The keys that give a whole forename, by surname.
using FullNamesByShort = std::map<std::string, std::vector<std::string>>;

FullNamesByShort FullNamesOf(const People& people) {
  FullNamesByShort names;
  for (const auto& [key, appearances] : people) {
    const Name name = ReadName(appearances);
    if (name.given.size() > 1) names[name.surname].push_back(key);
  }
  return names;
}

// The one person who is meant by a short name, or nobody.
std::optional<std::string> Meant(const People& people,
                                 const FullNamesByShort& full_names,
                                 const std::string& key) {
  const Name name = ReadName(people.at(key));
  if (name.given.size() > 1) return std::nullopt;
  const auto found = full_names.find(name.surname);
  if (found == full_names.end() || found->second.size() != 1) {
    return std::nullopt;
  }
  const std::optional<std::string> only = found->second.front();
  if (!Fits(name, ReadName(people.at(*only)))) return std::nullopt;
  const auto& mine = people.at(key);
  const auto& theirs = people.at(*only);
  if (!MayBeOne(mine, theirs)) return std::nullopt;
  const bool known = Meet(CompanyOf(mine), CompanyOf(theirs)) ||
                     Meet(Offices(mine), Offices(theirs));
  return known ? only : std::nullopt;
}

// Who keeps the bare surname: him, else her who is named more often.
Style KeeperOf(const Styles& styles) {
  if (styles.contains(Style::kMan)) return Style::kMan;
  return styles.at(Style::kMiss) > styles.at(Style::kMrs) ? Style::kMiss
                                                          : Style::kMrs;
}

// "Mr Garth", "Mrs Garth" and "Miss Garth" are three: hers go under "mrs garth"
// and "miss garth".
void PartByTitle(People* people) {
  People parted;
  for (auto& [key, appearances] : *people) {
    if (!ReadName(appearances).given.empty()) continue;
    const Styles styles = StylesOf(appearances);
    if (MayBeOne(styles)) continue;
    const Style keeper = KeeperOf(styles);
    const bool is_miss =
        styles.contains(Style::kMiss) && !styles.contains(Style::kMrs);
    std::vector<Appearance> kept;
    for (Appearance& one : appearances) {
      Style style = StyleOf(one);
      if (style == Style::kWoman) {
        style = keeper != Style::kMan ? keeper
                : is_miss             ? Style::kMiss
                                      : Style::kMrs;
      }
      const bool stays = style == Style::kNone || style == keeper;
      const std::string title = style == Style::kMiss ? "miss " : "mrs ";
      (stays ? kept : parted[title + key]).push_back(std::move(one));
    }
    appearances = std::move(kept);
  }
  people->merge(parted);
}

// Of two that cannot be one person none is the full name.
void DropRivals(const People& people,
                std::map<std::string, std::string>* joins) {
  std::map<std::string, std::vector<Appearance>> joined;
  for (const auto& [from, to] : *joins) {
    std::vector<Appearance>& all = joined[to];
    const auto& more = people.at(from);
    all.insert(all.end(), more.begin(), more.end());
  }
  std::erase_if(*joins, [&](const auto& join) {
    return !MayBeOne(joined.at(join.second), people.at(join.second));
  });
}

}  // namespace

void JoinPeople(People* people) {
  PartByTitle(people);
  const FullNamesByShort full_names = FullNamesOf(*people);
  std::map<std::string, std::string> joins;
  for (const auto& [key, appearances] : *people) {
    if (const auto full = Meant(*people, full_names, key))
      joins.emplace(key, *full);
  }
  DropRivals(*people, &joins);
  for (const auto& [from, to] : joins) {
    std::vector<Appearance> moved = std::move(people->at(from));
    people->erase(from);
    std::vector<Appearance>& at = people->at(to);
    at.insert(at.end(), moved.begin(), moved.end());
  }
}

}  // namespace concord::crossref
