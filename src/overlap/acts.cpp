// Reads what a text asks for: verb, modality and the words that belong to it.
//
//   "Forces should no longer publish the register and should destroy it"
//       act 1: publish, negative; act 2: destroy
//
// Three shapes: a modal and what follows it ("should publish", "is to be
// published"), the subjunctive ("that the unit publish", "that it be
// published"), and the imperative ("Publish", "to publish"). No grammar beyond
// that: where no verb is read there is no act, and the action says nothing.

#include <algorithm>
#include <set>

#include "overlap/prepared.h"
#include "overlap/stemmer.h"
#include "overlap/verbs.h"

namespace concord::overlap {
namespace {

using Tokens = std::vector<Token>;

bool IsModal(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "should", "must", "shall", "will",  "would", "ought",
      "may",    "can",  "could", "might", "needs", "cannot"};
  return kWords.count(word) > 0;
}

// Words that may stand between a modal and its verb.
bool IsFiller(const Token& token) {
  static const std::set<std::string_view> kWords = {
      "to",   "be",    "have",   "has",    "also",      "then",   "only", "now",
      "not",  "never", "no",     "longer", "been",      "being",  "not",  "at",
      "once", "in",    "future", "still",  "therefore", "further"};
  const bool adverb = token.word.size() > 4 && token.word.ends_with("ly");
  return adverb || kWords.count(token.word) > 0;
}

bool IsNegation(std::string_view word) {
  return word == "not" || word == "never" || word == "cannot";
}

bool OpensNounPhrase(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "the",  "a",  "an", "of",   "for",   "in",   "its",  "their", "this",
      "that", "on", "by", "with", "every", "each", "such", "any",   "all"};
  return kWords.count(word) > 0;
}

bool IsKnownVerb(std::string_view stem) {
  return VerbClass(stem) != 0 || IsLightVerb(stem) || IsRoutineVerb(stem) ||
         IsStoppingVerb(stem);
}

// "publish", not "published", "publishing" or "reports".
bool IsBaseForm(const Token& token) {
  const std::string& word = token.word;
  if (word.ends_with("ing")) return false;
  if (word.ends_with("ed") && word != "proceed" && word != "need") return false;
  return !word.ends_with("s") || word.ends_with("ss");
}

bool IsSubordinator(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "they";
}

struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Segment> SegmentsOf(const Tokens& tokens) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].opens_segment || segments.empty()) {
      segments.push_back({i, i});
    }
    segments.back().end = i + 1;
  }
  return segments;
}

// Where a verb phrase begins: the position of its modal, or of its verb.
struct Opening {
  std::size_t at = 0;
  bool modal = false;
};

bool OpensPassive(const Tokens& tokens, std::size_t i) {
  return tokens[i].word == "be" && i > 0 && !IsModal(tokens[i - 1].word);
}

std::vector<Opening> ModalsIn(const Tokens& tokens, Segment segment) {
  std::vector<Opening> openings;
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    // "1 May" is a month.
    if (!IsModal(tokens[i].word) || tokens[i].capital) continue;
    // "who will be", "so that they may": not what is asked.
    if (i == segment.begin || !IsSubordinator(tokens[i - 1].word)) {
      openings.push_back({i, true});
    }
  }
  return openings;
}

// The subjunctive or imperative of a segment without a modal.
std::optional<Opening> BareOpening(const Tokens& tokens, Segment segment) {
  std::size_t first = segment.begin;
  while (first < segment.end && IsFiller(tokens[first]) &&
         tokens[first].word != "be") {
    ++first;
  }
  if (first < segment.end && IsBaseForm(tokens[first]) &&
      IsKnownVerb(tokens[first].stem)) {
    return Opening{first, false};
  }
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    if (OpensPassive(tokens, i)) return Opening{i, true};
    const bool after_noun =
        i > segment.begin && !OpensNounPhrase(tokens[i - 1].word);
    if (after_noun && IsBaseForm(tokens[i]) && IsKnownVerb(tokens[i].stem)) {
      return Opening{i, false};
    }
  }
  return std::nullopt;
}

// The imperative of a verb on no list: first word of a text without any act.
std::optional<Opening> UnknownImperative(const Tokens& tokens) {
  if (tokens.size() < 2 || tokens[0].stop || tokens[0].capital ||
      !IsBaseForm(tokens[0])) {
    return std::nullopt;
  }
  return Opening{0, false};
}

std::size_t SkipFillers(const Tokens& tokens, std::size_t i, std::size_t end,
                        Act* act) {
  while (i < end && IsFiller(tokens[i]) && !SetsLimit(tokens, i)) {
    if (IsNegation(tokens[i].word)) act->negative = true;
    if (tokens[i].word == "longer" && tokens[i - 1].word == "no") {
      act->negative = true;
    }
    if (tokens[i].word == "be" || tokens[i].word == "been") {
      act->passive = true;
    }
    ++i;
  }
  return i;
}

// "cease to publish", "stop publishing", "refrain from publishing".
std::size_t SkipStopping(const Tokens& tokens, std::size_t i, std::size_t end,
                         Act* act) {
  if (i >= end || !IsStoppingVerb(tokens[i].stem)) return i;
  std::size_t next = i + 1;
  const bool joined =
      next < end && (tokens[next].word == "to" || tokens[next].word == "from");
  if (joined) ++next;
  const bool gerund = next < end && tokens[next].word.ends_with("ing");
  if (next >= end || (!joined && !gerund)) return i;
  act->negative = !act->negative;
  return next;
}

// "should consider publishing", "consider whether to publish": what is to be
// considered is the act, asked for less firmly.
std::size_t SkipConsidering(const Tokens& tokens, std::size_t i,
                            std::size_t end, Act* act) {
  static const std::string kConsider = Stem("consider");
  if (i >= end || tokens[i].stem != kConsider) return i;
  std::size_t next = i + 1;
  const bool whether = next + 1 < end && tokens[next].word == "whether" &&
                       tokens[next + 1].word == "to";
  if (whether) next += 2;
  const bool verb = next < end && !tokens[next].stop &&
                    (whether || tokens[next].word.ends_with("ing"));
  if (!verb) return i;
  act->modality = Modality::kConsidered;
  return next;
}

Modality ModalityOf(const std::string& word) {
  static const std::set<std::string_view> kFree = {"may", "can", "could",
                                                   "might"};
  static const std::set<std::string_view> kFirm = {"must", "shall", "needs",
                                                   "cannot"};
  if (kFree.count(word) > 0) return Modality::kPermitted;
  return kFirm.count(word) > 0 ? Modality::kBound : Modality::kAsked;
}

bool SubjectIsNone(const Tokens& tokens, const Act& act) {
  constexpr std::size_t kMaxSubject = 8;
  return act.begin < act.subject_end &&
         act.subject_end - act.begin <= kMaxSubject &&
         (tokens[act.begin].word == "no" || tokens[act.begin].word == "none" ||
          tokens[act.begin].word == "nobody");
}

void AddClass(std::string_view stem, Act* act) {
  const std::uint8_t verb_class = VerbClass(stem);
  if (verb_class == 0) return;
  if (std::find(act->classes.begin(), act->classes.end(), verb_class) ==
      act->classes.end()) {
    act->classes.push_back(verb_class);
  }
}

// Verbs joined to the main one: "and test them", "to publish", "reviewed and
// withdrawn".
void AddJoinedVerbs(const Tokens& tokens, std::size_t from, Act* act) {
  for (std::size_t i = from; i < act->end; ++i) {
    const std::string& before = tokens[i - 1].word;
    const bool joined = before == "and" || before == "to" || before == "or" ||
                        before == "be" || before == "is" || before == "are";
    if (joined && !tokens[i].stop) AddClass(tokens[i].stem, act);
  }
}

bool CommaBefore(const Prepared& prepared, std::size_t i) {
  const auto& tokens = prepared.tokens;
  return Slice(prepared.text, {tokens[i - 1].span.end, tokens[i].span.begin})
             .find(',') != std::string_view::npos;
}

// "should, with the Inspectorate and by 1 May, plan": from the comma after the
// modal to behind the last comma before the verb.
std::size_t SkipInsertion(const Prepared& prepared, std::size_t i,
                          std::size_t end) {
  constexpr std::size_t kMaxInserted = 25;
  if (i >= end || i == 0 || !CommaBefore(prepared, i)) return i;
  for (std::size_t j = i + 1; j < end && j < i + kMaxInserted; ++j) {
    const Token& token = prepared.tokens[j];
    if (CommaBefore(prepared, j) && !token.stop && IsBaseForm(token)) return j;
  }
  return i;
}

std::optional<Act> ReadAct(const Prepared& prepared, Segment clause,
                           Opening opening) {
  const Tokens& tokens = prepared.tokens;
  Act act;
  act.begin = clause.begin;
  act.end = clause.end;
  act.subject_end = opening.at;
  if (opening.modal && IsNegation(tokens[opening.at].word)) act.negative = true;
  if (opening.modal && tokens[opening.at].word == "be") act.passive = true;
  if (opening.modal) act.modality = ModalityOf(tokens[opening.at].word);
  std::size_t verb = opening.modal ? opening.at + 1 : opening.at;
  verb = SkipFillers(tokens, verb, clause.end, &act);
  verb = SkipInsertion(prepared, verb, clause.end);
  verb = SkipConsidering(tokens, verb, clause.end, &act);
  verb = SkipStopping(tokens, verb, clause.end, &act);
  if (verb >= clause.end) return std::nullopt;
  if (SubjectIsNone(tokens, act)) act.negative = !act.negative;
  // What may not be done is forbidden.
  if (act.negative && act.modality == Modality::kPermitted) {
    act.modality = Modality::kBound;
  }
  act.verb_at = verb;
  act.verb = tokens[verb].stem;
  act.verb_span = {tokens[opening.at].span.begin, tokens[verb].span.end};
  AddClass(act.verb, &act);
  AddJoinedVerbs(tokens, verb + 1, &act);
  return act;
}

// What papers are: noting one asks for nothing.
bool IsPaperWord(std::string_view stem) {
  static const std::set<std::string> kStems = [] {
    std::set<std::string> stems;
    for (const char* word :
         {"report", "paper", "contents", "content", "update", "position",
          "progress", "minutes", "presentation", "information", "summary",
          "document", "comments", "members", "committee"}) {
      stems.insert(Stem(word));
    }
    return stems;
  }();
  return kStems.count(std::string(stem)) > 0;
}

bool AsksNothing(const Tokens& tokens, const Act& act) {
  if (!IsRoutineVerb(act.verb)) return false;
  if (act.verb == Stem("note")) {
    return act.classes.empty() ||
           act.classes == std::vector<std::uint8_t>{VerbClass(Stem("report"))};
  }
  for (std::size_t i = act.subject_end; i < act.end; ++i) {
    const bool telling = !tokens[i].stop && tokens[i].stem != act.verb;
    if (telling && !IsPaperWord(tokens[i].stem)) return false;
  }
  return true;
}

bool EndsObject(std::string_view word) {
  static const std::set<std::string_view> kWords = {
      "with", "to",   "for",   "in",     "on",      "by",      "from",
      "at",   "as",   "into",  "within", "under",   "through", "between",
      "so",   "that", "which", "who",    "whether", "where",   "when",
      "if",   "and",  "or",    "until",  "before",  "after",   "unless"};
  return kWords.count(word) > 0;
}

// "discontinue, with effect from the same day, the grant": behind the comma
// that closes what stands between a verb and its object; `i` where nothing
// does.
std::size_t BehindInsertion(const Prepared& prepared, std::size_t i,
                            std::size_t end) {
  constexpr std::size_t kMaxInserted = 12;
  const auto& tokens = prepared.tokens;
  if (i >= end || !CommaBefore(prepared, i) || !EndsObject(tokens[i].word)) {
    return i;
  }
  for (std::size_t j = i + 1; j < end && j <= i + kMaxInserted; ++j) {
    if (CommaBefore(prepared, j)) return j;
  }
  return i;
}

}  // namespace

std::pair<std::size_t, std::size_t> ObjectOf(const Prepared& prepared,
                                             const Act& act) {
  if (act.passive && act.subject_end > act.begin) {
    return {act.begin, act.subject_end};
  }
  const std::size_t begin =
      BehindInsertion(prepared, std::min(act.verb_at + 1, act.end), act.end);
  std::size_t end = begin;
  while (end < act.end && !EndsObject(prepared.tokens[end].word)) ++end;
  return {begin, end};
}

bool SetsLimit(const std::vector<Token>& tokens, std::size_t i) {
  static const std::set<std::string_view> kLimits = {
      "later",  "earlier", "sooner", "less", "more",  "fewer",
      "before", "after",   "only",   "over", "above", "exceeding"};
  const std::string& word = tokens[i].word;
  return (word == "not" || word == "no") && i + 1 < tokens.size() &&
         kLimits.count(tokens[i + 1].word) > 0;
}

std::vector<Act> ReadActs(const Prepared& prepared) {
  const Tokens& tokens = prepared.tokens;
  std::vector<Act> acts;
  const auto add = [&](Segment clause, Opening opening) {
    if (auto act = ReadAct(prepared, clause, opening)) {
      act->routine = AsksNothing(tokens, *act);
      acts.push_back(std::move(*act));
    }
  };
  for (const Segment& segment : SegmentsOf(tokens)) {
    const std::vector<Opening> modals = ModalsIn(tokens, segment);
    if (modals.empty()) {
      if (const auto bare = BareOpening(tokens, segment)) add(segment, *bare);
      continue;
    }
    for (std::size_t i = 0; i < modals.size(); ++i) {
      // A clause runs to the next modal; the next one's subject begins there.
      const std::size_t begin = i == 0 ? segment.begin : modals[i].at;
      const std::size_t end =
          i + 1 < modals.size() ? modals[i + 1].at : segment.end;
      add({begin, end}, modals[i]);
    }
  }
  if (acts.empty()) {
    if (const auto opening = UnknownImperative(tokens)) {
      add({0, tokens.size()}, *opening);
    }
  }
  return acts;
}

}  // namespace concord::overlap
