// Reported outcomes on the entries they name.
//
// Position and implementation are what people write and stay as they are; what
// a text says stands beside them with its source and day. Which of several
// statements counts is decided in reported_order.cpp, of each member of an
// entry by itself. A set is spoken of once.
//
// Tests: tests/unit/response/reported_test.cpp, compose_test.cpp.

#include "response/reported.h"

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/outcomes.h"
#include "concord/response/reported.h"

namespace concord::response {
namespace {

using crossref::OutcomeEntry;

class Reporter {
 public:
  Reporter(const std::vector<OutcomeEntry>& outcomes,
           const scope::Holdings& holdings,
           const std::map<RecommendationId, std::int32_t>& entries,
           NumberedSources* sources, ConsolidatedResponse* response)
      : outcomes_(outcomes),
        holdings_(holdings),
        entries_(entries),
        sources_(*sources),
        response_(*response) {}

  void Add() {
    const std::set<WorkId> works = WorksAnswered(holdings_, entries_);
    for (const OutcomeEntry& outcome : outcomes_) {
      const bool single = AddToEntries(outcome);
      const bool set = outcome.stated.recommendation.empty();
      if (set && (single || works.contains(outcome.work))) AddToSet(outcome);
    }
    AddCarriedOut();
    AddOwnPositions();
    for (Entry& entry : response_.entries) Finish(&entry);
  }

 private:
  Reported Numbered(const OutcomeEntry& outcome) {
    Reported reported = ReportedBy(outcome);
    reported.quote = sources_.Quote(outcome.quote, "reported");
    reported.quote.whole_set = outcome.stated.whole;
    reported.withdrawn_by.clear();
    for (const crossref::Quote& words : outcome.retracted_by) {
      reported.withdrawn_by.push_back(sources_.Quote(words, "withdraws"));
    }
    return reported;
  }

  // True where an entry is spoken of.
  bool AddToEntries(const OutcomeEntry& outcome) {
    std::map<std::int32_t, std::vector<std::string>> members;
    for (const RecommendationId& id : outcome.recommendations) {
      const auto found = entries_.find(id);
      if (found != entries_.end()) members[found->second].push_back(id.value);
    }
    for (auto& [number, ids] : members) {
      Reported reported = Numbered(outcome);
      reported.ids = std::move(ids);
      AddOnce(std::move(reported), &At(number).reported);
    }
    return !members.empty();
  }

  Entry& At(std::int32_t number) {
    return response_.entries[static_cast<std::size_t>(number - 1)];
  }

  void AddToSet(const OutcomeEntry& outcome) {
    ReportedOfSet set{.count = outcome.stated.count,
                      .of = outcome.stated.of,
                      .whole = outcome.stated.whole,
                      .said = Numbered(outcome),
                      .named = outcome.stated.named,
                      .except = outcome.stated.except};
    // Said of the set by its number already.
    set.said.quote.whole_set = false;
    for (const crossref::Work& work : holdings_.crossref.works) {
      if (work.id == outcome.work) set.work = work.title;
    }
    response_.reported_of_sets.push_back(std::move(set));
  }

  // "It meets the sixth recommendation" is a relation that tells of the deed.
  void AddCarriedOut() {
    for (const StatedRelation& relation : response_.relations) {
      if (relation.type != "implements" || relation.reach != Reach::kNamed) {
        continue;
      }
      for (const std::int32_t number : relation.entries) {
        AddOnce({.implementation = "implemented",
                 .proposed = relation.proposed,
                 .printed = relation.quote.quote,
                 .date = DateOf(relation.quote.source),
                 .quote = relation.quote,
                 .ids = IdsOf(relation.recommendations, number)},
                &At(number).reported);
      }
    }
  }

  std::vector<std::string> IdsOf(
      const std::vector<RecommendationId>& recommendations,
      std::int32_t number) const {
    std::vector<std::string> ids;
    for (const RecommendationId& id : recommendations) {
      const auto found = entries_.find(id);
      if (found != entries_.end() && found->second == number) {
        ids.push_back(id.value);
      }
    }
    return ids;
  }

  // What the report itself says of its own: a column, "Response: accepted".
  void AddOwnPositions() {
    for (const store::StoredRecommendation& item : holdings_.recommendations) {
      const auto entry = entries_.find(item.id);
      if (entry == entries_.end()) continue;
      for (Reported& reported : OwnPositions(item)) {
        const extraction::StatedPosition& stated = item.item.position;
        reported.quote =
            sources_.Quote(crossref::Quote{item.report, item.uri, "",
                                           stated.span, stated.printed},
                           "reported");
        reported.ids = {item.id.value};
        AddOnce(std::move(reported), &At(entry->second).reported);
      }
    }
  }

  std::string DateOf(std::int32_t source) const {
    const ReportId& id =
        response_.sources[static_cast<std::size_t>(source - 1)].report;
    for (const store::ReportRecord& report : holdings_.reports) {
      if (report.id == id) return report.header().date.edtf;
    }
    return {};
  }

  // "R8 [31]" of each, where they are not all members of the entry.
  static std::vector<std::string> Only(const Reported& reported,
                                       const Entry& entry) {
    std::vector<std::string> only;
    if (reported.ids.empty()) return only;
    for (const SourceQuote& member : entry.members) {
      const auto& ids = reported.ids;
      if (std::find(ids.begin(), ids.end(), member.id) == ids.end()) continue;
      only.push_back((member.label.empty() ? member.id : member.label) + " [" +
                     std::to_string(member.source) + "]");
    }
    if (only.size() == entry.members.size()) only.clear();
    return only;
  }

  static void Finish(Entry* entry) {
    std::vector<Reported>& all = entry->reported;
    std::vector<std::string> members;
    for (const SourceQuote& member : entry->members) {
      members.push_back(member.id);
    }
    PutInOrder(members, &all);
    for (Reported& one : all) one.only = Only(one, *entry);
    // Told here, it is not told again as merely amended or named.
    std::erase_if(entry->evidence, [&](const SourceQuote& quote) {
      const bool again =
          quote.note.starts_with("amends") || quote.note.starts_with("impleme");
      return again &&
             std::any_of(all.begin(), all.end(), [&](const Reported& one) {
               return one.quote.source == quote.source &&
                      Overlaps(one.quote.span, quote.span);
             });
    });
  }

  const std::vector<OutcomeEntry>& outcomes_;
  const scope::Holdings& holdings_;
  const std::map<RecommendationId, std::int32_t>& entries_;
  NumberedSources& sources_;
  ConsolidatedResponse& response_;
};

}  // namespace

void AddReported(const std::vector<OutcomeEntry>& outcomes,
                 const scope::Holdings& holdings,
                 const std::map<RecommendationId, std::int32_t>& entries,
                 NumberedSources* sources, ConsolidatedResponse* response) {
  Reporter(outcomes, holdings, entries, sources, response).Add();
}

std::set<WorkId> WorksAnswered(
    const scope::Holdings& holdings,
    const std::map<RecommendationId, std::int32_t>& entries) {
  std::set<ReportId> reports;
  for (const auto& [id, entry] : entries) {
    reports.insert({id.value.substr(0, id.value.rfind('.'))});
  }
  std::set<WorkId> works;
  for (const crossref::Work& work : holdings.crossref.works) {
    for (const ReportId& held : work.held) {
      if (!reports.contains(held)) continue;
      works.insert(work.id);
      if (!work.series.empty()) works.insert(work.series);
    }
  }
  return works;
}

std::string InWords(const ReportedOfSet& reported) {
  std::string words = ValueOf(reported.said);
  if (reported.said.proposed) words += " (proposed)";
  words += ": ";
  if (reported.whole) {
    return words + (reported.of > 0 ? "all " + std::to_string(reported.of)
                                    : std::string("all of them"));
  }
  words += std::to_string(reported.count);
  if (reported.of > 0) words += " of " + std::to_string(reported.of);
  if (!reported.named.empty()) return words + " (" + reported.named + ")";
  if (!reported.except.empty()) {
    return words + " (all but " + reported.except + ")";
  }
  return words + " (which of them is not said there)";
}

std::string ReasonOf(const overlap::Comparison& comparison) {
  for (const overlap::Part& part : comparison.parts) {
    const bool tells = part.level.find("opposite") != std::string::npos ||
                       part.level.find("negated") != std::string::npos ||
                       part.level.find("refuses") != std::string::npos ||
                       part.level.find("cannot both") != std::string::npos;
    if (!tells) continue;
    std::string reason = part.level;
    if (!part.stated.empty())
      reason += ": “" + CollapseSpace(part.stated) + "”";
    if (!part.quote_a.empty() || !part.quote_b.empty()) {
      const auto quoted = [](const std::string& words) {
        return words.empty() ? std::string("nothing of the kind")
                             : "“" + CollapseSpace(words) + "”";
      };
      reason +=
          ": " + quoted(part.quote_a) + " against " + quoted(part.quote_b);
    }
    return reason;
  }
  return "they ask for what cannot both be done";
}

void AddContradictions(const std::vector<overlap::Link>& links,
                       const std::map<RecommendationId, std::int32_t>& entries,
                       ConsolidatedResponse* response) {
  const auto member = [&](std::int32_t number, const RecommendationId& id) {
    const Entry& entry =
        response->entries[static_cast<std::size_t>(number - 1)];
    for (const SourceQuote& quote : entry.members) {
      if (quote.id == id.value) return quote;
    }
    return entry.members.front();
  };
  for (const overlap::Link& link : links) {
    if (link.comparison.relation != overlap::Relation::kContradicts) continue;
    const auto a = entries.find(link.a);
    const auto b = entries.find(link.b);
    if (a == entries.end() || b == entries.end() || a->second == b->second) {
      continue;
    }
    response->contradictions.push_back({.a = a->second,
                                        .b = b->second,
                                        .quote_a = member(a->second, link.a),
                                        .quote_b = member(b->second, link.b),
                                        .reason = ReasonOf(link.comparison)});
  }
}

}  // namespace concord::response
