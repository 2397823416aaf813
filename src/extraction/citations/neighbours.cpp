// What stands beside a title and belongs to the citation.
//
//   Recommendation 61 of the Carrow Lane Inquiry report   recommendation "61"
//   the sixth recommendation of Keeping Faith             recommendation "6"
//   Policing the Valley: On Call – Part One               part "Part One"
//   Part 2 of the Carrow Lane Inquiry                     part "Part 2"
//   Keeping Faith: A Second Look (IPS, 1998)              year, publisher

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

constexpr std::string_view kNumbers = kRecommendationNumbers;
constexpr std::string_view kPartName =
    "((?i:Part|Volume|Vol\\.?|Phase|Stage) (?:[0-9]+|[IVX]+|(?i:One|Two|Three|"
    "Four|Five|Six)))";

std::string Joined(std::initializer_list<std::string_view> pieces) {
  std::string joined;
  for (const std::string_view piece : pieces) joined += piece;
  return joined;
}

// The run itself ended with the part: cut it off the title.
void SplitPart(std::string_view text, Mention* mention) {
  static const Pattern kPart(
      Joined({"^(.+?)(?:,? [–—-] |, | )", kPartName, "$"}));
  if (const auto match = kPart.Search(text, mention->title)) {
    mention->part = std::string(Slice(text, (*match)[2]));
    mention->title = (*match)[1];
    mention->as_title.clear();
  }
}

// "– Part" at the end, its digit outside the run ("– Part 1").
void DropPartWord(std::string_view text, Mention* mention) {
  static const Pattern kPart("^(.+?)(?:,? [–—-] |, | )(?:Part|Volume|Phase)$");
  if (const auto match = kPart.Search(text, mention->title)) {
    mention->title = (*match)[1];
    mention->whole.end = mention->title.end;
  }
}

// ": a strategy for prevention" after a title without a subtitle: small words,
// no verb, up to a mark, a verb or the end of the line.
void TakeLowerSubtitle(std::string_view text, TextSpan passage,
                       Mention* mention) {
  static const Pattern kSubtitle(
      "^: ([a-z][\\p{Ll}’'-]*(?: [\\p{L}’'-]+){1,9}?)"
      "(?:[.,;()’”\"]|$| (?:was|is|were|has|had|which|made|makes|contained|"
      "contains|published|set|sets|recommended)\\b)");
  static const Pattern kSays(
      "\\b(?:it|they|he|she|we|i|that|said|are|should|will|must|can|would|"
      "not|who|there|have|do|does|did|be|been)\\b");
  static const Pattern kHasColon(": ");
  const bool title = mention->rule == "citation.known" ||
                     mention->rule == "citation.capital-article" ||
                     mention->rule == "citation.kind-before" ||
                     mention->rule == "citation.kind-after" ||
                     mention->rule == "citation.said-of";
  if (!title || mention->title != mention->whole ||
      kHasColon.Search(text, mention->title)) {
    return;
  }
  const TextSpan right{mention->whole.end, passage.end};
  const auto match = kSubtitle.Search(text, right);
  if (!match || kSays.Matches(Fold(Slice(text, (*match)[1])))) return;
  mention->title.end = (*match)[1].end;
  mention->whole.end = mention->title.end;
  mention->as_title.clear();
}

void TakePart(std::string_view text, TextSpan passage, TextSpan left,
              Mention* mention) {
  static const Pattern kAfter(Joined({"^[’”\"']?(?: ?[–—-] ?|, | | \\()",
                                      kPartName, "(?:\\)|[^\\p{L}\\p{N}]|$)"}));
  static const Pattern kBefore(
      Joined({kPartName, " of (?:[Tt]he )?[‘“\"']?$"}));
  if (!mention->part.empty()) return;
  const TextSpan right{mention->whole.end, passage.end};
  if (const auto match = kAfter.Search(text, right)) {
    mention->part = std::string(Slice(text, (*match)[1]));
    mention->whole.end = (*match)[1].end;
    return;
  }
  if (const auto match = kBefore.Search(text, left)) {
    mention->part = std::string(Slice(text, (*match)[1]));
    mention->whole.begin = (*match)[1].begin;
  }
}

bool IsPublisher(std::string_view words) {
  static const Pattern kBody("^(?:[^,]*, )?(\\p{Lu}[\\p{L} ]*)$");
  static const Pattern kMonth(
      "(?i)^(?:[0-9]+ )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");
  return kBody.Matches(words) && !kMonth.Matches(words);
}

void TakeYear(std::string_view text, TextSpan passage, Mention* mention) {
  static const Pattern kBracket(
      "^[’”\"']?,? ?\\(([^()0-9]{0,40}?)(?:[0-9]{1,2} )?([^()0-9]{0,12}?)"
      "((?:19|20)[0-9]{2})\\)");
  static const Pattern kBare(
      "^( ((?:19|20)[0-9]{2})(?:(?: ?[–-] ?|/)[0-9]{2,4})?)(?:[^\\p{N}]|$)");
  if (!mention->year.empty()) return;
  const TextSpan right{mention->whole.end, passage.end};
  if (const auto match = kBracket.Search(text, right)) {
    mention->year = std::string(Slice(text, (*match)[3]));
    mention->whole.end = (*match)[0].end;
    std::string publisher(Slice(text, (*match)[1]));
    while (publisher.ends_with(' ') || publisher.ends_with(',')) {
      publisher.pop_back();
    }
    if (IsPublisher(publisher)) mention->publisher = publisher;
    return;
  }
  const bool named = mention->rule == "citation.kind-within" ||
                     mention->rule == "citation.inquiry";
  if (!named) return;
  if (const auto match = kBare.Search(text, right)) {
    mention->year = std::string(Slice(text, (*match)[2]));
    mention->whole.end = (*match)[1].end;
  }
}

void TakeRecommendation(std::string_view text, TextSpan passage, TextSpan left,
                        Mention* mention) {
  static const Pattern kBefore(
      Joined({"\\b(?:[Rr]ecommendations?|[Rr]ecs?\\.?) ", kNumbers,
              ",? (?:of|in|from|made in|made by|contained in) "
              "(?:[Tt]he )?[‘“\"']?$"}));
  static const Pattern kOrdinal(
      "((?:the |The )?([a-z]+|[0-9]+(?:st|nd|rd|th)) recommendation "
      "(?:of|in|from) (?:the )?[‘“\"']?)$");
  static const Pattern kAfter(
      Joined({"^[’”\"']?(?:['’]s)?(?:,|:| [–—-])? "
              "(?:[Rr]ecommendations?|[Rr]ecs?\\.?) ",
              kNumbers}));
  static const Pattern kInBrackets(
      Joined({"^[’”\"']?,? \\((?:[Rr]ecommendations?|[Rr]ecs?\\.?) ", kNumbers,
              "\\)"}));
  // "the recommendations of X (1, 2, 3 and 4)".
  static const Pattern kOfWhich(
      "(?:[Rr]ecommendations?|[Rr]ecs?\\.?) (?:of|in|from) (?:the )?[‘“\"']?$");
  static const Pattern kList(Joined({"^[’”\"']? \\(", kNumbers, "\\)"}));
  const TextSpan right{mention->whole.end, passage.end};
  const auto list = kList.Search(text, right);
  if (list && Length((*list)[1]) != 4 && kOfWhich.Search(text, left)) {
    mention->recommendation = std::string(Slice(text, (*list)[1]));
    mention->whole.end = (*list)[0].end;
  } else if (const auto match = kBefore.Search(text, left)) {
    mention->recommendation = std::string(Slice(text, (*match)[1]));
    mention->whole.begin = (*match)[0].begin;
  } else if (const auto ordinal = kOrdinal.Search(text, left)) {
    const int number = Ordinal(Slice(text, (*ordinal)[2]));
    if (number == 0) return;
    mention->recommendation = std::to_string(number);
    mention->whole.begin = (*ordinal)[1].begin;
  } else if (const auto after = kAfter.Search(text, right)) {
    mention->recommendation = std::string(Slice(text, (*after)[1]));
    mention->whole.end = (*after)[0].end;
  } else if (const auto inside = kInBrackets.Search(text, right)) {
    mention->recommendation = std::string(Slice(text, (*inside)[1]));
    mention->whole.end = (*inside)[0].end;
  }
}

}  // namespace

int Ordinal(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "first",     "second",      "third",      "fourth",     "fifth",
      "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
      "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  for (int i = 0; i < 20; ++i) {
    if (word == kWords[i]) return i + 1;
  }
  // "thirty-ninth", "fortieth".
  const std::size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos) {
    const int tens = NumberWord(word.substr(0, hyphen));
    const int ones = Ordinal(word.substr(hyphen + 1));
    return tens >= 20 && tens % 10 == 0 && ones > 0 && ones < 10 ? tens + ones
                                                                 : 0;
  }
  if (word.ends_with("ieth")) {
    const int tens =
        NumberWord(std::string(word.substr(0, word.size() - 4)) + "y");
    return tens > 20 ? tens : 0;
  }
  static const Pattern kDigits("^([0-9]{1,3})(?:st|nd|rd|th)$");
  const auto digits = kDigits.Search(word);
  return digits ? NumberWord(Slice(word, (*digits)[1])) : 0;
}

TextSpan NearBefore(const Prose& prose, TextSpan passage,
                    const Mention& mention) {
  constexpr std::uint32_t kNear = 240;  // bytes
  TextSpan near{passage.begin, std::max(passage.begin, mention.whole.begin)};
  if (Length(near) <= kNear) return near;
  near.begin = near.end - kNear;
  while ((static_cast<unsigned char>(prose.text[near.begin]) & 0xC0) == 0x80) {
    ++near.begin;
  }
  return near;
}

void TakeInNeighbours(const Prose& prose, std::vector<Mention>* mentions) {
  for (Mention& mention : *mentions) {
    if (mention.complete) continue;
    mention.complete = true;
    const TextSpan passage = prose.passages[mention.passage].span;
    if (mention.rule == "citation.printed-part") continue;
    if (mention.rule != "citation.act") SplitPart(prose.text, &mention);
    if (mention.rule == "citation.background" || mention.series ||
        mention.rule == "citation.series-member") {
      continue;
    }
    DropPartWord(prose.text, &mention);
    // A heading goes on with what its section is about.
    if (prose.passages[mention.passage].kind != document::BlockKind::kHeading) {
      TakeLowerSubtitle(prose.text, passage, &mention);
    }
    TakePart(prose.text, passage, NearBefore(prose, passage, mention),
             &mention);
    TakeYear(prose.text, passage, &mention);
    TakeRecommendation(prose.text, passage, NearBefore(prose, passage, mention),
                       &mention);
  }
}

}  // namespace concord::extraction
