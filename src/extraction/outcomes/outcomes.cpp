// Statements of what became of recommendations, sentence by sentence.
//
// Words of state ("have been carried out") divide a sentence into clauses; each
// says something of what stands before it, or right behind it in brackets,
// after a colon or after "are". Whom it speaks of is read from what the
// sentence cites. "Those which have not are ..." takes its state from the
// sentence before. What papers ask of their committees ("To decline
// recommendation R12") is an answer proposed; what minutes resolve is one
// given.
//
// Tests: outcomes_test.cpp; examples in OutcomeRules().

#include "concord/extraction/outcomes.h"

#include <algorithm>
#include <optional>

#include "concord/base/unicode.h"
#include "extraction/grams.h"
#include "extraction/in_span.h"
#include "extraction/outcomes/found.h"
#include "extraction/outcomes/members.h"
#include "extraction/outcomes/named.h"
#include "extraction/outcomes/parts_answered.h"
#include "extraction/outcomes/progress.h"
#include "extraction/outcomes/refusals.h"
#include "extraction/outcomes/retractions.h"
#include "extraction/outcomes/rules.h"
#include "extraction/outcomes/shortfalls.h"
#include "extraction/outcomes/spoken_of.h"
#include "extraction/outcomes/state_words.h"
#include "extraction/reading.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

class Finder {
 public:
  Finder(const document::Document& document, const Extraction& extraction)
      : document_(document), text_(document.text), extraction_(extraction) {}

  std::vector<StatedOutcome> Find() {
    for (const Passage& passage : Passages(document_)) {
      const bool headline = passage.kind == BlockKind::kTitle ||
                            passage.kind == BlockKind::kHeading ||
                            passage.kind == BlockKind::kAppendix;
      if (headline) {
        the_one_ = TheOneNamedIn(text_, passage.span, extraction_.citations);
        opens_item_ = true;
      }
      if (passage.background || headline ||
          passage.kind == BlockKind::kTableCell) {
        continue;
      }
      before_ = {};
      const auto sentences = SentencesIn(text_, passage.span);
      for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (opens_item_ && !the_one_ && IsMinutes()) {
          the_one_ = TheOneNamedIn(text_, sentences[i], extraction_.citations);
        }
        opens_item_ = false;
        following_.assign(
            sentences.begin() + static_cast<std::ptrdiff_t>(i) + 1,
            sentences.end());
        Read(passage.span, sentences[i]);
        if (i > 0) {
          ReadFound(passage.span, sentences[i - 1], sentences[i]);
          ReadRefusal(passage.span, sentences[i - 1], sentences[i]);
        }
        ReadParts(passage.span, sentences[i]);
        ReadShortfalls(passage.span, sentences[i]);
        ReadDecision(passage.span, sentences[i], i == 0);
        ReadWithdrawal(passage.span, sentences[i]);
      }
      ReadListedBelow(passage.span, sentences);
    }
    for (StatedOutcome& row : OutcomesOfTables(document_, extraction_)) {
      found_.push_back(std::move(row));
    }
    for (StatedOutcome& row : OutcomesOfPlans(document_, extraction_)) {
      found_.push_back(std::move(row));
    }
    for (StatedOutcome& row : ProgressInQuotedRows(document_, extraction_)) {
      found_.push_back(std::move(row));
    }
    for (StatedOutcome& line : ProgressBelow(document_, extraction_)) {
      found_.push_back(std::move(line));
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const StatedOutcome& a, const StatedOutcome& b) {
                       return a.span.begin < b.span.begin;
                     });
    NameMembers(text_, &found_);
    return std::move(found_);
  }

 private:
  void Read(TextSpan passage, TextSpan sentence) {
    const std::size_t known = found_.size();
    const std::vector<StateWords> states = FindStateWords(text_, sentence);
    bool listed = false;
    NamedSet set;
    std::uint32_t from = sentence.begin;
    for (std::size_t i = 0; i < states.size(); ++i) {
      OutcomePlace place = PlaceOf(passage, sentence);
      place.clause = {std::min(from, states[i].span.begin),
                      states[i].span.begin};
      place.state = states[i];
      place.rest = {states[i].span.end, i + 1 < states.size()
                                            ? states[i + 1].span.begin
                                            : sentence.end};
      place.listed_before = listed;
      place.set_before = &set;
      // "Six of those which were accepted have been done": the first words of
      // state only say which are meant, unless a list follows them.
      const bool relative = IsRelative(place);
      const bool named = !NamedAfter(place).empty();
      if (relative && !named && NamedByWhich(place).empty()) continue;
      from = AfterBrackets(states[i].span.end);
      listed = ReadState(place) || listed;
      const NamedSet here = SetBefore(place);
      if (here.of > 0) set = here;
    }
    if (states.empty()) ReadUnfinished(passage, sentence);
    if (found_.size() > known) before_ = found_.back().span;
  }

  bool IsRelative(const OutcomePlace& place) const {
    static const Pattern kWhich("\\b(?:which|that|who|whom)(?: \\p{L}+)? $");
    return kWhich.Search(text_, place.clause).has_value();
  }

  // True where numbers were named.
  bool ReadState(const OutcomePlace& place) {
    if (const std::uint32_t end = TakenBackAt(place, following_)) {
      Retract(place, end);
      return false;
    }
    if (IsNotStated(place)) return false;
    std::vector<NamedOnes> named = NamedAfter(place);
    if (named.empty()) named = NamedByWhich(place);
    if (named.empty()) named = NamedBefore(place);
    const NamedSet set = SetBefore(place);
    for (const NamedOnes& ones : named) {
      StatedOutcome outcome = Outcome(place, "outcome.sentence");
      outcome.recommendation = ones.numbers;
      outcome.work = ones.work.empty() ? set.work : ones.work;
      found_.push_back(std::move(outcome));
    }
    if (named.empty() && (set.count > 0 || set.whole)) {
      StatedOutcome outcome = Outcome(place, "outcome.set");
      outcome.count = set.count;
      outcome.of = set.of;
      outcome.whole = set.whole;
      outcome.work = set.work;
      found_.push_back(std::move(outcome));
    }
    return !named.empty();
  }

  void ReadParts(TextSpan passage, TextSpan sentence) {
    for (const AnsweredPart& part :
         PartsAnsweredIn(text_, passage, sentence, extraction_.counts)) {
      if (part.position.empty()) {
        CompleteSet(sentence, part);
        continue;
      }
      OutcomePlace place = PlaceOf(passage, sentence);
      place.state.span = part.words;
      place.state.position = part.position;
      StatedOutcome outcome = Outcome(place, "outcome.set");
      outcome.count = part.count;
      outcome.of = part.of;
      outcome.work = part.work;
      found_.push_back(std::move(outcome));
    }
  }

  // "one was not accepted", of the fourteen that the paragraph counts.
  void CompleteSet(TextSpan sentence, const AnsweredPart& part) {
    for (StatedOutcome& set : found_) {
      const bool is_it = set.span == sentence && set.rule == "outcome.set" &&
                         !set.whole && set.of == 0 && set.count == part.count;
      if (!is_it) continue;
      set.of = part.of;
      if (set.work.empty()) set.work = part.work;
    }
  }

  // Quoted up to the words that take it back.
  void Retract(const OutcomePlace& place, std::uint32_t end) {
    std::vector<NamedOnes> named = NamedAfter(place);
    if (named.empty()) named = NamedBefore(place);
    StatedOutcome outcome = Outcome(place, "outcome.retraction");
    outcome.retraction = true;
    outcome.said_on = SaidOn(place, extraction_.dates);
    outcome.span.end = end;
    outcome.quote = std::string(Slice(text_, outcome.span));
    NamedSet set = SetBefore(place);
    if (set.count == 0 && !set.whole) {
      set = AllBefore(place);
      set.work = WorkMeant(place, place.state.span.begin);
    }
    if (named.empty() && set.count == 0 && !set.whole) return;
    outcome.count = named.empty() ? set.count : 0;
    outcome.of = named.empty() ? set.of : 0;
    outcome.whole = named.empty() && set.whole;
    outcome.work = set.work;
    if (!named.empty()) {
      outcome.recommendation = named.front().numbers;
      outcome.work = named.front().work;
    }
    found_.push_back(std::move(outcome));
  }

  // "Members were told that six were done. We find two: 3 and 7."
  void ReadFound(TextSpan passage, TextSpan told, TextSpan sentence) {
    const FoundOnes found = FoundOfThoseTold(text_, told, sentence);
    if (found.numbers.empty()) return;
    OutcomePlace place = PlaceOf(passage, {told.begin, sentence.end});
    place.state.span = sentence;
    place.state.implementation = "implemented";
    StatedOutcome outcome = Outcome(place, "outcome.found");
    outcome.recommendation = found.numbers;
    outcome.count = found.count;
    outcome.of = found.told;
    outcome.work = OnlyWorkCounted(extraction_.counts, sentence.begin);
    if (outcome.work.empty()) outcome.work = WorkMeant(place, told.end);
    found_.push_back(std::move(outcome));
  }

  // "Recommendation C is another matter. Ten days cannot be promised."
  void ReadRefusal(TextSpan passage, TextSpan before, TextSpan sentence) {
    const auto refusal =
        RefusalIn(text_, before, sentence, extraction_.citations);
    if (!refusal) return;
    OutcomePlace place = PlaceOf(passage, {before.begin, sentence.end});
    place.state.span = refusal->words;
    place.state.position = "rejected";
    StatedOutcome outcome = Outcome(place, "outcome.refusal");
    outcome.recommendation = refusal->of.numbers;
    outcome.work = refusal->of.work;
    found_.push_back(std::move(outcome));
  }

  void ReadShortfalls(TextSpan passage, TextSpan sentence) {
    for (const Shortfall& one :
         ShortfallsIn(text_, sentence, extraction_.citations)) {
      OutcomePlace place = PlaceOf(passage, sentence);
      place.state.span = one.words;
      place.state.implementation = "implemented in part";
      StatedOutcome outcome = Outcome(place, "outcome.shortfall");
      outcome.recommendation = one.of.numbers;
      outcome.work = one.of.work;
      found_.push_back(std::move(outcome));
    }
  }

  // "Those which have not are 3 and 4"; "The three unfinished are X (Y,
  // recommendation 12), ...".
  void ReadUnfinished(TextSpan passage, TextSpan sentence) {
    static const Pattern kThose(WithNumbers(
        "^(?i:(?:those|the (?:#N#|ones?|others?)(?: recommendations?)?) "
        "(?:which|"
        "that) (?:have|has|are|were|is|was) not)(?: yet)?(?: been)?(?: "
        "\\p{L}+)? (?:are|is|were):? "));
    static const Pattern kLeft(WithNumbers(
        "^(?i:(?:the|those) (?:#N# )?(?:recommendations? )?(?:which are |that "
        "are )?(?:still )?(?:unfinished|outstanding|incomplete))\\b"
        "[^.;:]{0,40}? (?:are|is):? "));
    const bool denied = !Empty(before_) && found_.back().span == before_ &&
                        found_.back().implementation == "implemented";
    auto lead = kLeft.Search(text_, sentence);
    if (!lead && denied) lead = kThose.Search(text_, sentence);
    if (!lead) return;
    OutcomePlace place = PlaceOf(passage, sentence);
    place.state.span = lead->front();
    place.state.implementation = "open";
    place.rest = {lead->front().end, sentence.end};
    Open(place);
  }

  void Open(const OutcomePlace& place) {
    const std::size_t known = found_.size();
    for (const Citation& one : BeginningIn(*place.citations, place.rest)) {
      if (one.recommendation.empty()) continue;
      StatedOutcome outcome = Outcome(place, "outcome.those-left");
      outcome.recommendation = one.recommendation;
      outcome.work = one.title;
      found_.push_back(std::move(outcome));
    }
    if (found_.size() > known) return;
    static const Pattern kList("^" + std::string(kNumberList) + "(?:[.;:]|$)");
    const auto list = kList.Search(text_, place.rest);
    if (!list) return;
    StatedOutcome outcome = Outcome(place, "outcome.those-left");
    outcome.recommendation = NumbersOf(Slice(text_, (*list)[1]));
    outcome.work = WorkMeant(place, place.rest.begin);
    found_.push_back(std::move(outcome));
  }

  // "To decline recommendation R12"; "Agree recommendations 1 to 6 and 8."
  void ReadDecision(TextSpan passage, TextSpan sentence, bool first) {
    static const Pattern kAct(
        "(?:^(?:[Tt]hat (?:members|the \\p{L}+) |[Mm]embers )?(?:[Tt]o "
        ")?|\\b(?:"
        "RESOLVED|Resolved|resolved|AGREED|Agreed|agreed)(?: [–—-])? (?:to "
        "))(?i:(accept|agree|adopt)|(decline|refuse|reject))(?i: in part)?,? "
        "(?:the )?$");
    if (!first && !IsResolved(sentence)) return;
    if (!IsDecision(sentence) && !IsResolved(sentence)) return;
    for (const Citation& one : BeginningIn(extraction_.citations, sentence)) {
      if (one.recommendation.empty()) continue;
      if (ReadPutInPlace(passage, sentence, one)) continue;
      const auto act = kAct.Search(text_, {sentence.begin, one.span.begin});
      if (!act) continue;
      OutcomePlace place = PlaceOf(passage, sentence);
      place.state.span = Trim(text_, act->front());
      const bool part =
          Slice(text_, act->front()).find("in part") != std::string_view::npos;
      const std::string_view yes = part ? "accepted in part" : "accepted";
      place.state.position = Empty((*act)[1]) ? "rejected" : yes;
      place.state.asked = true;
      StatedOutcome outcome = Outcome(place, "outcome.decision");
      outcome.recommendation = one.recommendation;
      outcome.work = one.title;
      found_.push_back(std::move(outcome));
    }
  }

  // "RESOLVED that, in place of recommendation 4, a grant be made": what was
  // asked for is not what was resolved.
  bool ReadPutInPlace(TextSpan passage, TextSpan sentence,
                      const Citation& one) {
    static const Pattern kInPlace("\\b[Ii]n (?:place|lieu) of $");
    if (!IsResolved(sentence)) return false;
    const auto in_place =
        kInPlace.Search(text_, {sentence.begin, one.span.begin});
    if (!in_place) return false;
    OutcomePlace place = PlaceOf(passage, sentence);
    place.state.span = Trim(text_, in_place->front());
    place.state.position = "rejected";
    place.state.asked = true;
    StatedOutcome outcome = Outcome(place, "outcome.decision");
    outcome.recommendation = one.recommendation;
    outcome.work = one.title;
    found_.push_back(std::move(outcome));
    return true;
  }

  // "I withdraw R5.4, with regret."
  void ReadWithdrawal(TextSpan passage, TextSpan sentence) {
    static const Pattern kActive(
        "\\b(?:I|[Ww]e) (?:now |therefore |hereby |accordingly )?withdraw $");
    for (const Citation& one : BeginningIn(extraction_.citations, sentence)) {
      if (one.recommendation.empty()) continue;
      const auto act = kActive.Search(text_, {sentence.begin, one.span.begin});
      if (!act) continue;
      OutcomePlace place = PlaceOf(passage, sentence);
      place.state.span = Trim(text_, act->front());
      place.state.implementation = "withdrawn";
      StatedOutcome outcome = Outcome(place, "outcome.withdrawn");
      outcome.recommendation = one.recommendation;
      outcome.work = one.title;
      found_.push_back(std::move(outcome));
    }
  }

  // "Two are accepted in part. Bar codes (R5) will be tried. The store (R9)
  // will be closed.": as many single numbers in brackets follow as it says.
  void ReadListedBelow(TextSpan passage,
                       const std::vector<TextSpan>& sentences) {
    static const Pattern kOne(
        " \\(([A-Z]{1,3}[.-]?\\d{1,3}(?:\\.\\d{1,2})?)\\)");
    for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
      for (std::size_t k = 0; k < found_.size(); ++k) {
        if (found_[k].span != sentences[i] || found_[k].count < 1 ||
            found_[k].rule != "outcome.set" ||
            !Contains(passage, found_[k].span)) {
          continue;
        }
        std::string numbers;
        std::int32_t named = 0;
        for (std::size_t s = i + 1; s < sentences.size(); ++s) {
          const auto marks = kOne.SearchAll(text_, sentences[s]);
          if (marks.size() > 1) return;
          if (marks.empty()) continue;
          numbers += (numbers.empty() ? "" : ", ") +
                     std::string(Slice(text_, marks.front()[1]));
          ++named;
        }
        if (named != found_[k].count) return;
        found_[k].recommendation = numbers;
        found_[k].rule = "outcome.listed-below";
        found_[k].count = 0;
        found_[k].of = 0;
      }
    }
  }

  OutcomePlace PlaceOf(TextSpan passage, TextSpan sentence) const {
    OutcomePlace place;
    place.text = text_;
    place.passage = passage;
    place.sentence = sentence;
    place.clause = {sentence.begin, sentence.begin};
    place.citations = &extraction_.citations;
    place.counts = &extraction_.counts;
    if (the_one_) place.the_one = &*the_one_;
    return place;
  }

  StatedOutcome Outcome(const OutcomePlace& place,
                        std::string_view rule) const {
    StatedOutcome outcome;
    static_cast<Item&>(outcome) =
        ItemAt(place.sentence, RuleNamed(OutcomeRules(), rule));
    outcome.implementation = place.state.implementation;
    outcome.position = place.state.position;
    outcome.proposed = place.state.asked && !IsResolved(place.sentence);
    outcome.printed = std::string(Slice(text_, place.state.span));
    outcome.quote = std::string(Slice(text_, place.sentence));
    return outcome;
  }

  // Past "(1, 2 and 3)" and the comma or stop behind it.
  std::uint32_t AfterBrackets(std::uint32_t at) const {
    static const Pattern kBrackets("^ ?\\([^()]*\\)");
    const auto match =
        kBrackets.Search(text_, {at, static_cast<std::uint32_t>(text_.size())});
    return match ? match->front().end : at;
  }

  bool IsResolved(TextSpan span) const {
    return std::any_of(
        extraction_.resolutions.begin(), extraction_.resolutions.end(),
        [&](const Resolution& one) { return Overlaps(one.span, span); });
  }

  bool IsMinutes() const {
    return extraction_.header.kind == DocumentKind::kMinutes;
  }

  bool IsDecision(TextSpan span) const {
    return std::any_of(extraction_.recommendations.begin(),
                       extraction_.recommendations.end(),
                       [&](const Recommendation& one) {
                         return one.kind == RecommendationKind::kDecision &&
                                Overlaps(one.span, span);
                       });
  }

  const document::Document& document_;
  std::string_view text_;
  const Extraction& extraction_;
  TextSpan before_;  // the sentence before, where it stated something
  std::vector<TextSpan> following_;   // sentences behind it in its paragraph
  std::optional<NamedOnes> the_one_;  // that the section is about
  bool opens_item_ = false;
  std::vector<StatedOutcome> found_;
};

}  // namespace

std::vector<StatedOutcome> FindOutcomes(const document::Document& document,
                                        const Extraction& extraction) {
  const GramsInUse grams(document.text);
  return Finder(document, extraction).Find();
}

}  // namespace concord::extraction
