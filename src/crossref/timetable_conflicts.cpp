// Stages of a timetable that are put off.
//
// Asked for:  "Last rope spliced | 30 June 2005 | Now January 2006",
// in
//             a paper that follows up a report whose third recommendation gives
//             30 June 2005: the one that is put off.
// Timetables: a paper on the Draft Harbour Strategy says "Launch, late 2003",
//             one on the Harbour Strategy some months later "Launch, March
//             2004". What is done by then is no plan any more; papers a year
//             apart are of another year's round.
//
// Tests: timetable_conflicts_test.cpp.

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "crossref/conflicts.h"
#include "crossref/tellings.h"

namespace concord::crossref {
namespace {

using extraction::DateMention;
using extraction::Recommendation;
using extraction::TimetableEntry;

constexpr std::int64_t kOneRound = 300;  // days
// What is said to be about a date may be out by a month.
constexpr std::int64_t kAbout = 31;

struct Stretch {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool about = false;
};

std::optional<Stretch> StretchOf(const std::string& edtf) {
  const auto value = edtf::Parse(edtf);
  if (!value) return std::nullopt;
  const edtf::DayRange range = edtf::Bounds(*value);
  if (!range.latest) return std::nullopt;
  const std::int64_t last = edtf::DayNumber(*range.latest);
  return Stretch{range.earliest ? edtf::DayNumber(*range.earliest) : last, last,
                 edtf.find_first_of("~?%") != std::string::npos};
}

bool IsLater(const Stretch& later, const Stretch& earlier) {
  const std::int64_t slack = later.about || earlier.about ? kAbout : 0;
  return later.first > earlier.last + slack;
}

bool IsPlanned(const TimetableEntry& entry) {
  return entry.state.empty() || entry.state == "planned";
}

std::set<std::string> WordsOf(const std::string& description) {
  static const std::set<std::string> kSmall = {
      "a",  "an", "and", "be", "by",   "for", "in",
      "of", "on", "the", "to", "with", "its", "completed"};
  std::set<std::string> words;
  const std::string folded = FoldWords(description);
  for (const TextSpan word :
       Words(folded, {0, static_cast<std::uint32_t>(folded.size())})) {
    const std::string one(Slice(folded, word));
    if (kSmall.count(one) == 0) words.insert(one);
  }
  return words;
}

bool IsWithin(const std::set<std::string>& less,
              const std::set<std::string>& more) {
  return !less.empty() &&
         std::includes(more.begin(), more.end(), less.begin(), less.end());
}

// "Draft Northmarch Harbour and Port Strategy: results" -> the words up to the
// noun, folded; "" where they are fewer than three.
std::string ProjectOf(const std::string& title) {
  static const re2::RE2 kNoun(
      "(?i)^(.*?\\b(?:strategy|scheme|programme|project|policy|plan))\\b");
  std::string words;
  if (!re2::RE2::PartialMatch(title, kNoun, &words)) return {};
  std::string folded = FoldWords(words);
  return std::count(folded.begin(), folded.end(), ' ') < 2 ? "" : folded;
}

bool EndsAs(const std::string& longer, const std::string& shorter) {
  return longer == shorter || longer.ends_with(" " + shorter);
}

class Finder {
 public:
  Finder(const Reports& reports, const WorkRegistry& registry)
      : reports_(reports),
        registry_(registry),
        followed_up_(reports, registry) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      at_[reports[i]->id] = i;
    }
  }

  std::vector<Conflict> Find() {
    // The last word but two: a project is compared with those that share it.
    std::map<std::string, std::vector<std::size_t>> projects;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (reports_[i]->extraction.timetable.empty()) continue;
      AskedFor(i);
      const std::string project = ProjectOf(Title(i));
      if (!project.empty()) projects[LastWords(project)].push_back(i);
    }
    for (const auto& [words, about] : projects) {
      for (std::size_t x = 0; x < about.size(); ++x) {
        for (std::size_t y = x + 1; y < about.size(); ++y) {
          TwoTimetables(about[x], about[y]);
        }
      }
    }
    return std::move(found_);
  }

 private:
  std::string Title(std::size_t report) const {
    return CollapseSpace(reports_[report]->header().title.printed);
  }

  static std::string LastWords(const std::string& project) {
    std::size_t at = project.size();
    for (int i = 0; i < 3 && at != std::string::npos && at > 0; ++i) {
      at = project.rfind(' ', at - 1);
    }
    return at == std::string::npos ? project : project.substr(at + 1);
  }

  void AskedFor(std::size_t report) {
    for (const TimetableEntry& entry : reports_[report]->extraction.timetable) {
      if (entry.state != "slipped") continue;
      const auto row = RowOf(report, entry);
      const auto given = StretchOf(entry.edtf);
      const auto planned =
          given ? PlannedIn(report, row, *given) : std::nullopt;
      const auto work =
          planned ? followed_up_.WorkAt(report, row) : std::nullopt;
      if (work) PutOff(report, entry, row, *planned, *work);
    }
  }

  TextSpan RowOf(std::size_t report, const TimetableEntry& entry) const {
    const document::Document& document = reports_[report]->document;
    std::int32_t block = document::BlockAt(document, entry.span.begin);
    if (block < 0) return entry.span;
    const document::Block* here =
        &document.blocks[static_cast<std::size_t>(block)];
    if (here->kind == document::BlockKind::kTableCell && here->parent >= 0) {
      here = &document.blocks[static_cast<std::size_t>(here->parent)];
    }
    return here->span;
  }

  // The day of the row that is not the new one, and lies before it.
  std::optional<Stretch> PlannedIn(std::size_t report, TextSpan row,
                                   const Stretch& given) const {
    std::optional<Stretch> planned;
    for (const DateMention& date : reports_[report]->extraction.dates) {
      if (!Contains(row, date.span)) continue;
      const auto days = StretchOf(date.edtf);
      if (!days || !IsLater(given, *days)) continue;
      if (planned) return std::nullopt;
      planned = days;
    }
    return planned;
  }

  // The one recommendation that asks for it by that very day.
  void PutOff(std::size_t report, const TimetableEntry& entry, TextSpan row,
              const Stretch& planned, std::size_t work) {
    const Recommendation* asked = nullptr;
    std::size_t where = 0;
    for (const ReportId& id : registry_.works[work].held) {
      const auto held = at_.find(id);
      if (held == at_.end() || held->second == report) continue;
      for (const Recommendation& one :
           reports_[held->second]->extraction.recommendations) {
        if (one.due.size() != 1) continue;
        const auto days = StretchOf(one.due.front().edtf);
        // "in 2004/05" ends on a day, and does not ask for that day.
        if (!days || days->first != days->last || days->last != planned.last) {
          continue;
        }
        if (asked != nullptr) return;
        asked = &one;
        where = held->second;
      }
    }
    if (asked == nullptr) return;
    Add("put off from the day asked for",
        (asked->label.empty() ? "" : asked->label + ": ") +
            CollapseSpace(asked->text),
        {asked->due.front().edtf, asked->due.front().printed,
         MakeQuote(*reports_[where], asked->span)},
        {entry.edtf, entry.printed, MakeQuote(*reports_[report], row)});
  }

  void TwoTimetables(std::size_t x, std::size_t y) {
    const auto of_x = StretchOf(reports_[x]->header().date.edtf);
    const auto of_y = StretchOf(reports_[y]->header().date.edtf);
    if (!of_x || !of_y) return;
    if (of_y->last < of_x->first) return TwoTimetables(y, x);
    if (of_x->last >= of_y->first || of_y->first - of_x->last > kOneRound) {
      return;
    }
    const std::string earlier = ProjectOf(Title(x));
    const std::string later = ProjectOf(Title(y));
    if (!EndsAs(earlier, later) && !EndsAs(later, earlier)) return;
    for (const TimetableEntry& entry : reports_[y]->extraction.timetable) {
      const TimetableEntry* before = SameStage(entry, x, y);
      if (before == nullptr) continue;
      const auto was = StretchOf(before->edtf);
      const auto is = StretchOf(entry.edtf);
      if (!was || !is || !IsLater(*is, *was)) continue;
      if (is->last - was->first > kOneRound) continue;
      Add("two timetables", CollapseSpace(entry.description),
          {before->edtf, before->printed,
           MakeQuote(*reports_[x], RowOf(x, *before))},
          {entry.edtf, entry.printed,
           MakeQuote(*reports_[y], RowOf(y, entry))});
    }
  }

  // The one stage of the earlier timetable that is called so, where no other
  // stage of the later one may be it too.
  const TimetableEntry* SameStage(const TimetableEntry& entry, std::size_t x,
                                  std::size_t y) const {
    if (!IsPlanned(entry)) return nullptr;
    const auto named = [](const TimetableEntry& a, const TimetableEntry& b) {
      const auto words_a = WordsOf(a.description);
      const auto words_b = WordsOf(b.description);
      return IsWithin(words_a, words_b) || IsWithin(words_b, words_a);
    };
    const TimetableEntry* same = nullptr;
    for (const TimetableEntry& one : reports_[x]->extraction.timetable) {
      if (!IsPlanned(one) || !named(one, entry)) continue;
      if (same != nullptr) return nullptr;
      same = &one;
    }
    if (same == nullptr) return nullptr;
    for (const TimetableEntry& other : reports_[y]->extraction.timetable) {
      if (&other != &entry && IsPlanned(other) && named(*same, other)) {
        return nullptr;
      }
    }
    return same;
  }

  struct Side {
    std::string value;
    std::string printed;
    Quote quote;
  };

  void Add(const char* rule, const std::string& subject, Side a, Side b) {
    constexpr std::size_t kSubject = 120;
    Conflict conflict;
    conflict.rule = rule;
    conflict.subject = Ellipsis(subject, kSubject);
    conflict.value_a = std::move(a.value);
    conflict.value_b = std::move(b.value);
    conflict.a = std::move(a.quote);
    conflict.b = std::move(b.quote);
    conflict.printed_a = CollapseSpace(a.printed);
    conflict.printed_b = CollapseSpace(b.printed);
    found_.push_back(std::move(conflict));
  }

  const Reports& reports_;
  const WorkRegistry& registry_;
  FollowedUp followed_up_;
  std::map<ReportId, std::size_t> at_;
  std::vector<Conflict> found_;
};

}  // namespace

std::vector<Conflict> TimetableConflicts(const Reports& reports,
                                         const WorkRegistry& registry) {
  return Finder(reports, registry).Find();
}

}  // namespace concord::crossref
