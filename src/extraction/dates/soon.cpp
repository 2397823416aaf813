// How soon, in words: a closed list of phrases that papers use for due dates.
#include <array>

#include "extraction/dates/phrases.h"

namespace concord::extraction::dates {
namespace {

using Phrase = std::array<std::string_view, 6>;

// Longer phrases before their beginnings.
constexpr std::array<Phrase, 22> kPhrases = {{
    {"as", "soon", "as", "is", "practicable", ""},
    {"as", "soon", "as", "reasonably", "practicable", ""},
    {"as", "soon", "as", "practicable", "", ""},
    {"as", "soon", "as", "is", "possible", ""},
    {"as", "soon", "as", "possible", "", ""},
    {"as", "quickly", "as", "possible", "", ""},
    {"as", "a", "matter", "of", "urgency", ""},
    {"as", "a", "matter", "of", "priority", ""},
    {"at", "the", "earliest", "possible", "opportunity", ""},
    {"at", "the", "earliest", "opportunity", "", ""},
    {"at", "an", "early", "date", "", ""},
    {"at", "the", "first", "opportunity", "", ""},
    {"with", "immediate", "effect", "", "", ""},
    {"in", "the", "near", "future", "", ""},
    {"in", "due", "course", "", "", ""},
    {"at", "once", "", "", "", ""},
    {"without", "delay", "", "", "", ""},
    {"straight", "away", "", "", "", ""},
    {"forthwith", "", "", "", "", ""},
    {"immediately", "", "", "", "", ""},
    {"urgently", "", "", "", "", ""},
    {"asap", "", "", "", "", ""},
}};

std::size_t Match(const Scene& scene, std::size_t index, const Phrase& phrase) {
  std::size_t at = index;
  for (std::string_view word : phrase) {
    if (word.empty()) break;
    if (!scene.Is(at, word) || scene.at(at).gap_before) {
      if (at != index || !scene.Is(at, word)) return 0;
    }
    ++at;
  }
  return at;
}

// "so that a caller is answered at once": how it shall work, not by when.
bool InPurpose(const Scene& scene, std::size_t index) {
  constexpr std::size_t kWordsBack = 15;
  for (std::size_t back = 1; back <= kWordsBack && back < index; ++back) {
    const Token& token = scene.at(index - back);
    if (token.kind == TokenKind::kStop || token.kind == TokenKind::kEnder) {
      return false;
    }
    if (token.lower == "that" && scene.Is(index - back - 1, "so")) return true;
  }
  return false;
}

}  // namespace

std::optional<Reading> ReadSoon(const Scene& scene, std::size_t index) {
  for (const Phrase& phrase : kPhrases) {
    const std::size_t end = Match(scene, index, phrase);
    if (end == 0) continue;
    // "immediately after the meeting" is another time.
    const bool leans = scene.Is(end, "after") || scene.Is(end, "before") ||
                       scene.Is(end, "following") || scene.Is(end, "prior");
    if (leans || InPurpose(scene, index)) return {};
    Reading reading;
    reading.begin = index;
    reading.end = end;
    reading.grain = Grain::kSpan;
    reading.rule = "date.soon";
    reading.confidence = phrase[0] == "immediately" ? 0.6 : 0.85;
    return reading;
  }
  return {};
}

}  // namespace concord::extraction::dates
