// Bodies, posts, people and classes a document names, each once.
//
// Why once: the authority records need who is named and where it first stands;
// how often is a question for search. Names too bare to tell one body from
// another ("the Committee", "the Unit") are left out; a post alone ("Clerk") is
// kept. Tests: owners_test.cpp.

#include "extraction/owners.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/named_agents.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool StartsUpper(std::string_view word) {
  return !word.empty() && std::isupper(static_cast<unsigned char>(word[0]));
}

bool IsAllUpper(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
           return std::isupper(static_cast<unsigned char>(c)) != 0 ||
                  std::isdigit(static_cast<unsigned char>(c)) != 0;
         });
}

// One word that by itself names nobody in particular.
bool IsBare(std::string_view text, const Agent& agent) {
  const auto words = Words(text, agent.name);
  if (agent.kind != OwnerKind::kClass &&
      !StartsUpper(Slice(text, agent.name))) {
    return true;
  }
  if (agent.kind == OwnerKind::kClass) {
    return agent.count == 0 && words.size() < 2;
  }
  if (words.size() > 1) return false;
  const std::string_view word = Slice(text, words.front());
  return !IsAllUpper(word) && !IsPostNoun(word);
}

// Acronyms the document spells out: whether the long form is a body or post.
std::map<std::string, bool, std::less<>> SpeltOut(const Reading& reading) {
  std::map<std::string, bool, std::less<>> bodies;
  const std::vector<Acronym> found = reading.acronyms != nullptr
                                         ? *reading.acronyms
                                         : FindAcronyms(*reading.document);
  for (const Acronym& acronym : found) {
    const auto words = Words(acronym.long_form, WholeOf(acronym.long_form));
    const bool body =
        std::any_of(words.begin(), words.end(), [&](const TextSpan& span) {
          return IsAgentNoun(Slice(acronym.long_form, span));
        });
    bodies[acronym.short_form] = body;
  }
  return bodies;
}

// What follows "the" and "by" in a text: "the NPA" and "by HMIC" are said of
// somebody, not of a thing. The text is read once, however many are asked for.
class ActingNames {
 public:
  explicit ActingNames(std::string_view text) {
    for (const std::string_view before : {"the ", "The ", "by "}) {
      for (std::size_t at = text.find(before); at != std::string_view::npos;
           at = text.find(before, at + 1)) {
        const std::string_view after = text.substr(at + before.size());
        if (StartsUpper(after)) after_.push_back(after.substr(0, kLongest));
      }
    }
    std::sort(after_.begin(), after_.end());
  }

  bool Has(std::string_view acronym) const {
    const auto found = std::lower_bound(after_.begin(), after_.end(), acronym);
    return found != after_.end() && found->starts_with(acronym);
  }

 private:
  static constexpr std::size_t kLongest = 64;  // bytes of an acronym

  std::vector<std::string_view> after_;  // sorted
};

// Whether an acronym names somebody.
class NamedAcronyms {
 public:
  explicit NamedAcronyms(const Reading& reading)
      : acting_(reading.text()), known_(SpeltOut(reading)) {}

  bool NamesSomebody(std::string_view acronym) const {
    const auto found = known_.find(acronym);
    if (found != known_.end()) return found->second;
    return acting_.Has(acronym);
  }

 private:
  ActingNames acting_;
  std::map<std::string, bool, std::less<>> known_;
};

void FindNamedIn(std::string_view text, TextSpan body,
                 const NamedAcronyms& acronyms,
                 std::vector<OwnerMention>* found) {
  static const std::set<std::string, std::less<>> kClassWords = {"all", "each",
                                                                 "every"};
  std::uint32_t taken = body.begin;
  for (const TextSpan span : Words(text, body)) {
    const std::string_view word = Slice(text, span);
    if (span.begin < taken) continue;
    if (!StartsUpper(word) && !kClassWords.contains(word)) continue;
    auto agent = AgentAt(text, {span.begin, body.end});
    if (!agent) continue;
    taken = agent->span.end;
    agent = AsName(text, body, *agent);
    if (!agent || IsBare(text, *agent)) continue;
    const std::string_view name = Slice(text, agent->name);
    if (IsAllUpper(name) && !acronyms.NamesSomebody(name)) continue;
    found->push_back(AsOwner(text, *agent, "owner"));
  }
}

std::vector<OwnerMention> FindNamed(const Reading& reading) {
  const NamedAcronyms acronyms(reading);
  std::vector<OwnerMention> found;
  for (const Line& line : reading.lines) {
    if (line.kind == BlockKind::kTitle || IsHeading(line)) continue;
    if (IsRowOfFigures(reading.text(), line.body)) continue;
    FindNamedIn(reading.text(), line.body, acronyms, &found);
  }
  return found;
}

// "Ann Other (Chair)" in the list of those present.
std::vector<OwnerMention> FindPresent(const Reading& reading) {
  static const Pattern kPresent(
      "^((?:the )?(?:[\\p{Lu}][\\p{L}’'.-]*\\s+){1,4}[\\p{Lu}][\\p{L}’'-]+)"
      "(?:\\s*\\(([^)]+)\\).*)?$");
  std::vector<OwnerMention> found;
  if (reading.kind != DocumentKind::kMinutes) return found;
  for (const Line& line : reading.lines) {
    if (line.kind != BlockKind::kListItem) continue;
    const auto match = kPresent.Search(reading.text(), line.body);
    if (!match) continue;
    OwnerMention person;
    person.span = (*match)[1];
    person.name = Slice(reading.text(), (*match)[1]);
    person.kind = OwnerKind::kPerson;
    person.post = Slice(reading.text(), (*match)[2]);
    person.role = "present";
    found.push_back(std::move(person));
  }
  return found;
}

std::string Key(const OwnerMention& owner) {
  std::string key = FoldWords(owner.name);
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

class OwnerList {
 public:
  void Add(OwnerMention owner) {
    if (!known_.insert(Key(owner)).second) return;
    owners_.push_back(std::move(owner));
  }

  std::vector<OwnerMention> Sorted() {
    std::stable_sort(owners_.begin(), owners_.end(),
                     [](const OwnerMention& a, const OwnerMention& b) {
                       return a.span < b.span;
                     });
    return std::move(owners_);
  }

 private:
  std::set<std::string> known_;
  std::vector<OwnerMention> owners_;
};

// What the rules for authors read is not read again as a body: of "Ada Reed,
// Keys Unit" the unit is left.
bool KeepBesideAuthors(const document::Document& document,
                       const std::vector<OwnerMention>& authors,
                       OwnerMention* owner) {
  for (const OwnerMention& author : authors) {
    const bool overlaps = author.span.begin < owner->span.end &&
                          owner->span.begin < author.span.end;
    if (!overlaps || author.span == owner->span) continue;
    const std::string_view text = document.text;
    std::uint32_t begin = author.span.end;
    while (begin < owner->span.end &&
           (text[begin] == ',' || text[begin] == ' ')) {
      ++begin;
    }
    const auto agent = AgentAt(text, {begin, owner->span.end});
    if (!agent || agent->kind == OwnerKind::kPerson) return false;
    *owner = AsOwner(text, *agent, owner->role);
    return true;
  }
  return true;
}

// Who presents the paper: each of "the Chief Executive and Clerk".
std::vector<OwnerMention> Presenters(const document::Document& document,
                                     const Header& header) {
  std::vector<OwnerMention> found;
  for (const Agent& agent : AgentsAt(document.text, header.by.span)) {
    found.push_back(AsOwner(document.text, agent, "presenter"));
    found.back().rule = "owner.presenter";
    found.back().confidence = 0.9;
  }
  return found;
}

OwnerRule PresentRule() {
  return {"owner.present",
          0.85,
          {{DocumentKind::kMinutes,
            "Present\n\n• Ann Other (Chair)\n\n• Ben Hart\n",
            "person Ann Other\nperson Ben Hart"},
           {DocumentKind::kReport, "Present\n\n• Ann Other (Chair)\n", ""}},
          &FindPresent};
}

OwnerRule NamedRule() {
  return {
      "owner.named",
      0.7,
      {{DocumentKind::kReport,
        "1. The Finance, Planning and Best Value Committee asked the Head of "
        "the Estates Unit and all 43 forces.\n",
        "body Finance, Planning and Best Value Committee\n"
        "post Head of the Estates Unit\nclass all 43 forces"},
       {DocumentKind::kReport,
        "1. The Committee discussed community relations (CR). CR matters.\n",
        ""},
       {DocumentKind::kReport, "1. Inspector Odo Reed wrote to the NPA.\n",
        "person Inspector Odo Reed\nbody NPA"},
       {DocumentKind::kReport,
        "1. This note asks members to wait, and your Council to pay. Dear "
        "Member, neither Officer came.\n\n2. Keys and Wardens (1993) met at "
        "Priory House, Tarn. Long Quay Head of Estates Complete.\n\n3. The "
        "Family Panel Conferencing day, held for Odo Reed and Head of Training "
        "at the Chief Constable's wish.\n",
        "post Member\npost Officer\npost Head of Estates\n"
        "post Head of Training\npost Chief Constable"}},
      &FindNamed};
}

}  // namespace

const std::vector<OwnerRule>& OwnerRules() {
  static const std::vector<OwnerRule> kRules = {PresentRule(), NamedRule()};
  return kRules;
}

std::vector<OwnerMention> FindOwners(const document::Document& document,
                                     const Header& header,
                                     const std::vector<Acronym>& acronyms) {
  OwnerList owners;
  for (const OwnerMention& author : header.authors) owners.Add(author);
  for (OwnerMention& owner : Presenters(document, header)) {
    owners.Add(std::move(owner));
  }
  Reading reading = Read(document, header.kind, std::nullopt);
  reading.acronyms = &acronyms;
  for (const OwnerRule& rule : OwnerRules()) {
    for (OwnerMention& owner : rule.find(reading)) {
      if (!KeepBesideAuthors(document, header.authors, &owner)) continue;
      owner.rule = rule.name;
      owner.confidence = rule.confidence;
      owners.Add(std::move(owner));
    }
  }
  return owners.Sorted();
}

std::vector<OwnerMention> FindOwners(const document::Document& document,
                                     const Header& header) {
  return FindOwners(document, header, FindAcronyms(document));
}

}  // namespace concord::extraction
