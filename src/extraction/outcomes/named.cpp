#include "extraction/outcomes/named.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/outcomes/members.h"
#include "extraction/outcomes/spoken_of.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {

// "7", "R5.4", "12(b)"; a bare number of four digits is a year.
#define CONCORD_ONE_NUMBER \
  "(?:[A-Z]{1,3}[.-]?)?\\d{1,3}(?:\\.\\d{1,2})*(?:\\([a-z]\\))?"
#define CONCORD_GLOSS "(?: \\([^()]{3,80}\\))?"
#define CONCORD_BETWEEN "(?:, and |, | and | to | & | or |[-–])"

const std::string_view kNumberList =
    "(" CONCORD_ONE_NUMBER CONCORD_GLOSS
    "(?:" CONCORD_BETWEEN CONCORD_ONE_NUMBER CONCORD_GLOSS ")*)";

namespace {

std::string List(std::string_view before, std::string_view after) {
  return std::string(before) + std::string(kNumberList) + std::string(after);
}

bool HoldsRecommendations(std::string_view words) {
  static const Pattern kSpeaks("(?i:\\brec(?:ommendation)?s?\\b)");
  return kSpeaks.Matches(words);
}

bool IsCoded(std::string_view list) {
  return !list.empty() && list.front() >= 'A' && list.front() <= 'Z';
}

// The number is what something else is of: "the officer for recommendation 4".
bool BelongsToAnother(const OutcomePlace& place, std::uint32_t begin) {
  static const Pattern kOf(
      "\\b(?i:for|of|to|under|with|in|by|from|as|about|on|against|than|"
      "which|why|how|what|see|and the|treated|found|asks?|required?|"
      "required by)\\s+(?:the |its |our |their |his |her )?"
      "(?:\\p{Lu}[\\p{L}’']* ){0,5}$");
  static const Pattern kAll("(?i)\\b(?:all|both|each|most|much|part) of $");
  const TextSpan before{place.clause.begin, begin};
  return kOf.Search(place.text, before) && !kAll.Search(place.text, before);
}

// What may stand between the number and the words of state: whose it is, what
// it is about.
bool MayLieBetween(std::string_view text, TextSpan gap) {
  static const Pattern kGap(
      "^[”’\"']?(?:,? (?:of|in|from|on|about|by|to|made) [^.;:,]{2,140}|"
      " \\([^()]{2,100}\\)|, "
      "(?:which|that|about|on|concerning|for|to|of|the|an?)"
      " [^.;:]{2,240},)? ?$");
  return kGap.Search(text, gap).has_value();
}

// The work named between a number and the words of state wins over the one
// that the citation was given.
std::string WorkIn(const OutcomePlace& place, TextSpan gap,
                   const std::string& known) {
  for (const Citation& citation : BeginningIn(*place.citations, gap)) {
    if (citation.recommendation.empty()) return citation.title;
  }
  return known;
}

// The work whose recommendations the sentence counts or cites, else the one
// that its paragraph spoke of last.
std::string WorkSpokenOf(const OutcomePlace& place) {
  const TextSpan before{place.sentence.begin, place.state.span.begin};
  std::string work;
  for (const StatedCount& count : BeginningIn(*place.counts, before)) {
    if (!count.work.empty()) work = count.work;
  }
  if (!work.empty()) return work;
  for (const Citation& one : BeginningIn(*place.citations, before)) {
    if (one.recommendation.empty()) return one.title;
  }
  const TextSpan above{place.passage.begin, place.sentence.begin};
  for (const Citation& one : BeginningIn(*place.citations, above)) {
    if (one.kind != WorkKind::kAct && !one.title.empty()) work = one.title;
  }
  return work;
}

// "all those which concern training", "all the urgent recommendations": not
// everything; only the phrase itself is asked, up to its comma.
bool IsOnlyPart(std::string_view phrase) {
  static const Pattern kPart(
      "(?i)\\b(?:which|that|who|addressed|concerning|about|for|to|high|urgent|"
      "outstanding|accepted|remaining|other|later)\\b");
  return kPart.Matches(phrase.substr(0, phrase.find(',')));
}

// "Taking all nine together", where the page has counted nine recommendations
// of one work: that count.
const StatedCount* TakenTogether(const OutcomePlace& place) {
  static const Pattern kTotal(
      WithNumbers("(?i)\\b(?:all|of the|of its|of our|taking the) (#N#)\\b"));
  const auto total =
      kTotal.Search(place.text, {place.sentence.begin, place.state.span.begin});
  if (!total) return nullptr;
  const int number = NumberWord(Slice(place.text, (*total)[1]));
  const StatedCount* meant = nullptr;
  for (const StatedCount& count : *place.counts) {
    const bool fits = count.span.begin < place.sentence.begin &&
                      count.what == "recommendations" &&
                      count.count == number && !count.work.empty();
    if (!fits) continue;
    if (meant != nullptr && meant->work != count.work) return nullptr;
    meant = &count;
  }
  return meant;
}

// "four have been done (2, 6, 8 and 10)": as many as are named.
bool NumbersAsMany(const OutcomePlace& place, std::string_view list) {
  static const Pattern kCount(
      WithNumbers("(?i)(?:^|[,;] |\\band )(#N#)(?: of them| of (?:the|its|our) "
                  "#N#| more)? ?$"));
  const auto count = kCount.Search(place.text, place.clause);
  return count && NumberWord(Slice(place.text, (*count)[1])) == CountOf(list);
}

NamedSet CountedBefore(const OutcomePlace& place) {
  static const Pattern kAll(WithNumbers(
      "(?i)\\b(?:all|both)(?: of)?(?: the| its| our| my| their| his| her)?"
      "(?: (#N#)\\b)?(?: of (?:the|its|our|my|their|his|her))? "
      "(?:\\p{L}+ )?recommendations?\\b[^.;:]*$"));
  static const Pattern kSome(WithNumbers(
      "(?i)\\b(#N#) of (?:the|its|my|our|their|these|those|his|her) (#N#)\\b"
      "[^.;:]*$"));
  static const Pattern kOfThe(WithNumbers(
      "(?i)\\bof (?:the|its|my|our|their|these|those|his|her) (#N#)\\b"
      "[^.;:]{0,120}?\\brecommendations\\b[^.;:]{0,120}?(?:[,;] | |^)(?:and "
      ")?(#N#)(?: more)? ?$"));
  static const Pattern kMore(WithNumbers(
      "(?i)(?:^|[,;] (?:and )?|\\band )(#N#)(?: more)?(?: of them)?(?: "
      "recommendations?)? ?$"));
  static const Pattern kSpeaks(
      "(?i:\\brec(?:ommendation)?s?\\b)|\\([A-Z]{1,3}\\d{1,2}[).]");
  const auto number = [&](TextSpan span) {
    return static_cast<std::int32_t>(
        std::max(NumberWord(Slice(place.text, span)), 0));
  };
  NamedSet set;
  if (const auto all = kAll.Search(place.text, place.clause)) {
    set.whole = !IsOnlyPart(Slice(place.text, (*all)[0]));
    if (!Empty((*all)[1]) && set.whole) set.count = set.of = number((*all)[1]);
    return set;
  }
  if (const auto of =
          kOfThe.Search(place.text, {place.sentence.begin, place.clause.end})) {
    set.of = number((*of)[1]);
    set.count = number((*of)[2]);
    return set;
  }
  if (!kSpeaks.Search(place.text, place.passage) || place.listed_before) {
    return set;
  }
  if (const auto some = kSome.Search(place.text, place.clause)) {
    set.count = number((*some)[1]);
    set.of = number((*some)[2]);
  } else if (const auto more = kMore.Search(place.text, place.clause)) {
    set.count = number((*more)[1]);
  }
  return set;
}

}  // namespace

std::string NumbersOf(std::string_view list) {
  std::string numbers;
  int depth = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    // "12(b)" is a number; " (alarms)" is what it is about.
    const bool opens = c == '(' && i > 0 && list[i - 1] == ' ';
    if (opens) {
      ++depth;
      if (!numbers.empty() && numbers.back() == ' ') numbers.pop_back();
    }
    if (depth == 0) numbers += c;
    if (c == ')' && depth > 0) --depth;
  }
  return numbers;
}

bool IsNumberList(std::string_view text) {
  static const Pattern kWhole(List("^", "\\.?$"));
  return kWhole.Matches(text);
}

bool IsNotStated(const OutcomePlace& place) {
  static const Pattern kOpen(
      "(?i)\\b(?:if|once|until|unless|whether|provided|assuming|suppose|"
      "supposing|wherever|asks?(?: for confirmation)? that|asked (?:whether|"
      "that)|confirm(?:ation|s)? that|assurance that|require that|so that|"
      "shall be|before)\\b");
  static const Pattern kDoubted(
      "(?i)\\b(?:said|says|claim(?:s|ed)?|told|believe[sd]?|thought|"
      "understood|supposed|assume[sd]?|suggest(?:s|ed)?|pretend(?:s|ed)?)\\b"
      "(?: \\p{L}+){0,3} that\\b|\\bin the view of\\b");
  if (Slice(place.text, place.sentence).ends_with('?')) return true;
  return kOpen.Search(place.text, place.clause).has_value() ||
         kDoubted.Search(place.text, place.clause).has_value();
}

std::string WorkMeant(const OutcomePlace& place, std::uint32_t offset) {
  for (const std::uint32_t from :
       {place.sentence.begin, place.passage.begin, std::uint32_t{0}}) {
    const auto near = BeginningIn(*place.citations, {from, offset});
    for (auto one = near.rbegin(); one != near.rend(); ++one) {
      const bool holds =
          one->kind == WorkKind::kReport || one->kind == WorkKind::kInquiry ||
          one->kind == WorkKind::kOther || !one->recommendation.empty();
      // Further away only what recommendations were spoken of.
      if (from == 0 && one->recommendation.empty()) continue;
      if (holds && !one->title.empty()) return one->title;
    }
  }
  return {};
}

std::vector<NamedOnes> NamedBefore(const OutcomePlace& place) {
  const auto cited = BeginningIn(*place.citations, place.clause);
  const Citation* last = nullptr;
  for (const Citation& citation : cited) {
    if (!citation.recommendation.empty() &&
        citation.span.end <= place.clause.end) {
      last = &citation;
    }
  }
  if (last != nullptr) {
    const TextSpan gap{last->span.end, place.state.span.begin};
    if (MayLieBetween(place.text, gap)) {
      if (BelongsToAnother(place, last->span.begin)) return {};
      return {{last->recommendation, WorkIn(place, gap, last->title)}};
    }
  }
  // "R3, R4 and R8 are complete"; "1 and 7 are in hand" after a first list.
  static const Pattern kBare(List("(?:^|[;,] |\\band |^and )", " ?$"));
  static const Pattern kCalled(List(
      "(?i:\\brec(?:ommendation)?s?\\.? (?:nos?\\.? |numbers? )?)", " ?$"));
  if (const auto named = kCalled.Search(place.text, place.clause)) {
    if (BelongsToAnother(place, (*named)[0].begin)) return {};
    return {{NumbersOf(Slice(place.text, (*named)[1])),
             WorkMeant(place, place.state.span.begin)}};
  }
  // The list is cut where the search for it begins: its own start is asked for.
  TextSpan clause = place.clause;
  clause = Trim(place.text, clause);
  static const Pattern kLead("^(?:[;,:] *|and\\b *)+");
  if (const auto lead = kLead.Search(place.text, clause)) {
    clause.begin = lead->front().end;
  }
  const std::string_view words = Slice(place.text, Trim(place.text, clause));
  if (IsNumberList(words) && (place.listed_before || IsCoded(words))) {
    return {{NumbersOf(words), WorkMeant(place, place.state.span.begin)}};
  }
  if (place.the_one != nullptr && SpeaksOfTheOne(place)) {
    return {*place.the_one};
  }
  return {};
}

std::vector<NamedOnes> NamedByWhich(const OutcomePlace& place) {
  static const std::string kBefore =
      "(?:^|[;,(] ?|\\b(?:and|with|but|except|save|of) )((?i:the )?(?i:"
      "rec(?:ommendation)?s?\\.? (?:nos?\\.? )?)?)";
  static const Pattern kThose(List(kBefore, ", which(?: \\p{L}+)? $"));
  // "R9, and R12, which was declined": the last of them.
  static const Pattern kThatOne(kBefore + "(" CONCORD_ONE_NUMBER
                                          "), which(?: \\p{L}+)? $");
  static const Pattern kOfOne("^(?:was|is|has)\\b");
  const bool of_one = kOfOne.Search(place.text, place.state.span).has_value();
  const auto named =
      (of_one ? kThatOne : kThose).Search(place.text, place.clause);
  if (!named) return {};
  const std::string_view list = Slice(place.text, (*named)[2]);
  if (Empty((*named)[1]) && !IsCoded(list)) return {};
  for (const Citation& one : BeginningIn(*place.citations, (*named)[0])) {
    if (!one.recommendation.empty()) return {{NumbersOf(list), one.title}};
  }
  return {{NumbersOf(list), WorkMeant(place, place.state.span.begin)}};
}

std::vector<NamedOnes> NamedAfter(const OutcomePlace& place) {
  static const Pattern kBracket(List(
      "^[^.;:()]{0,60}? \\((?:recommendations? |recs? |nos?\\.? )?", "\\)"));
  static const Pattern kColon(List(
      "^[^.;:()]{0,60}?: ?(?:recommendations? |nos?\\.? )?", "(?:[.;]|$)"));
  static const Pattern kAre(List(
      "^[^.;:(),]{0,40}? ?\\b(?:are|is|were) (?:recommendations? |numbers? "
      "|nos?\\.? )?",
      "(?:[.;:]|$)"));
  const bool speaks = HoldsRecommendations(Slice(place.text, place.sentence)) ||
                      place.listed_before || SetBefore(place).count > 0;
  for (const Pattern* pattern : {&kBracket, &kColon, &kAre}) {
    const auto match = pattern->Search(place.text, place.rest);
    if (!match) continue;
    const std::string_view list = Slice(place.text, (*match)[1]);
    const StatedCount* all =
        NumbersAsMany(place, list) ? TakenTogether(place) : nullptr;
    if (!speaks && !IsCoded(list) && all == nullptr) continue;
    // What the list itself is cited as, else what the sentence speaks of.
    std::string work;
    for (const Citation& one : BeginningIn(*place.citations, (*match)[1])) {
      if (!one.recommendation.empty()) work = one.title;
    }
    const std::string said = WorkSpokenOf(place);
    if (!said.empty()) work = said;
    if (work.empty() && all != nullptr) work = all->work;
    if (work.empty()) work = WorkMeant(place, place.state.span.begin);
    return {{NumbersOf(list), work}};
  }
  return {};
}

NamedSet SetBefore(const OutcomePlace& place) {
  NamedSet set = CountedBefore(place);
  if (set.count == 0 && !set.whole) return set;
  set.work = WorkSpokenOf(place);
  // "Of the nineteen eleven are complete and three have not been begun."
  if (place.set_before != nullptr && set.of == 0 && !set.whole) {
    set.of = place.set_before->of;
    if (set.work.empty()) set.work = place.set_before->work;
  }
  return set;
}

}  // namespace concord::extraction
