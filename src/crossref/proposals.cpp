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
#include "crossref/proposals.h"

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

}  // namespace

bool IsRefused(const Work& a, const Work& b) {
  return std::any_of(a.refused.begin(), a.refused.end(),
                     [&](const Refusal& one) { return one.work == b.id; });
}

void Propose(Proposal proposal, ProposedPairs* proposals) {
  proposal.id =
      StatementId("q-", {proposal.rule, proposal.a.value, proposal.b.value});
  const std::pair pair(proposal.a, proposal.b);
  proposals->emplace(pair, std::move(proposal));
}

std::vector<Proposal> BuildProposals(const Reports& reports,
                                     const WorkRegistry& registry) {
  const auto families = NumberedWorks(registry);
  ProposedPairs proposals;
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
      Propose(
          {.rule = "numbered phase",
           .a = registry.works[one.work].id,
           .b = registry.works[work].id,
           .quote_a = MakeQuote(other, SentenceAround(other, numbered.span)),
           .quote_b = MakeQuote(report, sentence)},
          &proposals);
    }
  }
  ProposeTitlesWithin(registry, &proposals);
  std::vector<Proposal> rows;
  rows.reserve(proposals.size());
  for (auto& [key, proposal] : proposals) rows.push_back(std::move(proposal));
  return rows;
}

}  // namespace concord::crossref
