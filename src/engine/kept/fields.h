#pragma once
// What is kept: the members of each value, the section it stands in, and the
// names it is found by.
//
// A member that is added to one of these values is added here too, or nothing
// compiles (codec.h): what is not named here is not there when it is read back.
//
// A name begins with a letter that says what it is of: '=' the value's own id,
// '~' an id it had before people decided, 'r' a report that it speaks of, 'h'
// one that it is held as, 'c' one that cites it, 'w' a work.

#include <string>
#include <utility>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/crossref/outcomes.h"
#include "concord/crossref/references.h"
#include "concord/overlap/overlap.h"
#include "concord/overlap/versions.h"
#include "concord/store/decisions.h"
#include "concord/store/records.h"
#include "engine/kept/codec.h"
#include "engine/remarks.h"
#include "engine/view_json.h"

namespace concord::engine {

using Names = std::vector<std::string>;

inline std::string Own(const std::string& id) { return "=" + id; }
inline std::string OfItem(const RecommendationId& id) { return "i" + id.value; }
inline std::string OfReport(const ReportId& id) { return "r" + id.value; }
inline std::string HeldAs(const ReportId& id) { return "h" + id.value; }
inline std::string OfWork(const WorkId& id) { return "w" + id.value; }

template <class Visit>
auto Fields(Visit& visit, crossref::Quote& quote) {
  return visit(quote.report, quote.uri, quote.locator, quote.span, quote.text);
}

template <class Visit>
auto Fields(Visit& visit, crossref::Alias& alias) {
  return visit(alias.printed, alias.rule, alias.quote);
}

template <class Visit>
auto Fields(Visit& visit, crossref::WorkMention& mention) {
  return visit(mention.quote, mention.role, mention.recommendation);
}

template <class Visit>
auto Fields(Visit& visit, crossref::Refusal& refusal) {
  return visit(refusal.work, refusal.title, refusal.act, refusal.by,
               refusal.why);
}

// --- The register

// Who cites a work stands apart from it, in the row of the same number: it
// is mostly wanted without them.
template <class Visit>
auto Fields(Visit& visit, crossref::Work& work) {
  return visit(work.id, work.title, work.year, work.kind, work.publisher,
               work.aliases, work.part_of, work.part, work.series, work.held,
               work.members_held, work.edition, work.keys, work.merged,
               work.refused);
}
template <>
inline constexpr std::size_t kKeptApart<crossref::Work> = 1;
inline const char* SectionOf(const crossref::Work*) { return "works"; }
inline Names NamesOf(const crossref::Work& work) {
  Names names = {Own(work.id.value)};
  for (const WorkId& id : work.merged) names.push_back("~" + id.value);
  for (const ReportId& id : work.held) names.push_back(HeldAs(id));
  for (const crossref::WorkMention& mention : work.cited_by) {
    names.push_back("c" + mention.quote.report.value);
  }
  return names;
}

struct CitedBy {
  std::vector<crossref::WorkMention> mentions;
};
template <class Visit>
auto Fields(Visit& visit, CitedBy& cited) {
  return visit(cited.mentions);
}
inline const char* SectionOf(const CitedBy*) { return "cited by"; }
inline Names NamesOf(const CitedBy&) { return {}; }

template <class Visit>
auto Fields(Visit& visit, crossref::Succession& succession) {
  return visit(succession.body, succession.name, succession.date,
               succession.quote);
}

template <class Visit>
auto Fields(Visit& visit, crossref::Body& body) {
  return visit(body.id, body.name, body.kind, body.aliases, body.mentions,
               body.merged, body.predecessors, body.successors);
}
inline const char* SectionOf(const crossref::Body*) { return "bodies"; }
inline Names NamesOf(const crossref::Body& body) {
  Names names = {Own(body.id.value)};
  for (const BodyId& id : body.merged) names.push_back("~" + id.value);
  return names;
}

template <class Visit>
auto Fields(Visit& visit, crossref::Person& person) {
  return visit(person.id, person.name, person.post, person.unit,
               person.mentions);
}
inline const char* SectionOf(const crossref::Person*) { return "people"; }
inline Names NamesOf(const crossref::Person& person) {
  return {Own(person.id)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::AcronymEntry& entry) {
  return visit(entry.id, entry.short_form, entry.long_form, entry.definitions,
               entry.used_in, entry.uses);
}
inline const char* SectionOf(const crossref::AcronymEntry*) {
  return "acronyms";
}
inline Names NamesOf(const crossref::AcronymEntry& entry) {
  return {Own(entry.id)};
}

template <class Visit>
auto Fields(Visit& visit, extraction::Item& item) {
  return visit(item.span, item.rule, item.confidence);
}

template <class Visit>
auto Fields(Visit& visit, extraction::CountPart& part) {
  return visit(static_cast<extraction::Item&>(part), part.count, part.what,
               part.disposition, part.approximate);
}

template <class Visit>
auto Fields(Visit& visit, crossref::CountEntry& count) {
  return visit(count.work, count.what, count.stated, count.held, count.addition,
               count.partition, count.partition_adds_up, count.total,
               count.verdict, count.expected_in, count.quotes);
}
inline const char* SectionOf(const crossref::CountEntry*) { return "counts"; }
inline Names NamesOf(const crossref::CountEntry& count) {
  Names names = {Own(CountId(count)), OfWork(count.work)};
  for (const crossref::Quote& quote : count.quotes) {
    names.push_back(OfReport(quote.report));
  }
  return names;
}

template <class Visit>
auto Fields(Visit& visit, crossref::Conflict& conflict) {
  return visit(conflict.id, conflict.rule, conflict.subject, conflict.value_a,
               conflict.value_b, conflict.a, conflict.b, conflict.printed_a,
               conflict.printed_b);
}
inline const char* SectionOf(const crossref::Conflict*) { return "conflicts"; }
inline Names NamesOf(const crossref::Conflict& conflict) {
  return {Own(conflict.id), OfReport(conflict.a.report),
          OfReport(conflict.b.report)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::WantedWork& wanted) {
  return visit(wanted.work, wanted.title, wanted.asked_for, wanted.quotes);
}
inline const char* SectionOf(const crossref::WantedWork*) { return "wanted"; }
inline Names NamesOf(const crossref::WantedWork& wanted) {
  return {Own(wanted.work.value)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::Missing& missing) {
  return visit(missing.id, missing.printed, missing.quote);
}
inline const char* SectionOf(const crossref::Missing*) { return "missing"; }
inline Names NamesOf(const crossref::Missing& missing) {
  return {Own(missing.id), OfReport(missing.quote.report)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::RelationEntry& relation) {
  return visit(relation.id, relation.type, relation.subject,
               relation.subject_work, relation.object, relation.object_works,
               relation.object_count, relation.quote);
}
inline const char* SectionOf(const crossref::RelationEntry*) {
  return "relations";
}
inline Names NamesOf(const crossref::RelationEntry& relation) {
  Names names = {Own(relation.id), OfReport(relation.quote.report),
                 OfWork(relation.subject_work)};
  for (const WorkId& work : relation.object_works) {
    names.push_back(OfWork(work));
  }
  return names;
}

template <class Visit>
auto Fields(Visit& visit, crossref::Proposal& proposal) {
  return visit(proposal.id, proposal.rule, proposal.a, proposal.b,
               proposal.quote_a, proposal.quote_b);
}
inline const char* SectionOf(const crossref::Proposal*) { return "proposals"; }
inline Names NamesOf(const crossref::Proposal& proposal) {
  return {Own(proposal.id), OfWork(proposal.a), OfWork(proposal.b)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::UnfitDecision& unfit) {
  return visit(unfit.act, unfit.id, unfit.name);
}
inline const char* SectionOf(const crossref::UnfitDecision*) { return "unfit"; }
inline Names NamesOf(const crossref::UnfitDecision&) { return {}; }

// Of the keys of what depends on what people decided.
template <class Visit>
auto Fields(Visit& visit, store::DecisionEnd& end) {
  return visit(end.id, end.report, end.uri, end.span, end.quote);
}
template <class Visit>
auto Fields(Visit& visit, store::DecisionItem& item) {
  return visit(item.kind, item.value, item.a, item.b);
}
template <class Visit>
auto Fields(Visit& visit, store::Act& act) {
  return visit(act.id, act.verb, act.who, act.at, act.why, act.undoes,
               act.weights, act.items);
}
template <class Visit>
auto Fields(Visit& visit, crossref::RegisterDecision& one) {
  return visit(one.body, one.change, one.id, one.name, one.other_id, one.other,
               one.act, one.by, one.why);
}

// --- What else is computed of all reports and the register

template <class Visit>
auto Fields(Visit& visit, crossref::ReferenceEntry& reference) {
  return visit(reference.id, reference.printed, reference.target,
               reference.verdict, reference.report, reference.uri,
               reference.span, reference.quote);
}
inline const char* SectionOf(const crossref::ReferenceEntry*) {
  return "references";
}
inline Names NamesOf(const crossref::ReferenceEntry& reference) {
  return {Own(reference.id), OfReport(reference.quote.report)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::SingleCitation& single) {
  return visit(single.work, single.label, single.recommendation, single.quote);
}
inline const char* SectionOf(const crossref::SingleCitation*) {
  return "singles";
}
inline Names NamesOf(const crossref::SingleCitation& single) {
  return {Own(single.recommendation.value)};
}

template <class Visit>
auto Fields(Visit& visit, crossref::AmbiguousCitation& citation) {
  return visit(citation.id, citation.printed, citation.candidates,
               citation.quote);
}
inline const char* SectionOf(const crossref::AmbiguousCitation*) {
  return "ambiguous";
}
inline Names NamesOf(const crossref::AmbiguousCitation& citation) {
  return {Own(citation.id)};
}

template <class Visit>
auto Fields(Visit& visit, extraction::DateMention& date) {
  return visit(static_cast<extraction::Item&>(date), date.printed, date.edtf,
               date.base, date.inferred);
}

template <class Visit>
auto Fields(Visit& visit, extraction::StatedOutcome& stated) {
  return visit(static_cast<extraction::Item&>(stated), stated.implementation,
               stated.position, stated.proposed, stated.printed,
               stated.recommendation, stated.count, stated.of, stated.whole,
               stated.work, stated.quote, stated.named, stated.except,
               stated.retraction, stated.said_on, stated.progress, stated.owner,
               stated.by_when);
}

template <class Visit>
auto Fields(Visit& visit, crossref::OutcomeEntry& outcome) {
  return visit(outcome.id, outcome.stated, outcome.work,
               outcome.recommendations, outcome.quote, outcome.date,
               outcome.retracted_by);
}
inline const char* SectionOf(const crossref::OutcomeEntry*) {
  return "outcomes";
}
inline Names NamesOf(const crossref::OutcomeEntry& outcome) {
  Names names = {Own(outcome.id)};
  for (const RecommendationId& id : outcome.recommendations) {
    names.push_back(OfItem(id));
  }
  return names;
}

template <class Visit>
auto Fields(Visit& visit, Remark& remark) {
  return visit(remark.type, remark.whole_set, remark.subject, remark.by,
               remark.quote);
}
// All that is said of one recommendation.
struct RemarksOf {
  RecommendationId id;
  std::vector<Remark> remarks;
};
template <class Visit>
auto Fields(Visit& visit, RemarksOf& of) {
  return visit(of.id, of.remarks);
}
inline const char* SectionOf(const RemarksOf*) { return "remarks"; }
inline Names NamesOf(const RemarksOf& of) { return {Own(of.id.value)}; }

template <class Visit>
auto Fields(Visit& visit, store::ReportName& name) {
  return visit(name.id, name.uri, name.title);
}
inline const char* SectionOf(const store::ReportName*) { return "reports"; }
inline Names NamesOf(const store::ReportName& name) {
  return {Own(name.id.value)};
}

template <class Visit>
auto Fields(Visit& visit, overlap::Version& version) {
  return visit(version.a, version.b, version.kind, version.of_a, version.of_b,
               version.numbers, version.later);
}
inline const char* SectionOf(const overlap::Version*) { return "versions"; }
inline Names NamesOf(const overlap::Version& version) {
  return {Own(version.a.value + "~" + version.b.value), OfReport(version.a),
          OfReport(version.b)};
}

template <class Visit>
auto Fields(Visit& visit, overlap::Repeated& repeated) {
  return visit(repeated.id, repeated.by, repeated.later, repeated.kind,
               repeated.same_words);
}
inline const char* SectionOf(const overlap::Repeated*) { return "repeated"; }
inline Names NamesOf(const overlap::Repeated&) { return {}; }

template <class Visit>
auto Fields(Visit& visit, overlap::Replaced& replaced) {
  return visit(replaced.id, replaced.by);
}
inline const char* SectionOf(const overlap::Replaced*) { return "replaced"; }
inline Names NamesOf(const overlap::Replaced&) { return {}; }

// The address of each recommendation of one report.
struct AddressOf {
  RecommendationId id;
  std::string address;  // "" where no browser opens the report
};
struct AddressesIn {
  ReportId report;
  std::vector<AddressOf> addresses;
};
template <class Visit>
auto Fields(Visit& visit, AddressOf& one) {
  return visit(one.id, one.address);
}
template <class Visit>
auto Fields(Visit& visit, AddressesIn& in) {
  return visit(in.report, in.addresses);
}
inline const char* SectionOf(const AddressesIn*) { return "addresses"; }
inline Names NamesOf(const AddressesIn& in) { return {OfReport(in.report)}; }

// What one report resolves and plans, as the lists of all want it.
struct PlannedIn {
  ReportId report;
  std::string uri;
  std::string committee;
  extraction::DateMention date;
  std::vector<extraction::Resolution> resolutions;
  std::vector<extraction::TimetableEntry> timetable;
};
template <class Visit>
auto Fields(Visit& visit, extraction::Resolution& one) {
  return visit(static_cast<extraction::Item&>(one), one.label, one.text,
               one.lead_in, one.locator);
}
template <class Visit>
auto Fields(Visit& visit, extraction::TimetableEntry& one) {
  return visit(static_cast<extraction::Item&>(one), one.description,
               one.printed, one.edtf, one.inferred, one.state);
}
template <class Visit>
auto Fields(Visit& visit, PlannedIn& in) {
  return visit(in.report, in.uri, in.committee, in.date, in.resolutions,
               in.timetable);
}
inline const char* SectionOf(const PlannedIn*) { return "planned"; }
inline Names NamesOf(const PlannedIn& in) { return {OfReport(in.report)}; }

// --- Overlaps

// Of links that say that two cannot both be done.
inline constexpr const char* kContradicting = "contradicts";

template <class Visit>
auto Fields(Visit& visit, overlap::Measure& measure) {
  return visit(measure.name, measure.value);
}

template <class Visit>
auto Fields(Visit& visit, overlap::Part& part) {
  return visit(part.name, part.level, part.weight, part.quote_a, part.quote_b,
               part.measures, part.stated);
}

template <class Visit>
auto Fields(Visit& visit, overlap::Comparison& comparison) {
  return visit(comparison.parts, comparison.weight, comparison.similarity,
               comparison.relation);
}

template <class Visit>
auto Fields(Visit& visit, overlap::Link& link) {
  return visit(link.a, link.b, link.comparison);
}
inline const char* SectionOf(const overlap::Link*) { return "links"; }
inline Names NamesOf(const overlap::Link& link) {
  Names names = {Own(link.a.value), Own(link.b.value)};
  if (link.comparison.relation == overlap::Relation::kContradicts) {
    names.emplace_back(kContradicting);
  }
  return names;
}

}  // namespace concord::engine
