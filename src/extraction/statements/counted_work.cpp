#include "extraction/statements/counted_work.h"

#include "concord/base/unicode.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

// "the eight", "its eight", "contained 20": a work named before is meant;
// "Nine recommendations" may be anybody's.
bool PointsBack(std::string_view words) {
  static const Pattern kBack(
      "^(?i:the|its|their|all|these|those|\\p{L}+(?:s|ed|ld|de)|at least) ");
  return kBack.Matches(words);
}

// "Seven of its eight recommendations", "of the eight recommendations": some of
// a set that was spoken of; "It had thirteen recommendations".
bool SpeaksOfASet(const CountPlace& place, TextSpan counted) {
  if (!Slice(place.text, counted).ends_with("s")) return false;
  static const Pattern kSome(
      WithNumbers("^(?:#N#|[Aa]ll|[Aa]ll #N#) of (?:the|its|their|those) "));
  static const Pattern kOf("(?:^|[,;:] )[Oo]f (?:the |its )?$");
  static const Pattern kIt("^(?:It|This|That) (?:had|has) $");
  const TextSpan before{place.sentence.begin, counted.begin};
  return kSome.Matches(Slice(place.text, counted)) ||
         kOf.Search(place.text, before) || kIt.Search(place.text, before);
}

// Where the document names one work, "the eight" and "eight of its eleven" are
// that one's; not "nine recommendations of the peer review", nor what somebody
// makes here.
bool IsOfTheOnlyWork(const CountPlace& place, TextSpan counted) {
  static const Pattern kSet("^(?i:the|its|their|all|these|those) ");
  static const Pattern kOfAnother("^ (?:of|in|from|by|made)\\b");
  if (place.report_itself ||
      kOfAnother.Search(place.text, {counted.end, place.sentence.end})) {
    return false;
  }
  return kSet.Matches(Slice(place.text, counted)) ||
         SpeaksOfASet(place, counted);
}

// What is counted is in a thing that the sentence names itself and that no
// citation knows: nothing further back is meant.
bool SpeaksOfAnother(const CountPlace& place, TextSpan counted) {
  const TextSpan before{place.sentence.begin, counted.begin};
  // "A members' scrutiny adds 12": its own maker, not the work named before.
  static const Pattern kOwnMaker(
      "^(?:An?|Another|One) [^.;,]{0,60}?\\b(?:scrutiny|review|report|inquiry|"
      "inspection|panel|audit|study|group|committee|investigation)\\b"
      "[^.;,]{0,30}$");
  // "Mrs Ash moved A Cold Winter, which made six"; "the Inquiry, which made"
  // points back.
  static const Pattern kNamedHere("(\\p{Lu}\\p{L}+)[”’\"']?,? which $");
  static const Pattern kCommon(
      "^(?:Inquiry|Report|Review|Inspection|Study|Scrutiny|Audit|Committee|"
      "Panel|Commission|Working|Group)$");
  if (kOwnMaker.Search(place.text, before)) return true;
  const auto named = kNamedHere.Search(place.text, before);
  return named && !kCommon.Search(place.text, (*named)[1]);
}

// What is listed elsewhere, or kept in a register: of many works.
bool IsOfNoWork(const CountPlace& place, TextSpan counted) {
  static const Pattern kElsewhere(
      "^ (?:listed|set out|shown|described|given|summarised) (?:in|at|below|"
      "above|under) (?:the )?(?:paragraphs?|appendix|annex|tables?|schedule)?");
  // "in the register beside the 90 recommendations already there".
  static const Pattern kKept(
      "\\b(?:register|list|tracker|database|log|spreadsheet) (?:beside|with|of|"
      "next to|and|has|had|holds|held|contains) $");
  static const Pattern kThere(
      "^ (?:already |now )?(?:there|(?:in|on) the (?:register|tracker|database|"
      "log|spreadsheet))\\b");
  const TextSpan before{place.sentence.begin, counted.begin};
  const TextSpan after{counted.end, place.sentence.end};
  return kElsewhere.Search(place.text, after) ||
         kKept.Search(place.text, before) || kThere.Search(place.text, after);
}

bool IsTheInquirys(const CountPlace& place, TextSpan counted) {
  static const Pattern kInquirys("\\b[Tt]he [Ii]nquiry['’]s (?:[^ ]+ )?$");
  const std::string_view words = Slice(place.text, counted);
  return words.find("nquiry’s") != std::string_view::npos ||
         words.find("nquiry's") != std::string_view::npos ||
         kInquirys.Search(place.text, {place.sentence.begin, counted.begin});
}

}  // namespace

std::string CountedWork(const CountPlace& place, TextSpan counted) {
  const WorksMeant& works = *place.works;
  if (const Citation* after = works.JoinedAfter(counted.end)) {
    return after->title;
  }
  if (IsOfNoWork(place, counted)) return {};
  if (const Citation* work = works.PointedAt(counted.end, place.sentence)) {
    return work->title;
  }
  // "It was the third of nine recommendations": of what was spoken of just now.
  static const Pattern kOneOf("^It (?:was|is) the \\p{L}+ of $");
  if (kOneOf.Search(place.text, {place.sentence.begin, counted.begin})) {
    const TextSpan said{place.passage.begin, place.sentence.begin};
    const Citation* spoken = works.NearestBefore(said, said.end);
    return spoken != nullptr ? spoken->title : std::string();
  }
  if (IsTheInquirys(place, counted)) {
    const Citation* inquiry = works.Inquiry();
    return inquiry != nullptr ? inquiry->title : std::string();
  }
  if (const Citation* series = works.SeriesIn(place.sentence, counted.begin)) {
    return series->title;
  }
  const Citation* before = works.NearestBefore(place.sentence, counted.begin);
  static const Pattern kOriginal(
      "^ (?:in|of|from|made in) the (?:original|first|earlier|previous) "
      "(?:report|review|inspection|inquiry)");
  if (kOriginal.Search(place.text, {counted.end, place.sentence.end})) {
    const Citation* original = works.Original(place.sentence.begin, before);
    return original != nullptr ? original->title : std::string();
  }
  if (before == nullptr && SpeaksOfAnother(place, counted)) return {};
  if (before == nullptr && PointsBack(Slice(place.text, counted))) {
    before = works.NearestBefore({0, counted.begin}, counted.begin);
  }
  if (before == nullptr && SpeaksOfASet(place, counted)) {
    before = works.NearestBefore(place.passage, counted.begin);
  }
  if (before == nullptr && IsOfTheOnlyWork(place, counted)) {
    before = works.Only();
  }
  return before != nullptr ? before->title : std::string();
}

bool CountsItsOwn(const CountPlace& place, TextSpan counted) {
  static const Pattern kOwn(
      "(?i)(?:^|\\b)(?:this (?:report|review|paper|inquiry|scrutiny)|I|we)"
      "(?: \\p{L}+){0,3} $");
  static const Pattern kHere(
      "^[^.;]* (?:(?:in|by|of) this (?:report|review|paper|inquiry|scrutiny)|"
      "(?:made|set out|given) here)\\b|^ here\\b");
  // An inspection's "The report makes": in the present it speaks of itself.
  static const Pattern kMakes(
      "^(?:The (?:report|review|inquiry|scrutiny|inspection|panel)|It) "
      "(?:also )?$");
  static const Pattern kPresent(
      "^(?:makes|contains|has|sets out|lists|offers|puts forward)\\b");
  if (place.report_itself &&
      kMakes.Search(place.text, {place.sentence.begin, counted.begin}) &&
      kPresent.Search(place.text, counted)) {
    return true;
  }
  return kOwn.Search(place.text, {place.sentence.begin, counted.begin}) ||
         kHere.Search(place.text, {counted.end, place.sentence.end});
}

}  // namespace concord::extraction
