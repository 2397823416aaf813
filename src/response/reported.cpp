// Reported outcomes on the entries they name.
//
// Position and implementation are what people write and stay as they are; what
// a text says stands beside them with its source and day. Of several statements
// on one entry the latest counts, and all others are listed with it, marked
// where they say otherwise. A set is spoken of once.
//
// Tests: tests/unit/response/reported_test.cpp.

#include "response/reported.h"

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "concord/crossref/outcomes.h"
#include "concord/edtf/edtf.h"

namespace concord::response {
namespace {

using crossref::OutcomeEntry;

std::optional<edtf::Day> DayOf(const Reported& reported) {
  const auto value = edtf::Parse(reported.date);
  if (!value) return std::nullopt;
  return edtf::Bounds(*value).earliest;
}

// Newest first; of one day what names the entry before what is said of all,
// what is decided before what is asked for.
bool ComesFirst(const Reported& a, const Reported& b) {
  const auto day_a = DayOf(a);
  const auto day_b = DayOf(b);
  if (day_a != day_b) return day_b < day_a;
  if (a.proposed != b.proposed) return b.proposed;
  return !a.quote.whole_set && b.quote.whole_set;
}

const std::string& ValueOf(const Reported& reported) {
  return reported.implementation.empty() ? reported.position
                                         : reported.implementation;
}

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
    const std::set<WorkId> works = WorksAnswered();
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
  // Those whose held recommendations are entries.
  std::set<WorkId> WorksAnswered() const {
    std::set<ReportId> reports;
    for (const auto& [id, entry] : entries_) {
      reports.insert({id.value.substr(0, id.value.rfind('.'))});
    }
    std::set<WorkId> works;
    for (const crossref::Work& work : holdings_.crossref.works) {
      for (const ReportId& held : work.held) {
        if (!reports.contains(held)) continue;
        works.insert(work.id);
        if (!work.series.empty()) works.insert(work.series);
      }
    }
    return works;
  }

  Reported ReportedBy(const OutcomeEntry& outcome) {
    return {.implementation = outcome.stated.implementation,
            .position = outcome.stated.position,
            .proposed = outcome.stated.proposed,
            .printed = outcome.stated.printed,
            .date = outcome.date.edtf,
            .quote = sources_.Quote(outcome.quote, "reported")};
  }

  // True where an entry is spoken of.
  bool AddToEntries(const OutcomeEntry& outcome) {
    std::set<std::int32_t> numbers;
    for (const RecommendationId& id : outcome.recommendations) {
      const auto found = entries_.find(id);
      if (found != entries_.end()) numbers.insert(found->second);
    }
    for (const std::int32_t number : numbers) {
      Reported reported = ReportedBy(outcome);
      reported.quote.whole_set = outcome.stated.whole;
      Put(number, std::move(reported));
    }
    return !numbers.empty();
  }

  void Put(std::int32_t number, Reported reported) {
    auto& all =
        response_.entries[static_cast<std::size_t>(number - 1)].reported;
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Reported& other) {
          return other.quote.source == reported.quote.source &&
                 Overlaps(other.quote.span, reported.quote.span) &&
                 ValueOf(other) == ValueOf(reported);
        });
    if (!known) all.push_back(std::move(reported));
  }

  void AddToSet(const OutcomeEntry& outcome) {
    ReportedOfSet set{.count = outcome.stated.count,
                      .of = outcome.stated.of,
                      .whole = outcome.stated.whole,
                      .said = ReportedBy(outcome)};
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
        Put(number, {.implementation = "implemented",
                     .printed = relation.quote.quote,
                     .date = DateOf(relation.quote.source),
                     .quote = relation.quote});
      }
    }
  }

  // What the report itself says of its own: a column, "Response: accepted".
  void AddOwnPositions() {
    for (const store::StoredRecommendation& item : holdings_.recommendations) {
      const auto entry = entries_.find(item.id);
      const extraction::StatedPosition& stated = item.item.position;
      if (entry == entries_.end() || stated.value.empty()) continue;
      Put(entry->second,
          {.position = stated.value,
           .printed = stated.printed,
           .date = item.report_date.edtf,
           .quote = sources_.Quote(crossref::Quote{item.report, item.uri, "",
                                                   stated.span, stated.printed},
                                   "reported")});
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

  static void Finish(Entry* entry) {
    std::vector<Reported>& all = entry->reported;
    std::stable_sort(all.begin(), all.end(), ComesFirst);
    for (const bool deed : {true, false}) {
      const Reported* latest = nullptr;
      for (Reported& one : all) {
        if (one.implementation.empty() == deed) continue;
        one.latest = latest == nullptr;
        if (latest == nullptr) {
          latest = &one;
        } else {
          one.differs = ValueOf(one) != ValueOf(*latest);
        }
      }
    }
    std::stable_partition(all.begin(), all.end(),
                          [](const Reported& one) { return one.latest; });
    // Told here, it is not told again as merely amended or named.
    std::erase_if(entry->evidence, [&](const SourceQuote& quote) {
      const bool again = quote.note == "amends" || quote.note == "implements";
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

std::string InWords(const Reported& reported) {
  std::string words = ValueOf(reported);
  if (reported.proposed) words += " (proposed)";
  if (reported.quote.whole_set) words += ", with all of its report";
  return words;
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
  return words + " (which of them is not said)";
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
