// How many there are, as the text states it.
//
// Recommendations ("contained 20 recommendations", "added 6 further", "the 20
// in the original report") with the work they are in, and classes that a duty
// falls on ("each of our 96 operational command units"). Money, ages, dates,
// percentages and printed numbers ("Recommendation 61") are no counts: the
// number must stand before the thing counted.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/in_span.h"
#include "extraction/passages.h"
#include "extraction/reading.h"
#include "extraction/statements/counted_work.h"
#include "extraction/statements/partition.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/works_meant.h"

namespace concord::extraction {
namespace {

StatedCount CountAt(const CountPlace& place, TextSpan span, TextSpan number,
                    std::string_view rule) {
  StatedCount count;
  static_cast<Item&>(count) = ItemAt(span, RuleNamed(CountRules(), rule));
  count.printed = std::string(Slice(place.text, span));
  count.count = NumberWord(Slice(place.text, number));
  count.what = "recommendations";
  return count;
}

bool SaysMore(std::string_view words) {
  static const Pattern kMore(
      "(?i)\\b(?:add(?:s|ed|ing)?|further|additional|extra|more)\\b");
  return kMore.Matches(words);
}

void FindRecommendationCounts(const CountPlace& place,
                              std::vector<StatedCount>* out) {
  static const Pattern kCount(WithNumbers(
      "(?:^|[^\\p{L}\\p{N}£$.,/-])((?:(?:contain|make|made|mak|add|hold|list|"
      "includ|produc|propos|present|carri|reach|rais|set out|sets out|put "
      "forward|"
      "puts forward|offer|gave|give|with)\\p{L}* )?"
      "(?:(?i:all|all of|the|its|their|his|her|these|those|a total of|a "
      "further|"
      "another|original) ){0,3}(?:(?i:at least|about|some|over|nearly|almost) "
      ")?"
      "(#N#) (?:of (?:its|these|those|their|his|her|the(?: "
      "\\p{Lu}[\\p{L}]+['’]s)?|"
      "\\p{Lu}[\\p{L}]+['’]s) "
      ")?((?:\\p{Ll}[\\p{L}-]* ){0,3}?)recommendations?)\\b"));
  for (const MatchSpans& match : kCount.SearchAll(place.text, place.sentence)) {
    const std::string_view between = Slice(place.text, match[3]);
    static const Pattern kOther(
        "\\b(?:of|in|and|or|to|the|for|per|with|by|under|from|on|made|make|are|"
        "is|were|had|have|has|which|that|who|whose)\\b");
    if (kOther.Matches(between)) continue;
    // "Recommendation 4 supersedes recommendation 2": its number.
    static const Pattern kLabel(
        "(?i:\\brec(?:ommendation)?s?\\.? (?:no\\.? ?)?)$");
    if (kLabel.Search(place.text, {place.sentence.begin, match[2].begin})) {
      continue;
    }
    // "nine of the fourteen recommendations": what is counted is the whole.
    static const Pattern kWhole(WithNumbers("^(#N#) "));
    const auto whole = kWhole.Search(place.text, match[3]);
    StatedCount count = CountAt(place, match[1], whole ? (*whole)[1] : match[2],
                                "count.recommendations");
    // "one recommendation" by the way is no count of them.
    const bool stated = match[1].begin < match[2].begin;
    if (count.count <= 0 || (count.count == 1 && !stated)) continue;
    if (!CountsItsOwn(place, match[1]))
      count.work = CountedWork(place, match[1]);
    count.addition = SaysMore(count.printed);
    out->push_back(std::move(count));
  }
}

// The rest of the passage after the count, up to three sentences on.
TextSpan Following(std::string_view text, TextSpan passage, TextSpan counted) {
  TextSpan following{counted.end, counted.end};
  int more = 0;
  for (const TextSpan sentence : SentencesIn(text, passage)) {
    if (sentence.end <= counted.end) continue;
    if (sentence.begin > counted.end && ++more > 2) break;
    following.end = sentence.end;
  }
  return following;
}

// A whole of this size was counted in one of the last passages.
bool CountedBefore(const CountPlace& place, std::int32_t whole) {
  constexpr std::size_t kBack = 3;
  const auto& earlier = *place.earlier;
  const std::size_t first = earlier.size() - std::min(kBack, earlier.size());
  return std::any_of(
      earlier.begin() + static_cast<std::ptrdiff_t>(first), earlier.end(),
      [&](const StatedCount& count) { return count.count == whole; });
}

void TakePartition(Partition partition, StatedCount* count) {
  count->partition = std::move(partition.parts);
  count->unbalanced = partition.unbalanced;
}

// What becomes of recommendations: said of numbers that add up, it tells what
// they count without the word.
bool TellsState(std::string_view text, TextSpan words) {
  static const Pattern kState(
      "\\b(?:carried out|implemented|complete|completed|in hand|in train|"
      "withdrawn|refused|not (?:been )?(?:accepted|agreed|started|begun)|"
      "slipped|overtaken)\\b");
  return kState.Search(text, words).has_value();
}

// The same whole was counted a little before: of the same work.
void TakeWorkCountedBefore(const CountPlace& place, std::int32_t whole,
                           const std::vector<StatedCount>& found,
                           StatedCount* count) {
  for (const std::vector<StatedCount>* counts :
       std::initializer_list<const std::vector<StatedCount>*>{&found,
                                                              place.earlier}) {
    for (auto before = counts->rbegin(); before != counts->rend(); ++before) {
      if (!count->work.empty() || before->count != whole) continue;
      count->work = before->work;
    }
  }
}

// "Of the thirteen, eight are complete, four in train and one refused": the
// whole first, then parts that add up to it.
void FindWholeFirst(const CountPlace& place, std::vector<StatedCount>* out) {
  static const Pattern kOf(WithNumbers(
      "^((?:And )?(?:Of (?:the|all|its|their|our|my|these|those)|Taking "
      "(?:all|the)) (#N#)(?: (?:actions|items|points|proposals))?(?: "
      "(?:together|"
      "in all))?,(?: (?:then|therefore|however),)?) "));
  const auto match = kOf.Search(place.text, place.sentence);
  if (!match) return;
  StatedCount count =
      CountAt(place, (*match)[1], (*match)[2], "count.part-of-whole");
  const TextSpan rest{(*match)[1].end, place.sentence.end};
  TakePartition(PartsOf(place.text, count.count, rest), &count);
  const bool divided = count.unbalanced || AddsUp(count.partition, count.count);
  if (!divided || !TellsState(place.text, rest)) return;
  count.work = CountedWork(place, (*match)[1]);
  TakeWorkCountedBefore(place, count.count, *out, &count);
  out->push_back(std::move(count));
}

// "eight of the twelve have been met, three are in hand and one must wait": the
// whole with its parts; "three of the original 20" without the others: three.
void FindPartsOfWhole(const CountPlace& place, const Pattern& pattern,
                      std::vector<StatedCount>* out) {
  for (const MatchSpans& match :
       pattern.SearchAll(place.text, place.sentence)) {
    StatedCount count =
        CountAt(place, match[1], match[2], "count.part-of-whole");
    const int whole = NumberWord(Slice(place.text, match[3]));
    const TextSpan rest = Following(place.text, place.passage, match[1]);
    Partition partition =
        PartsOf(place.text, whole, {match[2].begin, rest.end});
    const bool adds_up = partition.unbalanced || AddsUp(partition.parts, whole);
    // "two of the six have replied": people or bodies do that.
    static const Pattern kPeople(
        "^ (?:have|had|has) (?:not |now |since |so far )?(?:replied|answered|"
        "signed|written|responded|attended|come|gone|left|paid|joined)\\b");
    if (!adds_up && kPeople.Search(place.text, {match[1].end, rest.end})) {
      continue;
    }
    if (!place.speaks_of_recommendations && !CountedBefore(place, whole) &&
        !(adds_up && TellsState(place.text, {match[1].begin, rest.end}))) {
      continue;
    }
    if (adds_up) {
      count.count = whole;
      TakePartition(std::move(partition), &count);
    }
    count.work = CountedWork(place, match[1]);
    TakeWorkCountedBefore(place, whole, *out, &count);
    // "47 of the fifty-two" where the document is about one work.
    const Citation* only = place.works->Only();
    if (count.work.empty() && only != nullptr && !place.report_itself &&
        !CountsItsOwn(place, match[1])) {
      count.work = only->title;
    }
    // "one of the three" by the way counts nothing.
    const bool single = count.count == 1 && count.partition.empty();
    if (count.count > 0 && count.count <= whole && !single) {
      out->push_back(std::move(count));
    }
  }
}

// "All but three of the 20 recommendations have been met": 17 and three.
void FindAllBut(const CountPlace& place, std::vector<StatedCount>* out) {
  static const Pattern kAllBut(
      WithNumbers("\\b([Aa]ll but (#N#) of (?:the|its|these|those|their) "
                  "(?:\\p{Ll}+ )?(#N#)(?: recommendations?)?)\\b"));
  if (!place.speaks_of_recommendations) return;
  for (const MatchSpans& match :
       kAllBut.SearchAll(place.text, place.sentence)) {
    StatedCount count =
        CountAt(place, match[1], match[3], "count.part-of-whole");
    const int without = NumberWord(Slice(place.text, match[2]));
    if (without <= 0 || without >= count.count) continue;
    for (const int number : {count.count - without, without}) {
      CountPart part;
      static_cast<Item&>(part) = count;
      part.rule = "count.part";
      part.count = number;
      count.partition.push_back(std::move(part));
    }
    count.work = CountedWork(place, match[1]);
    out->push_back(std::move(count));
  }
}

// "..., the review of custody nine, and the scrutiny 12": numbers that follow
// their works in a list.
void FindListedCounts(const CountPlace& place, std::vector<StatedCount>* out) {
  static const Pattern kNumber(WithNumbers("^ (#N#)(?:[,.;]| and |$)"));
  if (!place.speaks_of_recommendations || out->empty()) return;
  if (!Overlaps(out->back().span, place.sentence)) return;
  for (const Citation& work : BeginningIn(*place.citations, place.sentence)) {
    if (work.title.empty() || work.span.end > place.sentence.end) continue;
    const auto match =
        kNumber.Search(place.text, {work.span.end, place.sentence.end});
    if (!match) continue;
    StatedCount count = CountAt(place, {work.span.begin, (*match)[1].end},
                                (*match)[1], "count.listed");
    count.work = work.title;
    if (count.count > 0) out->push_back(std::move(count));
  }
}

// "eight of the original twelve"
void FindPartsOfKnown(const CountPlace& place, std::vector<StatedCount>* out) {
  static const Pattern kOfThem(WithNumbers(
      "((?:^|\\b)(#N#) of (?:the|its|their|my|our|his|her) "
      "(?:(?:original|remaining|outstanding|other|"
      "earlier|first) )?(#N#))(?: (?:sets|items|points|proposals|actions))?"
      "(?: (?:were|was|have|has|had|are|is|which|that|remain|now)\\b|[,.;]|"
      "$)"));
  FindPartsOfWhole(place, kOfThem, out);
}

// "To these we add three".
void FindAdditions(const CountPlace& place, std::vector<StatedCount>* out) {
  static const Pattern kWeAdd(WithNumbers(
      "^((?:[Tt]o (?:these|them|those) )?(?:[Ww]e|[Tt]his report) (?:now )?"
      "adds? (?:a further |another )?(#N#)(?: more| further| of our own| of "
      "its "
      "own)?)(?:[,.;:]|$)"));
  for (const MatchSpans& match : kWeAdd.SearchAll(place.text, place.sentence)) {
    StatedCount count = CountAt(place, match[1], match[2], "count.understood");
    count.addition = true;
    if (count.count > 0) out->push_back(std::move(count));
  }
}

// Numbers that leave "recommendations" to be understood.
void FindEllipticalCounts(const CountPlace& place,
                          std::vector<StatedCount>* out) {
  static const Pattern kInWork(WithNumbers(
      "\\b((?:the|all) (#N#))(?: (?:made|contained|set out|listed))? (?:in|of) "
      "the (?:original|first|earlier|previous|second) (?:report|review|"
      "inspection|inquiry)\\b"));
  static const Pattern kAdded(WithNumbers(
      "\\b((?:added (?:a further |another )?|a further )(#N#)(?: more| "
      "further)?(?: of its own)?)(?:[,.;]| which| and |$)"));
  static const Pattern kOfThose(WithNumbers(
      "^((?:[^ .;,]+ ){1,4}(?:answers|answered|deals with|dealt with|covers|"
      "covered|addresses|addressed|takes up|concerns) (#N#) of (?:them|these|"
      "those))\\b"));
  static const Pattern kNumber(
      WithNumbers("\\b([Rr]ecommendations (?:are|were|number|numbered) "
                  "(#N#)(?: in (?:number|"
                  "all))?)(?:[.,;:]|$)"));
  static const Pattern kTotal(WithNumbers(
      "\\b((?:making|(?:the |The )?total (?:number )?(?:is|was|comes to|came "
      "to|"
      "of)(?: therefore| now)?) (#N#)(?: in all)?)(?:[,.;]| in all|$)"));
  static const Pattern kWhich(WithNumbers(
      "(?:^|[,;:.] |\\band )([Tt]he (#N#) (?:which|that|added|made|outstanding|"
      "remaining))\\b"));
  static const Pattern kCounted(WithNumbers(
      "^((?i:at least|some|about|over|nearly)? ?(#N#) (?:were|have been|are) "
      "(?:counted|identified|found|listed|made))\\b"));
  static const Pattern kHeld(WithNumbers(
      "\\b(it (?:contained|contains|held|holds|listed|lists|made|makes) "
      "(#N#))(?:[,.;]|$)"));
  if (!place.speaks_of_recommendations) return;
  for (const Pattern* pattern : {&kInWork, &kAdded, &kCounted, &kTotal, &kWhich,
                                 &kHeld, &kOfThose, &kNumber}) {
    for (const MatchSpans& match :
         pattern->SearchAll(place.text, place.sentence)) {
      StatedCount count = CountAt(place, Trim(place.text, match[1]), match[2],
                                  "count.understood");
      const bool own = pattern == &kTotal || CountsItsOwn(place, match[1]);
      if (!own) count.work = CountedWork(place, match[1]);
      count.addition = pattern == &kAdded;
      if (count.count > 0) out->push_back(std::move(count));
    }
  }
}

// "all 43 forces", "each of our 96 operational command units".
void FindClasses(const CountPlace& place, std::vector<StatedCount>* out) {
  static const Pattern kClass(WithNumbers(
      "\\b((?:(?i:each|every one|all)(?: of)?(?: the| our| its| their)?|"
      "(?i:our|its|their)|(?:[Tt]he|[Oo]ur) \\p{L}+['’]s) (#N#) "
      "((?:\\p{Ll}[\\p{L}-]* ){0,3}?(?:forces|units|boroughs|divisions|"
      "authorities|commands|constabularies|districts|departments|teams|"
      "directorates|stations|areas)))\\b"));
  for (const MatchSpans& match : kClass.SearchAll(place.text, place.sentence)) {
    StatedCount count = CountAt(place, match[1], match[2], "count.class");
    count.what = std::string(Slice(place.text, match[3]));
    if (count.count > 1) out->push_back(std::move(count));
  }
}

bool OverlapsAPart(const std::vector<StatedCount>& counts, TextSpan span) {
  return std::any_of(counts.begin(), counts.end(), [&](const auto& count) {
    return std::any_of(
        count.partition.begin(), count.partition.end(),
        [&](const CountPart& part) { return Overlaps(part.span, span); });
  });
}

// "Seven of them would cost nothing": a number of its own where the text says
// nothing of the others.
StatedCount AsItsOwn(const CountPlace& place, const StatedCount& whole,
                     const CountPart& part) {
  TextSpan span = part.span;
  // "60% of the 20 recommendations": the share, without the whole.
  if (part.rule == "count.part-share" && span.begin < whole.span.begin &&
      Overlaps(span, whole.span)) {
    span = Trim(place.text, {span.begin, whole.span.begin});
  }
  StatedCount count = CountAt(place, span, {}, "count.part-of-whole");
  count.count = part.count;
  count.approximate = part.approximate;
  count.work = whole.work;
  return count;
}

// It begins a sentence: "Seven of them would".
bool StandsAlone(const CountPlace& place, const CountPart& part) {
  static const Pattern kBegins("[.;] $");
  return part.count > 1 &&
         kBegins.Search(place.text, {place.passage.begin, part.span.begin});
}

// "20 in the first, six in the second and eight in the third, making 34": the
// counts before a total that add up to it, nearest last.
std::vector<CountPart> PartsBefore(const std::vector<StatedCount>& counts,
                                   const StatedCount& total) {
  std::vector<CountPart> parts;
  std::int32_t sum = 0;
  for (auto count = counts.rbegin(); count != counts.rend(); ++count) {
    sum += count->count;
    CountPart part;
    static_cast<Item&>(part) = *count;
    part.rule = "count.part";
    part.count = count->count;
    part.what = count->work;
    parts.insert(parts.begin(), std::move(part));
    if (sum >= total.count) break;
  }
  if (sum != total.count || parts.size() < 2) parts.clear();
  return parts;
}

bool IsTotal(const StatedCount& count) {
  static const Pattern kTotal("(?i)^(?:making|(?:the )?total)\\b");
  return count.rule == "count.understood" && kTotal.Matches(count.printed);
}

// "Seventeen of the 20 recommendations have been met. Those which have not
// ...": the part that stands before the whole.
Partition PartsAround(const CountPlace& place, const StatedCount& count) {
  static const Pattern kPartOf(WithNumbers(
      "(?:^|[,;:.] |\\b(?:and|that) )((?:#N#(?: ?%| per ?cent)?|(?i:half|"
      "(?:a|one) (?:third|quarter)|two thirds|three quarters)) of )$"));
  const TextSpan following = Following(place.text, place.passage, count.span);
  const auto before =
      kPartOf.Search(place.text, {place.passage.begin, count.span.begin});
  if (!before) return PartsOf(place.text, count.count, following);
  return PartsOf(place.text, count.count, {(*before)[1].begin, following.end});
}

// "Of the 59 recommendations, 32 (54%) had been met", "40 recommendations, of
// which 33 have been met": a part whose others the text leaves out.
std::optional<StatedCount> StatedPart(const CountPlace& place,
                                      const StatedCount& whole) {
  static const Pattern kOf("(?:^|[.;:] )[Oo]f $");
  static const Pattern kAfter(
      WithNumbers("^[^.;]{0,90}?, ((#N#)(?: \\([^()]{1,12}\\))?(?: "
                  "recommendations)?) (?:have|"
                  "had|has|were|was|are|is|remain)\\b"));
  static const Pattern kWhich(
      WithNumbers("^[^.;]{0,90}?, (?:of which |and of these )((#N#)(?: "
                  "\\([^()]{1,12}\\))?) "
                  "(?:have|had|has|were|was|are|is|remain)\\b"));
  const TextSpan left{place.passage.begin, whole.span.begin};
  const TextSpan right{whole.span.end, place.passage.end};
  auto match = kWhich.Search(place.text, right);
  if (!match && kOf.Search(place.text, left)) {
    match = kAfter.Search(place.text, right);
  }
  if (!match) return std::nullopt;
  StatedCount part = CountAt(place, Trim(place.text, (*match)[1]), (*match)[2],
                             "count.part-of-whole");
  part.work = whole.work;
  if (part.count < 2 || part.count >= whole.count) return std::nullopt;
  return part;
}

// One part is no partition; it may be a count of its own.
void TakeOnlyPart(const CountPlace& place, StatedCount* whole,
                  std::vector<StatedCount>* own) {
  if (whole->partition.size() != 1) return;
  const CountPart& part = whole->partition.front();
  if (part.count >= whole->count) return;
  if (part.rule == "count.part-share" || StandsAlone(place, part)) {
    own->push_back(AsItsOwn(place, *whole, part));
  }
  whole->partition.clear();
}

bool IsCounted(const std::vector<StatedCount>& counts, TextSpan span) {
  return std::any_of(
      counts.begin(), counts.end(),
      [&](const StatedCount& other) { return Overlaps(other.span, span); });
}

// Parts of each whole; what has become a part is no count of its own.
std::vector<StatedCount> WithPartitions(const CountPlace& place,
                                        std::vector<StatedCount> found) {
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.span < b.span; });
  std::vector<StatedCount> kept;
  std::vector<StatedCount> own;
  for (StatedCount& count : found) {
    const bool again = !kept.empty() && Overlaps(kept.back().span, count.span);
    if (again || OverlapsAPart(kept, count.span)) continue;
    const bool whole = count.what == "recommendations" && count.count > 1 &&
                       count.rule != "count.part-of-whole";
    if (whole) {
      TakePartition(PartsAround(place, count), &count);
    }
    if (IsTotal(count) && count.partition.empty()) {
      count.partition = PartsBefore(kept, count);
    }
    TakeOnlyPart(place, &count, &own);
    if (whole && count.partition.empty()) {
      if (auto part = StatedPart(place, count)) own.push_back(std::move(*part));
    }
    kept.push_back(std::move(count));
  }
  for (StatedCount& count : own) {
    if (!IsCounted(kept, count.span)) kept.push_back(std::move(count));
  }
  std::sort(kept.begin(), kept.end(),
            [](const auto& a, const auto& b) { return a.span < b.span; });
  return kept;
}

}  // namespace

std::vector<StatedCount> FindCounts(const document::Document& document,
                                    const std::vector<Citation>& citations,
                                    DocumentKind kind) {
  const WorksMeant works(document.text, citations);
  std::vector<StatedCount> counts;
  bool before = false;  // the sentence before spoke of recommendations
  for (const Passage& passage : Passages(document)) {
    // A heading announces what the paragraphs under it count.
    if (passage.background || passage.kind == document::BlockKind::kHeading) {
      continue;
    }
    CountPlace place;
    place.report_itself = kind == DocumentKind::kInspection;
    place.text = document.text;
    place.passage = passage.span;
    place.works = &works;
    place.citations = &citations;
    place.earlier = &counts;
    bool spoken = false;  // earlier in the passage
    std::vector<StatedCount> found;
    for (const TextSpan sentence : SentencesIn(document.text, passage.span)) {
      place.sentence = sentence;
      static const Pattern kWord("(?i)recommendation");
      const bool here = kWord.Matches(Slice(document.text, sentence));
      place.speaks_of_recommendations = here || before || spoken;
      before = here;
      spoken = spoken || here;
      FindAllBut(place, &found);
      FindRecommendationCounts(place, &found);
      FindPartsOfKnown(place, &found);
      FindWholeFirst(place, &found);
      if (place.speaks_of_recommendations || !place.earlier->empty()) {
        FindAdditions(place, &found);
      }
      FindEllipticalCounts(place, &found);
      FindListedCounts(place, &found);
      FindClasses(place, &found);
    }
    for (StatedCount& count : WithPartitions(place, std::move(found))) {
      counts.push_back(std::move(count));
    }
  }
  return counts;
}

}  // namespace concord::extraction
