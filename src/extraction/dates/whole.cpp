// An expression that is known to be one date: a field of a table, a line of
// `concord dates`.
//
// Prepositions in front decide the shape of the value: "by" and "until" close
// it, "from" and "since" open it, "about" marks it "~", "in" and "on" add
// nothing. All words must be read, or the expression is no date.
#include "concord/extraction/extract.h"
#include "extraction/dates/bounded.h"
#include "extraction/dates/find.h"
#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"

namespace concord::extraction {
namespace {

using dates::Bounding;
using dates::Reading;
using dates::Scene;
using dates::TokenKind;

constexpr std::size_t kMaxBytes = 400;
constexpr std::size_t kMaxTokens = 40;

struct Opening {
  Bounding bounding = Bounding::kNone;
  bool approximate = false;
  std::size_t end = 0;
};

// One opening word or phrase at `index`; `end` stays `index` if there is none.
Opening ReadOpening(const Scene& scene, std::size_t index) {
  Opening opening{Bounding::kNone, false, index + 1};
  const std::string_view word = scene.at(index).lower;
  const std::string_view next = scene.at(index + 1).lower;
  const bool later_than = (word == "not" || word == "no") && next == "later" &&
                          scene.Is(index + 2, "than");
  if (later_than) return {Bounding::kBy, false, index + 3};
  if (word == "on" && next == "or" && scene.Is(index + 2, "before")) {
    return {Bounding::kBy, false, index + 3};
  }
  if (word == "prior" && next == "to") {
    return {Bounding::kBefore, false, index + 2};
  }
  if (word == "up" && next == "to") return {Bounding::kBy, false, index + 2};
  if (word == "as" && (next == "at" || next == "from" || next == "of")) {
    const bool from = next == "from";
    return {from ? Bounding::kFrom : Bounding::kNone, false, index + 2};
  }
  if (word == "in" || word == "on" || word == "during" || word == "at" ||
      word == "the" || word == "for" || word == "between") {
    return opening;
  }
  if (word == "by" || word == "until" || word == "till") {
    opening.bounding = Bounding::kBy;
  } else if (word == "before") {
    opening.bounding = Bounding::kBefore;
  } else if (word == "after") {
    opening.bounding = Bounding::kAfter;
  } else if (word == "from" || word == "since" || word == "commencing" ||
             word == "starting") {
    opening.bounding = Bounding::kFrom;
  } else if (word == "around" || word == "about" || word == "circa" ||
             word == "c" || word == "ca" || word == "approximately") {
    opening.approximate = true;
    if (scene.IsKind(index + 1, TokenKind::kStop)) ++opening.end;
  } else {
    opening.end = index;
  }
  return opening;
}

// The end of the words without closing marks, "AD" and "onwards".
std::size_t EndOfWords(const Scene& scene, Bounding& bounding) {
  std::size_t end = scene.size();
  while (end > 0) {
    const dates::Token& token = scene.at(end - 1);
    const bool mark = token.kind == TokenKind::kStop ||
                      token.kind == TokenKind::kComma ||
                      token.kind == TokenKind::kEnder;
    // "AD", and "A.D." which is two words.
    const bool era = token.lower == "ad" || token.lower == "d" ||
                     (token.lower == "a" && scene.Is(end + 1, "d")) ||
                     token.lower == "inclusive";
    if (token.lower == "onwards" || token.lower == "onward") {
      bounding = Bounding::kFrom;
    } else if (!mark && !era) {
      break;
    }
    --end;
  }
  return end;
}

std::optional<Reading> ReadPhrase(const Scene& scene, std::size_t index,
                                  std::size_t end) {
  for (const auto& reading :
       {dates::ReadDuration(scene, index), dates::ReadRecurring(scene, index),
        dates::ReadSoon(scene, index), dates::ReadMeeting(scene, index)}) {
    if (reading && reading->end == end) return reading;
  }
  return {};
}

// "from" before a span of dates belongs to the span.
bool IsPartOfSpan(const Reading& reading, Bounding bounding) {
  return bounding == Bounding::kFrom && reading.rule == "date.range";
}

std::optional<Reading> ReadWhole(const Scene& scene) {
  Bounding closing = Bounding::kNone;
  const std::size_t end = EndOfWords(scene, closing);
  Opening sum;
  sum.bounding = closing;
  std::size_t at = 0;
  while (at < end) {
    if (auto phrase = ReadPhrase(scene, at, end)) return phrase;
    auto reading = dates::ReadAny(scene, at, dates::Neighbour());
    if (reading && reading->end == end) {
      if (!reading->value) return reading;
      if (sum.approximate) {
        SetValue(*reading, dates::Approximate(*reading->value));
      }
      if (!IsPartOfSpan(*reading, sum.bounding)) {
        reading->value = dates::Bounded(*reading, sum.bounding);
      }
      return reading;
    }
    const Opening opening = ReadOpening(scene, at);
    if (opening.end == at) return {};
    if (opening.bounding != Bounding::kNone) sum.bounding = opening.bounding;
    sum.approximate = sum.approximate || opening.approximate;
    at = opening.end;
  }
  return {};
}

}  // namespace

std::optional<DateMention> ReadDateExpression(std::string_view expression,
                                              std::optional<edtf::Day> base) {
  if (expression.size() > kMaxBytes) return {};
  const std::vector<dates::Token> tokens = dates::Tokenize(expression);
  if (tokens.empty() || tokens.size() > kMaxTokens) return {};
  const Scene scene(expression, tokens, dates::Mode::kWhole, base);
  const auto reading = ReadWhole(scene);
  if (!reading) return {};
  DateMention mention = dates::MentionOf(scene, *reading, 0);
  // The printed form is the expression itself, with its prepositions.
  mention.span = scene.SpanOf(0, scene.size());
  mention.printed = Slice(expression, mention.span);
  return mention;
}

}  // namespace concord::extraction
