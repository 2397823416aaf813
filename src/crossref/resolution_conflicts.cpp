// What a meeting resolved against what the paper before it asked for.
//
// In place:  "in place of recommendation 2, Harbour Aid be given £900" – 2 of
// the
//            paper: "discontinue the grant to Harbour Aid"
// Opposite:  "the desk remain open day and night" – "agree that the desk
//            be closed at night": one subject, kept by the one and ended by the
//            other
//
// Only of one day, and of one committee where both say theirs: what is resolved
// a year later is a new decision and contradicts nothing.
//
// Tests: resolution_conflicts_test.cpp.

#include <re2/re2.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/unicode.h"
#include "concord/crossref/references.h"
#include "concord/edtf/edtf.h"
#include "crossref/conflicts.h"
#include "crossref/papers.h"
#include "crossref/piece.h"

namespace concord::crossref {
namespace {

using extraction::Recommendation;
using extraction::RecommendationKind;
using extraction::Resolution;

constexpr const char* kResolvedOtherwise = "resolved otherwise than asked";

// "the desk" of "that the desk be closed at night", folded; `kept` tells which
// of the two is said of it.
struct Fate {
  std::string subject;
  bool kept = false;
};

std::optional<Fate> FateIn(std::string_view text) {
  static const re2::RE2 kSaid(
      "\\b[Tt]he ((?:[a-z-]+ ){0,2}?[a-z-]+) (?:should |shall |is to |are to "
      ")?(?:(be (?:closed|shut|discontinued|withdrawn|ended|stopped|abolished|"
      "removed|cancelled|suspended)|cease)|(continue|be (?:kept|retained|"
      "continued|reinstated)|remain|stay))\\b");
  re2::StringPiece subject;
  re2::StringPiece ended;
  re2::StringPiece kept;
  if (!re2::RE2::PartialMatch(Piece(text), kSaid, &subject, &ended, &kept)) {
    return std::nullopt;
  }
  // How the meeting itself went on.
  static const std::set<std::string> kProcedure = {
      "meeting",   "item",  "debate", "discussion",
      "committee", "press", "public"};
  const std::string folded = FoldWords({subject.data(), subject.size()});
  if (kProcedure.count(folded.substr(folded.rfind(' ') + 1)) > 0) {
    return std::nullopt;
  }
  return Fate{folded, ended.empty()};
}

// Words long enough to tell what is spoken of.
std::set<std::string> LongWords(std::string_view text) {
  constexpr std::uint32_t kShortest = 4;
  static const std::set<std::string> kCommon = {
      "that",  "with", "from", "this",  "same",  "recommendation",
      "place", "made", "make", "their", "which", "date"};
  const std::string folded = FoldWords(text);
  std::set<std::string> words;
  for (const TextSpan word :
       Words(folded, {0, static_cast<std::uint32_t>(folded.size())})) {
    const std::string one(Slice(folded, word));
    if (Length(word) >= kShortest && kCommon.count(one) == 0) words.insert(one);
  }
  return words;
}

bool SpeakOfOneThing(std::string_view a, std::string_view b) {
  constexpr int kFewest = 2;
  const std::set<std::string> of_b = LongWords(b);
  int shared = 0;
  for (const std::string& word : LongWords(a)) {
    shared += of_b.count(word) > 0 ? 1 : 0;
  }
  return shared >= kFewest;
}

struct Asked {
  const store::ReportRecord* paper = nullptr;
  const Recommendation* decision = nullptr;
};

class Meetings {
 public:
  explicit Meetings(const Reports& reports) {
    for (const store::ReportRecord* report : reports) {
      const auto day = edtf::ParseDay(report->header().date.edtf);
      if (!day) continue;
      for (const Recommendation& one : report->extraction.recommendations) {
        if (one.kind == RecommendationKind::kDecision) {
          asked_[*day].push_back({report, &one});
        }
      }
    }
  }

  void Compare(const store::ReportRecord& minutes,
               std::vector<Conflict>* found) const {
    const auto day = edtf::ParseDay(minutes.header().date.edtf);
    if (!day || asked_.count(*day) == 0) return;
    std::vector<Asked> papers;
    for (const Asked& asked : asked_.at(*day)) {
      if (asked.paper != &minutes && IsOneCommittee(minutes, *asked.paper)) {
        papers.push_back(asked);
      }
    }
    for (const Resolution& resolution : minutes.extraction.resolutions) {
      const Asked* asked = InPlaceOf(resolution, papers);
      if (asked == nullptr) asked = Opposite(resolution, papers);
      if (asked != nullptr) Add(minutes, resolution, *asked, found);
    }
  }

 private:
  static const Asked* InPlaceOf(const Resolution& resolution,
                                const std::vector<Asked>& papers) {
    static const re2::RE2 kInPlace(
        "(?i)\\b(?:in place of|instead of) (?:the )?recommendation "
        "([0-9]{1,2}(?:\\([a-z]\\))?)\\b,?");
    std::string label;
    if (!re2::RE2::PartialMatch(resolution.text, kInPlace, &label)) {
      return nullptr;
    }
    const Asked* only = nullptr;
    for (const Asked& asked : papers) {
      if (LabelKey(asked.decision->label) != LabelKey(label)) continue;
      if (!SpeakOfOneThing(resolution.text, asked.decision->text)) continue;
      if (only != nullptr) return nullptr;
      only = &asked;
    }
    return only;
  }

  static const Asked* Opposite(const Resolution& resolution,
                               const std::vector<Asked>& papers) {
    const auto resolved = FateIn(resolution.text);
    if (!resolved) return nullptr;
    for (const Asked& asked : papers) {
      const auto wanted = FateIn(asked.decision->text);
      if (wanted && wanted->subject == resolved->subject &&
          wanted->kept != resolved->kept) {
        return &asked;
      }
    }
    return nullptr;
  }

  static void Add(const store::ReportRecord& minutes,
                  const Resolution& resolution, const Asked& asked,
                  std::vector<Conflict>* found) {
    Conflict conflict;
    conflict.rule = kResolvedOtherwise;
    conflict.subject = extraction::FullTitle(asked.paper->header());
    conflict.value_a = asked.decision->label.empty()
                           ? "asked"
                           : "asked: recommendation " + asked.decision->label;
    conflict.value_b = "resolved";
    conflict.a = MakeQuote(*asked.paper, asked.decision->span);
    conflict.b = MakeQuote(minutes, resolution.span);
    found->push_back(std::move(conflict));
  }

  std::map<edtf::Day, std::vector<Asked>> asked_;
};

}  // namespace

std::vector<Conflict> ResolutionConflicts(const Reports& reports) {
  std::vector<Conflict> conflicts;
  const Meetings meetings(reports);
  for (const store::ReportRecord* report : reports) {
    if (!report->extraction.resolutions.empty()) {
      meetings.Compare(*report, &conflicts);
    }
  }
  return conflicts;
}

}  // namespace concord::crossref
