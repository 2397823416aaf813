// Meetings as times: "the next meeting of the Board", "each meeting", "the 30
// October 2008 Full Authority meeting", "its November meeting".
//
// A meeting is a time if the words between its article and "meeting" say which
// one. The words after "of" are taken as long as they are a body's name.

#include "extraction/dates/phrases.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

constexpr std::size_t kMaxWordsBeforeMeeting = 6;

bool IsDeterminer(const Token& token) {
  static const WordSet kWords("the its their our a");
  return kWords.Has(token);
}

// Which meeting: "next", "following", "each".
bool IsSelector(const Token& token) {
  static const WordSet kWords(
      "next following future first second subsequent forthcoming coming "
      "earliest");
  return kWords.Has(token);
}

bool IsMeeting(const Token& token) {
  return token.lower == "meeting" || token.lower == "meetings";
}

// Words that may stand between the selector and "meeting".
bool IsDescription(const Token& token) {
  if (token.kind == TokenKind::kMark) return false;
  if (token.kind != TokenKind::kWord) return false;
  static const WordSet kWords(
      "full ordinary annual special main available possible public "
      "quarterly committee board authority and general scheduled");
  return token.capital || kWords.Has(token.lower);
}

// "of the Equal Opportunities Board": capitals, and what joins them.
std::size_t SkipBody(const Scene& scene, std::size_t index) {
  if (!scene.Is(index, "of")) return index;
  std::size_t at = index + 1;
  if (scene.Is(at, "the") || scene.Is(at, "this")) ++at;
  if (!scene.at(at).capital &&
      !(scene.Is(at - 1, "this") && scene.IsKind(at, TokenKind::kWord))) {
    return index;
  }
  std::size_t end = at + 1;
  while (true) {
    const Token& token = scene.at(end);
    if (token.gap_before || token.line_before) break;
    if (token.kind == TokenKind::kWord && token.capital) {
      ++end;
      continue;
    }
    const bool joint = token.lower == "and" || token.lower == "of" ||
                       token.kind == TokenKind::kDash ||
                       Slice(scene.text(), token.span) == "&";
    if (!joint || !scene.at(end + 1).capital) break;
    end += 2;
  }
  return end;
}

}  // namespace

std::optional<Reading> ReadMeeting(const Scene& scene, std::size_t index) {
  const bool each = scene.Is(index, "each") || scene.Is(index, "every");
  if (!each && !IsDeterminer(scene.at(index))) return {};
  std::optional<Reading> date;
  bool selected = each;
  std::size_t at = index + 1;
  for (std::size_t words = 0; words < kMaxWordsBeforeMeeting; ++words) {
    if (IsMeeting(scene.at(at))) break;
    if (IsSelector(scene.at(at))) {
      selected = true;
      ++at;
      continue;
    }
    if (!date) {
      date = ReadSingle(scene, at, Care::kLenient, Neighbour());
      if (date) {
        at = date->end;
        continue;
      }
    }
    const bool possessive = scene.IsKind(at, TokenKind::kApostrophe) &&
                            scene.Glued(at) && scene.Is(at + 1, "s");
    if (possessive) {
      at += 2;
      continue;
    }
    if (!IsDescription(scene.at(at))) return {};
    ++at;
  }
  if (!IsMeeting(scene.at(at))) return {};
  const bool plain =
      at == index + 1 && scene.Is(index, "the") && scene.Is(index - 1, "at");
  if (!selected && !date && !plain) return {};
  Reading reading;
  if (date) reading = *date;
  reading.begin = index;
  reading.end = SkipBody(scene, at + 1);
  reading.rule = "date.meeting";
  reading.confidence = plain ? 0.5 : 0.85;
  return reading;
}

}  // namespace concord::extraction::dates
