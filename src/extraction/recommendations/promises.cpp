// Where promises may stand, and what the rules about them share.

#include "extraction/recommendations/promises.h"

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// Verbs that tell of a state or an effect and promise nothing.
constexpr std::string_view kEffects =
    "affect|allow|also|always|appear|be|become|benefit|come|consist|contain|"
    "continue|cost|depend|enable|end|enjoy|expect|face|fall|feel|find|form|"
    "get|go|grow|have|help|include|know|last|lose|mean|need|never|no|not|"
    "only|reflect|remain|require|result|rise|save|see|seem|stand|suffer|then|"
    "want|wish";

bool MayCommit(const Reading& reading) {
  return reading.kind == DocumentKind::kReport ||
         reading.kind == DocumentKind::kStrategy ||
         reading.kind == DocumentKind::kInspection ||
         reading.kind == DocumentKind::kOther;
}

bool InTimetable(const Reading& reading, std::size_t index) {
  static const Pattern kTimes(
      "\\b(?i:timetable|timescales?|milestones?|stages|programme of work|"
      "work programme)\\b|"
      // What will be seen if the promises above are kept.
      "^(?i:[\\d. ]*(?:how (?:we|you|members) (?:shall|will) know|"
      "(?:measures?|signs|tests?) of success|success (?:criteria|measures)))");
  for (const std::int32_t at : HeadingsAbove(reading, index)) {
    const Line& heading = reading.lines[static_cast<std::size_t>(at)];
    if (kTimes.Search(reading.text(), heading.body)) return true;
  }
  return false;
}

// A leaflet tells "you" what will happen; a letter says what "we" shall do.
bool IsAdvice(const Reading& reading, TextSpan sentence) {
  static const Pattern kYou("\\b[Yy]ou\\b");
  static const Pattern kWe(
      "^(?:We|I|Our|My|You shall have) |\\b(?:we|I) (?:\\p{Ll}+ "
      ")?(?:will|shall|undertake|"
      "intend|plan|have)\\b");
  return reading.kind == DocumentKind::kOther &&
         kYou.Search(reading.text(), sentence).has_value() &&
         !kWe.Search(reading.text(), sentence);
}

// "This means that providers will have to ...": what follows from something
// else is nobody's promise.
bool IsConsequence(std::string_view text, TextSpan clause,
                   const Pattern& verb) {
  static const Pattern kMeans("[^y] means (?:that )?[^.;:]{2,100}$");
  const auto act = verb.Search(text, clause);
  return act && kMeans.Search(text, {clause.begin, (*act)[0].begin});
}

// "The Clerk will count them by May, and will paint the box in June.": where
// both halves say when, they are two promises. The place where the second
// begins, or the sentence's end.
std::uint32_t SecondAct(const Reading& reading, TextSpan sentence) {
  static const Pattern kSecond(
      "(,? and (?:then )?)((?:will|shall) (?:also |then )?\\p{Ll}+ )");
  static const Pattern kFirst(
      "\\b(?:will|shall|is to|are to|ha(?:s|ve) (?:undertaken|agreed|promised) "
      "to)\\b");
  for (const MatchSpans& second : kSecond.SearchAll(reading.text(), sentence)) {
    if (!kFirst.Search(reading.text(), {sentence.begin, second[1].begin})) {
      continue;
    }
    if (HasDue(reading, {sentence.begin, second[1].begin}) &&
        HasDue(reading, {second[2].begin, sentence.end})) {
      return second[2].begin;
    }
  }
  return sentence.end;
}

}  // namespace

std::vector<TextSpan> Clauses(const Reading& reading, TextSpan sentence) {
  const std::string_view text = reading.text();
  static const Pattern kBreak(
      ";\\s+(?:and |but )?|\\s+–\\s+|,? and (?:has|have) (?:\\p{Ll}+ )*|"
      ",? (?:unless|although|though) |,? (?:and|but) ()(?:[\\p{L}’'-]+ ){1,7}?"
      "(?:will|shall|is to|are to|has|have|was|were)\\b|, and "
      "()(?:the|an?|it|they|this|those|these|what|from|in|by|[\\p{Lu}]\\p{L}+)"
      " ");
  // ", and a copy to each store": a second object, with no verb of its own.
  static const Pattern kVerb(
      "\\b(?:will|shall|is|are|was|were|has|have|had|would|can|could|may|might|"
      "must|should|do|does|did|\\p{Ll}+(?:ed|s))\\b");
  static const Pattern kAnd(",? and (?:then )?$");
  std::vector<TextSpan> clauses;
  std::uint32_t begin = sentence.begin;
  const std::uint32_t second = SecondAct(reading, sentence);
  const auto close = [&](std::uint32_t end) {
    if (begin < second && second < end) {
      const auto before = kAnd.Search(text, {begin, second});
      clauses.push_back(
          Trim(text, {begin, before ? (*before)[0].begin : second}));
      begin = second;
    }
    clauses.push_back(Trim(text, {begin, end}));
  };
  for (const MatchSpans& match : kBreak.SearchAll(text, sentence)) {
    // "The Head of Keys and Boxes will": inside a name.
    static const Pattern kInName(
        "[\\p{Lu}][\\p{L}’-]+ and [\\p{Lu}]\\p{L}+ "
        "(?:will|shall|is|are|has|have|was|were)$");
    if (kInName.Search(text, {begin, match[0].end})) continue;
    if (!Empty(match[0]) && match[2].begin > match[0].begin &&
        !kVerb.Search(text, {match[2].begin, sentence.end})) {
      continue;
    }
    close(match[0].begin);
    begin = match[0].end;
    for (const TextSpan next : {match[1], match[2]}) {
      if (next.begin > match[0].begin) begin = next.begin;
    }
  }
  close(sentence.end);
  return clauses;
}

namespace {

// "The Ombudsman will only look at it if nobody has within two weeks": how it
// works, and no promise.
bool IsProcedure(std::string_view text, TextSpan clause) {
  static const Pattern kOnlyIf(
      "\\b(?:will|shall) only\\b.*\\b(?:if|where|when)\\b");
  return kOnlyIf.Search(text, clause).has_value();
}

// What the page explains an acronym as: "(NKI)" after "National Keys
// Inspectorate"; empty where it does not.
std::string_view LongForm(const Reading& reading, std::string_view acronym) {
  constexpr std::size_t kLongest = 80;
  const std::string_view text = reading.text();
  const std::string mark = "(" + std::string(acronym) + ")";
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  std::size_t from = at - std::min(at, kLongest);
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
    ++from;
  }
  const std::size_t stop = text.find_last_of(".;:\n", at);
  if (stop != std::string_view::npos && stop > from) from = stop;
  return text.substr(from, at - from);
}

void AddOfLine(const Reading& reading, std::size_t at, const Pattern& verb,
               std::vector<Promise>* sentences) {
  const TextSpan body = reading.lines[at].body;
  for (const TextSpan sentence : SentencesIn(reading.text(), body)) {
    if (IsAdvice(reading, sentence)) continue;
    for (const TextSpan clause : Clauses(reading, sentence)) {
      if (IsConsequence(reading.text(), clause, verb) ||
          IsProcedure(reading.text(), clause)) {
        continue;
      }
      sentences->push_back(
          {clause, {body.begin, clause.begin}, static_cast<std::int32_t>(at)});
    }
  }
}

void AddOfAnswer(const Reading& reading, TextSpan answer, const Pattern& verb,
                 std::vector<Promise>* sentences) {
  for (TextSpan sentence : SentencesIn(reading.text(), answer)) {
    // "Agreed: the Clerk will count them": the answer is no part of it.
    static const Pattern kAnswer("^[\\p{L} ]{2,24}: +");
    if (const auto said = kAnswer.Search(reading.text(), sentence)) {
      sentence.begin = (*said)[0].end;
    }
    for (const TextSpan clause : Clauses(reading, sentence)) {
      if (IsConsequence(reading.text(), clause, verb)) continue;
      sentences->push_back({clause, {answer.begin, clause.begin}});
    }
  }
}

}  // namespace

const Pattern& WillDo() {
  static const Pattern kWill(
      "\\b(?:will|shall) (?:also |then |now |instead |first |therefore |"
      "myself |ourselves |himself |"
      "herself |itself |themselves |[a-z]+ly )*(\\p{Ll}+)\\b");
  return kWill;
}

bool IsAct(std::string_view verb) {
  static const Pattern kNoAct("^(?:" + std::string(kEffects) + ")$");
  return !kNoAct.Matches(verb);
}

std::vector<Promise> ProseSentences(const Reading& reading,
                                    const Pattern& verb) {
  std::vector<Promise> sentences;
  if (!MayCommit(reading)) return sentences;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const bool prose =
        line.kind == BlockKind::kParagraph || line.kind == BlockKind::kListItem;
    if (prose && !line.quoted && verb.Search(reading.text(), line.body) &&
        !InTimetable(reading, i)) {
      AddOfLine(reading, i, verb, &sentences);
    }
  }
  for (const TextSpan answer : reading.answers) {
    if (verb.Search(reading.text(), answer)) {
      AddOfAnswer(reading, answer, verb, &sentences);
    }
  }
  return sentences;
}

bool HasDue(const Reading& reading, TextSpan span) {
  if (!FindDueInText(Slice(reading.text(), span), reading.base).empty()) {
    return true;
  }
  Recommendation told;
  told.span = span;
  FillEventDue(reading, &told);
  return !told.due.empty();
}

std::vector<Recommendation> FindSecondActs(const Reading& reading) {
  static const Pattern kGoesOn("^(?:will|shall) (?:also |then )?(\\p{Ll}+)\\b");
  static const Pattern kComes(
      "\\b(?:will|shall|is to|are to|ha(?:s|ve) (?:undertaken|agreed|promised) "
      "to)\\b");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, WillDo())) {
    const auto act = kGoesOn.Search(text, promise.sentence);
    if (!act || !IsAct(Slice(text, (*act)[1])) || IsQuoted(reading, promise) ||
        !HasDue(reading, promise.sentence)) {
      continue;
    }
    const auto before = SentencesIn(text, promise.before);
    if (before.empty()) continue;
    const auto first = kComes.Search(text, before.back());
    if (!first) continue;
    auto who = SubjectBefore(text, before.back(), (*first)[0].begin);
    if (!who) who = ProperNameBefore(text, before.back(), *first);
    if (!who || IsMember(Slice(text, who->span)) ||
        !MaySpeak(reading, Slice(text, who->span), true)) {
      continue;
    }
    found.push_back(CommitmentOf(reading, promise.sentence, who));
  }
  return found;
}

bool IsQuoted(const Reading& reading, const Promise& promise) {
  return InQuotation(reading.text(),
                     {promise.before.begin, promise.sentence.end},
                     promise.sentence.begin + 1);
}

Recommendation CommitmentOf(const Reading& reading, TextSpan sentence,
                            const std::optional<Agent>& who) {
  Recommendation item =
      RecommendationAt(reading, sentence, RecommendationKind::kCommitment);
  if (who) SetAddressee(reading.text(), *who, &item);
  return item;
}

bool MaySpeak(const Reading& reading, std::string_view who, bool has_due) {
  static const Pattern kAuthor(
      "\\b(?i:inspector|inspectors|inspectorates?|inquiry|commission|panel|"
      "audit office)\\b");
  if (reading.kind == DocumentKind::kInspection) {
    return kAuthor.Matches(who) ||
           (IsAcronym(who) && kAuthor.Matches(LongForm(reading, who)));
  }
  return reading.kind != DocumentKind::kOther || has_due;
}

std::optional<Agent> ProperNameBefore(std::string_view text, TextSpan sentence,
                                      const MatchSpans& verb) {
  static const Pattern kName(
      "^(?:(?:From|In|On|By|At|After|Before|Until|Within|During|Since)\\b"
      "[^.;:]{2,120}, )?((?:[\\p{Lu}][\\p{L}’-]+ ){1,3}[\\p{Lu}][\\p{L}’-]+"
      ") $");
  const TextSpan before = {sentence.begin, verb[0].begin};
  // "Ostley will lend its boat": one word, which is a name because it stands
  // elsewhere with its capital in the middle of a sentence.
  static const Pattern kOneWord("^([\\p{Lu}][\\p{Ll}’-]{3,}) $");
  if (const auto one = kOneWord.Search(text, before)) {
    const std::string name = " " + std::string(Slice(text, (*one)[1]));
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
      const char after =
          at + name.size() < text.size() ? text[at + name.size()] : '.';
      if (at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z' &&
          (after < 'a' || after > 'z')) {
        return Agent{(*one)[1], (*one)[1], OwnerKind::kBody, 0};
      }
    }
    return std::nullopt;
  }
  const auto named = kName.Search(text, before);
  if (!named) return std::nullopt;
  const TextSpan name = (*named)[1];
  if (EndsAgent(Slice(text, Words(text, name).front()))) return std::nullopt;
  return Agent{name, name, OwnerKind::kBody, 0};
}

bool IsMember(std::string_view name) {
  static const Pattern kMembers("^(?i:(?:the )?members?|staff)$");
  return kMembers.Matches(name);
}

}  // namespace concord::extraction
