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

namespace {

// "The Government", "We", "Ostley Rail": somebody who may answer, and no more.
bool MayAnswer(std::string_view text, TextSpan subject) {
  static const Pattern kWe("^(?:We|I|It|They)$");
  subject = Trim(text, subject);
  if (Empty(subject)) return false;
  if (kWe.Search(text, subject)) return true;
  const auto agents = AgentsAt(text, subject);
  if (!agents.empty()) return agents.back().span.end == subject.end;
  return AskedAt(text, subject).end == subject.end;
}

// "The Board does not accept this recommendation, because ...", "We agree in
// principle.": the words of the sentence that say so.
std::optional<StatedPosition> PositionInPlainWords(std::string_view text,
                                                   TextSpan within) {
  static const Pattern kPlain(
      "^((?:[^\\s.;:,]+ ){1,9}?)(?:(?:also|therefore|fully|broadly|generally|"
      "now|welcomes? and) )*(?:((?:do(?:es)?|did|can|could)(?: not|n[’']t|not) "
      "(?:accept|agree|support|concur)|(?:is|was|are|were) (?:not able|unable) "
      "to (?:accept|agree|support)|reject(?:s|ed)?|disagrees?)|((?:partially|"
      "partly) (?:accept|agree|support)(?:s|e?d)?)|(notes?|takes? note of|"
      "ha(?:s|ve) noted)|(accepts?|agrees?|supports?|concurs?|ha(?:s|ve) "
      "(?:accepted|agreed))|((?:ha(?:s|ve) not yet|(?:is|are) yet to) "
      "(?:respond|"
      "repl(?:y|ied)|answer|decide)(?:e?d)?))((?: (?:with|to))? (?:this|the|"
      "that|these)(?: \\p{Ll}+){0,2}? (?:recommendations?|proposals?|"
      "suggestions?)| (?:with |to )?(?:this|it))?(?: in full)?((?:,? (?:but )?"
      "(?:only )?(?:in (?:part|principle)|partially|partly|with (?:some )?"
      "(?:modification|qualification|reservation|caveat)s?))?)"
      "()\\s*(?:[.,;:–—]|\\b(?:and|but|because|as|for|since)\\b|$)");
  const auto match = kPlain.Search(text, within);
  if (!match || !MayAnswer(text, (*match)[1])) return std::nullopt;
  const auto has = [&](std::size_t group) { return !Empty((*match)[group]); };
  StatedPosition position;
  if (has(2)) {
    position.value = "rejected";
  } else if (has(4)) {
    // What else somebody notes is no answer.
    if (!has(7)) return std::nullopt;
    position.value = "noted";
  } else if (has(6)) {
    position.value = "awaited";
  } else {
    position.value = has(3) || has(8) ? "accepted in part" : "accepted";
  }
  position.span = Trim(text, {(*match)[0].begin, (*match)[9].begin});
  position.printed = Slice(text, position.span);
  position.rule = "position.plain-words";
  position.confidence = 0.9;
  return position;
}

// "Accepted.", "Not accepted: it would cost too much.": an answer that is all
// of its sentence, without a name before it.
std::optional<StatedPosition> PositionAlone(std::string_view text,
                                            TextSpan line) {
  static const Pattern kEnds("^\\s*(?:[.;:,–—-]|$)");
  auto position = PositionOfAnswer(text, line);
  if (!position || position->span.begin != line.begin ||
      !kEnds.Search(text, {position->span.end, line.end})) {
    return std::nullopt;
  }
  return position;
}

// "Government response", "Response to recommendation 4": the answer is below.
bool HeadsAnswer(std::string_view text, const Line& line) {
  static const Pattern kHeads(
      "^(?i:(?:the )?[\\p{L}’' ]{0,40}?\\b(?:response|reply|answer|position)"
      "(?: to (?:this |the )?recommendation(?: \\d+)?)?)\\s*:?$");
  return kHeads.Search(text, line.span).has_value();
}

// "Owner: Clerk", "Priority: high": other fields may stand before the answer.
bool IsOtherField(std::string_view text, const Line& line) {
  static const Pattern kField("^\\p{Lu}[\\p{L} /]{1,28}:\\s+\\S");
  constexpr std::uint32_t kLongest = 120;
  return Length(line.span) <= kLongest && kField.Search(text, line.span);
}

std::optional<StatedPosition> PositionInLine(std::string_view text,
                                             const Line& line) {
  static const Pattern kAnswer(
      "^(?i:(?:(?:the )?[\\p{L} ]{0,40}?(?:[’']s?|s[’'])? ?)?(?:response|"
      "position|reply|answer|status|decision|outcome))\\s*[:–—-]\\s*(\\S.*)$");
  // Of the one right above, by whoever answers: no "recommendation 4".
  static const Pattern kOfThis(
      "^[^.;:]{2,120}\\b(?i:this recommendation)\\b[^:;]{0,200}$");
  if (const auto match = kAnswer.Search(text, line.span)) {
    auto position = PositionOfAnswer(text, (*match)[1]);
    if (!position) position = PositionInPlainWords(text, (*match)[1]);
    if (!position) position = PositionIn(text, (*match)[1]);
    return position;
  }
  if (IsHeading(line) || !line.label.empty()) return std::nullopt;
  if (auto alone = PositionAlone(text, line.body)) return alone;
  if (auto plain = PositionInPlainWords(text, line.body)) return plain;
  if (kOfThis.Search(text, line.span) && !Asks(Slice(text, line.span))) {
    return PositionIn(text, line.span);
  }
  return std::nullopt;
}

}  // namespace

void FillPositions(const Reading& reading, std::vector<Recommendation>* items) {
  constexpr int kFewLines = 4;
  const std::string_view text = reading.text();
  for (std::size_t i = 0; i < items->size(); ++i) {
    Recommendation& item = (*items)[i];
    if (!item.position.value.empty()) continue;
    // The next item that is no part of this one; nothing of it answers this.
    std::uint32_t next = static_cast<std::uint32_t>(text.size());
    for (std::size_t k = i + 1; k < items->size(); ++k) {
      if ((*items)[k].span.begin < item.span.end) continue;
      next = (*items)[k].span.begin;
      break;
    }
    auto line = std::upper_bound(reading.lines.begin(), reading.lines.end(),
                                 item.span.end,
                                 [](std::uint32_t offset, const Line& one) {
                                   return offset <= one.span.begin;
                                 });
    for (int lines = 0; lines < kFewLines && line != reading.lines.end() &&
                        line->span.end <= next;
         ++lines, ++line) {
      if (auto position = PositionInLine(text, *line)) {
        item.position = std::move(*position);
        break;
      }
      if (!HeadsAnswer(text, *line) && !IsOtherField(text, *line)) break;
    }
  }
}

}  // namespace concord::extraction
