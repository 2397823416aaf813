// Which held recommendations a stated outcome speaks of.
//
// Its number is looked up in the work that the sentence cites: the citation at
// the same place has been resolved with all others. Numbers with letters
// ("R12") name by themselves: the one cited work that is held and numbers its
// recommendations so. A row of a table that is a recommendation of its own
// report speaks of that one; a row of a plan ("PV 8") of those that its letters
// and numbers mean. Of a set with named exceptions it is all others, where the
// work has as many as the set.
//
// A retraction is no outcome: the statements that it takes back are marked with
// its words. A finding that names fewer than were told denies the others
// (denials.h).
//
// Tests: outcomes_test.cpp.

#include "concord/crossref/outcomes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/held_works.h"
#include "concord/crossref/legends.h"
#include "concord/crossref/references.h"
#include "concord/document/response_mark.h"
#include "concord/edtf/edtf.h"
#include "crossref/denials.h"
#include "crossref/papers_decided.h"
#include "crossref/quotes.h"
#include "crossref/retractions.h"

namespace concord::crossref {
namespace {

using extraction::Recommendation;
using extraction::RecommendationKind;
using extraction::StatedOutcome;

std::vector<std::string> LabelsOf(const std::string& numbers) {
  std::vector<std::string> labels = LabelsIn(numbers);
  if (!labels.empty()) return labels;
  for (const TextSpan word :
       Words(numbers, {0, static_cast<std::uint32_t>(numbers.size())})) {
    if (Length(word) == 1) labels.emplace_back(Slice(numbers, word));
  }
  return labels;
}

// The letters before the first number: "R" of "R1-R4, R6".
std::string CodeOf(const std::string& numbers) {
  const std::size_t digit = numbers.find_first_of("0123456789");
  if (digit == std::string::npos) return {};
  return FoldWords(numbers.substr(0, digit));
}

class Follower {
 public:
  Follower(const CrossReference& crossref,
           const std::vector<store::ReportRecord>& records)
      : crossref_(crossref),
        records_(records),
        reports_(SortReports(records)),
        held_(records, crossref),
        legends_(records, crossref, held_) {
    for (const store::ReportRecord* report : reports_) {
      by_id_[report->id] = report;
    }
    for (std::size_t i = 0; i < crossref.works.size(); ++i) {
      for (const WorkMention& mention : crossref.works[i].cited_by) {
        cited_[mention.quote.report].emplace_back(mention.quote.span, i);
      }
    }
  }

  std::vector<OutcomeEntry> Follow() {
    std::vector<OutcomeEntry> entries;
    std::vector<OutcomeEntry> retractions;
    for (const store::ReportRecord* report : reports_) {
      // Our own response quotes what others say became of them.
      if (document::ResponseScope(report->document)) continue;
      const auto outcomes =
          extraction::FindOutcomes(report->document, report->extraction);
      for (const StatedOutcome& outcome : outcomes) {
        auto& all = outcome.retraction ? retractions : entries;
        all.push_back(Entry(*report, outcome));
      }
    }
    TakeBack(retractions, &entries);
    AddDenied(records_, &entries);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const OutcomeEntry& a, const OutcomeEntry& b) {
                       return DayOf(a) < DayOf(b);
                     });
    return entries;
  }

  static std::optional<edtf::Day> DayOf(const OutcomeEntry& entry) {
    const auto value = edtf::Parse(entry.date.edtf);
    if (!value) return std::nullopt;
    return edtf::Bounds(*value).earliest;
  }

 private:
  OutcomeEntry Entry(const store::ReportRecord& report,
                     const StatedOutcome& outcome) {
    OutcomeEntry entry;
    entry.stated = outcome;
    entry.quote = MakeQuote(report, outcome.span);
    entry.date = report.header().date;
    entry.id =
        StatementId("o-", {report.id.value, std::to_string(outcome.span.begin),
                           outcome.implementation, outcome.position,
                           outcome.recommendation});
    const Own own = OwnRow(report, outcome);
    entry.recommendations = outcome.rule == "outcome.plan-row"
                                ? Coded(report, outcome)
                                : own.recommendations;
    const bool own_row = !own.recommendations.empty();
    if (!entry.recommendations.empty() && !own_row) return entry;
    std::vector<RecommendationId> decided = DecidedIn(
        reports_, report, outcome.work, LabelsOf(outcome.recommendation));
    if (!decided.empty()) {
      entry.recommendations = std::move(decided);
      return entry;
    }
    const Work* work = WorkOf(report, outcome);
    if (work == nullptr || own.numbered) return entry;
    std::vector<RecommendationId> meant = MeantOf(*work, outcome);
    if (own_row && meant.empty()) return entry;
    entry.work = work->id;
    entry.recommendations = std::move(meant);
    return entry;
  }

  std::vector<RecommendationId> MeantOf(const Work& work,
                                        const StatedOutcome& outcome) const {
    if (outcome.recommendation.empty() && !outcome.except.empty()) {
      return AllBut(work, outcome);
    }
    return outcome.whole ? AllOf(work) : Named(work, outcome.recommendation);
  }

  // "PV 8, CL 31": of the works that the letters stand for.
  std::vector<RecommendationId> Coded(const store::ReportRecord& report,
                                      const StatedOutcome& outcome) const {
    std::set<RecommendationId> meant;
    const std::string& numbers = outcome.recommendation;
    for (const CodedNumber& one : CodedNumbersIn(
             numbers, {0, static_cast<std::uint32_t>(numbers.size())})) {
      const WorkId id = legends_.WorkOf(one.code, report.id);
      for (const Work& work : crossref_.works) {
        if (id.empty() || work.id != id) continue;
        for (RecommendationId& named : Named(work, one.label)) {
          meant.insert(std::move(named));
        }
      }
    }
    return {meant.begin(), meant.end()};
  }

  // Everything that the work recommends but the exceptions; nothing where the
  // numbers do not add up to the set.
  std::vector<RecommendationId> AllBut(const Work& work,
                                       const StatedOutcome& outcome) const {
    const std::vector<RecommendationId> all = AllOf(work);
    const std::vector<RecommendationId> except = Named(work, outcome.except);
    if (static_cast<std::int32_t>(all.size()) != outcome.of ||
        static_cast<std::int32_t>(except.size()) !=
            outcome.of - outcome.count) {
      return {};
    }
    std::vector<RecommendationId> rest;
    std::set_difference(all.begin(), all.end(), except.begin(), except.end(),
                        std::back_inserter(rest));
    return rest.size() + except.size() == all.size()
               ? rest
               : std::vector<RecommendationId>();
  }

  struct Own {
    std::vector<RecommendationId> recommendations;
    bool numbered = false;  // the number of the row is theirs
  };

  // The recommendation that the row of a table is itself. One without a number
  // ("4 | Agreed | Begins in May") may be the answer to the one that the
  // row names.
  static Own OwnRow(const store::ReportRecord& report,
                    const StatedOutcome& outcome) {
    if (outcome.rule != "outcome.row") return {};
    Own own;
    const auto& items = report.extraction.recommendations;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!Contains(outcome.span, items[i].span)) continue;
      own.recommendations.push_back(
          {report.id.value + "." + std::to_string(i + 1)});
      own.numbered = own.numbered || !items[i].label.empty();
    }
    if (own.recommendations.size() > 1) own = {};
    return own;
  }

  const Work* WorkOf(const store::ReportRecord& report,
                     const StatedOutcome& outcome) const {
    const auto cited = cited_.find(report.id);
    if (cited == cited_.end()) return nullptr;
    if (const Work* coded = ByCode(cited->second, outcome)) return coded;
    if (outcome.work.empty()) return nullptr;
    // The works that citations of this title became in this report.
    std::set<std::size_t> works;
    for (const extraction::Citation& citation : report.extraction.citations) {
      if (citation.title != outcome.work) continue;
      for (const auto& [span, work] : cited->second) {
        if (span == citation.span) works.insert(work);
      }
    }
    if (works.empty()) {
      for (const WorkId& id : ResolveTitle(crossref_, outcome.work)) {
        for (std::size_t i = 0; i < crossref_.works.size(); ++i) {
          if (crossref_.works[i].id == id) works.insert(i);
        }
      }
    }
    return works.size() == 1 ? Held(crossref_.works[*works.begin()]) : nullptr;
  }

  // The work itself, or the one held under a longer title that begins with its
  // own: "Goods Inward" is "Goods Inward: A Study of Stores".
  const Work* Held(const Work& work) const {
    if (!work.held.empty()) return &work;
    const std::string title = FoldWords(work.title);
    const Work* longer = nullptr;
    for (const Work& one : crossref_.works) {
      const std::size_t colon = one.title.find(':');
      if (one.held.empty() || colon == std::string::npos ||
          FoldWords(one.title.substr(0, colon)) != title) {
        continue;
      }
      if (longer != nullptr) return &work;  // it may be either
      longer = &one;
    }
    return longer == nullptr ? &work : longer;
  }

  using Cited = std::vector<std::pair<TextSpan, std::size_t>>;

  // "R12": the one held work cited here whose recommendations are called so.
  const Work* ByCode(const Cited& cited, const StatedOutcome& outcome) const {
    const std::string code = CodeOf(outcome.recommendation);
    if (code.empty()) return nullptr;
    std::set<const Work*> works;
    for (const auto& [span, work] : cited) {
      const Work& one = *Held(crossref_.works[work]);
      if (one.held.empty()) continue;
      const auto found = by_id_.find(one.held.front());
      if (found == by_id_.end()) continue;
      const auto& items = found->second->extraction.recommendations;
      const bool so_called = std::any_of(
          items.begin(), items.end(), [&](const Recommendation& item) {
            return item.made_by.empty() && CodeOf(item.label) == code;
          });
      if (so_called && !Named(one, outcome.recommendation).empty()) {
        works.insert(&one);
      }
    }
    return works.size() == 1 ? *works.begin() : nullptr;
  }

  std::vector<RecommendationId> Named(const Work& work,
                                      const std::string& numbers) const {
    if (work.held.empty() || numbers.empty()) return {};
    const auto report = by_id_.find(work.held.front());
    if (report == by_id_.end()) return {};
    const auto [known, is_new] = by_label_.try_emplace(work.held.front());
    if (is_new) known->second = OwnByLabel(*report->second);
    std::set<RecommendationId> named;
    for (const std::string& label : LabelsOf(numbers)) {
      const auto found = known->second.find(LabelKey(label));
      if (found != known->second.end()) named.insert(found->second);
    }
    return {named.begin(), named.end()};
  }

  // Of the members of a series too.
  std::vector<RecommendationId> AllOf(const Work& work) const {
    std::vector<RecommendationId> all;
    for (const Work& one : crossref_.works) {
      const bool meant = one.id == work.id || one.series == work.id;
      if (!meant || one.held.empty()) continue;
      const auto report = by_id_.find(one.held.front());
      if (report == by_id_.end()) continue;
      const auto& items = report->second->extraction.recommendations;
      for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == RecommendationKind::kRecommendation &&
            items[i].made_by.empty() && items[i].parent < 0) {
          all.push_back({one.held.front().value + "." + std::to_string(i + 1)});
        }
      }
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  const CrossReference& crossref_;
  const std::vector<store::ReportRecord>& records_;
  Reports reports_;
  HeldWorks held_;
  Legends legends_;
  std::map<ReportId, const store::ReportRecord*> by_id_;
  std::map<ReportId, Cited> cited_;
  mutable std::map<ReportId, std::map<std::string, RecommendationId>> by_label_;
};

}  // namespace

std::vector<OutcomeEntry> FollowOutcomes(
    const CrossReference& crossref,
    const std::vector<store::ReportRecord>& reports) {
  return Follower(crossref, reports).Follow();
}

bool CountsMore(const OutcomeEntry& a, const OutcomeEntry& b) {
  if (a.retracted_by.empty() != b.retracted_by.empty()) {
    return a.retracted_by.empty();
  }
  const auto day_a = Follower::DayOf(a);
  const auto day_b = Follower::DayOf(b);
  if (day_a != day_b) return day_b < day_a;
  return b.stated.whole && !a.stated.whole;
}

}  // namespace concord::crossref
