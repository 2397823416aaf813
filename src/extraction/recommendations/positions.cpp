#include "extraction/recommendations/positions.h"

#include <algorithm>
#include <array>

#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

struct PositionWords {
  std::string_view value;
  const Pattern* pattern;
};

// In the order they are tried: a refusal has the words of consent in it.
const std::array<PositionWords, 5>& Sentences() {
  static const Pattern kNoted(
      "(?i:\\b(?:not|n[o’']t) (?:[a-z]+ )?(?:enjoy(?:ed)?|(?:be |been )?"
      "support(?:ed)?)\\b|\\b(?:have|has) (?:[a-z]+ )?(?:taken note of|"
      "(?:been )?noted)\\b|\\b(?:are|is|were|was) (?:also )?noted\\b|"
      "\\b(?:take|note)s? (?:note of )?(?:this|these|the) "
      "recommendations?\\b|\\btakes? note of\\b)");
  static const Pattern kRejected(
      "(?i:\\brejected\\b|\\brejects\\b|\\breject (?:this|these) "
      "recommendations?\\b|\\b(?:cannot|not|n[o’']t) "
      "(?:be |been )?accept(?:ed|s)?\\b|\\bunable to accept\\b)");
  static const Pattern kInPart(
      "(?i:\\b(?:partially|partly) (?:accepted|accepts|supported|supports|"
      "enjoys?)\\b|\\b(?:accepted|accepts|supported|supports) in part\\b)");
  static const Pattern kAwaited(
      "(?i:\\bwill (?:be|then be) (?:examined|considered|studied|answered)\\b|"
      "\\bwill (?:examine|consider|study|respond|reply)\\b|"
      "\\bresponses? [^.;]*\\bwill be (?:included|provided|given|made)\\b|"
      "\\b(?:are|remain|is) (?:still )?(?:pending|under consideration|under "
      "examination|under review)\\b)");
  static const Pattern kAccepted(
      "(?i:\\b(?:accept|support)s? this recommendation\\b|"
      "\\benjoy(?:s|ed|ing)? (?:the |its |their |his |her )?(?:full |"
      "broad )?support\\b|\\b(?:have been|has been|were|are|was|is) "
      "(?:[a-z]+ )?(?:accepted|supported)\\b|\\b(?:accepts|supports) "
      "(?:[a-z]+ )*recommendations?\\b|\\brecommendations? (?:accepted|"
      "supported) by\\b|\\b(?:accepted|supported) recommendations?\\b)");
  static const std::array<PositionWords, 5> kAll = {
      {{"noted", &kNoted},
       {"rejected", &kRejected},
       {"accepted in part", &kInPart},
       {"awaited", &kAwaited},
       {"accepted", &kAccepted}}};
  return kAll;
}

const std::array<PositionWords, 5>& Answers() {
  static const Pattern kNoted("^(?i:noted)\\b");
  static const Pattern kRejected(
      "^(?i:rejected|reject|not accepted|not agreed|do(?:es)? not accept|"
      "declined|disagree|disagreed|not supported)\\b");
  static const Pattern kInPart(
      "^(?i:partially (?:accepted|agreed|supported)|partly (?:accepted|agreed)|"
      "(?:accepted?|agreed?|accept|supported) in (?:part|principle)|"
      "accept(?:ed)? with (?:modification|qualification)s?)\\b");
  static const Pattern kAwaited(
      "^(?i:awaited|awaiting (?:a )?(?:response|reply|decision)|pending|under "
      "consideration|to be (?:considered|confirmed)|no response)\\b");
  static const Pattern kAccepted(
      "^(?i:accepted|accept|agreed|agree|fully (?:accepted|agreed)|"
      "supported)\\b");
  static const std::array<PositionWords, 5> kAll = {
      {{"accepted in part", &kInPart},
       {"rejected", &kRejected},
       {"noted", &kNoted},
       {"awaited", &kAwaited},
       {"accepted", &kAccepted}}};
  return kAll;
}

// What ends the words: the cell, a mark, or when it was.
const std::string& AfterState() {
  static const std::string kAfter =
      "(?:\\W*$|\\s*[.;,:(–—/-]|,? (?:in |on |by |since |at |during )?"
      "(?:early |mid-?|late )?(?:\\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
      "|Nov|Dec)))";
  return kAfter;
}

// In the order they are tried: what is not done has the words of what is.
const std::array<PositionWords, 6>& States() {
  static const Pattern kNotDone(
      "^(?i:(?:closed|complete)\\W{1,3}(?:and )?not "
      "(?:implemented|done|carried "
      "out|accepted)|(?:will not|not to) be (?:implemented|carried "
      "out)|no longer (?:relevant|applicable|needed|required)|withdrawn|"
      "abandoned|cancelled|dropped|lapsed)" +
      AfterState());
  static const Pattern kInProgress(
      "^(?i:in progress|on-?going|under ?way|in hand|started|begun|on "
      "(?:track|target|schedule)|(?:partly|partially|mostly|largely|nearly) "
      "(?:implemented|done|complete[d]?|achieved|met)|being implemented|work "
      "(?:has )?(?:started|begun))" +
      AfterState());
  static const Pattern kSuperseded(
      "^(?i:superseded|overtaken(?: by events)?|replaced)(?: by \\P{N}*)?" +
      AfterState());
  static const Pattern kNotOurs(
      "^(?i:not (?:ours|for us)|for others|outside (?:our|its) "
      "(?:remit|control|powers))" +
      AfterState());
  static const Pattern kOpen(
      "^(?i:open|outstanding|overdue|to do|not (?:yet )?(?:started|begun|done|"
      "implemented)|no (?:action|progress|work)(?: yet| so far)?|nothing "
      "(?:done|yet)|awaiting action|late)" +
      AfterState());
  static const Pattern kDone(
      "^(?i:(?:fully |now |already |all )?(?:implemented|completed?|done|"
      "carried out|achieved|delivered|met|discharged|finished|in place)|closed"
      "\\W{1,3}(?:implemented|complete[d]?|done))" +
      AfterState());
  static const std::array<PositionWords, 6> kAll = {
      {{"closed not implemented", &kNotDone},
       {"in progress", &kInProgress},
       {"superseded", &kSuperseded},
       {"not ours", &kNotOurs},
       {"open", &kOpen},
       {"implemented", &kDone}}};
  return kAll;
}

template <std::size_t kCount>
std::optional<StatedPosition> FirstOf(
    const std::array<PositionWords, kCount>& words, std::string_view text,
    TextSpan within) {
  for (const PositionWords& one : words) {
    const auto match = one.pattern->Search(text, within);
    if (!match) continue;
    StatedPosition position;
    position.value = one.value;
    position.span = match->front();
    position.printed = Slice(text, position.span);
    return position;
  }
  return std::nullopt;
}

}  // namespace

std::optional<StatedPosition> PositionIn(std::string_view text,
                                         TextSpan within) {
  static const Pattern kRecommendation("(?i:\\brecommendations?\\b)");
  if (!kRecommendation.Search(text, within)) return std::nullopt;
  auto position = FirstOf(Sentences(), text, within);
  if (position) {
    position->rule = "position.sentence";
    position->confidence = 0.95;
  }
  return position;
}

std::optional<StatedPosition> PositionOfAnswer(std::string_view text,
                                               TextSpan within) {
  auto position = FirstOf(Answers(), text, within);
  if (position) {
    position->rule = "position.answer";
    position->confidence = 0.85;
  }
  return position;
}

std::optional<StatedPosition> ImplementationInCell(std::string_view text,
                                                   TextSpan cell) {
  auto state = FirstOf(States(), text, cell);
  if (state) {
    // The words that decide begin the cell; what ends them is not theirs.
    state->span = Trim(text, cell);
    state->printed = Slice(text, state->span);
    state->rule = "implementation.cell";
    state->confidence = 0.85;
  }
  return state;
}

void FillPositions(const Reading& reading, std::vector<Recommendation>* items) {
  static const Pattern kAnswer(
      "^(?i:(?:(?:the )?[\\p{L} ]{0,40}?(?:[’']s?|s[’'])? ?)?(?:response|"
      "position|reply|answer|status|decision|outcome))\\s*[:–—-]\\s*(\\S.*)$");
  // Of the one right above, by whoever answers: no "recommendation 4".
  static const Pattern kOfThis(
      "^[^.;:]{2,120}\\b(?i:this recommendation)\\b[^:;]{0,200}$");
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < items->size(); ++i) {
    Recommendation& item = (*items)[i];
    if (!item.position.value.empty()) continue;
    const auto after = std::upper_bound(
        reading.lines.begin(), reading.lines.end(), item.span.end,
        [](std::uint32_t offset, const Line& line) {
          return offset <= line.span.begin;
        });
    if (after == reading.lines.end()) continue;
    if (const auto match = kAnswer.Search(text, after->span)) {
      auto position = PositionOfAnswer(text, (*match)[1]);
      if (!position) position = PositionIn(text, (*match)[1]);
      if (position) item.position = *position;
    } else if (kOfThis.Search(text, after->span) && !IsHeading(*after) &&
               !Asks(Slice(text, after->span))) {
      if (auto position = PositionIn(text, after->span)) {
        item.position = *position;
      }
    }
  }
}

}  // namespace concord::extraction
