// Before or after the day of writing, from the verbs of the sentence.
//
// The idea: the verb that a date hangs on usually stands before it and near,
// so the words are looked at from the date backwards to the start of the
// sentence, then forwards to its end, and the first cue decides. "will be
// completed in May" is future although "completed" looks past: a participle is
// asked what stands before it. Accepted: "was agreed on 20 May" (past), "to be
// completed in October" (future). Not understood: "work starts in January".
// Cost: at most 40 words a date. Tests: tests/unit/extraction/dates_tense_test.
#include <set>

#include "extraction/dates/lexicon.h"
#include "extraction/dates/resolve.h"

namespace concord::extraction::dates {
namespace {

using WordSet = std::set<std::string_view>;

constexpr std::size_t kWordsBack = 30;
constexpr std::size_t kWordsAhead = 12;

const WordSet& FutureWords() {
  static const WordSet kWords = {
      "will",     "shall",       "ll",       "should",   "must",
      "would",    "due",         "planned",  "plans",    "expected",
      "expects",  "scheduled",   "intended", "intends",  "proposed",
      "proposes", "forthcoming", "upcoming", "aim",      "aims",
      "deadline", "target",      "asks",     "requests", "requested",
      "invites",  "next",        "wants"};
  return kWords;
}

const WordSet& PastWords() {
  static const WordSet kWords = {
      "was",        "were",  "had",    "has",   "have",   "did",   "been",
      "met",        "held",  "came",   "went",  "made",   "took",  "gave",
      "began",      "saw",   "found",  "wrote", "sent",   "told",  "said",
      "brought",    "chose", "became", "got",   "rose",   "fell",  "ran",
      "sat",        "stood", "won",    "kept",  "heard",  "spoke", "since",
      "previously", "ago",   "last",   "knew",  "bought", "drew",  "fed"};
  return kWords;
}

// "-ed" words that are no past: "need", "hundred".
bool IsParticiple(std::string_view lower) {
  static const WordSet kNot = {"need",    "indeed",  "proceed", "exceed",
                               "succeed", "feed",    "speed",   "seed",
                               "hundred", "shed",    "embed",   "red",
                               "bed",     "kindred", "sacred",  "allied"};
  return lower.size() > 3 && lower.substr(lower.size() - 2) == "ed" &&
         !kNot.contains(lower);
}

bool IsSentenceEnd(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.gap_before) return true;
  const Token& before = scene.at(index - 1);
  if (before.kind == TokenKind::kEnder) return true;
  if (before.kind != TokenKind::kStop || !token.space_before) return false;
  // "Sept. 2004", "para. 4": a stop after an abbreviation ends nothing.
  return token.capital || token.line_before;
}

bool IsInfinitiveMark(const Scene& scene, std::size_t index) {
  if (!scene.Is(index, "to")) return false;
  const Token& next = scene.at(index + 1);
  if (next.kind != TokenKind::kWord || next.capital) return false;
  static const WordSet kNouns = {"the",  "a",    "an",    "its",  "their",
                                 "our",  "his",  "this",  "that", "all",
                                 "each", "date", "those", "these"};
  return !kNouns.contains(next.lower);
}

bool HasAuxiliaryOfFuture(const Scene& scene, std::size_t index) {
  static const WordSet kWords = {"be",   "will",   "shall", "should",
                                 "must", "would",  "to",    "may",
                                 "can",  "cannot", "might"};
  for (std::size_t back = 1; back <= 3; ++back) {
    if (IsSentenceEnd(scene, index - back + 1)) return false;
    const Token& token = scene.at(index - back);
    if (token.kind == TokenKind::kWord && kWords.contains(token.lower)) {
      return true;
    }
  }
  return false;
}

struct Cue {
  Tense tense = Tense::kUnknown;
  bool weak = false;
};

Cue CueAt(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind != TokenKind::kWord) return {};
  const std::string_view word = token.lower;
  if (FutureWords().contains(word)) return {Tense::kFuture, false};
  if (IsInfinitiveMark(scene, index)) {
    return {Tense::kFuture, !scene.Is(index + 1, "be")};
  }
  const bool have = word == "have" || word == "has" || word == "had";
  if (have && scene.Is(index + 1, "to")) return {Tense::kFuture, true};
  const bool auxiliary = word == "been" || word == "have";
  if (PastWords().contains(word)) {
    if (auxiliary && HasAuxiliaryOfFuture(scene, index)) {
      return {Tense::kFuture, false};
    }
    return {Tense::kPast, false};
  }
  if (!IsParticiple(word)) return {};
  if (HasAuxiliaryOfFuture(scene, index)) return {Tense::kFuture, false};
  // "is published in May": neither.
  const std::string_view before = scene.at(index - 1).lower;
  if (before == "is" || before == "are") return {};
  return {Tense::kPast, false};
}

// The first strong cue; a weak one stands only if no strong one contradicts.
class CueReader {
 public:
  // True when a strong cue has decided.
  bool Take(Cue cue) {
    if (cue.tense == Tense::kUnknown) return false;
    if (cue.weak) {
      if (weak_ == Tense::kUnknown) weak_ = cue.tense;
      return false;
    }
    strong_ = cue.tense;
    return true;
  }
  Tense Answer() const {
    if (strong_ == Tense::kUnknown) return weak_;
    if (weak_ != Tense::kUnknown && weak_ != strong_) return Tense::kUnknown;
    return strong_;
  }
  bool decided() const { return strong_ != Tense::kUnknown; }
  bool any() const { return decided() || weak_ != Tense::kUnknown; }

 private:
  Tense strong_ = Tense::kUnknown;
  Tense weak_ = Tense::kUnknown;
};

}  // namespace

Tense TenseAt(const Scene& scene, std::size_t begin, std::size_t end) {
  if (scene.whole()) return Tense::kUnknown;
  CueReader cues;
  for (std::size_t back = 1; back <= kWordsBack && back <= begin; ++back) {
    const std::size_t index = begin - back;
    if (IsSentenceEnd(scene, index + 1)) break;
    if (cues.Take(CueAt(scene, index))) break;
  }
  if (cues.any()) return cues.Answer();
  for (std::size_t index = end; index < end + kWordsAhead; ++index) {
    if (index >= scene.size() || IsSentenceEnd(scene, index)) break;
    if (cues.Take(CueAt(scene, index))) break;
  }
  return cues.Answer();
}

}  // namespace concord::extraction::dates
