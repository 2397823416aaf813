// What a page states of its own set of recommendations or actions, against what
// it shows of each of them.
//
// Lists:    "Four of the seven are done, two are under way and one is late.
//           Recommendations 1, 2 and 6 are done; 3 and 4 are under way; 5 and 7
//           are late."  Three are, by their numbers.
// Rows:     "Six of the nine are done, two under way, one is late" above a
// table
//           of nine rows in which five are and two are.
// Named:    "two are not begun" – "the four recommendations which are not
// begun" Answered: "This plan answers seven of them" – "the eight dealt with
// below"
//
// What is shown has to be the whole: as many numbers or rows in these states as
// the page counts. A list of some of them contradicts nothing.
//
// Tests: page_conflicts_test.cpp.

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "crossref/page_reader.h"

namespace concord::crossref {
namespace {

using document::BlockKind;
using extraction::CountPart;
using extraction::StatedCount;

struct State {
  std::string_view name;
  const char* words;  // behind a verb, or what a cell begins with
};

// Colours are states of their own: what green means each plan says for itself.
constexpr std::array<State, 12> kStates = {{
    {"complete",
     "(?:(?:now |fully )?(?:complete|completed|carried out|implemented|done|"
     "finished|met|discharged|delivered|achieved))"},
    {"in hand",
     "(?:in hand|in train|in progress|under way|underway|ongoing|on course|on "
     "target|going to plan|part of the way|partly (?:done|met|complete))"},
    {"slipped", "(?:slipped|late|overdue|behind)"},
    {"not begun", "(?:not (?:yet )?(?:been )?(?:begun|started))"},
    {"outstanding",
     "(?:outstanding|incomplete|not (?:yet )?(?:been )?(?:complete|completed|"
     "carried out|implemented|met|done))"},
    {"green", "(?:green)"},
    {"amber", "(?:amber|yellow)"},
    {"red", "(?:red)"},
    {"accepted in part",
     "(?:(?:accepted|agreed) in (?:part|principle)|(?:partly|partially) "
     "(?:accepted|agreed))"},
    {"accepted", "(?:accepted|agreed)"},
    {"rejected", "(?:rejected|refused|declined|not (?:accepted|agreed))"},
    {"noted", "(?:noted)"},
}};
constexpr std::size_t kFirstAnswer = 8;  // answers are given once, and stay

// The state that the words begin with.
std::optional<std::size_t> StateAt(std::string_view words) {
  static const std::vector<std::unique_ptr<re2::RE2>> kAll = [] {
    std::vector<std::unique_ptr<re2::RE2>> all;
    for (const State& state : kStates) {
      all.push_back(std::make_unique<re2::RE2>(
          "(?i)^\\W*" + std::string(state.words) + "(?:\\W|$)"));
    }
    return all;
  }();
  for (std::size_t i = 0; i < kAll.size(); ++i) {
    if (re2::RE2::PartialMatch(Piece(words), *kAll[i])) return i;
  }
  return std::nullopt;
}

// "two are in hand", "Five of the eight are complete", "one has slipped".
std::optional<std::size_t> StateOf(std::string_view clause) {
  static const re2::RE2 kVerb(
      "(?i)\\b(?:(?:have|has)(?: now| all| already)?(?: "
      "been)?|is|are|(was|were))"
      "(?: now| all| already)? ");
  re2::StringPiece rest = Piece(clause);
  re2::StringPiece past;
  if (!re2::RE2::FindAndConsume(&rest, kVerb, &past)) return StateAt(clause);
  const auto state = StateAt({rest.data(), rest.size()});
  // What was complete in May is another number now.
  if (!past.empty() && state && *state < kFirstAnswer) return std::nullopt;
  return state;
}

struct Shown {
  std::int32_t count = 0;
  std::vector<TextSpan> spans;
};
using ByState = std::map<std::size_t, Shown>;

struct Set {
  const StatedCount* count = nullptr;
  ByState states;
};

std::int32_t Total(const ByState& states, const ByState& within) {
  std::int32_t total = 0;
  for (const auto& [state, shown] : states) {
    if (within.count(state) > 0) total += shown.count;
  }
  return total;
}

std::string InStates(const ByState& states, const ByState& within) {
  std::string words;
  for (const auto& [state, unused] : within) {
    const auto at = states.find(state);
    const std::int32_t count = at == states.end() ? 0 : at->second.count;
    words += (words.empty() ? "" : ", ") + std::to_string(count) + " " +
             std::string(kStates[state].name);
  }
  return words;
}

TextSpan Hull(const std::vector<TextSpan>& spans) {
  TextSpan hull = spans.front();
  for (const TextSpan span : spans) {
    hull = {std::min(hull.begin, span.begin), std::max(hull.end, span.end)};
  }
  return hull;
}

class Page : private PageReader {
 public:
  Page(const Reports& reports, std::size_t report, const WorkRegistry& registry,
       const std::vector<ResolvedRelation>& relations)
      : PageReader(*reports[report]),
        report_(report),
        registry_(registry),
        relations_(relations) {}

  std::vector<Conflict> Find() {
    Answered();
    const std::vector<Set> sets = Sets();
    for (const Set& set : sets) {
      if (const auto lists = ListsOf(set)) Compare(set, *lists, Hulled(*lists));
      ByState rows = RowsOf(set);
      if (rows.empty()) rows = FlatRows();
      Compare(set, rows, OneTooMany(set, rows));
      // Of several sets it is not said which is meant.
      if (sets.size() == 1) Named(set);
    }
    return std::move(found_);
  }

 private:
  // Counts whose parts are states and add up to the whole.
  std::vector<Set> Sets() const {
    std::vector<Set> sets;
    for (const StatedCount& count : record_.extraction.counts) {
      if (count.approximate || count.partition.size() < 2) continue;
      if (SumOf(count.partition) != count.count) continue;
      Set set{&count, {}};
      for (const CountPart& part : count.partition) {
        const auto state = StateOf(Slice(text_, part.span));
        if (!state || set.states.count(*state) > 0) break;
        set.states[*state] = {part.count, {part.span}};
      }
      if (set.states.size() == count.partition.size()) {
        sets.push_back(std::move(set));
      }
    }
    return sets;
  }

  static TextSpan StatedAt(const Set& set) {
    std::vector<TextSpan> spans;
    for (const auto& [state, shown] : set.states) {
      spans.push_back(shown.spans.front());
    }
    return Hull(spans);
  }

  // The first sentence that gives as many numbers as there are, each under a
  // state: "recommendations 2 and 4 are complete; 1 is in hand".
  std::optional<ByState> ListsOf(const Set& set) const {
    for (const document::Block& block : record_.document.blocks) {
      if (block.kind != BlockKind::kParagraph &&
          block.kind != BlockKind::kListItem) {
        continue;
      }
      static const re2::RE2 kNamed("(?i)\\brec(?:ommendation|\\.)?s? [0-9]");
      if (!re2::RE2::PartialMatch(Piece(Slice(text_, block.span)), kNamed)) {
        continue;
      }
      for (const TextSpan sentence : Sentences(text_, block.span)) {
        ByState lists = ListsIn(sentence);
        if (lists.size() > 1 && Total(lists, set.states) == set.count->count) {
          return lists;
        }
      }
    }
    return std::nullopt;
  }

  ByState ListsIn(TextSpan sentence) const {
    static const re2::RE2 kList(
        "((?:(?i:recommendations?|recs?\\.?) )?((?:[A-Z]{1,2})?[0-9]{1,3}"
        "(?:(?:, and |, | and | to |-|–)(?:[A-Z]{1,2})?[0-9]{1,3})*) "
        "((?:are|is|have|has|was|were)(?: now| been| all)* [a-z]+(?: "
        "[a-z]+){0,2}))");
    ByState lists;
    const std::string_view words = Slice(text_, sentence);
    re2::StringPiece rest = Piece(words);
    re2::StringPiece whole;
    re2::StringPiece numbers;
    re2::StringPiece said;
    while (re2::RE2::FindAndConsume(&rest, kList, &whole, &numbers, &said)) {
      const auto state = StateOf({said.data(), said.size()});
      if (!state || lists.count(*state) > 0) return {};
      const auto begin = sentence.begin + static_cast<std::uint32_t>(
                                              whole.data() - words.data());
      Shown shown;
      shown.count = static_cast<std::int32_t>(
          LabelsIn({numbers.data(), numbers.size()}).size());
      shown.spans = {{begin, begin + static_cast<std::uint32_t>(whole.size())}};
      lists[*state] = std::move(shown);
    }
    return lists;
  }

  // Rows of tables by the state, of those that the set has, that a cell of
  // theirs begins with: the last such.
  ByState RowsOf(const Set& set) const {
    ByState rows;
    const auto& blocks = record_.document.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind != BlockKind::kTableRow) continue;
      std::optional<std::size_t> found;
      std::size_t cells = 0;
      for (std::size_t k = i + 1;
           k < blocks.size() && blocks[k].kind == BlockKind::kTableCell &&
           blocks[k].parent == static_cast<std::int32_t>(i);
           ++k) {
        ++cells;
        const auto state = StateAt(Slice(text_, blocks[k].span));
        if (state && set.states.count(*state) > 0) found = state;
      }
      if (!found || cells < 2) continue;
      Shown& shown = rows[*found];
      ++shown.count;
      shown.spans.push_back(blocks[i].span);
    }
    return rows;
  }

  // A table that was flattened to lines: its numbered actions, each with the
  // lines below it, down to the one that begins with a state.
  ByState FlatRows() const {
    constexpr std::uint32_t kLongestRow = 600;
    std::vector<TextSpan> begins;
    for (const extraction::Recommendation& one :
         record_.extraction.recommendations) {
      if (!one.label.empty()) begins.push_back(one.span);
    }
    ByState rows;
    for (std::size_t i = 0; i < begins.size(); ++i) {
      std::uint32_t end = begins[i].end + kLongestRow;
      if (i + 1 < begins.size()) end = std::min(end, begins[i + 1].begin);
      AddFlatRow(begins[i], end, &rows);
    }
    return rows;
  }

  void AddFlatRow(TextSpan action, std::uint32_t end, ByState* rows) const {
    for (const document::Block& block : record_.document.blocks) {
      if (block.span.begin < action.end || block.span.begin >= end) continue;
      const auto state = StateAt(Slice(text_, block.span));
      if (!state) continue;
      Shown& shown = (*rows)[*state];
      ++shown.count;
      shown.spans.push_back({action.begin, block.span.end});
      return;
    }
  }

  static TextSpan Hulled(const ByState& lists) {
    std::vector<TextSpan> spans;
    for (const auto& [state, shown] : lists) {
      spans.insert(spans.end(), shown.spans.begin(), shown.spans.end());
    }
    return Hull(spans);
  }

  // The first row in a state after as many as were stated.
  static TextSpan OneTooMany(const Set& set, const ByState& rows) {
    for (const auto& [state, stated] : set.states) {
      const auto shown = rows.find(state);
      if (shown == rows.end() || shown->second.count <= stated.count) continue;
      return shown->second.spans[static_cast<std::size_t>(stated.count)];
    }
    return {};
  }

  void Compare(const Set& set, const ByState& shown, TextSpan where) {
    if (Total(shown, set.states) != set.count->count || Empty(where)) return;
    const std::string stated = InStates(set.states, set.states);
    const std::string found = InStates(shown, set.states);
    if (stated == found) return;
    Add("not what the page itself shows", SubjectOf(*set.count), stated, found,
        StatedAt(set), where);
  }

  // "the four recommendations which are not begun"
  void Named(const Set& set) {
    static const re2::RE2 kNamed(
        "\\b([Tt]he ([A-Za-z]+(?:-[a-z]+)?|[0-9]{1,3}) (?:recommendations|"
        "actions) (?:(on which (?:no (?:start|progress)|nothing) has been "
        "(?:made|done))|(?:which|that) ((?:are|"
        "have)(?: now| all)? [a-z]+(?: [a-z]+){0,2})))");
    if (text_.find(" recommendations ") == std::string_view::npos &&
        text_.find(" actions ") == std::string_view::npos) {
      return;
    }
    re2::StringPiece rest = Piece(text_);
    re2::StringPiece whole;
    re2::StringPiece number;
    re2::StringPiece none;
    re2::StringPiece said;
    while (re2::RE2::FindAndConsume(&rest, kNamed, &whole, &number, &none,
                                    &said)) {
      const auto state = none.empty() ? StateOf({said.data(), said.size()})
                                      : StateAt("not begun");
      const std::int32_t count = NumberWord({number.data(), number.size()});
      if (!state || count <= 0) continue;
      const auto stated = set.states.find(*state);
      if (stated == set.states.end() || stated->second.count == count) continue;
      const auto begin =
          static_cast<std::uint32_t>(whole.data() - text_.data());
      const std::string name = " " + std::string(kStates[*state].name);
      Add("not what the page itself shows", SubjectOf(*set.count),
          std::to_string(stated->second.count) + name,
          std::to_string(count) + name, stated->second.spans.front(),
          {begin, begin + static_cast<std::uint32_t>(whole.size())});
      return;
    }
  }

  // "This plan answers seven"; "the eight ... which are dealt with below".
  bool IsAnsweredHere(const StatedCount& count) const {
    static const re2::RE2 kActive(
        "^(?i:this|the|our) [a-z]+ (?:answers|deals with|covers|addresses|"
        "takes up|responds to) ");
    static const re2::RE2 kPassive(
        "^[^.;]{0,80}\\b(?:which|that) are (?:taken up|answered|dealt with|"
        "covered|addressed) (?:above|below|here|in this)\\b");
    if (re2::RE2::PartialMatch(Piece(count.printed), kActive)) return true;
    return re2::RE2::PartialMatch(Piece(text_.substr(count.span.end, 160)),
                                  kPassive);
  }

  void Answered() {
    const StatedCount* first = nullptr;
    for (const StatedCount& count : record_.extraction.counts) {
      if (count.approximate || count.work.empty() || !IsAnsweredHere(count)) {
        continue;
      }
      if (first == nullptr) {
        first = &count;
      } else if (count.count != first->count && count.work == first->work) {
        Add("two numbers answered", SubjectOf(count),
            std::to_string(first->count), std::to_string(count.count),
            first->span, count.span);
        return;
      }
    }
  }

  std::string SubjectOf(const StatedCount& count) const {
    const auto work =
        WorkOfCount(count, report_, record_, registry_, relations_);
    return (work ? registry_.works[*work].title
                 : extraction::FullTitle(record_.header())) +
           ": " + count.what;
  }

  std::size_t report_;
  const WorkRegistry& registry_;
  const std::vector<ResolvedRelation>& relations_;
};

}  // namespace

std::vector<Conflict> PageConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations) {
  std::vector<Conflict> conflicts;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i]->extraction.counts.empty()) continue;
    for (Conflict& one : Page(reports, i, registry, relations).Find()) {
      conflicts.push_back(std::move(one));
    }
  }
  return conflicts;
}

}  // namespace concord::crossref
