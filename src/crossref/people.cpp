// One record a name, with the company it is printed in taken apart: titles,
// ranks and a post in brackets are set aside ("Dr", "Chief Inspector",
// "(Chair)"), the post and unit are those most often stated. Two people of one
// name become one record; their mentions keep them apart for a reader.
// "Mr Garth" joins the one "Ned Garth": person_joins.h.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/person_joins.h"
#include "crossref/person_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

// "Ada Reed (Chair)" -> "Ada Reed"
std::string BeforeBracket(std::string_view name) {
  const std::size_t open = name.find(" (");
  return std::string(name.substr(0, std::min(open, name.size())));
}

// Words that the rules for names of persons took for one: "The County
// Council", "Road Safety Campaigns".
bool CouldBeAPerson(std::string_view name) {
  const std::vector<std::string> words = KeyWords(name);
  if (words.empty() || words.front() == "the") return false;
  if (IsCourtesyTitle(words.front()) || IsRank(words.front())) return true;
  return words.size() > 1 &&
         std::none_of(words.begin(), words.end(), [](const std::string& word) {
           return IsInstitutionWord(word);
         });
}

// Those who are named as persons, and those whom the rules took for bodies.
bool SpeaksOfPeople(const extraction::OwnerMention& owner,
                    const std::set<std::string>& full_names) {
  if (owner.kind == extraction::OwnerKind::kPerson) {
    return CouldBeAPerson(owner.name);
  }
  return owner.kind == extraction::OwnerKind::kBody &&
         (IsPersonName(owner.name) ||
          full_names.contains(PersonKey(owner.name)));
}

template <class Visit>
void ForEachNaming(const store::ReportRecord& report,
                   const std::set<std::string>& full_names, Visit visit) {
  const auto all = [&](const std::vector<extraction::OwnerMention>& owners) {
    for (const extraction::OwnerMention& owner : owners) {
      if (SpeaksOfPeople(owner, full_names)) visit(owner);
    }
  };
  all(report.extraction.owners);
  all(report.header().authors);
  for (const auto& item : report.extraction.recommendations) all(item.owners);
}

// Where `name` stands within the words of the mention; the whole mention where
// it is not printed so ("Mr and Mrs Ash").
TextSpan PlaceOf(const store::ReportRecord& report, TextSpan mention,
                 const std::string& name) {
  const std::size_t at = report.text().find(name, mention.begin);
  if (at == std::string::npos || at + name.size() > mention.end) {
    return mention;
  }
  const auto begin = static_cast<std::uint32_t>(at);
  return {begin, begin + static_cast<std::uint32_t>(name.size())};
}

// Keys of two words and more of those whom the rules took for persons.
std::set<std::string> FullNames(const Reports& reports) {
  std::set<std::string> names;
  for (const store::ReportRecord* report : reports) {
    ForEachNaming(*report, {}, [&](const extraction::OwnerMention& owner) {
      const std::string key = PersonKey(owner.name);
      const bool company = owner.name.find(" and ") != std::string::npos;
      if (!company && key.find(' ') != std::string::npos) names.insert(key);
    });
  }
  return names;
}

People CollectPeople(const Reports& reports) {
  const std::set<std::string> full_names = FullNames(reports);
  std::set<std::string> surnames;
  for (const store::ReportRecord* report : reports) {
    ForEachNaming(
        *report, full_names, [&](const extraction::OwnerMention& owner) {
          const bool company = owner.name.find(" and ") != std::string::npos;
          if (!company) surnames.insert(TitledSurname(owner.name));
        });
  }
  surnames.erase("");
  People people;
  for (const store::ReportRecord* report : reports) {
    ForEachNaming(
        *report, full_names, [&](const extraction::OwnerMention& owner) {
          for (std::string& name : PeopleIn(owner.name, surnames)) {
            name = BeforeBracket(name);
            const std::string key = PersonKey(name);
            if (key.empty()) continue;
            const TextSpan span = PlaceOf(*report, owner.span, name);
            people[key].push_back({&owner, report, std::move(name), span});
          }
        });
  }
  return people;
}

bool HasLetters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
  });
}

// The value most often stated; the first in order among equals.
template <class ValueOf>
std::string Most(const std::vector<Appearance>& appearances, ValueOf value_of) {
  std::map<std::string, int> counts;
  for (const Appearance& appearance : appearances) {
    const std::string value = value_of(appearance);
    // "Ada Quill, 01632 960731": whom to ring is no post.
    if (HasLetters(value)) ++counts[CollapseSpace(value)];
  }
  std::string best;
  int most = 0;
  for (const auto& [value, count] : counts) {
    if (count > most) best = value;
    most = std::max(most, count);
  }
  return best;
}

std::vector<Quote> Mentions(const std::vector<Appearance>& appearances) {
  std::vector<Quote> quotes;
  quotes.reserve(appearances.size());
  for (const Appearance& appearance : appearances) {
    quotes.push_back(MakeQuote(*appearance.report, appearance.span));
  }
  std::sort(quotes.begin(), quotes.end(), QuoteBefore);
  quotes.erase(std::unique(quotes.begin(), quotes.end()), quotes.end());
  return quotes;
}

}  // namespace

std::string PersonKey(std::string_view name) {
  std::vector<std::string> words = KeyWords(BeforeBracket(name));
  while (words.size() > 1 &&
         (IsCourtesyTitle(words.front()) || words.front() == "the")) {
    words.erase(words.begin());
  }
  // A rank before a whole name; before a surname it says which of that name.
  while (words.size() > 2 && IsRank(words.front())) words.erase(words.begin());
  return JoinWords(words);
}

std::vector<Person> BuildPeople(const Reports& reports) {
  std::vector<Person> records;
  People people = CollectPeople(reports);
  JoinPeople(&people);
  for (const auto& [folded, appearances] : people) {
    const std::string& key = folded;  // a lambda below takes it
    Person person;
    person.id = Slug("p-", key);
    // The name that gives most of it: "Ned Garth", not the "Mr Garth" of
    // seven letters.
    person.name = Most(appearances, [&](const Appearance& a) {
      const bool whole = PersonKey(a.name) == key || key.starts_with("mrs ") ||
                         key.starts_with("miss ");
      return whole ? a.name : std::string();
    });
    person.post =
        Most(appearances, [](const Appearance& a) { return a.mention->post; });
    person.unit =
        Most(appearances, [](const Appearance& a) { return a.mention->unit; });
    person.mentions = Mentions(appearances);
    records.push_back(std::move(person));
  }
  std::sort(records.begin(), records.end(),
            [](const Person& a, const Person& b) { return a.id < b.id; });
  return records;
}

}  // namespace concord::crossref
