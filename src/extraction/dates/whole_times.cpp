// Times of day beside a date: passed over, since EDTF values here are days.
//
//   "10.30 am on 3 March 2004"   "3 March 2004 at 2pm"   "3 March, 14:00 to
//   16:30"   "the evening of 3 March"   "noon on 3 March"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/whole_forms.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

bool IsColon(const Scene& scene, std::size_t index) {
  return Slice(scene.text(), scene.at(index).span) == ":";
}

// One past "am", "p.m.", "hours", "o’clock" at `index`, or `index`.
std::size_t SkipHalfOfDay(const Scene& scene, std::size_t index) {
  const std::string_view word = scene.at(index).lower;
  if (word == "am" || word == "pm" || word == "noon" || word == "midnight" ||
      word == "hours" || word == "hrs" || word == "hr" || word == "h" ||
      word == "gmt" || word == "bst") {
    return index + 1;
  }
  if ((word == "a" || word == "p") &&
      scene.IsKind(index + 1, TokenKind::kStop) && scene.Is(index + 2, "m")) {
    return scene.IsKind(index + 3, TokenKind::kStop) ? index + 4 : index + 3;
  }
  if (word == "o" && scene.IsKind(index + 1, TokenKind::kApostrophe) &&
      scene.Is(index + 2, "clock")) {
    return index + 3;
  }
  return index;
}

// One past "10.30 am", "14:00", "1400 hours", "2pm", "noon"; or `index`.
std::size_t SkipClock(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.lower == "noon" || token.lower == "midday" ||
      token.lower == "midnight") {
    return index + 1;
  }
  if (token.kind != TokenKind::kNumber || token.value > 2400) return index;
  std::size_t at = index + 1;
  const bool colon = IsColon(scene, at) && scene.Glued(at);
  const bool stop = scene.IsKind(at, TokenKind::kStop) && scene.Glued(at);
  const bool minutes = (colon || stop) && scene.Glued(at + 1) &&
                       scene.at(at + 1).digits == 2 &&
                       scene.at(at + 1).value < 60;
  if (minutes) at += 2;
  const std::size_t after = SkipHalfOfDay(scene, at);
  if (after != at) return after;
  return minutes && token.value <= 24 ? at : index;
}

bool IsPartOfDay(const Token& token) {
  static const WordSet kParts(
      "morning afternoon evening night lunchtime noon midnight midday");
  return kParts.Has(token);
}

// One past "close of business", "close of play", or `index`.
std::size_t SkipClose(const Scene& scene, std::size_t index) {
  const bool close =
      (scene.Is(index, "close") || scene.Is(index, "end")) &&
      scene.Is(index + 1, "of") &&
      (scene.Is(index + 2, "business") || scene.Is(index + 2, "play"));
  if (close) return index + 3;
  const bool letters = scene.Is(index, "cob") || scene.Is(index, "cop");
  return letters ? index + 1 : index;
}

}  // namespace

std::size_t SkipTimeBefore(const Scene& scene, std::size_t index) {
  std::size_t at = scene.SkipThe(index);
  const bool early = PartOf(scene.at(at).lower) != Part::kNone;
  if (early && IsPartOfDay(scene.at(at + 1))) ++at;
  std::size_t after = SkipClock(scene, at);
  if (after == at) after = SkipClose(scene, at);
  if (after == at && IsPartOfDay(scene.at(at))) ++after;
  if (after == at) return index;
  if (scene.IsKind(after, TokenKind::kDash) || scene.Is(after, "to")) {
    const std::size_t until = SkipClock(scene, after + 1);
    if (until != after + 1) after = until;
  }
  if (scene.IsKind(after, TokenKind::kComma)) ++after;
  if (scene.Is(after, "on") || scene.Is(after, "of")) ++after;
  return scene.SkipThe(after);
}

bool IsTimeAfter(const Scene& scene, std::size_t index, std::size_t end) {
  static const WordSet kLinks(
      "at from in the to until by on between and early late");
  bool time = false;
  std::size_t at = index;
  while (at < end) {
    std::size_t after = SkipClock(scene, at);
    if (after == at) after = SkipClose(scene, at);
    if (after == at && IsPartOfDay(scene.at(at))) ++after;
    time = time || after != at;
    const Token& token = scene.at(at);
    const bool mark =
        token.kind == TokenKind::kComma || token.kind == TokenKind::kDash ||
        token.kind == TokenKind::kOpen || token.kind == TokenKind::kClose;
    if (after == at && (mark || kLinks.Has(token))) ++after;
    if (after == at) return false;
    at = after;
  }
  return time;
}

}  // namespace concord::extraction::dates
