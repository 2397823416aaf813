// An expression that is known to be one date: a field of a table, a line of
// `concord dates`.
//
// Prepositions in front decide the shape of the value: "by" and "until" close
// it, "from" and "since" open it, "about" marks it "~", "in" and "on" add
// nothing. All words must be read, or the expression is no date.
#include <array>

#include "concord/extraction/extract.h"
#include "extraction/dates/bounded.h"
#include "extraction/dates/find.h"
#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/whole_forms.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction {
namespace {

using dates::Bounding;
using DateReading = dates::Reading;
using dates::Scene;
using dates::TokenKind;

constexpr std::size_t kMaxBytes = 400;
constexpr std::size_t kMaxTokens = 40;

struct Opening {
  Bounding bounding = Bounding::kNone;
  dates::Lean lean = dates::Lean::kNone;
  bool approximate = false;
  bool uncertain = false;
  std::size_t end = 0;
};

// Openings of more than one word, and what they do to the value.
struct LongOpening {
  std::array<std::string_view, 4> words;
  Bounding bounding;
};

constexpr std::array<LongOpening, 25> kLongOpenings = {{
    {{"not", "later", "than", ""}, Bounding::kBy},
    {{"no", "later", "than", ""}, Bounding::kBy},
    {{"on", "or", "before", ""}, Bounding::kBy},
    {{"at", "or", "before", ""}, Bounding::kBy},
    {{"up", "to", "and", "including"}, Bounding::kBy},
    {{"up", "until", "", ""}, Bounding::kBy},
    {{"up", "to", "", ""}, Bounding::kBy},
    {{"in", "time", "for", ""}, Bounding::kBy},
    {{"latest", "by", "", ""}, Bounding::kBy},
    {{"prior", "to", "", ""}, Bounding::kBefore},
    {{"earlier", "than", "", ""}, Bounding::kBefore},
    {{"later", "than", "", ""}, Bounding::kAfter},
    {{"on", "or", "after", ""}, Bounding::kFrom},
    {{"on", "and", "after", ""}, Bounding::kFrom},
    {{"not", "before", "", ""}, Bounding::kFrom},
    {{"not", "earlier", "than", ""}, Bounding::kFrom},
    {{"no", "earlier", "than", ""}, Bounding::kFrom},
    {{"with", "effect", "from", ""}, Bounding::kFrom},
    {{"effective", "from", "", ""}, Bounding::kFrom},
    {{"as", "from", "", ""}, Bounding::kFrom},
    {{"starting", "from", "", ""}, Bounding::kFrom},
    {{"as", "at", "", ""}, Bounding::kNone},
    {{"as", "of", "", ""}, Bounding::kNone},
    {{"in", "the", "course", "of"}, Bounding::kNone},
    {{"during", "the", "course", "of"}, Bounding::kNone},
}};

std::optional<Opening> ReadLongOpening(const Scene& scene, std::size_t index) {
  for (const LongOpening& entry : kLongOpenings) {
    std::size_t at = index;
    for (const std::string_view word : entry.words) {
      if (word.empty()) break;
      if (!scene.Is(at, word)) {
        at = index;
        break;
      }
      ++at;
    }
    if (at == index) continue;
    Opening opening;
    opening.bounding = entry.bounding;
    opening.end = at;
    return opening;
  }
  return {};
}

bool IsPlainOpening(std::string_view word) {
  static const dates::WordSet kWords(
      "in on during at the for between over throughout through across within "
      "of dated circulated sometime towards");
  return kWords.Has(word);
}

bool IsApproximateOpening(std::string_view word) {
  static const dates::WordSet kWords(
      "around about circa c ca approximately approx roughly nearly");
  return kWords.Has(word);
}

bool IsUncertainOpening(std::string_view word) {
  static const dates::WordSet kWords("probably possibly perhaps maybe");
  return kWords.Has(word);
}

Bounding BoundingOf(std::string_view word) {
  static const dates::WordSet kBy("by until till");
  static const dates::WordSet kFrom(
      "from since commencing starting beginning wef effective");
  if (kBy.Has(word)) return Bounding::kBy;
  if (word == "before") return Bounding::kBefore;
  if (word == "after") return Bounding::kAfter;
  return kFrom.Has(word) ? Bounding::kFrom : Bounding::kNone;
}

// "w.e.f. 1 April 2005".
bool IsSpeltWithEffectFrom(const Scene& scene, std::size_t index) {
  return scene.Is(index, "w") && scene.IsKind(index + 1, TokenKind::kStop) &&
         scene.Is(index + 2, "e") && scene.Is(index + 4, "f");
}

// One opening word or phrase at `index`; `end` stays `index` if there is none.
Opening ReadOpening(const Scene& scene, std::size_t index) {
  if (const auto opening = ReadLongOpening(scene, index)) return *opening;
  Opening opening;
  opening.end = index + 1;
  const std::string_view word = scene.at(index).lower;
  if (IsPlainOpening(word)) return opening;
  if (IsSpeltWithEffectFrom(scene, index)) {
    opening.bounding = Bounding::kFrom;
    opening.end =
        scene.IsKind(index + 5, TokenKind::kStop) ? index + 6 : index + 5;
    return opening;
  }
  const bool joined = scene.IsKind(index + 1, TokenKind::kDash);
  if ((word == "pre" || word == "post") && joined) {
    opening.bounding = word == "pre" ? Bounding::kBefore : Bounding::kAfter;
    opening.end = index + 2;
    return opening;
  }
  opening.bounding = BoundingOf(word);
  if (opening.bounding != Bounding::kNone) {
    if (word == "since") opening.lean = dates::Lean::kPast;
  } else if (IsApproximateOpening(word)) {
    opening.approximate = true;
    if (scene.IsKind(index + 1, TokenKind::kStop)) ++opening.end;
  } else if (IsUncertainOpening(word)) {
    opening.uncertain = true;
  } else if (scene.IsKind(index, TokenKind::kOpen) || word == "ad" ||
             scene.IsKind(index, TokenKind::kApostrophe)) {
    return opening;
  } else if (word == "a" && scene.Is(index + 2, "d")) {  // "A.D. 1832"
    opening.end =
        scene.IsKind(index + 3, TokenKind::kStop) ? index + 4 : index + 3;
  } else {
    opening.end = index;
  }
  return opening;
}

// "by" and "until" look ahead; "since" looks back.
dates::Lean LeanOf(const Opening& opening) {
  if (opening.bounding == Bounding::kBy) return dates::Lean::kFuture;
  return opening.lean;
}

// What the words after the date say of it.
struct Closing {
  Bounding bounding = Bounding::kNone;
  bool uncertain = false;
  std::size_t end = 0;  // of the date's own words
};

bool IsEra(const Scene& scene, std::size_t index) {
  const std::string_view word = scene.at(index).lower;
  // "AD", and "A.D." which is two words.
  return word == "ad" || word == "d" || word == "inclusive" ||
         word == "latest" || word == "thereabouts" ||
         (word == "a" && scene.Is(index + 2, "d"));
}

// The end of the words without closing marks, "AD" and "onwards".
Closing ReadClosing(const Scene& scene) {
  Closing closing;
  closing.end = scene.size();
  while (closing.end > 0) {
    const std::size_t last = closing.end - 1;
    const dates::Token& token = scene.at(last);
    const bool mark =
        token.kind == TokenKind::kStop || token.kind == TokenKind::kComma ||
        token.kind == TokenKind::kClose || token.kind == TokenKind::kEnder;
    const bool or_so = scene.Is(last + 1, "thereabouts") && token.lower == "or";
    const bool at_the =
        scene.Is(closing.end, "latest") || scene.Is(closing.end + 1, "latest");
    const bool tail = at_the && (token.lower == "the" || token.lower == "at");
    if (token.lower == "onwards" || token.lower == "onward" ||
        (token.lower == "on" && scene.Is(0, "from"))) {
      closing.bounding = Bounding::kFrom;
    } else if (!mark && !or_so && !tail && !IsEra(scene, last)) {
      break;
    }
    if (token.lower == "latest") closing.bounding = Bounding::kBy;
    closing.uncertain =
        closing.uncertain || Slice(scene.text(), token.span) == "?";
    --closing.end;
  }
  return closing;
}

std::optional<DateReading> ReadPhrase(const Scene& scene, std::size_t index,
                                      std::size_t end) {
  for (const auto& reading :
       {dates::ReadDuration(scene, index), dates::ReadRecurring(scene, index),
        dates::ReadSoon(scene, index), dates::ReadMeeting(scene, index)}) {
    if (reading && reading->end == end) return reading;
  }
  return {};
}

// "from" before a span of dates belongs to the span.
bool IsPartOfSpan(const DateReading& reading, Bounding bounding) {
  return bounding == Bounding::kFrom &&
         (reading.rule == "date.range" || reading.rule == "date.years");
}

// The expression that begins at `index` and fills the words up to `end`, but
// for a time of day after it.
std::optional<DateReading> ReadFilling(const Scene& scene, std::size_t index,
                                       std::size_t end) {
  const auto fills = [&](const std::optional<DateReading>& reading) {
    return reading && (reading->end == end ||
                       dates::IsTimeAfter(scene, reading->end, end));
  };
  auto reading = dates::ReadAny(scene, index, dates::Neighbour());
  if (fills(reading)) return reading;
  reading = dates::ReadFeast(scene, index, dates::Care::kLenient);
  if (fills(reading)) return reading;
  for (const auto read : {&dates::ReadNamedYear, &dates::ReadNearDay,
                          &dates::ReadStretchTo, &dates::ReadMovedDate}) {
    reading = read(scene, index);
    if (fills(reading)) return reading;
  }
  reading = dates::ReadPartsRange(scene, index, end);
  return fills(reading) ? reading : dates::ReadDateList(scene, index, end);
}

edtf::Value Uncertain(const edtf::Value& value) {
  edtf::Value copy = value;
  if (auto* date = std::get_if<edtf::Date>(&copy)) {
    date->qualifier = edtf::Qualifier::kUncertain;
  } else if (auto* interval = std::get_if<edtf::Interval>(&copy)) {
    interval->start.date.qualifier = edtf::Qualifier::kUncertain;
    interval->end.date.qualifier = edtf::Qualifier::kUncertain;
  }
  return copy;
}

// The value as the words around the date shape it.
DateReading Shaped(DateReading reading, const Opening& sum) {
  if (!reading.value) return reading;
  if (sum.approximate) {
    SetValue(reading, dates::Approximate(*reading.value));
  }
  if (sum.uncertain) SetValue(reading, Uncertain(*reading.value));
  if (!IsPartOfSpan(reading, sum.bounding)) {
    reading.value = dates::Bounded(reading, sum.bounding);
  }
  return reading;
}

std::optional<DateReading> ReadWhole(Scene scene) {
  const Closing closing = ReadClosing(scene);
  const std::size_t end = closing.end;
  Opening sum;
  sum.bounding = closing.bounding;
  sum.uncertain = closing.uncertain;
  scene.set_lean(LeanOf(sum));
  std::size_t at = 0;
  while (at < end) {
    if (auto phrase = ReadPhrase(scene, at, end)) return phrase;
    if (const auto reading = ReadFilling(scene, at, end)) {
      return Shaped(*reading, sum);
    }
    const Opening opening = ReadOpening(scene, at);
    if (opening.end == at) {
      const std::size_t after = dates::SkipTimeBefore(scene, at);
      if (after == at) return {};
      at = after;
      continue;
    }
    if (opening.bounding != Bounding::kNone) sum.bounding = opening.bounding;
    if (LeanOf(opening) != dates::Lean::kNone) scene.set_lean(LeanOf(opening));
    sum.approximate = sum.approximate || opening.approximate;
    sum.uncertain = sum.uncertain || opening.uncertain;
    at = opening.end;
  }
  return {};
}

// A value that is written in EDTF already.
std::optional<DateReading> ReadEdtf(const Scene& scene) {
  const TextSpan span = scene.SpanOf(0, scene.size());
  const auto value = edtf::Parse(Slice(scene.text(), span));
  if (!value) return {};
  DateReading reading;
  reading.end = scene.size();
  reading.rule = "date.edtf";
  reading.confidence = 0.95;
  reading.value = *value;
  return reading;
}

}  // namespace

std::optional<DateMention> ReadDateExpression(std::string_view expression,
                                              std::optional<edtf::Day> base) {
  return dates::ReadWholeDate(expression, base, dates::FigureOrder::kDayFirst);
}

std::optional<DateMention> dates::ReadWholeDate(std::string_view expression,
                                                std::optional<edtf::Day> base,
                                                FigureOrder order) {
  if (expression.size() > kMaxBytes) return {};
  const std::vector<dates::Token> tokens = dates::Tokenize(expression);
  if (tokens.empty() || tokens.size() > kMaxTokens) return {};
  Scene scene(expression, tokens, dates::Mode::kWhole, base);
  scene.set_figure_order(order);
  auto reading = ReadWhole(scene);
  if (!reading) reading = ReadEdtf(scene);
  if (!reading) return {};
  DateMention mention = dates::MentionOf(scene, *reading, 0);
  // The printed form is the expression itself, with its prepositions.
  mention.span = scene.SpanOf(0, scene.size());
  mention.printed = Slice(expression, mention.span);
  return mention;
}

}  // namespace concord::extraction
