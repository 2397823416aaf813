#include "extraction/outcomes/state_words.h"

#include <algorithm>
#include <memory>
#include <string>

#include "extraction/recommendations/positions.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

struct State {
  std::string_view implementation;
  std::string_view position;
  bool asked = false;
  std::unique_ptr<const Pattern> pattern;
  bool taken_back = false;
};

// `expression` with the verb that tells for "#AUX#", what follows it for
// "#BEEN#" and the deed for "#DONE#".
std::unique_ptr<const Pattern> Predicate(std::string_view expression) {
  static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"#AUX#",
       "\\b(?:has|have|had|is|are|was|were)(?: (?:now|all|since|already|both|"
       "also|still|each|so far|at last|accordingly|therefore|then|thus|"
       "consequently))*"},
      {"#BEEN#",
       "(?: (?:now|all|since|already|both|also|fully|largely|substantially|"
       "duly|long|either))*(?: (?:been|reported as|shown as))?"
       "(?: (?:fully|largely|substantially|now|duly))*"},
      {"#DONE#",
       "(?:carried out|implemented|completed?|met|done|discharged|fulfilled|"
       "finished|put into effect)"}};
  std::string whole(expression);
  for (const auto& [mark, words] : kMarks) {
    for (std::size_t at = whole.find(mark); at != std::string::npos;
         at = whole.find(mark, at + words.size())) {
      whole.replace(at, mark.size(), words);
    }
  }
  return std::make_unique<const Pattern>(whole);
}

// What is said first is tried first: a denial has the words of the deed in it.
const std::vector<State>& States() {
  static const std::vector<State> kAll = [] {
    std::vector<State> all;
    const auto deed = [&](std::string_view value, std::string_view words) {
      all.push_back({value, "", false, Predicate(words)});
    };
    const auto answer = [&](std::string_view value, std::string_view words) {
      all.push_back({"", value, false, Predicate(words)});
    };
    const auto asked = [&](std::string_view value, std::string_view words) {
      all.push_back({"", value, true, Predicate(words)});
    };
    deed("implemented",
         "#AUX#(?: been)? (?:wrongly|mistakenly|prematurely|erroneously) "
         "(?:reported|shown|recorded|given|marked|counted) as (?:#DONE#)\\b");
    all.back().taken_back = true;
    deed("open",
         "#AUX# (?:not|never)(?: yet)?#BEEN# (?:#DONE#|begun|started|acted "
         "(?:up)?on|taken up|addressed)\\b|"
         "#AUX#(?: been)? (?:late|overdue|outstanding|unfinished|incomplete|"
         "slipped|unmet)\\b|#AUX# yet to be \\p{L}+\\b|"
         "\\bremains? (?:open|outstanding|unfinished|undone|unmet|to be "
         "(?:#DONE#))\\b|"
         "#AUX##BEEN# #DONE# by (?:nobody|no one|none|neither)\\b");
    deed("implemented in part",
         "#AUX##BEEN# #DONE# by (?:some|most|many|one)(?: \\p{L}+)?,? "
         "(?:and|but|"
         "though|if) not by (?:all|others|the others|the rest|every)\\b|"
         "#AUX#(?: been)? (?:only )?(?:partly|partially|in part) #DONE#\\b|"
         "#AUX##BEEN# #DONE# (?:only )?in part\\b|#AUX# part of the way\\b");
    deed("in progress",
         "#AUX#(?: well)? (?:in hand|in progress|under way|underway|ongoing|on "
         "course|on target|going to plan|well advanced|being (?:carried out|"
         "implemented|met))\\b|#AUX#(?: been)? (?:begun|started)\\b");
    deed("withdrawn", "#AUX#(?: been)? withdrawn\\b");
    answer("rejected",
           "#AUX# not(?: been)? (?:accepted|agreed)\\b|"
           "#AUX#(?: been)? (?:refused|declined|rejected)\\b");
    answer("accepted in part",
           "#AUX#(?: been)? (?:accepted|agreed) in (?:part|principle)\\b|"
           "#AUX#(?: been)? (?:partly|partially) (?:accepted|agreed)\\b");
    answer("accepted", "#AUX#(?: been)? (?:accepted|agreed)\\b");
    answer("noted", "#AUX#(?: been)? noted\\b");
    asked("rejected",
          "\\b(?:not be accepted|be (?:refused|declined|rejected|not "
          "accepted))\\b");
    asked("accepted in part",
          "\\bbe (?:accepted|agreed) in "
          "(?:part|principle)\\b");
    asked("accepted", "\\bbe (?:accepted|agreed|adopted)\\b");
    deed("implemented", "#AUX##BEEN# #DONE#\\b");
    return all;
  }();
  return kAll;
}

// "will be accepted", "cannot be accepted", "to be accepted": no answer, and
// none asked for here.
bool IsOnlyPossible(std::string_view text, TextSpan sentence,
                    const StateWords& state) {
  static const Pattern kBefore(
      "(?i)\\b(?:will|would|can|cannot|could|may|might|must|to|shall|both|"
      "n[o’']t) $");
  return state.asked &&
         kBefore.Search(text, {sentence.begin, state.span.begin}).has_value();
}

}  // namespace

std::vector<StateWords> FindStateWords(std::string_view text,
                                       TextSpan sentence) {
  std::vector<StateWords> found;
  for (const State& state : States()) {
    for (const MatchSpans& match : state.pattern->SearchAll(text, sentence)) {
      const StateWords words{match[0], state.implementation, state.position,
                             state.asked, state.taken_back};
      const bool taken =
          std::any_of(found.begin(), found.end(), [&](const StateWords& other) {
            return Overlaps(other.span, words.span);
          });
      if (!taken) found.push_back(words);
    }
  }
  std::erase_if(found, [&](const StateWords& state) {
    return IsOnlyPossible(text, sentence, state);
  });
  std::sort(found.begin(), found.end(),
            [](const StateWords& a, const StateWords& b) {
              return a.span.begin < b.span.begin;
            });
  return found;
}

StateWords StateOfCell(std::string_view text, TextSpan cell, bool of_answer) {
  static const Pattern kYes("^(?i:yes|agreed|accept(?:ed)?)\\b");
  static const Pattern kNo("^(?i:no|not agreed)(?:[.,;: ]|$)");
  static const Pattern kOpen(
      "^(?i:not (?:yet )?(?:started|begun|done|carried out|implemented|"
      "complete|met)|outstanding|overdue|open|late|slipped)\\b");
  static const Pattern kInPart(
      "^(?i:(?:partly|partially|part) (?:done|carried out|implemented|"
      "complete|met)|(?:done|carried out|implemented|met|complete|completed)"
      "(?: in part| for (?:the )?\\p{L}+|,? (?:except|save|but not)))\\b");
  static const Pattern kInHand(
      "^(?i:in hand|in progress|under way|underway|ongoing|on course|on "
      "target|begun|started)\\b");
  static const Pattern kWithdrawn("^(?i:withdrawn)\\b");
  static const Pattern kDone(
      "^(?i:(?:all |fully |now )?(?:done|complete|completed|carried out|"
      "implemented|met|discharged|finished))\\b");
  const auto at = [&](const Pattern& pattern, std::string_view deed,
                      std::string_view answer) {
    const auto match = pattern.Search(text, cell);
    return match ? StateWords{match->front(), deed, answer, false}
                 : StateWords{};
  };
  if (of_answer) {
    if (const auto position = PositionOfAnswer(text, cell)) {
      static constexpr std::string_view kNames[] = {
          "accepted", "accepted in part", "rejected", "noted"};
      for (const std::string_view name : kNames) {
        if (name == position->value) return {position->span, "", name, false};
      }
      return {};
    }
    const StateWords yes = at(kYes, "", "accepted");
    return Empty(yes.span) ? at(kNo, "", "rejected") : yes;
  }
  for (const auto& [pattern, deed] :
       {std::pair<const Pattern*, std::string_view>{&kOpen, "open"},
        {&kInPart, "implemented in part"},
        {&kInHand, "in progress"},
        {&kWithdrawn, "withdrawn"},
        {&kDone, "implemented"}}) {
    const StateWords state = at(*pattern, deed, "");
    if (!Empty(state.span)) return state;
  }
  return {};
}

}  // namespace concord::extraction
