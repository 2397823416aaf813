// Before or after the day of writing, from the verbs of the sentence.
//
// The idea: the verb that a date hangs on usually stands before it and near,
// so the words are looked at from the date backwards to the start of the
// sentence, then forwards to its end, and the first cue decides. "will be
// completed in May" is future although "completed" looks past: a participle is
// asked what stands before it. Accepted: "was agreed on 20 May" (past), "to be
// completed in October" (future). Not understood: "work starts in January".
// Cost: at most 40 words a date. Tests: tests/unit/extraction/dates_tense_test.

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "extraction/dates/lexicon.h"
#include "extraction/dates/resolve.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

constexpr std::size_t kWordsBack = 30;
constexpr std::size_t kWordsAhead = 12;

const WordSet& PastWords() {
  static const WordSet kWords(
      "was were had has have did been met held came went made took gave "
      "began saw found wrote sent told said brought given taken written "
      "shown seen done begun drawn chosen set chose became got rose fell "
      "ran sat stood won kept heard spoke since previously ago last knew "
      "bought drew fed rang sang drank paid lost sold caught taught "
      "thought slept fought sought stole threw flew grew drove rode woke broke "
      "wore tore forgot ate lent fled dealt meant built stuck struck shook "
      "hid bent laid lay rode swam");
  return kWords;
}

// "-ed" words that are no past: "need", "hundred".
bool IsParticiple(std::string_view lower) {
  static const WordSet kNot(
      "need indeed proceed exceed succeed feed speed seed hundred shed "
      "embed red bed kindred sacred allied concerned involved");
  return lower.size() > 3 && lower.substr(lower.size() - 2) == "ed" &&
         !kNot.Has(lower);
}

bool IsInfinitiveMark(const Scene& scene, std::size_t index) {
  if (!scene.Is(index, "to")) return false;
  const Token& next = scene.at(index + 1);
  if (next.kind != TokenKind::kWord || next.capital) return false;
  static const WordSet kNouns(
      "the a an its their our his this that all each date those these");
  return !kNouns.Has(next.lower);
}

// "most used in the county", "one trained officer", "the revised plan": the
// participle says what sort of thing it is, and nothing of when.
bool IsAttributive(const Scene& scene, std::size_t index) {
  static const WordSet kDegrees("most least best more less well");
  static const WordSet kBetween("often widely commonly frequently");
  static const WordSet kBefore(
      "a an the its their our his her one two three four five six seven eight "
      "nine ten");
  std::size_t before = index - 1;
  if (kBetween.Has(scene.at(before))) --before;
  if (kDegrees.Has(scene.at(before))) return true;
  const Token& noun = scene.at(index + 1);
  const bool named = noun.kind == TokenKind::kWord && !noun.capital &&
                     !IsFunctionWord(noun.lower) &&
                     MonthOf(noun.lower).month == 0;
  return named && kBefore.Has(scene.at(index - 1));
}

// Weak cues give way to strong ones: an infinitive, and "would" and "should",
// which tell what was still to come at some earlier time.
struct Cue {
  Tense tense = Tense::kUnknown;
  bool weak = false;
  bool open = false;  // the verb of the date, which says neither
};

// "was to have begun in April" may be told before or after April; "is to have
// begun by April" is before. "have" stands at `index`.
Cue CueOfPerfectInfinitive(const Scene& scene, std::size_t index) {
  static const WordSet kPast("was were ought said supposed meant seems");
  static const WordSet kFuture("is are hopes hope aims aim expects expect");
  const Token& before = scene.at(index - 2);
  if (kPast.Has(before)) return {Tense::kUnknown, false, true};
  if (kFuture.Has(before)) return {Tense::kFuture, false};
  return {};
}

// "so that the forums can be told in the autumn": what is meant to follow.
bool IsPurpose(const Scene& scene, std::size_t index) {
  constexpr std::size_t kFarthest = 8;
  for (std::size_t back = 2; back <= kFarthest && back <= index; ++back) {
    if (StartsSentence(scene, index - back + 1)) return false;
    if (scene.Is(index - back, "so") && scene.Is(index - back + 1, "that")) {
      return true;
    }
  }
  return false;
}

// What the words before a participle make of it: "will be completed" is to
// come, "could not be kept" says nothing, "was completed" is past.
Cue CueOfParticiple(const Scene& scene, std::size_t index) {
  static const WordSet kStrong("will shall must cannot");
  static const WordSet kWeak("would should may might");
  static const WordSet kNone("could can is are am");
  static const WordSet kArticles("the a an");
  static const WordSet kBetween("not now also still never yet");
  static const WordSet kNow("is are");
  bool be = false;
  for (std::size_t back = 1; back <= 4; ++back) {
    if (StartsSentence(scene, index - back + 1)) break;
    if (scene.at(index - back).capital) continue;  // "May"
    const std::string_view word = scene.at(index - back).lower;
    // "should bring the schedule sent in April": another verb's auxiliary.
    if (kArticles.Has(word)) break;
    if (kBetween.Has(word) && kNow.Has(scene.at(index - back - 1).lower)) {
      return {};
    }
    if (word == "have" && scene.Is(index - back - 1, "to")) {
      return CueOfPerfectInfinitive(scene, index - back);
    }
    // "in the quarter to September it happened" has no infinitive.
    const bool infinitive = IsInfinitiveMark(scene, index - back);
    if (kStrong.Has(word) || infinitive) return {Tense::kFuture, false};
    if (kWeak.Has(word)) return {Tense::kFuture, true};
    if (kNone.Has(word) && (be || back == 1)) return {};
    be = be || word == "be";
  }
  return {be ? Tense::kFuture : Tense::kPast, be};
}

// What a word says by itself or beside its neighbours. "" is any neighbour.
struct WordRow {
  std::string_view words;  // any of these
  std::string_view two_before = "";
  std::string_view before = "";
  std::string_view not_before = "";
  std::string_view after = "";
  Cue cue = {};  // as it stands: none, whatever the rows below say
};

// The first row that fits decides; each says why it stands there.
constexpr WordRow kWordRows[] = {
    // "deferred to 28 April": done, but the date is still to come.
    {.words = "deferred adjourned postponed rescheduled extended referred "
              "remitted",
     .after = "to until till",
     .cue = {Tense::kFuture}},
    // "were reminded of the open day on 9 June": nobody is reminded of what
    // was.
    {.words = "reminded", .cue = {Tense::kFuture}},
    // "that fell due on 1 April": the one place where "due" looks back.
    {.words = "due", .before = "fell"},
    // "left as it was until June": how it was, and not when.
    {.words = "was were stood", .two_before = "as", .before = "it they"},
    // "a report promised for March": that it is asked for says that March has
    // been. With an auxiliary it is the verb of the sentence, below.
    {.words = "promised",
     .not_before = "been has have",
     .after = "for",
     .cue = {Tense::kPast, true}},
    // "has promised a licence by March", not "had been promised for May".
    {.words = "promised undertook",
     .not_before = "been",
     .cue = {Tense::kFuture, true}},
    // Verbs, nouns and adjectives of what is still to come.
    {.words = "will shall ll must due planned plans expected expects scheduled "
              "intended intends proposed proposes forthcoming upcoming aim "
              "aims deadline target asks requests requested invites next wants",
     .cue = {Tense::kFuture}},
    // Still to come at some earlier time, which may be before or after the day
    // of writing.
    {.words = "would should", .cue = {Tense::kFuture, true}},
    // "had to be there in May": what was to be done, not what was had.
    {.words = "have has had", .after = "to", .cue = {Tense::kFuture, true}},
    // "let the group have the cost in May": no auxiliary.
    {.words = "have", .after = "the a an it them its their"},
    // "by the last week of January" has no verb in it.
    {.words = "last",
     .after = "day days week weeks weekday weekend month few monday tuesday "
              "wednesday thursday friday saturday sunday"},
    // "so that the last contractor is vetted": which of them, not when.
    {.words = "last", .before = "the its their our his her a"},
    // Finite verbs of the past need no auxiliary before them.
    {.words = "was were had", .cue = {Tense::kPast}},
};

// The rows by their words, so that most words are looked up once.
class WordRows {
 public:
  WordRows() {
    for (const WordRow& row : kWordRows) {
      const auto read = std::make_shared<const Read>(
          Read{WordSet(row.two_before), WordSet(row.before),
               WordSet(row.not_before), WordSet(row.after), row.cue});
      const WordSet words(row.words);
      for (const std::string_view word : words.words()) {
        rows_[word].push_back(read);
      }
    }
  }

  // The cue of the first row that fits the word at `index`; none where none.
  std::optional<Cue> Find(const Scene& scene, std::size_t index) const {
    const auto rows = rows_.find(scene.at(index).lower);
    if (rows == rows_.end()) return std::nullopt;
    for (const auto& row : rows->second) {
      if (Allows(row->two_before, scene.at(index - 2)) &&
          Allows(row->before, scene.at(index - 1)) &&
          !row->not_before.Has(scene.at(index - 1)) &&
          Allows(row->after, scene.at(index + 1))) {
        return row->cue;
      }
    }
    return std::nullopt;
  }

 private:
  struct Read {
    WordSet two_before;
    WordSet before;
    WordSet not_before;
    WordSet after;
    Cue cue;
  };

  static bool Allows(const WordSet& words, const Token& token) {
    return words.words().empty() || words.Has(token);
  }

  std::unordered_map<std::string_view, std::vector<std::shared_ptr<const Read>>>
      rows_;
};

Cue CueAt(const Scene& scene, std::size_t index) {
  static const WordRows kRows;
  const Token& token = scene.at(index);
  if (token.kind != TokenKind::kWord) return {};
  const std::string_view word = token.lower;
  // Three words ask more than their neighbours.
  if ((word == "can" || word == "may") && !token.capital &&
      IsPurpose(scene, index)) {
    return {Tense::kFuture, false};
  }
  if (IsInfinitiveMark(scene, index)) {
    return {Tense::kFuture, !scene.Is(index + 1, "be")};
  }
  if (word == "have" && scene.Is(index - 1, "to")) {
    return CueOfPerfectInfinitive(scene, index);
  }
  if (const auto cue = kRows.Find(scene, index)) return *cue;
  const bool past = PastWords().Has(word);
  if (!past && !IsParticiple(word)) return {};
  if (IsAttributive(scene, index)) return {};
  return CueOfParticiple(scene, index);
}

// "resolved that the Board consider it in June": what is resolved is still to
// come, whatever the tense of resolving.
bool IsMandativeThat(const Scene& scene, std::size_t index) {
  static const WordSet kMandates(
      "resolved agreed decided recommended recommends recommend proposed "
      "moved directed ordered suggested requested instructed asked");
  constexpr std::size_t kFarthest = 5;  // "resolved, nobody dissenting, that"
  if (!scene.Is(index, "that")) return false;
  // "resolved, on the casting vote of the Chair, that".
  if (scene.IsKind(index - 1, TokenKind::kComma)) {
    for (std::size_t back = 2; back <= kWordsAhead && back < index; ++back) {
      if (StartsSentence(scene, index - back)) break;
      if (!scene.IsKind(index - back, TokenKind::kComma)) continue;
      if (kMandates.Has(scene.at(index - back - 1))) return true;
      break;
    }
  }
  for (std::size_t back = 1; back <= kFarthest && back <= index; ++back) {
    if (kMandates.Has(scene.at(index - back))) return true;
    if (StartsSentence(scene, index - back + 1)) break;
    const bool comma = scene.IsKind(index - 1, TokenKind::kComma);
    if (back == 1 && !comma) break;
  }
  return false;
}

// "minutes: to confirm those of 13 July and to correct those of 11 May".
bool IsOfThoseMinutes(const Scene& scene, std::size_t begin) {
  if (begin < 2 || !scene.Is(begin - 1, "of") ||
      !scene.Is(begin - 2, "those")) {
    return false;
  }
  for (std::size_t back = 3; back <= kWordsBack && back <= begin; ++back) {
    if (scene.Is(begin - back, "minutes")) return true;
    if (StartsSentence(scene, begin - back)) return false;
  }
  return false;
}

// "the minutes of the Estates Committee for 13 July": of what was.
bool IsOfRecord(const Scene& scene, std::size_t begin) {
  if (IsOfThoseMinutes(scene, begin)) return true;
  static const WordSet kOf("of for on from");
  static const WordSet kRecords("minutes record notes");
  static const WordSet kBetween(
      "of for on from the its their last meeting meetings held and sub");
  if (begin == 0 || !kOf.Has(scene.at(begin - 1))) return false;
  for (std::size_t back = 2; back <= kWordsAhead && back <= begin; ++back) {
    const Token& token = scene.at(begin - back);
    if (kRecords.Has(token)) return true;
    const bool name = token.kind == TokenKind::kWord && token.capital;
    if (!name && !kBetween.Has(token)) return false;
    if (StartsSentence(scene, begin - back)) return false;
  }
  return false;
}

// "sooner than January", "no later than May".
bool IsComparedAhead(const Scene& scene, std::size_t begin) {
  static const WordSet kAhead("sooner earlier later");
  return begin >= 2 && scene.Is(begin - 1, "than") &&
         kAhead.Has(scene.at(begin - 2));
}

// "undertook in January to vet them by May": January is when it was said.
bool IsDayOfSaying(const Scene& scene, std::size_t begin, std::size_t end) {
  static const WordSet kSaid("promised undertook requested asked proposed");
  static const WordSet kPlain("in on");
  static const WordSet kSaying("to that whether for");
  static const WordSet kPresent("is are be being");
  return begin >= 2 && kPlain.Has(scene.at(begin - 1)) &&
         kSaid.Has(scene.at(begin - 2)) && kSaying.Has(scene.at(end)) &&
         !kPresent.Has(scene.at(begin - 3));
}

// ", and between February and May I read them all": a date in front of its
// clause is of the verb that follows.
bool OpensClause(const Scene& scene, std::size_t begin, std::size_t end) {
  static const WordSet kPrepositions(
      "in on by since between from during until at");
  static const WordSet kSubjects("i we he she they it nobody there");
  static const WordSet kJoints("and but");
  const std::size_t lead = scene.Is(begin - 1, "the") ? begin - 2 : begin - 1;
  if (lead == 0 || lead >= scene.size() || !kPrepositions.Has(scene.at(lead))) {
    return false;
  }
  const bool joined = kJoints.Has(scene.at(lead - 1)) ||
                      scene.IsKind(lead - 1, TokenKind::kComma);
  const std::size_t next = scene.IsKind(end, TokenKind::kComma) ? end + 1 : end;
  return joined && kSubjects.Has(scene.at(next));
}

// One past a clause that only tells more of a word: ", whom I shall call X,",
// ", why nobody has begun". `index` itself where none begins; past the end of
// the text where it is not closed.
std::size_t SkipAside(const Scene& scene, std::size_t index) {
  static const WordSet kOpeners(
      "who whom whose which why because since although though when where if");
  if (!kOpeners.Has(scene.at(index)) ||
      !scene.IsKind(index - 1, TokenKind::kComma)) {
    return index;
  }
  for (std::size_t at = index + 1; at < index + kWordsAhead; ++at) {
    if (at >= scene.size() || StartsSentence(scene, at)) break;
    if (scene.IsKind(at, TokenKind::kComma)) return at + 1;
  }
  return scene.size();
}

// The first strong cue; a weak one stands only if no strong one contradicts.
class CueReader {
 public:
  // True when a strong cue has decided.
  bool Take(Cue cue) {
    open_ = open_ || (cue.open && !any());
    if (open_) return true;
    if (cue.tense == Tense::kUnknown) return false;
    if (cue.weak) {
      if (weak_ == Tense::kUnknown) weak_ = cue.tense;
      return false;
    }
    strong_ = cue.tense;
    return true;
  }
  Tense Answer() const {
    if (open_) return Tense::kUnknown;
    if (strong_ == Tense::kUnknown) return weak_;
    if (weak_ != Tense::kUnknown && weak_ != strong_) return Tense::kUnknown;
    return strong_;
  }
  bool decided() const { return open_ || strong_ != Tense::kUnknown; }
  bool weakly_future() const { return !decided() && weak_ == Tense::kFuture; }
  bool any() const { return decided() || weak_ != Tense::kUnknown; }

 private:
  Tense strong_ = Tense::kUnknown;
  Tense weak_ = Tense::kUnknown;
  bool open_ = false;
};

}  // namespace

bool StartsSentence(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.gap_before) return true;
  const Token& before = scene.at(index - 1);
  if (before.kind == TokenKind::kEnder) return true;
  if (before.kind != TokenKind::kStop || !token.space_before) return false;
  // "Sept. 2004", "para. 4": a stop after an abbreviation ends nothing.
  return token.capital || token.line_before;
}

namespace {

// The cues of the words from `end` on, to the end of the sentence.
void ReadAhead(const Scene& scene, std::size_t end, CueReader* cues) {
  for (std::size_t index = end; index < end + kWordsAhead; ++index) {
    index = SkipAside(scene, index);
    if (index >= scene.size() || StartsSentence(scene, index)) break;
    if (cues->Take(CueAt(scene, index))) break;
  }
}

}  // namespace

Tense TenseAt(const Scene& scene, std::size_t begin, std::size_t end) {
  if (scene.whole()) return Tense::kUnknown;
  CueReader cues;
  if (IsOfRecord(scene, begin) || IsDayOfSaying(scene, begin, end)) {
    return Tense::kPast;
  }
  // "First half of any grants paid: 1 April", a label and its value.
  const Token& next = scene.at(end);
  const bool closes = next.kind == TokenKind::kNone || next.line_before;
  if (begin > 0 && closes &&
      Slice(scene.text(), scene.at(begin - 1).span) == ":") {
    return Tense::kUnknown;
  }
  if (OpensClause(scene, begin, end)) {
    ReadAhead(scene, end, &cues);
    if (cues.decided()) return cues.Answer();
    cues = CueReader();
  }
  if (IsComparedAhead(scene, begin)) cues.Take({Tense::kFuture, true});
  bool mandated = false;
  for (std::size_t back = 1; back <= kWordsBack && back <= begin; ++back) {
    const std::size_t index = begin - back;
    if (StartsSentence(scene, index + 1)) break;
    const bool open = !cues.any() || cues.weakly_future();
    if (open && IsMandativeThat(scene, index)) {
      mandated = true;
      break;
    }
    if (cues.Take(CueAt(scene, index))) break;
  }
  if (cues.any()) return cues.Answer();
  ReadAhead(scene, end, &cues);
  if (mandated && !cues.any()) return Tense::kFuture;
  return cues.Answer();
}

}  // namespace concord::extraction::dates
