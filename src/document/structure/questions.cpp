// Small questions about one piece of text that several steps ask.

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

re2::StringPiece Piece(std::string_view text) {
  return {text.data(), text.size()};
}

constexpr const char* kHeaderField =
    "(?i)(report|(item|paper) title|report "
    "(no\\.?|number|title|author|of|by|to)|date|date of "
    "meeting|meeting date|by|from|to|authors?|author of report|presented by|"
    "prepared by|committee|meeting|agenda item( no\\.?| number)?|item( no\\.?)?"
    "|subject|title|classification|status|decision( no\\.?| number)?|ref(\\.|"
    "erence)?( no\\.?)?|purpose|wards?( affected)?|cabinet member|lead officer"
    "|portfolio holder|lead member|electoral divisions?|past pathway.{0,20}|"
    "future pathway.{0,20}|venue|time|for( decision)?|key decision|published|"
    "issued|date of publication|publication date|presented to) ?: ?\\S.*";

}  // namespace

void Decide(BlockKind kind, Draft* draft) {
  draft->kind = kind;
  draft->decided = true;
}

std::size_t NextWords(const std::vector<Draft>& drafts, std::size_t index) {
  for (std::size_t i = index + 1; i < drafts.size(); ++i) {
    if (!drafts[i].decided || drafts[i].kind != BlockKind::kChrome) return i;
  }
  return drafts.size();
}

char LastMark(std::string_view text) {
  constexpr std::array<std::string_view, 6> kClosing = {
      "\xE2\x80\x99", "\xE2\x80\x9D", "\"", "'", ")", "]"};
  bool cut = true;
  while (cut && !text.empty()) {
    cut = false;
    for (const std::string_view mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      cut = true;
    }
  }
  return text.empty() ? '\0' : text.back();
}

bool EndsInPunctuation(std::string_view text) {
  const char last = LastMark(text);
  return last != '\0' &&
         std::string_view(".!?;:,").find(last) != std::string_view::npos;
}

bool IsAppendixHeading(std::string_view text) {
  // "Appendix 2", "ANNEX B: Costs", "Appendix 1 Terms of reference".
  static const RE2 pattern(
      "(?i:exempt )?(?i:appendix|annexe?|schedule|attachment)"
      "(( [0-9]{1,2}[A-Za-z]?| [A-Z]| [IVX]{1,4})( ?[:.–-] ?.{1,90}|"
      " [A-Z‘“'\"].{0,90})?| ?[:–-] .{1,90})?|(?i:appendices|annexes)");
  return text.size() <= 120 && !EndsInPunctuation(text) &&
         RE2::FullMatch(Piece(text), pattern);
}

bool IsLetteredHeading(std::string_view text) {
  const Label label = ReadLabel(text);
  const bool lettered = label.style == LabelStyle::kUpper ||
                        label.style == LabelStyle::kRomanUpper;
  if (!lettered || label.bracketed || label.alone) return false;
  std::string_view words = text.substr(label.body);
  if (words.ends_with(':') && IsRecommendationHeading(words)) {
    words.remove_suffix(1);
  }
  const bool capital = words[0] >= 'A' && words[0] <= 'Z';
  return capital && words.size() <= 120 && WordCount(words) <= 16 &&
         !EndsInPunctuation(words);
}

bool IsRecommendationHeading(std::string_view text) {
  static const RE2 pattern(
      "(?i)(.{0,24}?\\b)?"
      "(recommendations?|recommended|recommendation\\(s\\)|decisions? "
      "(required|sought|requested)|actions? (required|sought|requested)|"
      "proposed resolutions?)( .{0,60})?");
  return text.size() <= 100 && RE2::FullMatch(Piece(text), pattern);
}

bool IsHeaderField(std::string_view text) {
  static const RE2 pattern(kHeaderField);
  return text.size() <= 250 && RE2::FullMatch(Piece(text), pattern);
}

std::size_t WordCount(std::string_view text) {
  if (text.empty()) return 0;
  return 1 +
         static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

}  // namespace concord::document
