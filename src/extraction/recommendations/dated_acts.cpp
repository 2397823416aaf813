// Acts to come that carry their time, whoever does them and in whatever voice.
//
//   "The Clerk is to count the keys by May."         is to
//   "All three will be inspected in January 2003."   passive without an agent
//   "We shall publish the figures in July."          first person
//   "A return visit has been arranged for February 2006."
//   refused: "The grant will fall in 2003/04", "when it will be opened in May",
//   "It will be May before ...", what is quoted, rows of a timetable
//
// The weakest of the rules on commitments: the act and its time must stand in
// one clause. Cost: one pass over the clauses with such a verb.

#include <algorithm>
#include <iterator>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/act_subjects.h"
#include "extraction/recommendations/promises.h"

namespace concord::extraction {
namespace {

const Pattern& ActToCome() {
  static const Pattern kAct(
      "\\b(?:will|shall|is to|are to|is due to|are due to|undertakes? to|"
      "ha(?:s|ve) (?:undertaken|agreed|promised|committed itself|offered) to|"
      "undertook to|"
      "intends? to|means? to|plans to|[Ww]e plan to|(?:is|are) committed "
      "to|proposes to|"
      "[Ww]e propose to|ha(?:s|ve) been (?:told|instructed|asked|directed|"
      "ordered|required) (?:to|that [^.;,]{3,60}? (?:must|is to|are to))) "
      "(?:also |then |now |instead |each |both |all |myself |ourselves "
      "|\\p{Ll}+ly )*"
      "(be )?"
      "(?:\\p{Ll}+ly )?(\\p{Ll}+)\\b|\\bha(?:s|ve) promised ()()(?:an? |the "
      "|us )|\\bha(?:s|ve) been (?:arranged|booked|"
      "fixed|scheduled|planned|promised|set) ()()for\\b");
  return kAct;
}

// Verbs that promise nothing even of somebody who acts.
bool IsState(std::string_view verb) {
  static const Pattern kState(
      "^(?:be|become|benefit|continue|cost|depend|expect|face|fall|feel|have|"
      "lose|mean|need|never|no|not|remain|require|rise|suffer|want|wish|"
      "aiming|considering|going|having|hoping|looking|seeking|trying)$");
  return kState.Matches(verb);
}

// "have the doors painted", "have that done": what somebody sees to.
bool HasDone(std::string_view rest) {
  static const Pattern kDone(
      "^ (?:[^ .;:,]+ ){0,8}?(?:\\p{Ll}+(?:ed|en|wn)|done|made|put|sent|read|"
      "ready|built|bought|cut|set|met|kept|taught|told|held|working|running|"
      "under|up|open|in place|in use|to hand)\\b");
  // "stores will have it in May", "you shall have an answer by June":
  // somebody brings it to them.
  static const Pattern kBrought(
      "^ (?:it|them|one|this|these|(?:an?|the|its|our|my) (?:\\p{Ll}+ "
      "){0,2}?(?:"
      "account|answer|reply|reports?|copy|copies|letters?|list|papers?|replies|"
      "answers))\\b");
  return kDone.Matches(rest) || kBrought.Matches(rest);
}

// What happens to a thing of itself, and what is done to it every day.
bool IsEvent(std::string_view verb) {
  static const Pattern kEvent(
      "^(?:about|able|affected|arise|attract|available|begin|borne|born|"
      "charged|complete|completed|come|covered|due|earn|effective|enough|"
      "entitled|exceed|expire|felt|found|funded|happen|held|impacted|"
      "increase|increased|known|lapse|leave|less|likely|live|lost|made|met|"
      "more|needed|occur|open|operate|over|paid|possible|present|ready|"
      "reduced|required|retire|run|saved|seen|spend|spent|start|stop|subject|"
      "take|used)$");
  return kEvent.Matches(verb);
}

// "It sets out plans to meet the need", "local plans to be reviewed": plans are
// things here; a body that plans stands right before the word.
bool IsPlansAsThings(std::string_view text, const MatchSpans& act,
                     const std::optional<Agent>& who) {
  return Slice(text, act[0]).starts_with("plans to ") &&
         (!who || !Empty(act[1]) ||
          !Empty(Trim(text, {who->span.end, act[0].begin})));
}

// "will go to the Clerk", "will go from the Clerk": whom it reaches, or who
// sends it.
bool IsSentTo(std::string_view text, TextSpan rest, bool goes) {
  static const Pattern kTo("^ (to|from) ()");
  const auto to = kTo.Search(text, rest);
  if (!to || (!goes && Slice(text, (*to)[1]) == "from")) return false;
  return AgentAt(text, {(*to)[2].begin, rest.end}).has_value();
}

// "it will do so each May", "it will be on our site by June": said
// of one who acts, or of a thing that somebody brings there.
bool IsBroughtThere(std::string_view text, const MatchSpans& act,
                    TextSpan clause, TextSpan before) {
  static const Pattern kIt("^(?i:it|they)$|\\bthat (?:it|they)$");
  if (!kIt.Search(text, before)) return false;
  static const Pattern kThere(
      "^ (?:on (?:the|our|its) (?:web|site|internet|intranet|shelves)|in "
      "(?:the "
      "(?:hands|post)|\\p{L}+[’']s? hands|print)|with (?:the|every|all|each)|"
      "before (?:the|this|your)|at (?:the|every|each) "
      "(?:station|office|desk))");
  const std::string_view rest = Slice(text, {act[0].end, clause.end});
  if (Slice(text, act[2]) == "do" && rest.starts_with(" so ")) return true;
  return !Empty(act[1]) &&
         kThere.Matches(Slice(text, {act[1].end - 1, clause.end}));
}

// "has been arranged for February 2006": when, without a word that dates a
// duty.
std::vector<DateMention> ArrangedFor(const Reading& reading,
                                     const MatchSpans& act, TextSpan clause) {
  std::vector<DateMention> due;
  if (!Empty(act[2])) return due;
  const TextSpan rest = {act[0].end, clause.end};
  for (DateMention& date :
       FindDatesInText(Slice(reading.text(), rest), reading.base)) {
    if (date.span.begin > 6) break;
    date.span.begin += rest.begin;
    date.span.end += rest.begin;
    due.push_back(std::move(date));
    break;
  }
  return due;
}

// Verb and voice tell of something that somebody will do.
bool IsDone(std::string_view text, const MatchSpans& act, TextSpan clause,
            const std::optional<Agent>& who) {
  const std::string_view verb = Slice(text, act[2]);
  const TextSpan before = Trim(text, {clause.begin, act[0].begin});
  const TextSpan rest = {act[0].end, clause.end};
  const bool progressive = IsProgressive(verb) && !Empty(act[1]);
  if (progressive && !who) return false;
  // "In May we shall go back": who writes, acts.
  static const Pattern kFirst("(?:^|[, ])(?:I|[Ww]e)(?: myself| ourselves)?$");
  static const Pattern kPassive(
      "^(?:see|find|know|hear|learn|meet|get|reach|receive|lose)$");
  const bool first =
      kFirst.Search(text, before) && Empty(act[1]) && !kPassive.Matches(verb);
  const bool does = progressive || first || (who && Empty(act[1]));
  static const Pattern kUndertakes(
      "^(?:(?:is|are) to |undert|ha(?:s|ve) (?:undert|prom))");
  const bool causes = verb == "have" && (HasDone(Slice(text, rest)) ||
                                         kUndertakes.Search(text, act[0]));
  if (causes) return true;
  if (does) return !IsState(verb);
  // A course or a survey is held because somebody holds it.
  static const Pattern kHeld(
      "\\b(?i:courses?|refreshers?|training|inspections?|reviews?|surveys?|"
      "audits?|exercises?|visits?|seminars?|workshops?|tests?|consultations?|"
      "refresher [^.;]{3,60})$");
  const bool holds = verb == "held" && (who || kHeld.Search(text, before));
  // "The Board assures us that it will take them": it is one who acts.
  static const Pattern kPassedOn("\\bthat (?:it|they|he|she)$");
  if (kPassedOn.Search(text, before) && Empty(act[1])) return !IsState(verb);
  // "a lamp will be used in every store": a rule that is to hold.
  static const Pattern kEverywhere("^ (?:in|at|for|by) (?:each|every|all)\\b");
  const bool used = verb == "used" && kEverywhere.Search(text, rest);
  // "will be the subject of a report in May": nobody says who writes it.
  static const Pattern kSubjectOf("^ subject of\\b");
  if (verb == "the" && kSubjectOf.Matches(Slice(text, rest))) return false;
  // "A note will go to the Clerk": it goes because somebody sends it.
  const bool sent =
      (verb == "go" || verb == "be") && IsSentTo(text, rest, verb == "go");
  return (IsAct(verb) || sent) && (holds || used || !IsEvent(verb));
}

// "there is to be a count in May": it has been arranged.
bool IsArrangedToBe(std::string_view text, const MatchSpans& act,
                    TextSpan before) {
  static const Pattern kThere("^(?i:(?:and )?there)$");
  static const Pattern kIsTo(
      "^(?:is|are) to be (?:an?|another|one|two|three)$");
  return kThere.Search(text, before) && kIsTo.Search(text, act[0]);
}

bool IsTimed(const Reading& reading, const MatchSpans& act, TextSpan clause) {
  // "No notice will be given until that has been done", "as soon as it comes".
  static const Pattern kUntil(
      "^(?:And |But )?(?i:no) .*\\bwill be \\p{L}+ until \\S+ \\S+|"
      "\\bas soon as \\S+ \\S+");
  static const Pattern kOpensWithTime(
      "^(?:From|In|By|On|Before|During|At|After|(?i:until)|Within|Over|With "
      "effect)\\b");
  const std::string_view text = reading.text();
  return HasDue(reading, {act[0].begin, clause.end}) ||
         kUntil.Search(text, clause) ||
         (kOpensWithTime.Search(text, clause) && HasDue(reading, clause));
}

std::vector<Recommendation> FindDatedActs(const Reading& reading) {
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, ActToCome())) {
    const TextSpan clause = promise.sentence;
    const auto act = ActToCome().Search(text, clause);
    // Longer is a list run together, of which one line has a time.
    constexpr std::uint32_t kLongest = 600;
    if (!act || IsQuoted(reading, promise) || Length(clause) > kLongest ||
        Slice(text, clause).ends_with(':')) {
      continue;
    }
    const TextSpan before = Trim(text, {clause.begin, (*act)[0].begin});
    const auto who = DoerOf(text, clause, *act);
    const bool brought = IsBroughtThere(text, *act, clause, before) ||
                         IsArrangedToBe(text, *act, before);
    if ((!brought &&
         (!IsDone(text, *act, clause, who) || IsNoSubject(text, before))) ||
        IsPlansAsThings(text, *act, who) || IsSubordinate(text, before) ||
        IsNobodysWord(text, before) ||
        !BelongsTo(reading, promise, *act, who) ||
        IsMember(Slice(text, before))) {
      continue;
    }
    auto arranged = ArrangedFor(reading, *act, clause);
    if (arranged.empty() && !IsTimed(reading, *act, clause)) continue;
    found.push_back(CommitmentOf(reading, clause, who));
    found.back().due = std::move(arranged);
    // A thing that is brought somewhere is asked nothing.
    static const Pattern kThing("^(?i:it|they|(?:and )?there)$");
    const bool thing = brought && Slice(text, (*act)[2]) != "do" &&
                       kThing.Search(text, before);
    if (!thing) SetPronoun(reading, promise, before, &found.back());
  }
  return found;
}

// "We undertake to find a volunteer.": said in the first person, it binds
// without a time.
std::vector<Recommendation> FindVows(const Reading& reading) {
  static const Pattern kVow(
      "^(?:I|[Ww]e)(?: hereby| also| therefore| further)? (?:undertake|promise|"
      "agree|pledge|guarantee|commit ourselves|have undertaken|have agreed) "
      "(?:to (?:\\p{Ll}+)|that we)\\b");
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kInspection) return found;
  static const Pattern kWords(
      "\\b(?:undertak|promise|agree|pledge|guarantee|"
      "commit)");
  for (const Promise& promise : ProseSentences(reading, kWords)) {
    if (IsQuoted(reading, promise) ||
        !kVow.Search(reading.text(), promise.sentence)) {
      continue;
    }
    found.push_back(CommitmentOf(reading, promise.sentence, std::nullopt));
    SetPronoun(reading, promise, promise.sentence, &found.back());
  }
  return found;
}

RecommendationRule VowsRule() {
  return {"commitment.vow",
          0.75,
          {{DocumentKind::kOther,
            "We undertake to find a new keeper. Others agree to nothing.\n",
            "[We] We undertake to find a new keeper."},
           {DocumentKind::kOther, "They undertake to find a keeper.\n", ""}},
          &FindVows};
}

constexpr Example kDatedActExamples[] = {
    {DocumentKind::kReport,
     "1. The Clerk is to count the keys by May 2002. All locks will be "
     "examined in January 2003, unless the snow holds.\n",
     "[The Clerk] The Clerk is to count the keys by May 2002.\n"
     "[] All locks will be examined in January 2003"},
    {DocumentKind::kOther,
     "The Keys Trust has told us that it will sign by 31 January 2003. "
     "Lay visitors have agreed to look at each in the course of "
     "2003.\n",
     "[The Keys Trust] The Keys Trust has told us that it will sign by "
     "31 January 2003.\n"
     "[Lay visitors] Lay visitors have agreed to look at each in the "
     "course of 2003."},
    {DocumentKind::kOther,
     "A note of the count will go to the Clerk each May. Keys will go "
     "to waste by June 2003.\n",
     "[] A note of the count will go to the Clerk each May."},
    {DocumentKind::kOther,
     "We shall publish the figures in July 2004; a return visit has "
     "been arranged for February 2005.\n",
     "[We] We shall publish the figures in July 2004\n"
     "[] a return visit has been arranged for February 2005."},
    {DocumentKind::kReport,
     "1. The Keys Board tells us that it will count them in May "
     "2003. A letter is to go from the Clerk by 9 May 2003. There is to be "
     "a count of boxes in June 2003.\n",
     "[The Keys Board] The Keys Board tells us that it will count them in "
     "May 2003.\n"
     "[the Clerk] A letter is to go from the Clerk by 9 May 2003.\n"
     "[] There is to be a count of boxes in June 2003."},
    {DocumentKind::kReport,
     "1. Stores will have it on 3 June 2003. All five boxes are to be "
     "painted during the Easter recess. The lists are short. They will be "
     "on "
     "our site by May 2003.\n",
     "[] Stores will have it on 3 June 2003.\n"
     "[] All five boxes are to be painted during the Easter recess.\n"
     "[] They will be on our site by May 2003."},
    {DocumentKind::kInspection,
     "Keys\n\nLocks are to be lent in May 2003.\n\nWhat others will "
     "do\n\nBoxes are to be lent in June 2003.\n",
     "[] Boxes are to be lent in June 2003."},
    {DocumentKind::kReport,
     "1. The store will have three boxes by May 2003. Some said that it "
     "will be on our site by May 2003.\n",
     ""},
    {DocumentKind::kReport,
     "1. The grant will fall in 2003/04. Nobody knows when it will be "
     "counted in May 2003. There will be two in June 2003.\n",
     ""},
    {DocumentKind::kReport,
     "1. The list is being read by the Keys Board which, like the Lamp Trust, "
     "is due to report in autumn 2012. The boxes are told of below and will be "
     "the subject of a report to the Keys Board by September 2012.\n",
     ""},
    {DocumentKind::kReport,
     "1. The Clerk will be counting the keys in May 2003. The Board "
     "plans to paint the store by June 2003.\n",
     "[The Clerk] The Clerk will be counting the keys in May 2003.\n"
     "[The Board] The Board plans to paint the store by June 2003."},
    {DocumentKind::kReport,
     "1. The paper sets out, at length, plans to paint the store by June "
     "2003. The Act asks for plans to be read again every two years. The "
     "Clerk will be looking for keys until May 2003. This means the "
     "Clerk will count the keys in May 2003.\n",
     ""},
    {DocumentKind::kReport,
     "1. This chapter will examine the locks changed in 2003. Section 9 "
     "of the Act provides that the Clerk shall report by May 2004. It "
     "is possible that the keys will be examined in June 2004. He "
     "recalled that the Clerk will write by July 2004. The Board saw a "
     "code that will replace the rules in May 2005.\n",
     ""}};

RecommendationRule DatedActsRule() {
  return {"commitment.dated-act",
          0.7,
          {std::begin(kDatedActExamples), std::end(kDatedActExamples)},
          &FindDatedActs};
}

}  // namespace

const std::vector<RecommendationRule>& DatedActRules() {
  static const std::vector<RecommendationRule> kRules = {DatedActsRule(),
                                                         VowsRule()};
  return kRules;
}

}  // namespace concord::extraction
