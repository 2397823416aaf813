#include "crossref/person_names.h"

#include <algorithm>

#include "concord/base/unicode.h"

namespace concord::crossref {
namespace {

using NameWords = std::vector<std::string>;

NameWords SplitWords(std::string_view text) {
  NameWords words;
  const std::string line = CollapseSpace(text);
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string Join(const NameWords& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined.push_back(' ');
    joined += word;
  }
  return joined;
}

std::string Plain(std::string_view word) {
  std::string folded = Fold(word);
  while (!folded.empty() && (folded.back() == '.' || folded.back() == ',')) {
    folded.pop_back();
  }
  return folded;
}

bool BeginsCapital(std::string_view word) {
  const std::string_view first = word.substr(0, 1);
  return !first.empty() && Fold(first) != first;
}

// Offices that begin as a peer's name does.
bool IsOffice(const NameWords& words) {
  static const std::set<std::string, std::less<>> kSecond = {
      "chancellor",  "chief",         "advocate", "president",
      "lieutenant",  "mayor",         "privy",    "commissioner",
      "chamberlain", "commissioners", "ordinary", "provost"};
  const std::string first = words.empty() ? "" : Plain(words[0]);
  return words.size() > 1 && (first == "lord" || first == "lady") &&
         kSecond.count(Plain(words[1])) > 0;
}

// Cuts at a possessive: "Mr Ash’s deputy" -> "Mr Ash".
void DropPossessive(NameWords* words) {
  for (std::size_t i = 0; i < words->size(); ++i) {
    std::string& word = (*words)[i];
    for (const std::string_view ending : {"’s", "'s", "’", "'"}) {
      if (!std::string_view(word).ends_with(ending)) continue;
      word.resize(word.size() - ending.size());
      words->resize(i + 1);
      return;
    }
  }
}

// "X, Y and Z" at its commas and its "and"s.
std::vector<NameWords> Company(std::string_view printed) {
  std::vector<NameWords> company(1);
  for (std::string word : SplitWords(printed)) {
    if (word == "and" || word == "&") {
      company.emplace_back();
      continue;
    }
    const bool comma = word.ends_with(',');
    if (comma) word.pop_back();
    if (!word.empty()) company.back().push_back(std::move(word));
    if (comma) company.emplace_back();
  }
  std::erase_if(company, [](const NameWords& words) { return words.empty(); });
  return company;
}

// What stands before the first title is no part of the name.
void DropBeforeTitle(NameWords* words) {
  const auto title = std::find_if(
      words->begin(), words->end(),
      [](const std::string& word) { return IsCourtesyTitle(word); });
  if (title != words->end()) words->erase(words->begin(), title);
}

bool OnlyTitles(const NameWords& words) {
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return IsCourtesyTitle(word);
  });
}

// "Mr and Mrs Ash": the title alone takes the surname of the next.
void LendSurnames(std::vector<NameWords>* company) {
  for (std::size_t i = company->size(); i-- > 0;) {
    const bool alone = OnlyTitles((*company)[i]);
    if (!alone || i + 1 == company->size()) continue;
    const NameWords& next = (*company)[i + 1];
    if (!OnlyTitles(next)) (*company)[i].push_back(next.back());
  }
}

bool IsPostNominal(std::string_view word) {
  static const std::set<std::string, std::less<>> kWords = {
      "QC", "KC",  "MP", "MEP", "MSP", "OBE", "CBE", "MBE",
      "LJ", "LJJ", "JJ", "JSC", "LC",  "QPM", "AM"};
  return kWords.count(word) > 0;
}

}  // namespace

bool IsCourtesyTitle(std::string_view word) {
  static const std::set<std::string, std::less<>> kTitles = {
      "mr",   "mrs",      "ms",       "miss",      "dr",         "sir",  "dame",
      "lord", "lady",     "prof",     "professor", "councillor", "cllr", "rev",
      "revd", "reverend", "baroness", "viscount",  "hon",        "rt"};
  return kTitles.count(Plain(word)) > 0;
}

bool IsRank(std::string_view word) {
  static const std::set<std::string, std::less<>> kRanks = {"detective",
                                                            "chief",
                                                            "constable",
                                                            "sergeant",
                                                            "inspector",
                                                            "commander",
                                                            "commodore",
                                                            "commissioner",
                                                            "dcs",
                                                            "dci",
                                                            "di",
                                                            "ds",
                                                            "dc",
                                                            "pc",
                                                            "superintendent",
                                                            "assistant",
                                                            "deputy",
                                                            "councillor",
                                                            "cllr",
                                                            "captain",
                                                            "colonel",
                                                            "major",
                                                            "det",
                                                            "supt",
                                                            "acting",
                                                            "superintendant",
                                                            "judge"};
  return kRanks.count(Plain(word)) > 0;
}

bool IsInstitutionWord(std::string_view word) {
  static const std::set<std::string, std::less<>> kInstitution = {
      "school",     "trust",     "foundation", "committee",   "college",
      "hospital",   "inquiry",   "office",     "hall",        "museum",
      "commission", "review",    "report",     "panel",       "fund",
      "university", "institute", "ltd",        "group",       "council",
      "society",    "limited",   "inquiry’s",  "team",        "unit",
      "campaigns",  "children",  "operations", "recruitment", "recommendations",
      "service",    "services",  "authority"};
  return kInstitution.count(Plain(word)) > 0;
}

std::string TitledSurname(std::string_view name) {
  NameWords words = SplitWords(name);
  DropPossessive(&words);
  if (words.size() < 2 || IsOffice(words)) return {};
  if (!IsCourtesyTitle(words[0]) && !IsRank(words[0])) return {};
  return Plain(words.back());
}

std::vector<std::string> PeopleIn(std::string_view printed,
                                  const std::set<std::string>& surnames) {
  std::vector<NameWords> company = Company(printed);
  const bool alone = company.size() == 1;
  for (NameWords& words : company) {
    DropBeforeTitle(&words);
    DropPossessive(&words);
  }
  LendSurnames(&company);
  std::vector<std::string> people;
  for (const NameWords& words : company) {
    if (OnlyTitles(words)) continue;
    const bool titled = IsCourtesyTitle(words[0]) || IsRank(words[0]);
    const bool known = words.size() > 1 && words.size() < 4 &&
                       BeginsCapital(words[0]) &&
                       surnames.count(Plain(words.back())) > 0;
    if (alone || (titled && words.size() > 1) || known) {
      people.push_back(Join(words));
    }
  }
  return people;
}

bool IsPersonName(std::string_view name) {
  const NameWords words = SplitWords(name);
  if (words.size() < 2 || words.size() > 6 || IsOffice(words)) return false;
  for (const std::string& word : words) {
    if (word == "of" || word == "and" || word == "the") return false;
    if (IsInstitutionWord(word)) return false;
    const bool last = &word == &words.back();
    if (!last && (word.ends_with("’s") || word.ends_with("'s"))) return false;
  }
  if (IsCourtesyTitle(words[0])) return BeginsCapital(words.back());
  // "Kent MP" is anybody's.
  if (!IsPostNominal(words.back()) || words.size() < 3) return false;
  return BeginsCapital(words[0]) && !IsPostNominal(words[0]) &&
         std::any_of(words[0].begin(), words[0].end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace concord::crossref
