// Dates and states that cannot both be true; counts are in count_conflicts.cpp.

#include "crossref/conflicts.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"

namespace concord::crossref {
namespace {

struct DatedClaim {
  std::string value;    // EDTF
  std::string printed;  // as the text has it; "" where that is the value
  Quote quote;
};

// The words of a claim that give its date.
std::string PrintedIn(const store::ReportRecord& report,
                      const extraction::Claim& claim) {
  for (const extraction::DateMention& date : report.extraction.dates) {
    if (date.edtf == claim.value && Contains(claim.span, date.span)) {
      return CollapseSpace(date.printed);
    }
  }
  return {};
}

// Days by which a qualifier widens a value: a year for years, a month for
// months, a week for days.
int Slack(const edtf::Value& value) {
  const auto* date = std::get_if<edtf::Date>(&value);
  if (date == nullptr || date->qualifier == edtf::Qualifier::kNone) return 0;
  if (date->day != 0) return 7;
  return date->month != 0 ? 31 : 366;
}

struct Days {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool open_start = true;
  bool open_end = true;
};

Days DaysOf(const edtf::Value& value) {
  const edtf::DayRange range = edtf::Bounds(value);
  const int slack = Slack(value);
  Days days;
  if (range.earliest) {
    days.first = edtf::DayNumber(*range.earliest) - slack;
    days.open_start = false;
  }
  if (range.latest) {
    days.last = edtf::DayNumber(*range.latest) + slack;
    days.open_end = false;
  }
  return days;
}

bool Before(const Days& a, const Days& b) {
  return !a.open_end && !b.open_start && a.last < b.first;
}

// "Equality Scheme 2005 – 2008": the years it is for, not when it came out.
bool BeginsRange(std::string_view printed, std::string_view year) {
  const std::size_t at = printed.find(year);
  if (at == std::string_view::npos) return false;
  std::string_view rest = printed.substr(at + year.size());
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  bool joined = false;
  for (const std::string_view mark : {"-", "–", "/", "to "}) {
    if (!rest.starts_with(mark)) continue;
    rest.remove_prefix(mark.size());
    joined = true;
    break;
  }
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return joined && !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
}

// Claims of publication per work: stated ones, years in brackets, and the day
// a held report bears.
std::vector<std::vector<DatedClaim>> PublicationClaims(
    const Reports& reports, const WorkRegistry& registry) {
  std::vector<std::vector<DatedClaim>> claims(registry.works.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const store::ReportRecord& report = *reports[i];
    for (const extraction::Claim& claim : report.extraction.claims) {
      if (claim.predicate != "published") continue;
      for (const std::size_t work : registry.Find(claim.subject, i)) {
        claims[work].push_back({claim.value, PrintedIn(report, claim),
                                MakeQuote(report, claim.span)});
      }
    }
    const extraction::DateMention& date = report.header().date;
    if (registry.own[i] && !date.edtf.empty()) {
      claims[*registry.own[i]].push_back({date.edtf,
                                          CollapseSpace(date.printed),
                                          MakeQuote(report, date.span)});
    }
  }
  for (std::size_t i = 0; i < registry.mentions.size(); ++i) {
    const TitleMention& mention = registry.mentions[i];
    if (mention.citation == nullptr || mention.citation->year.empty()) continue;
    if (BeginsRange(mention.printed, mention.citation->year)) continue;
    claims[registry.work_of_mention[i]].push_back(
        {mention.citation->year, mention.citation->year,
         MakeQuote(*reports[mention.report], mention.span)});
  }
  return claims;
}

// The first claim of each value, in order of value.
std::vector<DatedClaim> FirstOfEach(std::vector<DatedClaim> claims) {
  std::sort(claims.begin(), claims.end(),
            [](const DatedClaim& a, const DatedClaim& b) {
              if (a.value != b.value) return a.value < b.value;
              return QuoteBefore(a.quote, b.quote);
            });
  const auto last = std::unique(claims.begin(), claims.end(),
                                [](const DatedClaim& a, const DatedClaim& b) {
                                  return a.value == b.value;
                                });
  claims.erase(last, claims.end());
  return claims;
}

// True where "2000" against "2001" says less than "2000" against "2001-02-08",
// which is also there.
bool SaidMoreExactly(const std::vector<DatedClaim>& values, std::size_t i,
                     std::size_t j) {
  const auto refined = [&](std::size_t of, std::size_t against) {
    return std::any_of(
        values.begin(), values.end(), [&](const DatedClaim& claim) {
          return claim.value.starts_with(values[of].value + "-") &&
                 CannotBothBeTrue(claim.value, values[against].value);
        });
  };
  return refined(i, j) || refined(j, i);
}

bool SaysItIs(const std::string& state) {
  return state == "planned" || state == "included";
}
bool SaysItIsNot(const std::string& state) {
  return state == "removed" || state == "moved" || state == "refused";
}

using ClaimList = std::vector<const extraction::Claim*>;

std::map<std::string, ClaimList> StatesBySubject(
    const store::ReportRecord& report) {
  std::map<std::string, ClaimList> subjects;
  for (const extraction::Claim& claim : report.extraction.claims) {
    if (claim.predicate != "state") continue;
    subjects[ReadTitle(claim.subject).match].push_back(&claim);
  }
  for (auto& [subject, claims] : subjects) {
    std::sort(claims.begin(), claims.end(), [](const auto* a, const auto* b) {
      return std::tie(a->span, a->value) < std::tie(b->span, b->value);
    });
  }
  return subjects;
}

const extraction::Claim* FirstThat(const ClaimList& claims,
                                   bool (*says)(const std::string&)) {
  for (const extraction::Claim* claim : claims) {
    if (says(claim->value)) return claim;
  }
  return nullptr;
}

void Finish(std::vector<Conflict>* conflicts) {
  for (Conflict& conflict : *conflicts) {
    if (conflict.printed_a.empty()) conflict.printed_a = conflict.value_a;
    if (conflict.printed_b.empty()) conflict.printed_b = conflict.value_b;
    conflict.id = StatementId(
        "c-",
        {conflict.rule, conflict.subject, conflict.value_a, conflict.value_b,
         conflict.a.report.value, std::to_string(conflict.a.span.begin),
         conflict.b.report.value, std::to_string(conflict.b.span.begin)});
  }
  std::sort(conflicts->begin(), conflicts->end(),
            [](const Conflict& a, const Conflict& b) {
              return std::tie(a.rule, a.subject, a.value_a, a.value_b, a.id) <
                     std::tie(b.rule, b.subject, b.value_a, b.value_b, b.id);
            });
}

void Append(std::vector<Conflict> more, std::vector<Conflict>* conflicts) {
  for (Conflict& conflict : more) conflicts->push_back(std::move(conflict));
}

}  // namespace

bool CannotBothBeTrue(const std::string& edtf_a, const std::string& edtf_b) {
  const auto a = edtf::Parse(edtf_a);
  const auto b = edtf::Parse(edtf_b);
  if (!a || !b) return false;
  const Days days_a = DaysOf(*a);
  const Days days_b = DaysOf(*b);
  return Before(days_a, days_b) || Before(days_b, days_a);
}

std::vector<Conflict> DateConflicts(const Reports& reports,
                                    const WorkRegistry& registry) {
  std::vector<Conflict> conflicts;
  auto claims = PublicationClaims(reports, registry);
  for (std::size_t work = 0; work < claims.size(); ++work) {
    // The year of an Act or an edition is its name, not a claim.
    if (!registry.works[work].edition.empty()) continue;
    const std::vector<DatedClaim> values = FirstOfEach(std::move(claims[work]));
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = i + 1; j < values.size(); ++j) {
        if (!CannotBothBeTrue(values[i].value, values[j].value)) continue;
        if (SaidMoreExactly(values, i, j)) continue;
        conflicts.push_back({"", "two dates for one work",
                             registry.works[work].title, values[i].value,
                             values[j].value, values[i].quote, values[j].quote,
                             values[i].printed, values[j].printed});
      }
    }
  }
  return conflicts;
}

std::vector<Conflict> StateConflicts(const Reports& reports) {
  std::vector<Conflict> conflicts;
  for (const store::ReportRecord* report : reports) {
    for (const auto& [subject, claims] : StatesBySubject(*report)) {
      const extraction::Claim* is = FirstThat(claims, SaysItIs);
      const extraction::Claim* is_not = FirstThat(claims, SaysItIsNot);
      if (is == nullptr || is_not == nullptr) continue;
      conflicts.push_back({"", "planned and removed",
                           CollapseSpace(is->subject), is->value, is_not->value,
                           MakeQuote(*report, is->span),
                           MakeQuote(*report, is_not->span)});
    }
  }
  return conflicts;
}

std::vector<Conflict> BuildConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<CountEntry>& counts,
    const std::vector<ResolvedRelation>& relations) {
  std::vector<Conflict> conflicts = DateConflicts(reports, registry);
  Append(StateConflicts(reports), &conflicts);
  Append(HeaderConflicts(reports), &conflicts);
  Append(CountConflicts(counts, registry, relations), &conflicts);
  Append(PartitionConflicts(reports, registry, relations), &conflicts);
  Append(ProgressConflicts(reports, registry, relations), &conflicts);
  Append(PageConflicts(reports, registry, relations), &conflicts);
  Append(SaidConflicts(reports), &conflicts);
  Append(TimetableConflicts(reports, registry), &conflicts);
  Append(ResolutionConflicts(reports), &conflicts);
  Append(SumConflicts(reports), &conflicts);
  Finish(&conflicts);
  return conflicts;
}

}  // namespace concord::crossref
