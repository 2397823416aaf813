// Stated numbers that cannot all be true.
//
// Two totals:  "It made 70 recommendations" – "the Inquiry's 71
//              recommendations".
// Parts:       "20 recommendations, of which twelve are for the force and the
//              remaining nine for the Authority": 12 + 9 = 21.
// Progress:    a paper of May says that all 20 have been carried out, one of
//              September that 17 of the 20 have. The other way round it is
//              progress and no conflict; so is what a text tells of the past
//              ("had been", "were").

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "crossref/conflicts.h"

namespace concord::crossref {
namespace {

using extraction::CountPart;
using extraction::StatedCount;

constexpr std::string_view kRecommendations = "recommendations";

re2::StringPiece Piece(std::string_view text) {
  return {text.data(), text.size()};
}

// The title of the work counted; that of the paper where it is not said.
std::string SubjectOf(const StatedCount& count, std::size_t report,
                      const Reports& reports, const WorkRegistry& registry,
                      const std::vector<ResolvedRelation>& relations) {
  const auto work = WorkOfCount(count, report, reports, registry, relations);
  const std::string title =
      work ? registry.works[*work].title
           : CollapseSpace(reports[report]->header().title.printed);
  return title.empty() ? CollapseSpace(count.what)
                       : title + ": " + CollapseSpace(count.what);
}

// "12 + 9 = 21".
std::string Arithmetic(const std::vector<CountPart>& parts) {
  std::string sum;
  bool approximate = false;
  for (const CountPart& part : parts) {
    sum += (sum.empty() ? "" : " + ") + std::to_string(part.count);
    approximate = approximate || part.approximate;
  }
  return sum + (approximate ? " = about " : " = ") +
         std::to_string(SumOf(parts));
}

TextSpan SpanOf(const std::vector<CountPart>& parts) {
  TextSpan span = parts.front().span;
  for (const CountPart& part : parts) {
    span.begin = std::min(span.begin, part.span.begin);
    span.end = std::max(span.end, part.span.end);
  }
  return span;
}

// How many of how many a report says have been carried out.
struct Progress {
  std::size_t report = 0;
  edtf::Day day;
  std::int32_t done = 0;
  TextSpan span;
};

// Work and whole number.
using ProgressOf =
    std::map<std::pair<std::size_t, std::int32_t>, std::vector<Progress>>;

// "have been carried out", "are now complete": as it is on the day of the
// paper. [1] the words up to there.
const re2::RE2& NowDone() {
  static const re2::RE2 kDone(
      "^([^.;]{0,200}?\\b(?:(?:have|has) (?:now |all |since |already )*been "
      "(?:carried out|implemented|completed|met|done)|(?:are|is) (?:now |all "
      "|already )*(?:complete|completed|carried out|implemented|done)))\\b");
  return kDone;
}

bool SaysNot(std::string_view words) {
  static const re2::RE2 kNot(
      "(?i)\\b(?:not|cannot|if|until|when|once|were|was|had|will|would|should|"
      "yet|said|told|claimed|shown|report(?:s|ed) that)\\b");
  return re2::RE2::PartialMatch(Piece(words), kNot);
}

// What `words`, which begin at `begin` with a number, say to be done.
std::optional<TextSpan> DoneIn(std::string_view words, std::uint32_t begin) {
  re2::StringPiece said;
  if (!re2::RE2::PartialMatch(Piece(words), NowDone(), &said)) {
    return std::nullopt;
  }
  if (SaysNot({said.data(), said.size()})) return std::nullopt;
  return TextSpan{begin, begin + static_cast<std::uint32_t>(said.size())};
}

// From the beginning of the count to the end of its sentence.
std::string_view RestOfSentence(const StatedCount& count,
                                const store::ReportRecord& report) {
  const TextSpan sentence = SentenceAround(report, count.span);
  return Slice(report.document.text,
               {count.span.begin, std::max(sentence.end, count.span.end)});
}

// "Twelve of the fourteen": 12; "all 20": 20; 0 where the words say neither.
std::int32_t NumberOfThem(const StatedCount& count) {
  static const re2::RE2 kOf(
      "(?i)^([a-z0-9-]+) of (?:the|its|their|these|those|our|my) ");
  static const re2::RE2 kAll("(?i)^all\\b");
  std::string number;
  if (re2::RE2::PartialMatch(count.printed, kOf, &number)) {
    const int many = NumberWord(number);
    if (many > 0 && many < count.count) return many;
  }
  return re2::RE2::PartialMatch(count.printed, kAll) ? count.count : 0;
}

void AddProgress(const StatedCount& count, const store::ReportRecord& report,
                 Progress progress, std::vector<Progress>* said) {
  for (const CountPart& part : count.partition) {
    const auto done =
        DoneIn(Slice(report.document.text, part.span), part.span.begin);
    if (!done || part.rule == "count.part-remainder") continue;
    progress.done = part.count;
    progress.span = *done;
    said->push_back(progress);
    return;
  }
  progress.done = NumberOfThem(count);
  const auto done = DoneIn(RestOfSentence(count, report), count.span.begin);
  if (progress.done == 0 || !done) return;
  progress.span = *done;
  said->push_back(progress);
}

ProgressOf CollectProgress(const Reports& reports, const WorkRegistry& registry,
                           const std::vector<ResolvedRelation>& relations) {
  ProgressOf all;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto day = edtf::ParseDay(reports[i]->header().date.edtf);
    if (!day) continue;
    for (const StatedCount& count : reports[i]->extraction.counts) {
      if (count.approximate) continue;
      const auto work = WorkOfCount(count, i, reports, registry, relations);
      if (!work) continue;
      AddProgress(count, *reports[i], {i, *day, 0, {}},
                  &all[{*work, count.count}]);
    }
  }
  return all;
}

}  // namespace

std::vector<Conflict> CountConflicts(
    const std::vector<CountEntry>& counts, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  const auto explained = [&](const CountEntry& a, const CountEntry& b) {
    const std::int32_t difference = std::abs(a.stated - b.stated);
    return std::any_of(
        relations.begin(), relations.end(), [&](const auto& relation) {
          return relation.item->type == "re-affirms" && relation.subject &&
                 registry.works[*relation.subject].id == a.work &&
                 relation.item->object_count == difference;
        });
  };
  std::vector<Conflict> conflicts;
  const CountEntry* last = nullptr;
  for (const CountEntry& b : counts) {
    if (!b.total) continue;
    const CountEntry& a = last == nullptr ? b : *last;
    last = &b;
    if (&a == &b || a.work.empty()) continue;
    if (a.work != b.work || a.what != b.what) continue;
    if (a.what != kRecommendations || explained(a, b)) continue;
    Conflict conflict;
    conflict.rule = "two counts for one work";
    conflict.subject =
        registry.works[*registry.IndexOf(a.work)].title + ": " + a.what;
    conflict.value_a = std::to_string(a.stated);
    conflict.value_b = std::to_string(b.stated);
    conflict.a = a.quotes.front();
    conflict.b = b.quotes.front();
    conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

std::vector<Conflict> PartitionConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  std::vector<Conflict> conflicts;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const StatedCount& count : reports[i]->extraction.counts) {
      if (!count.unbalanced || count.partition.empty()) continue;
      Conflict conflict;
      conflict.rule = "parts that do not add up";
      conflict.subject = SubjectOf(count, i, reports, registry, relations);
      conflict.value_a = std::to_string(count.count);
      conflict.value_b = std::to_string(SumOf(count.partition));
      conflict.printed_a = "stated " + conflict.value_a;
      conflict.printed_b = Arithmetic(count.partition);
      conflict.a = MakeQuote(*reports[i], count.span);
      conflict.b = MakeQuote(*reports[i], SpanOf(count.partition));
      conflicts.push_back(std::move(conflict));
    }
  }
  return conflicts;
}

std::vector<Conflict> ProgressConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  std::vector<Conflict> conflicts;
  for (auto& [of, said] : CollectProgress(reports, registry, relations)) {
    std::vector<Progress> in_time = said;
    std::stable_sort(in_time.begin(), in_time.end(),
                     [](const Progress& a, const Progress& b) {
                       return std::tie(a.day, a.report, a.span) <
                              std::tie(b.day, b.report, b.span);
                     });
    const Progress* most = nullptr;  // of those before
    for (const Progress& now : in_time) {
      if (most != nullptr && now.done < most->done &&
          now.report != most->report) {
        const std::string whole = " of " + std::to_string(of.second);
        conflicts.push_back(
            {"", "fewer carried out later",
             registry.works[of.first].title + ": recommendations carried out",
             std::to_string(most->done) + whole,
             std::to_string(now.done) + whole,
             MakeQuote(*reports[most->report], most->span),
             MakeQuote(*reports[now.report], now.span), "", ""});
      }
      if (most == nullptr || now.done > most->done) most = &now;
    }
  }
  return conflicts;
}

}  // namespace concord::crossref
