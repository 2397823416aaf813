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
#include "extraction/passages.h"
#include "extraction/statements/partition.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/works_meant.h"

namespace concord::extraction {
namespace {

// A sentence and what stands around it.
struct Place {
  std::string_view text;
  TextSpan passage;
  TextSpan sentence;
  const WorksMeant* works = nullptr;
  const std::vector<Citation>* citations = nullptr;  // by place
  bool speaks_of_recommendations = false;  // here or in the sentence before
};

StatedCount CountAt(const Place& place, TextSpan span, TextSpan number,
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

// "the eight", "its eight", "contained 20": a work named before is meant;
// "Nine recommendations" may be anybody's.
bool PointsBack(std::string_view words) {
  static const Pattern kBack(
      "^(?i:the|its|their|all|these|those|\\p{L}+(?:s|ed|ld|de)|at least) ");
  return kBack.Matches(words);
}

// The work whose recommendations are counted.
std::string WorkOf(const Place& place, TextSpan counted) {
  const WorksMeant& works = *place.works;
  if (const Citation* after = works.JoinedAfter(counted.end)) {
    return after->title;
  }
  const Citation* before = works.NearestBefore(place.sentence, counted.begin);
  static const Pattern kOriginal(
      "^ (?:in|of|from|made in) the (?:original|first|earlier|previous) "
      "(?:report|review|inspection|inquiry)");
  if (kOriginal.Search(place.text, {counted.end, place.sentence.end})) {
    const Citation* original = works.Original(place.sentence.begin, before);
    return original != nullptr ? original->title : std::string();
  }
  if (before == nullptr && PointsBack(Slice(place.text, counted))) {
    before = works.NearestBefore({0, counted.begin}, counted.begin);
  }
  return before != nullptr ? before->title : std::string();
}

// "This report makes 20 recommendations": the document's own.
bool IsOwn(const Place& place, TextSpan counted) {
  static const Pattern kOwn(
      "(?i)(?:^|\\b)(?:this (?:report|review|paper|inquiry|scrutiny)|I|we)"
      "(?: \\p{L}+){0,3} $");
  static const Pattern kHere(
      "^[^.;]* (?:in|by|of) this (?:report|review|paper|inquiry|scrutiny)\\b");
  return kOwn.Search(place.text, {place.sentence.begin, counted.begin}) ||
         kHere.Search(place.text, {counted.end, place.sentence.end});
}

void FindRecommendationCounts(const Place& place,
                              std::vector<StatedCount>* out) {
  static const Pattern kCount(WithNumbers(
      "(?:^|[^\\p{L}\\p{N}£$.,/-])((?:(?:contain|make|made|mak|add|hold|list|"
      "includ|produc|propos|present|carri|reach|rais|set out|with)\\p{L}* )?"
      "(?:(?i:all|all of|the|its|their|his|her|these|those|a total of|a "
      "further|"
      "another|original) ){0,3}(?:(?i:at least|about|some|over|nearly|almost) "
      ")?"
      "(#N#) (?:of (?:its|these|those|their|the(?: \\p{Lu}[\\p{L}]+['’]s)?) "
      ")?((?:\\p{Ll}[\\p{L}-]* ){0,3}?)recommendations?)\\b"));
  for (const MatchSpans& match : kCount.SearchAll(place.text, place.sentence)) {
    const std::string_view between = Slice(place.text, match[3]);
    static const Pattern kOther(
        "\\b(?:of|in|and|or|to|the|for|per|with|by|under|from|on|made|make|are|"
        "is|were|had|have|has|which|that|who|whose)\\b");
    if (kOther.Matches(between)) continue;
    StatedCount count =
        CountAt(place, match[1], match[2], "count.recommendations");
    // "one recommendation" by the way is no count of them.
    const bool stated = match[1].begin < match[2].begin;
    if (count.count <= 0 || (count.count == 1 && !stated)) continue;
    if (!IsOwn(place, match[1])) count.work = WorkOf(place, match[1]);
    count.addition = SaysMore(count.printed);
    out->push_back(std::move(count));
  }
}

// The rest of the passage after the count, up to three sentences on.
TextSpan Following(std::string_view text, TextSpan passage, TextSpan counted) {
  TextSpan following{counted.end, counted.end};
  int more = 0;
  for (const TextSpan sentence : Sentences(text, passage)) {
    if (sentence.end <= counted.end) continue;
    if (sentence.begin > counted.end && ++more > 2) break;
    following.end = sentence.end;
  }
  return following;
}

// "eight of the twelve have been met, three are in hand and one must wait": the
// whole with its parts; "three of the original 20" without the others: three.
void FindPartsOfWhole(const Place& place, const Pattern& pattern,
                      std::vector<StatedCount>* out) {
  for (const MatchSpans& match :
       pattern.SearchAll(place.text, place.sentence)) {
    StatedCount count =
        CountAt(place, match[1], match[2], "count.part-of-whole");
    const int whole = NumberWord(Slice(place.text, match[3]));
    const TextSpan rest = Following(place.text, place.passage, match[1]);
    const auto parts = PartsOf(place.text, whole, {match[2].begin, rest.end});
    std::int32_t sum = 0;
    for (const CountPart& part : parts) sum += part.count;
    if (parts.size() > 1 && sum == whole) {
      count.count = whole;
      count.partition = parts;
    }
    count.work = WorkOf(place, match[1]);
    if (count.count > 0 && count.count <= whole) out->push_back(count);
  }
}

// "..., the review of custody nine, and the scrutiny 12": numbers that follow
// their works in a list.
void FindListedCounts(const Place& place, std::vector<StatedCount>* out) {
  static const Pattern kNumber(WithNumbers("^ (#N#)(?:[,.;]| and |$)"));
  if (!place.speaks_of_recommendations || out->empty()) return;
  if (!Overlaps(out->back().span, place.sentence)) return;
  const auto first = std::lower_bound(
      place.citations->begin(), place.citations->end(), place.sentence.begin,
      [](const Citation& work, std::uint32_t at) {
        return work.span.begin < at;
      });
  for (auto work = first; work != place.citations->end(); ++work) {
    if (work->span.begin >= place.sentence.end) break;
    if (work->title.empty() || work->span.end > place.sentence.end) continue;
    const auto match =
        kNumber.Search(place.text, {work->span.end, place.sentence.end});
    if (!match) continue;
    StatedCount count = CountAt(place, {work->span.begin, (*match)[1].end},
                                (*match)[1], "count.listed");
    count.work = work->title;
    if (count.count > 0) out->push_back(std::move(count));
  }
}

// Numbers that leave "recommendations" to be understood.
void FindEllipticalCounts(const Place& place, std::vector<StatedCount>* out) {
  static const Pattern kInWork(WithNumbers(
      "\\b((?:the|all) (#N#))(?: (?:made|contained|set out|listed))? (?:in|of) "
      "the (?:original|first|earlier|previous|second) (?:report|review|"
      "inspection|inquiry)\\b"));
  static const Pattern kAdded(WithNumbers(
      "\\b((?:added (?:a further |another )?|a further )(#N#)(?: more| "
      "further)?(?: of its own)?)(?:[,.;]| which| and |$)"));
  static const Pattern kTotal(WithNumbers(
      "\\b((?:making|(?:the |The )?total (?:number )?(?:is|was|comes to|came "
      "to|"
      "of)(?: therefore| now)?) (#N#)(?: in all)?)(?:[,.;]| in all|$)"));
  static const Pattern kOfThem(WithNumbers(
      "((?:^|\\b)(#N#) of the (?:(?:original|remaining|outstanding|other|"
      "earlier|first) )?(#N#))(?: (?:were|was|have|has|had|are|is|which|that)"
      "\\b|[,.;]|$)"));
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
  FindPartsOfWhole(place, kOfThem, out);
  for (const Pattern* pattern :
       {&kInWork, &kAdded, &kCounted, &kTotal, &kWhich, &kHeld}) {
    for (const MatchSpans& match :
         pattern->SearchAll(place.text, place.sentence)) {
      StatedCount count = CountAt(place, Trim(place.text, match[1]), match[2],
                                  "count.understood");
      count.work = WorkOf(place, match[1]);
      count.addition = pattern == &kAdded;
      if (count.count > 0) out->push_back(std::move(count));
    }
  }
}

// "all 43 forces", "each of our 96 operational command units".
void FindClasses(const Place& place, std::vector<StatedCount>* out) {
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

// Parts of each whole; what has become a part is no count of its own.
std::vector<StatedCount> WithPartitions(const Place& place,
                                        std::vector<StatedCount> found) {
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.span < b.span; });
  std::vector<StatedCount> kept;
  for (StatedCount& count : found) {
    const bool again = !kept.empty() && Overlaps(kept.back().span, count.span);
    if (again || OverlapsAPart(kept, count.span)) continue;
    const bool whole = count.what == "recommendations" && count.count > 1 &&
                       count.rule != "count.part-of-whole";
    if (whole) {
      count.partition =
          PartsOf(place.text, count.count,
                  Following(place.text, place.passage, count.span));
    }
    kept.push_back(std::move(count));
  }
  return kept;
}

}  // namespace

const std::vector<StageRule>& CountRules() {
  using enum DocumentKind;
  static const std::vector<StageRule> kRules = {
      {"count.recommendations", 0.95, {}},
      {"count.understood", 0.8, {}},
      {"count.part-of-whole", 0.85, {}},
      {"count.listed", 0.75, {}},
      {"count.class", 0.9, {}},
  };
  return kRules;
}

std::vector<StatedCount> FindCounts(const document::Document& document,
                                    const std::vector<Citation>& citations) {
  const WorksMeant works(document.text, citations);
  std::vector<StatedCount> counts;
  bool before = false;  // the sentence before spoke of recommendations
  for (const Passage& passage : Passages(document)) {
    if (passage.background) continue;
    Place place;
    place.text = document.text;
    place.passage = passage.span;
    place.works = &works;
    place.citations = &citations;
    bool spoken = false;  // earlier in the passage
    std::vector<StatedCount> found;
    for (const TextSpan sentence : Sentences(document.text, passage.span)) {
      place.sentence = sentence;
      static const Pattern kWord("(?i)recommendation");
      const bool here = kWord.Matches(Slice(document.text, sentence));
      place.speaks_of_recommendations = here || before || spoken;
      before = here;
      spoken = spoken || here;
      FindRecommendationCounts(place, &found);
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
