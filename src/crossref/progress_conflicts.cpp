// How much has been carried out, told differently.
//
// Fewer later:   a paper of May says that all 20 have been carried out, one of
//                September that 17 of the 20 have. The other way round it is
//                progress and no conflict; so is what a text tells of the past
//                ("had been", "were").
// One finding:   the auditors' letter finds nine of the fourteen complete, the
//                digest of the meeting that had it says that they find ten.
//                Who looked found one number; what is found months later may
//                be another.
// Than was said: "Ten are complete. The last paper said that eleven were." The
//                text itself sets one against the other. Where the archive
//                holds the one paper that said so, that is quoted.
//
// Tests: progress_conflicts_test.cpp.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "crossref/conflicts.h"
#include "crossref/tellings.h"

namespace concord::crossref {
namespace {

using extraction::CountPart;
using extraction::StatedCount;

// Within so many days a second finding is of the same visit.
constexpr std::int64_t kOneVisit = 60;

std::string OfWhole(std::int32_t done, std::int32_t of) {
  return of == 0 ? std::to_string(done)
                 : std::to_string(done) + " of " + std::to_string(of);
}

class Progress {
 public:
  Progress(const Reports& reports, const WorkRegistry& registry,
           const std::vector<ResolvedRelation>& relations)
      : reports_(reports),
        registry_(registry),
        relations_(relations),
        followed_up_(reports, registry) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      days_.push_back(edtf::ParseDay(reports[i]->header().date.edtf));
      tellings_.push_back(
          TellingsIn(reports, i, registry, relations, followed_up_));
    }
  }

  std::vector<Conflict> Find() {
    for (const auto& [of, said] : InTime()) {
      FewerLater(of.first, said);
      OneFinding(of.first, said);
    }
    for (const auto& tellings : tellings_) ThanWasSaid(tellings);
    return std::move(conflicts_);
  }

 private:
  // Of each work and whole number what papers with a day say themselves,
  // oldest first; on one day the greatest number first.
  using ByWhole = std::map<std::pair<std::size_t, std::int32_t>,
                           std::vector<const Telling*>>;

  ByWhole InTime() const {
    ByWhole all;
    for (const auto& tellings : tellings_) {
      for (const Telling& one : tellings) {
        if (one.told || one.of == 0 || !one.work || !days_[one.report])
          continue;
        all[{*one.work, one.of}].push_back(&one);
      }
    }
    for (auto& [of, said] : all) {
      std::stable_sort(
          said.begin(), said.end(), [this](const Telling* a, const Telling* b) {
            return std::tuple(*days_[a->report], -a->done, a->report, a->span) <
                   std::tuple(*days_[b->report], -b->done, b->report, b->span);
          });
    }
    return all;
  }

  void FewerLater(std::size_t work, const std::vector<const Telling*>& said) {
    const Telling* most = nullptr;  // of those before
    for (const Telling* now : said) {
      if (most != nullptr && now->done < most->done &&
          now->report != most->report) {
        AddPair("fewer carried out later", work, *most, *now);
      }
      if (most == nullptr || now->done > most->done) most = now;
    }
  }

  void OneFinding(std::size_t work, const std::vector<const Telling*>& said) {
    for (std::size_t i = 0; i < said.size(); ++i) {
      for (std::size_t j = i + 1; j < said.size(); ++j) {
        const Telling& a = *said[i];
        const Telling& b = *said[j];
        if (!a.found || !b.found || a.report == b.report) continue;
        // Fewer later is told above.
        if (b.done <= a.done || !IsOneVisit(a, b)) continue;
        AddPair("one finding, two numbers", work, a, b);
      }
    }
  }

  bool IsOneVisit(const Telling& a, const Telling& b) const {
    return edtf::DayNumber(*days_[b.report]) -
               edtf::DayNumber(*days_[a.report]) <=
           kOneVisit;
  }

  void ThanWasSaid(const std::vector<Telling>& tellings) {
    for (const Telling& told : tellings) {
      if (!told.told) continue;
      const Telling* own = OwnBeside(told, tellings);
      if (own == nullptr || IsToldAlready(*own)) continue;
      Conflict conflict;
      conflict.rule = "not as many as was said";
      conflict.subject = SubjectOf(*own, told);
      conflict.value_a = OfWhole(told.done, told.of);
      conflict.value_b = OfWhole(own->done, own->of);
      conflict.a = SaidWhere(told);
      conflict.b = QuoteOf(*own);
      conflicts_.push_back(std::move(conflict));
    }
  }

  // What the same paragraph says itself, less than was told. "Only three",
  // which is told against a greater number, may be of the one number that the
  // paper gives anywhere.
  static const Telling* OwnBeside(const Telling& told,
                                  const std::vector<Telling>& tellings) {
    const Telling* nearest = nullptr;
    std::size_t others = 0;
    for (const Telling& own : tellings) {
      if (own.told) continue;
      if (own.of != 0 && told.of != 0 && own.of != told.of) continue;
      if (own.of != 0 && told.done > own.of) continue;
      ++others;
      if (told.only ? own.done > told.done
                    : own.block == told.block && own.done < told.done) {
        nearest = &own;
      }
    }
    return told.only && others != 1 ? nullptr : nearest;
  }

  bool IsToldAlready(const Telling& own) const {
    return std::any_of(conflicts_.begin(), conflicts_.end(),
                       [&](const Conflict& known) {
                         return known.b.report == reports_[own.report]->id &&
                                Overlaps(known.b.span, own.span);
                       });
  }

  // The one earlier paper on the same work that gives the number itself; else
  // the words that tell of it.
  Quote SaidWhere(const Telling& told) const {
    const TextSpan* said = nullptr;
    std::size_t where = 0;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (told.of == 0 || !told.work || i == told.report ||
          !IsBefore(i, told)) {
        continue;
      }
      const TextSpan* part = PartOf(i, told);
      if (part == nullptr) continue;
      if (said != nullptr) return QuoteOf(told);  // which of them is not said
      said = part;
      where = i;
    }
    return said == nullptr ? QuoteOf(told) : MakeQuote(*reports_[where], *said);
  }

  bool IsBefore(std::size_t report, const Telling& told) const {
    return days_[report] && days_[told.report] &&
           !(*days_[told.report] < *days_[report]);
  }

  const TextSpan* PartOf(std::size_t report, const Telling& told) const {
    for (const StatedCount& count : reports_[report]->extraction.counts) {
      if (count.count != told.of || count.approximate) continue;
      for (const CountPart& part : count.partition) {
        if (part.count != told.done) continue;
        auto work = WorkOfCount(count, report, *reports_[report], registry_,
                                relations_);
        if (!work) {
          work = followed_up_.WorkAt(report, count.span);
        }
        if (work == told.work) return &part.span;
      }
    }
    return nullptr;
  }

  void AddPair(const char* rule, std::size_t work, const Telling& a,
               const Telling& b) {
    Conflict conflict;
    conflict.rule = rule;
    conflict.subject =
        registry_.works[work].title + ": recommendations carried out";
    conflict.value_a = OfWhole(a.done, a.of);
    conflict.value_b = OfWhole(b.done, b.of);
    conflict.a = QuoteOf(a);
    conflict.b = QuoteOf(b);
    conflicts_.push_back(std::move(conflict));
  }

  std::string SubjectOf(const Telling& own, const Telling& told) const {
    const auto work = own.work ? own.work : told.work;
    const std::string title =
        work ? registry_.works[*work].title
             : extraction::FullTitle(reports_[own.report]->header());
    return title.empty() ? "recommendations carried out"
                         : title + ": recommendations carried out";
  }

  Quote QuoteOf(const Telling& telling) const {
    return MakeQuote(*reports_[telling.report], telling.span);
  }

  const Reports& reports_;
  const WorkRegistry& registry_;
  const std::vector<ResolvedRelation>& relations_;
  FollowedUp followed_up_;
  std::vector<std::optional<edtf::Day>> days_;
  std::vector<std::vector<Telling>> tellings_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

std::vector<Conflict> ProgressConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  return Progress(reports, registry, relations).Find();
}

}  // namespace concord::crossref
