#include "crossref/person_joins.h"

#include <algorithm>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/person_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

using Set = std::set<std::string>;

// A name taken apart: "Superintendent Garth", "N Garth", "Ned Garth-Elm".
struct Name {
  std::string surname;
  std::string given;  // first forename or initial; "" where none is said
};

Name Read(const std::vector<Appearance>& appearances) {
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

// Titles that say no more than man or woman.
Set Titles(const std::vector<Appearance>& appearances, bool offices) {
  static const Set kPlain = {"mr",   "mrs",  "ms", "miss", "sir",
                             "dame", "lady", "dr", "hon",  "rt"};
  Set titles;
  for (const Appearance& appearance : appearances) {
    for (const std::string& word : KeyWords(appearance.name)) {
      const bool title = IsCourtesyTitle(word) || IsRank(word);
      if (title && kPlain.contains(word) != offices) {
        titles.insert(word == "cllr" ? "councillor" : word);
      }
    }
  }
  return titles;
}

bool AreOneSex(const std::vector<Appearance>& a,
               const std::vector<Appearance>& b) {
  static const Set kMen = {"mr", "sir"};
  static const Set kWomen = {"mrs", "ms", "miss", "dame", "lady"};
  Set titles = Titles(a, false);
  titles.merge(Titles(b, false));
  const auto any = [&](const Set& words) {
    return std::any_of(
        words.begin(), words.end(),
        [&](const std::string& word) { return titles.contains(word); });
  };
  return !any(kMen) || !any(kWomen);
}

Set CompanyOf(const std::vector<Appearance>& appearances) {
  Set company;
  for (const Appearance& appearance : appearances) {
    company.insert("report " + appearance.report->id.value);
    const std::string committee =
        BodyKey(appearance.report->header().committee.printed);
    if (!committee.empty()) company.insert("committee " + committee);
  }
  return company;
}

bool Meet(const Set& a, const Set& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& word) { return b.contains(word); });
}

// The keys that give a whole forename, by surname.
using FullNames = std::map<std::string, std::vector<std::string>>;

FullNames FullNamesOf(const People& people) {
  FullNames names;
  for (const auto& [key, appearances] : people) {
    const Name name = Read(appearances);
    if (name.given.size() > 1) names[name.surname].push_back(key);
  }
  return names;
}

// The one person who is meant by a short name, or nobody.
std::optional<std::string> Meant(const People& people,
                                 const FullNames& full_names,
                                 const std::string& key) {
  const Name name = Read(people.at(key));
  if (name.given.size() > 1) return std::nullopt;
  const auto found = full_names.find(name.surname);
  if (found == full_names.end() || found->second.size() != 1) {
    return std::nullopt;
  }
  const std::optional<std::string> only = found->second.front();
  if (!Fits(name, Read(people.at(*only)))) return std::nullopt;
  const auto& mine = people.at(key);
  const auto& theirs = people.at(*only);
  if (!AreOneSex(mine, theirs)) return std::nullopt;
  const bool known = Meet(CompanyOf(mine), CompanyOf(theirs)) ||
                     Meet(Titles(mine, true), Titles(theirs, true));
  return known ? only : std::nullopt;
}

// "Mr Garth" and "Mrs Garth" are two: hers go under "mrs garth".
void PartBySex(People* people) {
  People women;
  for (auto& [key, appearances] : *people) {
    if (!Read(appearances).given.empty() ||
        AreOneSex(appearances, appearances)) {
      continue;
    }
    std::vector<Appearance>& hers = women["mrs " + key];
    static const Set kWomen = {"mrs", "ms", "miss", "dame", "lady"};
    const auto first_hers = std::stable_partition(
        appearances.begin(), appearances.end(), [&](const Appearance& one) {
          return !Meet(Titles({one}, false), kWomen);
        });
    hers.assign(first_hers, appearances.end());
    appearances.erase(first_hers, appearances.end());
  }
  people->merge(women);
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
    return !AreOneSex(joined.at(join.second), people.at(join.second));
  });
}

}  // namespace

void JoinPeople(People* people) {
  PartBySex(people);
  const FullNames full_names = FullNamesOf(*people);
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
