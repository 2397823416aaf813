// A scope becomes a numbered list of entries.
//
// Recommendations that ask for the same thing (identical, restates) share one
// entry and are answered once; every one of them stays visible as a member with
// its own words. Those that merely touch (narrower, wider, overlaps,
// contradicts) keep entries of their own that point at each other: a policy
// officer may answer them together, the engine must not.
//
// Tests: tests/unit/response/compose_test.cpp.

#include <algorithm>
#include <map>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "concord/edtf/edtf.h"
#include "concord/response/reported.h"
#include "concord/response/response.h"
#include "response/answered.h"
#include "response/chosen_fields.h"
#include "response/conflicts.h"
#include "response/numbered_sources.h"
#include "response/reported.h"
#include "response/stated_relations.h"
#include "response/words.h"

namespace concord::response {
namespace {

using store::ReportRecord;
using store::StoredRecommendation;

bool AnsweredTogether(overlap::Relation relation) {
  return relation == overlap::Relation::kIdentical ||
         relation == overlap::Relation::kRestates;
}

void AddOnce(const std::string& name, std::vector<std::string>* names) {
  const std::string folded = FoldWords(name);
  if (folded.empty()) return;
  const bool known = std::any_of(
      names->begin(), names->end(),
      [&](const std::string& other) { return FoldWords(other) == folded; });
  if (!known) names->push_back(name);
}

// Members that ask for the same by the same day say it once.
void AddDue(const extraction::DateMention& due,
            std::vector<extraction::DateMention>* dates) {
  const bool known = std::any_of(
      dates->begin(), dates->end(), [&](const extraction::DateMention& other) {
        return other.edtf == due.edtf &&
               FoldWords(other.printed) == FoldWords(due.printed);
      });
  if (!known) dates->push_back(due);
}

class Composer {
 public:
  Composer(const scope::Scope& scope, const scope::Holdings& holdings,
           const std::vector<overlap::Link>& links,
           const overlap::Decisions& decisions,
           const std::vector<crossref::OutcomeEntry>& outcomes,
           const std::vector<RecordedAnswer>& answers,
           const std::vector<crossref::Conflict>& conflicts)
      : scope_(scope),
        holdings_(holdings),
        links_(links),
        decisions_(decisions),
        outcomes_(outcomes),
        answers_(answers),
        conflicts_(conflicts) {
    for (const StoredRecommendation& item : holdings.recommendations) {
      recommendations_[item.id] = &item;
    }
  }

  ConsolidatedResponse Compose() {
    ConsolidatedResponse response{
        .title = "Consolidated response to " + scope_.title,
        .subtitle = Subtitle(),
        .scope = scope_.request.name,
        .basis = scope_};
    NumberedSources sources(holdings_, &response.sources);
    for (const auto& member_ids : Groups()) {
      AddEntry(member_ids, &sources, &response);
    }
    AddRelated(&response);
    AddStatedRelations(holdings_, entry_of_, &sources, &response);
    AddReported(outcomes_, holdings_, entry_of_, &sources, &response);
    AddAnswers(answers_, entry_of_, &response);
    AddContradictions(links_, entry_of_, &response);
    AddConflicts(conflicts_, links_, holdings_, entry_of_, &sources, &response);
    AddCitations(&sources, &response);
    AddRestatements(&sources, &response);
    NumberBasis(&sources, &response);
    sources.MarkDates(holdings_.crossref);
    return response;
  }

 private:
  // "Scope kf, as stated in A Paper, 13 November 2001; made on 1 December
  // 2001".
  std::string Subtitle() const {
    std::string text = "Scope " + scope_.request.name;
    for (const ReportRecord& report : holdings_.reports) {
      if (report.id != scope_.request.as_stated_in) continue;
      text += ", as stated in " + extraction::FullTitle(report.header());
      const std::string& date = report.header().date.printed;
      if (!date.empty()) text += ", " + date;
    }
    if (!scope_.request.answering_body.empty()) {
      text += "; answered by " + scope_.request.answering_body;
    }
    if (!scope_.request.made_at.empty()) {
      text += "; made on " + DateInWords(scope_.request.made_at.substr(0, 10));
    }
    return text;
  }

  // Included recommendations, in the scope's order, those answered together
  // under the first of them.
  std::vector<std::vector<RecommendationId>> Groups() const {
    std::vector<StoredRecommendation> included;
    std::set<RecommendationId> ids;
    for (const scope::Disposition& disposition : scope_.included) {
      const auto found = recommendations_.find(disposition.id);
      if (found == recommendations_.end()) continue;
      included.push_back(*found->second);
      ids.insert(disposition.id);
    }
    std::vector<overlap::Link> same;
    for (const overlap::Link& link : links_) {
      if (AnsweredTogether(link.comparison.relation) && ids.contains(link.a) &&
          ids.contains(link.b)) {
        same.push_back(link);
      }
    }
    std::map<RecommendationId, RecommendationId> leader;
    for (const overlap::Group& group :
         overlap::GroupLinks(included, same, decisions_)) {
      for (const RecommendationId& member : group.members) {
        leader[member] = group.representative;
      }
    }
    return InScopeOrder(included, leader);
  }

  static std::vector<std::vector<RecommendationId>> InScopeOrder(
      const std::vector<StoredRecommendation>& included,
      const std::map<RecommendationId, RecommendationId>& leader) {
    std::vector<std::vector<RecommendationId>> groups;
    std::map<RecommendationId, std::size_t> place;
    for (const StoredRecommendation& item : included) {
      const auto led = leader.find(item.id);
      const RecommendationId& key = led == leader.end() ? item.id : led->second;
      const auto [at, is_new] = place.emplace(key, groups.size());
      if (is_new) groups.emplace_back();
      auto& group = groups[at->second];
      // The representative speaks first, whatever its place.
      group.insert(item.id == key ? group.begin() : group.end(), item.id);
    }
    return groups;
  }

  void AddEntry(const std::vector<RecommendationId>& answered,
                NumberedSources* sources, ConsolidatedResponse* response) {
    const auto wording = overlap::WordingOf(decisions_, answered);
    const std::vector<RecommendationId> members = TextFirst(answered, wording);
    const StoredRecommendation& first = *recommendations_.at(members.front());
    Entry entry{
        .number = static_cast<std::int32_t>(response->entries.size() + 1),
        .text = first.item.text,
        .lead_in = first.item.lead_in,
        .heading = first.item.heading};
    for (const RecommendationId& id : members) {
      const StoredRecommendation& member = *recommendations_.at(id);
      entry.members.push_back(sources->Quote(member));
      entry.refs.push_back(RefOf(id, member.item.text));
      const bool speaks = id == members.front();
      entry.relations.push_back(speaks ? ""
                                       : RelationBetween(id, members.front()));
      entry.relations_read.push_back(
          speaks ? "" : RelationRead(entry.relations.back(), member, first));
      AddFields(id, member.item, wording, &entry);
      response->coverage.push_back({id, entry.number});
      entry_of_[id] = entry.number;
    }
    AddChosenFields(wording, recommendations_, &entry);
    entry.unassigned = Unassigned(members);
    response->entries.push_back(std::move(entry));
  }

  // Of each member, or there is no doubt.
  std::string Unassigned(const std::vector<RecommendationId>& members) const {
    std::string reason;
    for (const RecommendationId& id : members) {
      const auto found = std::find_if(
          scope_.included.begin(), scope_.included.end(),
          [&](const scope::Disposition& one) { return one.id == id; });
      if (found == scope_.included.end() || !scope::IsUnassigned(*found)) {
        return "";
      }
      if (reason.empty()) reason = found->reason;
    }
    return reason;
  }

  static void AddFields(const RecommendationId& id,
                        const extraction::Recommendation& item,
                        const std::vector<overlap::WordingDecision>& wording,
                        Entry* entry) {
    using overlap::Field;
    if (Stands(Field::kAddressee, id, wording)) {
      AddOnce(item.addressee, &entry->addressees);
    }
    if (Stands(Field::kOwner, id, wording)) {
      for (const extraction::OwnerMention& owner : item.owners) {
        AddOnce(owner.name, &entry->owners);
      }
    }
    if (Stands(Field::kDue, id, wording)) {
      for (const extraction::DateMention& due : item.due) {
        AddDue(due, &entry->due);
      }
    }
  }

  std::string RelationBetween(const RecommendationId& a,
                              const RecommendationId& b) const {
    for (const overlap::Link& link : links_) {
      if (link.a == a && link.b == b) {
        return std::string(Name(link.comparison.relation));
      }
      if (link.a == b && link.b == a) {
        return std::string(Name(Reverse(link.comparison.relation)));
      }
    }
    return "";
  }

  static std::string RelationRead(const std::string& relation,
                                  const StoredRecommendation& a,
                                  const StoredRecommendation& b) {
    constexpr auto kRestates = overlap::Relation::kRestates;
    if (relation != Name(kRestates)) return relation;
    return std::string(
        overlap::InWords(kRestates, a.report_date, b.report_date));
  }

  void AddRelated(ConsolidatedResponse* response) const {
    for (const overlap::Link& link : links_) {
      const auto a = entry_of_.find(link.a);
      const auto b = entry_of_.find(link.b);
      const overlap::Relation relation = link.comparison.relation;
      if (a == entry_of_.end() || b == entry_of_.end() ||
          a->second == b->second || AnsweredTogether(relation) ||
          relation == overlap::Relation::kDistinct) {
        continue;
      }
      Point(a->second, b->second, relation, link.comparison.weight, response);
      Point(b->second, a->second, Reverse(relation), link.comparison.weight,
            response);
    }
  }

  static void Point(std::int32_t from, std::int32_t to,
                    overlap::Relation relation, double weight,
                    ConsolidatedResponse* response) {
    auto& related =
        response->entries[static_cast<std::size_t>(from - 1)].related;
    const bool known =
        std::any_of(related.begin(), related.end(),
                    [&](const Related& other) { return other.entry == to; });
    if (!known) related.push_back({to, std::string(Name(relation)), weight});
  }

  // A later report restates an earlier one and never the reverse.
  static std::string NoteOfRestatement(const StoredRecommendation& inside,
                                       const StoredRecommendation& outside) {
    const std::string_view reads = overlap::InWords(
        overlap::Relation::kRestates, inside.report_date, outside.report_date);
    if (reads == "restates") return "asked for before in";
    return reads == "restated in" ? "restated in" : "also asked for in";
  }

  // The same ask in a report outside the scope: a progress paper that quotes
  // it, a later inspection that makes it again.
  void AddRestatements(NumberedSources* sources,
                       ConsolidatedResponse* response) const {
    for (const overlap::Link& link : links_) {
      if (!AnsweredTogether(link.comparison.relation)) continue;
      const auto a = entry_of_.find(link.a);
      const auto b = entry_of_.find(link.b);
      if ((a == entry_of_.end()) == (b == entry_of_.end())) continue;
      const auto inside = a == entry_of_.end() ? b : a;
      const auto outside =
          recommendations_.find(a == entry_of_.end() ? link.a : link.b);
      if (outside == recommendations_.end()) continue;
      SourceQuote quote = sources->Quote(*outside->second);
      quote.note = NoteOfRestatement(
          *recommendations_.at(a == entry_of_.end() ? link.b : link.a),
          *outside->second);
      // Two members of one entry may be restated in the same words: once.
      auto& evidence =
          response->entries[static_cast<std::size_t>(inside->second - 1)]
              .evidence;
      const bool known = std::any_of(
          evidence.begin(), evidence.end(), [&](const SourceQuote& other) {
            return other.id == quote.id && other.note == quote.note;
          });
      if (!known) evidence.push_back(std::move(quote));
    }
  }

  // Every document that the scope itself quotes is a numbered source too.
  void NumberBasis(NumberedSources* sources,
                   ConsolidatedResponse* response) const {
    const auto number = [&](const std::vector<crossref::Quote>& quotes) {
      for (const crossref::Quote& quote : quotes) {
        const std::int32_t source = sources->Number(quote.report);
        response->addresses[{source, quote.span}] =
            sources->Address(quote.report, quote.span);
      }
    };
    for (const scope::Reconciliation& row : scope_.reconciliation) {
      number(row.quotes);
    }
    for (const scope::NotHeld& row : scope_.not_held) number(row.quotes);
    for (const scope::Disposition& row : scope_.excluded) number(row.quotes);
    for (const scope::ContextSource& row : scope_.context) number(row.quotes);
  }

  // Sentences of other reports that name one recommendation by its number,
  // where no stated relation has quoted them already.
  void AddCitations(NumberedSources* sources,
                    ConsolidatedResponse* response) const {
    std::map<ReportId, const document::Document*> documents;
    for (const ReportRecord& report : holdings_.reports) {
      documents[report.id] = &report.document;
    }
    for (const auto& single :
         crossref::FollowSingles(holdings_.crossref, holdings_.reports)) {
      const auto entry = entry_of_.find(single.recommendation);
      const auto document = documents.find(single.quote.report);
      if (entry == entry_of_.end() || document == documents.end() ||
          recommendations_.at(single.recommendation)->report ==
              single.quote.report) {
        continue;
      }
      SourceQuote quote = sources->Quote(
          crossref::SentenceOf(single.quote, *document->second), "cites");
      std::vector<SourceQuote>& evidence =
          response->entries[static_cast<std::size_t>(entry->second - 1)]
              .evidence;
      const bool quoted = std::any_of(
          evidence.begin(), evidence.end(), [&](const SourceQuote& other) {
            return other.source == quote.source && !other.whole_set &&
                   Overlaps(other.span, quote.span);
          });
      if (!quoted && !IsReported(entry->second, quote, *response)) {
        evidence.push_back(std::move(quote));
      }
    }
  }

  // The sentence already tells what became of it.
  static bool IsReported(std::int32_t number, const SourceQuote& quote,
                         const ConsolidatedResponse& response) {
    const auto& all =
        response.entries[static_cast<std::size_t>(number - 1)].reported;
    return std::any_of(all.begin(), all.end(), [&](const Reported& one) {
      return one.quote.source == quote.source && !one.quote.whole_set &&
             Overlaps(one.quote.span, quote.span);
    });
  }

  const scope::Scope& scope_;
  const scope::Holdings& holdings_;
  const std::vector<overlap::Link>& links_;
  const overlap::Decisions& decisions_;
  const std::vector<crossref::OutcomeEntry>& outcomes_;
  const std::vector<RecordedAnswer>& answers_;
  const std::vector<crossref::Conflict>& conflicts_;
  RecommendationsById recommendations_;
  std::map<RecommendationId, std::int32_t> entry_of_;
};

}  // namespace

ConsolidatedResponse Compose(
    const scope::Scope& scope, const scope::Holdings& holdings,
    const std::vector<overlap::Link>& links,
    const overlap::Decisions& decisions,
    const std::vector<crossref::OutcomeEntry>& outcomes,
    const std::vector<RecordedAnswer>& answers,
    const std::vector<crossref::Conflict>& conflicts) {
  return Composer(scope, holdings, links, decisions, outcomes, answers,
                  conflicts)
      .Compose();
}

}  // namespace concord::response
