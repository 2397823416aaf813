// One named rule each, in the order they are asked. To add one: write it here,
// give it a name, a reason and what would turn it, and a row in
// tests/unit/scope/select_test.cpp.

#include <algorithm>
#include <optional>

#include "concord/base/unicode.h"
#include "scope/selection.h"
#include "scope/sources.h"

namespace concord::scope {
namespace {

using extraction::RecommendationKind;
using store::StoredRecommendation;

crossref::Quote QuoteOf(const StoredRecommendation& recommendation) {
  return {recommendation.report, recommendation.uri,
          recommendation.item.locator, recommendation.item.span,
          recommendation.item.text};
}

Disposition Decide(const StoredRecommendation& recommendation, std::string rule,
                   std::string reason, std::string would_change) {
  return {.id = recommendation.id,
          .rule = std::move(rule),
          .reason = std::move(reason),
          .would_change = std::move(would_change),
          .quotes = {QuoteOf(recommendation)}};
}

std::string Quoted(const std::string& words) { return "'" + words + "'"; }

bool SaysNational(const extraction::CountPart& part) {
  const std::string words = FoldWords(part.what + " " + part.disposition);
  return words.find("national") != std::string::npos ||
         words.find("other") != std::string::npos ||
         words.find("addressed to") != std::string::npos;
}

// One recommendation before the rules.
struct Case {
  const ScopeRequest& request;
  const StoredRecommendation& recommendation;
  const Source& source;
  const crossref::CountEntry* count;
  const extraction::CountPart* part;  // stated part that is for others
  Answerer answerer;
  std::string whom;                   // it asks, or what it is a part of
  const overlap::Repeated* repeated;  // by a later version; nullptr: not

  const extraction::Recommendation& item() const { return recommendation.item; }
};

using Rule = std::optional<Disposition> (*)(const Case&);

std::optional<Disposition> ExcludeDecision(const Case& one) {
  if (one.item().kind != RecommendationKind::kDecision ||
      one.request.include_decisions) {
    return std::nullopt;
  }
  return Decide(one.recommendation, "exclude.decision",
                "asks its own committee to decide; a response does not answer "
                "it",
                "it is answered where the scope takes in decisions");
}

std::optional<Disposition> ExcludeCommitment(const Case& one) {
  if (one.item().kind != RecommendationKind::kCommitment) return std::nullopt;
  return Decide(one.recommendation, "exclude.commitment",
                "something its own body says it will do, not a request", "");
}

constexpr std::string_view kEarlierVersion = "exclude.earlier-version";

std::optional<Disposition> ExcludeEarlierVersion(const Case& one) {
  if (one.repeated == nullptr) return std::nullopt;
  const bool within = one.repeated->kind == overlap::VersionKind::kWithin;
  return Decide(
      one.recommendation, std::string(kEarlierVersion),
      std::string(within ? "its paper stands within "
                         : "its paper is an earlier version of ") +
          one.repeated->later.value + ", which asks for it again" +
          (one.repeated->same_words ? ""
                                    : " under the same number, in other "
                                      "words") +
          " (" + one.repeated->by.value + ") and is in this scope",
      "it is answered by itself with --all-versions, or where " +
          one.repeated->later.value + " is no source");
}

std::string AnsweredBy(const Case& one) {
  return "it is answered where " + Quoted(one.whom) + " responds";
}

std::optional<Disposition> ExcludeOthers(const Case& one) {
  if (one.answerer != Answerer::kOthers || one.request.answering_body.empty()) {
    return std::nullopt;
  }
  return Decide(one.recommendation, "exclude.addressed-to-others",
                "addressed to " + Quoted(one.whom) + ", not to " +
                    Quoted(one.request.answering_body),
                AnsweredBy(one));
}

std::optional<Disposition> ExcludeStatedPartition(const Case& one) {
  if (one.answerer != Answerer::kOthers || one.part == nullptr) {
    return std::nullopt;
  }
  std::string reason =
      "addressed to " + Quoted(one.item().addressee) +
      "; the paper says that " + std::to_string(one.part->count) + " of the " +
      std::to_string(one.count->stated) + " are " + Quoted(one.part->what);
  if (!one.part->disposition.empty()) {
    reason += ", " + Quoted(one.part->disposition);
  }
  Disposition disposition =
      Decide(one.recommendation, "exclude.partition-stated", std::move(reason),
             AnsweredBy(one));
  disposition.quotes.insert(disposition.quotes.end(), one.count->quotes.begin(),
                            one.count->quotes.end());
  return disposition;
}

// Somebody was named as answering, and nothing says that it is theirs to.
std::optional<Disposition> IncludeUnassigned(const Case& one) {
  const bool unassigned =
      !one.request.answering_body.empty() && one.answerer == Answerer::kNotSaid;
  if (!unassigned) return std::nullopt;
  const std::string of = "a recommendation of " + Quoted(one.source.title);
  if (one.whom.empty()) {
    return Decide(one.recommendation, std::string(kNamesNobody),
                  of + " that names nobody", "");
  }
  return Decide(one.recommendation, std::string(kOwnerNotKnown),
                of + " that names " + Quoted(one.whom) +
                    ", and nothing here says whose that is",
                "'concord bodies alias' says whose it is");
}

Disposition Include(const Case& one) {
  if (auto unassigned = IncludeUnassigned(one)) return std::move(*unassigned);
  const std::string work = Quoted(one.source.title);
  if (one.item().parent >= 0) {
    return Decide(one.recommendation, "include.part-of",
                  "a part of a recommendation of " + work, "");
  }
  if (one.recommendation.report == one.source.report) {
    return Decide(one.recommendation, "include.of-source",
                  "a recommendation of " + work + ": " + one.source.reason, "");
  }
  return Decide(one.recommendation, "include.quoted",
                "a recommendation of " + work + " as quoted in " +
                    Quoted(one.recommendation.report_title),
                "");
}

// What a candidate that is not counted as a recommendation is.
std::string WhatItIs(const extraction::Recommendation& item) {
  if (item.kind == RecommendationKind::kDecision) return "decision";
  if (item.kind == RecommendationKind::kCommitment) return "commitment";
  if (item.parent < 0) return "repetition";
  return "part";
}

struct Outcome {
  bool in = false;
  Disposition disposition;
};

Outcome FirstRuleThatApplies(const Case& one) {
  constexpr Rule kExclusions[] = {ExcludeDecision, ExcludeCommitment,
                                  ExcludeEarlierVersion, ExcludeOthers,
                                  ExcludeStatedPartition};
  for (const Rule rule : kExclusions) {
    if (std::optional<Disposition> disposition = rule(one)) {
      return {false, std::move(*disposition)};
    }
  }
  Disposition disposition = Include(one);
  disposition.quotes.insert(disposition.quotes.end(), one.source.quotes.begin(),
                            one.source.quotes.end());
  return {true, std::move(disposition)};
}

}  // namespace

bool IsUnassigned(const Disposition& disposition) {
  return disposition.rule == kNamesNobody || disposition.rule == kOwnerNotKnown;
}

void CountBeside(const Beside& more, std::vector<Beside>* beside) {
  for (Beside& known : *beside) {
    if (known.what == more.what && known.included == more.included) {
      known.count += more.count;
      return;
    }
  }
  beside->push_back(more);
}

Selection::Selection(const ScopeRequest& request, const Holdings& holdings,
                     const std::vector<Source>& sources)
    : request_(request), holdings_(holdings) {
  for (const Source& source : sources) works_.insert(source.work);
  if (!request.all_versions) repeated_ = RepeatedAmong(holdings, sources);
  if (!request.answering_body.empty()) {
    answering_ = AnsweringBody::Named(request.answering_body, holdings);
    answering_was_named_ = true;
    return;
  }
  for (const store::ReportRecord& report : holdings.reports) {
    if (report.id == request.as_stated_in) {
      answering_ = AnsweringBody::PresenterOf(report, holdings.crossref);
    }
  }
}

// A held work answers with its own words; where it is not held, what other
// reports quote of it is all there is.
std::vector<const StoredRecommendation*> Selection::Candidates(
    const Source& source) const {
  std::set<RecommendationId> wanted;
  if (source.report.empty()) {
    for (RecommendationId& id : crossref::RecommendationsOf(
             holdings_.crossref, source.work, holdings_.recommendations)) {
      wanted.insert(std::move(id));
    }
  }
  std::vector<const StoredRecommendation*> candidates;
  for (const StoredRecommendation& recommendation : holdings_.recommendations) {
    const bool of_report =
        !source.report.empty() && recommendation.report == source.report;
    if (of_report || wanted.contains(recommendation.id)) {
      candidates.push_back(&recommendation);
    }
  }
  return candidates;
}

const StoredRecommendation& Selection::AskedIn(
    const StoredRecommendation& one,
    const std::vector<const StoredRecommendation*>& candidates) const {
  const bool by_itself = !answering_was_named_ || one.item.parent < 0 ||
                         !WhomItAsks(one.item).empty();
  if (by_itself) return one;
  const std::string whole =
      one.report.value + "." + std::to_string(one.item.parent + 1);
  for (const StoredRecommendation* candidate : candidates) {
    if (candidate->id.value == whole) return *candidate;
  }
  return one;
}

const extraction::CountPart* Selection::PartForOthers(
    const crossref::CountEntry* count,
    const std::vector<const StoredRecommendation*>& candidates) const {
  if (count == nullptr) return nullptr;
  const auto others = std::count_if(
      candidates.begin(), candidates.end(),
      [&](const StoredRecommendation* candidate) {
        return candidate->item.kind == RecommendationKind::kRecommendation &&
               answering_.Judge(*candidate) == Answerer::kOthers;
      });
  for (const extraction::CountPart& part : count->partition) {
    if (SaysNational(part) && part.count == others) return &part;
  }
  return nullptr;
}

SourceTally Selection::DecideSource(const Source& source,
                                    const crossref::CountEntry* count,
                                    Scope* scope) {
  SourceTally tally;
  const auto candidates = Candidates(source);
  const extraction::CountPart* part = PartForOthers(count, candidates);
  for (const StoredRecommendation* candidate : candidates) {
    if (!decided_.insert(candidate->id).second) continue;
    const StoredRecommendation& asked = AskedIn(*candidate, candidates);
    const Case one{request_,
                   *candidate,
                   source,
                   count,
                   part,
                   answering_.Judge(asked),
                   WhomItAsks(asked.item),
                   overlap::FindIn(repeated_, candidate->id)};
    Outcome outcome = FirstRuleThatApplies(one);
    const bool repeated = outcome.disposition.rule == kEarlierVersion;
    tally.repeated += repeated ? 1 : 0;
    const bool counts =
        candidate->item.kind == RecommendationKind::kRecommendation &&
        candidate->item.parent < 0 && !repeated;
    ++(outcome.in ? tally.included : tally.excluded);
    if (counts) {
      ++tally.held;
      ++(outcome.in ? tally.held_included : tally.held_excluded);
    } else {
      CountBeside({WhatItIs(candidate->item), 1, outcome.in}, &tally.beside);
    }
    auto& list = outcome.in ? scope->included : scope->excluded;
    list.push_back(std::move(outcome.disposition));
  }
  return tally;
}

}  // namespace concord::scope
