// The table of verbs. Rows are classes of verbs that reports use for one act;
// a verb stands in one row only. Opposites are pairs of row names. Own list,
// from reading recommendations of inspections, inquiries and states.

#include "overlap/verbs.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

struct Row {
  std::string_view name;
  std::string_view verbs;
};

constexpr std::array<Row, 40> kRows = {{
    {"publish", "publish issue release disclose publicise display announce"},
    {"withhold", "withhold conceal suppress"},
    {"establish",
     "establish create introduce set form found institute install "
     "launch build restore re-establish reinstate"},
    {"abolish",
     "abolish repeal scrap disband dissolve dismantle terminate "
     "discontinue end close shut"},
    {"open", "open reopen"},
    {"increase", "increase raise extend expand widen lengthen broaden double"},
    {"reduce",
     "reduce cut decrease lower shorten narrow limit restrict "
     "minimise curtail"},
    {"keep", "keep retain maintain preserve continue"},
    {"remove", "remove withdraw delete revoke rescind cancel"},
    {"adopt", "adopt enact pass approve endorse"},
    {"reject", "reject refuse decline oppose"},
    {"allow", "allow permit authorise enable"},
    {"prohibit", "prohibit ban forbid outlaw prevent criminalise"},
    {"centralise", "centralise"},
    {"devolve", "devolve decentralise delegate"},
    {"appoint", "appoint designate name nominate recruit employ"},
    {"dismiss", "dismiss"},
    {"review",
     "review examine assess evaluate revisit inspect audit analyse "
     "study scrutinise reconsider"},
    {"monitor", "monitor track supervise oversee observe visit"},
    {"test", "test trial pilot"},
    {"train", "train educate teach instruct"},
    {"provide", "provide supply give offer furnish"},
    {"report", "report inform tell notify advise submit send present forward"},
    {"record", "record log register document"},
    {"require", "require oblige compel instruct"},
    {"agree", "agree conclude negotiate"},
    {"ratify", "ratify accede sign"},
    {"strengthen",
     "strengthen improve enhance reinforce intensify step boost "
     "upgrade"},
    {"weaken", "weaken dilute"},
    {"combat", "combat fight tackle eliminate eradicate suppress"},
    {"protect", "protect safeguard defend secure guard"},
    {"implement", "implement apply execute enforce"},
    {"plan",
     "plan prepare draft devise design develop formulate write compile "
     "elaborate produce"},
    {"consult", "consult engage involve ask"},
    {"amend", "amend revise change modify update rewrite alter reform"},
    {"fund", "fund finance resource"},
    {"investigate", "investigate prosecute"},
    {"share", "share exchange refer"},
    {"promote", "promote encourage foster"},
    {"deploy", "deploy use allocate assign"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 15>
    kOpposites = {{{"publish", "withhold"},
                   {"establish", "abolish"},
                   {"open", "abolish"},
                   {"keep", "abolish"},
                   {"increase", "reduce"},
                   {"keep", "remove"},
                   {"establish", "remove"},
                   {"provide", "abolish"},
                   {"provide", "remove"},
                   {"adopt", "reject"},
                   {"adopt", "remove"},
                   {"allow", "prohibit"},
                   {"centralise", "devolve"},
                   {"appoint", "dismiss"},
                   {"strengthen", "weaken"}}};

std::uint8_t RowNamed(std::string_view name) {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].name == name) return static_cast<std::uint8_t>(i + 1);
  }
  return 0;
}

template <class Visit>
void ForEachWord(std::string_view words, Visit visit) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) visit(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::set<std::string> StemSet(std::string_view words) {
  std::set<std::string> stems;
  ForEachWord(words, [&](std::string_view word) { stems.insert(Stem(word)); });
  return stems;
}

std::unordered_map<std::string, std::uint8_t> MakeClasses() {
  std::unordered_map<std::string, std::uint8_t> classes;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    ForEachWord(kRows[i].verbs, [&](std::string_view verb) {
      classes.emplace(Stem(verb), static_cast<std::uint8_t>(i + 1));
    });
  }
  return classes;
}

}  // namespace

std::uint8_t VerbClass(std::string_view stem) {
  static const auto kClasses = MakeClasses();
  const auto found = kClasses.find(std::string(stem));
  return found == kClasses.end() ? 0 : found->second;
}

bool AreOpposite(std::uint8_t a, std::uint8_t b) {
  if (a == 0 || b == 0) return false;
  return std::any_of(kOpposites.begin(), kOpposites.end(),
                     [&](const auto& pair) {
                       const std::uint8_t x = RowNamed(pair.first);
                       const std::uint8_t y = RowNamed(pair.second);
                       return (a == x && b == y) || (a == y && b == x);
                     });
}

bool IsLightVerb(std::string_view stem) {
  static const auto kStems = StemSet(
      "take make ensure consider seek continue agree have arrange see pursue "
      "undertake carry begin start commit work endeavour explore complete");
  return kStems.count(std::string(stem)) > 0;
}

bool IsStoppingVerb(std::string_view stem) {
  static const auto kStems = StemSet("cease stop refrain avoid desist abstain");
  return kStems.count(std::string(stem)) > 0;
}

bool IsRoutineVerb(std::string_view stem) {
  static const auto kStems =
      StemSet("note receive comment consider welcome endorse acknowledge");
  return kStems.count(std::string(stem)) > 0;
}

}  // namespace concord::overlap
