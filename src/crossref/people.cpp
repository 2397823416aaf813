// One record a name, with the company it is printed in taken apart: titles are
// set aside ("Dr", "Mrs", "Councillor"), the
// post and unit are those most often stated. Two people of one name become one
// record; their mentions keep them apart for a reader.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/person_names.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

struct Appearance {
  const extraction::OwnerMention* mention = nullptr;
  const store::ReportRecord* report = nullptr;
  std::string name;  // one of those that the mention names
  TextSpan span;
};

using People = std::map<std::string, std::vector<Appearance>>;

// Those who are named as persons, and those whom the rules took for bodies.
bool SpeaksOfPeople(const extraction::OwnerMention& owner) {
  return owner.kind == extraction::OwnerKind::kPerson ||
         (owner.kind == extraction::OwnerKind::kBody &&
          IsPersonName(owner.name));
}

template <class Visit>
void ForEachNaming(const store::ReportRecord& report, Visit visit) {
  const auto all = [&](const std::vector<extraction::OwnerMention>& owners) {
    for (const extraction::OwnerMention& owner : owners) {
      if (SpeaksOfPeople(owner)) visit(owner);
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

People CollectPeople(const Reports& reports) {
  std::set<std::string> surnames;
  for (const store::ReportRecord* report : reports) {
    ForEachNaming(*report, [&](const extraction::OwnerMention& owner) {
      const bool company = owner.name.find(" and ") != std::string::npos;
      if (!company) surnames.insert(TitledSurname(owner.name));
    });
  }
  surnames.erase("");
  People people;
  for (const store::ReportRecord* report : reports) {
    ForEachNaming(*report, [&](const extraction::OwnerMention& owner) {
      for (std::string& name : PeopleIn(owner.name, surnames)) {
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
  std::vector<std::string> words = KeyWords(name);
  while (words.size() > 1 &&
         (IsCourtesyTitle(words.front()) || words.front() == "the")) {
    words.erase(words.begin());
  }
  return JoinWords(words);
}

std::vector<Person> BuildPeople(const Reports& reports) {
  std::vector<Person> records;
  for (const auto& [key, appearances] : CollectPeople(reports)) {
    Person person;
    person.id = Slug("p-", key);
    person.name = Most(appearances, [](const Appearance& a) { return a.name; });
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
