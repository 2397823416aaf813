// Records that are probably one, for a person to decide.
//
// Rule "numbered phase": one text numbers the works of a family ("Fair Hearing
// I and II"), another calls a titled one its second phase ("the second phase
// of the strategy, Fair Hearing: Every Voice"). Neither sentence says that the
// two are the same, so nothing is merged; both are shown.

#include <algorithm>
#include <array>
#include <set>

#include "concord/base/unicode.h"
#include "crossref/gaps.h"

namespace concord::crossref {
namespace {

constexpr std::array<std::string_view, 6> kOrdinals = {
    "", "first", "second", "third", "fourth", "fifth"};
constexpr std::array<std::string_view, 7> kPhaseNouns = {
    "phase", "stage", "part", "edition", "version", "strategy", "report"};

// "the second phase" in a sentence -> 2; 0 where it numbers nothing.
int PhaseSaidIn(std::string_view sentence) {
  const std::string words = " " + FoldWords(sentence) + " ";
  for (std::size_t n = 1; n < kOrdinals.size(); ++n) {
    for (const std::string_view noun : kPhaseNouns) {
      const std::string phrase =
          " " + std::string(kOrdinals[n]) + " " + std::string(noun) + " ";
      if (words.find(phrase) != std::string::npos) return static_cast<int>(n);
    }
  }
  return 0;
}

struct Numbered {
  std::size_t mention = 0;
  std::size_t work = 0;
  int number = 0;
};

// The first mention of each numbered work, by family.
std::map<std::string, std::vector<Numbered>> NumberedWorks(
    const WorkRegistry& registry) {
  std::map<std::string, std::vector<Numbered>> families;
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleForms& forms = registry.mentions[i].forms;
    if (forms.numbered.size() != 1) continue;
    std::vector<Numbered>& family = families[forms.main];
    const std::size_t work = registry.work_of_mention[i];
    const bool known =
        std::any_of(family.begin(), family.end(),
                    [&](const Numbered& one) { return one.work == work; });
    if (!known) family.push_back({i, work, forms.numbered.front()});
  }
  return families;
}

bool IsRefused(const Work& a, const Work& b) {
  return std::any_of(a.refused.begin(), a.refused.end(),
                     [&](const Refusal& one) { return one.work == b.id; });
}

using Pairs = std::map<std::pair<WorkId, WorkId>, Proposal>;

// The words of a title that tell it from others, and the kind it says it is.
struct Telling {
  std::set<std::string> words;
  std::string kind;
  std::string whose;  // acronyms in front
  std::string which;  // "second", "now": one of several of the same words
};

Telling ReadTelling(std::string_view title) {
  static const std::set<std::string, std::less<>> kKinds = {
      "strategy", "plan",    "report", "review",   "inquiry",  "scheme",
      "code",     "charter", "policy", "protocol", "scrutiny", "guidance"};
  static const std::set<std::string, std::less<>> kOrdinary = {
      "the",
      "a",
      "an",
      "of",
      "and",
      "in",
      "on",
      "for",
      "to",
      "by",
      "with",
      "at",
      "from",
      "into",
      "s",
      "its",
      "annual",
      "final",
      "first",
      "second",
      "draft",
      "new",
      "action",
      "best",
      "value",
      "force",
      "national",
      "minutes",
      "practice",
      "procedure",
      "recommendations",
      "part",
      "year"};
  static const std::set<std::string, std::less<>> kWhich = {
      "first",  "second", "third", "fourth",  "fifth",
      "latest", "next",   "now",   "revised", "forthcoming"};
  Telling telling;
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
    for (const std::string& folded : KeyWords(word)) {
      if (kKinds.contains(folded)) telling.kind = folded;
      if (kWhich.contains(folded)) telling.which += folded + " ";
      const bool digits = folded[0] >= '0' && folded[0] <= '9';
      if (digits || kKinds.contains(folded) || kOrdinary.contains(folded)) {
        continue;
      }
      telling.words.insert(folded);
    }
  }
  return telling;
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

void ProposeTitlesWithin(const WorkRegistry& registry, Pairs* proposals) {
  std::vector<Telling> telling;
  telling.reserve(registry.works.size());
  for (const Work& work : registry.works) {
    telling.push_back(ReadTelling(work.title));
  }
  for (std::size_t i = 0; i < registry.works.size(); ++i) {
    const Work& shorter = registry.works[i];
    const Telling& few = telling[i];
    if (!MayBeAnother(shorter) || !registry.MembersOf(i).empty()) continue;
    if (few.words.size() < 2) continue;
    for (std::size_t j = 0; j < registry.works.size(); ++j) {
      const Work& longer = registry.works[j];
      const Telling& many = telling[j];
      const bool wanted = shorter.held.empty() || longer.held.empty();
      if (i == j || !wanted || !registry.MembersOf(j).empty()) continue;
      if (!MayBeAnother(longer) && longer.held.empty()) continue;
      if (longer.cited_by.empty() && longer.aliases.empty()) continue;
      if (few.kind != many.kind && !few.kind.empty()) continue;
      if (few.which != many.which) continue;
      const bool two_owners =
          !few.whose.empty() && !many.whose.empty() && few.whose != many.whose;
      if (two_owners) continue;
      if (!std::includes(many.words.begin(), many.words.end(),
                         few.words.begin(), few.words.end())) {
        continue;
      }
      const std::string subtitle = ReadTitle(longer.title).subtitle;
      if (TellsOfSequel(subtitle) || AreRelatives(shorter, longer)) continue;
      if (IsRefused(shorter, longer)) continue;
      if (proposals->contains({longer.id, shorter.id})) continue;
      Proposal proposal;
      proposal.rule = "one title within the other";
      proposal.a = shorter.id;
      proposal.b = longer.id;
      proposal.quote_a = QuoteOfTitle(shorter);
      proposal.quote_b = QuoteOfTitle(longer);
      proposal.id = StatementId(
          "q-", {proposal.rule, proposal.a.value, proposal.b.value});
      proposals->emplace(std::pair(proposal.a, proposal.b), proposal);
    }
  }
}

}  // namespace

std::vector<Proposal> BuildProposals(const Reports& reports,
                                     const WorkRegistry& registry) {
  const auto families = NumberedWorks(registry);
  Pairs proposals;
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleMention& titled = registry.mentions[i];
    const auto family = families.find(titled.forms.main);
    if (titled.forms.subtitle.empty() || family == families.end()) continue;
    const store::ReportRecord& report = *reports[titled.report];
    const TextSpan sentence = SentenceAround(report, titled.span);
    const int phase = PhaseSaidIn(Slice(report.text(), sentence));
    for (const Numbered& one : family->second) {
      const std::size_t work = registry.work_of_mention[i];
      if (one.number != phase || one.work == work) continue;
      if (IsRefused(registry.works[one.work], registry.works[work])) continue;
      const TitleMention& numbered = registry.mentions[one.mention];
      const store::ReportRecord& other = *reports[numbered.report];
      Proposal proposal;
      proposal.rule = "numbered phase";
      proposal.a = registry.works[one.work].id;
      proposal.b = registry.works[work].id;
      proposal.quote_a = MakeQuote(other, SentenceAround(other, numbered.span));
      proposal.quote_b = MakeQuote(report, sentence);
      proposal.id = StatementId(
          "q-", {proposal.rule, proposal.a.value, proposal.b.value});
      proposals.emplace(std::pair(proposal.a, proposal.b), proposal);
    }
  }
  ProposeTitlesWithin(registry, &proposals);
  std::vector<Proposal> rows;
  rows.reserve(proposals.size());
  for (auto& [key, proposal] : proposals) rows.push_back(std::move(proposal));
  return rows;
}

}  // namespace concord::crossref
