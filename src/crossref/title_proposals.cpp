// Rule "one title within the other": a work that is cited under a shorter name
// and one whose title has all the words that tell the shorter one from others
// ("Safe Harbours" and "Safe Harbours: Counting the Boats").

#include <algorithm>
#include <array>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/gaps.h"
#include "crossref/proposals.h"

namespace concord::crossref {
namespace {

constexpr std::array<std::string_view, 12> kKinds = {
    "strategy", "plan",    "report", "review",   "inquiry",  "scheme",
    "code",     "charter", "policy", "protocol", "scrutiny", "guidance"};
// Words that many titles have.
constexpr std::string_view kOrdinary =
    " the a an of and in on for to by with at from into s its annual final "
    "first second draft new action best value force national minutes practice "
    "procedure recommendations part year ";
constexpr std::array<std::string_view, 10> kWhich = {
    "first",  "second", "third", "fourth",  "fifth",
    "latest", "next",   "now",   "revised", "forthcoming"};

template <std::size_t N>
bool IsOneOf(const std::array<std::string_view, N>& words,
             std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The words of a title that tell it from others, and the kind it says it is.
struct TitleWords {
  std::set<std::string> words;
  std::string kind;
  std::string whose;  // acronyms in front
  std::string which;  // "second", "now": one of several of the same words
};

void AddWord(const std::string& folded, TitleWords* telling) {
  const bool is_kind = IsOneOf(kKinds, folded);
  if (is_kind) telling->kind = folded;
  if (IsOneOf(kWhich, folded)) telling->which += folded + " ";
  const bool digits = folded[0] >= '0' && folded[0] <= '9';
  const bool ordinary =
      kOrdinary.find(" " + folded + " ") != std::string_view::npos;
  if (!digits && !is_kind && !ordinary) telling->words.insert(folded);
}

TitleWords ReadTitleWords(std::string_view title) {
  TitleWords telling;
  bool leading = true;
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    const std::string_view word = title.substr(begin, end - begin);
    begin = end + 1;
    const bool small = std::any_of(word.begin(), word.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
    const bool whose = leading && !small && word.size() > 1;
    leading = leading && (whose || Fold(word) == "the");
    if (whose) {
      telling.whose += Fold(word) + " ";
      continue;
    }
    for (const std::string& folded : KeyWords(word)) AddWord(folded, &telling);
  }
  return telling;
}

// Whether the longer title says all that the shorter one does, and nothing that
// makes it another work's.
bool IsWithin(const TitleWords& few, const TitleWords& many) {
  const bool two_owners =
      !few.whose.empty() && !many.whose.empty() && few.whose != many.whose;
  return (few.kind.empty() || few.kind == many.kind) &&
         few.which == many.which && !two_owners &&
         std::includes(many.words.begin(), many.words.end(), few.words.begin(),
                       few.words.end());
}

// A work that could be another under a shorter or longer name.
bool MayBeAnother(const Work& work) {
  return work.kind != extraction::WorkKind::kAct && work.part_of.empty() &&
         !work.cited_by.empty();
}

bool AreRelatives(const Work& a, const Work& b) {
  return a.series == b.id || b.series == a.id || a.part_of == b.id ||
         b.part_of == a.id || (!a.series.empty() && a.series == b.series) ||
         (!a.edition.empty() && !b.edition.empty() && a.edition != b.edition);
}

// Where the title stands as it is shown; else where the work is first named.
const Quote& QuoteOfTitle(const Work& work) {
  for (const Alias& alias : work.aliases) {
    if (FoldWords(alias.printed) == FoldWords(work.title)) return alias.quote;
  }
  return work.cited_by.empty() ? work.aliases.front().quote
                               : work.cited_by.front().quote;
}

bool MayBeShorter(const Work& work, const TitleWords& telling) {
  return MayBeAnother(work) && telling.words.size() >= 2;
}

bool MayBeLonger(const Work& work) {
  if (!MayBeAnother(work) && work.held.empty()) return false;
  return !work.cited_by.empty() || !work.aliases.empty();
}

// What the two works are, beside the words of their titles.
bool MayBeOne(const Work& shorter, const Work& longer) {
  return (shorter.held.empty() || longer.held.empty()) &&
         !TellsOfSequel(ReadTitle(longer.title).subtitle) &&
         !AreRelatives(shorter, longer) && !IsRefused(shorter, longer);
}

}  // namespace

void ProposeTitlesWithin(const WorkRegistry& registry,
                         ProposedPairs* proposals) {
  std::vector<TitleWords> telling;
  telling.reserve(registry.works.size());
  for (const Work& work : registry.works) {
    telling.push_back(ReadTitleWords(work.title));
  }
  for (std::size_t i = 0; i < registry.works.size(); ++i) {
    const Work& shorter = registry.works[i];
    if (!MayBeShorter(shorter, telling[i])) continue;
    if (!registry.MembersOf(i).empty()) continue;
    for (std::size_t j = 0; j < registry.works.size(); ++j) {
      const Work& longer = registry.works[j];
      if (i == j || !MayBeLonger(longer) || !IsWithin(telling[i], telling[j]) ||
          !registry.MembersOf(j).empty() || !MayBeOne(shorter, longer) ||
          proposals->contains({longer.id, shorter.id})) {
        continue;
      }
      Propose({.rule = "one title within the other",
               .a = shorter.id,
               .b = longer.id,
               .quote_a = QuoteOfTitle(shorter),
               .quote_b = QuoteOfTitle(longer)},
              proposals);
    }
  }
}

}  // namespace concord::crossref
