// One record a name: titles are set aside ("Dr", "Mrs", "Councillor"), the
// post and unit are those most often stated. Two people of one name become one
// record; their mentions keep them apart for a reader.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/bodies.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

struct Appearance {
  const extraction::OwnerMention* mention = nullptr;
  const store::ReportRecord* report = nullptr;
};

bool IsCourtesyTitle(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "mr",   "mrs",  "ms",       "miss", "dr",        "sir",
      "dame", "lord", "lady",     "prof", "professor", "councillor",
      "cllr", "rev",  "baroness", "hon",  "rt",        "the"};
  return kWords.count(word) > 0;
}

using People = std::map<std::string, std::vector<Appearance>>;

void AddPeople(const std::vector<extraction::OwnerMention>& owners,
               const store::ReportRecord& report, People* people) {
  for (const extraction::OwnerMention& owner : owners) {
    if (owner.kind != extraction::OwnerKind::kPerson) continue;
    const std::string key = PersonKey(owner.name);
    if (!key.empty()) (*people)[key].push_back({&owner, &report});
  }
}

// The value most often stated; the first in order among equals.
template <class Field>
std::string Most(const std::vector<Appearance>& appearances, Field field) {
  std::map<std::string, int> counts;
  for (const Appearance& appearance : appearances) {
    const std::string& value = (*appearance.mention).*field;
    if (!value.empty()) ++counts[CollapseSpace(value)];
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
  for (const Appearance& appearance : appearances) {
    quotes.push_back(MakeQuote(*appearance.report, appearance.mention->span));
  }
  std::sort(quotes.begin(), quotes.end(), QuoteBefore);
  quotes.erase(std::unique(quotes.begin(), quotes.end()), quotes.end());
  return quotes;
}

}  // namespace

std::string PersonKey(std::string_view name) {
  std::vector<std::string> words = KeyWords(name);
  while (words.size() > 1 && IsCourtesyTitle(words.front())) {
    words.erase(words.begin());
  }
  return JoinWords(words);
}

std::vector<Person> BuildPeople(const Reports& reports) {
  People people;
  for (const store::ReportRecord* report : reports) {
    AddPeople(report->extraction.owners, *report, &people);
    AddPeople(report->header().authors, *report, &people);
    for (const auto& item : report->extraction.recommendations) {
      AddPeople(item.owners, *report, &people);
    }
  }
  std::vector<Person> records;
  for (const auto& [key, appearances] : people) {
    Person person;
    person.id = Slug("p-", key);
    person.name = Most(appearances, &extraction::OwnerMention::name);
    person.post = Most(appearances, &extraction::OwnerMention::post);
    person.unit = Most(appearances, &extraction::OwnerMention::unit);
    person.mentions = Mentions(appearances);
    records.push_back(std::move(person));
  }
  std::sort(records.begin(), records.end(),
            [](const Person& a, const Person& b) { return a.id < b.id; });
  return records;
}

}  // namespace concord::crossref
