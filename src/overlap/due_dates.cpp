#include "concord/overlap/due_dates.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "concord/base/digest.h"
#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"

namespace concord::overlap {
namespace {

using extraction::DateMention;
using store::StoredRecommendation;

// Without words that say which is meant, a link is no proof that the two are
// one thing until it weighs so much.
constexpr double kSureBits = 7;
// A value that is about so may be out by a month.
constexpr std::int64_t kAbout = 31;
// Words and date further apart than this are quoted by the date alone.
constexpr std::uint32_t kLongestQuote = 600;

struct DueDays {
  const DateMention* due = nullptr;
  std::int64_t first = 0;  // no day before this one is meant
  std::int64_t last = 0;   // nor one after this
  bool about = false;
};

// The one due date; nothing where there are several, none, or only a beginning
// ("from 1 June").
std::optional<DueDays> DueDaysOf(const extraction::Recommendation& item) {
  if (item.due.size() != 1) return std::nullopt;
  const DateMention& due = item.due.front();
  if (due.rule == "date.recurring") return std::nullopt;
  const auto value = edtf::Parse(due.edtf);
  if (!value) return std::nullopt;
  const edtf::DayRange range = edtf::Bounds(*value);
  if (!range.latest) return std::nullopt;
  DueDays days;
  days.due = &due;
  days.last = edtf::DayNumber(*range.latest);
  days.first = range.earliest ? edtf::DayNumber(*range.earliest) : days.last;
  days.about = due.edtf.find_first_of("~?%") != std::string::npos;
  return days;
}

std::string_view LevelOf(const Comparison& comparison, std::string_view name) {
  for (const Part& part : comparison.parts) {
    if (part.name == name) return part.level;
  }
  return {};
}

bool SaysTheyAreOne(const Comparison& comparison) {
  const std::string_view stated = LevelOf(comparison, "stated");
  return stated == "one carries out the other" ||
         stated == "one stands under the other's number";
}

// "Divisional commanders", "each of the eleven divisions".
bool IsOfAClass(const extraction::Recommendation& item) {
  return std::any_of(item.owners.begin(), item.owners.end(),
                     [](const extraction::OwnerMention& owner) {
                       return owner.kind == extraction::OwnerKind::kClass;
                     });
}

bool IsCommitment(const extraction::Recommendation& item) {
  return item.kind == extraction::RecommendationKind::kCommitment;
}

bool MayBeOne(Relation relation) {
  return relation == Relation::kIdentical || relation == Relation::kRestates ||
         relation == Relation::kNarrower || relation == Relation::kWider;
}

class DueDateFinder {
 public:
  DueDateFinder(const DueDateSources& sources, const Comparer& comparer)
      : sources_(sources), comparer_(comparer) {
    for (const store::ReportRecord& report : sources.reports) {
      reports_.emplace(report.id, &report);
    }
    for (const StoredRecommendation& one : sources.recommendations) {
      by_id_.emplace(one.id, &one);
      by_report_[one.report].push_back(&one);
    }
  }

  std::vector<crossref::Conflict> Find(const std::vector<Link>& links) {
    for (const Link& link : links) {
      if (!MayBeOne(link.comparison.relation)) continue;
      const auto a = by_id_.find(link.a);
      const auto b = by_id_.find(link.b);
      if (a == by_id_.end() || b == by_id_.end()) continue;
      Add(*a->second, *b->second,
          [&] { return AreOne(*a->second, *b->second); });
    }
    for (const crossref::OutcomeEntry& outcome : sources_.outcomes) {
      AddRow(outcome);
    }
    std::sort(found_.begin(), found_.end(),
              [](const auto& x, const auto& y) { return x.id < y.id; });
    return std::move(found_);
  }

 private:
  // What two units promise in the same words, each for its own people, is not
  // one thing: the plans of two divisions have a date each.
  bool AreOne(const StoredRecommendation& a,
              const StoredRecommendation& b) const {
    const Comparison comparison = comparer_.Compare(a, b);
    if (SaysTheyAreOne(comparison)) return true;
    if (comparison.weight < kSureBits ||
        LevelOf(comparison, "addressee") != "same body") {
      return false;
    }
    const bool own_people = IsCommitment(a.item) && IsCommitment(b.item) &&
                            (IsOfAClass(a.item) || IsOfAClass(b.item));
    return !own_people || TitleOf(a.report) == TitleOf(b.report);
  }

  std::string TitleOf(const ReportId& id) const {
    const auto report = reports_.find(id);
    return report == reports_.end()
               ? ""
               : FoldWords(report->second->header().title.printed);
  }

  // "4 | Agreed | Begins on 1 March": the row answers recommendation 4.
  void AddRow(const crossref::OutcomeEntry& outcome) {
    if (outcome.stated.rule != "outcome.row") return;
    if (outcome.recommendations.size() != 1) return;
    const auto asked = by_id_.find(outcome.recommendations.front());
    const auto own = by_report_.find(outcome.quote.report);
    if (asked == by_id_.end() || own == by_report_.end()) return;
    const StoredRecommendation* answer = nullptr;
    for (const StoredRecommendation* one : own->second) {
      if (!Contains(outcome.quote.span, one->item.span)) continue;
      if (answer != nullptr) return;  // which of them has the day?
      answer = one;
    }
    if (answer == nullptr || answer == asked->second) return;
    Add(*asked->second, *answer, [] { return true; });
  }

  template <class AreOne>
  void Add(const StoredRecommendation& a, const StoredRecommendation& b,
           const AreOne& are_one) {
    const auto of_a = DueDaysOf(a.item);
    const auto of_b = DueDaysOf(b.item);
    if (!of_a || !of_b ||
        Fold(of_a->due->printed) == Fold(of_b->due->printed)) {
      return;
    }
    if (IsPutOff(a, *of_a, b, *of_b)) {
      if (are_one()) Tell(a, *of_a, b, *of_b);
    } else if (IsPutOff(b, *of_b, a, *of_a)) {
      if (are_one()) Tell(b, *of_b, a, *of_a);
    }
  }

  // `later`, written while the due date of `earlier` could still be kept, gives
  // one that lies after it whichever day is meant.
  bool IsPutOff(const StoredRecommendation& earlier, const DueDays& asked,
                const StoredRecommendation& later, const DueDays& given) const {
    const auto before = WrittenOn(earlier.report);
    const auto after = WrittenOn(later.report);
    if (!before || !after || !(before->latest && after->earliest)) return false;
    if (!(*before->latest < *after->earliest)) return false;
    if (edtf::DayNumber(*after->earliest) > asked.last) return false;
    const std::int64_t slack = asked.about || given.about ? kAbout : 0;
    return given.first > asked.last + slack;
  }

  std::optional<edtf::DayRange> WrittenOn(const ReportId& id) const {
    const auto report = reports_.find(id);
    if (report == reports_.end()) return std::nullopt;
    const auto value = edtf::Parse(report->second->header().date.edtf);
    if (!value) return std::nullopt;
    return edtf::Bounds(*value);
  }

  void Tell(const StoredRecommendation& earlier, const DueDays& asked,
            const StoredRecommendation& later, const DueDays& given) {
    // A recommendation in two rows of one answer is put off once.
    if (!told_.insert({earlier.id, later.id}).second) return;
    constexpr std::size_t kSubject = 120;
    const std::string pair = earlier.id.value + "~" + later.id.value;
    found_.push_back(
        {.id = "d-" + Sha256Hex(pair).substr(0, 10),
         .rule = "two due dates for one thing",
         .subject = Named(earlier) +
                    Ellipsis(CollapseSpace(earlier.item.text), kSubject),
         .value_a = asked.due->edtf,
         .value_b = given.due->edtf,
         .a = QuoteOf(earlier, *asked.due),
         .b = QuoteOf(later, *given.due),
         .printed_a = CollapseSpace(asked.due->printed),
         .printed_b = CollapseSpace(given.due->printed)});
  }

  static std::string Named(const StoredRecommendation& one) {
    return one.item.label.empty() ? "" : one.item.label + ": ";
  }

  // The words with the day that stands beside them, in another cell of the row.
  crossref::Quote QuoteOf(const StoredRecommendation& one,
                          const DateMention& due) const {
    const store::ReportRecord& report = *reports_.at(one.report);
    TextSpan span{std::min(one.item.span.begin, due.span.begin),
                  std::max(one.item.span.end, due.span.end)};
    if (Length(span) > kLongestQuote) span = due.span;
    crossref::Quote quote{.report = one.report,
                          .uri = one.uri,
                          .locator = one.item.locator,
                          .span = span};
    quote.text = std::string(Slice(report.text(), span));
    return quote;
  }

  const DueDateSources& sources_;
  const Comparer& comparer_;
  std::map<ReportId, const store::ReportRecord*> reports_;
  std::map<RecommendationId, const StoredRecommendation*> by_id_;
  std::map<ReportId, std::vector<const StoredRecommendation*>> by_report_;
  std::set<std::pair<RecommendationId, RecommendationId>> told_;
  std::vector<crossref::Conflict> found_;
};

}  // namespace

std::vector<crossref::Conflict> DueDateConflicts(const std::vector<Link>& links,
                                                 const DueDateSources& sources,
                                                 const Comparer& comparer) {
  return DueDateFinder(sources, comparer).Find(links);
}

}  // namespace concord::overlap
